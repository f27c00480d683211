"""An article's text as the report shows it: line by line, evidence marked, markup told from words.

Short articles are shown whole, long ones around their evidence. Nothing is searched for: marks come as offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.source import Source, Span

CONTEXT = 2
"""Lines kept before and after a line with evidence, where an article is not shown whole."""

LONG_LINE = 4000
"""Characters from which on a line is shown only around its evidence."""

REACH = 400
"""Characters kept around evidence in such a line."""

_MARKUP = re.compile(
    r"<ref\b[^<>]{0,300}/>|<ref\b[^<>]{0,300}>[^<]{0,2000}(?:</ref>)?|</?[a-z][a-z0-9]{0,14}(?:\s[^<>]{0,300})?>"
    r"|<!--.{0,500}?-->|'''?|\[\[(?:[^\[\]|]{0,200}\|)?|\]\]|\{\{[^{}|\n]{0,80}\|?|\}\}"
)
"""Wikitext that a reader of the article does not see. Every repetition has a bound, so it is linear."""


class Mark(NamedTuple):
    """Evidence: where it stands, its label ("12.1") and anchor, its number in its finding, and the finding's number."""

    start: int
    end: int
    label: str
    anchor: str
    piece: int
    finding: int


class Piece(NamedTuple):
    """A run of text under the same marks. ``closing`` are the marks that end with it."""

    text: str
    marks: tuple[Mark, ...]
    closing: tuple[Mark, ...]
    markup: bool


class Line(NamedTuple):
    """A line with its number."""

    number: int
    pieces: tuple[Piece, ...]


class Gap(NamedTuple):
    """Lines left out."""

    lines: int


_ELLIPSIS = Piece(" … ", (), (), markup=True)


def pieces(text: str, start: int, end: int, marks: Iterable[Mark] = ()) -> tuple[Piece, ...]:
    """The text from ``start`` to ``end`` in runs: under one set of marks, and either markup or words."""
    dim = [match.span() for match in _MARKUP.finditer(text, start, end)]
    clipped = [(min(max(mark.start, start), end), min(max(mark.end, start), end), mark) for mark in marks]
    edges = sorted({start, end, *(edge for span in dim for edge in span), *(e for m in clipped for e in m[:2])})
    return tuple(_runs(text, edges, sorted(clipped), dim))


def _runs(
    text: str, edges: list[int], marks: list[tuple[int, int, Mark]], dim: list[tuple[int, int]]
) -> Iterator[Piece]:
    """One sweep from edge to edge. Evidence without length, such as of absence, closes an empty run of its own."""
    active: list[tuple[int, int, Mark]] = []
    waiting, markup = iter(marks), iter(dim)
    following, span = next(waiting, None), next(markup, None)
    for low, high in zip(edges, [*edges[1:], edges[-1]], strict=True):
        active = [mark for mark in active if mark[1] > low]
        empty: list[tuple[int, int, Mark]] = []
        while following and following[0] <= low:
            (active if following[1] > low else empty).append(following)
            following = next(waiting, None)
        while span and span[1] <= low:
            span = next(markup, None)
        if empty:
            yield Piece("", (), tuple(mark[2] for mark in empty if mark[2].start >= edges[0]), markup=False)
        if high > low:
            closing = tuple(mark[2] for mark in active if mark[1] == high and mark[2].end <= edges[-1])
            under = tuple(mark[2] for mark in active)
            yield Piece(text[low:high], under, closing, markup=bool(span and span[0] <= low))


def passages(source: Source, marks: list[Mark], *, whole: bool) -> Iterator[Line | Gap]:
    """The lines of an article, or those around its evidence with the gaps between them."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        first = source.position(min(mark.start, len(source.text))).line
        last = source.position(min(max(mark.end, mark.start), len(source.text))).line
        for number in range(first, last + 1):
            by_line.setdefault(number, []).append(mark)
    total = len(source.line_starts)
    shown = range(1, total + 1) if whole else sorted(_around(by_line, total))
    previous = 0
    for number in shown:
        if number > previous + 1:
            yield Gap(number - previous - 1)
        yield _line(source, number, by_line.get(number, []))
        previous = number
    if previous < total and not whole:
        yield Gap(total - previous)


def _around(by_line: dict[int, list[Mark]], total: int) -> set[int]:
    return {near for at in by_line for near in range(max(1, at - CONTEXT), min(total, at + CONTEXT) + 1)}


def _line(source: Source, number: int, marks: list[Mark]) -> Line:
    start, end = source.line(number)
    if end > start and source.text[end - 1] == "\r":
        end -= 1
    if end - start <= LONG_LINE:
        return Line(number, pieces(source.text, start, end, marks))
    runs: list[Piece] = []
    for window, inside in _windows(start, end, sorted(marks)):
        if window.start > start:
            runs.append(_ELLIPSIS)
        runs += pieces(source.text, *window, inside)
    return Line(number, (*runs, _ELLIPSIS))


def _windows(start: int, end: int, marks: list[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """What is shown of a long line: the neighbourhood of each mark, neighbours that touch being one."""
    low, high, inside = start, min(end, start + REACH), list[Mark]()
    for mark in marks:
        if mark.start - REACH > high:
            yield Span(low, high), inside
            low, inside = mark.start - REACH, []
        high = max(high, min(end, mark.end + REACH))
        inside.append(mark)
    yield Span(low, high), inside
