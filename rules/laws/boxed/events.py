"""The date that a field gives of what is done once to the subject, and another date on which a sentence has it done.

A sentence has it where the subject of the article is the subject or the object of a verb of the event, with nothing
between that names another. Where the text gives the field's date as well, what differs is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.facts.fields import normal, own_boxes
from articles.page import Field, Form, Place
from articles.regex import regex
from articles.words import data_file, worded
from rules.laws.agreement import values
from rules.laws.asides import words_ahead, words_behind
from rules.laws.boxed.pair import Pair
from rules.laws.boxed.slips import strangers
from rules.laws.cited import cited
from rules.laws.headed import of_its_own
from rules.laws.names.called import KIN, subject_of
from rules.laws.nearby import claims_in, left, may_tell, right, sentence_at
from rules.rule import Outcome

_EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_AGREEING = (Outcome.CONSISTENT, Outcome.BY_ROUNDING)
_CUT = regex(
    r"[;:()]|, (?:and|but|while|whereas|which|who|whose|where|when|as|although|though) |"
    r" (?:but|while|whereas|when|until) |"
    r" and (?:is|was|has|had|are|were|it|she|he|they|the|in|on) "
)
_LED = worded(__file__, r"(?i:\b{leading})(?: the)? $")
"""Right before a date: it is the day of what is told."""
_NOT_LED = worded(__file__, r"\b{misleading}(?: the| early| late| about| around)? $")
_DOUBTED = worded(__file__, r"\b{doubted}\b")
_BETWEEN = worded(__file__, r"\b{between}\b")
_FIRST = regex(r"\b(?:first|for the first time)\b")
_ADJECTIVE = r"(?!(?:in|at|on|for|by|near|behind|beside|within|inside|to|from|with|of|under|over|and|as) )[a-z]+ "
_ANOTHER = regex(
    r"(?:launched|opened|founded|started|established|built|created|began) (?:an?|another|its|their|his|her) "
)
"""A deed with an object of its own: "the firm launched a new line"."""
_PASSIVE = regex(r"\b(?:was|were|been|being|is|are)\b")
_FATE = "fate"
_WORD = regex(r"[a-z]+")
_LONGEST = 40_000
_MOST_BOXED = 60
"""An article with more dated fields is a list of infoboxes."""
_REACH = 300
_FARTHEST = 366 * 100
"""Days."""


class Event(NamedTuple):
    """A row of the table."""

    deeds: tuple[str, ...]
    parts: tuple[str, ...]
    alone: tuple[str, ...]
    named: bool
    nouns: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """One of these is in a sentence that tells of the event."""
        return frozenset((*self.deeds, *self.alone, *self.nouns))


def events(article: Article) -> Iterator[Pair]:
    """Each date of the infobox with the first of the text that has the same thing done on another."""
    if not article.page.infoboxes or article.parties.pair or len(article.page.prose.text) > _LONGEST:
        return
    for key, dated, event in islice(_boxed(article), _MOST_BOXED):
        yield from _told(article, key, dated, event)


def _boxed(article: Article) -> Iterator[tuple[str, Claim, Event]]:
    """The fields that date an event: the key, the date and the event."""
    for box in own_boxes(article.page):
        for field in box.fields:
            key = normal(field.key)
            if key.endswith(_FATE):  # "Wrecked, 3 March 1921"
                key = next(iter(_WORD.findall(article.page.text(field.prose).lower())), key)
            event = _events().get(key)
            dated = _dated(article, field) if event else None
            if event and dated:
                yield key, dated, event


def _dated(article: Article, field: Field) -> Claim | None:
    """The one date of a field."""
    dates = [claim for claim in claims_in(article, field.prose) if claim.kind is Kind.DATE]
    return dates[0] if len(dates) == 1 and _exact(dates[0]) else None


def _exact(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Date) and not (value.circa or claim.parts or claim.quoted) and value.precision in _EXACT


def _told(article: Article, key: str, boxed: Claim, event: Event) -> Iterator[Pair]:
    told = article.once(_running_dates)
    if any(values(boxed.value, claim.value) in _AGREEING and _as_exact(boxed, claim) for claim in told):
        return
    for claim in told:
        differs = _exact(claim) and values(boxed.value, claim.value) is Outcome.CONFLICTING and _near(boxed, claim)
        if differs and _is_of(article, claim, event):
            yield Pair(key.replace("_", " "), boxed.span, boxed.value, claim.span, claim.value)
            return


def _near(one: Claim, other: Claim) -> bool:
    """Whether two dates are of one life: what was founded again centuries later is another founding."""
    first, second = one.value, other.value
    if not isinstance(first, Date) or not isinstance(second, Date) or first.earliest is None or second.earliest is None:
        return False
    return abs(first.earliest - second.earliest) < _FARTHEST


def _as_exact(boxed: Claim, claim: Claim) -> bool:
    """Whether a date is as exact as the field's: a year alone does not tell its day."""
    one, other = boxed.value, claim.value
    return (
        isinstance(one, Date)
        and isinstance(other, Date)
        and _EXACT.index(other.precision) <= _EXACT.index(one.precision)
    )


