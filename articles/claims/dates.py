"""Dates with their ranges, from the piece that starts at a place."""

from __future__ import annotations

from typing import NamedTuple

from articles.claims.calendar import Date, Precision
from articles.claims.date_pieces import (
    MONTH,
    Piece,
    months,
    read_bare_month,
    read_day,
    read_day_first,
    read_month_first,
    read_numeric,
    read_year_first,
)
from articles.regex import regex

_SP = "[ \u00a0\u202f]"
_DASH = rf"{_SP}?[–—−‒‐~-]{_SP}?"
_SLASH = r"/(?=[0-9]{1,2}(?: [A-Z]|,? [12][0-9]{3}))"
_WORDS = rf"{_SP}(?:to|until|till|through|thru|and|or|as well as){_SP}(?:the{_SP}|about{_SP}|on{_SP}|in{_SP}|by{_SP})?"
_JOINT = regex(rf"{_DASH}|{_SLASH}|{_WORDS}")
_YEAR = regex(r"([12][0-9]{3})(?![0-9])(?![.,][0-9])(?!%)")
_LONGEST_LIST = 5
_BLANKS = frozenset(" \u00a0\u202f,")
_GOES_ON = frozenset("JFMASONDjfmasondt–—−‒‐-~/.,ruth0123456789 ")
_MORE_DAYS = rf"(?:[0-3]?[0-9](?:st|nd|rd|th)?(?:,{_SP}?|{_SP}and{_SP}|,{_SP}and{_SP})){{0,4}}"
_DAY_RANGE = regex(  # a day that leaves its month to a later one: "4–22 January", "5, 7 and 9 May", "4 to January 22"
    rf"([0-3]?[0-9])(?:st|nd|rd|th)?({_DASH}|{_SP}(?:to|and|or|through|until){_SP}(?:the{_SP})?|/|,{_SP})"
    rf"(?={_MORE_DAYS}[0-3]?[0-9](?:st|nd|rd|th)?(?:{_SP}of)?{_SP}[A-Za-z]{{3,9}}\b)"
)
_MONTH_RANGE = regex(
    rf"{MONTH}({_DASH}|/|,{_SP}|{_SP}(?:to|and|or|through|until){_SP})(?=[A-Z][a-z]{{2,8}}\b|[a-z]{{3,9}}\b)"
)
_LISTS = frozenset(("and", "or", ",", "as well as"))
_LEADS = frozenset(("the", "about", "on", "in", "by"))
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9])"
_LISTED_DAYS = regex(  # days after their month: "May 10, 11, and 12, 1940"
    rf"{MONTH}{_SP}({_DAY}(?:,{_SP}{_DAY}){{1,4}}),?{_SP}and{_SP}(?=[0-3]?[0-9])"
)
_ONE_DAY = regex(r"[0-9]{1,2}")


class Reading(NamedTuple):
    """A date read at a place: its span, its two ends (one and the same where it is no range), how it was read."""

    start: int
    end: int
    first: Piece
    last: Piece
    pattern: str
    inner: tuple[Piece, ...] = ()
    """What a list has between its first and its last."""

    def value(self) -> Date:
        """The days; a range is the hull of its ends, in whatever order they were written."""
        first, last = self.first.date(), self.last.date()
        if self.first is self.last:
            return first
        bounds = [day for day in (first.earliest, first.latest, last.earliest, last.latest) if day is not None]
        return Date(min(bounds), max(bounds), Precision.RANGE)

    def in_year(self, year: int) -> Reading:
        """The same with the year that its paragraph supplies."""
        first = self.first._replace(year=year)
        if self.first is self.last:
            return self._replace(first=first, last=first)
        inner = tuple(piece._replace(year=year) for piece in self.inner)
        return self._replace(first=first, inner=inner, last=self.last._replace(year=year))


def may_be_date(text: str, end: int) -> bool:
    """Whether what stands after a number could go on a date: a quick look that never says no to one."""
    char = text[end : end + 1]
    if char in _BLANKS or char == ",":
        char = text[end + 1 : end + 2]
    return char in _GOES_ON


