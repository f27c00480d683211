"""Dates that exclude each other, on a line of time: each as long as what was written leaves open."""

from __future__ import annotations

from reports.html.pictures.drawing import Bars, Row, Scale, Segment, around, row
from reports.html.pictures.figures import DAYS_OF_A_YEAR, day, days, year_of
from reports.readings import Reading
from reports.report import Told

YEARS_APART = 5
"""Years from which on the ends of the line are told by their year."""

Numbered = tuple[int, Reading]


def dates(told: Told) -> Bars | None:
    """The dates among the evidence, where two of them do not overlap, and the time that was said to lie between."""
    known = [(piece, reading) for piece, reading in enumerate(told.readings, 1) if reading]
    found = [each for each in known if each[1].kind == "date"]
    spans = [each for each in known if each[1].kind == "duration" and each[1].unit == "year"]
    if len(found) < 2:
        return None
    if len(told.finding.evidence) == len(found):
        return _drawn(found, [])
    return _drawn(found, spans) if len(found) == 2 and len(spans) == 1 and len(known) == 3 else None


def excluded(readings: list[Reading]) -> tuple[float, float] | None:
    """The widest stretch between two dates that do not overlap."""
    ordered = sorted(readings, key=lambda reading: reading.value)
    gaps = [
        (early.high, late.low)
        for at, early in enumerate(ordered)
        for late in ordered[at + 1 :]
        if early.high is not None and late.low is not None and early.high < late.low
    ]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _drawn(found: list[Numbered], spans: list[Numbered]) -> Bars | None:
    gap = excluded([reading for _, reading in found])
    told = [(piece, reading, days(reading.low, reading.high)) for piece, reading in found]
    if spans:
        early, late = sorted((reading for _, reading in found), key=lambda reading: reading.value)
        piece, length = spans[0]
        said = _after(early, length)
        told.append((piece, said, f"{length.value:g} years after {days(early.low, early.high)}"))
        gap = excluded([late, said]) if gap else None
    ends = [end for _, reading, _ in told for end in (reading.low, reading.high) if end is not None]
    scale = around(ends)
    if gap is None or scale is None:
        return None
    rows = tuple(_row(scale, *each) for each in told)
    spoken = "On a line of time: " + ", ".join(f"{each.piece}: {each.label}" for each in rows)
    return Bars("dates", spoken, rows, gap=scale.segment(*gap), ends=_ends(scale))


def _after(early: Reading, length: Reading) -> Reading:
    """The time that lies so long after a date."""
    low = (early.low or early.value) + (length.low or length.value) * DAYS_OF_A_YEAR
    high = (early.high or early.value) + (length.high or length.value) * DAYS_OF_A_YEAR
    return Reading("date", "", low, (low + high) / 2, high)


def _row(scale: Scale, piece: int, reading: Reading, label: str) -> Row:
    low = scale.low if reading.low is None else reading.low
    high = scale.high if reading.high is None else reading.high
    return row(label, [_at_least_a_day(scale, low, high, piece)], piece)


def _at_least_a_day(scale: Scale, low: float, high: float, piece: int) -> Segment:
    return scale.segment(low, max(high, low + 1), piece)


def _ends(scale: Scale) -> tuple[str, str]:
    first, last = year_of(scale.low), year_of(scale.high)
    return (str(first), str(last)) if first > 0 and last - first >= YEARS_APART else (day(scale.low), day(scale.high))
