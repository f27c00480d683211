"""Years, decades and centuries: "1990", "1990–95", "the 1880s", "44 BC", "the late 19th century"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, of_month, years
from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table

_SP = "[ \u00a0\u202f]"
ERA = rf"{_SP}?(BCE|B\.C\.E\.|BC|B\.C\.|CE|C\.E\.|AD|A\.D\.)(?![A-Za-z])"
ERAS = ("AD", "A.D.", "CE")
"""Eras that stand before their year."""
_ERA = re.compile(ERA)
_DECADE = re.compile(rf"['’]?s(?![A-Za-z])(?:{ERA})?")
_CENTURY = re.compile(
    rf"(?:st|nd|rd|th)?[ \u00a0-](centur(?:y|ies)|millenni(?:um|a))(?![a-z])(?:{ERA})?", re.IGNORECASE
)
_CENTURIES = re.compile(
    rf"(?:st|nd|rd|th)?(?:{_SP}?[–—-]{_SP}?|{_SP}(?:to|and|or){_SP}(?:the{_SP})?)"
    r"([0-9]{1,2})(?=(?:st|nd|rd|th)[ -]centur)"
)
_RANGE = re.compile(
    rf"({_SP}?[–—−‒‐~-]{_SP}?|/|{_SP}(?:to|until|till|through|and){_SP})(?:AD )?([0-9]{{1,4}})(?![0-9])(?![.,%][0-9])"
)
_DECADES = re.compile(
    rf"({_SP}?[–—-]{_SP}?|{_SP}(?:to|and|through){_SP}(?:the{_SP}|early{_SP}|mid-?{_SP}?|late{_SP}){{0,2}})"
    r"([12][0-9]{2}0)['’]?s(?![A-Za-z])"
)
_QUARTER = re.compile(r"[ -]?([QqHh])([1-4])\b")
_WORD = re.compile(r"[ \u00a0]([A-Za-z]+)")
_CENTURY_STARTS = frozenset(("st", "nd", "rd", "th", " c", "-c", " m", " t", " a", " o", " –"))
_IN = frozenset((" in ", " In ", "\nIn "))
_EARLY = ("early ", "late ", "Early ", "Late ", "mid ")
_ENDS = frozenset((",", ".", ";", ")", "\n", ""))
_PREFIXES = ("pre-", "post-", "mid-", "c.", "ca.")
_DASHES = frozenset("–—-")
_TIGHT = frozenset("([–—-/\n\ufffc\ufeff|")
_CLOSING = frozenset(",.;:)]–—-/'’\n\ufffc\"”?!|")


_LATE = frozenset(("in", "until", "by"))
"""Only after these a figure of the next century is a year."""


class YearReading(NamedTuple):
    """A span of years: where it ends, its days, how it was read; ``ends`` are a range's, each with its place."""

    end: int
    value: Date
    pattern: str
    ends: tuple[tuple[int, int, Date], ...] = ()


class _Sets(NamedTuple):
    before: frozenset[str]
    nouns: frozenset[str]
    not_nouns: frozenset[str]
    early: frozenset[str]
    stops: frozenset[str]
    yearly: frozenset[str]
    amount_of: frozenset[str]


@cache
def _sets() -> _Sets:
    lists = table("context")
    names = ("before-year", "count-nouns", "not-nouns", "before-early-year", "stops", "of-a-year", "amount-of")
    return _Sets(*(frozenset(phrases(lists[name]["words"])) for name in names))


@lru_cache(4096)
def year(number: int) -> Date:
    """One whole year; 0 is 1 BC."""
    return years(number, number, Precision.YEAR)


def is_plain_year(text: str, start: int, end: int, token: str) -> bool:
    """Whether a token is a year at one look: "in 1990," and "(1990)", which are most of the years there are."""
    if not "1000" <= token <= "2100" or not token.isdigit():
        return False
    following = text[end : end + 1]
    if following == ")" and text[start - 1] == "(":
        return True
    if text[start - 4 : start] not in _IN or text.endswith(_EARLY, 0, start - 3):
        return False
    if following in _ENDS:
        return True
    word = text[end + 1 : end + 12].split(" ", 1)[0] if following == " " else ""
    return word in _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    """Function words that neither go on a year nor are counted by it."""
    return _sets().stops - frozenset(phrases(table("context")["goes-on"]["words"])) - frozenset(("", "in", "a", "an"))


def read_years(text: str, start: int, token: str, left: Left) -> YearReading | None:
    """What a token of digits says as a year, a decade or a range of years; None where it is an amount."""
    end, number = start + len(token), int(token)
    following = text[end : end + 1]
    if len(token) <= 2:
        century = _century(text, start, end, number)
        if century is not None:
            return century
    if following in " \u00a0BACb" and (era := _ERA.match(text, end)) is not None and number:
        return YearReading(era.end(), year(_signed(number, era[1])), "year-era")
    if left.word in ERAS and number:
        joined = _RANGE.match(text, end)
        return (
            YearReading(end, year(number), "year-era") if joined is None else _range(text, start, number, joined, left)
        )
    if len(token) == 4 and token[3] == "0" and (decade := _DECADE.match(text, end)) is not None:
        return _decades(text, start, number, decade)
    joined = None if following in ",.;:)" and following else _RANGE.match(text, end)
    if joined is not None:
        ranged = _range(text, start, number, joined, left)
        if ranged is not None:
            return ranged
    return read_year(text, start, end, number, left) if len(token) >= 3 else None


def _signed(number: int, era: str | None) -> int:
    """A written year with its era, astronomically: 44 BC is -43."""
    return 1 - number if era is not None and era.startswith("B") else number


