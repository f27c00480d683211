"""Lays prose out in blocks, and keeps white space, gaps and line breaks from piling up.

White space is written once, and taken back if nothing follows it, so that no block begins or ends with any and
what was dropped (a reference, a comment) leaves no hole. A template that nothing is known of is held back at
the start of a line: alone on its line it is nobody's gap.
"""

from __future__ import annotations

from typing import NamedTuple

from articles.page import Block, Form, Place
from articles.regex import regex
from articles.textmap import GAP, ProseSpan, TextMapBuilder

SPACE = " \t\r\n"
_RUNS = regex(r"[ \t\r\n]{2,}+|[\r\n]")
_new = tuple.__new__
_CLOSING = ".,;:)]"
"""Before these no space is left where something between was dropped."""
_SETTLED = ".,;:!?–—-/(["
"""Behind these a line break needs no semicolon to keep two statements apart."""


class Setting(NamedTuple):
    """What the blocks being written are."""

    form: Form
    place: Place


class Writer:
    """Writes the blocks of one page."""

    def __init__(self, text: str) -> None:
        """Start with nothing written."""
        self.text = text
        self.builder = TextMapBuilder(text)
        self.blocks: list[Block] = []
        self.setting = Setting(Form.PARAGRAPH, Place.LEAD)
        self.section = -1
        self.start = -1
        """Where the current block starts in the prose; -1 while it has nothing in it."""
        self.fresh = True
        """Whether nothing has been written on the current line."""
        self.spaced = False
        """Whether the last character written is white space, which the end of the block takes back."""
        self.space_end = 0
        """Where that white space ends in the source."""
        self.breaking: tuple[int, int] | None = None
        """A line break not written yet; what follows decides how it shows. White space behind it is none."""
        self.held: list[tuple[int, int, str]] = []
        """Gaps at the start of a line, and the white space between them."""
        self.bracket = -1
        """Where an opening bracket stands that is written once something follows it; nothing but "()" may have been."""
        self.mark = -1
        """Where the first thing written since it was set to -1 stands in the prose."""
        self.joint = "; "
        """What keeps apart two statements that a line break parts."""
        self.listing = False
        """Whether the current block is an item of a list, which ends with its line."""

    def last(self) -> str:
        """The last character of the current block, or an empty string."""
        return self.builder.last() if self.start >= 0 and not self.spaced else ""

    def end(self) -> int:
        """Where the prose ends, white space that may be taken back left out."""
        return self.builder.position - (self.spaced and not self.breaking)

    def copy(self, start: int, end: int) -> None:
        """Write source text as it stands, runs of white space as one space."""
        piece = self.text[start:end]
        if not piece:
            return
        if self.bracket >= 0 or piece[-1] in "(\r" or piece[-2:] == "( ":
            self._bracketed(start, end)
        elif "  " in piece or "\n" in piece:
            self._copy_words(start, end)
        else:
            self._copy(start, end, piece)

    def _bracketed(self, start: int, end: int) -> None:
        """Copy text around a bracket that may have lost all that stood in it, such as a pronunciation."""
        text = self.text
        if self.bracket >= 0:
            while start < end and text[start] in " \u00a0;,":
                start += 1
            if start < end and text[start] == ")":
                self.bracket = -1
                start += 1
        piece = text[start:end].rstrip(" ")
        opens = start + len(piece) - 1 if piece.endswith("(") else end
        if start < opens:
            self._copy_words(start, opens)
        if opens < end:
            if self.bracket >= 0:
                self._begin(opens, "(")
            self.bracket = opens

    def _copy(self, start: int, end: int, piece: str) -> None:
        """Copy text with no more than one space at a time."""
        if piece[0] in SPACE and (self.spaced or self.start < 0 or piece == " "):
            self.space(start, start + 1)
            piece = piece.lstrip(SPACE)
            if not piece:
                return
            start = end - len(piece)
        self._begin(start, piece[0])
        self.builder.copy(start, end)
        self.spaced = piece[-1] in SPACE
        self.space_end = end

    def _copy_words(self, start: int, end: int) -> None:
        """Copy text with runs of white space or with line ends that part nothing: each shows as one space."""
        for run in _RUNS.finditer(self.text, start, end):
            at, behind = run.span()
            if start < at:
                self._copy(start, at, self.text[start:at])
            if self.text[at] == " ":
                self.space(at, at + 1)
            else:
                self.space(at, behind, " ")
            start = behind
        if start < end:
            self._copy(start, end, self.text[start:end])

    def put(self, start: int, end: int, text: str) -> None:
        """Write text that stands for a stretch of the source as a whole."""
        if not text.strip(SPACE):
            if text:
                self.space(start, end, " ")
            return
        if text[0] in SPACE:
            self.space(start, start, " ")
            text = text.lstrip(SPACE)
        self._begin(start, text[0])
        self.builder.replace(start, end, text)
        self.spaced = text[-1] in SPACE
        self.space_end = end

    def space(self, start: int, end: int, text: str = "") -> None:
        """White space; what comes first wins, and none begins a block."""
        if self.held:
            if self.held[-1][2]:
                self.held.append((start, end, ""))
        elif self.start >= 0 and not self.spaced and self.bracket < 0:
            if text:
                self.builder.replace(start, end, text)
            else:
                self.builder.copy(start, end)
            self.spaced = True
            self.space_end = end

    def newline(self, start: int, end: int) -> None:
        """A line end within a paragraph. A line of unknown templates alone breaks the paragraph."""
        if self.held:
            self.held.clear()
            self.close()
        self.space(start, end, " ")
        self.fresh = True

    def line_break(self, start: int, end: int) -> None:
        """A ``<br>``: what stands on its two sides must not run together."""
        if self.start >= 0 and not self.breaking:
            if self.spaced:
                self.builder.trim()
            self.breaking = (start, end)
            self.spaced = True

    def gap(self, start: int, end: int) -> None:
        """Text that is not known."""
        if self.fresh and not self.listing and self.setting.form is Form.PARAGRAPH:
            self.held.append((start, end, GAP))
        else:
            self._begin(start, GAP)
            self._gap(start, end)

    def item(self) -> None:
        """Begin an item of a list."""
        self.close()
        self.listing = True

    def close(self) -> None:
        """End the current block; one with nothing in it is not made."""
        if self.start < 0:
            if self.fresh and not (self.listing or self.held or self.bracket >= 0):
                return
        else:
            if self.spaced and not self.breaking:
                self.builder.trim()
            form, place = self.setting
            if self.listing and form is Form.PARAGRAPH:
                form = Form.ITEM
            span = _new(ProseSpan, (self.start, self.builder.position))
            self.blocks.append(_new(Block, (span, place, form, self.section)))
            self.start = -1
        self.spaced = False
        self.breaking = None
        self.bracket = -1
        self.listing = False
        self.fresh = True
        if self.held:
            self.held.clear()

    def enter(self, form: Form, place: Place) -> Setting:
        """End the current block and write others from here on. Returns what to go back to."""
        self.close()
        before = self.setting
        if form is not before.form or place is not before.place:
            self.setting = Setting(form, place)
        return before

    def leave(self, before: Setting) -> None:
        """End the current block and go back."""
        self.close()
        self.setting = before

    def _begin(self, at: int, first: str) -> None:
        """Get ready to write: a new block, or what the white space before it comes to."""
        self.fresh = False
        builder = self.builder
        if self.start < 0:
            if builder.position:
                builder.replace(at, at, "\n")
            self.start = builder.position
        elif self.breaking:
            builder.replace(*self.breaking, self._joint(first))
            self.breaking = None
        elif self.spaced and first in _CLOSING and self.space_end < at:
            builder.trim()
        if self.bracket >= 0:
            builder.copy(self.bracket, self.bracket + 1)
            self.bracket = -1
        if self.mark < 0:
            self.mark = builder.position
        if self.held:
            for start, end, shown in self.held:
                self._gap(start, end) if shown else builder.replace(start, end, " ")
            self.held.clear()

    def _joint(self, first: str) -> str:
        """What a line break comes to: nothing in a range that it parts, a space beside a sign, else a semicolon."""
        before = self.builder.last(2)
        if before[-1:] in "-–—" and before[:-1].isalnum():
            return ""
        return " " if first in "(–—/" or before[-1:] in _SETTLED else self.joint

    def _gap(self, start: int, end: int) -> None:
        if self.builder.last() != GAP:
            self.builder.replace(start, end, GAP)
        self.spaced = False
