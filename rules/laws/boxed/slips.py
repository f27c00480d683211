"""A figure or a day of the text that is the infobox's misread, in whatever words it is told.

The infobox's value stands nowhere in the text, and a value of the same unit a slip of digits away does, in a sentence
that has a word of the field's sort and nobody else in it: then the words between need not be known. Of days the slip
is another month, or a digit of the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim, Kind, Number, Quantity, Value
from articles.facts.fields import normal, own_boxes
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file, worded
from rules.laws.agreement import values
from rules.laws.asides import words_ahead, words_behind
from rules.laws.boxed.pair import Pair
from rules.laws.cited import cited
from rules.laws.figures.misread import exchanged, misread
from rules.laws.figures.one_field import single
from rules.laws.names.called import AGENT, subject_of
from rules.laws.nearby import claims_in, right, sentence_at
from rules.rule import Outcome

_DOUBTED = worded(__file__, r"\b{doubted}\b")
_PLACED = worded(__file__, r"(?: (?:{placing}) (?:the |a )?[A-Z][\w’'-]*(?:,? (?:of |the )?[A-Z][\w’'-]*)*)+")
_NAME = regex(r"(?<=[a-z,;)\d] )[A-Z][\w’'-]*")
_APART = regex(r" (?:[a-z]+ ){0,2}(?:from|away|apart|off|more|less|of (?:which|them))\b")
_OPENED = regex(r"(?:The|An?|One|Another|Each|Every|Two|Three|Its) (?:[a-z-]{1,25}[ ,]){1,3}")
_OTHERS = regex(r"[A-Z][a-z]+s (?=[a-z])")
_DIGITS = regex(r"[0-9]+(?:[.,][0-9]+)*")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b(?![,.][0-9])")
_CLAUSE = regex(
    r"[;:()]|, (?:and|but|while|whereas|which|who|whose|where) | and (?:is|was|has|had|are|were) |"
    r", (?:[a-z]+ ){1,4}of (?:which|whom) | before (?:it|she|they) [a-z]+s? |"
    r", (?=(?:it|she|they) )"
)
_FIRST = worded(__file__, r"\bfirst (?={begun}\b)")
"""Before what is done once: it is the one time that a field gives."""
_CROWD = regex(
    r"\bbefore (?:an?|the|some|several|many|thousands|hundreds|[0-9,]+) [a-z ]{0,20}"
    r"(?:crowd|audience|people|spectators|guests|families|public)\b|\bfor (?:his|her) country\b"
)
_WHOSE = ("his", "her", "their", "whose", "between")
_LETTERS = regex(r"[a-z]+")
_EXACT = (Precision.DAY, Precision.YEAR)
_AGREEING = (Outcome.CONSISTENT, Outcome.BY_ROUNDING)
_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.PERCENT, Kind.DATE, Kind.DURATION)
_MOST_BOXED = 30
_UNMISTAKABLE = 5
"""So many digits are hardly shared by chance; one less of what has a unit."""
_LONGEST = 40_000
"""A longer article tells of many things: there a digit exchanged is chance."""


class Boxed(NamedTuple):
    """A field with one value: the words of the text by which it may be told, and the field as it stands."""

    name: str
    span: ProseSpan
    value: Value
    cues: frozenset[str]
    around: str


def slips(article: Article) -> Iterator[Pair]:
    """Each value of the infobox with the reading of the text that is a slip of it."""
    if not article.page.infoboxes or article.parties.pair:
        return
    fields: dict[tuple[str, str], Boxed] = {}
    for each in _boxed(article):
        fields.setdefault((each.name, each.around), each)
    boxed = list(fields.values())[:_MOST_BOXED]
    if len(article.page.prose.text) > _LONGEST:
        boxed = [each for each in boxed if sum(map(str.isdigit, article.page.text(each.span))) >= _UNMISTAKABLE]
    if not boxed:
        return
    told = list(_told(article))
    for each in boxed:
        sort = type(each.value)
        near = (
            claim
            for claim in told
            if type(claim.value) is sort and _is_slip(each, claim) and not _in_another_field(boxed, each, claim)
        )
        found = next((claim for claim in near if _of_field(article, each, claim)), None)
        if found is not None and not _stands_too(article, each, found.value, told):
            yield Pair(each.name, each.span, each.value, found.span, found.value)


def _boxed(article: Article) -> Iterator[Boxed]:
    """The fields of one value each, of which it is known how a text tells them."""
    facts = {fact.statement: fact for fact in article.facts if fact.place is Place.INFOBOX and fact.value is not None}
    for box in own_boxes(article.page):
        for field in box.fields:
            key = normal(field.key)
            cues = _cues(key)
            if not cues or key.endswith("name"):
                continue
            fact = facts.get(field.prose)
            typed = fact.value if fact is not None and fact.claim is not None else None
            claim = single(article, field, _KINDS) if typed is None or isinstance(typed, str) else None
            value, span = (claim.value, claim.span) if claim else (typed, fact.span if fact else field.prose)
            if value is not None and not isinstance(value, str):
                yield Boxed(key.replace("_", " "), span, value, cues, article.page.text(field.prose))


def _told(article: Article) -> Iterator[Claim]:
    """The readings of the running text that may tell what a field does."""
    for block in article.page.blocks:
        if block.place in (Place.LEAD, Place.BODY) and block.form in (Form.PARAGRAPH, Form.ITEM):
            for claim in claims_in(article, block.span):
                if claim.kind in _KINDS and not claim.quoted and not claim.parts:
                    yield claim


def _stands_too(article: Article, boxed: Boxed, slip: Value, told: list[Claim]) -> bool:
    """Whether the text has the infobox's value as well, or its digits in words that are no reading: "these are 63".

    A rounded number that may be either says nothing.
    """
    agreeing = (claim.value for claim in told if values(boxed.value, claim.value) in _AGREEING)
    if any(values(slip, value) not in _AGREEING for value in agreeing):
        return True
    digits = _DIGITS.search(article.page.text(boxed.span))
    if isinstance(boxed.value, Date) or digits is None:
        return False
    same = re.finditer(rf"(?<![0-9.,]){re.escape(digits[0])}(?![0-9]|[.,][0-9])", article.page.prose.text)
    blocks = (article.page.block_at(found.start()) for found in same)
    return any(block is not None and block.form is not Form.FIELD for block in blocks)


def _is_slip(boxed: Boxed, claim: Claim) -> bool:
    if isinstance(boxed.value, Date):
        return isinstance(claim.value, Date) and _days(boxed.value, claim.value)
    return misread(boxed.value, claim.value) and values(boxed.value, claim.value) is Outcome.CONFLICTING


def _days(one: Date, other: Date) -> bool:
    """Whether two days differ in their month alone, or in one digit of the day that was changed, lost or added.

    Of years two neighbouring digits have to be exchanged.
    """
    if one.circa or other.circa or one.precision not in _EXACT or one.precision is not other.precision:
        return False
    if one.earliest is None or other.earliest is None:
        return False
    if one.precision is Precision.YEAR:
        return exchanged(str(civil(one.earliest)[0]), str(civil(other.earliest)[0]))
    (year, month, day), (its_year, its_month, its_day) = civil(one.earliest), civil(other.earliest)
    if year != its_year or (month != its_month and day != its_day) or one.earliest == other.earliest:
        return False
    first, second = sorted((str(day), str(its_day)), key=len)
    lost = len(first) < len(second) and (second.endswith(first) or second.startswith(first))
    return month != its_month or lost or (len(first) == 2 and (first == second[::-1] or first[1] == second[1]))


def _in_another_field(boxed: list[Boxed], mine: Boxed, claim: Claim) -> bool:
    """Whether another field has what the text tells."""
    return any(values(each.value, claim.value) in _AGREEING for each in boxed if each is not mine)


def _of_field(article: Article, boxed: Boxed, claim: Claim) -> bool:
    """Whether a sentence tells of the field's sort, and names nobody else whose the value may be."""
    text, sentence = article.page.prose.text, sentence_at(article, claim.span.start)
    if cited(article.page, claim.span.start):
        return False
    ahead = _CLAUSE.split(words_ahead(text[sentence.start : claim.span.start]))[-1]
    behind = _CLAUSE.split(words_behind(right(article, claim.span.end)))[0]
    clause = f"{ahead}{text[claim.span.start : claim.span.end]}{behind}"
    words = set(_LETTERS.findall(clause.lower()))
    dated = not isinstance(claim.value, Date) and _YEAR.search(clause) is not None and not _of_year(boxed, clause)
    if _unmistakable(boxed.value, claim.value, dated=dated):
        return not boxed.cues.isdisjoint(words)
    if isinstance(claim.value, Date):
        words |= _heading(article, claim)
    if isinstance(claim.value, Number) and not isinstance(boxed.value, Date):
        words &= {*_LETTERS.findall((claim.value.noun or "").lower()), *_near(ahead)}
    if dated:
        return False
    if not isinstance(claim.value, Date) and _APART.match(right(article, claim.span.end)):
        return False
    doubted = _DOUBTED.findall(_CROWD.sub(" ", _FIRST.sub(" ", f"{ahead}|{behind}".lower())))
    if article.kind.name == "conflict" and isinstance(claim.value, Date):
        doubted = [word for word in doubted if word not in _WHOSE]  # "his columns stormed the village"
    if boxed.cues.isdisjoint(words) or not set(doubted).issubset(boxed.name.split()):
        return False
    if isinstance(claim.value, Date) and claim.value.precision is Precision.YEAR:
        return re.match(rf"\s?(?:{AGENT})?{article.once(subject_of)}\b", clause) is not None
    return _is_dated(article, claim, clause) or not (strangers(article, clause) or _of_another(article, boxed, clause))


