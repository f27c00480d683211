"""Years, decades and quarters of a year: "the 1880s–1890s", "2016 Q3"."""

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
_DECADES = regex(
    rf"({SP}?[–—-]{SP}?|{SP}(?:to|and|through|until){SP}(?:the{SP})?)(?:(early|mid|late)(?:{SP}|-))?"
    r"([12][0-9]{2}0)['’]?s(?![A-Za-z])"
)
QUARTER = regex(r"[ -]?([QqHh])([1-4])\b")


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
