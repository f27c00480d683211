"""A cell and the notes of its row: the same event, or the same measure, told in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.regex import regex
from rules.laws.agreement import values
from rules.laws.nearby import left, right
from rules.laws.row_words import again, words_of
from rules.laws.stated_rows import Remarks, Stated, is_date, numbers, stated
from rules.rule import Outcome

_HAPPENED = regex(r"((?<![\w-])(?:[a-z]+(?:-[a-z]+)? ){1,3})(?:on|in)(?: the)? $", re.IGNORECASE)
_ABOUT = r"(?: (?:about|around|some|only|just|nearly|over|almost|roughly|approximately))?"
_MEASURED = regex(rf"(?<![\w-])([a-z]+) (?:of|is|was|reached|at){_ABOUT} $", re.IGNORECASE)
_IS = regex(rf"\b(?:is|was|stands|measures|measured){_ABOUT} $")
_HAS = regex(
    rf"(?:^|\b(?:has|had|have|with|for|holds?|won|received|got|took|seats?|employs?|counts?|to|killed){_ABOUT} )$"
)
_THE = regex(r"\bthe ([a-z]+) (?:is|was|stands|has|had)\b", re.IGNORECASE)
_SIZES = frozenset({"high", "tall", "long", "wide", "deep"})


class Beside(NamedTuple):
    """A cell and the reading in the notes of its row that tells the same."""

    cell: Stated
    note: Claim


def row_notes(article: Article) -> Iterator[tuple[Beside, Outcome]]:
    """Every cell with what the notes of its row say of the same, and whether they agree."""
    for cells, remarks in article.once(stated):
        for note in remarks:
            mine = [cell for cell in cells if cell.row == note.row]
            if mine:
                yield from _row(article, mine, note)


def _row(article: Article, cells: list[Stated], note: Remarks) -> Iterator[tuple[Beside, Outcome]]:
    for claim in numbers(article, note.span):
        for cell in cells:
            if claim.span.end <= note.span.end and same_thing(article, cell, claim):
                yield Beside(cell, claim), values(cell.value, claim.value)


def same_thing(article: Article, cell: Stated, claim: Claim) -> bool:
    """Whether a reading in a sentence tells what a cell states, by the word beside it, and once only."""
    before = left(article, claim.span.start)
    if _other_time(before) or is_date(claim.value) != is_date(cell.value):
        return False
    if is_date(cell.value):
        found = _HAPPENED.search(before)
        return found is not None and not cell.words.isdisjoint(words_of(found[1]))
    if not isinstance(claim.value, type(cell.value)):
        return False
    measured = _MEASURED.search(before)
    if measured and measured[1].lower() in cell.words:
        return True
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    told = noun if noun is not None else next(iter(words_of(right(article, claim.span.end, 30))), "")
    if told not in cell.words:
        return False
    if told not in _SIZES:
        return _HAS.search(before) is not None
    thing = _THE.search(before)  # "the hill is 40 m high" speaks of the hill
    return _IS.search(before) is not None and (thing is None or thing[1].lower() in words_of(cell.name))


def _other_time(before: str) -> bool:
    return not again().isdisjoint(words_of(before))
