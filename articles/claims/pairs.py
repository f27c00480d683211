"""Two claims that state one thing twice: "2,917 m (9,750 ft)", "5 miles or 8 km", "10 in / 25 cm"."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.claims.claim import Claim, Pair, Quantity

_HEDGE = r"(?:about |approximately |approx\. |approx |around |c\. |~|≈|or |i\.e\. |roughly |nearly |over |just over )?"
_BETWEEN = re.compile(rf"[ \u00a0][(\[]{_HEDGE}|,?[ \u00a0]or[ \u00a0](?:about )?|[ \u00a0]?/[ \u00a0]?")


def pairs(text: str, claims: list[Claim]) -> tuple[Pair, ...]:
    """The pairs among the claims of a text."""
    return tuple(Pair(first, second) for first, second in pairwise(claims) if _tied(text, first, second))


def _tied(text: str, first: Claim, second: Claim) -> bool:
    if not isinstance(first.value, Quantity) or not isinstance(second.value, Quantity):
        return False
    if first.value.unit == second.value.unit:
        return False
    return _BETWEEN.fullmatch(text, first.span.end, second.span.start) is not None
