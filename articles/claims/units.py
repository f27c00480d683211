"""What pint knows of a unit: its dimension, and the factor to another. pint is imported when first asked."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry


@cache
def _registry() -> UnitRegistry[float]:
    from pint import UnitRegistry  # a third of a second: only articles that state one value in two units pay it

    return UnitRegistry(autoconvert_offset_to_baseunit=True)


@lru_cache(1024)
def dimension(unit: str) -> str:
    """The dimension of a unit: ``[length] ** 2``, ``[length] * [mass] * [time] ** -2``.

    Its parts are in the order of their names, which pint leaves to how each unit was defined. Raises
    ``pint.UndefinedUnitError`` on no unit.
    """
    parts = sorted(_registry().Unit(unit).dimensionality.items())
    return " * ".join(name if power == 1 else f"{name} ** {power}" for name, power in parts) or "dimensionless"


@lru_cache(1024)
def factor(unit: str, other: str) -> float | None:
    """How many of ``other`` make one ``unit`` (a difference, where temperatures are meant); None across dimensions."""
    if dimension(unit) != dimension(other):
        return None
    return float(_registry().Quantity(1, _difference(unit)).to(_difference(other)).magnitude)


@lru_cache(256)
def symbol(unit: str) -> str:
    """A unit as people write it: ``km²``, ``1/mi²``."""
    return f"{_registry().Unit(unit):~P}"


def convert(value: float, unit: str, other: str) -> float | None:
    """A reading in ``unit`` as a reading in ``other``, zero points of temperature scales worked in."""
    if dimension(unit) != dimension(other):
        return None
    return float(_registry().Quantity(value, unit).to(other).magnitude)


def _difference(unit: str) -> str:
    return f"delta_{unit}" if unit in ("degree_Celsius", "degree_Fahrenheit") else unit
