"""Days whose year their sentence tells only later: "he sailed on 3 May, landed on 7 June and fell on 1 July 1690"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.claims.date_context import checked
from articles.claims.dates import Reading
from articles.claims.left import Left
from articles.regex import regex
from articles.textmap import GAP

_REACH = 160
"""How far before its year a day may stand."""
_BEFORE = 60
"""How much of the sentence before it is looked at for words that leave its year open."""
_ENDS = (". ", ".[", "\n", "; ", " (", ": ", GAP)
_OTHER = regex(
    r"\b(?i:each|every|annual|annually|yearly|anniversary|birthday|holiday|celebrated|observed|festival|feast|saint|born"
    r"|is|are|has|falls?|usually|normally|year|since|until|dated)\b|[0-9]{3}"
)
"""What in the sentence leaves it open whether both are of one year."""


class Waiting(NamedTuple):
    """A day whose year nothing before it told, and the word before it."""

    reading: Reading
    left: Left


def dated_later(text: str, waiting: list[Waiting], known: Reading) -> Iterator[Waiting]:
    """The waiting days, each in the year of a date that follows in its sentence, the last one first."""
    later, number = known.first, known.first.year
    if number is None or later.day is None:
        return
    for each in reversed(waiting):
        reading = each.reading
        between = text[reading.end : known.start]
        if len(between) > _REACH or any(mark in between for mark in _ENDS):
            return
        before = text[max(0, reading.start - _BEFORE) : reading.start].rsplit("\n", 1)[-1].rsplit(". ", 1)[-1]
        if _OTHER.search(before) or _OTHER.search(between):
            return
        if (reading.last.month or 0, reading.last.day or 0) >= (later.month or 0, later.day):
            return
        dated = checked(reading.in_year(number), each.left)
        if dated is not None:
            yield each._replace(reading=dated)
        later = reading.first
        if later.day is None:
            return
