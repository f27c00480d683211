"""Code frames: the sentence of each piece of evidence with the evidence underlined, for plain text.

Evidence that stands in one sentence with the one before it shares its frame, where the width allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reports.excerpt import Excerpt
from reports.report import Told
from reports.terminal import cells, plainly, right_to_left
from rules.finding import Evidence

ELLIPSIS = "…"


class Underline(NamedTuple):
    """What is marked in a row: from which terminal column (from zero), how many columns, and what to say there."""

    indent: int
    width: int
    label: str


class Row(NamedTuple):
    """One line of text, made plain, and what is marked in it. ``line`` is its number in the article."""

    line: int
    text: str
    underlines: tuple[Underline, ...]


class Frame(NamedTuple):
    """The rows for one piece of evidence or more; ``elsewhere`` names a sister article, if it is one."""

    elsewhere: str | None
    rows: tuple[Row, ...]


class _Piece(NamedTuple):
    excerpt: Excerpt
    label: str
    elsewhere: str | None


def frames(told: Told, width: int) -> Iterator[Frame]:
    """The frames of a finding's evidence in its order, no row's text wider than ``width`` columns."""
    group: list[_Piece] = []
    count = len(told.finding.evidence)
    for number, (evidence, excerpt) in enumerate(zip(told.finding.evidence, told.excerpts, strict=True), 1):
        label = plainly(f"{number} {evidence.note}".strip() if count > 1 else evidence.note)
        piece = _Piece(excerpt, label, _elsewhere(evidence))
        if group and not _fits(group, piece, width):
            yield _frame(group, width)
            group = []
        group.append(piece)
    if group:
        yield _frame(group, width)


def _elsewhere(evidence: Evidence) -> str | None:
    if evidence.path is None and evidence.article is None:
        return None
    where = f"{evidence.path}:{evidence.line}:{evidence.column}" if evidence.path else ""
    return plainly(" ".join(part for part in (where, evidence.article) if part))


def _fits(group: list[_Piece], piece: _Piece, width: int) -> bool:
    """Whether a piece stands in the sentence of the group, near enough to be shown in one row with it."""
    first, this = group[0].excerpt, piece.excerpt
    if group[0].elsewhere != piece.elsewhere or (first.line, first.column) != (this.line, this.column):
        return False
    if "\n" in first.text or "\n" in this.text or right_to_left(first.before + first.text + this.before + this.text):
        return False
    places = [place for each in (*group, piece) for place in _place(each.excerpt)]
    longest = max((p.excerpt for p in (*group, piece)), key=lambda e: len(_whole(e)))
    core = plainly(_whole(longest)[min(places) : max(places)])
    return cells(core) <= width - 2 * len(ELLIPSIS)


def _whole(excerpt: Excerpt) -> str:
    return excerpt.before + excerpt.text + excerpt.after


def _place(excerpt: Excerpt) -> tuple[int, int]:
    return len(excerpt.before), len(excerpt.before) + len(excerpt.text)


def _frame(group: list[_Piece], width: int) -> Frame:
    first = group[0]
    if "\n" in first.excerpt.text:
        return Frame(first.elsewhere, tuple(_over_lines(first, width)))
    excerpt = max((piece.excerpt for piece in group), key=lambda e: len(_whole(e)))
    marks = [(*_place(piece.excerpt), piece.label) for piece in group]
    opens, closes = excerpt.column == 1, excerpt.closes
    return Frame(first.elsewhere, (_row(excerpt.line, _whole(excerpt), marks, opens, closes, width),))


def _over_lines(piece: _Piece, width: int) -> Iterator[Row]:
    """A row for each line of evidence that runs over several, the label on the last; at most six are shown."""
    excerpt = piece.excerpt
    lines = excerpt.text.split("\n")
    kept = range(len(lines)) if len(lines) <= 6 else (0, 1, 2, len(lines) - 1)
    for index in kept:
        first, last = index == 0, index == len(lines) - 1
        before, after = excerpt.before if first else "", excerpt.after if last else ""
        text = lines[index].removesuffix("\r")
        mark = (len(before), len(before) + len(text), piece.label if last else "")
        opens = excerpt.column == 1 or not first
        closes = excerpt.closes or not last
        yield _row(excerpt.line + index, before + text + after, [mark], opens, closes, width)


def _row(line: int, text: str, marks: list[tuple[int, int, str]], opens: bool, closes: bool, width: int) -> Row:
    low, high = min(mark[0] for mark in marks), max(mark[1] for mark in marks)
    start, end = _window(text, low, high, width - len("…⟦⟧…"))
    lead = ELLIPSIS if start > 0 or not opens else ""
    tail = ELLIPSIS if end < len(text) or not closes else ""
    if right_to_left(text):
        # A terminal may reorder such text, and nothing below it would stand where it should: it is marked within.
        parts = (text[start:low], text[low : min(high, end)], text[min(high, end) : end])
        before, marked, after = map(plainly, parts)
        return Row(line, f"{lead}{before}⟦{marked}⟧{after}{tail}", (Underline(0, 0, marks[0][2]),))
    shown = plainly(text[start:end])
    underlines = []
    for mark_start, mark_end, label in marks:
        indent = cells(lead + plainly(text[start:mark_start]))
        covered = cells(plainly(text[mark_start : min(mark_end, end)]))
        underlines.append(Underline(indent, max(covered, 1), label))
    return Row(line, lead + shown + tail, tuple(underlines))


def _window(text: str, low: int, high: int, width: int) -> tuple[int, int]:
    """As much around ``low`` to ``high`` as ``width`` columns show, half on either side, cut between words.

    What is too wide by itself is cut on its right.
    """
    simple = text.isascii() and plainly(text) == text
    widths = [1] * len(text) if simple else [cells(plainly(character)) for character in text]
    if sum(widths) <= width:
        return 0, len(text)
    spare = width - sum(widths[low:high])
    if spare < 0:
        end = low
        while end < high and width >= widths[end]:
            width -= widths[end]
            end += 1
        return low, end
    left = _reach(widths[:low][::-1], spare // 2)
    right = _reach(widths[high:], spare - sum(widths[low - left : low]))
    left = _reach(widths[:low][::-1], spare - sum(widths[high : high + right]))
    start = low - left
    while start < low and widths[start] == 0:
        start += 1
    return _at_word(text, start, low, 1), _at_word(text, high + right, high, -1)


def _reach(widths: list[int], spare: int) -> int:
    """How many characters of the given widths fit into ``spare`` columns."""
    for count, each in enumerate(widths):
        spare -= each
        if spare < 0:
            return count
    return len(widths)


def _at_word(text: str, cut: int, mark: int, step: int) -> int:
    """The cut moved towards the mark to the edge of a word, or left where there is no edge near."""
    if cut in (0, len(text)):
        return cut
    at = cut
    while at != mark and abs(at - cut) < 20:
        if text[at - 1] == " " if step > 0 else text[at] == " ":
            return at
        at += step
    return cut
