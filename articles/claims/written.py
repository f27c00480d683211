"""A number as it was written: an interval that its digits, its hedge and its rounding leave open.

"9.1 billion" is [9.05, 9.15] billion; "3.10" knows one digit more than "3.1"; "about", "over",
"nearly" and "up to" widen the interval or open an end; an unhedged count of things is a point.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

ABOUT_SHARE = Decimal("0.1")
"""How far "about" may lie from what is meant, as a share of the number."""


class Hedge(StrEnum):
    """The words around a number that loosen it."""

    NONE = "none"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at least"
    NEARLY = "nearly"
    UNDER = "under"
    UP_TO = "up to"


class Interval(NamedTuple):
    """A closed interval; None is an open end."""

    low: Decimal | None
    high: Decimal | None

    def overlaps(self, other: Interval) -> bool:
        """Whether any number lies in both."""
        return (self.low is None or other.high is None or self.low <= other.high) and (
            other.low is None or self.high is None or other.low <= self.high
        )


class Written(NamedTuple):
    """A number as written.

    ``value`` is the number itself (the lower end of a range), ``top`` the upper end of a range or
    ``value`` again; ``step`` is the place value of the last digit written, 0 where the number is a
    point (a count of things, a fraction in words). Scale words and signs are worked in.
    """

    value: Decimal
    top: Decimal
    step: Decimal
    hedge: Hedge = Hedge.NONE

    @property
    def interval(self) -> Interval:
        """What the number may be, going by its last digit and its hedge."""
        half = self.step / 2
        return self._hedged(self.value - half, self.top + half)

    @property
    def lenient(self) -> Interval:
        """What it may be when truncation and trailing zeros are allowed for as well.

        For comparing two statements: "2,000 advisors" may have been rounded to the thousand, and
        "2.9" may be 2.96 cut off.
        """
        low = _coarse(self.value, self.step)
        high = _coarse(self.top, self.step)
        if self.value >= 0:
            return self._hedged(self.value - low / 2, self.top + high)
        return self._hedged(self.value - low, self.top + high / 2)

    def _hedged(self, low: Decimal, high: Decimal) -> Interval:
        match self.hedge:
            case Hedge.ABOUT:
                reach = abs(self.top) * ABOUT_SHARE
                return Interval(low - reach, high + reach)
            case Hedge.OVER | Hedge.AT_LEAST:
                return Interval(low, None)
            case Hedge.UNDER | Hedge.UP_TO:
                return Interval(None, high)
            case Hedge.NEARLY:
                return Interval(low - abs(self.value) * ABOUT_SHARE, high)
            case _:
                return Interval(low, high)


def _coarse(value: Decimal, step: Decimal) -> Decimal:
    """The place value of the last digit of a number that is not zero.

    For a point it is 0, unless the count ends in two zeros or more ("2,000 advisors"): nobody counts to these.
    """
    if (step and step < 1) or not value:
        return step
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    if not step and exponent < 2:
        return step
    return max(step, Decimal(1).scaleb(exponent))
