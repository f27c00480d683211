"""Who has an embassy where now, who has none, and whose ambassador lives elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from articles.facts.clauses import Clause, is_finite
from articles.facts.fact import Fact, Scope
from articles.facts.frames import frames
from articles.facts.missions import relative_place
from articles.facts.roles import Names, Where, names_after, names_from, place_after, place_at
from articles.facts.sentence import Sentence
from articles.facts.spoken_missions import spoken
from articles.facts.things import Thing, thing_at
from articles.facts.tokens import Token
from articles.facts.voice import has, subject_of
from articles.textmap import ProseSpan
from articles.words import WordList

MISSIONS = frozenset(("embassy", "consulate", "office"))
AT = frozenset(("in", "at"))
OPENED = frozenset(("opened", "inaugurated", "established"))
SET_UP = frozenset(("set", "kept", "run", "built"))
ENDED = WordList(__file__, "ended")
TO = frozenset(("to", "in"))
RESIDENCE = 8
"""How many tokens after "has" a non-resident ambassador is looked for."""


def presence(sentence: Sentence, clause: Clause) -> Iterator[Fact]:
    """The missions that a clause says exist, or do not."""
    if _of_others(sentence, clause):
        return
    things = _things(sentence, clause)
    told = False
    for fact in _told(sentence, clause, things):
        told = True
        yield fact
    missions = [] if told else list(_missions(sentence, clause))
    verb = _first(sentence, clause, "has") if missions else None
    for fact in _held(sentence, clause, verb, missions) if verb is not None else ():
        told = True
        yield fact
    told_of = [] if told else missions or things
    if told_of:
        for each in spoken(sentence, clause, told_of):
            yield _mission(sentence, each.thing, each.owner, each.host, each.where, polarity=each.polarity)


def _of_others(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is of several that have no name: "with states in which Albania does not have an embassy"."""
    if clause.intro not in ("which", "where"):
        return False
    at = clause.start - 1
    at -= at > 0 and sentence.tokens[at].low in AT
    before = sentence.tokens[at] if at >= 0 else None
    return before is not None and before.low.endswith("s") and not before.entities and before.claim is None


def _told(sentence: Sentence, clause: Clause, things: list[Thing]) -> Iterator[Fact]:
    """The missions of which a clause says by one of the usual verbs that they are there, or are not."""
    if things:
        yield from _standing(sentence, clause, things[0])
    verb = _first(sentence, clause, "accredited")
    if verb is not None and not _owned(sentence, clause, verb, things):
        yield from _accredited(sentence, clause, verb, things)
        return
    never = _never(sentence, clause)
    if never is not None:
        yield from _held(sentence, clause, never, things)
        return
    verb = _first(sentence, clause, "has", "hosts", "exists")
    if verb is not None:
        yield from _held(sentence, clause, verb, things)
        yield from _non_resident(sentence, clause, verb)
    elif things and things[0].low == clause.start == 0:
        yield from _labelled(sentence, clause, things[0])


def _never(sentence: Sentence, clause: Clause) -> int | None:
    """The verb of "has never opened an embassy in Oslo", which denies that there is one."""
    tokens = sentence.tokens
    for at in range(clause.start, clause.end - 1):
        if tokens[at].low == "never":
            return at + 1 if tokens[at + 1].low in OPENED | SET_UP else None
    return None


def _things(sentence: Sentence, clause: Clause) -> list[Thing]:
    """The missions that are named in a clause."""
    found = []
    for at in clause.words:
        thing = thing_at(sentence, at, clause.start)
        if thing and thing.name in MISSIONS:
            found.append(thing)
    return found


def _missions(sentence: Sentence, clause: Clause) -> Iterator[Thing]:
    """What a clause that denies "a mission" or "any diplomatic representation" says of an embassy."""
    around, tokens = frames().around, sentence.tokens
    if has(tokens, clause.start, clause.end, "then_had") and not has(tokens, clause.start, clause.end, "be_now"):
        return  # "for thirty years Malta had no mission"
    for at in clause.words:
        if at and tokens[at - 1].low in around["any_mission"] and has(tokens, clause.start, at, "denials"):
            thing = thing_at(sentence, at, clause.start)
            if thing is not None and (thing.name == "presence" or thing.sort == "mission"):
                yield thing._replace(name="embassy", sort=None)


