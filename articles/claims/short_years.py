"""Years and decades whose century an apostrophe leaves out: "the 1930s and '40s", "the summer of '69" after 1968."""

from __future__ import annotations

from typing import NamedTuple

from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim
from articles.claims.left import Left, word_before
from articles.claims.periods import YearReading, decade, year
from articles.claims.year_context import is_certain
from articles.regex import regex

_APOSTROPHES = frozenset("'’‘")
_JOINT = regex(r"(?:,|,? (?:and|or|to))? (?:the )?(?:early |late |mid-)?|–")
_FAR = 400
_DECADES, _YEARS = 60, 40
"""How many years the paragraph's last date may lie from a decade and from a year that leave their century to it."""
_AFTER = frozenset((".", ",", ";", ")", " ", "\n", "", "–", "-", "]"))


class Short(NamedTuple):
    """Where a shortened year starts, the word before it, and its reading; None where its century is not certain."""

    start: int
    left: Left
    reading: YearReading | None


def read_short(text: str, start: int, token: str, last: Claim | None) -> Short | None:
    """The year or the decade that two figures after an apostrophe are; None where they are something else."""
    end, at = start + len(token), start - 1
    if text[at:start] not in _APOSTROPHES or text[start - 2 : at].isalnum():
        if last is None or not _is_joined(text, start, last):
            return None
        at = start
    left = word_before(text, at)
    if text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
        if token[1] != "0":
            return None
        full = _full(text, at, int(token), last, _DECADES)
        return Short(at, left, None if full is None else YearReading(end + 1, decade(full), "short-decade"))
    if not is_certain(text, left) or text[end : end + 1] not in _AFTER:
        return None
    full = _full(text, at, int(token), last, _YEARS)
    return Short(at, left, None if full is None else YearReading(end, year(full), "short-year"))


def _is_joined(text: str, start: int, last: Claim) -> bool:
    """Whether a decade goes on another without an apostrophe: "the 1860s and 70s"."""
    if not isinstance(last.value, Date) or last.value.precision is not Precision.DECADE:
        return False
    return _JOINT.fullmatch(text, last.span.end, start) is not None


def _full(text: str, at: int, digits: int, last: Claim | None, reach: int) -> int | None:
    """The year in the century of the paragraph's last date; None where it has none near."""
    if last is None or not isinstance(last.value, Date) or "\n" in text[last.span.end : at]:
        return None
    day = last.value.latest if last.value.latest is not None else last.value.earliest
    if day is None or last.span.end + _FAR < at:
        return None
    known = civil(day)[0]
    full = known - known % 100 + digits
    return full if 1000 <= full <= 2100 and abs(full - known) <= reach else None
