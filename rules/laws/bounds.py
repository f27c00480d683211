"""What two numbers may be, and whether any reading of them agrees.

A number is kept as two intervals: *strict*, what its last digit leaves open, and *lenient*, where
truncation and trailing zeros are allowed for as well. Arithmetic is done on both at once, and
:func:`judge` tells agreement from agreement by rounding only, and from conflict.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from articles.claims.written import Hedge, Interval, Written
from rules.rule import Outcome

EXACT_COUNT = 1000
"""From here on a count that ends in zeros may have been rounded: "2,000 advisors", but not "30 ships"."""

COARSEST_TOTAL = Decimal("0.025")
COARSEST_PLACE = Decimal("0.1")


class Bounds(NamedTuple):
    """What a value may be, taken strictly and leniently."""

    strict: Interval
    lenient: Interval


def bounds(written: Written) -> Bounds:
    """What a measured number may be."""
    return Bounds(written.interval, written.lenient)


def counted(written: Written) -> Bounds:
    """What a count of things may be: itself, unless it is large and ends in zeros, is told in millions or is hedged.

    A number with decimals counts nothing: it was measured, or rounded.
    """
    if written.value != written.value.to_integral_value():
        return bounds(written)
    if written.hedge is Hedge.NONE and written.value == written.top and abs(written.value) < EXACT_COUNT:
        return exact(written.value)
    rounded = written if written.step else written._replace(step=Decimal(1))
    scaled = written.step is not None and written.step > 1
    return Bounds(written.interval if scaled else written._replace(step=Decimal(0)).interval, rounded.lenient)


def operand(written: Written) -> Bounds:
    """What a number that is reckoned with may be: rounded, trailing zeros and all, but not cut off as well.

    Cutting off is allowed for in the number that the result is compared with; in every operand it would
    add up to more than any writer loses.
    """
    if written.hedge is not Hedge.NONE:
        return bounds(written)
    coarse = written.lenient
    if coarse.low is None or coarse.high is None:
        return bounds(written)
    half = min(written.value - coarse.low, coarse.high - written.top)
    return Bounds(written.interval, Interval(written.value - half, written.top + half))


def series(first: Written, second: Written, *, counts: bool) -> tuple[Bounds, Bounds]:
    """Two numbers of one series, rounded to one place: "from 10,000 to 12,000" is exact to the thousand.

    The place is no more than ``COARSEST_PLACE`` of the smaller: nobody reckons a change from rougher numbers.
    """
    places = [each.lenient.high - each.top for each in (first, second) if each.lenient.high is not None]
    places += [max(abs(each.value) * COARSEST_PLACE, each.step) for each in (first, second) if each.value]
    place = min(places, default=Decimal(0))
    return _of_series(first, place, counts), _of_series(second, place, counts)


def of_one_place(values: list[Written], *, counts: bool) -> list[Bounds]:
    """Parts of one whole, and the whole: none is rounded more roughly than the others are told."""
    places = [each.lenient.high - each.top for each in values if each.lenient.high is not None]
    return [_of_series(each, min(places, default=Decimal(0)), counts) for each in values]


def of_one_account(one: Written, other: Written, told: Written) -> tuple[Bounds, Bounds, Bounds]:
    """Two numbers and what they come to, none finer than it is written: beside 245 million, 200 million is exact.

    What they are told to come to may have been cut off: 2.37 told as 2.3.
    """
    three = (one, other, told)
    plain = [each for each in three if each.hedge is Hedge.NONE]
    coarse = [each.lenient.high - each.top for each in plain if each.lenient.high is not None]
    place = min(coarse, default=Decimal(0))
    first, second, said = (
        operand(each) if each.hedge is not Hedge.NONE else _of_series(each, max(place, each.step), counts=False)
        for each in three
    )
    low, high = said.lenient
    return first, second, Bounds(said.strict, Interval(low, None if high is None else high + max(place, told.step) / 2))


def _of_series(written: Written, place: Decimal, counts: bool) -> Bounds:
    loose = counted(written) if counts else operand(written)
    if written.hedge is not Hedge.NONE or loose.lenient == loose.strict:
        return loose
    return Bounds(loose.strict, Interval(written.value - place / 2, written.top + place / 2))


def exact(value: Decimal) -> Bounds:
    """A number that is known."""
    point = Interval(value, value)
    return Bounds(point, point)


def plus(first: Bounds, second: Bounds) -> Bounds:
    """The sum."""
    return _both(_plus, first, second)


def total(parts: list[Bounds]) -> Bounds:
    """The sum of all parts; 0 for none."""
    result = exact(Decimal(0))
    for part in parts:
        result = plus(result, part)
    return result


def minus(first: Bounds, second: Bounds) -> Bounds:
    """The difference."""
    return plus(first, scaled(second, Decimal(-1)))


def times(first: Bounds, second: Bounds) -> Bounds:
    """The product of two values that are not negative."""
    return _both(_times, first, second)


def ratio(first: Bounds, second: Bounds) -> Bounds:
    """The quotient of two values that are not negative."""
    return _both(_ratio, first, second)


def scaled(value: Bounds, factor: Decimal, offset: Decimal = Decimal(0)) -> Bounds:
    """``value * factor + offset``; the factor may be negative."""
    return Bounds(_scaled(value.strict, factor, offset), _scaled(value.lenient, factor, offset))


def judge(first: Bounds, second: Bounds) -> Outcome:
    """Whether two statements of one value agree."""
    if first.strict.overlaps(second.strict):
        return Outcome.CONSISTENT
    if first.lenient.overlaps(second.lenient):
        return Outcome.BY_ROUNDING
    return Outcome.CONFLICTING


def judge_sum(added: Bounds, stated: Bounds) -> Outcome:
    """Whether a sum agrees with the total stated, which nobody rounds more roughly than ``COARSEST_TOTAL``."""
    outcome = judge(added, stated)
    (low, high), (least, most) = added.strict, stated.strict
    if outcome is not Outcome.BY_ROUNDING or low is None or high is None or most is None:
        return outcome
    apart = max(Decimal(0) if least is None else least - high, low - most, Decimal(0))
    return Outcome.CONFLICTING if apart > abs(most) * COARSEST_TOTAL else outcome


def exceeds(first: Bounds, second: Bounds) -> bool:
    """Whether the first is larger than the second under every reading."""
    return first.lenient.low is not None and second.lenient.high is not None and first.lenient.low > second.lenient.high


def _both(law: Callable[[Interval, Interval], Interval], first: Bounds, second: Bounds) -> Bounds:
    return Bounds(law(first.strict, second.strict), law(first.lenient, second.lenient))


def _plus(first: Interval, second: Interval) -> Interval:
    low = None if first.low is None or second.low is None else first.low + second.low
    high = None if first.high is None or second.high is None else first.high + second.high
    return Interval(low, high)


def _times(first: Interval, second: Interval) -> Interval:
    high = None if first.high is None or second.high is None else first.high * second.high
    return Interval(_floor(first.low) * _floor(second.low), high)


def _ratio(first: Interval, second: Interval) -> Interval:
    low = Decimal(0) if second.high is None or not second.high else _floor(first.low) / second.high
    high = None if first.high is None or second.low is None or second.low <= 0 else first.high / second.low
    return Interval(low, high)


def _scaled(value: Interval, factor: Decimal, offset: Decimal) -> Interval:
    low = None if value.low is None else value.low * factor + offset
    high = None if value.high is None else value.high * factor + offset
    return Interval(low, high) if factor >= 0 else Interval(high, low)


def _floor(low: Decimal | None) -> Decimal:
    return Decimal(0) if low is None or low < 0 else low
