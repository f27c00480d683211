"""What kind of article a page is, and what its infobox and sections should look like."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from articles.page import Page


class FieldType(NamedTuple):
    """What an infobox field states: a property of ``facts/properties.toml`` and its basis, if it has one."""

    property: str
    basis: str | None = None


class Kind(NamedTuple):
    """An article kind: its name, its JSON Schema (draft 2020-12) and what its infobox fields state.

    ``fields`` maps a field key, lower case with ``_`` for spaces, to what it states.
    """

    name: str
    schema: Mapping[str, Any]
    fields: Mapping[str, FieldType]


class Kinds:
    """The kinds known, in the order in which they are tried."""

    def of(self, page: Page) -> Kind:
        """The kind of a page by its infobox, title and categories; ``generic`` where none fits."""
        return Kind("generic", {}, {})


@cache
def built_in() -> Kinds:
    """The kinds that ship with factlint."""
    return Kinds()
