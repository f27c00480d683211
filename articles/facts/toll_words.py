"""What befell those whom a number counts: "1,200 killed", "400 men were taken prisoner"."""

from __future__ import annotations

from articles.claims.claim import Claim, Number
from articles.words import worded

ALL = "casualties"
_TOLL = worded(
    __file__,
    r"[ \u00a0](?:{forces} )?(?:(?:were|was|had been) )?(?:(?P<killed>{killed})|(?P<wounded>{wounded})"
    r"|(?P<captured>{captured})|(?P<missing>{missing})|(?P<casualties>{total}))\b"
    r"(?P<more> (?:and|or) (?:{killed}|{wounded}|{captured}|{missing})\b)?",
)


def toll(text: str, at: int, stop: int) -> str | None:
    """What befell those whom a number that ends at a place counts; :data:`ALL` for several sorts together."""
    found = _TOLL.match(text, at, stop)
    if found is None:
        return None
    return ALL if found["more"] else str(found.lastgroup)


def counted(text: str, claim: Claim) -> int:
    """Where a number ends without the noun that it counts."""
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    end = claim.span.end
    return end - len(noun) - 1 if noun and text.endswith(noun, 0, end) else end
