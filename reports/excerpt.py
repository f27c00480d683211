"""The sentence a piece of evidence stands in, cut out while the article is at hand.

An excerpt keeps its text exactly as it stands in the file; each format escapes it for where it is shown.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articles.source import Source
from rules.finding import Evidence

REACH = 280
"""So many characters at most are kept on either side of the evidence."""

_SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_A-Z]{2})|(?<=[\d%)\]’”\"'}]))[.!?][\"'”’)\]]{0,3}"
    r"(?:<ref[^<>]{0,200}(?:/>|>[^<]{0,400}</ref>)){0,4}(?=\s+[^a-z\d\s]|\s*$)"
)
"""Two small letters or a digit before the stop leave "U.S." and "J. Smith" whole; references after it belong to the
sentence. Only ever run over ``REACH`` characters."""


class Excerpt(NamedTuple):
    """Evidence with what stands before and after it, on its own lines and in its own sentence.

    ``before`` and ``after`` hold no line end. ``line`` and ``column``, counted from one, are where ``before``
    starts. ``cut_before`` and ``cut_after`` say that the sentence itself goes on beyond what is kept;
    ``closes`` that ``after`` reaches the end of the line.
    """

    line: int
    column: int
    before: str
    text: str
    after: str
    cut_before: bool
    cut_after: bool
    closes: bool


def excerpt(source: Source, evidence: Evidence) -> Excerpt:
    """The sentence around evidence that stands in ``source``; offsets beyond the text are drawn in."""
    length = len(source.text)
    start = min(max(evidence.start, 0), length)
    end = min(max(evidence.end, start), length)
    line = source.position(start).line
    line_start = source.line_starts[line - 1]
    line_end = source.line(source.position(end).line).end
    opened, cut_before = _opened(source.text, max(line_start, start - REACH), start, line_start)
    closed, cut_after = _closed(source.text, end, min(max(line_end, end), end + REACH), line_end)
    text = source.text
    before, after = text[opened:start], text[end:closed].removesuffix("\r")
    return Excerpt(
        line, opened - line_start + 1, before, text[start:end], after, cut_before, cut_after, closed >= line_end
    )


def bare(evidence: Evidence) -> Excerpt:
    """The excerpt of evidence whose article is not at hand."""
    return Excerpt(evidence.line, evidence.column, "", evidence.text, "", True, True, closes=False)


def _opened(text: str, low: int, start: int, line_start: int) -> tuple[int, bool]:
    """Where the sentence around ``start`` opens, not before ``low``, and whether it was cut there."""
    opened = low
    for stop in _SENTENCE_END.finditer(text, low, start):
        # The pattern takes the end of its range for the end of a line, where no sentence ends.
        if stop.end() < start:
            opened = stop.end()
    cut = opened == low > line_start
    if cut:
        space = text.find(" ", low, start)
        opened = space if space >= 0 else low
    while line_start < opened < start and text[opened].isspace():
        opened += 1
    return opened, cut


def _closed(text: str, end: int, high: int, line_end: int) -> tuple[int, bool]:
    """Where the sentence around ``end`` closes, not after ``high``, and whether it was cut there."""
    stop = _SENTENCE_END.search(text, end, high)
    if stop and stop.end() < high:
        return stop.end(), False
    if high >= line_end:
        return high, False
    space = text.rfind(" ", end, high)
    return (space if space >= 0 else high), True
