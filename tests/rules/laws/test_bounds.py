"""If these fail, a statement that is only rounded would be called wrong, or a wrong one let through."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

from hypothesis import given
from hypothesis import strategies as st

from articles.claims.written import Hedge, Written
from rules.laws.bounds import Bounds, bounds, counted, exact, exceeds, judge, minus, plus, ratio, scaled, times, total
from rules.rule import Outcome

values = st.decimals("0.01", "1000000", places=4, allow_nan=False)
places = st.integers(-3, 2)


def cut(value: Decimal, place: int, how: str) -> Written:
    step = Decimal(1).scaleb(place)
    kept = (value / step).quantize(Decimal(1), how) * step
    return Written(kept, kept, step)


@given(values, places, st.sampled_from([ROUND_HALF_EVEN, ROUND_DOWN]), places)
def test_the_same_value_rounded_or_cut_off_twice_agrees(value: Decimal, one: int, how: str, other: int) -> None:
    assert judge(bounds(cut(value, one, how)), bounds(cut(value, other, ROUND_HALF_EVEN))) is not Outcome.CONFLICTING


@given(values, values, places)
def test_sums_differences_products_and_ratios_of_rounded_values_hold_the_true_one(
    a: Decimal, b: Decimal, place: int
) -> None:
    one, other = bounds(cut(a, place, ROUND_HALF_EVEN)), bounds(cut(b, place, ROUND_HALF_EVEN))
    for made, true in ((plus(one, other), a + b), (minus(one, other), a - b), (times(one, other), a * b)):
        assert judge(made, exact(true)) is not Outcome.CONFLICTING
    low, high = ratio(one, other).lenient
    assert low is not None
    assert low <= a / b
    assert high is None or a / b <= high


@given(values, st.integers(-2, 1))
def test_a_value_off_by_three_units_in_its_last_place_is_a_conflict(value: Decimal, place: int) -> None:
    shown = cut(value + 1, place, ROUND_HALF_EVEN)
    if shown.value % (shown.step * 10) == 0:
        return  # ends in a zero, which may be no digit at all
    moved = shown._replace(value=shown.value + 3 * shown.step, top=shown.value + 3 * shown.step)
    if moved.value % (shown.step * 10) == 0:
        return
    assert judge(bounds(shown), bounds(moved)) is Outcome.CONFLICTING


def test_a_small_count_is_a_point_and_a_large_round_one_is_not() -> None:
    thirty = Written(Decimal(30), Decimal(30), Decimal(0))
    thousands = Written(Decimal(2000), Decimal(2000), Decimal(0))
    assert exceeds(counted(thirty._replace(value=Decimal(31), top=Decimal(31))), counted(thirty))
    assert not exceeds(exact(Decimal(2400)), counted(thousands))
    assert exceeds(exact(Decimal(3100)), counted(thousands))


def test_an_open_end_is_carried_through() -> None:
    over = bounds(Written(Decimal(100), Decimal(100), Decimal(1), Hedge.OVER))
    assert plus(over, exact(Decimal(5))).strict.high is None
    assert ratio(exact(Decimal(10)), over).strict.low == 0
    assert scaled(over, Decimal(-1)).strict.low is None
    assert not exceeds(exact(Decimal(10**9)), over)


def test_no_parts_add_up_to_nothing() -> None:
    assert total([]) == Bounds(exact(Decimal(0)).strict, exact(Decimal(0)).lenient)