def _century(text: str, start: int, end: int, number: int) -> YearReading | None:
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
    return YearReading(second.end, _hull(first, second.value), "century-range", ends)


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


def _quarter(number: int, found: re.Match[str]) -> YearReading | None:
    """A quarter or a half after its year: "2016 Q3", "2019-H2"."""
    length = 3 if found[1] in "Qq" else 6
    last = int(found[2]) * length
    if last > 12:
        return None
    days = of_month(number, last - length + 1).earliest, of_month(number, last).latest
    return YearReading(found.end(), Date(*days, Precision.MONTH), "year-quarter")


def _hull(first: Date, last: Date) -> Date:
    """The days from one date to another, in whatever order they were written."""
    bounds = [day for day in (first.earliest, first.latest, last.earliest, last.latest) if day is not None]
    return Date(min(bounds), max(bounds), Precision.RANGE)


def _decades(text: str, start: int, number: int, found: re.Match[str]) -> YearReading:
    first = _decade(number, found[1])
    joined = _DECADES.match(text, found.end())
    if joined is None or (joined[1].strip().startswith("and")) or int(joined[2]) <= number:
        return YearReading(found.end(), first, "decade")
    last = _decade(int(joined[2]), None)
    ends = ((start, found.end(), first), (joined.start(2), joined.end(), last))
    return YearReading(joined.end(), _hull(first, last), "decade-range", ends)


def _decade(number: int, era: str | None) -> Date:
    """The ten years of "the 1880s", or the hundred of "the 1800s": before 1900 either may be meant."""
    width = 100 if number % 100 == 0 and number < 1900 else 10
    if era is not None and era.startswith("B"):
        return years(1 - number - width + 1, 1 - number, Precision.DECADE)
    return years(number, number + width - 1, Precision.CENTURY if width == 100 else Precision.DECADE)


def _range(text: str, start: int, number: int, found: re.Match[str], left: Left) -> YearReading | None:
    joint = found[1].strip(" \u00a0\u202f")
    opener = "between" if joint == "and" else "from"
    if joint.isalpha() and left.lower != opener and not (joint != "and" and _yearly(text, start, left)):
        return None
    era = _ERA.match(text, found.end())
    if era is not None and era[1].startswith("B"):
        return _ranged(start, found, era.end(), _signed(number, "BC"), _signed(int(found[2]), "BC"))
    if left.word in ("AD", "A.D.") or era is not None:
        last: int | None = int(found[2])
    else:
        last = _last_year(number, found[2], joint if joint.isalpha() or len(found[1]) == 1 else "to")
        if last is None or (
            not (_plausible(number) and _plausible(last)) and not _reign(text, start, number, found, left)
        ):
            return None
    if last is None or (_counted(text, found.end()) and left.lower != "the"):
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


def _yearly(text: str, start: int, left: Left) -> bool:
    """Whether what stands before a figure lets it be a year."""
    return _certain(left) or (text[start - 1 : start] or "\n") in _TIGHT


def _plausible(number: int) -> bool:
    return 1000 <= number <= 2100


def _counted(text: str, end: int) -> bool:
    """Whether a noun that is counted follows: such figures are no years."""
    word = _WORD.match(text, end)
    return word is not None and word[1].lower() in _sets().nouns


def read_year(text: str, start: int, end: int, number: int, left: Left) -> YearReading | None:
    """A figure alone, by what stands around it."""
    following = text[end : end + 1]
    if following and following not in _CLOSING and not following.isspace():
        return None
    if following in " -QqHh" and 1500 < number <= 2100 and (part := _QUARTER.match(text, end)) is not None:
        return _quarter(number, part)
    match = _WORD.match(text, end)
    word = match[1] if match is not None else ""
    if number < 1000:
        return YearReading(end, year(number), "year") if _early(number, word, left) else None
    if _prefixed(text, start):
        return YearReading(end, year(number), "year") if _plausible(number) else None
    late = 2100 < number < 2200 and left.lower in _LATE and not word.endswith("s")
    if not (_plausible(number) or late) or _counts(text, start, number, word.lower(), left):
        return None
    tight = (text[start - 1 : start] or "\n") in _TIGHT
    listed = bool(left.word) and left.word[-1] in ",;:" and number >= 1400
    return YearReading(end, year(number), "year") if tight or listed or _certain(left) else None


def _prefixed(text: str, start: int) -> bool:
    """Whether "pre-", "post-" or "c." is joined to a figure."""
    return text[start - 1 : start] in ("-", ".") and text[max(0, start - 5) : start].lower().endswith(_PREFIXES)


def _certain(left: Left) -> bool:
    """Whether the word before a figure makes it a year."""
    return left.lower in _sets().before or left.lower.endswith(("'s", "’s"))


def _early(number: int, word: str, left: Left) -> bool:
    """Whether a figure of three digits is a year, by the word before it and the one after it."""
    if number < 100 or left.lower not in _sets().early:
        return False
    return not word or word[0].isupper() or word in _sets().stops


def _counts(text: str, start: int, number: int, word: str, left: Left) -> bool:
    """Whether the word after a figure of four digits is what it counts."""
    sets = _sets()
    if left.lower == "of" and word_before(text, left.start).lower in sets.amount_of:
        return True
    if word in sets.yearly and text[start - 1 : start] in ("\n", ""):
        return False
    if word in sets.nouns:
        return not (left.lower in ("the", "in", "since") and number % 100 and number > 1600)
    if not word.endswith("s") or word in sets.not_nouns:
        return False
    return not (_certain(left) and number > (1700 if number % 50 else 1850))
