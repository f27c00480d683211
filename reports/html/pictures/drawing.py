"""What a picture is made of. All places and lengths are percent of its width, so it fits any screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 40
"""Characters of a label; a template that renders a date has more."""


THINNEST = 0.3
"""Percent of the width that even a point takes, so that it can be seen."""


class Segment(NamedTuple):
    """A piece of a bar in the colour of its evidence; ``piece`` 0 is no evidence, ``tone`` then says what it is."""

    start: float
    length: float
    piece: int = 0
    tone: str = ""


class Row(NamedTuple):
    """A bar with a label above it, which stands at ``at`` and runs to the left where it is ``flipped``."""

    label: str
    segments: tuple[Segment, ...]
    piece: int
    at: float
    flipped: bool


class Guide(NamedTuple):
    """A line across all bars, ``wrong`` where it is what was stated and does not hold."""

    at: float
    label: str
    wrong: bool
    flipped: bool


class Bars(NamedTuple):
    """Bars on one scale. ``gap`` lies between two that should overlap; ``spoken`` is the picture in words."""

    sort: str
    spoken: str
    rows: tuple[Row, ...]
    guides: tuple[Guide, ...] = ()
    gap: Segment | None = None
    ends: tuple[str, str] | None = None


class Entry(NamedTuple):
    """A row of a table of parts: the number of its evidence, its name and its figure as written."""

    piece: int
    name: str
    figure: str


class TotalTable(NamedTuple):
    """The rows that a total is of, the total as it stands, and what the rows come to."""

    entries: tuple[Entry, ...]
    stated: Entry
    computed: str


class Scale(NamedTuple):
    """From values to percent of the width."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(100 * share, 2)

    def segment(self, low: float, high: float, piece: int = 0, tone: str = "") -> Segment:
        """The bar from one value to another."""
        start = self.at(low)
        return Segment(start, round(max(self.at(high) - start, THINNEST), 2), piece, tone)


def around(values: Iterable[float]) -> Scale | None:
    """A scale that holds all values with some room on either side; None where they are all one."""
    known = list(values)
    low, high = min(known), max(known)
    room = (high - low) * 0.12
    start = low - room
    return Scale(max(start, 0.0) if low >= 0 else start, high + room) if high > low and room > 0 else None


def row(label: str, segments: Iterable[Segment], piece: int = 0) -> Row:
    """A bar whose label stands over it, on the side where there is room."""
    drawn = tuple(segments)
    start, end = drawn[0].start, drawn[-1].start + drawn[-1].length
    flipped = start > 100 - end
    return Row(shortened(label), drawn, piece, round(end, 2) if flipped else start, flipped)


def guide(at: float, label: str, *, wrong: bool) -> Guide:
    """A line across, its label on the side where there is room."""
    return Guide(at, label, wrong, at > 50)


def shortened(label: str) -> str:
    """A label of a length that fits."""
    return label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"
