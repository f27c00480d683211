"""One number in words: "two hundred and five", "twenty-five", "half a million", "two-thirds", "twenty-first"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from articles.claims.numerals import ONE, ZERO, Numeral
from articles.claims.vocabulary import table
from articles.regex import regex

_WORD = regex(r"(?:[ \u00a0]|-)?([A-Za-z]+)")
_AND = regex(r"[ \u00a0]and[ \u00a0]([A-Za-z]+)")
OF_SCALE = regex(r"[ \u00a0](?:of[ \u00a0])?(?:an?[ \u00a0])?(thousand|million|billion|trillion|dozen)\b")
"""The scale word that a fraction is of: "half **a million**", "a quarter **of a million**"."""
_FRACTION = regex(r"[ -](?:hal(?:f|ves)|thirds?|quarters?|fourths?|(?:fif|six|seven|eigh|nin|ten)ths?)\b")
_POINT = regex(r"[ \u00a0]point((?:[ \u00a0](?:zero|one|two|three|four|five|six|seven|eight|nine)){1,6})\b")


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
    singular: dict[str, int] = dict(table("numbers")["fractions"])
    return singular | {("halves" if word == "half" else f"{word}s"): below for word, below in singular.items()}


def read_words(text: str, start: int, *, one: bool = False) -> Numeral | None:
    """The numeral in words at a place; ``one`` where an article stands for its first word ("a hundred and two").

    None where no numeral starts there, or where a number word follows that does not belong to it
    ("nineteen ninety"): such a row is a year, a score or a code.
    """
    total, group, power, end = 0, int(one), 99, start
    word = _WORD.match(text, start)
    while word is not None:
        name = word[1].lower()
        value, scale = cardinals().get(name), _scale_of(name, total + group)
        if value is not None:
            if not _fits(group, value, name):
                return None if text[end : word.start(1)] != "-" else _made(start, end, total, group, power)
            group = group * value if name.startswith("dozen") and group else group + value
        elif scale == 2 and 0 < group < 100:
            group *= 100
        elif scale is not None and 2 < scale < power and group:
            total, group, power = total + group * 10**scale, 0, scale
        elif scale is not None and scale > 2 and total and not group:  # "three lakh crore"
            total, power = total * 10**scale, scale + power
        else:
            return _ordinal(start, word, total + group) or _made(start, end, total, group, power)
        end = word.end()
        word = _next(text, end, total, group)
    return _made(start, end, total, group, power)


def _scale_of(name: str, so_far: int) -> int | None:
    """The power of a scale word; a plural is one only after a number ("three thousand millions")."""
    return scales().get(name) or (scales().get(name[:-1]) if so_far and name[-1:] == "s" else None)


def _next(text: str, end: int, total: int, group: int) -> re.Match[str] | None:
    """The next word of a numeral, past an "and" that joins hundreds to what is below."""
    word = _WORD.match(text, end)
    if word is None or word[1] != "and":
        return word
    joined = _AND.match(text, end)
    name = "" if joined is None else joined[1].lower()
    below = name in cardinals() or name in ordinals()
    if not below or total + group < 100 or group % 100 or _FRACTION.match(text, joined.end() if joined else end):
        return None
    return joined


def _fits(group: int, value: int, name: str) -> bool:
    """Whether a word below a hundred may follow in its group: "five" after "twenty", not after "twelve"."""
    below = group % 100
    if value == 12 and name.startswith("dozen"):
        return True
    return below == 0 or (value < 10 and below >= 20 and below % 10 == 0 and value > 0)


def _ordinal(start: int, word: re.Match[str], so_far: int) -> Numeral | None:
    """The numeral whose last word is an ordinal: "twenty-first", "one hundred and fifth"."""
    value = ordinals().get(word[1].lower())
    if value is None:
        return None
    if so_far and value >= 100:
        return Numeral(start, word.end(), Decimal(so_far * value), ONE, ordinal=True)
    if so_far == 0 or (value < 100 and _fits(so_far % 100, value, "")):
        return Numeral(start, word.end(), Decimal(so_far + value), ONE, ordinal=True)
    return None


def _made(start: int, end: int, total: int, group: int, power: int) -> Numeral | None:
    if end == start:
        return None
    step = ONE.scaleb(power) if total and not group and power >= 6 else ONE
    return Numeral(start, end, Decimal(total + group), step)


def read_fraction(text: str, start: int, *, scaled: bool = True, adjective: bool = False) -> Numeral | None:
    """The fraction in words at a place, with a scale word after it: "two-thirds", "a quarter of a million", "half".

    ``adjective`` allows for a singular after more than one: "one and three-quarter hours".
    """
    top = _WORD.match(text, start)
    if top is None:
        return None
    name = top[1].lower()
    if name in ("half", "quarter"):
        return _of_scale(text, Numeral(start, top.end(), ONE / fractions()[name], ZERO), alone=name == "half")
    below = _WORD.match(text, top.end())
    count = 1 if name in ("a", "an") else cardinals().get(name)
    if below is None or count is None or (text[below.end() : below.end() + 1] == "-" and not adjective):
        return None
    parts = fractions().get(below[1].lower())
    wrong = (count == 1) == below[1].endswith("s") and not (adjective and count > 1)
    if parts is None or wrong or count >= parts:
        return None
    part = Numeral(start, below.end(), Decimal(count) / parts, ZERO)
    return _of_scale(text, part, alone=True) if scaled else part


def _of_scale(text: str, part: Numeral, *, alone: bool) -> Numeral | None:
    found = OF_SCALE.match(text, part.end)
    if found is None:
        return part if alone else None
    size = 12 if found[1] == "dozen" else 10 ** scales()[found[1]]
    return part._replace(end=found.end(), value=part.value * size)


def read_point(text: str, numeral: Numeral) -> Numeral:
    """The numeral with decimals in words after it: "five point two"."""
    found = _POINT.match(text, numeral.end)
    if found is None or numeral.step != 1:
        return numeral
    digits = "".join(str(cardinals()[word]) for word in found[1].split())
    step = ONE.scaleb(-len(digits))
    return numeral._replace(end=found.end(), value=numeral.value + int(digits) * step, step=step)
