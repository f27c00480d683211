"""A table as a sheet of figures: what each row and column is, and the number in each cell.

Labels and headers are kept as a reader sees them, in lower case. A cell that reaches over several rows stands in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from articles.facts.cell_figures import Content, Figure, read_cell
from articles.facts.properties import properties
from articles.facts.table_words import table_words
from articles.page import Cell, Page, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file

MOST_ROWS = 1000
MOST_COLUMNS = 40
"""A sheet larger than this is a data base, and is left alone."""
_HEADERS = 4
_FEW_WORDS = range(1, 3)
"""How many words may follow "all" in the label of a row of totals: "all goods", "all other kinds of goods" is none."""
_WORD = regex(r"[a-z°%#±$€£²'’.+/−–-]+|\([0-9]+s?\)|'000|[0-9][0-9,]*", re.IGNORECASE)
_LEADING = regex(r"^[\s\"'“”‘’*†‡§#.:(\[]+")


class Role(StrEnum):
    """What a row is to the others."""

    PART = "part"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    WHOLE = "whole"
    WITHIN = "within"
    ASIDE = "aside"
    HEADING = "heading"


class Line(NamedTuple):
    """One row of data: its label, and what stands in each column."""

    role: Role
    label: str
    label_span: ProseSpan
    cells: Mapping[int, Content]

    def figure(self, column: int) -> Figure | None:
        """The figure in a column."""
        content = self.cells.get(column)
        return content.figure if content else None

    def measured(self, column: int) -> Figure | None:
        """The figure in a column, or the time on a clock."""
        content = self.cells.get(column)
        return (content.figure or content.clock) if content else None


class Column(NamedTuple):
    """A column: its header, all levels joined, the lowest level alone, and the level above."""

    header: str
    leaf: str
    group: str

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands in the header."""
        return not words.isdisjoint(_words(self.header))


OF_OTHERS = ("other", "excl", "without", "but ", "with ", "incl", "plus ", "and ")
"""Behind "total", what makes it one of more or fewer rows than those shown: "Total (with the smaller islands)"."""


class Sheet(NamedTuple):
    """A table of figures. ``around`` is its caption and the heading of its section, in lower case."""

    table: Table
    columns: Mapping[int, Column]
    lines: tuple[Line, ...]
    around: str


@cache
def sheet_words() -> Mapping[str, frozenset[str]]:
    """The word lists that ship with factlint."""
    return {name: frozenset(words) for name, words in data_file(__file__, "sheets.toml").items()}


def sheets(page: Page) -> Iterator[Sheet]:
    """The tables of a page that hold figures in two rows or more."""
    for table in page.tables:
        if 2 < len(table.rows) <= MOST_ROWS:
            found = _sheet(page, table)
            if found is not None:
                yield found


@lru_cache(1 << 14)
def role_of(label: str) -> Role:
    """What a row of figures with this label is to the others."""
    words = sheet_words()
    name = _LEADING.sub("", label).rstrip(" :.)]*†‡")
    first, _, rest = name.partition(" ")
    last = name.rpartition(" ")[2]
    subtotal, within = _openings()
    if name.startswith(subtotal):
        return Role.SUBTOTAL
    if label[:1] in words["within"] or f"{name} ".startswith(within):
        return Role.WITHIN
    if name in words["total"] or first.rstrip(":,") in ("total", "totals") or name.startswith("grand total"):
        return Role.ASIDE if rest.lstrip("(").startswith(OF_OTHERS) else Role.TOTAL
    if last in ("total", "totals"):
        return Role.SUBTOTAL
    if name in words["whole"] or (first in ("all", "whole", "entire") and len(rest.split()) in _FEW_WORDS):
        return Role.WHOLE
    return Role.ASIDE if _aside(name) else Role.PART


@cache
def _openings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How the labels of subtotals begin, and with which whole words those of rows within others."""
    words = sheet_words()
    return tuple(sorted(words["subtotal"])), tuple(sorted(f"{word} " for word in words["within"]))


def _aside(name: str) -> bool:
    words = sheet_words()["aside"]
    first, _, rest = name.partition(" ")
    return first.rstrip(":,") in words or name in words or f"{first} {rest.partition(' ')[0]}".strip() in words


def is_total(column: Column) -> bool:
    """Whether a column's header says that it adds up others."""
    words = sheet_words()["total"]
    name = column.leaf.strip(" :.")
    return name in words or (column.group.strip(" :.") in words and bool(name)) or name.partition(" ")[0] == "total"


