"""Numbers as an editor writes them, for calculations and for edits."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from articles.regex import regex

GROUPED_FROM = 10_000
_NUMBER = regex(r"[0-9]+(?:[, \u00a0\u2009\u202f][0-9]{3}(?![0-9]))*(?:\.[0-9]+)?")
_MOST_PLACES = 6


def number(value: Decimal, step: Decimal = Decimal(1), *, grouped: bool | None = None) -> str:
    """A number rounded to a place value: ``9,570``, ``0.33``. ``grouped`` defaults to numbers of five digits on."""
    rounded = rounded_to(value, step)
    places = max(0, -_exponent(step))
    commas = abs(rounded) >= GROUPED_FROM if grouped is None else grouped
    return f"{rounded:,.{places}f}" if commas else f"{rounded:.{places}f}"


def rounded_to(value: Decimal, step: Decimal) -> Decimal:
    """The nearest multiple of a place value, halves up; a step of 0 means whole numbers."""
    step = step or Decimal(1)
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def percent(share: Decimal, step: Decimal = Decimal(1)) -> str:
    """A share of 1 as a percentage: ``38.7 %`` at a step of 0.1."""
    return f"{number(share * 100, step)} %"


def restated(text: str, old: tuple[Decimal, ...], new: tuple[Decimal, ...], step: Decimal) -> str | None:
    """A written reading with other numbers in it: ``9,750 ft`` with 9570 for 9750 is ``9,570 ft``.

    Scale words stay as they are (``1.2 million km2``). None where the text does not hold one number for each old value.
    """
    matches = list(_NUMBER.finditer(text))
    if len(matches) != len(old) or len(old) != len(new):
        return None
    pieces: list[str] = []
    at = 0
    for match, was, becomes in zip(matches, old, new, strict=True):
        digits = re.sub(r"[^0-9.]", "", match[0])
        shown = Decimal(digits)
        if not shown or not was:
            return None
        scale = abs(was / shown)
        grouped = digits.partition(".")[0] != match[0].partition(".")[0] or None
        pieces += [text[at : match.start()], number(abs(becomes) / scale, _place(step, scale, digits), grouped=grouped)]
        at = match.end()
    return "".join(pieces) + text[at:]


def feet_and_inches(like: str, feet: Decimal) -> str | None:
    """A length in feet written like ``6 ft 4 in`` or ``6'4"``; None where ``like`` does not hold two whole numbers."""
    matches = list(_NUMBER.finditer(like))
    if len(matches) != 2 or "." in matches[0][0] + matches[1][0]:
        return None
    whole, inches = divmod(int(rounded_to(abs(feet) * 12, Decimal(1))), 12)
    first, second = matches
    return f"{like[: first.start()]}{whole}{like[first.end() : second.start()]}{inches}{like[second.end() :]}"


def _place(step: Decimal, scale: Decimal, digits: str) -> Decimal:
    """The place value to write at: that of the digits written, where the step is not known."""
    if step:
        return Decimal(1).scaleb(max(_exponent(step / scale), -_MOST_PLACES))
    return Decimal(1).scaleb(-len(digits.partition(".")[2]))


def _exponent(step: Decimal) -> int:
    return step.adjusted() if step else 0