def read_from_digits(text: str, start: int, *, year: bool, depth: int = 0) -> Reading | None:
    """A date that starts with its day, or with a year (``year``) that is not alone.

    ``depth`` counts the days of a list before it.
    """
    if year:
        piece = read_numeric(text, start) or read_year_first(text, start)
        return None if piece is None else _extended(text, piece)
    ranged = _DAY_RANGE.match(text, start) if depth < _LONGEST_LIST else None
    if ranged is not None and 1 <= int(ranged[1]) <= 31:
        last = read_from_digits(text, ranged.end(), year=False, depth=depth + 1)
        if last is not None and last.first.month is not None:
            first = Piece(start, ranged.start(2), last.first.year, last.first.month, int(ranged[1]), "day")
            return _joined(first, last.first, ranged[2])
    piece = read_numeric(text, start) or read_day_first(text, start)
    return None if piece is None else _extended(text, piece)


def read_from_month(text: str, start: int, depth: int = 0) -> Reading | None:
    """A date that starts with its month; ``depth`` counts the months of a list before it."""
    ranged = _MONTH_RANGE.match(text, start)
    if ranged is not None and ranged[1] in months():
        listed = ranged[2].strip() == "," and depth < _LONGEST_LIST
        last = read_from_month(text, ranged.end(), depth + 1) if listed else None
        later = last.first if last is not None else read_month_first(text, ranged.end())
        if later is not None and later.day is None and later.year is not None:
            month = months()[ranged[1]]
            first = Piece(start, ranged.end(1), later.year - (month > (later.month or 0)), month, None, "month")
            return _joined(first, later, ranged[2])
    listed_days = _listed_days(text, start)
    if listed_days is not None:
        return listed_days
    piece = read_month_first(text, start) or read_bare_month(text, start)
    return None if piece is None else _extended(text, piece)


def _listed_days(text: str, start: int) -> Reading | None:
    """Several days after their month; None where one stands alone."""
    found = _LISTED_DAYS.match(text, start)
    month = None if found is None else months().get(found[1])
    last = None if found is None or month is None else read_day(text, found.end(), month)
    if found is None or last is None:
        return None
    numbers = list(_ONE_DAY.finditer(text, found.start(2), found.end(2)))
    days = [Piece(day.start(), day.end(), last.year, month, int(day[0]), "day") for day in numbers]
    days[0] = days[0]._replace(start=start, style="mdy")
    if any(not 1 <= (day.day or 0) <= 31 for day in days):
        return None
    return Reading(start, last.end, days[0], last, "mdy-list", tuple(days[1:]))


def read_from_year(text: str, start: int, end: int, year: int, *, between: bool) -> Reading | None:
    """A year that opens a range up to a month or a day: "1914 to May 1918"; None where none follows."""
    joint = _JOINT.match(text, end)
    if joint is None or (joint[0].strip(" \u00a0\u202f").startswith(("and", "or", "as")) and not between):
        return None
    at = joint.end()
    last = read_day_first(text, at) if text[at : at + 1].isdecimal() else read_month_first(text, at)
    if last is None or last.year is None:
        return None
    return Reading(start, last.end, Piece(start, end, year, None, None, "year"), last, "year-range")


def _extended(text: str, first: Piece) -> Reading:
    """A piece with the end of its range, where one follows."""
    alone = Reading(first.start, first.end, first, first, first.style)
    if text[first.end : first.end + 1] in ("", ",", ".", ")", ";", "\n"):
        return alone
    joint = _JOINT.match(text, first.end)
    last = None if joint is None else _following(text, joint.end(), first)
    if joint is None or last is None or (last.year is None and first.year is None and last.month is None):
        return alone
    if last.year is None:
        if last.month is None or (first.month or 0) > last.month:
            return alone
        last = last._replace(year=first.year)
    elif first.year is None:
        first = first._replace(year=last.year - ((first.month or 0) > (last.month or 12)))
    return _joined(first, last, joint[0])


def _following(text: str, at: int, first: Piece) -> Piece | None:
    """The second date of a range: whole, or a day after "May 5", or a year after a dated end."""
    if not text[at : at + 1].isdecimal():
        last = read_month_first(text, at)
        return last if last is None or last.day is not None or last.year is not None else None
    last = read_numeric(text, at) or read_day_first(text, at) or read_year_first(text, at)
    if last is not None:
        return last
    if first.style == "mdy" and first.year is None:
        return read_day(text, at, first.month or 0)
    year = _YEAR.match(text, at) if first.year is not None else None
    return None if year is None else Piece(at, year.end(), int(year[1]), None, None, "year")


def _joined(first: Piece, last: Piece, joint: str) -> Reading:
    words = joint.strip(" \u00a0\u202f").rsplit(None, 1)
    listed = (words[0] if words[-1] in _LEADS else " ".join(words)) in _LISTS
    kind = "list" if listed else "range"
    return Reading(first.start, last.end, first, last, f"{first.style}-{kind}")