@lru_cache(1 << 12)
def _words(text: str) -> frozenset[str]:
    low = text.lower()
    found = {word.strip(".,'’") if len(word) > 2 else word for word in _WORD.findall(low)}
    return frozenset(found.union(phrase for phrase in _phrases() if phrase in low))


@cache
def _phrases() -> tuple[str, ...]:
    """What the lists have of several words: "per cent"."""
    return tuple(sorted({word for words in sheet_words().values() for word in words if " " in word}))


def has_words(text: str, name: str) -> bool:
    """Whether a word of a list stands in a text."""
    return not sheet_words()[name].isdisjoint(_words(text))


def _sheet(page: Page, table: Table) -> Sheet | None:
    grid = table.grid()
    if max((max(row, default=0) for row in grid), default=0) > MOST_COLUMNS or _dated(page, grid):
        return None
    text = page.prose.text
    contents = [
        {at: read_cell(text[cell.prose.start : cell.prose.end], cell.prose.start) for at, cell in row.items()}
        for row in grid
    ]
    first = _first_line(grid, contents)
    lines = [line for at in range(first, len(grid)) if (line := _line(grid[at], contents[at])) is not None]
    figured = (line for line in lines if any(content.figure is not None for content in line.cells.values()))
    if len(tuple(islice(figured, 2))) < 2:
        return None
    section = page.sections[table.section].title if table.section >= 0 else ""
    around = f"{page.text(table.caption)} {section}".lower()
    return Sheet(table, _columns(grid[:first], contents[:first]), tuple(lines), around)


def _dated(page: Page, grid: list[dict[int, Cell]]) -> bool:
    """Whether the headers say that a table tells who began what when: its numbers are years, or count its rows."""
    row = next((row for row in grid[:_HEADERS] if len(row) > 1), {})
    heads = {" ".join(page.text(cell.prose).lower().split()) for cell in row.values()}
    return not heads.isdisjoint(_date_heads()) and heads <= _date_heads() | _plain_heads()


@cache
def _date_heads() -> frozenset[str]:
    words = table_words()
    columns = (head for head, column in words.columns.items() if properties()[column.property].value == "date")
    return words.dates.union(columns)


@cache
def _plain_heads() -> frozenset[str]:
    words = table_words()
    return words.entity | words.notes | sheet_words()["serial"]


def _first_line(grid: list[dict[int, Cell]], contents: list[dict[int, Content]]) -> int:
    """The first row of data: behind the rows of headers, or of words alone, at the top."""
    for at, (row, read) in enumerate(zip(grid[:_HEADERS], contents, strict=False)):
        headed = bool(row) and all(cell.header for cell in row.values())
        if at and len(row) == 1 and len(grid[at - 1]) > 1:
            return at  # a heading over the first block of rows
        if not headed and any(content.figure for content in read.values()):
            return at
    return next((at for at, row in enumerate(grid) if not all(cell.header for cell in row.values())), len(grid))


def _columns(rows: list[dict[int, Cell]], contents: list[dict[int, Content]]) -> dict[int, Column]:
    """The columns by the headers above them; a header reaches over as many columns as it spans."""
    levels: dict[int, list[str]] = {}
    for row, read in zip(rows, contents, strict=True):
        for at, cell in row.items():
            for column in range(at, min(at + cell.colspan, MOST_COLUMNS + 1)):
                above = levels.setdefault(column, [])
                words = _label(read[at].words)
                if words and words not in above[-1:]:
                    above.append(words)
    return {
        at: Column(" ".join(names), names[-1] if names else "", names[-2] if len(names) > 1 else "")
        for at, names in levels.items()
    }


@lru_cache(1 << 14)
def _label(words: str) -> str:
    return " ".join(words.lower().split())


def _line(row: dict[int, Cell], read: dict[int, Content]) -> Line | None:
    """A row of data; a row of headers or of one cell is a heading that parts what is above it from what is below."""
    if not row:
        return None
    figures = any(content.figure is not None for content in read.values())
    worded = [at for at in sorted(row) if read[at].figure is None and read[at].words]
    # Beside a group's name that reaches down from above, "Total" stands in the second or third cell.
    totals = (at for at in worded[1:3] if at < 3 and role_of(_label(read[at].words)) in (Role.TOTAL, Role.SUBTOTAL))
    named = next(totals, worded[0] if worded else min(row))
    label = _label(read[named].words)
    role = role_of(label) if figures else Role.HEADING
    if len(row) == 1:
        role = Role.HEADING
    return Line(role, label, row[named].prose, read)
