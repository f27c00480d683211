"""The thing that a number counts, and what it is out of: "12 ministers", "30 Soviet ships", "41 of 193 members"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_FIRST = regex(r"[ \u00a0-]([^\W\d_][^\W\d_'’.-]*(?:-[^\W\d_]+)?)")
_LONGEST = 4
_OF = regex(r" (?:out )?of (?:every )?(?:(?:the|its|their|his|her|all|some|about|over|around) ){0,2}(?=[0-9a-z])")
_IN = regex(r" in (?:every )?(?=[0-9a-z])")


class _Sets(NamedTuple):
    nouns: frozenset[str]
    not_nouns: frozenset[str]
    stops: frozenset[str]
    scaled: frozenset[str]


@cache
def _sets() -> _Sets:
    lists = table("context")
    nouns, not_nouns, stops, scaled, attributive = (
        frozenset(phrases(lists[name]["words"]))
        for name in ("count-nouns", "not-nouns", "stops", "scaled-nouns", "attributive")
    )
    return _Sets(nouns, not_nouns, stops | (not_nouns - attributive), scaled)


def read_noun(text: str, end: int) -> str | None:
    """The noun phrase after a number, up to its plural noun; None where none is near.

    A hyphen makes a noun of whatever follows it: "12-member".
    """
    found = _FIRST.match(text, end)
    if found is None:
        return None
    if text[end] == "-":
        return found[1]
    sets = _sets()
    at = end
    for _ in range(_LONGEST):
        word = found[1].lower()
        if word in sets.nouns or (word not in sets.stops and is_plural(word)):
            return text[end + 1 : found.end()]
        if word in sets.stops:
            return None
        at = found.end()
        found = _FIRST.match(text, at)
        if found is None or text[at] == "-":
            return None
    return None


def ends_clause(text: str, end: int) -> bool:
    """Whether nothing that could be counted follows a number: punctuation, or a word such as "and" or "when"."""
    found = _FIRST.match(text, end)
    return found is None or (text[end] != "-" and found[1].lower() in _sets().stops)


def is_counted(text: str, end: int) -> bool:
    """Whether a noun that is always counted ("people", "cars") follows a place."""
    found = _FIRST.match(text, end)
    return found is not None and found[1].lower() in _sets().nouns


def is_scaled(text: str, end: int) -> bool:
    """Whether a letter that ends at a place is a scale word before what is counted: "3.2m cars", "10k people"."""
    found = _FIRST.match(text, end)
    if found is None or text[end] == "-":
        return False
    word = found[1].lower()
    return (word in _sets().nouns or word in _sets().scaled) and text[found.end() : found.end() + 1] not in ("'", "’")


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "siu" and word not in _sets().not_nouns


def out_of(text: str, end: int) -> int:
    """Where the whole starts that a number is a part of ("41 of 193", "three out of five"); -1 where none does."""
    found = _OF.match(text, end)
    return -1 if found is None else found.end()


def one_in(text: str, end: int) -> int:
    """Where the second number of "one in five" starts; -1 where there is none."""
    found = _IN.match(text, end)
    return -1 if found is None else found.end()