def _running_dates(article: Article) -> tuple[Claim, ...]:
    return tuple(claim for claim in article.claims_by_kind.get(Kind.DATE, ()) if _running(article, claim))


def _running(article: Article, claim: Claim) -> bool:
    block = article.page.block_at(claim.span.start)
    if block is None or block.place not in (Place.LEAD, Place.BODY) or block.form not in (Form.PARAGRAPH, Form.ITEM):
        return False
    return isinstance(claim.value, Date) and claim.value.precision in _EXACT


def _is_of(article: Article, claim: Claim, event: Event) -> bool:
    """Whether a sentence has the event on a date, and nobody else's."""
    sentence = sentence_at(article, claim.span.start)
    if not may_tell(article, sentence, event.words) or cited(article.page, claim.span.start):
        return False
    if of_its_own(article, claim.span.start):
        return False
    before = words_ahead(left(article, claim.span.start, _REACH))
    behind = words_behind(right(article, claim.span.end, _REACH))
    if not (_LED.search(before) or not before.strip()) or _NOT_LED.search(before):
        return False
    ahead, after = _clause_ahead(article, before, event), _CUT.split(behind)[0]
    clause = f"{ahead}|{after}"
    alone = any(phrase in clause for phrase in event.alone)
    if _DOUBTED.search(_FIRST.sub(" ", clause) if alone or any("first" in deed for deed in event.deeds) else clause):
        return False
    named = event.named and not _nobody_else(article, claim)
    return alone or any(_of_subject(article, part, event, named=named) for part in (ahead, after, clause))


def _clause_ahead(article: Article, before: str, event: Event) -> str:
    """The clause up to a date; of the second of two predicates with the subject of the first: "struck and was lost"."""
    cuts = list(_CUT.finditer(before))
    ahead = before[cuts[-1].end() :] if cuts else before
    if not cuts or event.named or not cuts[-1][0].startswith((" and was ", " and were ", " and had ", " and has ")):
        return ahead
    first = before[cuts[-2].end() if len(cuts) > 1 else 0 : cuts[-1].start()]
    who = "|".join((article.once(subject_of), *map(re.escape, event.parts)))
    shared = re.match(rf"(?:[^,]{{1,40}},? )??(?:{who})(?![\w’'-])", first)
    return f"it {cuts[-1][0].removeprefix(' and ')}{ahead}" if shared is not None else ahead


def _nobody_else(article: Article, claim: Claim) -> bool:
    """Whether the paragraph of a date names nobody before it but the subject, whom a pronoun then means."""
    block = article.page.block_at(claim.span.start)
    before = article.page.prose.text[block.span.start : claim.span.start] if block is not None else ""
    return not KIN.search(before) and not strangers(article, before)


def _of_subject(article: Article, clause: str, event: Event, *, named: bool) -> bool:
    """Whether the subject of the article does the deed or has it done."""
    subject = article.once(subject_of)
    if named:
        subject = subject.replace("|[Hh]e|[Ss]he|[Ii]t", "", 1)
    who = "|".join((subject, *map(re.escape, event.parts), *(part.capitalize() for part in event.parts)))
    deeds = "|".join(re.escape(deed) for deed in sorted(event.deeds, key=len, reverse=True))
    if not any(deed in clause for deed in (*event.deeds, *event.nouns)):
        return False
    done = re.search(rf"(?<![\w’'-])(?:{who})(?![\w’'-])(?P<mid>[^|]{{0,60}}?)\b(?:{deeds})\b", clause)
    if done is not None and not _BETWEEN.search(done["mid"]):
        return _PASSIVE.search(done["mid"]) is not None or _ANOTHER.match(clause, done.end("mid")) is None
    does = re.search(rf"\b(?:{deeds}) (?:the )?(?:{_ADJECTIVE})?(?:{subject})(?![\w’'-])", clause)
    had = re.search(rf"\b(?:had|have|saw) (?:{subject}) (?:[a-z]+ )?(?:{deeds})\b", clause)
    if does is not None or had is not None or not event.nouns:
        return does is not None or had is not None
    nouns = "|".join(map(re.escape, event.nouns))
    return (
        re.search(rf"\b(?:{nouns}) of (?:{subject})(?![\w’'-])|\b(?:[Ii]ts|[Hh]er) (?:{nouns})\b", clause) is not None
    )


@cache
def _events() -> dict[str, Event]:
    rows = data_file(__file__, "events.toml")["event"]
    return {
        key: Event(
            tuple(row["deeds"]),
            tuple(row.get("parts", ())),
            tuple(row.get("alone", ())),
            "named" in row,
            tuple(row.get("nouns", ())),
        )
        for row in rows
        for key in row["keys"]
    }
