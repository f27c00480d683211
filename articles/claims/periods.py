"""Centuries, decades and quarters of a year: "the 19th century", "the 1880s–1890s", "2016 Q3"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, of_month, years
from articles.claims.date_parts import part
from articles.regex import regex

SP = "[ \u00a0\u202f]"
ERA = rf"{SP}?(BCE|B\.C\.E\.|BC|B\.C\.|CE|C\.E\.|AD|A\.D\.)(?![A-Za-z])"
DECADE = regex(rf"['’]?s(?![A-Za-z])(?:{ERA})?")
_CENTURY = regex(rf"(?:st|nd|rd|th)?[ \u00a0-](centur(?:y|ies)|millenni(?:um|a))(?![a-z])(?:{ERA})?", re.IGNORECASE)
_CENTURIES = regex(
    rf"(?:st|nd|rd|th)?(?:{SP}?[–—-]{SP}?|{SP}(?:to|and|or){SP}(?:the{SP})?)"
    r"([0-9]{1,2})(?=(?:st|nd|rd|th)[ -]centur)"
)
_DECADES = regex(
    rf"({SP}?[–—-]{SP}?|{SP}(?:to|and|through|until){SP}(?:the{SP})?)(?:(early|mid|late)(?:{SP}|-))?"
    r"([12][0-9]{2}0)['’]?s(?![A-Za-z])"
)
QUARTER = regex(r"[ -]?([QqHh])([1-4])\b")
_CENTURY_STARTS = frozenset(("st", "nd", "rd", "th", " c", "-c", " m", " t", " a", " o", " –"))
_DASHES = frozenset("–—-")


class YearReading(NamedTuple):
    """A span of years: where it ends, its days, how it was read; ``ends`` are a range's, each with its place."""

    end: int
    value: Date
    pattern: str
    ends: tuple[tuple[int, int, Date], ...] = ()


@lru_cache(4096)
def year(number: int) -> Date:
    """One whole year; 0 is 1 BC."""
    return years(number, number, Precision.YEAR)


def read_century(text: str, start: int, end: int, number: int) -> YearReading | None:
    """The century, or the range of centuries, whose number ends at a place; None where none is named."""
    if text[end : end + 2] not in _CENTURY_STARTS and text[end : end + 1] not in _DASHES:
        return None
    found = _CENTURY.match(text, end)
    if found is not None:
        return _one_century(number, found)
    joined = _CENTURIES.match(text, end)
    last = None if joined is None else _CENTURY.match(text, joined.end())
    second = None if joined is None or last is None else _one_century(int(joined[1]), last)
    if joined is None or second is None or not 1 <= number <= 30:
        return None
    before = second.value.latest is not None and second.value.latest <= 0
    first = _century_days(number, before=before)
    ends = ((start, end, first), (joined.start(1), second.end, second.value))
    return YearReading(second.end, hull(first, second.value), "century-range", ends)


def _one_century(number: int, found: re.Match[str]) -> YearReading | None:
    before = found[2] is not None and found[2].startswith("B")
    if found[1].lower().startswith("m"):
        days = years(1 - number * 1000, -(number - 1) * 1000, Precision.CENTURY) if before else None
        days = days or years((number - 1) * 1000 or 1, number * 1000, Precision.CENTURY)
        return YearReading(found.end(), days, "millennium") if 1 <= number <= 9 else None
    return YearReading(found.end(), _century_days(number, before=before), "century") if 1 <= number <= 40 else None


def century(number: int, text: str, end: int) -> YearReading | None:
    """The century whose ordinal word ends at a place: "nineteenth century"."""
    found = _CENTURY.match(text, end)
    return None if found is None else _one_century(number, found)


def _century_days(number: int, *, before: bool) -> Date:
    """The years of a century as usage has them: 1800 is in the 18th and in the 19th."""
    if before:
        return years(1 - number * 100, -(number - 1) * 100, Precision.CENTURY)
    return years(max(1, (number - 1) * 100), number * 100, Precision.CENTURY)


def read_quarter(number: int, found: re.Match[str]) -> YearReading | None:
    """A quarter or a half after its year: "2016 Q3", "2019-H2"."""
    length = 3 if found[1] in "Qq" else 6
    last = int(found[2]) * length
    if last > 12:
        return None
    days = of_month(number, last - length + 1).earliest, of_month(number, last).latest
    return YearReading(found.end(), Date(*days, Precision.MONTH), "year-quarter")


def hull(first: Date, last: Date) -> Date:
    """The days from one date to another, in whatever order they were written."""
    bounds = [day for day in (first.earliest, first.latest, last.earliest, last.latest) if day is not None]
    return Date(min(bounds), max(bounds), Precision.RANGE)


def read_decades(text: str, start: int, number: int, found: re.Match[str]) -> YearReading:
    """The decade that a figure opens, or the range of decades."""
    first = decade(number, found[1])
    joined = _DECADES.match(text, found.end())
    if joined is None or (joined[1].strip().startswith("and")) or int(joined[3]) <= number:
        return YearReading(found.end(), first, "decade")
    last = decade(int(joined[3]))
    last = last if joined[2] is None else part(joined[2], last)
    ends = ((start, found.end(), first), (joined.start(2 if joined[2] else 3), joined.end(), last))
    return YearReading(joined.end(), hull(first, last), "decade-range", ends)


def decade(number: int, era: str | None = None) -> Date:
    """The ten years of "the 1880s", or the hundred of "the 1800s": before 1900 either may be meant."""
    width = 100 if number % 100 == 0 and number < 1900 else 10
    if era is not None and era.startswith("B"):
        return years(1 - number - width + 1, 1 - number, Precision.DECADE)
    return years(number, number + width - 1, Precision.CENTURY if width == 100 else Precision.DECADE)
