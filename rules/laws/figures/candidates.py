"""Which figures of the running text may be told twice, and say what they are of: most cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.page import Block, Form, Place
from rules.laws.figures.clause_owner import TOKEN
from rules.laws.figures.figure_clause import POSSESSIVE, WIDTH, is_year
from rules.laws.figures.figure_deeds import ALL_OF
from rules.laws.figures.property_words import ends, lexicon, listed, sort_of
from rules.laws.nearby import claims_in
from rules.laws.nouns import head

KINDS = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY})
_PLACES = frozenset({Place.LEAD, Place.BODY, Place.CAPTION})
_FORMS = frozenset({Form.PARAGRAPH, Form.ITEM, Form.CAPTION})
_NEXT = 24
_NEAR = 48
_FAR = 120
"""How far from a figure the words stand that say what it is of."""
_TIMES = frozenset(("in", "for", "year", "end"))
_OTHER = "count"


class Figure(NamedTuple):
    """A figure of the running text, its block and its sort: the noun of a count of things that no property is of."""

    claim: Claim
    block: Block
    sort: str


def figures(article: Article) -> tuple[Figure, ...]:
    """All of them, in order; for :meth:`Article.once`."""
    return tuple(
        Figure(claim, block, sort)
        for block in article.page.blocks
        if block.place in _PLACES and block.form in _FORMS
        for claim in claims_in(article, block.span)
        if not claim.quoted and not claim.parts and (sort := _sort(claim)) is not None
    )


def _sort(claim: Claim) -> str | None:
    if isinstance(claim.value, Number) and claim.value.noun is not None:
        noun = head(claim.value.noun)
        return _OTHER if noun in _things() else noun
    return sort_of(claim)


def candidates(article: Article, elsewhere: Sequence[tuple[str, Claim]]) -> Iterator[Figure]:
    """The figures of whose sort there are two at least, here or ``elsewhere`` by the name of their property."""
    told: dict[str, set[object]] = {}
    for name, claim in elsewhere:
        noun = name.rpartition("number of ")[2] if "number of " in name else ""
        sort = (noun if noun not in _things() else _OTHER) if noun else sort_of(claim) or ""
        told.setdefault(sort, set()).add(claim)
    mine = [each for each in article.once(figures) if each.claim.kind in KINDS]
    for each in mine:
        value = each.claim.value
        told.setdefault(each.sort, set()).add(value.amount.value if isinstance(value, Number) else each.claim)
    for each in mine:
        if len(told[each.sort]) > 1 and may_say(article, each.claim):
            yield each


@cache
def _things() -> frozenset[str]:
    """What the counts of some property are of."""
    return frozenset(chain(lexicon().counted, *(made.things for made in lexicon().names.values())))


@cache
def _done() -> frozenset[str]:
    """What may be done to a figure behind it: "the $246 billion remitted"."""
    rows = (row for rows in lexicon().verbs.values() for row in rows)
    return frozenset(phrase[0] for phrase, made in rows if len(phrase) == 1 and (made.yearly or phrase[0][-2:] == "ed"))


def may_say(article: Article, claim: Claim) -> bool:
    """Whether the words right beside a figure can say at all what it is of."""
    known, text, (start, end) = lexicon(), article.lowered, claim.span
    behind = TOKEN.findall(text, end, end + _NEXT)
    behind = behind[behind[:1] == ["-"] :]
    following = behind[0] if behind else ""
    if any(tuple(behind[: len(phrase)]) == phrase for phrase, _ in known.behind.get(following, ())):
        return True
    counted = following == "of" and len(behind) > 1
    if following in known.natural or (counted and ends(behind[1:2], known.nouns.get(behind[1], ()), claim)):
        return True
    ahead = [word for word in TOKEN.findall(text, max(start - _NEAR, 0), start) if word != "."]
    bare = len(ahead)
    if ahead[-3:] == ["a", "total", "of"]:
        del ahead[-3:]
    definite = False
    while ahead and ahead[-1] in listed("hedges"):
        definite = ahead.pop() == "the" or definite
    last, hedged = ahead[-1] if ahead else "", len(ahead) < bare
    if last in listed("glue") or is_year(last) or (hedged and last in _TIMES):
        nouns = known.nouns.keys() & TOKEN.findall(text, max(start - _FAR, 0), start)
        if any(made.fits(claim) for noun in nouns for _, made in known.nouns[noun]):
            return True
    if last in known.others or (
        last in known.verbs and (ends(ahead, known.verbs[last], claim) or any(map(is_year, ahead[-2:-1])))
    ):
        return True
    if definite and not _done().isdisjoint(TOKEN.findall(text, end, end + _FAR)):
        return True
    if isinstance(claim.value, Number):
        return claim.value.noun is not None and _is_counted(
            claim.value, ahead, behind, definite=definite, hedged=hedged
        )
    return _is_sized(text, claim, ahead, behind)


def _is_counted(value: Number, ahead: list[str], behind: list[str], *, definite: bool, hedged: bool) -> bool:
    """The same for the ways in which counts of things are told."""
    last = ahead[-1] if ahead else ""
    if value.noun is None:
        return False
    if last in ("whose", "its", "her", "their") or last.endswith(POSSESSIVE):
        return True
    if value.amount.value < ALL_OF:
        return not hedged and _is_had(ahead, last)
    done = last in listed("wrought", "verbs") or "were" in behind[1:3] or "was" in behind[1:3]
    return definite or done or last == "all" or (not hedged and _is_had(ahead, last))


def _is_had(ahead: list[str], last: str) -> bool:
    return any(tuple(ahead[-len(phrase) :]) == phrase for phrase in lexicon().having.get(last, ()))


def _is_sized(text: str, claim: Claim, ahead: list[str], behind: list[str]) -> bool:
    """The same for the ways in which sizes are told."""
    last, before = (ahead[-1:] or [""])[0], (ahead[-2:-1] or [""])[0]
    if last == "its" or (last == "at" and before == ","):
        return True
    if last in ("with", "at"):
        return any(word.endswith("est") for word in TOKEN.findall(text, claim.span.end, claim.span.end + _FAR))
    verb = before if last == "to" else last
    return verb in listed("being") and (
        "its" in behind or "at its" in text[max(claim.span.start - WIDTH, 0) : claim.span.start]
    )
