"""What facts can be about: the properties, their value types and what must match before two are compared."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.words import data_file


class Property(NamedTuple):
    """One row of ``properties.toml``, whose head explains the columns."""

    name: str
    definition: str
    value: str
    match: tuple[str, ...]
    once: bool
    symmetric: bool = False
    unit: str | None = None
    wikidata: str | None = None
    told: str | None = None


@cache
def properties() -> dict[str, Property]:
    """Every property by its name."""
    rows = data_file(__file__, "properties.toml")
    return {name: Property(name, **{**row, "match": tuple(row["match"])}) for name, row in rows.items()}
