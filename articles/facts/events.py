"""Dated events between states: an act done to a thing ("opened an embassy"), or the noun of the deed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.facts.carried import Carried, antecedent, is_object
from articles.facts.clauses import Clause, is_finite
from articles.facts.enumerated import enumerated
from articles.facts.frames import DEED, DID, Act, frames
from articles.facts.missions import side_of, sides_at, theirs
from articles.facts.omitted import alone, continues, elliptic, listed, only_starts, opens, reduced
from articles.facts.outcome import REACH, done, is_brief, raised
from articles.facts.relations import BY, WITH, sides_of
from articles.facts.roles import NONE, Run, Side, names_after
from articles.facts.sentence import Sentence
from articles.facts.telling import Told
from articles.facts.things import PLAIN, Thing, is_work, thing_at
from articles.facts.tokens import Token
from articles.facts.voice import (
    ON,
    announced_at,
    has,
    is_adjective,
    is_done,
    is_passive,
    is_unreal,
    signed_deed,
    subject_of,
    told_from,
)

INTRANSITIVE = frozenset(
    ("become", "gain", "open", "begin", "date", "close", "end", "reopen", "resume", "reach", "stand")
)
MISSIONS = frozenset(("embassy", "commission", "legation", "consulate"))
HAVING = Act("keep", DID)


class Event(NamedTuple):
    """An act on a thing: what it is, where its words stand, and the active subject's names."""

    property: str
    act: Act
    thing: Thing
    low: int
    high: int
    subject: Run


def events(sentence: Sentence, clause: Clause, carried: Carried) -> Iterator[Told]:
    """The events of one clause. ``carried`` is what was told of before, for "and severed in 1999"."""
    told = False
    for event in _events(sentence, clause, carried):
        sides = _sides(sentence, clause, event, carried)
        carried.tell(event.thing if event.act.act != "raise" else raised(event.thing, event.property), sides)
        told = True
        yield from _told(sentence, clause, event, sides)
    if not told:
        had(sentence, clause, carried)


def had(sentence: Sentence, clause: Clause, carried: Carried) -> None:
    """Remember the one mission that somebody is told to have: "has an embassy in Lima. It was opened in 1967"."""
    tokens = sentence.tokens
    verb = next((at for at in range(clause.start, clause.end) if tokens[at].low in frames().around["has"]), -1)
    if verb < 0 or tokens[verb].low == "lacks" or is_unreal(tokens, verb, clause.start):
        return
    missions = [
        at for at in clause.words if at > verb and tokens[at].word in MISSIONS and not tokens[at].low.endswith("s")
    ]
    thing = thing_at(sentence, missions[0], verb + 1) if len(missions) == 1 else None
    if thing is not None and not has(tokens, verb, thing.at, "denials"):
        event = Event("", HAVING, thing, verb, thing.at, subject_of(tokens, clause, verb))
        carried.tell(thing, _owners(sentence, clause, event))


def _events(sentence: Sentence, clause: Clause, carried: Carried) -> Iterator[Event]:
    acts = frames().acts
    for at in clause.words:
        act = acts.get(sentence.tokens[at].low)
        if act is None:
            continue
        if act.form == DEED and _is_noun(sentence.tokens, at):
            yield from _deed(sentence, clause, at, act)
        elif act.form == DID or sentence.heading or is_done(sentence.tokens, at):
            yield from _verb(sentence, clause, at, act, carried)


