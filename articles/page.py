"""What a reader saw in one article: its text, its prose, and the parts the prose is laid out in.

All text that can hold a statement stands in **one** prose, ``Page.prose``: paragraphs, list
items, headings, infobox values, table cells, captions, categories. Each is a :class:`Block`;
blocks stand in source order, do not overlap, and a newline stands between any two. Within a block
there is no newline, so nothing that is read line by line crosses from one block to the next.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from articles.source import Source, Span
from articles.textmap import ProseSpan, TextMap


class Place(StrEnum):
    """Where in an article a statement stands."""

    INFOBOX = "infobox"
    LEAD = "lead"
    BODY = "body"
    TABLE = "table"
    CAPTION = "caption"
    CATEGORY = "category"


class Form(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    FIELD = "field"
    CELL = "cell"
    CAPTION = "caption"
    CATEGORY = "category"
    SHORT_DESCRIPTION = "short-description"
    QUOTATION = "quotation"
    """A block quotation: another author's words."""


class Block(NamedTuple):
    """A stretch of prose that belongs together; ``section`` indexes ``Page.sections``, -1 is the lead."""

    span: ProseSpan
    place: Place
    form: Form
    section: int


class Section(NamedTuple):
    """A heading and what follows it.

    ``heading`` is the title's span without its markup; ``span`` runs from the start of the heading
    line to the next heading of the same or a higher rank; ``parent`` indexes ``Page.sections``, -1 for none.
    """

    title: str
    level: int
    heading: Span
    span: Span
    parent: int


class Field(NamedTuple):
    """One infobox field.

    ``value`` is the trimmed value as written (a span in the source, empty where the field is);
    ``prose`` is the same value as a reader sees it.
    """

    key: str
    key_span: Span
    value: Span
    prose: ProseSpan


class Infobox(NamedTuple):
    """An infobox; ``name`` is its template name (``Infobox country``), or ``Infobox`` in plain text."""

    name: str
    name_span: Span
    span: Span
    fields: tuple[Field, ...]


class Cell(NamedTuple):
    """A table cell at its place in the grid (rows and columns from zero, spans counted in)."""

    row: int
    column: int
    rowspan: int
    colspan: int
    header: bool
    span: Span
    prose: ProseSpan


class Table(NamedTuple):
    """A table; ``rows`` hold the cells that *start* in each row. ``caption`` is empty prose where there is none."""

    span: Span
    caption: ProseSpan
    rows: tuple[tuple[Cell, ...], ...]
    section: int

    def grid(self) -> list[dict[int, Cell]]:
        """The rows by column, with the cells that reach down into them from above."""
        grid: list[dict[int, Cell]] = []
        hanging: dict[int, tuple[Cell, int]] = {}
        for number, cells in enumerate(self.rows):
            row = {column: cell for column, (cell, last) in hanging.items() if last >= number} if hanging else {}
            for cell in cells:
                row[cell.column] = cell
                if cell.rowspan > 1:
                    hanging[cell.column] = cell, number + cell.rowspan - 1
            grid.append(row)
        return grid


class Link(NamedTuple):
    """An internal link; ``label`` equals ``target`` where the link is not piped. ``prose`` is its text as seen."""

    target: str
    target_span: Span
    label_span: Span
    span: Span
    prose: ProseSpan
    section: int


class Entry(NamedTuple):
    """A see-also entry or a category: the article named, and where (without markup)."""

    name: str
    span: Span


class Template(NamedTuple):
    """A template call: its name as written (trimmed) and where the whole call stands."""

    name: str
    span: Span


@dataclass(frozen=True)
class Page:
    """One article as a reader saw it. Empty tuples where a format has no such thing."""

    source: Source
    reader: str
    title: str
    title_span: Span | None
    """Where the title stands in the text; None where the format keeps it outside."""
    prose: TextMap
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    infoboxes: tuple[Infobox, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    see_also: tuple[Entry, ...] = ()
    categories: tuple[Entry, ...] = ()
    templates: tuple[Template, ...] = ()
    references: tuple[Span, ...] = ()
    unclosed: bool = False
    """Whether a bracket, a comment, a table or a tag of the markup may be opened and never closed."""
    page_id: int | None = None
    revision_id: int | None = None

    @cached_property
    def lead(self) -> tuple[Block, ...]:
        """The paragraphs and items before the first heading."""
        lead, forms = Place.LEAD, (Form.PARAGRAPH, Form.ITEM)
        return tuple(b for b in self.blocks if b.place is lead and b.form in forms)

    @cached_property
    def block_starts(self) -> list[int]:
        """Where each block starts in the prose."""
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block that a place of the prose lies in; None between blocks."""
        at = bisect_right(self.block_starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].span.end else None

    def text(self, span: ProseSpan) -> str:
        """The prose of a span."""
        return self.prose.slice(span)
