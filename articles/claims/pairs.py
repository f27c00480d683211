"""Two claims that state one thing twice: "2,917 m (9,750 ft)", "5 miles or 8 km", "30 knots (56 km/h; 35 mph)"."""

from __future__ import annotations

from itertools import pairwise

from articles.claims.claim import Claim, Pair, Quantity
from articles.regex import regex

_HEDGE = r"(?:about |approximately |approx\. |approx |around |c\. |~|≈|or |i\.e\. |roughly |nearly |over |just over )?"
_NOTE = r"(?:\[[0-9a-z]{1,3}\])*"
_BETWEEN = regex(rf"{_NOTE}[ \u00a0]?[(\[]{_HEDGE}|,?[ \u00a0]or[ \u00a0](?:about )?|[ \u00a0]?/[ \u00a0]?")
_PRODUCT = regex(r"[ \u00a0]?(?:×|x|by)[ \u00a0]?")
_ROW = regex(r"[ \u00a0]?(?:×|x|by|and|to|or|,|, and|, or)[ \u00a0]?")
_NOUNS = regex(rf"{_NOTE}(?:-[a-z]+)?(?:[ -][A-Za-z][a-z]+){{0,3}},? \({_HEDGE}")
_LISTED = regex(r"[;,/] ?(?:or )?")
_CLOSED = ");,"
_ELSEWHERE = regex(r" (?:from|of|to|away|off|behind|ahead|beyond|south|north|east|west|into|on|for)\b| by (?![0-9])")
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
                found.extend(_rows(text, claims, at))
    return tuple(found)


def _rows(text: str, claims: list[Claim], at: int) -> list[Pair]:
    """The pairs of two rows that a bracket joins: "8 ft × 10 ft (2.4 m × 3.0 m)"; of two numbers, the one pair.

    Rows of different length give the two nearest, unless they are products, which belong together whole.
    """
    before, after = at, at + 1
    while before > 0 and _alike(text, claims[before - 1], claims[before]):
        before -= 1
    while after + 1 < len(claims) and _alike(text, claims[after], claims[after + 1]):
        after += 1
    first, second = claims[before : at + 1], claims[at + 1 : after + 1]
    if len(first) == len(second):
        return [Pair(one, other) for one, other in zip(first, second, strict=True)]
    product = any(
        _PRODUCT.fullmatch(text, a.span.end, b.span.start) for row in (first, second) for a, b in pairwise(row)
    )
    return [] if product or len(second) > len(first) else [Pair(claims[at], claims[at + 1])]


def _alike(text: str, first: Claim, second: Claim) -> bool:
    """Whether two claims stand in a row: quantities of one unit with nothing but a sign or "and" between them."""
    one, other = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit != other.unit:
        return False
    return _ROW.fullmatch(text, first.span.end, second.span.start) is not None


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
