"""What the cells of a table state of the thing that their row is about: a date, or a number with its unit.

The header says what it is; a figure takes the unit, and the year, that its header names in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
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
from rules.laws.nouns import head
from rules.laws.tables.row_words import RELATIONS, Told, counted, event, measure, of_relations, words_of

_YEAR = regex(r"\s*(1[0-9]{3}|20[0-9]{2})\s*")
_ANY_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_NAME = 50
_LONG = 100
"""A column with a longer cell holds prose, and no names."""
_HEADER_ROWS = 3
_DATED = regex(
    r"(?:^|[a-z.,] )(?:c\. ?)?(?:1[0-9]{3}|20[0-9]{2})(?![0-9.,])(?! ?[a-z%²])|[a-z] [1-9][0-9]{2}$"
    r"|^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
)
"""A year that ends a date, or is all of it."""
_LOWER = regex(r"\b[a-z]{2,}\b")
_SAMPLE = 6
_NUMBER = 12
_REMARK = 20
_FEWEST_WORDS = 3
"""A cell with so many characters and words in lower case holds running text."""


class Stated(NamedTuple):
    """One cell: what it states, by the words that tell the same, and of what.

    ``years`` are those that the header and the caption name; ``name`` is the first cell of words in the row, ``names``
    are all short ones by their headers. ``loose`` marks a count that only the notes of its row are held against.
    ``sorts`` are the nouns by which the title and the words around the table call what the rows are about.
    """

    table: Table
    row: int
    name: str
    heading: str
    told: Told
    value: Value
    span: ProseSpan
    years: frozenset[str]
    names: tuple[tuple[str, str], ...] = ()
    loose: bool = False
    sorts: frozenset[str] = frozenset()


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
    listed = [heads[at] for at in sorted(heads)]
    first = " ".join(listed[: 2 if listed[0].strip().lower() in ("year", "date") else 1])
    around = f"{article.page.text(table.caption)} {_section(article, table)} {first}"
    body = grid[top + 1 :]
    dated = {at for at in heads if _is_dated(article, body, at)}
    whole = f"{article.page.title} {around}"
    begun = {at for at in dated if of_relations(heads[at], whole)}
    events = {at: RELATIONS if at in begun else event(heads[at], around) for at in dated}
    events = {at: told for at, told in events.items() if told}
    measures = {at: told for at in heads.keys() - dated if (told := measure(heads[at]))}
    others = heads.keys() - dated - measures.keys()
    counts = {at: told for at in others if (told := counted(heads[at])) and _is_counted(article, body, at)}
    if not events and not measures and not counts:
        return Rows([], [])
    caption = article.page.text(table.caption)
    told_by = {**counts, **measures, **events}
    sorts = frozenset(head(word) for word in words_of(whole) if word.endswith("s"))
    cells: list[Stated] = []
    remarks: list[Remarks] = []
    noted = {at for at in heads if header(heads[at])[0] in table_words().notes}
    columns = {at: (" ".join(heads[at].split()), frozenset(years_in(f"{heads[at]} {caption}"))) for at in told_by}
    prose = {at for row in body for at, cell in row.items() if cell.prose.end - cell.prose.start > _LONG}
    for number, row in enumerate(body, top + 1):
        names = tuple(_names(article, row, heads, told_by.keys() | prose))
        name = names[0][1] if names else ""
        for at, cell in row.items():
            value = None
            if at in told_by:
                value = _date(article, cell) if at in events else _measure(article, cell, heads[at])
            if value is not None:
                heading, years = columns[at]
                cells.append(
                    Stated(table, number, name, heading, told_by[at], *value, years, names, at in counts, sorts)
                )
            elif at not in told_by and (at in noted or _is_remark(article, cell)):
                remarks.append(Remarks(number, cell.prose))
    return Rows(cells, remarks)


def _section(article: Article, table: Table) -> str:
    return article.page.sections[table.section].title if table.section >= 0 else ""


def _is_dated(article: Article, body: list[dict[int, Cell]], column: int) -> bool:
    """Whether most of a column's first cells hold one date each."""
    texts = [article.page.text(row[column].prose).strip() for row in body[:_SAMPLE] if column in row]
    filled = [text for text in texts if len(text) > 2]
    dates = sum(bool(_DATED.search(text)) for text in filled)
    return bool(filled) and 2 * dates > len(filled) and all(len(text) <= _NAME for text in filled)


def _is_counted(article: Article, body: list[dict[int, Cell]], column: int) -> bool:
    """Whether a column's first cells hold numbers."""
    texts = [article.page.text(row[column].prose).strip() for row in body[:_SAMPLE] if column in row]
    return any(texts) and all(text[:1].isdecimal() and len(text) < _NUMBER for text in texts if text)


def _is_remark(article: Article, cell: Cell) -> bool:
    """Whether a cell holds notes by its running text."""
    length = cell.prose.end - cell.prose.start
    return length > _REMARK and len(_LOWER.findall(article.page.text(cell.prose))) >= _FEWEST_WORDS


def _headed(row: dict[int, Cell]) -> bool:
    return all(cell.header for cell in row.values())


def _names(
    article: Article, row: dict[int, Cell], heads: Mapping[int, str], skipped: Set[int]
) -> Iterator[tuple[str, str]]:
    """The short cells of words in a row with their headers, the first of which names it."""
    for at in sorted(row):
        if at not in skipped:
            text = " ".join(article.page.text(row[at].prose).split())
            named = text and (not text[0].isdecimal() or (at == min(row) and _YEAR.fullmatch(text)))
            if named and len(text) <= _NAME:
                yield " ".join(heads.get(at, "").lower().split()), text


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
    unit = unit_named(header(heading)[1])
    if unit is not None:
        scaled = Written(figure.value * unit[1], figure.value * unit[1], figure.step * unit[1], Hedge.NONE)
        return Quantity(scaled, unit[0]), figure.span
    return Number(written._replace(step=figure.step if figure.step < 1 else 0 * figure.step)), figure.span


@lru_cache(1 << 10)
def unit_named(remark: str) -> tuple[str, Decimal] | None:
    """The unit that a header names in brackets, and by what it multiplies: "km2", "million m³"."""
    units = (
        [(c.value.unit, c.value.amount.value) for c in read(f"1 {remark}") if isinstance(c.value, Quantity)]
        if remark
        else []
    )
    return units[0] if len(units) == 1 else None


def numbers(article: Article, span: ProseSpan) -> Iterator[Claim]:
    """The readings in a stretch of prose that may tell what a cell states."""
    for claim in claims_in(article, span):
        if claim.kind in (Kind.DATE, Kind.NUMBER, Kind.QUANTITY) and not claim.parts and not claim.quoted:
            yield claim


def years_in(text: str) -> list[str]:
    """The years that a header, a caption or a title names."""
    return _ANY_YEAR.findall(text)


def is_date(value: Value) -> bool:
    """Whether a value is a date, as events have."""
    return isinstance(value, Date)
