"""What words say of two numbers: which is the larger, and which way one became the other.

The words and the frames they stand in are data, in ``comparatives.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from articles.regex import regex
from articles.words import data_file

_THAN = (" than ",)
_PIECES = {
    "to": (" to ",),
    "against": (
        "compared ",
        "against ",
        "versus ",
        *_THAN,
        "opposed ",
        " the other ",
        " the latter ",
        " the second ",
        " having ",
        " had ",
        " has ",
        " with ",
        " reaching ",
        " measuring ",
    ),
    "beside": _THAN,
    "since": (" from ",),
    "while": (" at ",),
    "of": _THAN,
    "than": _THAN,
    "bracketed": _THAN,
    "where": _THAN,
    "first": ("ahead of ", "followed by ", "in front of "),
    "other": (" the ",),
}
"""What a gap must hold for a frame to fit it, one of each: looked for before the frame is."""
_TURNED = regex(r"\b(?:although|though|while|whereas|but|despite)\b")
"""Between a comparative and its number: the number is of something else."""
_TELLING = tuple(dict.fromkeys(piece for pieces in _PIECES.values() for piece in pieces))
"""A gap without any of these claims nothing: so much is soon seen."""


class Said(NamedTuple):
    """What the words claim: whether the first number is the larger, and the word that says so."""

    first_larger: bool
    word: str


def claims_direction(gap: str) -> bool:
    """Whether what stands between two numbers may claim anything at all."""
    return any(map(gap.__contains__, _TELLING))


def direction(before: str, gap: str) -> Said | None:
    """What the text left of the first of two numbers and between them claims; None where it claims nothing."""
    if not claims_direction(gap):
        return None
    frames, more = _frames(), comparatives()
    if _fits("to", gap) and (found := frames["moved"].search(before)):
        return Said(not more[found[1]], f"{found[1]} from")
    if _fits("against", gap) and (found := frames["higher"].search(before)) and not _TURNED.search(found[0]):
        return Said(more[found[1]], found[1])
    if _fits("beside", gap) and (found := frames["more"].search(before)):
        return Said(more[found[1].lower()], found[1])
    if found := _fits("since", gap):
        return Said(found[1] == "up", f"{found[1]} from")
    if found := _fits("while", gap):
        return Said(not more[found[1]], found[1])
    for name in ("of", "than", "bracketed"):
        if found := _fits(name, gap):
            return Said(more[found[1]], found[1])
    if _fits("where", gap) and (found := frames["where_left"].search(before)):
        return Said(more[found[1]], found[1])
    return _ranked(before, gap)


def _fits(name: str, gap: str) -> re.Match[str] | None:
    """How a frame fits what stands between two numbers."""
    for piece in _PIECES[name]:
        if piece in gap:
            return _frames()[name].fullmatch(gap)
    return None


def _ranked(before: str, gap: str) -> Said | None:
    """What a superlative claims, "the longest, ahead of", or two comparatives for a pair: "the larger, the smaller"."""
    frames, more = _frames(), comparatives()
    if any(piece in gap for piece in _PIECES["first"]) and (found := frames["first"].search(gap)):
        return Said(_superlatives()[found[1]], found[1])
    if (other := _fits("other", gap)) and (one := frames["one"].search(before)):
        return Said(more[one[1]], one[1]) if more[one[1]] != more[other[1]] else None
    return None


@cache
def _superlatives() -> dict[str, bool]:
    words = _table()["superlatives"]
    return dict.fromkeys(words["more"], True) | dict.fromkeys(words["less"], False)


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
    data = _table()
    fragments = dict(data["fragments"])
    for name, group in (("compared", "comparatives"), ("moved", "motion"), ("superlatives", "superlatives")):
        fragments[name] = "|".join(word for words in data[group].values() for word in words)
    return {name: regex(_filled(frame, fragments)) for name, frame in data["frames"].items()}


def _filled(frame: str, fragments: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda found: fragments[found[1]], frame)


def _table() -> dict[str, Any]:
    return data_file(__file__, "comparatives.toml")
