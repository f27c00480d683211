"""Dated events between states: an act done to a thing ("opened an embassy"), or the noun of the deed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.facts.clauses import Clause, is_finite
from articles.facts.dating import date_of
from articles.facts.fact import Fact, Scope
from articles.facts.frames import DEED, DID, Act, frames
from articles.facts.missions import side_of
from articles.facts.relations import sides_of
from articles.facts.roles import NONE, Run, Side, first_subject, names_after, names_before
from articles.facts.sentence import Sentence
from articles.facts.things import Thing, thing_at
from articles.facts.tokens import Token

INTRANSITIVE = frozenset(("open", "begin", "close", "reopen", "resume"))
REACH = 16
"""How many tokens may stand between an act and the thing it is done to."""


class Event(NamedTuple):
    """An act on a thing: what it is, where its words stand, and the active subject's names."""

    property: str
    act: Act
    thing: Thing
    low: int
    high: int
    subject: Run


def events(sentence: Sentence, clause: Clause, all_clauses: list[Clause], carried: list[Thing]) -> Iterator[Fact]:
    """The dated events of one clause. ``carried`` are the things of the clauses before, for "and severed in 1999"."""
    found = list(_events(sentence, clause, carried))
    for event in found:
        carried[:] = [event.thing]
        date = date_of(sentence.tokens, (event.low, event.high), clause, all_clauses)
        if date is not None:
            yield from _facts(sentence, clause, event, date)


def _events(sentence: Sentence, clause: Clause, carried: list[Thing]) -> Iterator[Event]:
    acts = frames().acts
    for at in range(clause.start, clause.end):
        act = acts.get(sentence.tokens[at].low) if sentence.tokens[at].word else None
        if act is None:
            continue
        if act.form == DEED:
            yield from _deed(sentence, clause, at, act)
        elif act.form == DID or sentence.heading or _really(sentence.tokens, at):
            yield from _verb(sentence, clause, at, act, carried)


def _deed(sentence: Sentence, clause: Clause, at: int, act: Act) -> Iterator[Event]:
    """What a deed is of: "the establishment of diplomatic relations between A and B"."""
    tokens = sentence.tokens
    if at + 2 >= clause.end or tokens[at + 1].low != "of":
        return
    if not sentence.heading and _any(tokens, clause.start, at, "spoken"):
        return
    things = list(_forward(sentence, at + 2, clause.end, act))
    for thing in things:
        yield Event(_property(thing, act), act, thing, at, max(t.at for t in things), NONE)


def _verb(sentence: Sentence, clause: Clause, at: int, act: Act, carried: list[Thing]) -> Iterator[Event]:
    tokens = sentence.tokens
    if not sentence.heading and _unreal(tokens, clause.start, at):
        return
    passive = _passive(tokens, at, clause.start)
    things = [] if passive else list(_forward(sentence, at + 1, clause.end, act))
    if things:
        subject = _subject(tokens, clause, at)
        for thing in things:
            yield Event(_property(thing, act), act, thing, at, max(t.at for t in things), subject)
        return
    if passive or act.act in INTRANSITIVE or sentence.heading or _elliptic(tokens, at, clause):
        things = list(_backward(sentence, at, clause.start, act))
        if not things and clause.intro in ("and", "but") and (passive or _elliptic(tokens, at, clause)):
            things = [thing for thing in carried if (thing.name, act.act) in frames().events]
        agent = names_after(tokens, at + 1, clause.end, frozenset(("by",)), 4)
        for thing in things:
            yield Event(_property(thing, act), act, thing, min(thing.at, at), at, agent)


def _property(thing: Thing, act: Act) -> str:
    return frames().events[thing.name, act.act]


