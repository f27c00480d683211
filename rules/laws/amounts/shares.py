"""A part and its whole: what share the one is of the other, in percent."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from articles.claims.claim import Percent
from articles.claims.written import Hedge, Interval, Written
from rules.laws.bounds import Bounds, bounds, of_one_place, ratio, scaled

HUNDRED = Decimal(100)
X_OF_N = "x-of-n"
"""The pattern of a reading such as "41 of 193", whose parts are the two numbers."""


def share(part: Written, whole: Written) -> Bounds:
    """A part's share of its whole in percent; neither is rounded more roughly than the other is told."""
    return scaled(ratio(*of_one_place([part, whole], counts=True)), HUNDRED)


def stated(percent: Percent) -> Bounds:
    """What a stated percentage may be. Shares are cut off, rounded up and told to the nearest five."""
    said = bounds(percent.amount)
    if percent.amount.step == 1 and percent.amount.hedge is Hedge.NONE and percent.amount.value % 5 == 0:
        reach = Decimal("2.5")
        return Bounds(said.strict, Interval(percent.amount.value - reach, percent.amount.top + reach))
    step = percent.amount.step
    low, high = said.lenient
    return Bounds(said.strict, Interval(None if low is None else low - step / 2, high))


def by_fives(percents: Iterable[Percent]) -> bool:
    """Whether shares that belong together all look as if they were told to the nearest five."""
    return all(percent.amount.step == 1 and percent.amount.value % 5 == 0 for percent in percents)


def reckoned(percent: Percent, *, fives: bool = True) -> Bounds:
    """What a percentage that is added up may be: rounded, but not cut off.

    To the nearest five if it looks so, unless others of its list (``fives``) show that theirs are told exactly.
    """
    amount = percent.amount
    if fives and amount.hedge is Hedge.NONE and amount.step == 1 and amount.value % 5 == 0:
        return Bounds(amount.interval, stated(percent).lenient)
    return Bounds(amount.interval, amount.interval)


FRACTION_REACH = (Decimal("4.5"), Decimal("0.15"))
"""How far a fraction in words may lie from what is meant: in percentage points, and as a share of itself."""


def fraction(value: Decimal, hedge: Hedge = Hedge.NONE) -> Bounds:
    """The share that a fraction in words stands for, in percent: a third is 0.333."""
    percent = value * HUNDRED
    points, relative = FRACTION_REACH
    reach = min(points, relative * percent)
    return Bounds(Interval(percent, percent), Written(percent, percent, reach * 2, hedge).interval)


def stated_beside_words(percent: Percent) -> Bounds:
    """What a percentage beside a fraction in words may be: the words are vague enough for both."""
    strict = percent.amount.interval
    return Bounds(strict, Interval(strict.low, None if strict.high is None else strict.high + percent.amount.step / 2))
