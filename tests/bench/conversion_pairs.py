"""Conversion pairs as articles write them, right ones and wrong ones, made by a seeded draw.

The factors are of ``conversion_units.toml`` and know nothing of pint's. A right pair is rounded as ``{{convert}}`` does
it, as people do it, or cut off; a wrong one has one of its numbers changed by clearly more than both roundings.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.bench.conversion_writing import Number, significant, written, wrong_writing

SENTENCES = (
    "The ridge is {a} ({b}) from the harbour.",
    "It measures {a} ({b}).",
    "The reservoir, at {a} ({b}), is the largest.",
    "About {a} ({b}) were used.",
    "It is roughly {a} (about {b}) in all.",
    "The total is {a} or {b}.",
    "A stretch of {a} (approximately {b}) was rebuilt.",
    "The record stood at {a} [{b}] for years.",
    "The figure was over {a} ({b}).",
    "It grew to {a} ({b}) in a few years.",
    "The bed is {a} ({b}) deep.",
)
WARM = ("The temperature reached {a} ({b}) that day.", "In January the mean is {a} ({b}).")
WARMER = ("By 2050 temperatures may rise by {a} ({b}).", "A difference of {a} ({b}) was measured.")
FRACTIONS = (("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("1/2", 0.5), ("3/4", 0.75), ("3/8", 0.375))
MILLIONS = (("square-kilometre", "square-mile"), ("tonne", "pound"), ("hectare", "acre"), ("mile", "kilometre"))
LONG_ENOUGH = 2000
"""An inch or a gram is not told in larger numbers."""


class Pair(NamedTuple):
    """Two writings of one measure, what sort of pair they are, and the sentence they stand in."""

    sort: str
    sentence: str


@cache
def units() -> dict[str, Any]:
    """The tables of ``conversion_units.toml``."""
    return tomllib.loads(Path(__file__).with_name("conversion_units.toml").read_text(encoding="utf-8"))


class Draw:
    """A source of pairs: the same seed makes the same ones."""

    def __init__(self, seed: int, *, wrong: bool) -> None:
        """``wrong`` makes one number of each pair a wrong one."""
        self.random = Random(seed)
        self.wrong = wrong
        self._sorts: tuple[tuple[Callable[[], tuple[str, str] | None], str, float], ...] = (
            (self._range, "range", 0.10),
            (self._by, "by", 0.05),
            (self._feet_and_inches, "feet and inches", 0.07),
            (self._fraction, "fraction", 0.04),
            (self._temperature, "temperature", 0.07),
            (self._difference, "difference", 0.04),
            (self._million, "million", 0.04),
            (self._plain, "plain", 0.59),
        )

    def pairs(self, count: int) -> list[Pair]:
        """So many pairs, each in a sentence of its own."""
        found: list[Pair] = []
        while len(found) < count:
            make, sort, _ = self.random.choices(self._sorts, [weight for *_, weight in self._sorts])[0]
            sides = make()
            if sides is not None:
                frames = WARM if sort == "temperature" else WARMER if sort == "difference" else SENTENCES
                found.append(Pair(sort, self.random.choice(frames).format(a=sides[0], b=sides[1])))
        return found

    # --- sorts of pairs ---

    def _plain(self) -> tuple[str, str] | None:
        one, other, factor = self._units()
        first = self._value(one)
        second = self._converted(first, factor)
        text = self._told(second, first, factor)
        return None if text is None else (self._with(first.text, one), self._with(text, other))

    def _range(self) -> tuple[str, str] | None:
        one, other, factor = self._units()
        low = self._value(one)
        high = written(low.value * self.random.uniform(1.1, 3), low.places)
        if high.value <= low.value:
            return None
        places = self._converted(low, factor).places
        ends = [written(end.value * factor, places) for end in (low, high)]
        texts = [end.text for end in ends]
        if self.wrong:
            at = self.random.randrange(2)
            changed = wrong_writing(self.random, ends[at], (low, high)[at], factor)
            if changed is None:
                return None
            texts[at] = changed
        if ends[0].value <= 0:
            return None
        dash = self.random.choice(("–", "-", " to "))
        return self._with(f"{low.text}{dash}{high.text}", one), self._with(f"{texts[0]}{dash}{texts[1]}", other)

    def _by(self) -> tuple[str, str] | None:
        one, other = self.random.choice((("metre", "foot"), ("foot", "metre"), ("centimetre", "inch")))
        factor = self._factor(one, other)
        sides = [Number(float(value), 0, str(value)) for value in (self.random.randint(2, 400) for _ in range(2))]
        places = max(0, 1 - significant(min(side.value for side in sides) * factor))
        told = [self._told(written(side.value * factor, places), side, factor, at=at) for at, side in enumerate(sides)]
        if None in told:
            return None
        names = units()["units"][one]["written"][1], units()["units"][other]["written"][1]
        joint = self.random.choice((" by ", " × "))
        return f"{sides[0].text}{joint}{sides[1].text} {names[0]}", f"{told[0]}{joint}{told[1]} {names[1]}"

    def _feet_and_inches(self) -> tuple[str, str] | None:
        feet, inches = self.random.randint(3, 60), self.random.randint(0, 11)
        metres = (feet * 12 + inches) * 0.0254
        if self.random.random() < 0.5:
            told = self._told(written(metres, 1), Number(metres, 2, f"{metres:.2f}"), 1)
            return None if told is None else (f"{feet} ft {inches} in", f"{told} m")
        shown = written(metres, 2)
        whole = round(shown.value / 0.0254)
        whole += self.random.choice((-1, 1)) * self.random.randint(9, 30) if self.wrong else 0
        return None if whole < 12 else (f"{shown.text} m", f"{whole // 12} ft {whole % 12} in")

    def _fraction(self) -> tuple[str, str] | None:
        one, other = self.random.choice((("inch", "millimetre"), ("inch", "centimetre"), ("mile", "kilometre")))
        sign, part = self.random.choice(FRACTIONS)
        whole, factor = self.random.randint(1, 40), self._factor(one, other)
        value = (whole + part) * factor
        told = self._told(written(value, max(0, 1 - significant(value))), Number(whole + part, 2, ""), factor)
        return (
            None if told is None else (self._with(f"{whole}{' ' * ('/' in sign)}{sign}", one), self._with(told, other))
        )

    def _temperature(self) -> tuple[str, str] | None:
        celsius = written(self.random.uniform(-60, 60), self.random.choice((0, 0, 1)))
        if self.random.random() < 0.5:
            told = self._told(written(celsius.value * 1.8 + 32, celsius.places), celsius, 1.8)
            return None if told is None else (f"{celsius.text} °C", f"{told} °F")
        fahrenheit = written(celsius.value * 1.8 + 32, celsius.places)
        told = self._told(written((fahrenheit.value - 32) / 1.8, celsius.places), fahrenheit, 1 / 1.8)
        return None if told is None else (f"{fahrenheit.text} °F", f"{told} °C")

    def _difference(self) -> tuple[str, str] | None:
        degrees = written(self.random.uniform(1, 25), self.random.choice((0, 1)))
        other = degrees.value * 1.8 + (32 if self.wrong else 0)
        return f"{degrees.text} °C", f"{written(other, 1).text} °F"

    def _million(self) -> tuple[str, str] | None:
        one, other = self.random.choice(MILLIONS)
        first, factor = written(self.random.uniform(1, 30), 1), self._factor(one, other)
        told = self._told(written(first.value * factor, 1 if first.value * factor >= 1 else 2), first, factor)
        return (
            None if told is None else (f"{first.text} million {self._name(one)}", f"{told} million {self._name(other)}")
        )

    # --- what they are made of ---

    def _units(self) -> tuple[str, str, float]:
        pairs = units()["pairs"]
        one, other, _ = self.random.choices(pairs, [weight for *_, weight in pairs])[0]
        return one, other, self._factor(one, other)

    def _factor(self, one: str, other: str) -> float:
        return float(units()["units"][one]["factor"] / units()["units"][other]["factor"])

    def _name(self, unit: str) -> str:
        return str(self.random.choice(units()["units"][unit]["written"]))

    def _with(self, number: str, unit: str) -> str:
        name = self._name(unit)
        return number + ("" if name.startswith("/") else self.random.choice((" ", "\xa0"))) + name

    def _value(self, unit: str) -> Number:
        """A measure such as articles tell: of one to six figures, round or not."""
        small = unit in ("inch", "centimetre", "ounce", "gram", "psi", "megapascal")
        size = self.random.choice((0, 1, 1, 2, 2) if small else (0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 5))
        value, how = self.random.uniform(1, 10) * 10**size, self.random.random()
        places = 0 if how < 0.65 else -self.random.randint(0, max(size - 1, 0))
        if how < 0.25 and size < 4:
            places = self.random.choice((1, 1, 2))
        return written(max(value, 1), places)

    def _converted(self, first: Number, factor: float) -> Number:
        """The other side, rounded as the template does, to two to four figures, or cut off."""
        value, how = first.value * factor, self.random.random()
        zeros = len(first.digits) - len(first.digits.rstrip("0")) if first.places <= 0 else 0
        fine = first.places if first.places > 0 else -zeros
        places = max(math.floor(fine - math.log10(factor) + 1e-9), 1 - significant(value))
        if 0.5 <= how < 0.8:
            places = self.random.choice((2, 2, 3, 3, 4)) - 1 - significant(value)
        if 0.8 <= how < 0.9:
            places = max(places, 2 - significant(value))
            return written(math.floor(value * 10**places + 1e-9) / 10**places, places)
        return written(value, min(places, 6 - significant(value)))

    def _told(self, second: Number, first: Number, factor: float, *, at: int = 0) -> str | None:
        """The writing of the other side, a wrong one where that is wanted; of two sides only the first."""
        if not self.wrong or at:
            return second.text
        return wrong_writing(self.random, second, first, factor)
