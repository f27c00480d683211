"""Numbers and days as labels say them."""

from __future__ import annotations

import calendar
from datetime import date

LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
DAYS_OF_A_YEAR = 365.2425


def figure(number: float) -> str:
    """A number in few digits.

    >>> figure(96_350_000_000), figure(30.5), figure(418600)
    ('96.35 billion', '30.5', '418,600')
    """
    for size, name in LARGE:
        if abs(number) >= size:
            return f"{_digits(number / size)} {name}"
    return _digits(number)


def _digits(number: float) -> str:
    places = 4 if abs(number) < 1 else 2 if abs(number) < 1000 else 0
    plain = f"{number:,.{places}f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def between(low: float, high: float) -> str:
    """From one number to another, a scale word that both have told once.

    >>> between(69_350_000_000, 69_450_000_000), between(30.5, 31.5)
    ('69.35–69.45 billion', '30.5–31.5')
    """
    first, word = figure(low).partition(" ")[::2]
    last = figure(high)
    return f"{first}–{last}" if word == last.partition(" ")[2] else f"{figure(low)}–{last}"


def days(low: float | None, high: float | None) -> str:
    """An interval of days as a date: a day, a month, a year, or from one to another.

    >>> days(714780, 715144), days(701753, 701753), days(724642, None)
    ('1958', '3 May 1922', '1 January 1985 or later')
    """
    if low is None or high is None:
        return f"{day(low)} or later" if low is not None else f"{day(high or 0)} or earlier"
    first, last = _date(low), _date(high)
    if first is None or last is None:
        return f"{_year(low)} to {_year(high)}" if _year(low) != _year(high) else _year(low)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.replace(day=1) == last.replace(day=1) and first.day == 1 and last.day == _length(last):
        return f"{calendar.month_name[first.month]} {first.year}"
    return day(low) if low == high else f"{day(low)} to {day(high)}"


def day(number: float) -> str:
    """One day."""
    found = _date(number)
    return f"{found.day} {calendar.month_name[found.month]} {found.year}" if found else _year(number)


def year_of(number: float) -> int:
    """The year of a day; before the year 1 by its mean length."""
    found = _date(number)
    return found.year if found else int(number // DAYS_OF_A_YEAR) + 1


def _year(number: float) -> str:
    year = year_of(number)
    return str(year) if year > 0 else f"{1 - year} BC"


def _length(of: date) -> int:
    return calendar.monthrange(of.year, of.month)[1]


def _date(number: float) -> date | None:
    return date.fromordinal(int(number)) if 1 <= number <= date.max.toordinal() else None
