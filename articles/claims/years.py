"""Years and ranges of years: "1990", "44 BC", "1990–95", "(871–899)", "AD 79"."""

from __future__ import annotations

import re

from articles.claims.calendar import Precision, years
from articles.claims.date_pieces import months
from articles.claims.left import Left
from articles.claims.periods import (
    DECADE,
    ERA,
    QUARTER,
    SP,
    YearReading,
    read_century,
    read_decades,
    read_quarter,
    year,
)
from articles.claims.year_context import (
    LATE,
    TIGHT,
    WORD,
    counts,
    is_certain,
    is_counted_by,
    is_early_year,
    is_plausible,
    is_prefixed,
    may_be_year,
)
from articles.regex import regex

ERAS = ("AD", "A.D.", "CE")
"""Eras that stand before their year."""
_ERA = regex(ERA)
_RANGE = regex(
    rf"({SP}?[–—−‒‐~-]{SP}?|/|{SP}(?:to|until|till|through|and){SP})(?:AD )?([0-9]{{1,4}})(?![0-9])(?![.,%][0-9])"
)
_CLOSING = frozenset(",.;:)]–—-/'’\n\ufffc\"”?!|")


def read_years(text: str, start: int, token: str, left: Left) -> YearReading | None:
    """What a token of digits says as a year, a decade or a range of years; None where it is an amount."""
    end, number = start + len(token), int(token)
    following = text[end : end + 1]
    if len(token) <= 2:
        century = read_century(text, start, end, number)
        if century is not None:
            return century
    if following in " \u00a0BACb" and (era := _ERA.match(text, end)) is not None and number:
        return YearReading(era.end(), year(_signed(number, era[1])), "year-era")
    if left.word in ERAS and number:
        joined = _RANGE.match(text, end)
        return (
            YearReading(end, year(number), "year-era") if joined is None else _range(text, start, number, joined, left)
        )
    if len(token) == 4 and token[3] == "0" and (decade := DECADE.match(text, end)) is not None:
        return read_decades(text, start, number, decade)
    joined = None if following in ",.;:)" and following else _RANGE.match(text, end)
    if joined is not None:
        ranged = _range(text, start, number, joined, left)
        if ranged is not None:
            return ranged
    return read_year(text, start, end, number, left) if len(token) >= 3 else None


def _signed(number: int, era: str | None) -> int:
    """A written year with its era, astronomically: 44 BC is -43."""
    return 1 - number if era is not None and era.startswith("B") else number


def _range(text: str, start: int, number: int, found: re.Match[str], left: Left) -> YearReading | None:
    if len(found[2]) <= 2 and (word := WORD.match(text, found.end())) is not None and word[1] in months():
        return None  # "1850 – 2 June 1920": the figure is a day
    joint = found[1].strip(" \u00a0\u202f")
    opener = "between" if joint == "and" else "from"
    if joint.isalpha() and left.lower != opener and not (joint != "and" and may_be_year(text, start, left)):
        return None
    era = _ERA.match(text, found.end())
    if era is not None and era[1].startswith("B"):
        return _ranged(start, found, era.end(), _signed(number, "BC"), _signed(int(found[2]), "BC"))
    if left.word in ("AD", "A.D.") or era is not None:
        last: int | None = int(found[2])
    else:
        last = _last_year(number, found[2], joint if joint.isalpha() or len(found[1]) == 1 else "to")
        if last is None or (
            not (is_plausible(number) and is_plausible(last)) and not _reign(text, start, number, found, left)
        ):
            return None
    if last is None or (is_counted_by(text, found.end()) and left.lower != "the"):
        return None
    return _ranged(start, found, era.end() if era is not None else found.end(), number, last)


def _ranged(start: int, found: re.Match[str], end: int, first: int, last: int) -> YearReading:
    ends = ((start, found.start(), year(first)), (found.start(2), end, year(last)))
    value = years(min(first, last), max(first, last), Precision.RANGE)
    return YearReading(end, value, "year-range", ends)


def _last_year(first: int, digits: str, joint: str) -> int | None:
    """The end of a range of years, its century supplied: 1914–18, 1998–03."""
    if len(digits) >= 3:
        return int(digits)
    if (len(digits) == 1 and joint in ("-", "/")) or (len(digits) == 2 and joint.isalpha()):
        return None
    width = int(10 ** len(digits))
    last = first - first % width + int(digits)
    if last > first:
        return last
    return last + 100 if len(digits) == 2 and last + 100 - first <= 50 and last + 100 <= 2050 else None


def _reign(text: str, start: int, number: int, found: re.Match[str], left: Left) -> bool:
    """Whether figures of three digits are the years of a life or a reign: "(871–899)", "r. 871–899"."""
    if number < 100 or len(found[2]) < 3 or int(found[2]) <= number:
        return False
    alone = text[start - 1 : start] == "(" and text[found.end() : found.end() + 1] == ")"
    return alone or left.lower in ("r.", "reigned", "ruled", "c.", "fl.")


def read_year(text: str, start: int, end: int, number: int, left: Left) -> YearReading | None:
    """A figure alone, by what stands around it."""
    following = text[end : end + 1]
    if following and following not in _CLOSING and not following.isspace():
        return None
    if following in " -QqHh" and 1500 < number <= 2100 and (part := QUARTER.match(text, end)) is not None:
        return read_quarter(number, part)
    match = WORD.match(text, end)
    word = match[1] if match is not None else ""
    if number < 1000:
        return YearReading(end, year(number), "year") if is_early_year(number, word, left) else None
    if is_prefixed(text, start):
        return YearReading(end, year(number), "year") if is_plausible(number) else None
    late = 2100 < number < 2200 and left.lower in LATE and not word.endswith("s")
    if not (is_plausible(number) or late) or counts(text, start, number, word.lower(), left):
        return None
    tight = (text[start - 1 : start] or "\n") in TIGHT
    listed = bool(left.word) and left.word[-1] in ",;:" and number >= 1400
    return YearReading(end, year(number), "year") if tight or listed or is_certain(left) else None