def _of_year(boxed: Boxed, clause: str) -> bool:
    """Whether the years that a clause names are those that the field names."""
    return set(_YEAR.findall(clause)) == set(_YEAR.findall(boxed.around))


def _unmistakable(one: Value, other: Value, *, dated: bool) -> bool:
    """Whether two numbers share so many digits that nothing need be known of the time or the source of either.

    What differs has to stand in their first half, or to have changed places: two years' figures share their beginning.
    ``dated`` says that the text names another year than the field.
    """
    if isinstance(one, Date) or isinstance(other, Date):
        return False  # days have their own slips
    mine, theirs = one.amount.value.as_tuple().digits, other.amount.value.as_tuple().digits
    places = [at for at, (digit, its) in enumerate(zip(mine, theirs, strict=False)) if digit != its]
    digits = len("".join(map(str, mine)).rstrip("0"))
    exchanged = len(places) > 1 and not dated and digits >= _UNMISTAKABLE - 1
    return digits + (exchanged or isinstance(one, Quantity)) >= _UNMISTAKABLE and (
        len(places) > 1 or places[0] < len(mine) // 2
    )


def _of_another(article: Article, boxed: Boxed, clause: str) -> bool:
    """Whether a clause begins with another thing than the subject, or the part of it that the field is of."""
    opened = _OPENED.match(clause) or _OTHERS.match(clause)
    if opened is None or re.match(article.once(subject_of), clause):
        return False
    part = opened[0].startswith(("The ", "Its ")) or _OTHERS.match(clause) is not None
    return not part or boxed.cues.isdisjoint(_LETTERS.findall(opened[0].lower()))


