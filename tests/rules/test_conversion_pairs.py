"""Conversions that are right by their making are left alone, and those that are wrong are found."""

from __future__ import annotations

from tests.bench.conversions import measure

SEED = 20_240_229
RIGHT, WRONG = 3_000, 600


def test_no_right_conversion_is_flagged() -> None:
    drawn, _, mistaken = measure(SEED, RIGHT, wrong=False)
    assert drawn.total() == RIGHT
    assert [pair.sentence for pair in mistaken] == []


def test_nearly_every_wrong_conversion_is_found() -> None:
    drawn, hit, _ = measure(SEED, WRONG, wrong=True)
    assert hit.total() >= 0.93 * drawn.total()
    assert all(hit[sort] >= 0.6 * drawn[sort] for sort in drawn), hit


def test_a_wrong_pair_is_wrong_and_a_draw_can_be_repeated() -> None:
    assert measure(7, 50, wrong=True) == measure(7, 50, wrong=True)
    assert measure(7, 50, wrong=True) != measure(8, 50, wrong=True)
