"""Centuries and millennia: "the 19th century", "late 12th and early 13th centuries", "the eighth century BC"."""

from __future__ import annotations

import re
from functools import cache

from articles.claims.calendar import Date, Precision, years
from articles.claims.number_words import ordinals
from articles.claims.periods import ERA, SP, YearReading, hull
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_CENTURY = regex(rf"(?:st|nd|rd|th)?[ \u00a0-](centur(?:y|ies)|millenni(?:um|a))(?![a-z])(?:{ERA})?", re.IGNORECASE)
_CENTURIES = regex(
    rf"(?:st|nd|rd|th)?(?:{SP}?[–—-]{SP}?|{SP}(?:to|and|or){SP}(?:the{SP})?)"
    r"([0-9]{1,2})(?=(?:st|nd|rd|th)[ -][Cc]entur)"
)
_PART = "(?:(?:early|mid|late)(?: |-))?"
_NUMBER = "[0-9]{1,2}(?:st|nd|rd|th)"
_JOINT = rf",?{SP}(?:and|or|to|through|until){SP}(?:the{SP})?"
_LISTED = regex(  # a century that leaves its noun to a later one: "17th, 18th and 19th centuries"
    rf"(?:st|nd|rd|th)(?=(?:,{SP}{_PART}{_NUMBER}){{0,4}}{_JOINT}{_PART}{_NUMBER}[ -][Cc]entur(?:y|ies)(?:{ERA})?)"
)
_LISTED_WORD = regex(
    rf"(?=(?:,{SP}{_PART}([a-z]+(?:-[a-z]+)?)){{0,4}}{_JOINT}{_PART}([a-z]+(?:-[a-z]+)?)[ -]centur(?:y|ies)(?:{ERA})?)"
)
_STARTS = frozenset(("st", "nd", "rd", "th", " c", "-c", " m", " t", " a", " o", " –"))
_NAME = regex(r"[ -]([A-Z][A-Za-z]+)")
_DASHES = frozenset("–—-")


def read_century(text: str, start: int, end: int, number: int) -> YearReading | None:
    """The century, or the range of centuries, whose number ends at a place; None where none is named."""
    if text[end : end + 2] not in _STARTS and text[end : end + 1] not in _DASHES:
        return None
    found = _CENTURY.match(text, end)
    if found is not None:
        return _one(number, found)
    joined = _CENTURIES.match(text, end)
    last = None if joined is None else _CENTURY.match(text, joined.end())
    second = None if joined is None or last is None else _one(int(joined[1]), last)
    if joined is None or second is None or not 1 <= number <= 30:
        listed = _LISTED.match(text, end)
        return None if listed is None else _leading(number, listed.end(), listed[1])
    before = second.value.latest is not None and second.value.latest <= 0
    first = _days(number, before=before)
    ends = ((start, end, first), (joined.start(1), second.end, second.value))
    return YearReading(second.end, hull(first, second.value), "century-range", ends)


def century_in_words(number: int, text: str, end: int) -> YearReading | None:
    """The century whose ordinal word ends at a place: "nineteenth century", "eighteenth and nineteenth centuries"."""
    found = _CENTURY.match(text, end)
    if found is not None:
        return _one(number, found)
    listed = _LISTED_WORD.match(text, end) if text[end : end + 1] in (" ", ",") else None
    if listed is None or listed[2] not in ordinals() or (listed[1] or listed[2]) not in ordinals():
        return None
    return _leading(number, end, listed[3])


def _leading(number: int, end: int, era: str | None) -> YearReading | None:
    """A century whose noun and era stand behind a later one."""
    if not 1 <= number <= 30:
        return None
    return YearReading(end, _days(number, before=era is not None and era.startswith("B")), "century")


def _one(number: int, found: re.Match[str]) -> YearReading | None:
    if found[1][0] == "C" and _named(found):
        return None
    before = found[2] is not None and found[2].startswith("B")
    if found[1].lower().startswith("m"):
        days = years(1 - number * 1000, -(number - 1) * 1000, Precision.CENTURY) if before else None
        days = days or years((number - 1) * 1000 or 1, number * 1000, Precision.CENTURY)
        return YearReading(found.end(), days, "millennium") if 1 <= number <= 9 else None
    return YearReading(found.end(), _days(number, before=before), "century") if 1 <= number <= 40 else None


def _named(found: re.Match[str]) -> bool:
    """Whether a century is the first words of a name: "20th Century Fox"."""
    word = _NAME.match(found.string, found.end())
    return word is not None and word[1] in _studios()


@cache
def _studios() -> frozenset[str]:
    return frozenset(phrases(table("guards")["studios"]["words"]))


def _days(number: int, *, before: bool) -> Date:
    """The years of a century as usage has them: 1800 is in the 18th and in the 19th."""
    if before:
        return years(1 - number * 100, -(number - 1) * 100, Precision.CENTURY)
    return years(max(1, (number - 1) * 100), number * 100, Precision.CENTURY)
