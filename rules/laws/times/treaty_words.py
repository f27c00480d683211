"""The steps of a treaty, in their order, and which dates of them can be compared."""

from __future__ import annotations

from typing import NamedTuple

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.facts.telling import closed
from articles.textmap import ProseSpan

ORDER = ("signed", "ratified", "in force", "expired")
EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)


class Step(NamedTuple):
    """A step, its date and where it is told."""

    name: str
    date: Claim
    word: ProseSpan


def kept(claim: Claim) -> Claim | None:
    """A plain date, no range and no guess; of "since 1950" the year from which it runs."""
    value = closed(claim.value) if isinstance(claim.value, Date) else None
    if claim.kind is not Kind.DATE or not isinstance(value, Date) or value.precision not in EXACT or value.circa:
        return None
    if len(claim.parts) > 1 or claim.quoted or claim.impossible:
        return None
    return (claim.parts[0] if claim.parts else claim)._replace(value=value)
