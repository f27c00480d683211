"""Small pictures of what is in conflict, where people would rather look than read.

They are drawn from what the evidence itself shows in digits: years on a line, shares of a whole as bars. Where that is
not plain there is no picture.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rules.finding import Finding

_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]|20)[0-9]{2}(?![\d.,%]*\d)")
_SHARE = re.compile(r"\s*([0-9]{1,4}(?:\.[0-9]{1,6})?)\s?(?:%|percent|per cent)\s*")

EDGE = 6.0
"""Percent of a timeline's width left free on either side, so that labels stay inside."""


class Point(NamedTuple):
    """A place on a timeline: its evidence's number, the year, and how far along it is, in percent."""

    piece: int
    label: str
    at: float


class Bar(NamedTuple):
    """A share: its evidence's number, the share as written, and its length in percent of the drawing."""

    piece: int
    label: str
    length: float


class Timeline(NamedTuple):
    """Two years or more."""

    points: tuple[Point, ...]


class Shares(NamedTuple):
    """Two shares or more; ``whole`` is where 100 % stands."""

    bars: tuple[Bar, ...]
    whole: float


def picture(finding: Finding) -> Timeline | Shares | None:
    """The picture of a finding, if its evidence is all years or all percentages. Faults of form have none."""
    texts = [evidence.text for evidence in finding.evidence]
    if len(texts) < 2 or finding.safe:
        return None
    years = [_YEAR.findall(text) for text in texts]
    if finding.family in ("dates", "chronology", "corpus", "infobox") and all(len(found) == 1 for found in years):
        return _timeline([int(found[0]) for found in years])
    shares = [_SHARE.fullmatch(text) for text in texts]
    if all(shares):
        return _shares(texts, [float(share[1]) for share in shares if share])
    return None


def _timeline(years: list[int]) -> Timeline | None:
    low, high = min(years), max(years)
    if low == high:
        return None
    span = 100 - 2 * EDGE
    points = [
        Point(n, str(year), round(EDGE + span * (year - low) / (high - low), 2)) for n, year in enumerate(years, 1)
    ]
    return Timeline(tuple(points))


def _shares(texts: list[str], shares: list[float]) -> Shares:
    longest = max(100.0, *shares)
    bars = [
        Bar(number, text.strip(), round(100 * share / longest, 2))
        for number, (text, share) in enumerate(zip(texts, shares, strict=True), 1)
    ]
    return Shares(tuple(bars), round(100 * 100 / longest, 2))
