"""The days of feasts that stand before a year: "Christmas Eve 1914", "Easter Monday 1916"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, civil, day_number
from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table

_GREGORIAN = 1753
"""From this year on one reckoning of Easter can be meant in the West; before it two were in use."""


class Feast(NamedTuple):
    """Where a feast's name starts and the day it is; a whole season may be named after its day, so it is loose."""

    start: int
    day: Date


class _Feasts(NamedTuple):
    """Feasts by name: fixed ones with month and day, others by their distance from Easter Sunday, in days."""

    fixed: dict[str, tuple[int, int]]
    movable: dict[str, int]
    loose: frozenset[str]
    last: frozenset[str]


@cache
def _feasts() -> _Feasts:
    lists = table("months")
    fixed: dict[str, tuple[int, int]] = {name: tuple(day) for name, day in lists["feasts"].items()}
    movable: dict[str, int] = dict(lists["feasts-from-easter"])
    last = frozenset(name.rsplit(" ", 1)[-1] for name in (*fixed, *movable))
    return _Feasts(fixed, movable, frozenset(phrases(lists["words"]["loose-feasts"])), last)


def read_feast(text: str, year: Date, left: Left) -> Feast | None:
    """The feast whose name ends in the word before a year; None where there is none, or no one day is meant."""
    feasts = _feasts()
    last = left.lower.rstrip(",")
    if last not in feasts.last:
        return None
    assert year.earliest is not None
    for name, start in _names(text, left, last):
        day = _day(feasts, name, civil(year.earliest)[0])
        if day is not None:
            return Feast(start, Date(day, day, Precision.DAY, name in feasts.loose or name in feasts.movable))
    return None


def is_feast(text: str, left: Left) -> bool:
    """Whether the word before a figure ends the name of a feast, so that the figure is a year."""
    feasts = _feasts()
    last = left.lower.rstrip(",")
    if last not in feasts.last:
        return False
    return any(name in feasts.fixed or name in feasts.movable for name, _ in _names(text, left, last))


def _names(text: str, left: Left, last: str) -> list[tuple[str, int]]:
    """What the last one, two and three words before a year would be named, longest first, and where each starts."""
    names, start = [(last, left.start)], left.start
    for _ in range(2):
        before = word_before(text, start)
        if not before.word:
            break
        start = before.start
        names.insert(0, (f"{before.lower} {names[0][0]}".replace("’", "'"), start))
    return names


def _day(feasts: _Feasts, name: str, year: int) -> int | None:
    if name in feasts.fixed:
        return day_number(year, *feasts.fixed[name])
    if name in feasts.movable and year >= _GREGORIAN:
        return easter(year) + feasts.movable[name]
    return None


def easter(year: int) -> int:
    """The day number of Easter Sunday in the Gregorian reckoning (the anonymous algorithm of Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return day_number(year, month, day + 1)
