"""Two claims that state one thing twice: "2,917 m (9,750 ft)", "5 miles or 8 km", "30 knots (56 km/h; 35 mph)"."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.claims.claim import Claim, Pair, Quantity

_HEDGE = r"(?:about |approximately |approx\. |approx |around |c\. |~|≈|or |i\.e\. |roughly |nearly |over |just over )?"
_NOTE = r"(?:\[[0-9a-z]{1,3}\])*"
_BETWEEN = re.compile(rf"{_NOTE}[ \u00a0]?[(\[]{_HEDGE}|,?[ \u00a0]or[ \u00a0](?:about )?|[ \u00a0]?/[ \u00a0]?")
_NOUNS = re.compile(rf"{_NOTE}(?:-[a-z]+)?(?:[ -][A-Za-z][a-z]+){{0,3}},? \({_HEDGE}")
_LISTED = re.compile(r"[;,/] ?(?:or )?")
_CLOSED = ");,"
_ELSEWHERE = re.compile(r" (?:from|of|to|away|off|behind|ahead|beyond|south|north|east|west|into|by|on|for)\b")
"""After the second, words that make it another thing: "12 km (5 miles from the town)"."""
_METRIC = ("meter", "gram", "liter", "hectare", "Celsius", "metric_ton", "watt", "pascal", "newton", "joule")
"""Stems of metric units, in pint's names. A metric and a customary unit side by side are one thing told twice."""


def pairs(text: str, claims: list[Claim]) -> tuple[Pair, ...]:
    """The pairs among the claims of a text."""
    found: list[Pair] = []
    for at, (first, second) in enumerate(pairwise(claims)):
        if isinstance(first.value, Quantity) and isinstance(second.value, Quantity):
            follows = bool(found) and found[-1].second is first
            if _tied(text, first, second, first.value, second.value, follows):
                found += _respectively(text, claims, at) or (Pair(first, second),)
    return tuple(found)


def _respectively(text: str, claims: list[Claim], at: int) -> tuple[Pair, ...]:
    """Two by two in their order: "250 and 225 km (155 and 140 miles)"; nothing where the second is no list."""
    if at + 2 >= len(claims) or not _listed(text, claims[at + 1], claims[at + 2]):
        return ()
    first, second, third = claims[at : at + 3]
    before = claims[at - 1] if at else first
    return (Pair(before, second), Pair(first, third)) if _listed(text, before, first) else (Pair(first, third),)


def _listed(text: str, first: Claim, second: Claim) -> bool:
    one, other = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit != other.unit:
        return False
    return text[first.span.end : second.span.start].strip() in ("and", "or", "to", "by", "x", "×")


def _tied(text: str, first: Claim, second: Claim, one: Quantity, other: Quantity, follows: bool) -> bool:
    start, end = first.span.end, second.span.start
    if one.unit == other.unit or end - start > 60:
        return False
    if _BETWEEN.fullmatch(text, start, end):
        return "(" not in text[start:end] or _ELSEWHERE.match(text, second.span.end) is None
    if _metric(one.unit) == _metric(other.unit) and not follows:
        return False
    if _LISTED.fullmatch(text, start, end):
        return follows or (text[first.span.start - 1] == "(" and text[second.span.end : second.span.end + 1] == ")")
    closed = text[second.span.end : second.span.end + 1] in _CLOSED
    return closed and _NOUNS.fullmatch(text, start, end) is not None


def _metric(unit: str) -> bool:
    return any(stem in unit for stem in _METRIC)
