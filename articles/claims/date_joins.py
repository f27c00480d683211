"""Two dates joined to a range by the words between them: "from early 1914 to the spring of 1919"."""

from __future__ import annotations

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim
from articles.claims.left import word_before
from articles.textmap import ProseSpan

LONGEST = 13
"""Characters that may stand between the two."""
_TO = frozenset(("to", "until", "till", "through", "up to", "up until"))
_DASHES = frozenset(("–", " – "))


def joined(text: str, first: Claim, second: Claim) -> Claim | None:
    """The range of two dates that follow each other; None where they are two statements."""
    earlier, later = first, second
    if isinstance(second.value, Date) and second.value.earliest is None and len(second.parts) == 1:
        later = second.parts[0]
    if not isinstance(earlier.value, Date) or not isinstance(later.value, Date) or first.parts or later.parts:
        return None
    low, high = earlier.value, later.value
    if low.earliest is None or low.latest is None or high.latest is None or high.latest < low.earliest:
        return None
    if first.pattern == later.pattern == "year":  # such a range was looked at, and found to be none
        return None
    if not _is_joint(text, text[first.span.end : later.span.start], first.span.start):
        return None
    days = Date(low.earliest, high.latest, Precision.RANGE, low.circa or high.circa)
    span = ProseSpan(first.span.start, later.span.end)
    return first._replace(span=span, value=days, pattern=f"{first.pattern}-range", parts=(earlier, later))


def _is_joint(text: str, between: str, start: int) -> bool:
    """Whether the words between two dates, and the one before them, make a range of them."""
    if between in _DASHES:
        return True
    words = between.strip().removesuffix(" the")
    if words not in _TO and words != "and":
        return False
    left = word_before(text, start)
    if left.lower == "the":
        left = word_before(text, left.start)
    return left.lower == ("between" if words == "and" else "from")
