"""The spellings of units, by pint's name of each: pint's own and the lexicon's, with the SI prefixes worked in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.claims.vocabulary import phrases, table

POWERS = {"sq": 2, "sq.": 2, "square": 2, "cu": 3, "cu.": 3, "cubic": 3}
"""Words before a unit that raise it."""


class Spellings(NamedTuple):
    """Spellings to pint names: ``words`` in lower case, ``symbols`` and ``rates`` as written, ``times`` for durations.

    ``multiple`` holds the first words of names of several words, ``openers`` every word that a unit starts with,
    ``bare`` the symbols that are words or letters as well, and ``sizes`` and ``weather``
    the words that show such a one to be a unit.
    """

    words: dict[str, str]
    symbols: dict[str, str]
    times: dict[str, str]
    rates: dict[str, str]
    multiple: frozenset[str]
    openers: frozenset[str]
    bare: frozenset[str]
    sizes: frozenset[str]
    weather: frozenset[str]


@cache
def spellings() -> Spellings:
    """Every spelling of the lexicon."""
    lists = table("units")
    by_hand = {name.lower(): unit for name, unit in _spelt(lists["words"]).items()}
    words = {**_spelt(table("pint_units")["words"]), **dict(_prefixed_words()), **by_hand}
    symbols = {**dict(_prefixed_symbols()), **_spelt(lists["symbols"])}
    times, rates = _spelt(lists["times"]), _spelt(lists["rates"])
    names = (*words, *symbols, *times, *rates)
    return Spellings(
        words,
        symbols,
        times,
        rates,
        multiple=frozenset(name.split(" ", 1)[0] for name in names if " " in name),
        openers=frozenset((*(name.split(" ", 1)[0].split(".", 1)[0] for name in names), *POWERS)),
        bare=frozenset(phrases(lists["bare"]["ambiguous"])),
        sizes=frozenset(phrases(lists["bare"]["sizes"])),
        weather=frozenset(phrases(lists["bare"]["temperature"])),
    )


def _spelt(group: dict[str, str]) -> dict[str, str]:
    return {spelling: unit for unit, joined in group.items() for spelling in phrases(joined)}


def _prefixed_words() -> Iterator[tuple[str, str]]:
    lists = table("units")
    for unit, joined in lists["prefixed-words"].items():
        for word in phrases(joined):
            yield word, unit
            yield from ((f"{prefix}{word}", f"{prefix}{unit}") for prefix in lists["prefixes"])


def _prefixed_symbols() -> Iterator[tuple[str, str]]:
    lists = table("units")
    prefixes = {letter: name for name, joined in lists["prefixes"].items() for letter in phrases(joined)}
    prefixes["K"] = "kilo"  # "KB" is usual, though the prefix is a small k
    for unit, (joined, taken) in lists["prefixed-symbols"].items():
        for symbol in joined.split():
            yield symbol, unit
            yield from ((f"{letter}{symbol}", f"{prefixes[letter]}{unit}") for letter in taken.split())
