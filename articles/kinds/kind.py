"""What kind of article a page is, and what its infobox and sections should look like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from articles.kinds.recognize import Recognition, seen
from articles.page import Page
from articles.regex import regex

_DIGITS = regex("[0-9]+")


class FieldType(NamedTuple):
    """What an infobox field states: a property of ``facts/properties.toml`` and its basis, if it has one."""

    property: str
    basis: str | None = None


@dataclass(frozen=True, eq=False)
class Kind:
    """An article kind: its name, its JSON Schema (draft 2020-12) and what its infobox fields state.

    ``fields`` maps a field key, lower case with ``_`` for spaces, to what it states. ``known`` are the field
    names known, with ``#`` for a number. ``see_also`` are the links that the kind demands, with ``{party}``
    for each party of the title.
    """

    name: str
    schema: Mapping[str, Any]
    fields: Mapping[str, FieldType]
    recognition: Recognition = field(default_factory=Recognition)
    known: frozenset[str] = frozenset()
    see_also: tuple[str, ...] = ()

    def knows(self, key: str) -> bool:
        """Whether a field key (normal form) is a known name, numbered or not."""
        return key in self.known or not self.known.isdisjoint(_numbered(key))

    @cached_property
    def validator(self) -> Any:
        """The compiled JSON Schema validator, made when first needed: importing jsonschema takes its time."""
        from jsonschema import Draft202012Validator

        return Draft202012Validator(dict(self.schema))


class Kinds:
    """The kinds known, in the order in which they are tried."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        """Take the kinds, one of which is called ``generic``."""
        self.by_name = {kind.name: kind for kind in kinds}

    def of(self, page: Page) -> Kind:
        """The kind of a page by its infobox, title, categories and lead; ``generic`` where none fits."""
        found = seen(page, [kind.recognition for kind in self.by_name.values()])
        best, most = self.by_name["generic"], 0
        for kind in self.by_name.values():
            score = kind.recognition.score(found, most)
            if score > most:
                best, most = kind, score
        return best

    def knows(self, key: str) -> bool:
        """Whether any kind knows a field key."""
        return key in self._known or not self._known.isdisjoint(_numbered(key))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset().union(*(kind.known for kind in self.by_name.values()))

    def with_folder(self, folder: str | Path) -> Kinds:
        """These kinds and those of a folder of ``*.schema.json``: tried first, each replacing the kind of its name.

        Raises :class:`articles.kinds.load.KindError`, naming file and place, where a schema cannot be used.
        """
        from articles.kinds.load import load_folder

        own = load_folder(Path(folder), checked=True)
        names = {kind.name for kind in own}
        return Kinds([*own, *(kind for kind in self.by_name.values() if kind.name not in names)])


def normal(key: str) -> str:
    """A field key in its normal form: lower case, ``_`` for spaces."""
    return "_".join(key.lower().split())


def numberless(key: str) -> str:
    """A field key with ``#`` for every number in it: ``leader_name2`` is ``leader_name#``."""
    return _DIGITS.sub("#", key)


def _numbered(key: str) -> tuple[str, str]:
    """The two ways in which a kind may write a numbered key: a plain infobox says "Mission 1" for "mission1"."""
    numbered = numberless(key)
    return numbered, numbered.replace("_#", "#")


@cache
def built_in() -> Kinds:
    """The kinds that ship with factlint."""
    from articles.kinds.load import load_folder

    return Kinds(load_folder(Path(__file__).parent))
