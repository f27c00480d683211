"""How much time lies between two dates, against how much is said to."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Duration
from articles.claims.written import Interval, Written

ROUND = Decimal(50)
"""From here on a number of years that ends in a zero may be a round one."""

CUT_OFF = Decimal("0.5")
"""What a whole number of years may leave out beyond rounding: nearly eleven years are still "ten"."""

WIDEST = Decimal("3.3")
"""So many times too long or too short may a length be told by a slip."""

DAYS = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.436875"),
    "year": Decimal("365.2425"),
    "decade": Decimal("3652.425"),
    "century": Decimal("36524.25"),
}
"""Mean Gregorian lengths in days. Hours and less are no matter of dates."""

SLACK = {"day": Decimal(1), "week": Decimal("0.3"), "month": Decimal("0.1")}
"""What may be lost or gained in the unit itself: the first and last day counted, months of unequal length."""


def elapsed(first: Date, second: Date, unit: str) -> Interval:
    """The time from one date to another, in a unit; both open and closed ends kept, the last day counted in."""
    low = high = None
    if first.latest is not None and second.earliest is not None:
        low = Decimal(second.earliest - first.latest) / DAYS[unit]
    if first.earliest is not None and second.latest is not None:
        high = Decimal(second.latest - first.earliest + 1) / DAYS[unit]
    return Interval(low, high)


def comparable(stated: Duration, first: Date, second: Date) -> bool:
    """Whether a stated length is not many times that between two dates: farther off it is that of something else."""
    if stated.unit not in DAYS:
        return False
    real = elapsed(first, second, stated.unit)
    if real.low is None or real.high is None or real.high <= 0:
        return False
    said = stated.amount.value
    return said < real.high * WIDEST and real.low < said * WIDEST


def lasted(stated: Duration) -> Interval | None:
    """What a stated length of time may be in its own unit; None for hours and less.

    "Ten years" may be nine and a half or nearly eleven; a hedge widens it further.
    """
    if stated.unit not in DAYS:
        return None
    slack = SLACK.get(stated.unit, Decimal(0)) + _roundness(stated.amount)
    said = _whole(stated.amount).interval
    low = None if said.low is None else said.low - slack
    return Interval(low, None if said.high is None else said.high + max(slack, CUT_OFF))


def _roundness(amount: Written) -> Decimal:
    """How far a round number of years may be from what is meant: nothing for "10", 25 for "500"."""
    value = amount.top
    return value / 20 if value >= ROUND and value % 10 == 0 else Decimal(0)


def agrees(stated: Duration, first: Date, second: Date) -> bool | None:
    """Whether a stated length of time fits two dates; None where that cannot be told."""
    said = lasted(stated)
    if said is None or first.circa or second.circa:
        return None
    real = elapsed(first, second, stated.unit)
    return None if real.low is None and real.high is None else said.overlaps(real)


def year_of(date: Date) -> int | None:
    """The year a date lies in; None where it spans several or is open."""
    if date.earliest is None or date.latest is None:
        return None
    year = civil(date.earliest)[0]
    return year if civil(date.latest)[0] == year else None


def plain_year(date: Date) -> int | None:
    """The year of a date written as a year alone."""
    return year_of(date) if date.precision is Precision.YEAR else None


def _whole(amount: Written) -> Written:
    """A count of years is known to the year, though as a count it is a point."""
    return amount if amount.step else amount._replace(step=Decimal(1))


def between_dates(first: Date, second: Date, unit: str) -> str:
    """The time between two dates as an editor would say it: ``10 years``, ``9 to 11 years``."""
    years = plain_year(first), plain_year(second)
    if unit == "year" and years[0] is not None and years[1] is not None:
        return f"{years[1] - years[0]} years"
    real = elapsed(first, second, unit)
    ends = [int(end.to_integral_value(ROUND_FLOOR)) for end in real if end is not None]
    name = {"century": "centuries"}.get(unit, f"{unit}s")
    if not ends:
        return f"an open number of {name}"
    return f"{ends[0]} to {ends[-1]} {name}" if ends[0] != ends[-1] else f"{ends[0]} {name}"
