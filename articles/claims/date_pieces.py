"""One date at a place, as its parts were written, before ranges and context are worked in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, day_number, month_length, of_day, of_month, of_year
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_SP = "[ \u00a0\u202f]"
_DAY = "([0-3]?[0-9])(?:(?:st|nd|rd|th)(?![a-z]))?(?![0-9])(?!,[0-9]{3}(?![0-9]))"
_YEAR = "([0-9]{1,4})(?![0-9])(?![.,][0-9])(?!%)"
_ERA = rf"(?:{_SP}?(BCE|B\.C\.E\.|BC|B\.C\.|CE|C\.E\.|AD|A\.D\.)(?![A-Za-z]))?"
_BEFORE = r"(?:(?:AD|A\.D\.)[ \u00a0])?"
_BARE = regex(r"([A-Za-z]{3,9})(?![A-Za-z])")
_SEPARATED = regex(r"[0-9]{1,4}[-./][0-9]")
_TO_ANOTHER = regex(rf"{_SP}?[–—−-]{_SP}?(?:c\.{_SP}?)?(?:[0-3]?[0-9]{_SP})?[A-Z][a-z]{{2,8}}{_SP}[0-9]")
_TOLD_ON = regex(r" (?:was|when|he|she|they|the|his|her|at|which|with|by|near|as)\b| \(")
"""After a year of three digits: a clause goes on, and nothing is counted ("on 31 December 870 the Danes")."""
_SUFFIXES = ("st", "nd", "rd", "th")


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
        if self.day == 29 and self.month == 2:
            return self.year is not None and not _leap(self.year)
        return not 1 <= self.day <= month_length(2000, self.month)

    def date(self) -> Date:
        """The days of a piece that has its year; an impossible day gives its month."""
        assert self.year is not None
        if self.month is None:
            return of_year(self.year)
        if self.day is None or self.impossible:
            return of_month(self.year, self.month)
        if self.day == 29 and self.month == 2:
            number = day_number(self.year, 2, 28) + 1
            return Date(number, number, Precision.DAY)
        return of_day(self.year, self.month, self.day)


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


def month_name(month: int) -> str:
    """The name of the month of that number, written out."""
    return next(name for name, number in months().items() if number == month)


@cache
def _all_months() -> dict[str, int]:
    """The months in lower case even where they are other words: beside a day and a year they are months."""
    return {name.lower(): number for name, number in table("months")["months"].items()}


def month_number(name: str, *, sure: bool = False) -> int | None:
    """The number of a month; ``sure`` where a day and a year stand beside it, so that "march" is one too."""
    return months().get(name) or (_all_months().get(name.lower()) if sure else None)


MONTH = r"([A-Za-z]{3,9})(?![A-Za-z])(?:(?<![A-Za-z]{5})(?<![Jj]une)(?<![Jj]uly)(?<![Mm]ay)\.)?"
"""A pattern of one group for a word that may be a month's name; the name is looked up. A dot only abbreviates."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of one form of a date."""
    year = rf"(?:{_BEFORE}{_YEAR}{_ERA})"
    after = rf"(?:{_SP}?,{_SP}?|{_SP}(?:of|in){_SP}(?:the{_SP}year{_SP})?|{_SP}|,{_SP}in{_SP})"
    match name:
        case "dmy":
            joint = rf"(?:{_SP}(?:day{_SP})?of{_SP}|{_SP}|-|/|)(?:the{_SP})?"
            return re.compile(rf"{_DAY}{joint}{MONTH}(?:(?:{after}|[-./]){year})?")
        case "mdy":
            return re.compile(rf"{MONTH}(?:{_SP}(?:the{_SP})?|-|)(?=[0-9]){_DAY}")
        case "day":
            return re.compile(rf"{_DAY}(?:(?:{after}|-(?=[0-9]{{4}})){year})?")
        case "my":
            return re.compile(rf"{MONTH}(?:{after}|[-/]){year}")
        case "word-day":
            return re.compile(rf"(?:{_SP}day)?{_SP}of{_SP}{MONTH}(?:{after}{year})?")
        case _:
            return re.compile(
                rf"([12][0-9]{{3}})({_SP}?,{_SP}?|{_SP}|[-/]){MONTH}(?:(?:{_SP}|-|/){_DAY}(?!{_SP}?[A-Za-z%]))?"
            )


@cache
def _numeric_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    day, month, year = "([0-3]?[0-9])", "([01]?[0-9])", "([12][0-9]{3})"
    end = r"(?![0-9/]|[.-][0-9])"
    return (
        ("iso", regex(rf"{year}-([01][0-9])-([0-3][0-9])(?:T[0-9:.Z+-]{{4,30}})?{end}")),
        ("ymd-digits", regex(rf"{year}([-./]){month}\2{day}{end}")),
        ("dotted", regex(rf"{day}\.{month}\.{year}{end}")),
        ("slashed", regex(rf"([0-3]?[0-9])([/-])([0-3]?[0-9])\2{year}{end}")),
        ("month-digits", regex(rf"(0?[1-9]|1[0-2])[/-]{year}{end}")),
        ("year-month-digits", regex(rf"{year}[/-](0[1-9]|1[0-2])(?![0-9A-Za-z/.-])")),
    )