def _is_gerund(tokens: list[Token], at: int) -> bool:
    """Whether a noun of a deed is a verb here: "after severing ties", not "the severing of ties"."""
    return tokens[at].low.endswith("ing") and at + 1 < len(tokens) and tokens[at + 1].low != "of"


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Whether a token is the noun of a deed."""
    act = frames().acts.get(tokens[at].low)
    return act is not None and act.form == DEED and not _is_gerund(tokens, at)


def _deed(sentence: Sentence, clause: Clause, at: int, act: Act) -> Iterator[Event]:
    """What a deed is of: "the establishment of diplomatic relations between A and B"."""
    tokens = sentence.tokens
    led = tokens[at].low.endswith(" in")  # "break in relations"
    if sentence.heading and act.act == "raise" and at + 2 < clause.end and tokens[at + 1].low == "to":
        yield from _raising(sentence, at, act)
        return
    if at + 2 - led >= clause.end or (not led and tokens[at + 1].low not in ("of", "from")):
        return
    low = announced_at(tokens, clause, at, act)
    if not sentence.heading and has(tokens, clause.start, low, "spoken"):
        return
    subject = subject_of(tokens, clause, low) if low < at else NONE
    things = list(_forward(sentence, at + 1 - led, clause.end, act, deed=True))
    signed = signed_deed(tokens, at, clause.start, clause.end)
    low, high = signed if signed and all(thing.name in PLAIN for thing in things) else (low, at)
    for thing in things:
        last = max(high, *(each.at for each in things))
        yield Event(done(thing, act, tokens, at) or "", act, thing, low, last, subject)


def _raising(sentence: Sentence, at: int, act: Act) -> Iterator[Event]:
    """A heading that leaves out what is raised: "Elevation to Embassy, 1943"."""
    tokens = sentence.tokens
    for here in range(at + 2, min(len(tokens), at + 6)):
        thing = thing_at(sentence, here, at + 2) if tokens[here].word == "embassy" else None
        if thing is not None:
            yield Event("legation-raised-to-embassy", act, thing, at, here, NONE)
            return


def _verb(sentence: Sentence, clause: Clause, at: int, act: Act, carried: Carried) -> Iterator[Event]:
    tokens = sentence.tokens
    if not sentence.heading and is_unreal(tokens, at, clause.start):
        return
    if act.form == DID and (is_adjective(tokens, at) or only_starts(tokens, at, act) or is_brief(tokens, at, act)):
        return
    passive = is_passive(tokens, at, clause.start)
    things = list(_forward(sentence, at + 1, clause.end, act))
    working = not things and not passive and _is_on_work(tokens, at, clause.end)
    if passive:  # "both nations were established formal relations in 1905" is a slip, and told all the same
        things = [thing for thing in things if thing.name in PLAIN and thing.low == at + 1]
    if act.form != DID and tokens[at - 1].low == ON:  # a protocol on establishing embassies establishes none
        things = [thing for thing in things if thing.name in PLAIN]
    if things:
        yield from _active(sentence, clause, at, act, things)
        return
    if not passive and is_object(sentence, at):
        subject = subject_of(tokens, clause, at)
        for thing in _still(carried.things, act, tokens, at):
            yield Event(done(thing, act, tokens, at) or "", act, thing, at, at, subject)
        return
    follows = reduced(tokens, at, clause) or listed(tokens, at, clause) or elliptic(tokens, at, clause, act)
    if passive or working or act.act in INTRANSITIVE or sentence.heading or follows:
        things = list(_backward(sentence, at, clause.start, act, working=working))
        things = things or list(_elsewhere(sentence, at, clause, act, carried, passive=passive, working=working))
        yield from _undergone(sentence, clause, at, act, things, more=passive)


def _undergone(
    sentence: Sentence, clause: Clause, at: int, act: Act, things: list[Thing], *, more: bool
) -> Iterator[Event]:
    """What was done to things; ``more`` may follow their date: "was opened in 1912, and a legation in 1920"."""
    tokens, agent = sentence.tokens, _agent(sentence.tokens, clause, at)
    for thing in things:
        low = min(thing.at, at) if thing.at >= clause.start else at
        yield Event(done(thing, act, tokens, at) or "", act, thing, low, at, agent)
    for thing in _gapped(sentence, at + 1, clause.end, act, at) if more and things else ():
        yield Event(done(thing, act, tokens, at) or "", act, thing, thing.at, thing.at, agent)


def _agent(tokens: list[Token], clause: Clause, at: int) -> Run:
    """By whom a thing is done, or who has it: "Norway has an embassy in Lima, opened in 1967"."""
    run = names_after(tokens, at + 1, clause.end, BY, 4)
    if run.names or not reduced(tokens, at, clause):
        return run
    holding = frames().around["has"] | {"had"}
    has_it = next((here for here in range(clause.start, at) if tokens[here].low in holding), -1)
    return subject_of(tokens, clause, has_it) if has_it >= 0 else NONE


def _elsewhere(
    sentence: Sentence, at: int, clause: Clause, act: Act, carried: Carried, *, passive: bool, working: bool
) -> Iterator[Thing]:
    """The things that another clause names: the one that this goes on with, the one before, or what "which" is."""
    if clause.resumed is not None:
        yield from _backward(sentence, clause.resumed[1], clause.resumed[0], act)
        return
    goes_on = continues(sentence.tokens, at, clause, act, passive=passive) or listed(sentence.tokens, at, clause)
    known = carried.things if goes_on else []
    if working and opens(sentence.tokens, at, clause):  # "closed its embassy in 2011 and resumed operations in 2012"
        known = [thing._replace(works=True) for thing in carried.things]
    if not known and (passive or (act.act in INTRANSITIVE and alone(sentence.tokens, at, clause, act))):
        meant = carried.meant(sentence, clause, act, at)
        known = [meant] if meant else []
    if passive and not known:
        thing = antecedent(sentence, clause)
        known = [thing] if thing else []
    yield from _still(known, act, sentence.tokens, at)


def _active(sentence: Sentence, clause: Clause, at: int, act: Act, things: list[Thing]) -> Iterator[Event]:
    """What a subject did to the things behind a verb, those too that are dated by themselves."""
    tokens = sentence.tokens
    subject = subject_of(tokens, clause, at)
    low, high = told_from(tokens, at), max(thing.at for thing in things)
    for thing in things:
        yield Event(done(thing, act, tokens, at) or "", act, thing, low, high, subject)
    for thing in _gapped(sentence, high + 1, clause.end, act, at):
        yield Event(done(thing, act, tokens, at) or "", act, thing, thing.at, thing.at, subject)


def _gapped(sentence: Sentence, at: int, end: int, act: Act, verb: int) -> Iterator[Thing]:
    """The things behind the date of the first: "opened a consulate in 1990 and its embassy in 1992"."""
    tokens = sentence.tokens
    dated = False
    for here in range(at, end):
        token = tokens[here]
        dated = dated or token.dated
        if token.word:
            thing = thing_at(sentence, here, at) if dated else None
            if thing is None or not done(thing, act, tokens, verb):
                return
            if not _joined(tokens, thing.low, dated=thing.name not in PLAIN):
                return
            yield thing
        elif is_finite(token):
            return


def _still(things: list[Thing], act: Act, tokens: list[Token], at: int) -> list[Thing]:
    """Those of the things before that an act can be done to."""
    return [thing for thing in things if done(thing, act, tokens, at)]


def _forward(sentence: Sentence, at: int, end: int, act: Act, *, deed: bool = False) -> Iterator[Thing]:
    """The things after an act, up to the next verb; several if they are joined by "and".

    After a deed's noun the first thing follows "of".
    """
    tokens = sentence.tokens
    at += deed
    found = 0
    for here in range(at, min(end, at + REACH)):
        token = tokens[here]
        if token.word:
            thing = thing_at(sentence, here, at)
            if thing and done(thing, act, tokens, at):
                joined = _joined(tokens, thing.low)
                if (found and not joined) or (joined and not found and any(t.dated for t in tokens[at:here])):
                    return  # "has an embassy, opened in 1967, and two consulates"
                if thing.head or (act.act == "raise" and _preposition(tokens, thing.low, at) in ("from", "of")):
                    found = here
                    yield thing
            elif thing and not found and thing.head:
                return
        elif token.low == "," and tokens[at].low != "," and any(each.dated for each in tokens[at:here]):
            return  # "offices opened during 1995, with the United States opening a consulate later"
        elif deed and not found and token.low in frames().around["nesting"]:
            return  # "the establishment of interest sections in the Spanish embassies"
        if is_finite(token) or (token.claim and found):
            return


def _preposition(tokens: list[Token], low: int, start: int) -> str:
    """The preposition before a phrase: "from a legation"."""
    here = low - 1
    while here > start and tokens[here].low in frames().around["articles"]:
        here -= 1
    return tokens[here].low


def _joined(tokens: list[Token], low: int, *, dated: bool = False) -> bool:
    """Whether a phrase that starts at a token is joined to what stands before it, ``dated`` ones by a comma too."""
    here = low - 1
    while here > 0 and tokens[here].low in frames().around["articles"]:
        here -= 1
    return tokens[here].low in ("and", "&") or (dated and tokens[here].low == "," and tokens[here - 1].dated)


def _is_on_work(tokens: list[Token], at: int, end: int) -> bool:
    """Whether what an act is done to is what somebody does: "suspended all operations in May"."""
    whole = frames().around["whole"]
    here = at + 1
    while here < end and tokens[here].low in whole:
        here += 1
    return here < end and is_work(tokens[here])


def _backward(sentence: Sentence, at: int, start: int, act: Act, *, working: bool = False) -> Iterator[Thing]:
    """The things that are the subject of a passive verb, "the embassy in Paris was closed", or of one on their work."""
    tokens = sentence.tokens
    here = at - 1
    light, be = frames().around["light"], frames().around["be"]
    while here >= start and (tokens[here].low in light or tokens[here].low in be or tokens[here].low == "not"):
        here -= 1
    while here >= start:
        token = tokens[here]
        if token.low == ",":
            here = _over_aside(tokens, here, start)
            continue
        if is_finite(token) and not tokens[here].word:
            return
        if token.word:
            thing = thing_at(sentence, here, start)
            thing = thing._replace(works=True) if thing and working else thing
            if thing and thing.head and done(thing, act, tokens, at):
                yield thing
        here -= 1


def _over_aside(tokens: list[Token], comma: int, start: int) -> int:
    """The token before an aside that ends at a comma, else the one before it: ", severed in 1943,", ", a villa,"."""
    for here in range(comma - 1, max(comma - REACH, start) - 1, -1):
        if tokens[here].low == ",":
            first, aside = tokens[here + 1].low, tokens[here + 1 : comma]
            act = frames().acts.get(first)
            apposed = first in frames().around["apposed"] and not any(token.word for token in aside)
            return here - 1 if apposed or (act is not None and act.form == DID) else comma - 1
    return comma - 1


def _sides(sentence: Sentence, clause: Clause, event: Event, carried: Carried) -> list[Side]:
    """Between whom, or whose and where, what is told of is."""
    if not sentence.tokens[event.thing.at].word:
        return [*carried.owned(event.thing)]  # "It was closed in 1990"
    if event.thing.name in PLAIN:
        if event.thing.name == "ties" and not sentence.parties.state:
            return []
        return sides_of(sentence, clause, event.thing, event.high, event.subject.names)
    sides = _owners(sentence, clause, event)
    if sides and all(side.subject is None for side in sides) and not event.subject.names:
        before = carried.owned(event.thing)
        same = len(before) == 1 and sides[0].city in (None, before[0].city)
        return [*before] if same else sides
    return sides


def _told(sentence: Sentence, clause: Clause, event: Event, sides: list[Side]) -> Iterator[Told]:
    yield from _enumerated(sentence, clause, event)
    if event.thing.name in MISSIONS:
        for side, at in theirs(sentence, clause, event.high):
            if side.subject is not None:
                scope = (side.counterpart, event.thing.sort, side.city)
                yield Told(side.subject, event.property, *scope, at, at, False, _pattern(event))
    strict = event.act.form == DEED and _is_noun(sentence.tokens, event.low)
    pattern = _pattern(event)
    for side in sides:
        if side.subject is not None:
            raised = event.act.act in ("raise", "become")
            scope = (side.counterpart, None if raised else event.thing.sort, side.city)
            since = event.act.act in ("keep", "stand")
            yield Told(side.subject, event.property, *scope, event.low, event.high, strict, pattern, since)


def _owners(sentence: Sentence, clause: Clause, event: Event) -> list[Side]:
    """Whose missions they are and where they stand."""
    names = event.subject.names
    before = sentence.tokens[event.thing.low - 1].low if event.thing.low > clause.start else ""
    if before in frames().around["strange"] and not event.thing.names:
        return []
    pair = sentence.pair or ()
    if pair and set(event.thing.names) == set(pair):
        return [Side(*pair), Side(*pair[::-1])]  # "both embassies", "the Norwegian and Chadian embassies"
    if not names and _is_each(sentence, event.thing):
        names = pair
    if len(names) < 2 or event.thing.names:
        return sides_at(sentence, clause, event.thing, event.high, names)
    each = [side_of(sentence, clause, event.thing, event.high, (name,)) for name in names]
    if all(side.counterpart is not None and side.counterpart not in names for side in each):
        return each
    return [Side(*names), Side(*names[::-1])] if len(names) == 2 else []


def _is_each(sentence: Sentence, thing: Thing) -> bool:
    """Whether missions are those of both parties: "upgraded their legations to embassies"."""
    tokens = sentence.tokens
    after = tokens[thing.at + 1].low if thing.at + 1 < len(tokens) else ""
    return tokens[thing.at].low.endswith("s") and not thing.names and after not in ("in", "at", "of")


def _pattern(event: Event) -> str:
    work = " work" if event.thing.works else ""
    return f"{event.act.act}{work} {event.thing.name} ({event.act.form})"


def _enumerated(sentence: Sentence, clause: Clause, event: Event) -> Iterator[Told]:
    """With whom else relations were established, each at a date of its own: "with A in 1990 and B in 1991"."""
    tokens = sentence.tokens
    subject = event.subject.names or (() if sentence.pair else (sentence.parties.own,))
    if event.thing.name not in PLAIN or event.act.form == DEED or len(subject) != 1 or not sentence.parties.state:
        return
    first = names_after(tokens, event.thing.at + 1, clause.end, WITH, 2)
    start = max(first.end, event.high + 1)
    for run in enumerated(tokens, start, clause.end, "with") if first.names else ():
        for name in run.names:
            if name != subject[0]:
                scope = (name, event.thing.sort, None)
                yield Told(subject[0], event.property, *scope, run.start, run.start, False, _pattern(event))
