"""Dates as intervals of days.

A day is its number in the proleptic Gregorian calendar, 1 for 1 January of year 1, so that
``datetime.date.toordinal`` agrees where it reaches; years before 1 and beyond 9999 work as well.
Year 0 is 1 BC (astronomical numbering, as in ISO 8601). The arithmetic is Howard Hinnant's
``days_from_civil``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Precision(StrEnum):
    """How finely a date was written."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


class Date(NamedTuple):
    """An interval of days, both ends included; None is an open end ("by 1970", "since 1990").

    ``circa`` marks a date hedged by "about" or "circa", which a comparison must not take at its word.
    """

    earliest: int | None
    latest: int | None
    precision: Precision
    circa: bool = False

    def overlaps(self, other: Date) -> bool:
        """Whether any day lies in both."""
        return (self.earliest is None or other.latest is None or self.earliest <= other.latest) and (
            other.earliest is None or self.latest is None or other.earliest <= self.latest
        )

    def before(self, other: Date) -> bool:
        """Whether every day of this one lies before every day of the other."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February (Gregorian)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days in a month."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day; 1 January of year 1 is 1."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305


def julian_day_number(year: int, month: int, day: int) -> int:
    """The number of a day that is written in the Julian calendar."""
    from_march = (month + 9) % 12
    shifted = year - (month <= 2)
    return 365 * shifted + shifted // 4 + (153 * from_march + 2) // 5 + day - 1 - 307


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    number += 305
    era = number // 146097
    day = number - era * 146097
    of_era = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= of_era * 365 + of_era // 4 - of_era // 100
    month = (5 * day + 2) // 153
    of_month = day - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return of_era + era * 400 + (month <= 2), month, of_month


def iso(number: int) -> str:
    """A day as ISO 8601 writes it: ``1990-12-31``, ``-0043-03-15``, ``+12345-01-01``."""
    year, month, day = civil(number)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


def weekday(number: int) -> int:
    """The weekday of a day number, Monday 0."""
    return (number + 6) % 7


def of_year(year: int, *, circa: bool = False) -> Date:
    """A whole year."""
    return Date(day_number(year, 1, 1), day_number(year, 12, 31), Precision.YEAR, circa)


def of_month(year: int, month: int, *, circa: bool = False) -> Date:
    """A whole month."""
    first = day_number(year, month, 1)
    return Date(first, first + month_length(year, month) - 1, Precision.MONTH, circa)


def of_day(year: int, month: int, day: int, *, circa: bool = False) -> Date:
    """One day, which must exist."""
    number = day_number(year, month, day)
    return Date(number, number, Precision.DAY, circa)


def years(first: int, last: int, precision: Precision, *, circa: bool = False) -> Date:
    """Whole years from first to last: a decade, a century, a range."""
    return Date(day_number(first, 1, 1), day_number(last, 12, 31), precision, circa)
