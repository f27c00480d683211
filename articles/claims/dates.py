"""Dates with their ranges, eras and parts, from the piece that starts at a place."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision
from articles.claims.date_pieces import (
    Piece,
    month_pattern,
    months,
    read_day,
    read_day_first,
    read_month_first,
    read_numeric,
)

_SP = "[ \u00a0\u202f]"
_JOINT = re.compile(rf"{_SP}?[–—−‒‐-]{_SP}?|{_SP}(?:to|until|till|through|and|or){_SP}(?:the{_SP}|about{_SP})?")


class Reading(NamedTuple):
    """A date read at a place: its span, value, how it was read, and the two ends of a range.

    ``year`` is None where the text does not say it; such a reading waits for its paragraph's year.
    """

    start: int
    end: int
    first: Piece
    last: Piece
    pattern: str

    @property
    def year(self) -> int | None:
        """The year of the reading's end, None where none is written."""
        return self.last.year

    def value(self, *, circa: bool = False) -> Date:
        """The interval of days; a range is the hull of its ends, in whatever order they were written."""
        first, last = self.first.date(circa=circa), self.last.date(circa=circa)
        if self.first is self.last:
            return first
        bounds = [day for day in (first.earliest, first.latest, last.earliest, last.latest) if day is not None]
        return Date(min(bounds), max(bounds), Precision.RANGE, circa)


@cache
def _day_range() -> re.Pattern[str]:
    return re.compile(
        rf"([0-3]?[0-9])(?:st|nd|rd|th)?({_SP}?[–—−‒‐-]{_SP}?|{_SP}(?:to|and|or|through|until){_SP}(?:the{_SP})?|/|,{_SP})"
        rf"(?=[0-3]?[0-9](?:st|nd|rd|th)?(?:{_SP}of)?{_SP}{month_pattern()})"
    )


@cache
def _month_range() -> re.Pattern[str]:
    return re.compile(
        rf"{month_pattern()}({_SP}?[–—−‒‐/-]{_SP}?|{_SP}(?:to|and|or|through|until){_SP})(?={month_pattern()})"
    )


def read_from_day(text: str, start: int) -> Reading | None:
    """A date that starts with its day or is all digits."""
    ranged = _day_range().match(text, start)
    if ranged is not None:
        last = read_day_first(text, ranged.end())
        if last is not None:
            first = Piece(start, ranged.start(2), last.year, last.month, int(ranged[1]), "day")
            return _joined(first, last, ranged[2])
    piece = read_numeric(text, start) or read_day_first(text, start)
    return None if piece is None else _extended(text, piece)


def read_from_month(text: str, start: int) -> Reading | None:
    """A date that starts with its month."""
    ranged = _month_range().match(text, start)
    if ranged is not None:
        last = read_month_first(text, ranged.end())
        if last is not None and last.day is None:
            month = months()[ranged[1]]
            year = None if last.year is None else last.year - (month > (last.month or 0))
            return _joined(Piece(start, ranged.end(1), year, month, None, "month"), last, ranged[2])
    piece = read_month_first(text, start)
    return None if piece is None else _extended(text, piece)


def _extended(text: str, first: Piece) -> Reading:
    """A piece with the end of its range, where one follows."""
    alone = Reading(first.start, first.end, first, first, first.style)
    joint = _JOINT.match(text, first.end)
    if joint is None:
        return alone
    last = _following(text, joint.end(), first)
    if last is None or (last.year is None and first.year is None and last.month is None):
        return alone
    if last.year is None:
        last = last._replace(year=first.year)
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year - ((first.month or 0) > (last.month or 12)))
    return _joined(first, last, joint[0])


def _following(text: str, at: int, first: Piece) -> Piece | None:
    """The second date of a range: of the same form, or the day alone after "May 5"."""
    if text[at : at + 1].isdigit():
        last = read_numeric(text, at) or read_day_first(text, at)
        if last is not None or first.style != "mdy" or first.year is not None:
            return last
        return read_day(text, at, first.month or 0)
    return read_month_first(text, at)


def _joined(first: Piece, last: Piece, joint: str) -> Reading:
    word = joint.strip(" \u00a0\u202f")
    kind = "list" if word in ("and", "or", ",", "/") else "range"
    return Reading(first.start, last.end, first, last, f"{first.style}-{kind}")
