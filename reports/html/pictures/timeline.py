"""An article's dated statements on one line of time, and above it in red those that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from reports.html.pictures.dates import excluded
from reports.html.pictures.drawing import Scale, around
from reports.html.pictures.figures import days, year_of
from reports.readings import Dated, Reading
from reports.report import Told

LANES = 8
"""Conflicts drawn above the line; the list below it has them all."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
TICKS = 8
BADGE = 9.0
"""Percent of the width that the number of a conflict's end takes on a narrow screen."""


class Moment(NamedTuple):
    """A dated statement in the list: ``labels`` are the evidence that it is, as "6.1", each with its anchor."""

    when: str
    what: str
    line: int
    at: float
    length: float
    labels: tuple[tuple[str, str], ...]


class Conflict(NamedTuple):
    """Two dates or more of a finding, on a lane counted from the line upwards."""

    start: float
    end: float
    first: str
    last: str
    lane: int


class Tick(NamedTuple):
    """A year on the line."""

    at: float
    label: str


class Timeline(NamedTuple):
    """The moments in the order of time, the conflicts among them, and the years below."""

    moments: tuple[Moment, ...]
    conflicts: tuple[Conflict, ...]
    ticks: tuple[Tick, ...]

    @property
    def lanes(self) -> int:
        """How many lanes the conflicts take."""
        return max((conflict.lane for conflict in self.conflicts), default=0)


class _Point(NamedTuple):
    """A date of a finding."""

    label: str
    anchor: str
    reading: Reading
    line: int
    start: int
    note: str


def timeline(dated: Sequence[Dated], findings: Iterable[tuple[int, Told]]) -> Timeline | None:
    """The line of time of an article; None where fewer than three moments are known."""
    in_conflict = [list(_points(number, told)) for number, told in findings if _exclude_each_other(told)]
    told = [(each.low, each.high) for each in dated]
    conflicting = [(point.reading.low, point.reading.high) for points in in_conflict for point in points]
    ends = [float(end) for pair in (*told, *conflicting) for end in pair if end is not None]
    scale = around(ends) if ends else None
    moments = tuple(_moments(dated, in_conflict, scale)) if scale else ()
    if scale is None or len(moments) < 3:
        return None
    return Timeline(moments, tuple(_conflicts(in_conflict, scale)), tuple(_ticks(scale)))


def _exclude_each_other(told: Told) -> bool:
    """Whether all evidence is dates, two of which cannot both hold."""
    known = [reading for reading in told.readings if reading and reading.kind == "date"]
    return len(known) == len(told.finding.evidence) > 1 and excluded(known) is not None


def _points(number: int, told: Told) -> Iterator[_Point]:
    for piece, (place, reading) in enumerate(zip(told.finding.evidence, told.readings, strict=False), 1):
        if reading and reading.kind == "date":
            label = f"{number}.{piece}"
            yield _Point(label, f"e{number}-{piece}", reading, place.line, place.start, place.note)


def _moments(dated: Sequence[Dated], in_conflict: list[list[_Point]], scale: Scale) -> Iterator[Moment]:
    """The facts and the dates in conflict, one where they are the same piece of text."""
    by_start: dict[int, list[_Point]] = {}
    for points in in_conflict:
        for point in points:
            by_start.setdefault(point.start, []).append(point)
    told = [(each.low, each.high, each.what, each.line, by_start.pop(each.start, [])) for each in dated]
    told += [_as_told(points) for points in by_start.values()]
    for low, high, what, line, points in sorted(told, key=lambda each: (_middle(each[0], each[1]), each[3])):
        bar = scale.segment(scale.low if low is None else low, scale.high if high is None else high)
        labels = tuple((point.label, point.anchor) for point in points)
        yield Moment(days(low, high), what, line, bar.start, bar.length, labels)


def _as_told(points: list[_Point]) -> tuple[int | None, int | None, str, int, list[_Point]]:
    first = points[0]
    ends = (None if end is None else int(end) for end in (first.reading.low, first.reading.high))
    low, high = ends
    return low, high, first.note, first.line, points


def _middle(low: int | None, high: int | None) -> float:
    known = [end for end in (low, high) if end is not None]
    return sum(known) / len(known)


def _conflicts(in_conflict: list[list[_Point]], scale: Scale) -> Iterator[Conflict]:
    """Each on the lowest lane that is free where it stands."""
    reached: list[float] = []
    spans = []
    for points in in_conflict:
        ordered = sorted(points, key=lambda point: point.reading.value)
        first, last = ordered[0], ordered[-1]
        spans.append((scale.at(first.reading.value), scale.at(last.reading.value), first.label, last.label))
    for start, end, first_label, last_label in sorted(spans):
        lane = next((n for n, until in enumerate(reached) if start - BADGE > until), len(reached))
        if lane == len(reached):
            reached.append(0.0)
        reached[lane] = end + BADGE
        if lane < LANES:
            yield Conflict(start, end, first_label, last_label, lane + 1)


def _ticks(scale: Scale) -> Iterator[Tick]:
    """Round years, as many as there is room for."""
    first, last = year_of(scale.low), year_of(scale.high)
    step = next((step for step in STEPS if (last - first) / step <= TICKS), STEPS[-1])
    for year in range(-(-first // step) * step, last + 1, step):
        if 1 <= year <= date.max.year and scale.low <= (day := date(year, 1, 1).toordinal()) <= scale.high:
            at = scale.at(day)
            if 3 < at < 97:
                yield Tick(at, str(year))
