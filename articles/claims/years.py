"""Years and ranges of years: "1990", "44 BC", "1990–95", "(871–899)", "AD 79"."""

from __future__ import annotations

import re

from articles.claims.calendar import Precision, years
from articles.claims.centuries import read_century
from articles.claims.date_pieces import months
from articles.claims.feasts import is_feast
from articles.claims.left import Left, word_before
from articles.claims.periods import (
    DECADE,
    ERA,
    QUARTER,
    SP,
    YearReading,
    read_decades,
    read_quarter,
    year,
)
from articles.claims.year_context import (
    LATE,
    TIGHT,
    WORD,
    counts,
    counts_many,
    follows_early_year,
    is_certain,
    is_counted_by,
    is_early_year,
    is_opening,
    is_plausible,
    is_prefixed,
    is_titled,
    may_be_year,
    rules_from,
)
from articles.regex import regex

ERAS = ("AD", "A.D.", "CE")
"""Eras that stand before their year."""
_ERA = regex(ERA)
_CODE = regex(r"-[0-9]{1,4}-[0-9]")
_RANGE = regex(
    rf"({SP}?[–—−‒‐~-]{SP}?|/|{SP}(?:to|until|till|through|and){SP})((?:c\.|ca\.|circa|about|around){SP}?)?"
    rf"((?:AD|A\.D\.|CE){SP})?([0-9]{{1,4}})(?![0-9])(?![.,%][0-9])"
)
_CLOSING = frozenset(",.;:)[]–—-/'’\n\ufffc\"”?!|")
_QUOTES = frozenset("\"“‘'«")
_EARLY = frozenset(("early", "late"))
_REIGNS = frozenset(("r.", "reigned", "ruled", "c.", "fl."))
_BLANKS = " \u00a0\u202f"
_LAST_SLASHED = 2050
_REACH = 500
"""How far before the year named last a range in brackets may begin."""
_NEAR = 60
"""In a text of the years before Christ, a bare figure at most so many years on is one of them."""


def read_years(text: str, start: int, token: str, left: Left, near: int | None) -> YearReading | None:
    """What a token of digits says as a year, a decade or a range of years; None where it is an amount.

    ``near`` is the year that the paragraph named last, where that is one of the years in which bare figures are
    three digits long or count backwards.
    """
    end, number = start + len(token), int(token)
    following = text[end : end + 1]
    if len(token) <= 2:
        century = read_century(text, start, end, number)
        if century is not None:
            return century
    if following in " \u00a0BACb" and (era := _ERA.match(text, end)) is not None and number:
        return _from_era(text, start, _signed(number, era[1]), era.end(), left)
    if left.word in ERAS and number:
        return _from_era(text, left.start, number, end, word_before(text, left.start))
    decade = DECADE.match(text, end) if len(token) >= 3 and token[-1] == "0" else None
    early = left.lower in _EARLY and word_before(text, left.start).lower == "the"
    early = early or (near is not None and 0 < near < 1000 and left.lower == "the")
    if decade is not None and (len(token) == 4 or decade[1] or early):
        return read_decades(text, start, number, decade)
    joined = None if following in ",.;:)" and following else _RANGE.match(text, end)
    if joined is not None:
        ranged = _range(text, start, number, joined, left, near)
        if ranged is not None:
            return ranged
        many = left.word in ("From", "Between") and counts_many(text, joined.end())
        if many or (is_counted_by(text, joined.end()) and left.lower in ("from", "between")):
            return None
    return read_year(text, start, end, number, left, near) if len(token) >= 3 else None


def _signed(number: int, era: str | None) -> int:
    """A written year with its era, astronomically: 44 BC is -43."""
    return 1 - number if era is not None and era.startswith("B") else number


def _from_era(text: str, start: int, first: int, end: int, left: Left) -> YearReading:
    """A year whose era stands beside it, or the range that it opens up to another: "27 BC – AD 14"."""
    alone = YearReading(end, year(first), "year-era")
    found = _RANGE.match(text, end)
    if found is None or (found[1].strip(_BLANKS) == "and" and left.lower != "between"):
        return alone
    era = _ERA.match(text, found.end())
    if era is not None or found[3] is not None:
        return _ranged(start, found, era, first, _signed(int(found[4]), None if era is None else era[1]))
    last = None if first <= 0 else _last_year(first, found[4], found[1])
    return alone if last is None or last <= first else _ranged(start, found, None, first, last)


