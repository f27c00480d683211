"""One number in words: "two hundred and five", "twenty-five", "half a million", "two-thirds"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from articles.claims.numerals import ONE, ZERO, Numeral
from articles.claims.vocabulary import table

_STEP = re.compile(r"(?:[ \u00a0]|-)?([A-Za-z]+)")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]([A-Za-z]+)")
_HALF_A = re.compile(r"half[ -](?:of )?an? ?", re.IGNORECASE)


@cache
def cardinals() -> dict[str, int]:
    """Number words below a hundred, and the dozen."""
    return dict(table("numbers")["cardinals"])


@cache
def scales() -> dict[str, int]:
    """Scale words by their power of ten."""
    return dict(table("numbers")["scales"])


@cache
def ordinals() -> dict[str, int]:
    """Ordinal words."""
    return dict(table("numbers")["ordinals"])


@cache
def fractions() -> dict[str, int]:
    """What fraction words divide by, in the singular and the plural."""
    singular = dict(table("numbers")["fractions"])
    return singular | {("halves" if word == "half" else f"{word}s"): below for word, below in singular.items()}


def read_words(text: str, start: int) -> Numeral | None:
    """The numeral in words at a place, or None where none starts there."""
    total, group, power = 0, 0, 99
    end = start
    word = _STEP.match(text, start)
    while word is not None:
        name = word[1].lower()
        value = cardinals().get(name)
        scale = scales().get(name)
        if value is not None and _fits(group, value):
            group += value
            if value == 12 and name == "dozen":
                group = value if group == value else (group - value) * value
        elif scale == 2 and 0 < group < 100:
            group *= 100
        elif scale is not None and 2 < scale < power and group:
            total, group, power = total + group * 10**scale, 0, scale
        else:
            break
        end = word.end()
        word = _STEP.match(text, end)
        if word is not None and word[1] == "and" and group % 100 == 0:
            word = _AND.match(text, end)
            if word is not None and not _continues(word[1].lower(), total + group):
                break
    if end == start:
        return None
    return Numeral(start, end, Decimal(total + group), _place(total, group, power), digits=False)


def _fits(group: int, value: int) -> bool:
    """Whether a word below a hundred may follow in its group: "five" after "twenty", not after "twelve"."""
    below = group % 100
    return below == 0 or (value < 10 and below >= 20 and below % 10 == 0)


def _continues(word: str, so_far: int) -> bool:
    return so_far >= 100 and word in cardinals()


def _place(total: int, group: int, power: int) -> Decimal:
    return ONE if group or not total or power < 6 else ONE.scaleb(power)


def read_fraction(text: str, start: int) -> Numeral | None:
    """The fraction in words at a place: "two-thirds", "one quarter", "three and a half" is not one."""
    top = _STEP.match(text, start)
    if top is None:
        return None
    below = _STEP.match(text, top.end())
    count = 1 if top[1].lower() in ("a", "an") else cardinals().get(top[1].lower())
    if below is None or count is None or text[below.end() : below.end() + 1] == "-":
        return None
    name = below[1].lower()
    parts = fractions().get(name)
    if parts is None or (count == 1) == (name.endswith("s")) or count >= parts:
        return None
    return Numeral(start, below.end(), Decimal(count) / parts, ZERO, digits=False)
