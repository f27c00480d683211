"""Dates of the Julian calendar, where the text says so: "25 December 1642 (O.S.)"."""

from __future__ import annotations

from typing import NamedTuple

from articles.claims.calendar import Date, Precision, day_number, julian_day_number
from articles.claims.date_pieces import Piece
from articles.claims.dates import Reading, read_from_digits, read_from_month
from articles.regex import regex

_AFTER = regex(r"[ \u00a0]?[(\[]?(?:O\.S\.|OS\b|Old Style\b|Julian\b)(?![ \u00a0][0-9A-Z])")
_BEFORE = ("O.S. ", "OS ", "Old Style ", "O.S.\u00a0", "OS\u00a0")
_BRACKET = regex(r"[ \u00a0][(\[](?:O\.S\.|OS|Old Style)[ \u00a0](?=[0-9A-Z])")
_YEAR = regex(r"[)\]],?[ \u00a0]([12][0-9]{3})(?![0-9])")
_DUAL = regex(r"/([0-9]{1,4})(?![0-9/])")


def is_old_style(text: str, start: int, end: int) -> bool:
    """Whether a date from ``start`` to ``end`` is marked as one of the Julian calendar."""
    return text.endswith(_BEFORE, 0, start) or _AFTER.match(text, end) is not None


def old_style(piece: Piece) -> Date:
    """A day of the Julian calendar as the days from the one written to the one meant.

    Another mention of it may leave the mark out, or give the Gregorian day: neither contradicts this one.
    """
    assert piece.year is not None
    assert piece.month is not None
    assert piece.day is not None
    written = day_number(piece.year, piece.month, piece.day)
    meant = julian_day_number(piece.year, piece.month, piece.day)
    return Date(min(written, meant), max(written, meant), Precision.DAY)


class Bracketed(NamedTuple):
    """The Julian date in a bracket between a day and its year, the year, and where it ends."""

    inner: Reading
    year: int
    end: int


def read_bracket(text: str, end: int) -> Bracketed | None:
    """The bracket after a day and month that leave their year to what follows it."""
    opening = _BRACKET.match(text, end)
    if opening is None:
        return None
    at = opening.end()
    inner = read_from_digits(text, at, year=False) if text[at].isdecimal() else read_from_month(text, at)
    year = None if inner is None else _YEAR.match(text, inner.end)
    if inner is None or year is None or inner.first.day is None or inner.first is not inner.last:
        return None
    return Bracketed(inner, int(year[1]), year.end())


def dual_year(text: str, end: int, year: int) -> int:
    """Where a second year ends that a slash joins to the first, as before 1752: "1689/90"; 0 where none does."""
    found = _DUAL.match(text, end)
    if found is None:
        return 0
    digits = found[1]
    return found.end() if digits == str(year + 1)[-len(digits) :] else 0