def _first(sentence: Sentence, clause: Clause, *sorts: str) -> int | None:
    """The first token of a clause that is in one of these lists."""
    listed = _union(sorts)
    for at in range(clause.start, clause.end):
        if sentence.tokens[at].low in listed:
            return at
    return None


@cache
def _union(sorts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(frames().around[sort] for sort in sorts))


# --- has, hosts, there is ---


def _held(sentence: Sentence, clause: Clause, verb: int, things: list[Thing]) -> Iterator[Fact]:
    """What "has", "hosts" or "there is" says of the missions after it."""
    tokens = sentence.tokens
    things = [thing for thing in things if thing.at > verb]
    if not things or _over(tokens, clause.start, verb, things[0].at) or not _direct(sentence, verb, things[0]):
        return
    polarity = not has(tokens, clause.start, things[0].at, "denials")
    subject = subject_of(tokens, clause, verb).names
    hosting = tokens[verb].low in frames().around["hosts"]
    for place, thing in enumerate(things):
        end = things[place + 1].low if place + 1 < len(things) else clause.end
        owners = thing.names or _of(sentence, thing, end) or (() if hosting else subject)
        relative = relative_place(sentence, clause, thing.at + 1)
        if relative is not None and sentence.pair and relative.state not in sentence.pair:
            return  # "its ambassador in Paris, where it has an embassy": neither party's
        where = relative or place_after(sentence, thing.at + 1, end, 8) or _shared(sentence, things[place:], clause.end)
        host = subject[0] if hosting and len(subject) == 1 else where.state if where else None
        if where is None and host is None and not _each_other(sentence, thing, end):
            return
        for owner in owners:
            there = host if host is not None and host != owner else _other(sentence, owner)
            if there is not None:
                yield _mission(sentence, thing, owner, there, where, polarity=polarity)
                for other in _further(sentence, thing, where, there, end) if where and polarity else ():
                    yield _mission(sentence, thing, owner, there, other)


def _further(sentence: Sentence, thing: Thing, where: Where, host: str, end: int) -> Iterator[Where]:
    """The other cities of several missions: "consulates in Bari, Milan and Turin"."""
    tokens = sentence.tokens
    at = where.end
    while tokens[thing.at].low.endswith("s") and at + 1 < end and tokens[at].low in (",", "and"):
        at += 2 if tokens[at].low == "," and tokens[at + 1].low == "and" else 1
        found = place_at(sentence, at, end) if at < end and tokens[at].capital else None
        if found is None or found.city is None or found.state not in (None, host) or _no_city(tokens, found, end):
            return
        yield found
        at = found.end


def _no_city(tokens: list[Token], where: Where, end: int) -> bool:
    """Whether what looks like a further city is another mission, or does something in a clause of its own."""
    missionary = frames().around["missionary"]
    named = any(token.word or token.low in missionary for token in tokens[where.first : where.last + 1])
    return named or (where.end < end and is_finite(tokens[where.end]))


def _owned(sentence: Sentence, clause: Clause, verb: int, things: list[Thing]) -> bool:
    """Whether a mission is had before it is said to whom it is accredited: "has no embassy accredited to X"."""
    has_at = _first(sentence, clause, "has")
    return has_at is not None and any(has_at < thing.at < verb for thing in things)


def _shared(sentence: Sentence, things: list[Thing], end: int) -> Where | None:
    """The place behind the second of two missions: "an embassy and a consulate in Oslo"."""
    if len(things) < 2 or things[1].low - things[0].at > 3:
        return None
    end = things[2].low if len(things) > 2 else end
    return place_after(sentence, things[1].at + 1, end, 8)


