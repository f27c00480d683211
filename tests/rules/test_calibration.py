"""What the tool says of its own precision is what people judged, and a rule is as loud as it has earned."""

from __future__ import annotations

import pytest

from rules.calibration import FILE, Measured, calibration, measured, wilson
from rules.catalogue import catalogue
from rules.finding import Severity
from tests.crater.verdicts import HEAD, VERDICTS, read, table, written

ERROR, AUDIBLE, ENOUGH = 0.95, 0.80, 20


def loudest(known: Measured) -> Severity:
    """The severity that a rule has earned: an error is a promise, and half a coin toss is a note."""
    if known.precision is None or not known.false:
        return Severity.ERROR
    if known.precision >= ERROR and known.judged >= ENOUGH:
        return Severity.ERROR
    return Severity.WARNING if known.precision >= AUDIBLE else Severity.NOTE


@pytest.mark.parametrize("slug", sorted(calibration().rules))
def test_a_rule_is_no_louder_than_it_was_precise(slug: str) -> None:
    rule = catalogue()[slug].rule
    earned = loudest(calibration().rules[slug])
    assert rule.preview or rule.severity.rank <= earned.rank, f"{slug} has earned {earned} at most"


def test_the_policy_parks_what_is_often_wrong() -> None:
    assert loudest(Measured(9, 9, 0, 0)) is Severity.ERROR
    assert loudest(Measured(40, 38, 2, 0)) is Severity.ERROR
    assert loudest(Measured(40, 37, 3, 0)) is Severity.WARNING
    assert loudest(Measured(19, 18, 1, 0)) is Severity.WARNING
    assert loudest(Measured(4, 3, 1, 0)) is Severity.NOTE
    assert loudest(Measured(1, 0, 0, 1)) is Severity.ERROR


def test_the_table_is_what_the_verdicts_come_to() -> None:
    figures = table(read().values())
    assert FILE.read_text(encoding="utf-8") == written(figures, calibration().corpus)
    assert {slug for slug, known in figures.items() if known.precision is not None} == {
        slug for slug in catalogue() if measured(slug)
    }


def test_no_text_of_an_article_is_kept_with_the_verdicts() -> None:
    lines = VERDICTS.read_text(encoding="utf-8").splitlines()
    assert lines[0] == HEAD
    for line in lines[1:]:
        fingerprint, *names, article, _, _, why = line.split("\t")
        assert len(fingerprint) == 32
        assert int(fingerprint, 16) >= 0
        assert max(map(len, names)) <= 40
        assert len(article) <= 120
        assert len(why) <= 120
        assert "“" not in why


def test_wilsons_interval_is_wide_for_few_and_narrow_for_many() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert wilson(950, 1000) == pytest.approx((0.9347, 0.9619), abs=1e-4)
    assert wilson(10, 10)[1] == pytest.approx(1)


def test_one_false_alarm_is_never_told_as_all_true() -> None:
    assert str(Measured(400, 399, 1, 0)) == "99 % of 400 judged"
    assert str(Measured(5, 5, 0, 0)) == "100 % of 5 judged"
    assert str(Measured(5, 0, 0, 2)) == "unmeasured"
