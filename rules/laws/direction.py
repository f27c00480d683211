"""What words say of two numbers: which is the larger, and which way one became the other.

The words and the frames they stand in are data, in ``comparatives.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from articles.regex import regex

_TELLING = (
    " to ",
    " than ",
    " from ",
    " at ",
    "against ",
    "compared ",
    "versus ",
    "opposed ",
    "ahead of ",
    "followed by ",
    "in front of ",
    " the ",
)
"""A gap without any of these holds no frame."""


class Said(NamedTuple):
    """What the words claim: whether the first number is the larger, and the word that says so."""

    first_larger: bool
    word: str


def direction(before: str, gap: str) -> Said | None:
    """What the text left of the first of two numbers and between them claims; None where it claims nothing."""
    if not telling(gap):
        return None
    frames, more = _frames(), comparatives()
    if frames["to"].fullmatch(gap) and (found := frames["moved"].search(before)):
        return Said(not more[found[1]], f"{found[1]} from")
    if frames["against"].fullmatch(gap) and (found := frames["higher"].search(before)):
        return Said(more[found[1]], found[1])
    if frames["beside"].fullmatch(gap) and (found := frames["more"].search(before)):
        return Said(more[found[1].lower()], found[1])
    if found := frames["since"].fullmatch(gap):
        return Said(found[1] == "up", f"{found[1]} from")
    if found := frames["while"].fullmatch(gap):
        return Said(not more[found[1]], found[1])
    for name in ("of", "than", "bracketed"):
        if found := frames[name].fullmatch(gap):
            return Said(more[found[1]], found[1])
    if frames["where"].fullmatch(gap) and (found := frames["where_left"].search(before)):
        return Said(more[found[1]], found[1])
    return _ranked(before, gap)


def _ranked(before: str, gap: str) -> Said | None:
    """What a superlative claims, "the longest, ahead of", or two comparatives for a pair: "the larger, the smaller"."""
    frames, more = _frames(), comparatives()
    if found := frames["first"].search(gap):
        return Said(_superlatives()[found[1]], found[1])
    if (other := frames["other"].fullmatch(gap)) and (one := frames["one"].search(before)):
        return Said(more[one[1]], one[1]) if more[one[1]] != more[other[1]] else None
    return None


@cache
def _superlatives() -> dict[str, bool]:
    words = _table()["superlatives"]
    return dict.fromkeys(words["more"], True) | dict.fromkeys(words["less"], False)


def telling(gap: str) -> bool:
    """Whether what stands between two numbers can claim anything: so much is soon seen."""
    return any(word in gap for word in _TELLING)


@cache
def motion() -> dict[str, bool]:
    """The verbs and nouns of motion; True where they say up."""
    words = _table()["motion"]
    return dict.fromkeys(words["up"], True) | dict.fromkeys(words["down"], False)


@cache
def comparatives() -> dict[str, bool]:
    """Every word of direction; True where it says more or up."""
    words = _table()["comparatives"]
    return motion() | dict.fromkeys(words["more"], True) | dict.fromkeys(words["less"], False)


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    table = _table()
    fragments = dict(table["fragments"])
    for name, group in (("compared", "comparatives"), ("moved", "motion"), ("superlatives", "superlatives")):
        fragments[name] = "|".join(word for words in table[group].values() for word in words)
    return {name: regex(_filled(frame, fragments)) for name, frame in table["frames"].items()}


def _filled(frame: str, fragments: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda found: fragments[found[1]], frame)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("comparatives.toml").read_text("utf-8"))
