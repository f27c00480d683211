"""What was read of evidence and of an article's dates, as far as the pictures of the HTML report need it.

Plain numbers, so that reports need not know how an article is read: amounts as they are, days by their number in the
proleptic Gregorian calendar (1 is 1 January of year 1).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple


class Reading(NamedTuple):
    """The value of a piece of evidence.

    ``kind`` is a claim's (``date``, ``money``, ``quantity``, ``percent``, ``number``, ``duration``, ``ordinal``),
    ``unit`` a unit, a currency or nothing. ``low`` and ``high`` are what rounding and hedges leave open, None for an
    open end; ``value`` is the number itself, for a date the middle of it.
    """

    kind: str
    unit: str
    low: float | None
    value: float
    high: float | None


class Dated(NamedTuple):
    """A dated statement of an article: its place in the source, its first and last day, its date and what it says."""

    start: int
    end: int
    line: int
    low: int | None
    high: int | None
    text: str
    what: str


def packed(dated: Iterable[Dated]) -> str:
    """Dated statements as a text that can wait on disk."""
    return json.dumps(tuple(dated), ensure_ascii=True, separators=(",", ":"))


def unpacked(text: str) -> tuple[Dated, ...]:
    """What :func:`packed` packed."""
    return tuple(Dated(*row) for row in json.loads(text))
