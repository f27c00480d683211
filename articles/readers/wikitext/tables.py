"""Tables: rows and cells at their places in the grid, each cell read like any other text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.page import Cell, Form, Place, Table
from articles.readers.wikitext.calls import named
from articles.readers.wikitext.nodes import Kind, Node, Region, Tree
from articles.readers.wikitext.templates import How, reading
from articles.readers.wikitext.walk import Walk
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan

_SPAN = regex(r"\b(row|col)span\s{0,4}=\s{0,4}[\"']?\s{0,4}([0-9]{1,6})", re.IGNORECASE)
_SCOPE = regex(r"\bscope\s{0,4}=", re.IGNORECASE)
_SETTLING = frozenset((Kind.LINE, Kind.LINK, Kind.EXTERNAL, Kind.TABLE))
"""Behind one of these no pipe of a cell's line ends its attributes."""
LINE, BARS, TEMPLATE, VERBATIM = Kind.LINE, Kind.BARS, Kind.TEMPLATE, Kind.VERBATIM
CELL, TABLE = Form.CELL, Place.TABLE
MOST_COLUMNS = 256
"""How many columns spans can fill. No table of an article comes near; a hostile one would fill memory."""


_Raw = tuple[str, Region]
"""A cell as written: its marker (``|``, ``!`` or ``|+``) and what stands behind it."""


def table(walk: Walk, at: int, node: Node) -> int:
    """Read a table; its place in the list is that of its start."""
    writer = walk.writer
    slot = len(walk.tables)
    caption = ProseSpan(writer.builder.position, writer.builder.position)
    span = Span(walk.tree.text.index("{", node.start), node.end)
    walk.tables.append(Table(span, caption, (), writer.section))
    _infoboxes(walk, at)
    before = writer.enter(Form.CELL, Place.TABLE)
    rows: list[tuple[Cell, ...]] = []
    free: list[int] = []
    doubled = walk.tree.text.find("disp=table", node.start, node.end) >= 0
    for raws in _rows(walk.tree, at):
        if raws[0][0] == "|+":
            caption = walk.confine(_content(walk.tree, raws[0][1])[1], Form.CAPTION, Place.CAPTION)
        else:
            rows.append(_row(walk, raws, len(rows), free, doubled=doubled))
    writer.leave(before)
    writer.joint = "; "
    walk.tables[slot] = walk.tables[slot]._replace(caption=caption, rows=tuple(_clipped(rows)))
    return node.end


def _infoboxes(walk: Walk, at: int) -> None:
    """Read the infoboxes that stand before the first row: those of ships and aircraft are parts of a table."""
    nodes, index = walk.tree.nodes, at + 1
    read = walk.handlers[TEMPLATE]
    while index < nodes[at].after and read is not None:
        node = nodes[index]
        if node.kind is LINE and node.name[:1] in ("|", "!"):
            return
        if node.kind is TEMPLATE and reading(named(walk.tree, index)).how is How.INFOBOX:
            read(walk, index, node)
        index = node.after


def _rows(tree: Tree, at: int) -> Iterator[list[_Raw]]:
    """The rows of a table that have cells; a caption is a row of its own."""
    nodes, table_node = tree.nodes, tree.nodes[at]
    row: list[_Raw] = []
    marker, start, first = "", 0, 0
    splits = False
    index = at + 1
    while index < table_node.after:
        child, here = nodes[index], index
        index = child.after
        mark = ""
        if child.kind is LINE:
            splits = False
            mark = child.name if child.name[:1] in "|!" else ""
        elif child.kind is BARS and splits and (child.name == "||" or marker == "!"):
            mark = marker
        if not mark:
            continue
        if marker:
            row.append((marker, Region(start, child.start, first, here)))
        if row and (mark[1:] or row[0][0] == "|+"):
            yield row
            row = []
        marker, start, first = ("", 0, 0) if mark in ("|-", "|}") else (mark, child.end, index)
        splits = marker in ("|", "!")
    if marker:
        row.append((marker, Region(start, table_node.tail, first, table_node.after)))
    if row:
        yield row


def _row(walk: Walk, raws: list[_Raw], number: int, free: list[int], *, doubled: bool) -> tuple[Cell, ...]:
    """Read a row. ``free`` holds for each column the first row that no cell above reaches into.

    ``doubled`` says that a template in the table may write two cells.
    """
    cells = []
    column = 0
    for marker, region in raws:
        attributes, content = _content(walk.tree, region)
        width, height = _spans(attributes) if attributes and "span" in attributes.lower() else (1, 1)
        if doubled and width == 1 and walk.tree.text.find("disp=table", content.start, content.end) >= 0:
            width = 2  # {{convert|disp=table}} writes a second cell
        while column < len(free) and free[column] > number:
            column += 1
        if height > 1 and column + width <= MOST_COLUMNS:
            free.extend([0] * (column + width - len(free)))
            free[column : column + width] = [number + height] * width
        header = marker == "!" or (attributes != "" and _SCOPE.search(attributes) is not None)
        walk.writer.joint = " " if header else "; "
        prose = walk.confine(content, CELL, TABLE)
        span = walk.tree.trimmed(content)
        cells.append(Cell(number, column, height, width, header, span, prose))
        column += width
    return tuple(cells)


def _spans(attributes: str) -> tuple[int, int]:
    """How many columns and rows a cell takes."""
    spans = {name.lower(): int(number) for name, number in _SPAN.findall(attributes)}
    return min(max(spans.get("col", 1), 1), MOST_COLUMNS), max(spans.get("row", 1), 1)


def _clipped(rows: list[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    """The rows without spans that reach below the last one."""
    for number, row in enumerate(rows):
        left = len(rows) - number
        yield tuple(cell if cell.rowspan <= left else cell._replace(rowspan=left) for cell in row)


def _content(tree: Tree, region: Region) -> tuple[str, Region]:
    """A cell's attributes and its content: parted at the first pipe of its line, unless a link stands before it."""
    text, nodes = tree.text, tree.nodes
    position, end, at, last = region.start, region.end, region.first, region.last
    while True:
        if at >= last:
            bar = text.find("|", position, end)
            return ("", region) if bar < 0 else (text[region.start : bar], Region(bar + 1, end, at, last))
        node = nodes[at]
        bar = text.find("|", position, min(node.start, end))
        if bar >= 0:
            return text[region.start : bar], Region(bar + 1, end, at, last)
        if node.kind in _SETTLING:
            return "", region
        if node.end - node.start == 5 and text[node.start : node.end] == "{{!}}" and node.kind is TEMPLATE:
            return text[region.start : node.start], Region(node.end, end, at + 1, last)
        hiding = node.kind <= VERBATIM
        position = max(position, node.end if hiding else node.start)
        at = node.after if hiding else at + 1
