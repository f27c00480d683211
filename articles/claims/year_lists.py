"""Years in a list: each takes the era that closes it, and a figure behind a year is one: "215, 214 and 209 BC"."""

from __future__ import annotations

import re

from articles.claims.calendar import Date, Precision, civil, years
from articles.claims.claim import Claim
from articles.claims.left import Left
from articles.claims.periods import ERA, YearReading, decade, year
from articles.claims.year_context import TIGHT, is_certain
from articles.regex import regex

_FIGURE = r"[0-9]{1,4}(?:s|[–-][0-9]{1,4})?"
_TAIL = regex(rf"(?:(s)|[–-]([0-9]{{1,4}}))?(?:, {_FIGURE}){{0,6}},? (?:and|or) (?:the )?{_FIGURE}{ERA}")
_REACH = 60
"""How far behind a figure the era stands that closes its list."""
_AMONG = regex(r",|,? (?:and|or) [0-9]{3,4}\b|[.;)\n]|$")
"""Behind a figure in a list of years."""
_JOINTS = frozenset((", ", " and ", " or ", ", and ", ", or "))
_LONGEST_JOINT = 6
_APART = 300
"""How many years apart two of a list may be."""


def year_in_list(text: str, start: int, token: str, left: Left, last: Claim | None) -> YearReading | None:
    """The year, decade or range that a figure tells as one of a list; ``last`` is the date before it."""
    end = start + len(token)
    following = text[end : end + 1]
    if len(token) > 4 or following not in ", –-s.;)\n":
        return None
    follows = last is not None and start - last.span.end < _LONGEST_JOINT and text[last.span.end : start] in _JOINTS
    if following in ", –-s" and (text.find("BC", end, end + _REACH) >= 0 or text.find("AD", end, end + _REACH) >= 0):
        vouched = follows or is_certain(text, left) or text[start - 1 : start] in TIGHT
        found = _TAIL.match(text, end) if vouched and left.lower != "between" else None
        if found is not None:
            return _with_era(start, end, int(token), found)
    if last is None or not follows or len(token) < 3 or _AMONG.match(text, end) is None:
        return None
    return _behind(end, int(token), last)


def _with_era(start: int, end: int, number: int, found: re.Match[str]) -> YearReading | None:
    """The same with the era that closes the list."""
    before = found[3].startswith("B")
    if not number:
        return None
    if found[1]:
        return YearReading(found.end(1), decade(number, found[3]), "decade") if number % 10 == 0 else None
    first = year(1 - number if before else number)
    if not found[2]:
        return YearReading(end, first, "year-era")
    low, high = (1 - number, 1 - int(found[2])) if before else (number, int(found[2]))
    if high < low:
        return None
    ends = ((start, end, first), (found.start(2), found.end(2), year(high)))
    return YearReading(found.end(2), years(low, high, Precision.RANGE), "year-range", ends)


def _behind(end: int, number: int, last: Claim) -> YearReading | None:
    """A figure behind a year as the next year of its list."""
    value = last.value
    if not isinstance(value, Date) or value.precision is not Precision.YEAR or value.latest is None:
        return None
    before = civil(value.latest)[0]
    return YearReading(end, year(number), "year") if 100 <= before < number <= before + _APART else None
