"""Years, decades and centuries: "1990", "1990–95", "the 1880s", "44 BC", "the late 19th century"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, years
from articles.claims.left import Left
from articles.claims.vocabulary import phrases, table

_SP = "[ \u00a0\u202f]"
_ERA = rf"{_SP}?(BCE|B\.C\.E\.|BC|B\.C\.|CE|C\.E\.|AD|A\.D\.)(?![A-Za-z])"
_AFTER = re.compile(rf"({_ERA})")
_DECADE = re.compile(r"['’]?s(?![A-Za-z])")
_CENTURY = re.compile(rf"(?:st|nd|rd|th)?[ \u00a0-](centur(?:y|ies)|millennium)(?![a-z])(?:{_ERA})?", re.IGNORECASE)
_YEAR_RANGE = re.compile(
    rf"({_SP}?[–—−‒‐-]{_SP}?|/|{_SP}(?:to|until|till|through|and){_SP})([0-9]{{1,4}})(?![0-9])(?![.,%][0-9])"
)
_WORD = re.compile(r"[ \u00a0]([A-Za-z]+)")
_TIGHT = frozenset("([–—-/\n\ufffc")
_CLOSING = frozenset(",.;:)]–—-/'’\n\ufffc ")


class YearReading(NamedTuple):
    """A span of years: where it stands, its years as days, how it was read; ``ends`` are those of a range."""

    end: int
    value: Date
    pattern: str
    ends: tuple[tuple[int, int, Date], ...] = ()


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lists = table("context")
    before, nouns, not_nouns = (
        frozenset(phrases(lists[name]["words"])) for name in ("before-year", "count-nouns", "not-nouns")
    )
    return before, nouns, not_nouns


def read_years(text: str, start: int, token: str, left: Left) -> YearReading | None:
    """What a token of digits says as a year, a decade or a range of years; None where it is an amount."""
    end = start + len(token)
    number = int(token)
    if len(token) <= 2 and (century := _CENTURY.match(text, end)) is not None:
        return _century(number, century)
    era = _AFTER.match(text, end)
    if era is not None:
        year = 1 - number if era[2].startswith("B") else number
        return YearReading(era.end(), years(year, year, Precision.YEAR), "year-era") if number else None
    if left.word in ("AD", "A.D.") and len(token) <= 4:
        return YearReading(end, years(number, number, Precision.YEAR), "year-era")
    if len(token) < 3 or number == 0:
        return None
    if len(token) == 4 and token[3] == "0" and (decade := _DECADE.match(text, end)) is not None:
        return YearReading(decade.end(), _decade(number), "decade")
    ranged = _YEAR_RANGE.match(text, end)
    if ranged is not None:
        return _range(text, start, number, ranged, left)
    return _plain(text, start, end, number, left)


def _century(number: int, found: re.Match[str]) -> YearReading | None:
    if not 1 <= number <= 30 or found[1].lower() == "millennium":
        return None
    before = found[2] is not None and found[2].startswith("B")
    return YearReading(found.end(), _century_days(number, before=before), "century")


def _century_days(number: int, *, before: bool) -> Date:
    """The years of a century as usage has them: 1800 is in the 18th and in the 19th."""
    if before:
        return years(1 - number * 100, -(number - 1) * 100, Precision.CENTURY)
    return years(max(1, (number - 1) * 100), number * 100, Precision.CENTURY)


def _decade(number: int) -> Date:
    width = 100 if number % 100 == 0 and number < 1900 else 10
    return years(number, number + width - 1, Precision.CENTURY if width == 100 else Precision.DECADE)


def _range(text: str, start: int, number: int, found: re.Match[str], left: Left) -> YearReading | None:
    joint, digits = found[1].strip(), found[2]
    word = joint.isalpha()
    if word and (joint == "and") != (left.word.lower() == "between"):
        return _plain(text, start, found.start(), number, left)
    if word and left.word.lower() not in ("from", "between"):
        return _plain(text, start, found.start(), number, left)
    era = _AFTER.match(text, found.end())
    if era is not None and era[2].startswith("B"):
        return _era_range(start, number, found, era)
    last = _last_year(number, digits)
    if last is None or not _plausible(number) or not _plausible(last):
        return None
    if _next_is_amount(text, found.end(), left, joint):
        return None
    end = era.end() if era is not None else found.end()
    ends = ((start, found.start(), _year(number)), (found.start(2), end, _year(last)))
    value = years(min(number, last), max(number, last), Precision.RANGE)
    return YearReading(end, value, "year-range", ends)


def _era_range(start: int, number: int, found: re.Match[str], era: re.Match[str]) -> YearReading:
    first, last = 1 - number, 1 - int(found[2])
    ends = ((start, found.start(), _year(first)), (found.start(2), era.end(), _year(last)))
    return YearReading(era.end(), years(min(first, last), max(first, last), Precision.RANGE), "year-range", ends)


def _last_year(first: int, digits: str) -> int | None:
    """The end of a range of years, its century supplied: 1914–18, 1998–03."""
    if len(digits) >= 3:
        return int(digits)
    width = int(10 ** len(digits))
    last = first - first % width + int(digits)
    if last > first:
        return last
    if len(digits) == 2 and last + 100 - first <= 50 and last + 100 <= 2050:
        return last + 100
    return None


def _plausible(year: int) -> bool:
    return 1000 <= year <= 2100


def _year(year: int) -> Date:
    return years(year, year, Precision.YEAR)


def _next_is_amount(text: str, end: int, left: Left, joint: str) -> bool:
    word = _WORD.match(text, end)
    return word is not None and word[1].lower() in _sets()[1] and left.word.lower() != "the" and joint != "/"


def _plain(text: str, start: int, end: int, number: int, left: Left) -> YearReading | None:
    """A figure alone, by what stands around it."""
    if text[end : end + 1] not in _CLOSING and end < len(text):
        return None
    before, nouns, not_nouns = _sets()
    opener = text[start - 1] if start else "\n"
    following = _WORD.match(text, end)
    word = following[1].lower() if following is not None else ""
    prep = left.word.lower()
    certain = prep in before or prep.endswith(("'s", "’s"))
    if word in nouns and prep not in ("the", "in", "since", "by"):
        return None
    if number < 1000:
        return (
            YearReading(end, _year(number), "year") if prep in ("in", "year", "until", "since") and not word else None
        )
    if not _plausible(number):
        return None
    if word.endswith("s") and word not in not_nouns and (number % 50 == 0 or not certain or number < 1600):
        return None
    if certain or opener in _TIGHT or (prep.endswith(",") and 1500 <= number <= 2050):
        return YearReading(end, _year(number), "year")
    return None
