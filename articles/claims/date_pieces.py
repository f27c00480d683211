"""One date at a place, as its parts were written, before ranges and context are worked in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, day_number, month_length, of_day, of_month, of_year
from articles.claims.vocabulary import table, trie

_SP = "[ \u00a0\u202f]"
_DAY = "([0-3]?[0-9])(?:(?:st|nd|rd|th)(?![a-z]))?(?![0-9])"
_YEAR = "([0-9]{1,4})(?![0-9])(?![.,][0-9])"
_ERA = rf"(?:{_SP}?(BCE|B\.C\.E\.|BC|B\.C\.|CE|C\.E\.|AD|A\.D\.)(?![A-Za-z]))?"
_BEFORE_ERA = r"(?:(?:AD|A\.D\.)[ \u00a0])?"


class Piece(NamedTuple):
    """A date as written: year (0 is 1 BC), month and day where they stand; ``style`` names its form."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    style: str

    @property
    def impossible(self) -> bool:
        """Whether no calendar has this day."""
        if self.day is None or self.month is None:
            return False
        if self.day == 29 and self.month == 2 and self.year is not None:
            return not _leap(self.year)
        return not 1 <= self.day <= (29 if self.month == 2 else month_length(2000, self.month))

    def date(self, *, circa: bool = False) -> Date:
        """The interval of a piece that has its year; an impossible day gives its month."""
        assert self.year is not None
        if self.month is None:
            return of_year(self.year, circa=circa)
        if self.day is None or self.impossible:
            return of_month(self.year, self.month, circa=circa)
        if self.day == 29 and self.month == 2:
            number = day_number(self.year, 2, 28) + 1
            return Date(number, number, Precision.DAY, circa)
        return of_day(self.year, self.month, self.day, circa=circa)


def _leap(year: int) -> bool:
    """Whether a year has a 29 February in either calendar; the Julian one was in use until 1923."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or year < 1924)


@cache
def months() -> dict[str, int]:
    """Month names and abbreviations; in lower case too where they are no other word."""
    named: dict[str, int] = table("months")["months"]
    taken = set(table("months")["words"]["ambiguous"])
    lower = {name.lower(): number for name, number in named.items() if name.lower() not in taken}
    return {**named, **lower, **{name.upper(): number for name, number in named.items() if len(name) > 3}}


@cache
def month_pattern() -> str:
    """A pattern of one group that matches a month's name."""
    return rf"({trie(months())})(?![A-Za-z])\.?"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = month_pattern()
    year = rf"(?:{_BEFORE_ERA}{_YEAR}{_ERA})"
    after = rf"(?:,{_SP}?|{_SP}of{_SP}(?:the{_SP}year{_SP})?|{_SP}|,{_SP}?in{_SP})"
    return {
        "dmy": re.compile(
            rf"{_DAY}(?:{_SP}(?:day{_SP})?of{_SP}|{_SP}|-|)(?:the{_SP})?{month}(?:(?:{after}|[-.]){year})?"
        ),
        "mdy": re.compile(rf"{month}(?:{_SP}(?:the{_SP})?|)(?=[0-9]){_DAY}"),
        "day": re.compile(rf"{_DAY}(?:{after}{year})?"),
        "my": re.compile(rf"{month}(?:{after}|-){year}"),
        "iso": re.compile(r"([12][0-9]{3})-([01][0-9])-([0-3][0-9])(?![0-9-])"),
        "dotted": re.compile(r"([0-3]?[0-9])\.([01]?[0-9])\.([12][0-9]{3})(?![0-9.])"),
        "slashed": re.compile(r"([0-3]?[0-9])/([0-3]?[0-9])/([12][0-9]{3})(?![0-9/])"),
    }


def signed_year(digits: str, era: str | None) -> int:
    """A written year with its era, astronomically: 44 BC is -43."""
    number = int(digits)
    return 1 - number if era is not None and era.startswith("B") else number


def _year(found: re.Match[str], group: int) -> int | None:
    """The year of a match; None where its digits are no year there (one or two digits without an era)."""
    digits, era = found[group], found[group + 1]
    if digits is None or (era is None and (len(digits) < 3 or (digits[0] == "0"))):
        return None
    if (
        len(digits) == 3
        and era is None
        and found.string[found.end() : found.end() + 2][:1] not in (",", ".", ")", ";", "", "\n")
    ):
        return None
    return signed_year(digits, era)


def read_day_first(text: str, start: int) -> Piece | None:
    """A day before its month: "12 May 1990", "12th of May", "12-May-1990"."""
    found = _patterns()["dmy"].match(text, start)
    if found is None:
        return None
    year = _year(found, 3)
    end = found.end() if year is not None else found.end(2)
    return Piece(start, end, year, months()[found[2]], int(found[1]), "dmy")


def read_month_first(text: str, start: int) -> Piece | None:
    """A month before its day or year: "May 12, 1990", "May 12", "May 1990"."""
    found = _patterns()["mdy"].match(text, start)
    if found is not None:
        rest = read_day(text, found.start(2), months()[found[1]])
        return None if rest is None else rest._replace(start=start, style="mdy")
    found = _patterns()["my"].match(text, start)
    if found is not None and (year := _year(found, 2)) is not None:
        return Piece(start, found.end(), year, months()[found[1]], None, "my")
    return None


def read_day(text: str, start: int, month: int) -> Piece | None:
    """The rest of a date whose month stands before it: "12, 1990", "12"."""
    found = _patterns()["day"].match(text, start)
    if found is None:
        return None
    year = _year(found, 2)
    end = found.end() if year is not None else found.end(1)
    if year is None and text[end : end + 2] in ("st", "nd", "rd", "th"):
        end += 2
    return Piece(start, end, year, month, int(found[1]), "day")


def read_numeric(text: str, start: int) -> Piece | None:
    """A date in digits: "1990-05-12", "12.5.1990", "12/25/1990"; day and month are told apart by their size."""
    found = _patterns()["iso"].match(text, start)
    if found is not None:
        return _numeric(found, found[1], found[2], found[3], "iso")
    found = _patterns()["dotted"].match(text, start)
    if found is not None:
        return _numeric(found, found[3], found[2], found[1], "dotted")
    found = _patterns()["slashed"].match(text, start)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (found[1], found[2]) if first <= 12 else (found[2], found[1])
    return _numeric(found, found[3], month, day, "slashed")


def _numeric(found: re.Match[str], year: str, month: str, day: str, style: str) -> Piece | None:
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    return Piece(found.start(), found.end(), int(year), int(month), int(day), style)
