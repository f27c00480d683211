"""Which of two readings is the larger, where they are of one sort and can be compared at all."""

from __future__ import annotations

from typing import NamedTuple

from articles.claims.claim import Claim, Duration, Money, Number, Percent, Quantity, Value
from articles.claims.written import Written
from rules.laws.amounts.conversion import between
from rules.laws.bounds import Bounds, bounds, counted, exceeds

_COUNTED = frozenset((Money, Percent, Number, Duration, Quantity))
"""The values that hold an amount: to ask for their very type takes a third of the time."""


class Sides(NamedTuple):
    """Two readings in one unit."""

    first: Bounds
    second: Bounds

    @property
    def falls(self) -> bool:
        """Whether the second is smaller whatever the rounding."""
        return exceeds(self.first, self.second)

    @property
    def rises(self) -> bool:
        """Whether the second is larger whatever the rounding."""
        return exceeds(self.second, self.first)


def sides(first: Claim, second: Claim, *, nouns: bool = True) -> Sides | None:
    """Two readings in one unit; None where their sorts, units, currencies or (if asked) nouns do not fit."""
    one, other = amount(first.value), amount(second.value)
    if one is None or other is None or type(first.value) is not type(second.value):
        return None
    match first.value, second.value:
        case Money() as a, Money() as b:
            fits = a.currency == b.currency and (a.per == b.per or a.per is None or b.per is None)
        case Percent() as a, Percent() as b:
            fits = not a.points and not b.points
        case Number() as a, Number() as b:
            fits = not nouns or a.noun == b.noun or a.noun is None or b.noun is None
            return Sides(counted(one), counted(other)) if fits else None
        case Duration() as a, Duration() as b:
            fits = a.unit == b.unit
        case Quantity() as a, Quantity() as b:
            line = between(a.unit, b.unit) if a.unit != b.unit else None
            fits = a.unit == b.unit
            if line and not line.inverse:
                return Sides(line.apply(bounds(one)), bounds(other))
        case _:
            return None
    return Sides(bounds(one), bounds(other)) if fits else None


def amount(value: Value) -> Written | None:
    """The number in a reading; None for a date or an ordinal."""
    return value.amount if type(value) in _COUNTED else None  # type: ignore[union-attr]
