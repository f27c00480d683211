"""One number in digits, with the place value of its last digit.

A numeral ends before its scale word, hedge or unit; those are worked in by :mod:`amounts`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from articles.claims.vocabulary import table
from articles.regex import regex

LONGEST = 30
"""A number of more digits than this is an identifier or an accident, and withheld."""

ONE = Decimal(1)
ZERO = Decimal(0)
NARROW = "\u00a0\u2009\u202f\u2008\u200a"
"""Spaces that group digits or join a number to its unit."""

_GROUPED = regex(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:[.·][0-9]+)?"  # 1,234,567.8
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"  # 12,34,567
    r"|[0-9]{1,3}(?:['’][0-9]{3})+(?:\.[0-9]+)?"  # 1'234'567
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?"  # 1.234.567
    r"|[0-9]*[.·][0-9]+"
)
_SPACED = regex(
    rf"(?:(?:[{NARROW}][0-9]{{3}}){{1,9}}|(?: [0-9]{{3}}){{2,9}}| 000)(?:\.[0-9]+)?(?![0-9])(?! [0-9]{{3}}(?![0-9]))"
)
_CELL = regex(r" [0-9]{3}(?=\n|$)")
"""One group that a plain blank sets apart: certain only in a cell of a table, which is a line of its own."""
_EXPONENT = regex(r"[eE]([+-]?[0-9]{1,3})(?![0-9A-Za-z])")
_LARGEST_POWER = 24
_SEPARATORS = str.maketrans({**dict.fromkeys(f",'’ {NARROW}", ""), "·": "."})


class Numeral(NamedTuple):
    """A number as its digits or words say it; ``step`` is the place value of the last digit.

    ``plain`` marks an ungrouped whole number in digits, ``ordinal`` a number word such as "twenty-first".
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    plain: bool = False
    ordinal: bool = False


def read_digits(text: str, start: int, token: str) -> Numeral | None:
    """The numeral of a token of digits and inner separators; None where it is no number (1.2.3, 12.5.1990)."""
    end = start + len(token)
    if len(token) > LONGEST:
        return None
    if token.isdecimal():
        if text[end : end + 1] in f" {NARROW}" and text[end + 1 : end + 4].isdecimal() and len(token) <= 3:
            spaced = _SPACED.match(text, end)
            if spaced is None and text[start - 1 : start] in ("\n", ""):
                spaced = _CELL.match(text, end)
            if spaced is not None:
                return _grouped(start, spaced.end(), text[start : spaced.end()])
        if token[0] == "0" and len(token) > 1:
            return None
    elif _GROUPED.fullmatch(token) is None:
        return None
    exponent = _exponent(text, end, token) if text[end : end + 1] in ("e", "E") else None
    if exponent is not None:
        value, step = _decimal(token.translate(_SEPARATORS))
        return Numeral(start, exponent.end(), value.scaleb(int(exponent[1])), step.scaleb(int(exponent[1])))
    if token.isdecimal():
        return Numeral(start, end, *_decimal(token), True)
    return _grouped(start, end, token)


def _exponent(text: str, end: int, token: str) -> re.Match[str] | None:
    """The power of ten of "1.5e6"; none that a whole number opens and that is beyond all measure: "59E59"."""
    found = _EXPONENT.match(text, end)
    named = found is not None and len(token) > 1 and token.isdecimal() and int(found[1]) > _LARGEST_POWER
    return None if named else found


def _grouped(start: int, end: int, written: str) -> Numeral | None:
    if len(written) > LONGEST:
        return None
    if written.count(".") > 1:
        written = written.replace(".", "").replace(",", ".")
    return Numeral(start, end, *_decimal(written.translate(_SEPARATORS)))


@lru_cache(4096)
def _decimal(digits: str) -> tuple[Decimal, Decimal]:
    value = Decimal(digits)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return value, ONE.scaleb(exponent)


@cache
def fraction_signs() -> dict[str, Decimal]:
    """The vulgar fractions that are one character."""
    return {sign: Decimal(top) / below for sign, (top, below) in table("numbers")["fraction-signs"].items()}
