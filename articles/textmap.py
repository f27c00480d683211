"""Derived text that remembers where every character came from.

The prose of an article is built left to right from pieces. A piece is either *verbatim*, its
characters standing one for one in the source, or *rendered*, standing as a whole for a source
span (a template, an entity). The pieces tile the prose. A place in the prose is a
:class:`ProseSpan`, a type of its own, and :meth:`TextMap.to_source` is the one crossing.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from articles.source import Span

GAP = "\ufffc"
"""Stands in the prose for text that is not known, such as an unknown template's. No claim crosses it."""

VERBATIM = -1
"""In place of a source end: the piece stands character for character in the source."""


class ProseSpan(NamedTuple):
    """A half-open range of code points in a :class:`TextMap`'s text."""

    start: int
    end: int


class TextMap:
    """Prose and the way back to the source it was made from."""

    __slots__ = ("_ends", "_sources", "_starts", "text")

    def __init__(self, text: str, starts: list[int], sources: list[int], ends: list[int]) -> None:
        """Take the prose and, for each piece, its start there, its source start and its source end."""
        self.text = text
        self._starts = starts
        self._sources = sources
        self._ends = ends

    def slice(self, span: ProseSpan) -> str:
        """The prose of a span."""
        return self.text[span.start : span.end]

    def to_source(self, span: ProseSpan) -> Span:
        """The source span that a prose span came from.

        A span that touches a rendered piece takes the whole of what was rendered. An empty span
        maps to an empty one.
        """
        if not self._starts:
            return Span(0, 0)
        if span.start >= span.end:
            at = self._place(span.start)
            return Span(at, at)
        last = bisect_right(self._starts, span.end - 1) - 1
        end = self._ends[last]
        if end == VERBATIM:
            end = self._sources[last] + span.end - self._starts[last]
        return Span(self._place(span.start), end)

    def verbatim(self, span: ProseSpan) -> bool:
        """Whether the span stands letter for letter in the source."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_right(self._starts, span.end - 1) - 1, 0)
        if not self._starts or any(end != VERBATIM for end in self._ends[first : last + 1]):
            return False
        source = self.to_source(span)
        return source.end - source.start == span.end - span.start

    def _place(self, offset: int) -> int:
        piece = max(bisect_right(self._starts, offset) - 1, 0)
        if self._ends[piece] == VERBATIM:
            return self._sources[piece] + offset - self._starts[piece]
        return self._sources[piece]


class TextMapBuilder:
    """Builds a :class:`TextMap` left to right over one source text."""

    __slots__ = ("_pieces", "_source", "position")

    def __init__(self, source: str) -> None:
        """Start an empty prose over a source text."""
        self._source = source
        self._pieces: list[tuple[str, int, int, int]] = []
        self.position = 0
        """The length of the prose so far."""

    def copy(self, start: int, end: int) -> None:
        """Append source text from ``start`` to ``end`` as it stands."""
        if start < end:
            self._pieces.append((self._source[start:end], self.position, start, VERBATIM))
            self.position += end - start

    def replace(self, start: int, end: int, text: str) -> None:
        """Append ``text``, which stands for the source from ``start`` to ``end`` as a whole."""
        if text:
            self._pieces.append((text, self.position, start, end))
            self.position += len(text)

    def trim(self) -> None:
        """Take back the last character."""
        text, at, start, end = self._pieces.pop()
        if len(text) > 1:
            self._pieces.append((text[:-1], at, start, end))
        self.position -= 1

    def last(self, count: int = 1) -> str:
        """The last characters of the last piece so far, or an empty string."""
        return self._pieces[-1][0][-count:] if self._pieces else ""

    def build(self) -> TextMap:
        """The finished map; its pieces tile the prose."""
        texts, starts, sources, ends = zip(*self._pieces, strict=True) if self._pieces else ((), (), (), ())
        text = "".join(texts)
        assert len(text) == self.position, "the pieces do not tile the prose"
        return TextMap(text, list(starts), list(sources), list(ends))
