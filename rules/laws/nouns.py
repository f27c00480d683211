"""Whether two counted nouns are one thing: "ships" and "enemy ships", "people" and "children"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from articles.words import data_file

SHORTEST = 4
"""A head of fewer letters may end a word by chance."""


def same_thing(first: str, second: str) -> bool:
    """Whether two noun phrases have the same head."""
    return head(first) == head(second)


def kind_of(narrow: str, wide: str) -> bool:
    """Whether the one head is a compound of the other: bedrooms are rooms, and subspecies no species."""
    whole, part = head(wide), head(narrow)
    return len(whole) >= SHORTEST and part.endswith(whole) and part != f"sub{whole}"


_CALLINGS = ("ician", "arian", "logist", "emist", "omist", "icist", "torian", "grapher")
"""What the names of many callings end in."""


def people(noun: str) -> bool:
    """Whether a noun counts people."""
    last = head(noun)
    return last in _people() or last.endswith(_CALLINGS)


def shut_out(nouns: Iterable[str]) -> bool:
    """Whether several nouns count things of which none is of two sorts: "soldiers" and "civilians"."""
    heads = [head(noun) for noun in nouns]
    return len(set(heads)) == len(heads) > 1 and any(group.issuperset(heads) for group in _apart())


def head(noun: str) -> str:
    """The last word in lower case, its plural "s" taken off."""
    last = noun.rsplit(" ", 1)[-1].lower()
    return last[:-1] if last.endswith("s") and not last.endswith("ss") else last


@cache
def _people() -> frozenset[str]:
    table = data_file(__file__, "nouns.toml")
    return frozenset(head(word) for word in table["people"].split())


@cache
def _apart() -> tuple[frozenset[str], ...]:
    table = data_file(__file__, "nouns.toml")
    return tuple(frozenset(head(word) for word in group.split()) for group in table["apart"])
