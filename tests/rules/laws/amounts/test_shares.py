"""If these fail, a share told in round numbers would be called wrong, or a wrong one let through."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from articles.claims.claim import Percent
from articles.claims.written import Written
from rules.laws.amounts.shares import fraction, share, stated, stated_beside_words
from rules.laws.bounds import counted, judge, judge_sum, total
from rules.rule import Outcome

ROUNDINGS = st.sampled_from([ROUND_HALF_EVEN, ROUND_DOWN, ROUND_UP])


def count(value: int) -> Written:
    return Written(Decimal(value), Decimal(value), Decimal(0))


def percent(value: Decimal, step: str = "1") -> Percent:
    return Percent(Written(value, value, Decimal(step)))


@given(st.integers(1, 999), st.integers(1, 999), ROUNDINGS, st.integers(-2, 0))
def test_a_share_rounded_anyhow_agrees_with_its_ratio(part: int, whole: int, how: str, place: int) -> None:
    assume(part <= whole)
    step = Decimal(1).scaleb(place)
    shown = (Decimal(part) / whole * 100 / step).quantize(Decimal(1), how) * step
    assert judge(share(count(part), count(whole)), stated(percent(shown, str(step)))) is not Outcome.CONFLICTING


@given(st.integers(1, 999), st.integers(20, 999), st.integers(4, 40))
def test_a_share_off_by_four_points_is_a_conflict(part: int, whole: int, off: int) -> None:
    assume(part <= whole)
    shown = (Decimal(part) / whole * 100).quantize(Decimal(1)) + off
    assert judge(share(count(part), count(whole)), stated(percent(shown))) is Outcome.CONFLICTING


@given(st.lists(st.integers(1, 400), min_size=2, max_size=8), st.integers(0, 2))
def test_parts_add_up_to_their_total_and_to_its_rounding(parts: list[int], zeros: int) -> None:
    whole = sum(parts)
    assume(whole >= 1000 or not zeros)
    rounded = int(Decimal(whole).scaleb(-zeros).quantize(Decimal(1)).scaleb(zeros))
    assume(abs(rounded - whole) * 50 < whole)
    added = total([counted(count(part)) for part in parts])
    assert judge_sum(added, counted(count(rounded))) is not Outcome.CONFLICTING


@given(st.lists(st.integers(1, 99), min_size=2, max_size=8), st.integers(1, 50))
def test_a_small_total_off_by_one_is_a_conflict(parts: list[int], off: int) -> None:
    whole = sum(parts) + off
    assume(whole < 1000)
    assert judge_sum(total([counted(count(part)) for part in parts]), counted(count(whole))) is Outcome.CONFLICTING


def test_a_total_is_not_rounded_away_from_its_parts() -> None:
    added = total([counted(count(1400)), counted(count(1400))])
    assert judge_sum(added, counted(count(2000))) is Outcome.CONFLICTING


def test_a_fraction_in_words_is_wide_but_not_endless() -> None:
    third = fraction(Decimal(1) / 3)
    assert judge(third, stated_beside_words(percent(Decimal(35)))) is not Outcome.CONFLICTING
    assert judge(third, stated_beside_words(percent(Decimal(40)))) is Outcome.CONFLICTING
    assert judge(fraction(Decimal("0.2")), stated_beside_words(percent(Decimal(25)))) is Outcome.CONFLICTING
