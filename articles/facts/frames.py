"""The words of ``frames.toml``: acts, the things they are done to, and what an act on a thing is."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.words import data_file

DID = "did"
DOES = "does"
DEED = "deed"


class Act(NamedTuple):
    """What a word does: the act, and the form (``did``, ``does`` or ``deed``) in which it stands."""

    act: str
    form: str


class Moment(NamedTuple):
    """What a verb says happened once to the subject of an article of one of these sorts."""

    property: str
    basis: str | None
    voice: str
    then: str | None
    of: frozenset[str]


class Frames(NamedTuple):
    """``frames.toml``, indexed by word."""

    acts: dict[str, Act]
    things: dict[str, str]
    events: dict[tuple[str, str], str]
    moments: dict[str, list[Moment]]
    around: dict[str, frozenset[str]]
    lexicon: dict[str, str]
    """Every word that can carry a fact, with its class: an act's or a thing's name."""


@cache
def frames() -> Frames:
    """The frames that ship with factlint."""
    rows = data_file(__file__, "frames.toml")
    acts = {
        word: Act(act, form) for act, forms in rows["acts"].items() for form, listed in forms.items() for word in listed
    }
    things = {word: row["name"] for row in rows["things"] for word in row["words"]}
    events = {(row["thing"], act): row["property"] for row in rows["events"] for act in row["acts"]}
    moments: dict[str, list[Moment]] = {}
    for row in rows["moments"]:
        moment = Moment(row["property"], row.get("basis"), row["voice"], row.get("then"), frozenset(row["of"]))
        for word in row["words"]:
            moments.setdefault(word, []).append(moment)
    around = {name: frozenset(listed) for name, listed in rows["around"].items()}
    lexicon = {**{word: act.act for word, act in acts.items()}, **things}
    return Frames(acts, things, events, moments, around, lexicon)
