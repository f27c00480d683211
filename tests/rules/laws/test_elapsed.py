"""If these fail, a time rightly told would be called wrong, or a wrong one let through."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.claims.calendar import Date, of_day, of_month, of_year, weekday
from articles.claims.claim import Duration
from articles.claims.written import Hedge, Written
from rules.laws.elapsed import agrees, between_dates, plain_year, year_of
from rules.laws.times.lives import completed_years
from rules.laws.times.old_style import julian_day, longest_month, weekdays

days = st.dates(date(1600, 1, 1), date(2100, 1, 1))


def years(value: int, hedge: Hedge = Hedge.NONE, unit: str = "year") -> Duration:
    return Duration(Written(Decimal(value), Decimal(value), Decimal(1), hedge), unit)


@given(days, days)
def test_completed_and_begun_years_between_two_days_agree(one: date, other: date) -> None:
    first, last = sorted((one, other))
    whole = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    spans = of_day(first.year, first.month, first.day), of_day(last.year, last.month, last.day)
    assert agrees(years(whole), *spans)
    if whole + 3 < 50 or (whole + 3) % 10:  # a long time told in tens is a round number
        assert agrees(years(whole + 3), *spans) is False


@given(st.integers(1000, 2000), st.integers(1, 40))
def test_counting_the_first_year_in_is_no_fault(first: int, length: int) -> None:
    for counted in (length - 1, length, length + 1):
        assert agrees(years(counted), of_year(first), of_year(first + length))
    assert agrees(years(length + 3), of_year(first), of_year(first + length)) is False


def test_what_is_not_certain_is_not_told() -> None:
    assert agrees(years(3, unit="hour"), of_year(1990), of_year(1991)) is None
    assert agrees(years(9), of_year(1990, circa=True), of_year(1991)) is None


def test_hedges_widen_a_length() -> None:
    assert agrees(years(12, Hedge.NEARLY), of_day(1990, 1, 5), of_day(2001, 6, 1))
    assert agrees(years(5, Hedge.OVER), of_year(1990), of_year(2000))


def test_a_time_is_worded_as_an_editor_would() -> None:
    assert between_dates(of_year(1990), of_year(2000), "year") == "10 years"
    assert between_dates(of_month(1990, 1), of_month(1990, 4), "month") == "1 to 3 months"
    assert year_of(of_month(1990, 3)) == 1990
    assert plain_year(of_month(1990, 3)) is None


@given(days, days)
def test_an_age_is_the_completed_years(birth: date, day: date) -> None:
    one, other = of_day(birth.year, birth.month, birth.day), of_day(day.year, day.month, day.day)
    whole = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    assert completed_years(one, other) == (whole, whole)


def test_a_year_of_birth_leaves_two_ages_open() -> None:
    assert completed_years(of_year(1900), of_year(1950)) == (49, 50)
    assert completed_years(Date(None, 5, of_year(1).precision), of_year(1950))[1] is None


@given(st.dates(date(1924, 1, 1), date(2100, 1, 1)))
def test_a_day_of_our_time_has_one_weekday(day: date) -> None:
    assert weekdays(day.year, day.month, day.day) == {day.weekday()}


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [(1066, 10, 14, 5), (1917, 10, 25, 2), (1649, 1, 30, 1), (1776, 7, 4, 3), (1815, 6, 18, 6)],
)
def test_the_weekdays_of_history_are_known_in_their_calendar(year: int, month: int, day: int, expected: int) -> None:
    assert expected in weekdays(year, month, day)


def test_julian_days_are_those_of_the_almanac() -> None:
    assert julian_day(1582, 10, 5) == of_day(1582, 10, 15).earliest
    assert julian_day(1917, 10, 25) == of_day(1917, 11, 7).earliest
    assert weekday(julian_day(1752, 9, 2)) == 2


def test_february_is_as_long_as_in_any_calendar_then_in_use() -> None:
    assert [longest_month(year, 2) for year in (1700, 1900, 1712, 1924, 2100)] == [29, 29, 30, 29, 28]
