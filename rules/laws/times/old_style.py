"""Days of the Julian calendar and of its neighbours, for dates that may be written in either.

Countries went over to the Gregorian calendar between 1582 and 1923; an article seldom says which calendar an
older date is in. What is wrong in both is wrong.
"""

from __future__ import annotations

from articles.claims.calendar import MONTH_LENGTHS, day_number, month_length, weekday
from articles.words import worded

GREGORIAN_EVERYWHERE = 1924
"""The year from which no state dates its papers in the Julian calendar any more; Greece was the last, in 1923."""

YEAR_FROM_MARCH = 1753
"""Until 1752 the year began on 25 March in England: "10 February 1640" may be of 1641."""

JULIAN_LANDS = worded(__file__, r"{julian}")
"""In lower case, what tells of the Julian calendar after 1753: who kept it (Toke Nørby, Perpetual Calendar, 2000)."""

SWEDISH = range(1700, 1713)
"""Sweden had a calendar of its own, in which 1712 had a 30 February."""


def julian_day(year: int, month: int, day: int) -> int:
    """The day number (proleptic Gregorian) of a Julian date, by counting Julian leap days."""
    from_march = (month + 9) % 12
    shifted = year - (month <= 2)
    return 365 * shifted + shifted // 4 + (153 * from_march + 2) // 5 + day - 1 - 307


def julian_month_length(year: int, month: int) -> int:
    """The number of days in a month of the Julian calendar."""
    return 29 if month == 2 and year % 4 == 0 else MONTH_LENGTHS[month - 1]


def longest_month(year: int, month: int) -> int:
    """The number of days that a month had in any calendar in use that year."""
    if year == 1712 and month == 2:
        return 30
    return julian_month_length(year, month) if year < GREGORIAN_EVERYWHERE else month_length(year, month)


def weekdays(year: int, month: int, day: int) -> frozenset[int]:
    """Every weekday (Monday 0) that a written date may have fallen on."""
    found = {weekday(day_number(year, month, day))}
    if year < GREGORIAN_EVERYWHERE:
        years = [year, year + 1] if year < YEAR_FROM_MARCH and (month, day) < (3, 26) else [year]
        found |= {weekday(julian_day(each, month, day)) for each in years}
    if year in SWEDISH:
        found |= {weekday(julian_day(year, month, day) - 1)}
    return frozenset(found)