def _over(tokens: list[Token], start: int, verb: int, end: int) -> bool:
    """Whether a clause tells of a past or a wish; "has had" lasts."""
    at = _lasting(tokens, verb)
    return any(
        token.low in frames().around["past"] for here, token in enumerate(tokens[start:end], start) if here != at
    )


def _lasting(tokens: list[Token], verb: int) -> int:
    """The participle of "has had", "has also maintained"; -1 where there is none."""
    around = frames().around
    if tokens[verb].low not in ("has", "have", "there"):
        return -1
    at = verb + 1
    while at < len(tokens) and (tokens[at].low in around["light"] or tokens[at].low in ("has", "have")):
        if tokens[at].low == "had":
            break
        at += 1
    return at if at < len(tokens) and tokens[at].low in around["lasting"] else -1


def _direct(sentence: Sentence, verb: int, thing: Thing) -> bool:
    """Whether a mission is the object of a verb, not something further on in the sentence."""
    tokens = sentence.tokens
    objects = frames().around["objects"]
    light, lasting = frames().around["light"], _lasting(tokens, verb)
    passed = range(verb + 1, thing.low)
    return all(here == lasting or tokens[here].low in objects | light or tokens[here].entities for here in passed)


def _of(sentence: Sentence, thing: Thing, end: int) -> Names:
    """The owner in "an embassy of X"."""
    at = thing.at + 1
    if at >= end or sentence.tokens[at].low != "of":
        return ()
    return names_from(sentence.tokens, at + 1, end).names[:1]


def _each_other(sentence: Sentence, thing: Thing, end: int) -> bool:
    nearby = sentence.tokens[thing.at + 1 : min(end, thing.at + 5)]
    return any(token.low in ("each", "other") for token in nearby)


def _other(sentence: Sentence, owner: str) -> str | None:
    """The other of the two parties."""
    pair = sentence.pair
    return (pair[1] if owner == pair[0] else pair[0]) if pair and owner in pair else None


def _mission(
    sentence: Sentence, thing: Thing, owner: str, host: str, where: Where | None, *, polarity: bool = True
) -> Fact:
    basis = f"{thing.sort} {thing.name}" if thing.sort else thing.name
    city = where.city if where else None
    span = _span(sentence, thing.at, where)
    scope = Scope(host, None, basis)
    return Fact(owner, "mission", city, span, sentence.span, sentence.place, scope, polarity, None, "has mission")


def _span(sentence: Sentence, at: int, where: Where | None) -> ProseSpan:
    """The name of the place; the mission's own word where no place is named."""
    first, last = (where.first, where.last) if where else (at, at)
    return ProseSpan(sentence.tokens[first].start, sentence.tokens[last].end)


# --- other forms ---


def _standing(sentence: Sentence, clause: Clause, thing: Thing) -> Iterator[Fact]:
    """A mission that is spoken of as being there: "the embassy of A in B's capital works", "A's embassy in B is"."""
    tokens = sentence.tokens
    if thing.low - clause.start > 1 or has(tokens, clause.start, clause.end, "past"):
        return
    if has(tokens, clause.start, thing.at, "outlived"):
        return  # "the former Norwegian embassy in Paris is a school"
    owners = thing.names[:1] or _of(sentence, thing, clause.end)
    at = thing.at + 1
    if not thing.names and owners:
        at = names_from(tokens, thing.at + 2, clause.end).end
    if not owners or at + 1 >= clause.end or tokens[at].low not in TO:
        return
    where = place_at(sentence, at + 1, clause.end)
    host = (where.state or _other(sentence, owners[0])) if where else None
    if where and host and host != owners[0] and _is_there(tokens, where.end, clause.end):
        yield _mission(sentence, thing, owners[0], host, where)