def _year(found: re.Match[str], group: int) -> int | None:
    """The year of a match; None where its digits are no year there."""
    digits, era = found[group], found[group + 1]
    if digits is None:
        return None
    if not era and (
        len(digits) < 3 or digits[0] == "0" or (len(digits) == 3 and not _closed(found.string, found.end()))
    ):
        return None
    if not era and int(digits) >= 1000 and _counted(found.string, found.end()):
        return None
    number = int(digits)
    return 1 - number if era and era.startswith("B") else number


def _closed(text: str, end: int) -> bool:
    """Whether a place is the end of a clause or of one of two dates: a figure of three digits is a year only there."""
    closing = text[end : end + 1] in (",", ".", ")", ";", "", "\n")
    return closing or _TO_ANOTHER.match(text, end) is not None or _TOLD_ON.match(text, end) is not None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(phrases(table("context")["count-nouns"]["words"]))


def _counted(text: str, end: int) -> bool:
    if text[end : end + 1] != " ":
        return False
    return text[end + 1 : end + 24].split(" ", 1)[0].rstrip(",.;:)") in _nouns()


def read_day_first(text: str, start: int) -> Piece | None:
    """A day before its month: "12 May 1990", "12th of May", "12-May-1990"."""
    found = _pattern("dmy").match(text, start)
    if found is None or not 1 <= int(found[1]) <= 31:
        return None
    year = _year(found, 3)
    month = month_number(found[2], sure=year is not None and year > 1000)
    if month is None:
        return None
    return Piece(start, found.end() if year is not None else found.end(2), year, month, int(found[1]), "dmy")


def read_month_first(text: str, start: int) -> Piece | None:
    """A month before its day or year: "May 12, 1990", "May 12", "May 1990"."""
    found = _pattern("mdy").match(text, start)
    if found is not None:
        month = month_number(found[1], sure=True)
        rest = None if month is None else read_day(text, found.start(2), month)
        if rest is None or (rest.year is None and found[1] not in months()):
            return None
        return rest._replace(start=start, style="mdy")
    found = _pattern("my").match(text, start)
    if found is None or (year := _year(found, 2)) is None:
        return None
    month = month_number(found[1], sure=year > 1000)
    return None if month is None else Piece(start, found.end(), year, month, None, "my")


def read_bare_month(text: str, start: int) -> Piece | None:
    """A month alone, to be given its year by a range or its paragraph."""
    found = _BARE.match(text, start)
    month = None if found is None else months().get(found[1])
    if found is None or month is None or not found[1][0].isupper():
        return None
    return Piece(start, found.end(1), None, month, None, "month")


def read_day(text: str, start: int, month: int) -> Piece | None:
    """The rest of a date whose month stands before it: "12, 1990", "12"."""
    found = _pattern("day").match(text, start)
    if found is None or not 1 <= int(found[1]) <= 31:
        return None
    year = _year(found, 2)
    end = found.end() if year is not None else found.end(1)
    if year is None and text[end : end + 2] in _SUFFIXES:
        end += 2
    return Piece(start, end, year, month, int(found[1]), "day")


def read_year_first(text: str, start: int) -> Piece | None:
    """A year before its month: "2016 June", "2016-Jun-5"."""
    found = _pattern("ymd").match(text, start)
    if found is None:
        return None
    month = month_number(found[3], sure=found[2] in "-/" or found[4] is not None)
    day = None if found[4] is None else int(found[4])
    end = found.end() if day is not None else found.end(3)
    return None if month is None else Piece(start, end, int(found[1]), month, day, "ymd")


def read_numeric(text: str, start: int) -> Piece | None:
    """A date in digits: "1990-05-12", "12.5.1990", "12/25/1990"; day and month are told apart by their size."""
    if not _SEPARATED.match(text, start):
        return None
    for style, pattern in _numeric_patterns():
        found = pattern.match(text, start)
        if found is not None:
            return _numeric(found, style)
    return None


def _year_month(found: re.Match[str], style: str) -> Piece | None:
    """A year with a month's number; where it may be a range of years ("1998-03", "2010/11") it is none."""
    year, month = int(found[1]), int(found[2])
    if month > year % 100 or year % 100 + 50 > 100 + month:
        return None
    return Piece(found.start(), found.end(), year, month, None, style)


def _numeric(found: re.Match[str], style: str) -> Piece | None:
    start, end = found.span()
    match style:
        case "iso":
            year, month, day = int(found[1]), int(found[2]), int(found[3])
        case "ymd-digits":
            year, month, day = int(found[1]), int(found[3]), int(found[4])
        case "dotted":
            day, month, year = int(found[1]), int(found[2]), int(found[3])
        case "month-digits":
            return Piece(start, end, int(found[2]), int(found[1]), None, style)
        case "year-month-digits":
            return _year_month(found, style)
        case _:
            first, second, year = int(found[1]), int(found[3]), int(found[4])
            if first <= 12 and second <= 12 and first != second:
                return None
            month, day = (first, second) if first <= 12 else (second, first)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return Piece(start, end, year, month, day, style)


def read_ordinal_day(text: str, start: int, end: int, day: int) -> Piece | None:
    """A day in words before its month: "fourth of July 1995"; ``end`` is where the word ends."""
    found = _pattern("word-day").match(text, end)
    month = None if found is None else months().get(found[1])
    if found is None or month is None or not 1 <= day <= 31:
        return None
    year = _year(found, 2)
    end = found.end() if year is not None else found.end(1)
    return Piece(start, end, year, month, day, "word-day")
