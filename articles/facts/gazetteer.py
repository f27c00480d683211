"""States and bodies by every name they go by.

The data are ``gazetteer.json``, made by ``build_gazetteer.py``. Names are looked up word by word in a
trie, longest first, so that "South Sudan" is never read as Sudan. An article adds the names of its own parties, which
no list need know (:meth:`Gazetteer.extended`).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from articles.regex import regex

WORD = regex(r"[^\W_]+|['’]s\b|[^\w\s]|_")
"""A word, a genitive ending or a single sign. Linear: the alternatives never start with one character."""

_PLAIN = str.maketrans({"’": "'", "ʻ": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-"})


class Form(StrEnum):
    """How an entity was named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CITY = "city"


class Renamed(NamedTuple):
    """An earlier name of the same state and the years in which it was in use."""

    name: str
    start: int
    end: int


class Entity(NamedTuple):
    """A state, a territory, a former state or a body.

    ``start`` and ``end`` are years; None is unknown or still so. ``breaks`` are years in which it began anew,
    ``anew`` those of them in which a new state took the old one's place under its name. ``under`` are the years
    between which it was no state of its own.
    """

    name: str
    kind: str
    alpha3: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capital: str | None = None
    cities: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    successors: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    breaks: tuple[int, ...] = ()
    anew: tuple[int, ...] = ()
    under: tuple[tuple[int, int], ...] = ()


class Reading(NamedTuple):
    """What a phrase may name: an entity by its canonical name, and in which form."""

    entity: str
    form: Form


Trie = dict[str, Any]
"""Words to tries; the key "" holds the readings of the phrase that ends there."""


def plain(text: str) -> str:
    """A word as it is looked up: one apostrophe, one hyphen, no accents."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


class Gazetteer:
    """Entities by canonical name, and the trie of all their names."""

    def __init__(self, entities: Iterable[Entity], trie: Trie | None = None) -> None:
        """Index the names of the entities; a trie that is given is taken as it is."""
        self.own: frozenset[str] = frozenset()
        """The words with which the article's own names begin."""
        self.entities: dict[str, Entity] = {entity.name: entity for entity in entities}
        self.trie: Trie = {} if trie is None else trie
        if trie is None:
            for entity in self.entities.values():
                self._index(entity)

    def find(self, words: Sequence[str], at: int) -> tuple[int, tuple[Reading, ...]] | None:
        """The longest name that starts at a word: the word after its end, and what it may name."""
        node: Trie | None = self.trie
        best = None
        for end in range(at, len(words)):
            assert node is not None
            node = node.get(words[end])
            if node is None:
                break
            if "" in node:
                best = end + 1, node[""]
        return best

    def may_name(self, text: str) -> bool:
        """Whether a text begins as a name does; most names in a text are of other things."""
        word = text.partition(" ")[0]
        if not (word.isascii() and word.isalpha()):
            first = WORD.search(text)
            word = plain(first[0]) if first else ""
        return word in self.trie or word in ("the", "The")

    def named(self, text: str) -> tuple[Reading, ...]:
        """What a whole text names: ``()`` if it is no name, several readings where it is ambiguous."""
        if not self.may_name(text):
            return ()
        words = [plain(word) for word in WORD.findall(text)]
        while words and words[0] in ("the", "The"):
            words = words[1:]
        found = self.find(words, 0) if words else None
        return found[1] if found and found[0] == len(words) else ()

    def canonical(self, text: str) -> str | None:
        """The canonical name behind a whole text that names one entity (by a name, not a demonym or city)."""
        names = {reading.entity for reading in self.named(text) if reading.form is Form.NAME}
        return names.pop() if len(names) == 1 else None

    def breaks(self, name: str) -> tuple[int, ...]:
        """The years in which a state began anew."""
        entity = self.entities.get(name)
        return entity.breaks if entity else ()

    def extended(self, entities: Sequence[Entity]) -> Gazetteer:
        """A gazetteer of this and an article's own entities, whose names win over the list's."""
        trie = dict(self.trie)
        larger = Gazetteer((), trie)
        larger.entities = {entity.name: entity for entity in entities} | self.entities
        for entity in entities:
            larger._index(entity, own=True)
        names = (name for entity in entities for name in (*entity.names, *entity.adjectives, *entity.cities))
        larger.own = self.own.union(plain(word) for name in names for word in WORD.findall(name)[:1])
        return larger

    def _index(self, entity: Entity, *, own: bool = False) -> None:
        for form, names in (
            (Form.NAME, entity.names),
            (Form.ADJECTIVE, entity.adjectives),
            (Form.CITY, entity.cities),
        ):
            for name in names:
                self._add(name, Reading(entity.name, form), own=own)

    def _add(self, name: str, reading: Reading, *, own: bool) -> None:
        words = [plain(word) for word in WORD.findall(name)]
        if not words:
            return
        node = self.trie
        for word in words:
            # An article's own names go into copies, so that the shared trie stays as it is.
            below = dict(node[word]) if own and word in node else node.get(word, {})
            node[word] = below
            node = below
        known: tuple[Reading, ...] = () if own else node.get("", ())
        if not any(other.entity == reading.entity for other in known):
            node[""] = (*known, reading)


def _entity(row: Mapping[str, Any]) -> Entity:
    return Entity(
        row["name"],
        row["kind"],
        row["alpha3"],
        tuple(row["names"]),
        tuple(row["adjectives"]),
        row["capital"],
        tuple(row["cities"]),
        row.get("start"),
        row.get("end"),
        tuple(row.get("successors", ())),
        tuple(Renamed(**old) for old in row.get("renamed", ())),
        tuple(row.get("breaks", ())),
        tuple(row.get("anew", ())),
        tuple((low, high) for low, high in row.get("under", ())),
    )


@cache
def gazetteer() -> Gazetteer:
    """The states and bodies that ship with factlint."""
    rows = json.loads(Path(__file__).with_name("gazetteer.json").read_text(encoding="utf-8"))
    return Gazetteer([_entity(row) for row in rows["entities"]])
