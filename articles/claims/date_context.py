"""The year of a date that does not say it: the last one its paragraph named, when nothing speaks against it."""

from __future__ import annotations

import re
from functools import cache

from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim
from articles.claims.dates import Reading
from articles.claims.left import Left
from articles.claims.vocabulary import phrases, table
from articles.regex import regex
from articles.textmap import GAP

_YEARLY = regex(
    r"\b(?:each|every|annual|annually|yearly|anniversary|birthday|holiday|celebrated|observed|festival|feast|day of)\b",
    re.IGNORECASE,
)
_OTHER_YEAR = regex(r",? (?:of )?(?:the |that )?(?:following|next|previous|preceding|same|each|every|any) year\b")
_FAR = 4000
"""A year named more characters before is not meant."""
_PLAIN = (Precision.DAY, Precision.MONTH, Precision.YEAR)


@cache
def _before_month() -> frozenset[str]:
    return frozenset(phrases(table("context")["before-month"]["words"]))


class YearContext:
    """The last dated claim of the paragraph being read."""

    __slots__ = ("last",)

    def __init__(self) -> None:
        """Start with no date read."""
        self.last: Claim | None = None
        """The last date that was read, with whatever year it says."""

    def resolve(self, text: str, reading: Reading, left: Left) -> Reading | None:
        """The reading with its paragraph's year; None where the year is not certain."""
        month, known = reading.first.month or 0, self._known()
        if self.last is None or known is None or month < known[1] or (reading.last.month or 0) < month:
            return None
        end = self.last.span.end
        if end + _FAR < reading.start or (reading.first.day is None and left.lower not in _before_month()):
            return None
        between = text[end : reading.start]
        if "\n" in between or GAP in between or _OTHER_YEAR.match(text, reading.end):
            return None
        sentence = between[between.rfind(". ") + 1 :]
        if _YEARLY.search(sentence) or _YEARLY.search(text[reading.end : reading.end + 40].split(". ")[0]):
            return None
        return reading.in_year(known[0])

    def _known(self) -> tuple[int, int] | None:
        """The year of the last date and its month, 0 where it has none; None where it blurs or opens the year."""
        value = None if self.last is None else self.last.value
        if self.last is None or not isinstance(value, Date) or value.earliest is None or value.latest is None:
            return None
        plain = self.last.parts[-1].value if self.last.parts else value
        if not isinstance(plain, Date) or plain.latest is None or plain.precision not in _PLAIN or plain.circa:
            return None
        year, month, _ = civil(plain.latest)
        return year, 0 if plain.precision is Precision.YEAR else month