def _is_there(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the verb after a mission's name says what it is or does today."""
    around = frames().around
    if at >= end or tokens[at].low not in around["standing"]:
        return False
    return at + 1 < end and not any(token.low in around["gone"] for token in tokens[at + 1 : min(end, at + 3)])


def _labelled(sentence: Sentence, clause: Clause, thing: Thing) -> Iterator[Fact]:
    """A mission told by its name alone: "Embassy of X, Moscow", "X embassy in Moscow"."""
    tokens = sentence.tokens
    owners = thing.names[:1] or _of(sentence, thing, clause.end)
    if not owners or clause.end - thing.at > RESIDENCE + 2:
        return
    start = thing.at + 1
    if not thing.names:
        start = names_from(tokens, thing.at + 2, clause.end).end
    if start >= clause.end - 1 or tokens[start].low not in (",", "in"):
        return
    where = place_at(sentence, start + 1, clause.end)
    host = (where.state or _other(sentence, owners[0])) if where else None
    acts = where is not None and _did_something_else(tokens[where.end :], clause.end - where.end)
    if where and host and host != owners[0] and not acts:
        yield _mission(sentence, thing, owners[0], host, where)


def _accredited(sentence: Sentence, clause: Clause, verb: int, things: list[Thing]) -> Iterator[Fact]:
    """A mission that looks after another country: "is accredited to B from its embassy in Cairo, Egypt"."""
    tokens = sentence.tokens
    if has(tokens, clause.start, verb, "past") or has(tokens, clause.start, verb, "denials"):
        return
    subject = subject_of(tokens, clause, verb).names
    via = next((thing for thing in things if has(tokens, verb + 1, thing.low, "through")), None)
    if len(subject) != 1 or via is None or set(via.names or _of(sentence, via, clause.end)) - set(subject):
        return  # it may be represented by the embassy of another state
    to = names_after(tokens, verb + 1, via.low, TO, 3).names
    target = to[0] if len(to) == 1 else _other(sentence, subject[0])
    where = place_after(sentence, via.at + 1, clause.end, 4)
    if target is None or where is None or target == subject[0] or (where.state is None and not to):
        return
    state = where.state or _aside(sentence, where)
    if state == target:
        yield _mission(sentence, via, subject[0], target, where)
        return
    yield _hosted(sentence, subject[0], target, where, via.at, "accredited from")
    if state is not None and state != subject[0]:
        yield _mission(sentence, via, subject[0], state, where)


def _aside(sentence: Sentence, where: Where) -> str | None:
    """The state in brackets behind a city: "Vienna (Austria)"."""
    rest = sentence.slice(sentence.tokens[where.last].end, sentence.span.end).lstrip()
    if not rest.startswith("("):
        return None
    return sentence.parties.names.canonical(rest[1:].split(")")[0])


def _hosted(sentence: Sentence, owner: str, counterpart: str | None, where: Where, at: int, pattern: str) -> Fact:
    span = _span(sentence, at, where)
    place = where.city or where.state
    scope = Scope(counterpart)
    return Fact(owner, "mission-host", place, span, sentence.span, sentence.place, scope, True, None, pattern)


def _did_something_else(tokens: list[Token], end: int) -> bool:
    """Whether a mission is told to have done or suffered something else than to open: what was closed is no more."""
    low = {token.low for token in tokens}
    opened = not low.isdisjoint(OPENED) and low.isdisjoint(ENDED)
    return not opened and any(is_finite(token) for token in tokens[:end])


def _non_resident(sentence: Sentence, clause: Clause, verb: int) -> Iterator[Fact]:
    """An ambassador who lives elsewhere: "has a non-resident ambassador in Cairo"."""
    tokens = sentence.tokens
    if has(tokens, clause.start, verb, "past") or has(tokens, clause.start, verb, "denials"):
        return
    for at in range(verb + 1, min(clause.end, verb + RESIDENCE)):
        if tokens[at].low != "ambassador" or not any(t.low in ("non", "nonresident") for t in tokens[verb:at]):
            continue
        subject = subject_of(tokens, clause, verb).names
        where = place_after(sentence, at + 1, clause.end, RESIDENCE, AT)
        if len(subject) == 1 and where is not None:
            target = names_after(tokens, at + 1, where.first, TO, 3).names
            counterpart = target[0] if target else _other(sentence, subject[0])
            yield _hosted(sentence, subject[0], counterpart, where, at, "non-resident ambassador")
        return
