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
from articles.page import Block
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, gap, sentence_at
from rules.laws.nouns import head
from rules.laws.tables.row_words import words_of
from rules.laws.tables.running import is_running, readings
from rules.laws.tables.sheet_sums import slipped
from rules.laws.tables.total_rows import summed
from rules.rule import Outcome

FEWEST, LONGEST = 2, 12
"""Parts of a column: a finding shows all of them."""
_IN_ALL = worded(__file__, r"\b{in-all}\b")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_SOME = worded(__file__, r"\b{some}\b")
_IN_CAPTION = worded(__file__, r"\b{in-all}:? ?(?:of )?$")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b(?!,[0-9])")
_COUNTS = WordList(__file__, "counts")
_STATED = worded(__file__, r"^(?:It|The [\w'’-]+(?: [\w'’-]+)?) {has} (?:[0-9][0-9,]*|[a-z-]+) [a-z]+\.$")
"""A sentence right before the table that tells nothing but how many of something there are."""
_SHORTEST = 3
NEAR = Decimal("0.25")
"""By how much the number of a sentence that opens the table may be off and still be meant for its total."""


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
        for claim in readings(article, _blocks(article, sheet)) if columns else ():
            if isinstance(claim.value, (Number, Quantity)):
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
        near = block.section in (-1, sheet.table.section) and is_running(block)
        if near or block.span == sheet.table.caption:
            yield block


def _told(article: Article, sheet: Sheet, columns: list[_Column], claim: Claim) -> Iterator[tuple[Told, Outcome]]:
    value = claim.value
    if not isinstance(value, (Number, Quantity)) or value.amount.hedge is not Hedge.NONE:
        return
    sentence = sentence_at(article, claim.span.start)
    before, behind = gap(article, sentence.start, claim.span.start), gap(article, claim.span.start, sentence.end)
    said = f"{before.rpartition(';')[2]}{behind.partition(';')[0]}".lower()
    opens = _opens(article, sheet, sentence)
    named = _named(article, sheet, columns, claim, captioned=_IN_CAPTION.search(before.lower()) is not None)
    if not named and opens and len(columns) == 1 and columns[0].heading.lower().strip() in _COUNTS:
        named = columns  # "the service had 23 vessels:" over a column "Number"
    if not named or not (opens or _IN_ALL.search(said)) or _DOUBT.search(said) or (opens and _SOME.search(said)):
        return
    rows = [line for line in sheet.lines if line.role is Role.PART][: len(named[0].parts)]
    labelled = any(len(line.label) >= _SHORTEST and line.label in said for line in rows)
    if labelled or not _one_time(sheet, said, named[0]):
        return
    amount = value.amount.value
    beside = {each.value.amount.value for each in claims_in(article, sentence) if isinstance(each.value, Number)}
    if any(column.total in beside - {amount} for column in named):
        return  # "of 30 seats 29 were filled"
    agreed = any(amount in (column.total, *(part.value for part in column.parts)) for column in columns)
    for column in named:
        near = opens and abs(amount - column.total) <= column.total * NEAR
        if agreed or near or slipped(amount, column.total):
            told = Told(column.heading, column.total, column.cell, column.parts, claim)
            yield told, Outcome.CONSISTENT if agreed else Outcome.CONFLICTING
            return


def _named(article: Article, sheet: Sheet, columns: list[_Column], claim: Claim, *, captioned: bool) -> list[_Column]:
    """The columns that count what a number counts; the only one, for the bare number of a caption: "(total: 23)"."""
    noun = claim.value.noun if isinstance(claim.value, Number) else article.page.text(claim.span).split()[-1]
    if noun:
        return [column for column in columns if head(noun) in column.nouns]
    caption = sheet.table.caption
    inside = caption.start <= claim.span.start and claim.span.end <= caption.end
    return columns if inside and captioned and len(columns) == 1 else []


def _opens(article: Article, sheet: Sheet, sentence: ProseSpan) -> bool:
    """Whether a sentence is the table's caption, or ends in a colon before it."""
    caption = sheet.table.caption
    if caption.start <= sentence.start and sentence.end <= caption.end and caption.start < caption.end:
        return True
    first = caption.start if caption.start < caption.end else sheet.table.rows[0][0].prose.start
    text = article.page.prose.text
    if text[sentence.end : first].strip():
        return False
    return (
        text[: sentence.end].rstrip().endswith(":") or _STATED.search(text[sentence.start : sentence.end]) is not None
    )


def _one_time(sheet: Sheet, said: str, column: _Column) -> bool:
    """Whether a clause and a column name the same years, or one of them none."""
    years, theirs = set(_YEAR.findall(said)), set(_YEAR.findall(f"{column.heading} {sheet.around}"))
    return not years or not theirs or years == theirs
