"""Article text wrapped to a terminal's width with stretches of it underlined, whatever characters it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.textmap import GAP
from reports.formats import Look
from reports.terminal import cells, plainly, right_to_left

Mark = tuple[int, int]
"""A stretch of the text to be underlined, half open."""

ELLIPSIS = "…"
UNKNOWN_TEMPLATE = "{…}"
UNDERLINE, BOLD, DIM = "4", "1", "2"


class Atom(NamedTuple):
    """A character as it is shown: its place in the text, its columns, and whether it is underlined."""

    at: int
    shown: str
    width: int
    marked: bool


class Row(NamedTuple):
    """One row: the place in the text at which it starts, and what is printed, the underline on lines of its own."""

    at: int
    lines: tuple[str, ...]


def wrapped(text: str, marks: Sequence[Mark], width: int, look: Look) -> Iterator[Row]:
    """The rows of a text, none wider than ``width`` columns.

    Underlined on a terminal with colours, by carets on the next line elsewhere. Without colours a text that runs
    from right to left is marked within (``⟦1990⟧``): a terminal may reorder it, and no caret would stand right.
    """
    within = bool(marks) and not look.colour and right_to_left(text)
    for row in _rows(_atoms(text, marks, brackets=within), width):
        yield Row(row[0].at, _lines(row, look, carets=not within))


def shortened(text: str, width: int) -> str:
    """The text on one row, cut where it is too wide."""
    rows = _rows(_atoms(text[: width * 4], (), brackets=False), width - len(ELLIPSIS))
    first = next(rows, None)
    if first is None:
        return ""
    told = "".join(atom.shown for atom in first).rstrip()
    return told if first[-1].at == len(text) - 1 else told + ELLIPSIS


def _atoms(text: str, marks: Sequence[Mark], *, brackets: bool) -> list[Atom]:
    inside = bytearray(len(text))
    for start, end in marks:
        inside[start:end] = b"\1" * len(inside[start:end])
    starts, ends = {start for start, _ in marks}, {end - 1 for _, end in marks}
    atoms: list[Atom] = []
    for at, character in enumerate(text):
        shown = UNKNOWN_TEMPLATE if character == GAP else plainly(character)
        if brackets and at in starts:
            atoms.append(Atom(at, "⟦", 1, False))
        atoms.append(Atom(at, shown, cells(shown), bool(inside[at])))
        if brackets and at in ends:
            atoms.append(Atom(at, "⟧", 1, False))
    return atoms


def _rows(atoms: list[Atom], width: int) -> Iterator[list[Atom]]:
    """Rows broken after blanks where there are any; what stands above a letter stays with it."""
    start = 0
    while start < len(atoms):
        end = _reach(atoms, start, width)
        if end < len(atoms):
            end = _after_blank(atoms, start, end)
        yield atoms[start:end]
        start = end
        while start < len(atoms) and atoms[start].shown == " ":
            start += 1


def _reach(atoms: list[Atom], start: int, width: int) -> int:
    end, used = start, 0
    while end < len(atoms) and (used + atoms[end].width <= width or end == start):
        used += atoms[end].width
        end += 1
    return end


def _after_blank(atoms: list[Atom], start: int, end: int) -> int:
    if atoms[end].shown == " ":
        return end
    for at in range(end - 1, start, -1):
        if atoms[at].shown == " ":
            return at + 1
    return end


def _lines(row: list[Atom], look: Look, *, carets: bool) -> tuple[str, ...]:
    while len(row) > 1 and row[-1].shown == " " and not row[-1].marked:
        row = row[:-1]
    pieces, below = [], []
    for marked, run in _runs(row):
        shown = "".join(atom.shown for atom in run)
        pieces.append(look.paint(shown, UNDERLINE) if marked else shown)
        below.append(("^" if marked else " ") * sum(atom.width for atom in run))
    under = "".join(below).rstrip()
    return ("".join(pieces), under) if carets and under and not look.colour else ("".join(pieces),)


def _runs(row: list[Atom]) -> Iterator[tuple[bool, list[Atom]]]:
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or row[at].marked != row[start].marked:
            yield row[start].marked, row[start:at]
            start = at
