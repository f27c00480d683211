"""The total of a column, and a sentence that tells it: "in all 12,600 tonnes were landed" beside a table of 13,600.

The table must add up by itself, the sentence must speak of a total and name what the column counts, and its number must
be that of the table but for one slip: what differs more is the total of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number, Quantity
from articles.claims.written import Hedge
from articles.facts.cell_figures import Figure
from articles.facts.sheets import Column, Role, Sheet, has_words, is_total
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.words import worded
from rules.laws.nearby import claims_in, gap, sentence_at
from rules.laws.nouns import head
from rules.laws.tables.row_words import words_of
from rules.laws.tables.sheet_sums import slipped
from rules.laws.tables.total_rows import summed
from rules.rule import Outcome

FEWEST, LONGEST = 2, 12
"""Parts of a column: a finding shows all of them."""
_IN_ALL = worded(__file__, r"\b{in-all}\b")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b(?!,[0-9])")
_SHORTEST = 3


class Told(NamedTuple):
    """The total of a column, the cell that states it if one does, its parts, and the reading that tells it."""

    heading: str
    total: Decimal
    cell: Figure | None
    parts: tuple[Figure, ...]
    claim: Claim


class _Column(NamedTuple):
    sheet: Sheet
    heading: str
    nouns: frozenset[str]
    total: Decimal
    cell: Figure | None
    parts: tuple[Figure, ...]


def totals_told(article: Article) -> Iterator[tuple[Told, Outcome]]:
    """Every sentence that tells the total of a column, and whether it tells the same."""
    for sheet in article.sheets:
        columns = list(_columns(sheet))
        for block in _blocks(article, sheet) if columns else ():
            for claim in claims_in(article, block.span):
                if isinstance(claim.value, (Number, Quantity)) and not claim.quoted and not claim.parts:
                    yield from _told(article, sheet, columns, claim)


def _columns(sheet: Sheet) -> Iterator[_Column]:
    """The columns that add up, each with its total."""
    parts_of = [line for line in sheet.lines if line.role is Role.PART]
    whole = [line for line in sheet.lines if line.role in (Role.TOTAL, Role.WHOLE)]
    others = any(line.role in (Role.WITHIN, Role.SUBTOTAL) for line in sheet.lines)
    if others or len(whole) > 1 or not FEWEST <= len(parts_of) <= LONGEST or has_words(sheet.around, "chosen"):
        return
    found: list[tuple[Column, Decimal, Figure | None, tuple[Figure, ...]]] = []
    for at, column in sheet.columns.items():
        parts = tuple(figure for line in parts_of if (figure := line.figure(at)) is not None and not figure.marked)
        cell = whole[0].figure(at) if whole else None
        if not summed(sheet, at) or len(parts) < len(parts_of) or (whole and cell is None):
            continue
        added = sum((part.value for part in parts), Decimal(0))
        if cell is None and len(parts) > FEWEST and added == 2 * parts[-1].value:
            added, cell, parts = parts[-1].value, parts[-1], parts[:-1]  # a total, whatever its row is called
        if cell is None or (cell.value == added and not cell.marked):
            found.append((column, added, cell, parts))
    for column, added, cell, parts in found:
        around = sheet.around if len(found) == 1 or is_total(column) else ""
        nouns = frozenset(head(word) for word in words_of(f"{column.header} {around}") if len(word) > 1)
        yield _Column(sheet, column.header, nouns, added, cell, parts)


def _blocks(article: Article, sheet: Sheet) -> Iterator[Block]:
    """The paragraphs of the lead and of the table's section, and its caption."""
    for block in article.page.blocks:
        near = block.section in (-1, sheet.table.section) and block.place in (Place.LEAD, Place.BODY)
        if (near and block.form is Form.PARAGRAPH) or block.span == sheet.table.caption:
            yield block


def _told(article: Article, sheet: Sheet, columns: list[_Column], claim: Claim) -> Iterator[tuple[Told, Outcome]]:
    value = claim.value
    if not isinstance(value, (Number, Quantity)) or value.amount.hedge is not Hedge.NONE:
        return
    unit = article.page.text(claim.span).split()[-1]
    word = (value.noun or "") if isinstance(value, Number) else unit
    named = [column for column in columns if word and head(word) in column.nouns]
    if not named:
        return
    sentence = sentence_at(article, claim.span.start)
    before, behind = gap(article, sentence.start, claim.span.start), gap(article, claim.span.start, sentence.end)
    said = before.rpartition(";")[2] + behind.partition(";")[0]
    if not _IN_ALL.search(said.lower()) or _DOUBT.search(said.lower()) or not _one_time(sheet, said, named[0]):
        return
    rows = [line for line in sheet.lines if line.role is Role.PART][: len(named[0].parts)]
    if any(len(line.label) >= _SHORTEST and line.label in said.lower() for line in rows):
        return
    amount = value.amount.value
    agreed = any(amount in (column.total, *(part.value for part in column.parts)) for column in columns)
    for column in named:
        if agreed or slipped(amount, column.total):
            told = Told(column.heading, column.total, column.cell, column.parts, claim)
            yield told, Outcome.CONSISTENT if agreed else Outcome.CONFLICTING
            return


def _one_time(sheet: Sheet, said: str, column: _Column) -> bool:
    """Whether a clause and a column name the same years, or one of them none."""
    years, theirs = set(_YEAR.findall(said)), set(_YEAR.findall(f"{column.heading} {sheet.around}"))
    return not years or not theirs or years == theirs
