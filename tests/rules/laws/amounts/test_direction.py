"""If these fail, the rule on comparisons reads the wrong number as the larger one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rules.laws.amounts.direction import direction
from rules.laws.wording import feet_and_inches, number, percent, restated


@pytest.mark.parametrize(
    ("before", "gap", "first_larger"),
    [
        ("Inflation rose from ", " in 2003 to ", False),
        ("Output fell sharply from about ", " to just ", True),
        ("It stood at ", " in 2010, up from ", True),
        ("It stood at ", ", down from last year's ", False),
        ("Roma's budget is ", ", while Luria's is far smaller at ", True),
        ("Output is much higher at ", " against ", True),
        ("It was lower in 2010 at ", ", compared with ", False),
        ("The tower is ", ", higher than the ", True),
    ],
)
def test_the_words_say_which_number_is_the_larger(before: str, gap: str, first_larger: bool) -> None:
    said = direction(before, gap)
    assert said is not None
    assert said.first_larger is first_larger


@pytest.mark.parametrize(
    ("before", "gap"),
    [
        ("Roma has ", " people and Luria has "),
        ("The east is higher at ", ", while the west is lower than the average at "),
        ("As of ", " there are more than "),
        ("He went from ", " to "),
        ("It is ", ", a tenth of the "),
    ],
)
def test_other_words_say_nothing(before: str, gap: str) -> None:
    assert direction(before, gap) is None


def test_numbers_are_written_as_an_editor_would() -> None:
    assert number(Decimal("9570.2")) == "9570"
    assert number(Decimal("12345.6"), Decimal("0.1")) == "12,345.6"
    assert percent(Decimal("0.387"), Decimal("0.1")) == "38.7 %"
    assert restated("9,750 ft", (Decimal(9750),), (Decimal("9570.2"),), Decimal(1)) == "9,570 ft"
    assert restated("1.2 million", (Decimal(1200000),), (Decimal(2400000),), Decimal(100000)) == "2.4 million"
    assert feet_and_inches("6 ft 4 in", Decimal("5.99")) == "6 ft 0 in"
