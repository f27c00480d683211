"""The lexicon of units against pint: a name pint does not know, or a wrong size, would make every conversion wrong."""

from __future__ import annotations

import pytest

from articles.claims.unit_spellings import spellings
from articles.claims.units import convert, dimension, factor
from articles.claims.vocabulary import table

NAMES = sorted({*spellings().words.values(), *spellings().symbols.values(), *spellings().rates.values()})


def test_pint_knows_every_unit_of_the_lexicon() -> None:
    assert [name for name in NAMES if dimension(name) is None] == []


def test_every_unit_is_named_as_pint_prints_it() -> None:
    from pint import UnitRegistry

    registry: UnitRegistry[float] = UnitRegistry()
    plain = [name for name in NAMES if " " not in name]
    assert [name for name in plain if str(registry.Unit(name)) != name] == []


@pytest.mark.parametrize(("unit", "below"), table("units")["compounds"].items())
def test_compounds_have_pints_size(unit: str, below: tuple[str, int]) -> None:
    if unit in ("decade", "year"):  # a decade is a ratio of frequencies to pint, a month a twelfth of a year
        return
    assert factor(unit, below[0]) == pytest.approx(below[1], rel=1e-6)


def test_factors_and_readings_are_told_apart() -> None:
    assert factor("mile", "kilometer") == pytest.approx(1.609344)
    assert factor("kilometer ** 2", "mile ** 2") == pytest.approx(0.386102, rel=1e-5)
    assert factor("degree_Celsius", "degree_Fahrenheit") == pytest.approx(1.8)
    assert convert(12, "degree_Celsius", "degree_Fahrenheit") == pytest.approx(53.6)
    assert factor("kilometer", "mile ** 2") is None


def test_units_of_one_dimension_are_converted_however_each_was_defined() -> None:
    assert factor("horsepower", "kilowatt") == pytest.approx(0.7457, rel=1e-4)
    assert factor("force_pound", "newton") == pytest.approx(4.448222, rel=1e-6)
    assert factor("foot_pound", "newton * meter") == pytest.approx(1.355818, rel=1e-6)
    assert dimension("bit") == "dimensionless"


def test_no_symbol_is_given_two_units() -> None:
    lists = table("units")
    seen: dict[str, str] = {}
    for group in ("words", "symbols", "times", "rates"):
        for unit, joined in lists[group].items():
            for spelling in (part.strip() for part in joined.split(",")):
                assert seen.setdefault(f"{group} {spelling}", unit) == unit
