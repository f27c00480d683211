"""Amounts that "a" opens: "an hour and a half", "a mile and a half", "cut by a half", "a fortnight"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from articles.claims.claim import Claim, Duration, Kind, Number, Quantity
from articles.claims.left import Left, hedge_before, word_before
from articles.claims.numerals import ONE, ZERO
from articles.claims.unit_gaps import divisible
from articles.claims.unit_words import read_unit
from articles.claims.vocabulary import table
from articles.claims.word_guards import is_share
from articles.claims.written import Written
from articles.regex import regex
from articles.textmap import ProseSpan

_ONE_UNIT = regex(r"\b([Aa]n?|[Oo]ne)[ \u00a0]([A-Za-z-]+) and $")
_REACH = 40
_AND = " and "


def read_opened_word(text: str, end: int, word: str, left: Left) -> Claim | None:
    """The claim of a word that "a" makes an amount, "a half" or "a fortnight"; None where it is none."""
    if word in lengths():
        return _read_length(end, word, left)
    return _read_half(text, end, left) if word == "half" and left.lower == "a" else None


def _read_half(text: str, end: int, left: Left) -> Claim | None:
    """The claim of "a half" ending at a place, with the one unit before it; None where it is none."""
    low = max(0, left.start - _REACH)
    found = _ONE_UNIT.search(text[low : left.start])
    if found is not None:
        start = low + found.start()
        unit = read_unit(text, low + found.end(1))
        if unit is not None and unit.end == left.start - len(_AND) and (not unit.time or divisible(unit.name)):
            amount = Written(
                Decimal("1.5"), Decimal("1.5"), ZERO, hedge_before(text, start, word_before(text, start))[0]
            )
            if unit.time:
                return Claim(Kind.DURATION, ProseSpan(start, end), Duration(amount, unit.name), "duration-half")
            return Claim(Kind.QUANTITY, ProseSpan(start, end), Quantity(amount, unit.name), "quantity-half")
    if not is_share(text, end, left):
        return None
    hedge = hedge_before(text, left.start, word_before(text, left.start))[0]
    half = Written(Decimal("0.5"), Decimal("0.5"), ZERO, hedge)
    return Claim(Kind.NUMBER, ProseSpan(left.start, end), Number(half), "number-fraction")


@cache
def lengths() -> dict[str, tuple[int, str]]:
    """Words that tell a length of time without a number, by how many of which unit they are: a fortnight."""
    return {word: (many, unit) for word, (many, unit) in table("units")["lengths"].items()}


def _read_length(end: int, word: str, left: Left) -> Claim:
    many, unit = lengths()[word]
    amount = Written(Decimal(many), Decimal(many), ONE)
    return Claim(Kind.DURATION, ProseSpan(left.start, end), Duration(amount, unit), "duration-words")