def _is_dated(article: Article, claim: Claim, clause: str) -> bool:
    """Whether a day is told of a battle, or of the subject by whoever acts: "a rocket put it into orbit on"."""
    if not isinstance(claim.value, Date):
        return False
    return article.kind.name == "conflict" or re.search(rf"\b{article.once(subject_of)}\b", clause) is not None


def _heading(article: Article, claim: Claim) -> set[str]:
    """The words of the heading over a date: under "Battle" it is that of the battle."""
    block = article.page.block_at(claim.span.start)
    title = article.page.sections[block.section].title if block is not None and block.section >= 0 else ""
    return set(_LETTERS.findall(title.lower())) if len(title.split()) == 1 else set()


def _near(ahead: str) -> list[str]:
    """The last words before a number: "seats 612", "has room for"."""
    return _LETTERS.findall(ahead.lower())[-3:]


def strangers(article: Article, clause: str) -> bool:
    """Whether a clause names anything but the subject and places."""
    own = set(_LETTERS.findall(f"{article.parties.own} {article.page.title}".lower()))
    names = _NAME.findall(_PLACED.sub(" ", clause))
    return any(not own.issuperset(_LETTERS.findall(name.lower())) and name not in _months() for name in names)


@cache
def _months() -> frozenset[str]:
    from articles.claims.date_pieces import months

    return frozenset(months())


@cache
def _sorts() -> list[tuple[frozenset[str], frozenset[str], bool]]:
    rows = data_file(__file__, "slips.toml")["sort"]
    return [(frozenset(row["keys"]), frozenset(row["cues"]), "whole" in row) for row in rows]


@cache
def _cues(key: str) -> frozenset[str]:
    """The words by which a text tells what a field of this key gives; none where that is not known."""
    words = {*key.split("_"), key}
    return next((cues for keys, cues, whole in _sorts() if not keys.isdisjoint({key} if whole else words)), frozenset())
