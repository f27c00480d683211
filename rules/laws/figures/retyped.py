"""One exact figure told twice, once with a digit mistyped, in whatever words it is told.

Of figures with four digits and more, zeros at the end not counted, two that differ in one digit are hardly ever two
figures of one article: then it is enough that their sentences share some words and nothing sets them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Money, Number, Quantity, Value
from articles.claims.written import Hedge, Written
from articles.page import Form, Place
from articles.regex import regex
from articles.words import WordList, worded
from rules.laws.cited import cited
from rules.laws.figures.misread import misread
from rules.laws.nearby import gap, sentence_at
from rules.laws.nouns import same_thing

_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY)
_FEWEST, _MANY = 4, 5
"""Digits that a figure has at least, and as many as nothing but a slip makes alike."""
_SHARED = 2
"""So many words of two sentences at least are the same, besides those that most sentences have."""
_STEM = 6
_LETTERS = regex(r"[^\W\d_]{3,}")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b(?![,.][0-9])")
_TWO = worded(__file__, r"\b{two}\b")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_COMMON = WordList(__file__, "common")
_LONGEST = 600
"""A longer sentence is a list, whose words say nothing of one figure."""
_PLACES = {Form.FIELD: Place.INFOBOX, Form.CELL: Place.TABLE}
_FORMS = frozenset((Form.PARAGRAPH, Form.ITEM, Form.CAPTION, *_PLACES))


class Retyped(NamedTuple):
    """A reading of the running text, the other one of its figure, and where that stands: text counts as the body."""

    told: Claim
    other: Claim
    place: Place


def retyped(article: Article) -> tuple[Retyped, ...]:
    """Each figure of the running text that stands elsewhere in the article with another digit."""
    known: dict[tuple[str, Written], list[Claim]] = defaultdict(list)
    for kind in _KINDS:
        for claim in article.claims_by_kind.get(kind, ()):
            if claim.span.end - claim.span.start >= _FEWEST and not claim.quoted and not claim.parts:
                value = claim.value
                assert isinstance(value, Number | Quantity | Money)
                amount = value.amount
                if _digits(amount) >= _FEWEST:
                    if amount.hedge is not Hedge.NONE:  # "estimated to be 28,924" is exact
                        amount = amount._replace(hedge=Hedge.NONE)
                    known[_unit(claim), amount].append(claim)
    return tuple(_alike(article, known)) if len(known) > 1 else ()


def _digits(written: Written) -> int:
    """How many digits an exact figure has; 0 for a range, and for one of few digits that is hedged."""
    figures = written.value.as_tuple().digits
    digits = len(figures) if len(figures) < _FEWEST or figures[-1] else len("".join(map(str, figures)).rstrip("0"))
    exact = written.hedge is Hedge.NONE or (written.hedge is Hedge.ABOUT and digits >= _MANY)
    return digits if exact and written.value == written.top else 0


def _plain(claim: Claim) -> Value:
    value = claim.value
    assert isinstance(value, Number | Quantity | Money)
    return value._replace(amount=value.amount._replace(hedge=Hedge.NONE))


def _unit(claim: Claim) -> str:
    value = claim.value
    unit = value.unit if isinstance(value, Quantity) else value.currency if isinstance(value, Money) else ""
    return f"{claim.kind} {unit}"


def _alike(article: Article, known: dict[tuple[str, Written], list[Claim]]) -> Iterator[Retyped]:
    """The pairs of figures that are a slip apart, of which one at least stands once and nothing else is like them."""
    shapes: dict[tuple[str, str], list[tuple[str, Written]]] = defaultdict(list)
    for unit, written in known:
        for shape in _shapes(written):
            shapes[unit, shape].append((unit, written))
    met: set[tuple[int, int]] = set()
    for figures in shapes.values():
        if len(figures) != 2 or all(len(known[each]) > 1 for each in figures):
            continue
        first, second = sorted((known[each][0] for each in figures), key=lambda claim: claim.span)
        at = first.span.start, second.span.start
        if at not in met and misread(_plain(first), _plain(second)):
            met.add(at)
            yield from _told(article, known[figures[0]], known[figures[1]])


def _shapes(written: Written) -> Iterator[str]:
    """What a figure has in common with those that it may be mistyped as: all digits but one, or the digits sorted."""
    value = written.value.normalize().as_tuple() if not written.step else written.value.as_tuple()
    digits = "".join(map(str, value.digits))
    end = f"e{value.exponent}"
    yield "".join(sorted(digits)) + end
    for at in range(len(digits) - 1):
        yield f"{digits[:at]}_{digits[at + 1 :]}{end}"


def _told(article: Article, ones: list[Claim], others: list[Claim]) -> Iterator[Retyped]:
    """The first two places of two figures whose sentences tell of one thing; both in running text, if they are."""
    for one in _told_first(article, ones):
        for other in _told_first(article, others):
            mine, its = _place(article, one), _place(article, other)
            if mine is None or its is None or Place.BODY not in (mine, its) or not _one_thing(article, one, other):
                continue
            second_told = mine is not Place.BODY or (its is mine and other.span < one.span)
            told, rest = (other, one) if second_told else (one, other)
            yield Retyped(told, rest, mine if its is Place.BODY else its)
            return


def _told_first(article: Article, claims: list[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: _place(article, claim) is not Place.BODY)


def _place(article: Article, claim: Claim) -> Place | None:
    block = article.page.block_at(claim.span.start)
    return None if block is None or block.form not in _FORMS else _PLACES.get(block.form, Place.BODY)


def _one_thing(article: Article, one: Claim, other: Claim) -> bool:
    if any(cited(article.page, claim.span.start) or not _typed(article, claim) for claim in (one, other)):
        return False
    texts = [_around(article, claim) for claim in (one, other)]
    if texts[0] == texts[1] or max(map(len, texts)) > _LONGEST:
        return False
    nouns = [each.value.noun for each in (one, other) if isinstance(each.value, Number) and each.value.noun]
    if len(nouns) == 2 and not same_thing(*nouns):
        return False
    years = [set(_YEAR.findall(text)) for text in texts]
    if years[0].isdisjoint(years[1]) and (all(years) or (any(years) and not _many(one))):
        return False
    if any(_TWO.search(text.lower()) or (not _many(one) and _DOUBT.search(text.lower())) for text in texts):
        return False
    counted = len(nouns) == 2 or isinstance(one.value, Quantity)
    needed = _SHARED + 1 - _many(one) - counted
    apart = any(_place(article, claim) is not Place.BODY for claim in (one, other))  # a key has few words
    return len(_stems(texts[0]) & _stems(texts[1])) >= (1 if apart else needed)


def _typed(article: Article, claim: Claim) -> bool:
    """Whether a figure stands there in digits: a third has more of them than were ever typed."""
    return sum(map(str.isdigit, article.page.text(claim.span))) >= _FEWEST


def _many(claim: Claim) -> bool:
    assert isinstance(claim.value, Number | Quantity | Money)
    return _digits(claim.value.amount) >= _MANY


def _around(article: Article, claim: Claim) -> str:
    """The sentence of a reading; a field with its key, a cell with what heads its column and its row."""
    block = article.page.block_at(claim.span.start)
    text = gap(article, *sentence_at(article, claim.span.start))
    if block is not None and block.form is Form.FIELD:
        fields = (field for box in article.page.infoboxes for field in box.fields)
        key = next((field.key for field in fields if field.prose.start <= claim.span.start < field.prose.end), "")
        return f"{key.replace('_', ' ')}: {text}"
    if block is not None and block.form is Form.CELL:
        rows = ((table, row, cell) for table in article.page.tables for row in table.rows for cell in row)
        found = next((each for each in rows if each[2].prose.start <= claim.span.start < each[2].prose.end), None)
        if found is not None:
            table, row, own = found
            heads = [cell for cell in table.rows[0] if cell.column == own.column]
            return " | ".join(article.page.text(cell.prose) for cell in (*heads, row[0], own))
    return text


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _LETTERS.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _COMMON)