def _forward(sentence: Sentence, at: int, end: int, act: Act) -> Iterator[Thing]:
    """The things after an act, up to the next verb; several if they are joined by "and"."""
    tokens = sentence.tokens
    found = 0
    for here in range(at, min(end, at + REACH)):
        token = tokens[here]
        if token.word:
            thing = thing_at(sentence, here, at)
            if thing and (thing.name, act.act) in frames().events:
                if found and not _joined(tokens, found, here):
                    return
                if act.act != "raise" or _target(tokens, here, at) != "to":
                    found = here
                    yield thing
            elif thing and not found and thing.head:
                return
        if is_finite(token) or (token.claim and found):
            return


def _target(tokens: list[Token], at: int, start: int) -> str:
    """The preposition before a thing: "raised to an embassy"."""
    here = at - 1
    while here > start and (tokens[here].low in frames().around["articles"] or tokens[here].entities):
        here -= 1
    return tokens[here].low


def _joined(tokens: list[Token], first: int, second: int) -> bool:
    return any(token.low in ("and", ",", "&") for token in tokens[first + 1 : second])


def _backward(sentence: Sentence, at: int, start: int, act: Act) -> Iterator[Thing]:
    """The things that are the subject of a passive verb: "the embassy in Paris was closed"."""
    tokens = sentence.tokens
    here = at - 1
    light, be = frames().around["light"], frames().around["be"]
    while here >= start and (tokens[here].low in light or tokens[here].low in be):
        here -= 1
    while here >= start:
        token = tokens[here]
        if is_finite(token) and not tokens[here].word:
            return
        if token.word:
            thing = thing_at(sentence, here, start)
            if thing and thing.head and (thing.name, act.act) in frames().events:
                yield thing
        here -= 1


def _passive(tokens: list[Token], at: int, start: int) -> bool:
    here = at - 1
    light, be = frames().around["light"], frames().around["be"]
    while here >= start and tokens[here].low in light and tokens[here].low not in be:
        here -= 1
    return here >= start and tokens[here].low in be


def _elliptic(tokens: list[Token], at: int, clause: Clause) -> bool:
    """Whether the thing is left out: "(relations were established in 1990) and severed in 1999"."""
    light = frames().around["light"]
    return clause.intro in ("and", "but") and all(t.low in light for t in tokens[clause.start + 1 : at])


def _subject(tokens: list[Token], clause: Clause, verb: int) -> Run:
    run = names_before(tokens, verb, clause.start)
    return run if run.names else first_subject(tokens, clause.start, verb)


def _any(tokens: list[Token], start: int, end: int, sort: str) -> bool:
    listed = frames().around[sort]
    return any(token.low in listed for token in tokens[start:end])


def _unreal(tokens: list[Token], start: int, at: int) -> bool:
    return _any(tokens, max(start, at - 8), at, "unreal")


def _really(tokens: list[Token], at: int) -> bool:
    """An infinitive that tells what was done: "the first country to recognize Albania"."""
    if at < 3 or tokens[at - 1].low != "to":
        return False
    before = {token.low for token in tokens[max(at - 8, 0) : at - 1]}
    return bool(before & {"first", "second", "third", "last"}) and bool(
        before & {"country", "state", "nation", "was", "became"}
    )


def _facts(sentence: Sentence, clause: Clause, event: Event, date: Token) -> Iterator[Fact]:
    if event.thing.name == "relations":
        sides = sides_of(sentence, clause, event.thing, event.subject.names)
    else:
        sides = [side_of(sentence, clause, event.thing, event.high, event.subject.names)]
    for side in sides:
        if side.subject is not None:
            yield _fact(sentence, event, date, side.subject, side)


def _fact(sentence: Sentence, event: Event, date: Token, subject: str, side: Side) -> Fact:
    assert date.claim is not None
    return Fact(
        subject,
        event.property,
        date.claim.value,
        date.claim.span,
        sentence.span,
        sentence.place,
        Scope(side.counterpart, None, event.thing.sort, side.city),
        claim=date.claim,
        pattern=f"{event.act.act} {event.thing.name} ({event.act.form})",
    )
