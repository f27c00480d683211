"""The percent sign or word after a number: "45%", "45 per cent", "3 percentage points", "2 ‰"."""

from __future__ import annotations

from typing import NamedTuple

from articles.regex import regex

_PERCENT = regex(
    r"[ \u00a0\u202f-]?[%％](?!ers)|pc(?![A-Za-z0-9])"
    r"|[ \u00a0-](?:per[ -]?cents?|percentage|pct)(?![A-Za-z])(?![ -]points?)|percent\b"
)
_POINTS = regex(r"(?:[ \u00a0]?%|[ \u00a0-]percent(?:age)?|[ \u00a0-]per cent)[ \u00a0-]points?\b|[ \u00a0]pp\b")
_BASIS = regex(r"[ \u00a0-]basis[ \u00a0-]points?\b")
_PER_MILLE = regex(r"[ \u00a0]?‰|[ \u00a0]per mill?e?\b")


_JOINTS = frozenset(" \u00a0\u202f-")
_MASS_OPENERS = frozenset("wvma")
_OF_MASS = regex(r"[ \u00a0\u202f](?:wt|vol|mol|at)\.?[ \u00a0]?%")
_OPENERS = frozenset("%％‰pb")


class PercentSign(NamedTuple):
    """Where the sign or word ends; ``points`` marks percentage points, ``basis`` basis points, ``mille`` per mille."""

    end: int
    points: bool = False
    mille: bool = False
    basis: bool = False


def read_percent(text: str, end: int) -> PercentSign | None:
    """The percent sign, word or points after a number that ends at a place; None where none stands there."""
    sign = text[end : end + 1]
    if sign in _JOINTS:
        sign = text[end + 1 : end + 2]
    if sign in _MASS_OPENERS and (mass := _OF_MASS.match(text, end)) is not None:
        return PercentSign(mass.end())
    if sign not in _OPENERS:
        return None
    if sign == "b":
        basis = _BASIS.match(text, end)
        return None if basis is None else PercentSign(basis.end(), points=True, basis=True)
    points = _POINTS.match(text, end)
    if points is not None:
        return PercentSign(points.end(), points=True)
    found = _PERCENT.match(text, end)
    if found is not None:
        return PercentSign(found.end())
    mille = _PER_MILLE.match(text, end)
    return None if mille is None else PercentSign(mille.end(), mille=True)
