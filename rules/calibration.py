"""How precise each rule proved on real articles whose findings a person judged.

The figures lie in ``calibration.json``, which ``python -m tests.crater.judge table`` makes from the verdicts. A rule
that is not in it is *unmeasured*.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("calibration.json")
UNMEASURED = "unmeasured"
_Z = 1.959963984540054
"""The standard score that 95 % of a normal distribution lie within."""


class Measured(NamedTuple):
    """What became of a rule's findings: how many there were in all, and how many were judged to be what.

    ``unclear`` ones were looked at and could not be decided from the article; they count neither way.
    """

    findings: int
    true: int
    false: int
    unclear: int

    @property
    def judged(self) -> int:
        """Findings that a person looked at."""
        return self.true + self.false + self.unclear

    @property
    def precision(self) -> float | None:
        """The share of true ones among those that could be decided, from 0 to 1; None where none could."""
        decided = self.true + self.false
        return self.true / decided if decided else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval around the precision."""
        return wilson(self.true, self.true + self.false)

    def __str__(self) -> str:
        """As the reports tell it: "97 % of 120 judged"."""
        if self.precision is None:
            return UNMEASURED
        return f"{percent(self.precision)} % of {self.judged} judged"

    def as_json(self) -> dict[str, Any]:
        """The counts with the precision and its interval, as numbers from 0 to 1."""
        low, high = self.interval
        shares = {"precision": self.precision, "low": low, "high": high}
        rounded = {name: None if share is None else round(share, 4) for name, share in shares.items()}
        return {"findings": self.findings, "judged": self.judged, **self._asdict(), **rounded}


class Calibration(NamedTuple):
    """The measured rules by slug, and the articles they were measured on, in words."""

    corpus: str
    rules: Mapping[str, Measured]


def wilson(true: int, decided: int) -> tuple[float, float]:
    """The interval that holds a share with 95 % confidence; from 0 to 1 where nothing is known.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    """
    if not decided:
        return 0.0, 1.0
    share, square = true / decided, _Z * _Z
    middle = share + square / (2 * decided)
    half = _Z * sqrt(share * (1 - share) / decided + square / (4 * decided * decided))
    whole = 1 + square / decided
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def percent(share: float) -> int:
    """A share in whole percent, rounded down, so that one false alarm is never told as 100 %."""
    return int(share * 100 + 1e-9)


@cache
def calibration() -> Calibration:
    """The figures that ship with the rules."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    counts = {slug: (row["findings"], row["true"], row["false"], row["unclear"]) for slug, row in told["rules"].items()}
    return Calibration(told["corpus"], {slug: Measured(*numbers) for slug, numbers in counts.items()})


def measured(slug: str) -> Measured | None:
    """What is known of a rule's precision; None where it is unmeasured."""
    known = calibration().rules.get(slug)
    return known if known and known.precision is not None else None
