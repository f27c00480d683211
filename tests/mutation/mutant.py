"""A mutant: an article of which one of two redundant statements was changed, so that the two no longer agree."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple


class Place(NamedTuple):
    """From where to where a statement stands in an article's text."""

    start: int
    end: int


class Mutant(NamedTuple):
    """What is replaced by what, and where the statement stands that it then contradicts."""

    kind: str
    changed: Place
    text: str
    others: tuple[Place, ...]

    def applied(self, text: str) -> str:
        """The article with the change in it."""
        return text[: self.changed.start] + self.text + text[self.changed.end :]

    def moved(self, place: Place) -> Place:
        """Where a place of the article stands after the change."""
        by = len(self.text) - (self.changed.end - self.changed.start)
        if place == self.changed:
            return Place(place.start, place.end + by)
        return place if place.start < self.changed.end else Place(place.start + by, place.end + by)


def draw(seed: str, choices: int) -> int:
    """A number from 0 below ``choices``, always the same for a seed."""
    return int(sha256(seed.encode()).hexdigest()[:8], 16) % choices


def other_number(text: str) -> str:
    """A written number with its first digit changed, so that no rounding brings it back: 2,917 becomes 4,917."""
    at = next(place for place, sign in enumerate(text) if sign in "123456789")
    digit = (int(text[at]) + draw(text, 4) + 1) % 9 + 1
    digit = digit if digit != int(text[at]) else digit % 9 + 1
    return f"{text[:at]}{digit}{text[at + 1 :]}"


def other_year(year: str) -> str:
    """A year up to nine years off."""
    by = draw(year, 9) + 1
    return f"{int(year) + by if int(year) % 2 else int(year) - by:04}"


def thin(mutants: Iterator[Mutant], most: int) -> list[Mutant]:
    """At most so many of a kind, spread over the article."""
    found = list(mutants)
    return found[:: max(1, len(found) // most)][:most] if found else []
