"""Dates that cannot lie ahead by where they stand: a field of a death, a row of winners, a step of a chronology.

What is planned says so ("under construction", a column of dates of maturity), and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.page import Block, Cell, Form, Place, Table
from articles.regex import regex
from articles.words import worded
from rules.laws.nearby import claims_in
from rules.laws.times.deeds import is_past

EXACT = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.SEASON})
_KEY = worded(
    __file__, r"(?:date_?|year_?|date of |year of |first |first_)?{done}(?:[_ ](?:date|year|in|on))?", re.IGNORECASE
)
"""The key of a field that tells what came about."""
_HEAD = worded(__file__, r"\b{counted}\b", re.IGNORECASE)
"""The header of a column that is filled when all is over."""
_DATES = worded(__file__, r"(?:[a-z]+ )?{dates}(?: (?:held|of [a-z]+))?|{done}", re.IGNORECASE)
_PLANNED = worded(__file__, r"\b{ahead}\b", re.IGNORECASE)
_DRAWN = worded(__file__, r"\b{drawn}\b", re.IGNORECASE)
_LIFE = regex(r"[^().]{0,80}\([^()]{0,80}$")
_WORD = regex(r"[a-z]+")
_BEHIND = regex(r"(?:: |, | [–—-] ).{3,}")


class Ahead(NamedTuple):
    """A date after today, and what tells that it is past."""

    date: Claim
    why: str


def dated_ahead(article: Article, today: int) -> Iterator[Ahead]:
    """The dates after today in fields, cells, items and brackets that tell of what came about."""
    ahead = [claim for claim in article.claims_by_kind.get("date", ()) if _is_ahead(claim, today)]
    if not ahead:
        return
    lead = " ".join(article.page.text(block.span) for block in article.page.lead[:2])
    planned = _PLANNED.search(lead) is not None
    for claim in ahead:
        block = article.page.block_at(claim.span.start)
        if block is None or claim.quoted:
            continue
        if block.form is Form.ITEM and _is_step(article, block, claim):
            yield Ahead(claim, "a step of a chronology")
        elif block.form is Form.CAPTION and _of_picture(article, block, claim, today):
            yield Ahead(claim, "a caption")
        elif block.place is Place.LEAD and _LIFE.fullmatch(
            article.page.prose.text[block.span.start : claim.span.start]
        ):
            yield from _of_life(article, block, claim, today)
    if not planned:
        yield from _fields(article, today)
        yield from _cells(article, today)


def _is_ahead(claim: Claim, today: int) -> bool:
    """Whether a date, or the end of a range, lies after today."""
    value = (claim.parts or (claim,))[-1].value
    return isinstance(value, Date) and value.earliest is not None and value.earliest > today and not value.circa


def _is_step(article: Article, block: Block, claim: Claim) -> bool:
    """Whether an item opens with a date and tells what was done then: "September 2031: the first train reached"."""
    value = claim.value
    if claim.span.start != block.span.start or not isinstance(value, Date) or value.precision not in EXACT:
        return False
    behind = article.page.prose.text[claim.span.end : block.span.end]
    if not _BEHIND.fullmatch(behind) or _PLANNED.search(behind):
        return False
    return any(is_past(word) for word in _WORD.findall(behind))


def _of_picture(article: Article, block: Block, claim: Claim, today: int) -> bool:
    """Whether a caption says when its picture was taken: "The hall in 2051"."""
    text = article.page.text(block.span)
    taken = text[: claim.span.start - block.span.start].rstrip().endswith((" in", " on", ","))
    return (
        taken and not claim.parts and not _PLANNED.search(text) and _is_ahead(claim, today) and not _DRAWN.search(text)
    )


def _of_life(article: Article, block: Block, claim: Claim, today: int) -> Iterator[Ahead]:
    """The later end of somebody's years in the first sentence: "Ida Holm (1951–2038) was a weaver"."""
    title = re.sub(r"\s*\([^()]*\)$", "", article.page.title)
    text = article.page.prose.text
    closing = text.find(")", claim.span.end, block.span.end)
    if not text.startswith(title, block.span.start) or not text.startswith((" was ", " were "), closing + 1):
        return
    last = (claim.parts or (claim,))[-1]
    if isinstance(last.value, Date) and last.value.precision in EXACT and article.parties.person:
        yield Ahead(last, "the end of a life")


def _fields(article: Article, today: int) -> Iterator[Ahead]:
    """The dates of fields that tell what came about: "Died", "Opened"."""
    for infobox in article.page.infoboxes:
        for field in infobox.fields:
            if not _KEY.fullmatch(field.key.strip()):
                continue
            text = article.page.text(field.prose)
            for claim in () if _PLANNED.search(text) else claims_in(article, field.prose):
                if claim.kind is Kind.DATE and not claim.parts and _is_ahead(claim, today):
                    yield Ahead(claim, f"the field “{field.key.strip()}”")


def _cells(article: Article, today: int) -> Iterator[Ahead]:
    """The dates of rows that tell how something ended: a winner, a count."""
    for table in article.page.tables:
        if not _PLANNED.search(article.page.text(table.caption)):
            yield from _of_table(article, table, today)


def _of_table(article: Article, table: Table, today: int) -> Iterator[Ahead]:
    grid = table.grid()
    heads = {at: article.page.text(cell.prose).strip() for at, cell in grid[0].items()} if grid else {}
    if any(_PLANNED.search(text) for text in heads.values()):
        return
    dates = next((at for at, text in sorted(heads.items()) if _DATES.fullmatch(text)), None)
    if dates is None or not any(_HEAD.search(text) for at, text in heads.items()):
        return
    for row in grid[1:]:
        claim = _date(article, row.get(dates))
        full = all(article.page.text(cell.prose).strip(" –—-?") for cell in row.values())
        told = any(_PLANNED.search(article.page.text(cell.prose)) for cell in row.values())
        if claim is not None and _is_ahead(claim, today) and full and not told and len(row) == len(heads):
            yield Ahead(claim, "a row of what is over")


def _date(article: Article, cell: Cell | None) -> Claim | None:
    """The date that is all of a cell."""
    if cell is None:
        return None
    found = [claim for claim in claims_in(article, cell.prose) if claim.kind is Kind.DATE and not claim.parts]
    return found[0] if len(found) == 1 and found[0].span == cell.prose else None