def _range(
    text: str, start: int, number: int, found: re.Match[str], left: Left, near: int | None
) -> YearReading | None:
    if len(found[4]) <= 2 and (word := WORD.match(text, found.end())) is not None and word[1] in months():
        return None  # "1850 – 2 June 1920": the figure is a day
    joint = found[1].strip(_BLANKS)
    opener = "between" if joint == "and" else "from"
    if joint.isalpha() and left.lower != opener and not (joint != "and" and may_be_year(text, start, left)):
        return None
    era = _ERA.match(text, found.end())
    last: int | None = int(found[4])
    if era is not None and era[1].startswith("B"):
        return _ranged(start, found, era, _signed(number, "BC"), _signed(int(found[4]), "BC"))
    if era is None:
        last = _last_year(number, found[4], joint if joint.isalpha() or len(found[1]) == 1 else "to")
        if last is not None and near is not None and near <= 0 and _turned(text, start, number, found, near):
            return _ranged(start, found, None, 1 - number, 1 - last)
        if last is None or not (
            (is_plausible(number) and is_plausible(last)) or _reign(text, start, number, found, left, near)
        ):
            return None
    if last is None or (is_counted_by(text, found.end()) and left.lower != "the"):
        return None
    if left.word in ("From", "Between") and counts_many(text, found.end()):
        return None
    if last < number and joint == "to" and left.lower != "from":
        return None
    return _ranged(start, found, era, number, last)


def _ranged(start: int, found: re.Match[str], era: re.Match[str] | None, first: int, last: int) -> YearReading:
    end = found.end() if era is None else era.end()
    later = year(last) if found[2] is None else year(last)._replace(circa=True)
    ends = ((start, found.start(), year(first)), (found.start(3 if found[3] else 4), end, later))
    value = years(min(first, last), max(first, last), Precision.RANGE, circa=found[2] is not None)
    return YearReading(end, value, "year-range", ends)


def _last_year(first: int, digits: str, joint: str) -> int | None:
    """The end of a range of years, its century supplied: 1914–18, 1998–03."""
    if len(digits) >= 3:
        law = joint == "/" and not first <= int(digits) <= _LAST_SLASHED  # "SI 1999/2083"
        return None if law else int(digits)
    if (len(digits) == 1 and joint in ("-", "/")) or joint.isalpha():
        return None
    width = int(10 ** len(digits))
    last = first - first % width + int(digits)
    if last > first:
        return last
    return last + 100 if len(digits) == 2 and last + 100 - first <= 50 and last + 100 <= 2050 else None


def _turned(text: str, start: int, number: int, found: re.Match[str], near: int) -> bool:
    """Whether two figures in brackets, the larger before, are years before Christ, as those around them are."""
    last = int(found[4])
    alone = text[start - 1 : start] == "(" and text[found.end() : found.end() + 1] == ")"
    return alone and len(found[4]) >= 2 and last < number <= 1 - near + _REACH


def _reign(text: str, start: int, number: int, found: re.Match[str], left: Left, near: int | None) -> bool:
    """Whether figures of three digits are the years of a life or a reign: "(871–899)", "r. 871–899"."""
    if number < 100 or len(found[4]) < 3 or int(found[4]) <= number or int(found[4]) > 2100:
        return False
    if left.lower in ("from", "between"):
        early = near is not None and 0 < near < 1000
        return (early or rules_from(text, left)) and follows_early_year(text, found.end())
    alone = text[start - 1 : start] == "(" and text[found.end() : found.end() + 1] == ")"
    return alone or left.lower in _REIGNS


def read_year(text: str, start: int, end: int, number: int, left: Left, near: int | None = None) -> YearReading | None:
    """A figure alone, by what stands around it."""
    following = text[end : end + 1]
    if following and following not in _CLOSING and not following.isspace():
        return None
    if following == "-" and _CODE.match(text, end):
        return None
    if following in " -QqHh" and 1500 < number <= 2100 and (part := QUARTER.match(text, end)) is not None:
        return read_quarter(number, part)
    match = WORD.match(text, end)
    word = match[1] if match is not None else ""
    if number < 1000:
        return _early_year(text, end, number, word, left, near)
    if is_prefixed(text, start):
        return YearReading(end, year(number), "year") if is_plausible(number) else None
    late = 2100 < number < 2200 and left.lower in LATE and not word.endswith("s")
    if not (is_plausible(number) or late) or counts(text, start, number, word.lower(), left):
        return None
    tight = (text[start - 1 : start] or "\n") in TIGHT
    listed = bool(left.word) and left.word[-1] in ",;:" and number >= 1400
    sure = tight or listed or is_certain(text, left) or is_feast(text, left)
    if sure or is_opening(text, end, number, word, left) or is_titled(text, number, left):
        return YearReading(end, year(number), "year")
    return None


def _early_year(text: str, end: int, number: int, word: str, left: Left, near: int | None) -> YearReading | None:
    """A figure of three digits as a year; beside years before Christ it is one of them, or none that is certain."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2] in _QUOTES:
        return None
    if not is_early_year(text, number, word, left, early=near is not None and 0 < near < 1000):
        return None
    if near is None or near > 0 or number > 1 - near:
        return YearReading(end, year(number), "year")
    return YearReading(end, year(1 - number), "year") if 1 - near - number <= _NEAR else None
