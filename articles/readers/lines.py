"""The lines of a plain text: what each one is, and which of them were one line before somebody wrapped them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from articles.regex import regex

MAX_LEVEL = 6
NARROWEST, WIDEST = 40, 132
"""Text is wrapped by hand or editor to some 60 to 120 columns; a longest line outside these limits is no margin."""

_SENTENCE_END = ".!?:…。！？؟۔।"
_FOOTNOTES = regex(r"""(?:\[[^\[\]\s]{1,9}\]|["')\]»”’]){1,40}\Z""")
"""What may stand behind the end of a sentence: closing quotes and brackets, and the footnote marks of rendered text."""

_FUNCTION_WORD = 3
"""No title, name or cell ends in a small word of up to three letters; a cut sentence often does ("of", "the", "in")."""


class Shape(Enum):
    """What a line is."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"


class Line(NamedTuple):
    """A line that is not blank: its content without markup from ``start`` to ``end``."""

    shape: Shape
    line_start: int
    indent: int
    start: int
    end: int
    level: int
    """Of a heading: 1 for ``=``, 2 for ``==``."""
    after_blank: bool
    """Whether a blank line, or nothing at all, stands before it."""


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that are not blank. A line of nothing but ``=`` or a bare marker counts as blank."""
    at, blank = 0, True
    while at < len(text):
        newline = text.find("\n", at)
        after = newline if newline >= 0 else len(text)
        line = _line(text[at:after], at, blank)
        if line:
            yield line
        blank = line is None
        at = after + 1


def _line(raw: str, offset: int, after_blank: bool) -> Line | None:
    content = raw.strip()
    if content[:1] == "\ufeff":
        content = content.lstrip("\ufeff").strip()
    if not content or content in {"-", "*"}:
        return None
    indent = raw.index(content[0])
    start = offset + indent
    if content[0] == "=" == content[-1]:
        return _heading(content, offset, indent, after_blank)
    marker = _marker(content)
    shape = Shape.ITEM if marker else Shape.TEXT
    return Line(shape, offset, indent, start + marker, start + len(content), 0, after_blank)


def _marker(content: str) -> int:
    """The width of an item's marker and the space after it; 0 where there is none."""
    if content[0] not in "-*":
        return 0
    rest = content[1:] if content[0] == "-" else content.lstrip("*")
    text = rest.lstrip()
    return len(content) - len(text) if text and len(text) < len(rest) else 0


def _heading(content: str, offset: int, indent: int, after_blank: bool) -> Line | None:
    left = len(content) - len(content.lstrip("="))
    if left == len(content):
        return None
    level = min(left, len(content) - len(content.rstrip("=")), MAX_LEVEL)
    title = content[level:-level]
    if not title.strip():
        return None
    start = offset + indent + level + len(title) - len(title.lstrip())
    return Line(Shape.HEADING, offset, indent, start, start + len(title.strip()), level, after_blank)


def join_wrapped(text: str, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Consecutive lines as they were before wrapping: each result is one paragraph, or one item.

    Lines that go on deeper than an item's marker belong to the item. Other lines were wrapped when they all run up
    to one margin: the longest line is 40 to 132 wide and no line had room for the first word of the next one. Since
    loose lines can look so by chance, at least half of the ends must also stand inside a sentence and the last line
    must end one. Everything else is loose lines, such as the cells and captions of rendered text, which say one
    thing each.
    """
    first = lines[0]
    if len(lines) == 1 or (first.shape is Shape.ITEM and all(line.indent > first.indent for line in lines[1:])):
        yield lines
        return
    margin = max([line.end - line.line_start for line in lines])
    full = [margin <= WIDEST and _full(text, line, after, margin) for line, after in itertools.pairwise(lines)]
    wrapped = margin >= NARROWEST and 2 * sum(full) >= len(full)
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and wrapped and full[at - 1]:
            continue
        run = lines[start:at]
        yield from [run] if len(run) == 1 or _is_one_text(text, run) else ([line] for line in run)
        start = at


def _full(text: str, line: Line, after: Line, margin: int) -> bool:
    """Whether the first word of the next line would have crossed the margin."""
    width = line.end - line.line_start
    word = text[after.start : min(after.end, after.start + WIDEST)].split(None, 1)[0]
    return width + 1 + len(word) > margin


def _is_one_text(text: str, run: Sequence[Line]) -> bool:
    if not _ends_sentence(text, run[-1]):
        return False
    inside = sum(_within_sentence(text, line, after) for line, after in itertools.pairwise(run))
    return 2 * inside >= len(run) - 1


def _ends_sentence(text: str, line: Line) -> bool:
    return _FOOTNOTES.sub("", text[max(line.start, line.end - WIDEST) : line.end])[-1:] in _SENTENCE_END


def _within_sentence(text: str, line: Line, after: Line) -> bool:
    """Whether the end of a line looks like the middle of a sentence."""
    if _ends_sentence(text, line):
        return False
    head = text[after.start]
    word = text[max(line.start, line.end - WIDEST) : line.end].split()[-1]
    small = len(word) <= _FUNCTION_WORD and word.islower()
    return small or (head.isalpha() and not head.isupper())
