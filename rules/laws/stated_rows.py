"""What the cells of a table state of the thing that their row is about: a date, or a number with its unit.

The header says what it is; a figure takes the unit, and the year, that its header names in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, of_year
from articles.claims.claim import Claim, Kind, Number, Quantity, Value
from articles.claims.reader import read
from articles.claims.written import Hedge, Written
from articles.facts.cell_figures import read_cell
from articles.facts.table_words import header, table_words
from articles.page import Cell, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import claims_in
from rules.laws.row_words import telling

_YEAR = regex(r"\s*(1[0-9]{3}|20[0-9]{2})\s*")
_ANY_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_NAME = 50
_HEADER_ROWS = 3


class Stated(NamedTuple):
    """One cell: what it states, by the words that tell the same, and of what.

    ``years`` are those that the header and the caption name; ``name`` is the first cell of words in the row.
    """

    table: Table
    row: int
    name: str
    heading: str
    words: frozenset[str]
    value: Value
    span: ProseSpan
    years: frozenset[str]


class Remarks(NamedTuple):
    """The cell of notes in a row."""

    row: int
    span: ProseSpan


class Rows(NamedTuple):
    """The cells of a table whose headers say what they state, and its cells of notes."""

    cells: list[Stated]
    remarks: list[Remarks]


def stated(article: Article) -> tuple[Rows, ...]:
    """What the tables state of which anything can be told, in order; to be asked for :meth:`Article.once`."""
    found = (_stated(article, table) for table in article.page.tables)
    return tuple(rows for rows in found if rows.cells)


def _stated(article: Article, table: Table) -> Rows:
    grid = table.grid()
    top = next((at for at, row in enumerate(grid[:_HEADER_ROWS]) if len(row) > 1 and _headed(row)), None)
    if top is None:
        return Rows([], [])
    heads = {at: article.page.text(cell.prose) for at, cell in grid[top].items()}
    notes = {at for at, text in heads.items() if header(text)[0] in table_words().notes}
    events = {at: words for at, text in heads.items() if (words := telling("events", text))}
    measures = {at: words for at, text in heads.items() if (words := telling("measures", text))}
    if not events and not measures:
        return Rows([], [])
    caption = article.page.text(table.caption)
    cells: list[Stated] = []
    remarks: list[Remarks] = []
    for number, row in enumerate(grid[top + 1 :], top + 1):
        name = _name(article, row, {*events, *measures})
        for at, cell in row.items():
            words = events.get(at, measures.get(at, frozenset()))
            if words:
                value = _date(article, cell) if at in events else _measure(article, cell, heads[at])
                if value is not None:
                    years = frozenset(_ANY_YEAR.findall(f"{heads[at]} {caption}"))
                    cells.append(Stated(table, number, name, " ".join(heads[at].split()), words, *value, years))
            elif at in notes:
                remarks.append(Remarks(number, cell.prose))
    return Rows(cells, remarks)


def _headed(row: dict[int, Cell]) -> bool:
    return all(cell.header for cell in row.values())


def _name(article: Article, row: dict[int, Cell], skipped: set[int]) -> str:
    """The first cell of words in a row, which names it."""
    for at in sorted(row):
        if at not in skipped:
            text = " ".join(article.page.text(row[at].prose).split())
            if text and len(text) <= _NAME and not text[0].isdigit():
                return text
    return ""


def _date(article: Article, cell: Cell) -> tuple[Value, ProseSpan] | None:
    """The one date of a cell; a bare year is one."""
    bare = _YEAR.fullmatch(article.page.text(cell.prose))
    if bare:
        at = cell.prose.start + bare.start(1)
        return of_year(int(bare[1])), ProseSpan(at, at + 4)
    dates = [claim for claim in claims_in(article, cell.prose) if claim.kind is Kind.DATE]
    whole = len(dates) == 1 and not dates[0].parts and dates[0].span.end <= cell.prose.end
    return (dates[0].value, dates[0].span) if whole else None


def _measure(article: Article, cell: Cell, heading: str) -> tuple[Value, ProseSpan] | None:
    """The one figure of a cell with its own unit, or that of the header."""
    claims = [c for c in claims_in(article, cell.prose) if c.kind in (Kind.QUANTITY, Kind.NUMBER)]
    if len(claims) == 1 and isinstance(claims[0].value, Quantity) and not claims[0].parts:
        return claims[0].value, claims[0].span
    figure = read_cell(article.page.text(cell.prose), cell.prose.start).figure
    if figure is None or figure.marked or figure.unit or figure.value < 0:
        return None
    written = Written(figure.value, figure.value, figure.step, Hedge.NONE)
    unit = _unit(header(heading)[1])
    if unit is not None:
        return Quantity(written, unit), figure.span
    return Number(written._replace(step=figure.step if figure.step < 1 else 0 * figure.step)), figure.span


@lru_cache(1 << 10)
def _unit(remark: str) -> str | None:
    """The unit that a header names in brackets: "km2"."""
    units = [c.value.unit for c in read(f"1 {remark}") if isinstance(c.value, Quantity)] if remark else []
    return units[0] if len(units) == 1 else None


def numbers(article: Article, span: ProseSpan) -> Iterator[Claim]:
    """The readings in a stretch of prose that may tell what a cell states."""
    for claim in claims_in(article, span):
        if claim.kind in (Kind.DATE, Kind.NUMBER, Kind.QUANTITY) and not claim.parts and not claim.quoted:
            yield claim


def is_date(value: Value) -> bool:
    """Whether a value is a date, as events have."""
    return isinstance(value, Date)
