"""Amounts on one scale: parts against their whole, a share against what it was said to be, two values side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.html.pictures.drawing import Bars, Guide, Row, Scale, Segment, around, guide, row
from reports.html.pictures.figures import between, figure
from reports.html.pictures.totals import PART
from reports.readings import Reading
from reports.report import Told

_RATIO = re.compile(
    r"(?P<part>[^/=]{1,60}) / (?P<whole>[^/=]{1,60}) = (?P<share>[\d,]+(?:\.\d+)?) %"
    r"(?:, not (?P<told>[^=]{0,20}?(?P<stated>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)))?"
)
ROOM = 1.04
"""How much longer a scale from zero is than what is on it."""


def shares(told: Told) -> Bars | None:
    """Shares of one whole, end to end, against 100 %."""
    notes = [evidence.note for evidence in told.finding.evidence]
    known = [reading for reading in told.readings if reading and reading.kind == "percent"]
    if len(known) < len(notes) or not all(note.startswith("share ") for note in notes):
        return None
    sum_ = sum(reading.value for reading in known)
    if not 100 < sum_ < 1000:
        return None
    scale = Scale(0, sum_ * ROOM)
    stacked = row(f"together {figure(sum_)} %", _stacked(scale, [(n, r.value) for n, r in enumerate(known, 1)]))
    return Bars("shares", _spoken("Shares of a whole", told), (stacked,), (guide(scale.at(100), "100 %", wrong=True),))


def total(told: Told) -> Bars | None:
    """Parts end to end under the total that was stated."""
    evidence, readings = told.finding.evidence, told.readings
    whole = readings[0]
    parts = [(n, r) for n, (e, r) in enumerate(zip(evidence, readings, strict=True), 1) if r and e.note == PART]
    if (
        whole is None
        or len(parts) < 2
        or len(parts) != len(evidence) - 1
        or not _alike([whole, *(r for _, r in parts)])
    ):
        return None
    sum_ = sum(reading.value for _, reading in parts)
    scale = Scale(0, max(sum_, whole.value) * ROOM)
    rows = (
        row(f"{evidence[0].text.strip()} stated", [scale.segment(0, whole.value, 1)], 1),
        row(f"the parts: {figure(sum_)}", _stacked(scale, [(n, reading.value) for n, reading in parts])),
    )
    return Bars("total", _spoken("A total and its parts", told), rows, (guide(scale.at(whole.value), "", wrong=True),))


def ratio(told: Told) -> Bars | None:
    """A part of a whole as the arithmetic has it, against the percentage that was stated."""
    found = _RATIO.fullmatch(told.finding.calculation or "")
    if found is None:
        return None
    share = float(found["share"].replace(",", ""))
    stated = float(found["stated"]) if found["stated"] else None
    if not 0 < share <= 1000 or (stated or 0) > 1000:
        return None
    scale = Scale(0, max(100.0, share, stated or 0))
    bar = [scale.segment(0, share, 1), scale.segment(min(share, 100), 100, tone="rest")]
    named = f"{found['part'].strip()} of {found['whole'].strip()}: {found['share']} %"
    label = Row(named, tuple(sorted(bar)), 0, 0, flipped=False)
    lines: tuple[Guide, ...] = (guide(scale.at(stated), found["told"].strip(), wrong=True),) if stated else ()
    if share > 100:
        lines = (*lines, guide(scale.at(100), "the whole", wrong=False))
    said = f"A share of a whole: {named}" + (f", stated as {found['told']}" if stated else "")
    return Bars("ratio", said, (label,), lines)


def part_and_whole(told: Told) -> Bars | None:
    """A part that is more than its whole: both from zero, and a line where the whole ends."""
    evidence = told.finding.evidence
    if len(evidence) != 2 or evidence[1].note != "the whole" or not evidence[0].note.startswith("a part of"):
        return None
    part, whole = told.readings
    if part is None or whole is None or not _alike([part, whole]) or part.value <= whole.value:
        return None
    scale = Scale(0, part.value * ROOM)
    rows = tuple(
        row(place.text, [scale.segment(0, each.value, n)], n)
        for n, (place, each) in enumerate(zip(evidence, (part, whole), strict=True), 1)
    )
    return Bars("total", _spoken("A part and its whole", told), rows, (guide(scale.at(whole.value), "", wrong=True),))


def side_by_side(told: Told) -> Bars | None:
    """Values that should overlap and do not, each as wide as its rounding leaves it."""
    known = [reading for reading in told.readings if reading]
    if len(known) < len(told.readings) or known[0].kind == "date" or not _alike(known):
        return None
    first = min(known, key=lambda reading: reading.value)
    last = max(known, key=lambda reading: reading.value)
    low, high = _high(first), _low(last)
    scale = around([*map(_low, known), *map(_high, known)])
    if scale is None or low >= high:
        return None
    rows = []
    for n, (place, each) in enumerate(zip(told.finding.evidence, known, strict=True), 1):
        ends = (_end(each.low, scale.low), _end(each.high, scale.high))
        rows.append(row(f"{place.text.strip()}{_rounding(each)}", [scale.segment(*ends, n)], n))
    words = (f"{figure(scale.low)} {_unit(first)}".strip(), f"{figure(scale.high)} {_unit(first)}".strip())
    return Bars(
        "amounts",
        _spoken("Two values that should overlap", told),
        tuple(rows),
        gap=scale.segment(low, high),
        ends=words,
    )


def _rounding(reading: Reading) -> str:
    """What rounding and hedges leave open."""
    if reading.low is None or reading.high is None:
        return ", or less" if reading.low is None else ", or more"
    low, high = figure(reading.low), figure(reading.high)
    return f" ({between(reading.low, reading.high)})" if low != high else ""


def _unit(reading: Reading) -> str:
    if reading.kind == "percent":
        return "%"
    return reading.unit.replace(" ** 2", "²").replace(" ** 3", "³").replace("_", " ")


def _alike(readings: Sequence[Reading]) -> bool:
    return len({(reading.kind, reading.unit) for reading in readings}) == 1 and all(r.value > 0 for r in readings)


def _end(end: float | None, otherwise: float) -> float:
    return otherwise if end is None else end


def _low(reading: Reading) -> float:
    return reading.value if reading.low is None else reading.low


def _high(reading: Reading) -> float:
    return reading.value if reading.high is None else reading.high


def _stacked(scale: Scale, amounts: Sequence[tuple[int, float]]) -> list[Segment]:
    segments, reached = [], 0.0
    for piece, amount in amounts:
        segments.append(scale.segment(reached, reached + amount, piece))
        reached += amount
    return segments


def _spoken(opening: str, told: Told) -> str:
    texts = (f"{n}: {evidence.text.strip()}" for n, evidence in enumerate(told.finding.evidence, 1))
    return f"{opening}: {', '.join(texts)}"
