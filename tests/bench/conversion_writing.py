"""How a number of a conversion pair is written, and how it is written wrongly."""

from __future__ import annotations

import math
from random import Random
from typing import NamedTuple

FACTORS = (10, 0.1, 1.609, 0.6214, 2, 0.5, 3.28, 1.15)
"""What a wrong conversion is often off by: a power of ten, another unit, a half."""
TRIES = 30
LEAST = 0.04
"""By what share a wrong number differs at least."""


class Number(NamedTuple):
    """A number, the decimal places it is rounded to (negative: to tens, hundreds), and how it is written."""

    value: float
    places: int
    text: str

    @property
    def digits(self) -> str:
        """The writing without commas and sign."""
        return self.text.replace(",", "").lstrip("−")

    @property
    def step(self) -> float:
        """The worth of the last digit that says something: zeros at the end of a whole number do not."""
        _, point, decimals = self.digits.partition(".")
        zeros = 0 if point else len(self.digits) - len(self.digits.rstrip("0"))
        return float(10 ** (zeros - len(decimals)))


def significant(value: float) -> int:
    """The power of ten of a number's first figure."""
    return math.floor(math.log10(abs(value))) if value else 0


def written(value: float, places: int) -> Number:
    """A number rounded half up and written with commas."""
    rounded = math.floor(value * 10**places + 0.5) / 10**places
    text = f"{abs(rounded):,.{max(places, 0)}f}"
    return Number(rounded, places, ("−" if rounded < 0 else "") + text)


def wrong_writing(random: Random, right: Number, source: Number, factor: float) -> str | None:
    """Another number in the place of the right one, off by clearly more than both roundings, if there is one."""
    for _ in range(TRIES):
        text = _changed(random, right)
        digits = text.replace(",", "").replace("−", "-")
        if text == right.text or not digits.strip("-0.") or (digits.lstrip("-")[0] == "0" and "." not in digits):
            continue
        wrong = Number(float(digits), 0, text)
        coarsest = max(wrong.step, right.step, 10.0**-right.places, (source.step if source.text else 0.01) * factor)
        if abs(wrong.value - right.value) > max(1.5 * coarsest, LEAST * abs(right.value)):
            return text
    return None


def _changed(random: Random, right: Number) -> str:
    """A writing with one digit changed, two digits exchanged, or the number multiplied."""
    text, how = list(right.text), random.random()
    at = [place for place, sign in enumerate(text) if sign.isdigit()]
    if how < 0.5:
        text[random.choice(at)] = str(random.randint(0, 9))
        return "".join(text)
    if how < 0.8 and len(at) > 1:
        first = random.randrange(len(at) - 1)
        one, other = at[first], at[first + 1]
        text[one], text[other] = text[other], text[one]
        return "".join(text)
    return written(right.value * random.choice(FACTORS), right.places).text
