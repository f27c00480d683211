"""Intervals: a rule flags only what no rounding, truncation or hedge can rescue."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.claims.calendar import Date
from articles.claims.claim import Number, Quantity
from articles.claims.reader import read
from articles.claims.written import Hedge, Interval, Written

STRICT = [
    ("$9.1 billion", "9050000000", "9150000000"),
    ("3.1 km", "3.05", "3.15"),
    ("3.10 km", "3.095", "3.105"),
    ("12 ministers", "12", "12"),
    ("12,345 people", "12345", "12345"),
    ("2,000 advisors", "2000", "2000"),
    ("2 million people", "1500000", "2500000"),
    ("5–10 km", "4.5", "10.5"),
    ("over 5 km", "4.5", None),
    ("up to 5 km", None, "5.5"),
    ("about 100 km", "89.5", "110.5"),
    ("nearly 100 km", "89.5", "100.5"),
    ("5 ± 0.3 km", "4.7", "5.3"),
    ("−5 °C", "-5.5", "-4.5"),
]
LENIENT = [
    ("2,000 advisors", "1500", "3000"),
    ("2,500 advisors", "2450", "2600"),
    ("12 ministers", "12", "12"),
    ("20 ministers", "20", "20"),
    ("2.9 km", "2.85", "3.0"),
    ("240,000 people", "235000", "250000"),
]


def interval(text: str) -> Written:
    """The only written number of a text."""
    (claim,) = read(f"It had {text} then.")
    assert not isinstance(claim.value, Date)
    return claim.value.amount


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("text", "low", "high"), STRICT)
def test_a_number_is_known_to_its_last_digit(text: str, low: str | None, high: str | None) -> None:
    assert interval(text).interval == Interval(number(low), number(high))


@pytest.mark.parametrize(("text", "low", "high"), LENIENT)
def test_truncation_and_trailing_zeros_are_allowed_for(text: str, low: str, high: str) -> None:
    assert interval(text).lenient == Interval(number(low), number(high))


def test_the_lenient_interval_holds_the_strict_one() -> None:
    for text, _, _ in STRICT:
        strict, lenient = interval(text).interval, interval(text).lenient
        assert lenient.low is None or (strict.low is not None and lenient.low <= strict.low)
        assert lenient.high is None or (strict.high is not None and lenient.high >= strict.high)


def test_a_number_of_a_million_digits_is_withheld() -> None:
    assert read("1" * 1_000_000) == []


def test_a_count_keeps_its_noun_and_a_quantity_its_unit() -> None:
    first, second = read("It had 12 Soviet ships 5 km off.")
    assert first.value == Number(Written(Decimal(12), Decimal(12), Decimal(0)), "Soviet ships")
    assert second.value == Quantity(Written(Decimal(5), Decimal(5), Decimal(1), Hedge.NONE), "kilometer")
