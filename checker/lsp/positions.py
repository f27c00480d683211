"""Between code points, which we count in, and the lines and units of an editor's protocol."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from articles.regex import regex

_LINE_END = regex(r"\r\n|\n|\r")
_CODECS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
"""How a text is encoded to count its units, and the bytes of a unit."""


class Lines:
    """The lines of a text as the protocol has them: they end with CR LF, LF or CR, and with nothing else."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str | None = None) -> None:
        """Find where the lines start; ``encoding`` says what a column counts, UTF-16 units where nothing else is."""
        self.encoding = PositionEncodingKind(encoding or PositionEncodingKind.Utf16)
        self._text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._codec, self._unit = _CODECS[self.encoding]

    def position(self, offset: int) -> Position:
        """The place of a code point."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The places of both ends of a span."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The code point at a place; the end of the line, or of the text, for a place beyond it."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        after = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        line = self._text[start:after].rstrip("\r\n")
        units = line.encode(self._codec, "surrogatepass")[: max(position.character, 0) * self._unit]
        return start + len(units.decode(self._codec, "ignore"))

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._unit
