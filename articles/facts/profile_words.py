"""The words of ``profile.toml``, indexed by their last and first words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from articles.words import data_file

Phrase = tuple[str, ...]


class Measure(NamedTuple):
    """How a figure of one property is told; ``value`` is the kind of claim that it is."""

    property: str
    value: str
    nouns: frozenset[Phrase]
    verbs: frozenset[Phrase]
    behind: frozenset[Phrase]
    holders: frozenset[Phrase]
    passive: frozenset[str]
    parts: bool
    sorted: bool


class Happening(NamedTuple):
    """How the date of one property is told, by the voice of the verb."""

    property: str
    passive: frozenset[Phrase]
    active: frozenset[Phrase]
    own: frozenset[Phrase]
    nouns: frozenset[str]


class Sought(NamedTuple):
    """What is looked for in a part of an article, by kind of claim: the measures, and words one of which tells them.

    ``before`` are those before a figure, ``behind`` those behind it, ``verbs`` those that tell what happened.
    """

    measures: dict[str, tuple[Measure, ...]]
    before: dict[str, frozenset[str]]
    behind: dict[str, frozenset[str]]
    verbs: frozenset[str]


@lru_cache(256)
def sought(wanted: frozenset[str]) -> Sought:
    """What is looked for where only some properties are wanted."""
    known = profile()
    measures = {kind: tuple(row for row in rows if row.property in wanted) for kind, rows in known.measures.items()}
    before = {
        kind: frozenset(phrase[-1] for row in rows for phrases in (row.nouns, row.verbs) for phrase in phrases)
        for kind, rows in measures.items()
    }
    behind = {kind: frozenset(phrase[0] for row in rows for phrase in row.behind) for kind, rows in measures.items()}
    verbs = frozenset(word for word, told in known.verbs.items() if any(name in wanted for _, _, name in told))
    return Sought(measures, before, behind, verbs)


class Profile(NamedTuple):
    """``profile.toml``."""

    measures: dict[str, tuple[Measure, ...]]
    verbs: dict[str, tuple[tuple[Phrase, str, str], ...]]
    """Of happenings: phrases with their voice and property, longest first, by the first word."""
    guards: tuple[frozenset[str], frozenset[str]]
    longest: int
    called: tuple[frozenset[str], ...]
    also: dict[str, tuple[str, ...]]
    light: frozenset[str]
    tails: frozenset[str]
    lists: dict[str, frozenset[str]]
    properties: frozenset[str]
    of_states: frozenset[str]
    """What is read of an article on a state."""
    boxed: frozenset[str]
    """Properties that only what the infobox states as well is read of."""


@cache
def profile() -> Profile:
    """The rows that ship with factlint."""
    rows: dict[str, Any] = data_file(__file__, "profile.toml")
    measures: dict[str, list[Measure]] = {}
    for row in rows["measure"]:
        measures.setdefault(row["value"], []).append(_measure(row))
    happenings = tuple(_happening(row) for row in rows["event"])
    verbs: dict[str, list[tuple[Phrase, str, str]]] = {}
    for happening in happenings:
        for voice in ("passive", "active", "own"):
            for phrase in getattr(happening, voice):
                verbs.setdefault(phrase[0], []).append((phrase, voice, happening.property))
        for noun in happening.nouns:
            verbs.setdefault(noun, []).append(((noun,), "noun", happening.property))
    guards = rows["guards"]
    return Profile(
        {value: tuple(found) for value, found in measures.items()},
        {word: tuple(sorted(found, key=lambda told: (-len(told[0]), told))) for word, found in verbs.items()},
        (frozenset(guards["before"]), frozenset(guards["behind"])),
        max(len(words.split()) for words in (*guards["before"], *guards["behind"])),
        tuple(frozenset(row) for row in rows["called"]["rows"]),
        {word: tuple(nouns) for word, nouns in rows["called"]["also"].items()},
        frozenset(rows["light"]["words"]),
        frozenset(rows["tails"]["words"]),
        {name: frozenset(listed) for name, listed in rows["lists"].items()},
        frozenset(row["property"] for row in (*rows["measure"], *rows["event"])),
        frozenset(rows["states"]["properties"]),
        frozenset(row["property"] for row in (*rows["measure"], *rows["event"]) if row.get("boxed")),
    )


def _measure(row: dict[str, Any]) -> Measure:
    nouns, verbs, behind, holders = (_phrases(row.get(key, ())) for key in ("nouns", "verbs", "behind", "holders"))
    passive, parts = frozenset(row.get("passive", ())), bool(row.get("parts", False))
    counts = bool(row.get("sorted", False))
    return Measure(row["property"], row["value"], nouns, verbs, behind, holders, passive, parts, counts)


def _happening(row: dict[str, Any]) -> Happening:
    passive, active, own = (_phrases(row.get(key, ())) for key in ("passive", "active", "own"))
    return Happening(row["property"], passive, active, own, frozenset(row.get("nouns", ())))


def _phrases(listed: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.lower().split()) for phrase in listed)
