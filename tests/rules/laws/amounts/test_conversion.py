"""If these fail, editors would be told that correct conversions are wrong, or wrong ones would stay."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.claims.claim import Quantity
from articles.claims.written import Hedge, Written
from rules.laws.amounts.conversion import between, compare, converted, counterparts, meanings, slipped
from rules.laws.wording import number, restated
from rules.rule import Outcome

UNITS = [("meter", "foot"), ("kilometer", "mile"), ("kilogram", "pound"), ("hectare", "acre"), ("liter", "gallon")]


def quantity(value: str | Decimal, unit: str, step: str | Decimal = "1", top: str | None = None) -> Quantity:
    return Quantity(Written(Decimal(value), Decimal(top or value), Decimal(step)), unit)


def change(value: str, unit: str, step: str = "1") -> Quantity:
    return quantity(value, unit, step)._replace(difference=True)


@settings(deadline=None)  # the first conversion loads pint
@given(
    st.decimals("1", "99999", places=2),
    st.sampled_from(UNITS),
    st.integers(-1, 0),
    st.sampled_from([ROUND_HALF_EVEN, ROUND_DOWN]),
)
def test_a_conversion_rounded_or_cut_off_is_never_wrong(
    value: Decimal, units: tuple[str, str], place: int, how: str
) -> None:
    line = between(*units)
    assert line is not None
    step = Decimal(1).scaleb(place)
    shown = (line.point(value) / step).quantize(Decimal(1), how) * step
    assume(shown >= 10 * step)  # whoever cuts 1.7 miles to 1 is wrong
    assert compare(quantity(value, units[0], "0.01"), quantity(shown, units[1], step)) in (
        Outcome.CONSISTENT,
        Outcome.BY_ROUNDING,
    )


@settings(deadline=None)
@given(st.integers(1001, 9999).filter(lambda n: n % 10), st.sampled_from(UNITS))
def test_two_digits_exchanged_are_found(value: int, units: tuple[str, str]) -> None:
    line = between(*units)
    assert line is not None
    right = number(line.point(Decimal(value)), grouped=False)
    wrong = right[0] + right[2] + right[1] + right[3:]
    if len(right) < 4 or wrong == right or wrong.endswith("0"):
        return
    readings = (between(one, other) for one in meanings(units[0]) for other in meanings(units[1]))
    # 4,395 km slipped from 2,731 to 2,371 miles is a true conversion into nautical ones, which is left alone.
    assume(all(reading is None or abs(reading.point(Decimal(value)) - Decimal(wrong)) > 3 for reading in readings))
    assert compare(quantity(str(value), units[0]), quantity(wrong, units[1])) is Outcome.CONFLICTING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (quantity("200", "mile"), quantity("370", "kilometer")),  # nautical
        (quantity("5000", "ton"), quantity("5080", "metric_ton")),  # long tons
        (quantity("100", "gallon"), quantity("455", "liter")),  # imperial
        (quantity("100", "horsepower"), quantity("73.5", "kilowatt", "0.1")),  # metric horsepower
        (quantity("20000", "pound"), quantity("89", "kilonewton")),  # thrust
        (quantity("8.6", "liter / hectokilometer", "0.1"), quantity("27.4", "mile / gallon", "0.1")),  # inverse
        (quantity("24", "degree_Celsius"), quantity("75", "degree_Fahrenheit")),
        (quantity("-40", "degree_Celsius"), quantity("-40", "degree_Fahrenheit")),
        (change("2", "degree_Celsius"), change("3.6", "degree_Fahrenheit", "0.1")),
        (quantity("64", "kilobyte"), quantity("65536", "byte")),
        (quantity("10", "kilometer", top="15"), quantity("6", "mile", top="9")),
    ],
)
def test_what_a_unit_may_mean_is_allowed_for(first: Quantity, second: Quantity) -> None:
    assert compare(first, second) in (Outcome.CONSISTENT, Outcome.BY_ROUNDING)
    assert compare(second, first) in (Outcome.CONSISTENT, Outcome.BY_ROUNDING)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (quantity("2917", "meter"), quantity("9750", "foot")),
        (change("2", "degree_Celsius"), change("35.6", "degree_Fahrenheit", "0.1")),
        (quantity("10", "kilometer", top="15"), quantity("6", "mile", top="12")),
        (quantity("3000", "foot"), quantity("91", "meter")),
    ],
)
def test_what_no_rounding_rescues_is_a_conflict(first: Quantity, second: Quantity) -> None:
    assert compare(first, second) is Outcome.CONFLICTING


def test_a_hedge_is_shared_by_both_sides() -> None:
    over = Quantity(Written(Decimal(2917), Decimal(2917), Decimal(1), Hedge.OVER), "meter")
    assert compare(over, quantity("9750", "foot")) is Outcome.CONFLICTING


def test_units_of_different_things_are_not_compared() -> None:
    assert compare(quantity("450", "kilometer"), quantity("170", "mile ** 2")) is None
    assert compare(quantity("450", "no_such_unit"), quantity("170", "mile")) is None


def test_the_other_side_is_written_as_it_stands() -> None:
    assert converted(quantity("2917", "meter"), quantity("9750", "foot"), "9,750 ft") == "9,570 ft"
    assert converted(quantity("1.93", "meter", "0.01"), quantity("7.3", "foot"), "7 ft 4 in") == "6 ft 4 in"
    assert converted(quantity("6", "mile"), quantity("8000", "meter", "1000"), "eight kilometres") is None
    litres = quantity("1200000", "liter", "100000")
    assert converted(quantity("500000", "gallon"), litres, "1.2 million litres") == "1.9 million litres"


def test_a_slip_of_the_decimal_point_is_named() -> None:
    assert slipped(quantity("29170", "meter"), quantity("9570", "foot")) == "10"
    assert slipped(quantity("2917", "meter"), quantity("9750", "foot")) is None


def test_counterparts_are_read_both_ways() -> None:
    assert "mile" in counterparts("kilometer")
    assert counterparts("mile") == ("kilometer",)


def test_a_text_that_holds_other_numbers_is_left_alone() -> None:
    assert restated("5 by 6 km", (Decimal(5),), (Decimal(7),), Decimal(1)) is None
