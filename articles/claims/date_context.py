"""The year of a date that does not say it: the last one its paragraph named, when nothing speaks against it."""

from __future__ import annotations

import re
from functools import cache

from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim
from articles.claims.dates import Reading
from articles.claims.left import Left
from articles.claims.vocabulary import phrases, table
from articles.textmap import GAP

_YEARLY = re.compile(
    r"\b(?:each|every|annual|annually|yearly|anniversary|birthday|holiday|celebrated|observed|festival|feast|day of)\b",
    re.IGNORECASE,
)
_OTHER_YEAR = re.compile(r",? (?:of )?(?:the |that )?(?:following|next|previous|preceding|same|each|every|any) year\b")
_FAR = 4000
"""A year named more characters before is not meant."""
_PLAIN = (Precision.DAY, Precision.MONTH, Precision.YEAR)


@cache
def _before_month() -> frozenset[str]:
    return frozenset(phrases(table("context")["before-month"]["words"]))


class YearContext:
    """The last dated claim of the paragraph being read."""

    __slots__ = ("_end", "_last")

    def __init__(self) -> None:
        """Start with no year known."""
        self._end = -1
        self._last: Date | None = None

    def note(self, claim: Claim, value: Date) -> None:
        """Remember a date that says its year to the year or better; forget the year where a claim blurs it."""
        plain = claim.parts[-1].value if claim.parts else value
        opened = value.earliest is None or value.latest is None
        if opened or not isinstance(plain, Date) or plain.precision not in _PLAIN or plain.circa:
            self._end = -1
            return
        self._last = plain
        self._end = claim.span.end

    def resolve(self, text: str, reading: Reading, left: Left) -> Reading | None:
        """The reading with its paragraph's year; None where the year is not certain."""
        month = reading.first.month or 0
        if self._end < 0 or self._last is None or self._last.latest is None:
            return None
        year, known, _ = civil(self._last.latest)
        known = 0 if self._last.precision is Precision.YEAR else known
        if month < known or (reading.last.month or 0) < month:
            return None
        between = text[self._end : min(reading.start, self._end + _FAR)]
        if (
            self._end + _FAR < reading.start
            or "\n" in between
            or GAP in between
            or _OTHER_YEAR.match(text, reading.end)
        ):
            return None
        if reading.first.day is None and left.lower not in _before_month():
            return None
        sentence = between[between.rfind(". ") + 1 :]
        if _YEARLY.search(sentence) or _YEARLY.search(text[reading.end : reading.end + 40].split(". ")[0]):
            return None
        return reading.in_year(year)
