"""One day of the year in two different years: what the lead or the infobox dates, and what the text dates otherwise.

Two dates of one article share their day and month by chance once in a year's days; where the sentences speak of the
same things as well, one of the years is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim, Kind
from articles.kinds.kind import normal
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.words import WordList, data_file, worded
from rules.laws.cited import cited
from rules.laws.nearby import claims_in, sentence_at

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM, Form.FIELD})
MOST = 12
"""How many dates of one day of the year are held against each other: more are a calendar."""
STEM = 5
"""So many letters of a word are compared."""
_WORD = regex(r"[^\W\d_]{4,}")
_YEARS = regex(r"[0-9]{3,4}")
_LATER = worded(__file__, r"{later}")
"""Words of a sentence that tells of the same day of another year on purpose."""
_OWN_LIFE = WordList(__file__, "own-life")
"""Fields that other rules hold against the text."""


class Dated(NamedTuple):
    """A day that the article dates in full: its reading, its year, its block, and the words beside it."""

    claim: Claim
    year: int
    block: Block

    @property
    def boxed(self) -> bool:
        """Whether it stands in the infobox."""
        return self.block.form is Form.FIELD


def in_two_years(article: Article) -> Iterator[tuple[Dated, Dated]]:
    """Each day that infobox or lead date, with one of the text that is the same but for its year."""
    by_day: dict[tuple[int, int], list[Dated]] = {}
    for claim in article.claims_by_kind.get(Kind.DATE, ()):
        for part in claim.parts or (claim,):
            found = _dated(article, part)
            if found is not None:
                by_day.setdefault(found[0], []).append(found[1])
    for dates in by_day.values():
        if len({date.year for date in dates}) > 1 and len(dates) <= MOST:
            yield from _pairs(article, dates)


def _dated(article: Article, claim: Claim) -> tuple[tuple[int, int], Dated] | None:
    date = claim.value
    if not isinstance(date, Date) or date.precision is not Precision.DAY or date.circa or claim.quoted:
        return None
    block = article.page.block_at(claim.span.start)
    if date.earliest is None or date.earliest != date.latest or block is None:
        return None
    year, month, day = civil(date.earliest)
    written = _YEARS.findall(article.page.text(claim.span))
    if block.form not in FORMS or block.place is Place.TABLE or str(year) not in written:
        return None
    return (month, day), Dated(claim, year, block)


def _pairs(article: Article, dates: list[Dated]) -> Iterator[tuple[Dated, Dated]]:
    years = [date.year for date in dates]
    for first in dates:
        if not first.boxed and first.block.place is not Place.LEAD:
            continue
        for second in dates:
            if second.year == first.year or second.boxed or (second.block.place is Place.LEAD and not first.boxed):
                continue
            if _stray(article, first, second, years) and _one_event(article, first, second):
                yield first, second
                break


def _stray(article: Article, first: Dated, second: Dated, years: list[int]) -> bool:
    """Whether one of two dates stands by itself: nothing else is dated so, and nothing near it is of its year."""
    if years.count(second.year) == 1 and _alone(article, second):
        return True
    sure = first.boxed or years.count(second.year) > 1
    return sure and years.count(first.year) == 1 and _alone(article, first)


def _one_event(article: Article, first: Dated, second: Dated) -> bool:
    """Whether field or sentence, and sentence, speak of one thing."""
    told = _sentence(article, second)
    if _LATER.search(told.lower()) or cited(article.page, second.claim.span.start):
        return False
    words = {word[:STEM].lower() for word in _WORD.findall(told) if word.lower() not in _empty()}
    if first.boxed:
        return any(word.startswith(stem) for stem in _field_stems(article, first) for word in words)
    opening = _sentence(article, first)
    if _LATER.search(opening.lower()):
        return False
    title = {word[:STEM].lower() for word in _WORD.findall(article.page.title)}
    own = {word[:STEM].lower() for word in _WORD.findall(opening) if word.lower() not in _empty()}
    return len((words & own) - title) > 1


def _sentence(article: Article, date: Dated) -> str:
    span = sentence_at(article, date.claim.span.start)
    return article.page.prose.text[span.start : span.end]


def _field_stems(article: Article, date: Dated) -> frozenset[str]:
    """How the words begin that tell of what a field dates."""
    key = _key(article, date)
    if any(word in key for word in _OWN_LIFE):
        return frozenset()
    return frozenset(stem for part, stems in _told().items() if part in key for stem in stems)


def _key(article: Article, date: Dated) -> str:
    for box in article.page.infoboxes:
        for field in box.fields:
            if field.prose.start <= date.claim.span.start < field.prose.end:
                return normal(field.key)
    return ""


def _alone(article: Article, date: Dated) -> bool:
    """Whether nothing else near a date is of its year: in its section, or, of a field, in the infobox."""
    page = article.page
    blocks = [date.block] if date.boxed else [block for block in page.blocks if block.section == date.block.section]
    for block in blocks:
        for claim in claims_in(article, block.span):
            value = claim.value
            if claim.span == date.claim.span or date.claim in claim.parts or not isinstance(value, Date):
                continue
            if value.earliest is not None and civil(value.earliest)[0] == date.year:
                return False
    return True


def _table() -> dict[str, Any]:
    return data_file(__file__, "same_day.toml")


def _told() -> dict[str, list[str]]:
    told: dict[str, list[str]] = _table()["told"]
    return told


@cache
def _empty() -> frozenset[str]:
    """Words that say nothing of what a sentence is about."""
    return frozenset(_table()["empty"]["words"].split())
