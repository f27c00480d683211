"""The laws of ``balances.toml`` that the headers of a table call for: matches played are won, drawn and lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from articles.facts.sheets import Column
from articles.words import data_file


class _Law(NamedTuple):
    total: frozenset[str]
    parts: tuple[frozenset[str], ...]
    signs: tuple[int, ...]


@cache
def _laws() -> tuple[_Law, ...]:
    data = data_file(__file__, "balances.toml")
    names = {name: frozenset(headers) for name, headers in data["columns"].items()}
    return tuple(
        _Law(names[row["total"]], tuple(names[part] for part in row["parts"]), tuple(row["signs"]))
        for row in data["law"]
    )


def balances(columns: Mapping[int, Column]) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """The column of each total with the columns of its parts and their signs; where no header stands twice."""
    leaves = {at: column.leaf.strip(" .:") for at, column in columns.items()}
    for law in _laws():
        totals = [at for at, leaf in leaves.items() if leaf in law.total]
        for total in totals if len(totals) == 1 else ():
            parts = [[at for at, leaf in leaves.items() if leaf in names] for names in law.parts]
            if all(len(found) == 1 for found in parts):
                yield total, tuple(found[0] for found in parts), law.signs
