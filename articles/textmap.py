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
from articles.words import worded

GAP = "\ufffc"
"""Stands in the prose for text that is not known, such as an unknown template's. No claim crosses it."""

VERBATIM = -1
"""In place of a source end: the piece stands character for character in the source."""

_OPENER = worded(__file__, r" ?(?i:{connectives},|{pointers} that)(?= [^ ])")
_INNER = worded(
    __file__,
    r", {connectives},(?= )|[.;] (?i:{connectives},|{pointers} that)(?= [^ ])"
    r"|(?<=\b[Ii]n )the year (?=(?:1[0-9]|20)[0-9]{2}(?![0-9]))",
)


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

    __slots__ = ("_ends", "_source", "_sources", "_starts", "_texts", "position")

    def __init__(self, source: str) -> None:
        """Start an empty prose over a source text."""
        self._source = source
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []
        self.position = 0
        """The length of the prose so far."""

    def copy(self, start: int, end: int) -> None:
        """Append source text from ``start`` to ``end`` as it stands, but for idle words: "However, it" is "It"."""
        source, last = self._source, self.last()
        opener = _OPENER.match(source, start, end) if last in ("", "\n", ".") else None
        if opener and (source[start] == " ") == (last == "."):
            start = self._open(opener.end() + (last != "."))
        for found in _INNER.finditer(source, start, end):
            sign = found[0][0]
            self._copy(start, found.start() + (sign in ".;"))
            start = self._open(found.end()) if sign == "." else found.end()
        self._copy(start, end)

    def _open(self, at: int) -> int:
        """Begin a sentence at a place, or at the space before it, with a capital; where it goes on."""
        if self._source[at] == " ":
            self._copy(at, at + 1)
            at += 1
        if not self._source[at].islower():
            return at
        self.replace(at, at + 1, self._source[at].upper())
        return at + 1

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._texts.append(self._source[start:end])
            self._starts.append(self.position)
            self._sources.append(start)
            self._ends.append(VERBATIM)
            self.position += end - start

    def replace(self, start: int, end: int, text: str) -> None:
        """Append ``text``, which stands for the source from ``start`` to ``end`` as a whole."""
        if text:
            self._texts.append(text)
            self._starts.append(self.position)
            self._sources.append(start)
            self._ends.append(end)
            self.position += len(text)

    def trim(self) -> None:
        """Take back the last character."""
        text = self._texts.pop()
        if len(text) > 1:
            self._texts.append(text[:-1])
        else:
            del self._starts[-1], self._sources[-1], self._ends[-1]
        self.position -= 1

    def last(self, count: int = 1) -> str:
        """The last characters of the last piece so far, or an empty string."""
        return self._texts[-1][-count:] if self._texts else ""

    def build(self) -> TextMap:
        """The finished map; its pieces tile the prose."""
        text = "".join(self._texts)
        assert len(text) == self.position, "the pieces do not tile the prose"
        return TextMap(text, self._starts, self._sources, self._ends)
