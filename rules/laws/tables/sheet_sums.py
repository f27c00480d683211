"""What figures of a table add up to, and whether that is the total beside them.

A whole number is a count unless the column is measured or rounded; figures with decimals, and those that all end in
zeros, are known to their last digit only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from articles.facts.cell_figures import Figure
from articles.facts.sheets import Column, Sheet, has_words

TRAILING = 2
"""Figures that all end in so many zeros, or more, are rounded there."""


class Sum(NamedTuple):
    """Parts and their total. ``apart`` is how much the total exceeds what the parts can add up to, below 0 if less."""

    parts: tuple[Figure, ...]
    total: Figure
    added: Decimal
    apart: Decimal

    @property
    def agrees(self) -> bool:
        """Whether rounding leaves room for the total."""
        return not self.apart

    @property
    def off(self) -> Decimal:
        """By what share of the largest number among them the total and the sum differ."""
        larger = max(abs(self.added), abs(self.total.value), *(abs(part.value) for part in self.parts))
        return abs(self.added - self.total.value) / larger if larger else Decimal(0)


def add_up(parts: Sequence[Figure], total: Figure, signs: Sequence[int], place: Decimal) -> Sum:
    """Hold figures, each taken with its sign, against a total; ``place`` is the one to which all are rounded."""
    added = sum((part.value * sign for part, sign in zip(parts, signs, strict=True)), Decimal(0))
    room = sum((known_to(figure, place) for figure in (*parts, total)), Decimal(0)) / 2
    beyond = total.value - added
    apart = Decimal(0) if abs(beyond) <= room else beyond - room.copy_sign(beyond)
    return Sum(tuple(parts), total, added, apart)


def known_to(figure: Figure, place: Decimal) -> Decimal:
    """To what a figure is known: its last digit, or the place to which its column is rounded; 0 for a count."""
    if not figure.value:
        return place
    return max(figure.step, place) if place or figure.step != 1 else Decimal(0)


def place_of(sheet: Sheet, figures: Iterable[Figure], *columns: Column) -> Decimal:
    """The place value to which the figures of a column are rounded; 0 for counts."""
    found = list(figures)
    finest = min((figure.step for figure in found), default=Decimal(1))
    if finest < 1:
        return finest  # "7" beside "6.5" is then known to its own last digit
    shared = min((_zeros(figure.value) for figure in found if figure.value), default=0)
    if shared >= TRAILING:
        return Decimal(1).scaleb(shared)
    measured = any(has_words(column.header, "rounded") for column in columns) or has_words(sheet.around, "rounded")
    return Decimal(1) if measured or any(figure.unit and figure.unit != "%" for figure in found) else Decimal(0)


def _zeros(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def slipped(added: Decimal, stated: Decimal) -> bool:
    """Whether two numbers differ by one digit, or by two that changed places: what a slip of the hand leaves."""
    one, other = (f"{abs(value).normalize():f}" for value in (added, stated))
    if len(one) != len(other) or len(one) < 2:
        return False
    wrong = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        return one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
    return len(wrong) == 1


def mixed(figures: Sequence[Figure]) -> bool:
    """Whether figures are of different kinds: some percentages, some not, or of different units."""
    units = {figure.unit for figure in figures if figure.unit}
    return len(units) > 1 or (units == {"%"} and any(not figure.unit for figure in figures))
