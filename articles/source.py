"""The text of one article exactly as its editor sees it, and places in it.

Offsets are code points, zero based, half open. Only LF ends a line; lines and columns are
counted from one and made at the edges only.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a :class:`Source`."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count: line and column from one, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """An article's text and the path it came from, as the user wrote that path."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines start; the first is 0."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset from 0 to the length of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """The span of a line (counted from one) without its line end."""
        start = self.line_starts[number - 1]
        last = number >= len(self.line_starts)
        return Span(start, len(self.text) if last else self.line_starts[number] - 1)

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]
