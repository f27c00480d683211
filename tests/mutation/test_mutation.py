"""A statement that somebody changed in one of two places is found: the promise of the whole tool, put to the test."""

from __future__ import annotations

import pytest

from tests.mutation.harness import SAMPLES, SHARED, articles, by_kind, outcomes, planted
from tests.mutation.mutant import Mutant, Place, other_number, other_year

LEAST = 0.70


def test_most_changes_to_our_own_samples_are_found() -> None:
    found = list(outcomes(planted(articles([SAMPLES]))))
    assert len(found) >= 15
    assert len(by_kind(found)) >= 5
    assert sum(bool(outcome.found) for outcome in found) >= LEAST * len(found)


def test_most_changes_to_real_articles_are_found() -> None:
    if lacking := [f"{folder} is not here" for folder in SHARED if not folder.is_dir()]:
        pytest.skip("; ".join(lacking))
    pairs = planted(articles((SAMPLES, *SHARED)))
    found = list(outcomes(pairs))
    assert len(found) >= 300
    assert len(found) >= 0.9 * len(pairs), "the articles were not silent before"
    kinds = by_kind(found)
    assert len(kinds) >= 10
    assert sum(bool(outcome.found) for outcome in found) >= LEAST * len(found)


def test_a_mutant_changes_one_statement_and_knows_where_the_other_stands() -> None:
    text = "The peak is 2,917 m (9,570 ft) high."
    mutant = Mutant("conversion", Place(12, 17), "12,917", (Place(21, 26),))
    changed = mutant.applied(text)
    assert changed == "The peak is 12,917 m (9,570 ft) high."
    assert [changed[slice(*mutant.moved(place))] for place in (mutant.changed, *mutant.others)] == ["12,917", "9,570"]


@pytest.mark.parametrize("number", ["1", "9", "0.5", "2,917", "100", "99.9", "1,000,000"])
def test_a_changed_number_is_far_from_the_old_one(number: str) -> None:
    old, new = (float(text.replace(",", "")) for text in (number, other_number(number)))
    assert len(other_number(number)) == len(number)
    assert abs(new - old) >= old / 10


def test_a_changed_year_is_another_year() -> None:
    assert all(0 < abs(int(other_year(str(year))) - year) < 10 for year in range(1500, 2020))
