"""What facts can be about: the properties, their value types and what must match before two are compared."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple


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
    with Path(__file__).with_name("properties.toml").open("rb") as file:
        rows = tomllib.load(file)
    return {name: Property(name, **{**row, "match": tuple(row["match"])}) for name, row in rows.items()}
