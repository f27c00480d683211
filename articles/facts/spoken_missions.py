"""An embassy that a sentence on two states speaks of as being there, or denies, whatever its verb.

Where ``presence`` knows the ways in which a mission is said to be had, this asks only what stands in the clause: whose
the mission is, a place of the other party, a verb of the present, no word that puts it into the past or into doubt;
and for a denial one word that denies and one of being there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from articles.facts.clauses import Clause
from articles.facts.frames import frames
from articles.facts.gazetteer import Form
from articles.facts.parties import words
from articles.facts.roles import Where, names_from, place_after
from articles.facts.sentence import Sentence
from articles.facts.things import Thing
from articles.facts.voice import subject_of

REACH = 14
"""How many tokens behind a mission its place is looked for."""


_REPRESENTED = ("represented", "by")
_WITHIN = ("in", "within", "at")
_AT = ("in", "at", "to")


class Spoken(NamedTuple):
    """A mission that a clause speaks of: whose, with whom, where if that is told, and whether it is there."""

    thing: Thing
    owner: str
    host: str
    where: Where | None
    polarity: bool


def spoken(sentence: Sentence, clause: Clause, things: list[Thing]) -> Iterator[Spoken]:
    """The one mission of a clause of an article on two states."""
    pair = sentence.parties.pair
    missions = [thing for thing in things if thing.name in ("embassy", "consulate")]
    if pair is None or len(missions) != 1:
        return
    thing = missions[0]
    if not frames().around["outlived"].isdisjoint(token.low for token in sentence.tokens[clause.start : thing.at]):
        return
    low = [token.low for token in sentence.tokens[clause.start : clause.end]]
    denied = not frames().around["denials"].isdisjoint(low) or "yet" in low
    polarity = not denied
    if clause.intro in frames().around["unsure"] or not (_denies(low, thing, clause) if denied else _lasts(low)):
        return
    owner = _owner(sentence, clause, thing, denied=denied)
    if owner not in pair:
        return
    other = pair[1] if owner == pair[0] else pair[0]
    where = _place(sentence, clause, thing, other)
    if where is not None or (denied and _nowhere(sentence, clause, thing)):
        yield Spoken(thing, owner, other, where, polarity)


def _lasts(low: list[str]) -> bool:
    """Whether a clause tells of something that is there now: a verb of the present, no word of another time."""
    around = frames().around
    told = set(low)
    if not told.isdisjoint(("has", "have")):
        told -= around["lasting"]
    now = not told.isdisjoint(around["standing"] | around["be_now"])
    return now and told.isdisjoint(around["past"] | around["bygone"])


def _denies(low: list[str], thing: Thing, clause: Clause) -> bool:
    """Whether a clause denies that something is there: not that it was closed, nor that it is the only one."""
    around = frames().around
    there = around["there_is"]
    if not around["doubting"].isdisjoint(low) or any(one == "not" and two == "only" for one, two in pairwise(low)):
        return False
    head = low[: thing.at - clause.start]
    verbs = [word for word in head if word in there] or [word for word in low if word in around["come_true"]]
    last = max((at for at, word in enumerate(head) if word in around["denials"]), default=len(head))
    behind = head[last + 1 :]
    behind = behind[2:] if behind[:2] == list(_REPRESENTED) else behind
    direct = around["prepositions"].isdisjoint(behind)
    return direct and bool(verbs) and (around["bygone"] - around["come_true"]).isdisjoint(low)


def _owner(sentence: Sentence, clause: Clause, thing: Thing, *, denied: bool) -> str | None:
    """Whose a mission is: by the word before it, by "of" behind it, the only one named before it, or the subject."""
    tokens = sentence.tokens
    if thing.names:
        return thing.names[0] if len(thing.names) == 1 else None
    behind = [token.low for token in tokens[thing.at + 1 : min(thing.at + 4, clause.end)]]
    if behind[:1] == ["of"] and behind[2:] != ["own"]:
        run = names_from(tokens, thing.at + 2, clause.end)
        return run.names[0] if len(run.names) == 1 else None
    named = {name for token in tokens[: thing.low] for name in token.entities}
    if not denied and len(named) == 1:
        return named.pop()
    verb = next((at for at in range(clause.start, thing.low) if tokens[at].low in frames().around["there_is"]), None)
    if verb is None:
        return None
    subject = subject_of(tokens, clause, verb).names or _headed(sentence, clause, verb)
    return subject[0] if len(subject) == 1 else None


def _headed(sentence: Sentence, clause: Clause, verb: int) -> tuple[str, ...]:
    """The state whose government is a subject: "the Sylvanian government has ..."."""
    tokens = sentence.tokens
    at = verb - 1
    while at > clause.start and tokens[at].low in frames().around["light"]:
        at -= 1
    if at > clause.start and tokens[at].low in words().heads and tokens[at - 1].form is Form.ADJECTIVE:
        return tuple(tokens[at - 1].entities)
    return ()


def _place(sentence: Sentence, clause: Clause, thing: Thing, host: str) -> Where | None:
    """The place in the host's country that is named behind a mission, or a city of it before."""
    at, tokens = thing.at + 1, sentence.tokens
    while (where := place_after(sentence, at, clause.end, REACH)) is not None:
        if where.state == host:
            return where
        at = where.end
    for here in range(clause.start, thing.low):
        if tokens[here].form is Form.NAME and tokens[here].entities == (host,) and tokens[here - 1].low in _WITHIN:
            return Where(host, None, here, here, here + 1)
        placed = here == clause.start or tokens[here - 1].low in _WITHIN
        if tokens[here].form is Form.CITY and tokens[here].entities == (host,) and placed:
            return Where(host, sentence.slice(tokens[here].start, tokens[here].end), here, here, here + 1)
    return None


def _nowhere(sentence: Sentence, clause: Clause, thing: Thing) -> bool:
    """Whether no place is named behind a mission, nor a third state before it, so that it is the other party's."""
    pair = sentence.parties.pair or ()
    if any(token.form is Form.NAME and set(token.entities).isdisjoint(pair) for token in sentence.tokens[: thing.low]):
        return False
    behind = sentence.tokens[thing.at + 1 : min(thing.at + 3, clause.end)]
    elsewhere = len(behind) > 1 and behind[0].low in _AT and behind[1].capital  # a town that is not known
    return not elsewhere and place_after(sentence, thing.at + 1, clause.end, REACH) is None
