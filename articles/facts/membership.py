"""Who is a member of which body, who joined and who left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.facts.clauses import Clause
from articles.facts.fact import Fact, Scope
from articles.facts.frames import DID, frames
from articles.facts.roles import Names, names_before
from articles.facts.sentence import Sentence
from articles.facts.telling import Told
from articles.facts.tokens import GROUP_STARTS, Token
from articles.facts.voice import auxiliary, has, is_passive, is_unreal, subject_of
from articles.textmap import ProseSpan

SMALL = frozenset(("of", "the", "and", "for", "in", "on"))
REACH = 7
PAST = ("was", "were")
BELONGED = "belonged"
NEVER = frozenset(("never", "not", "yet"))
MOST_WORDS = 3
"""How many words the name of a member has at most that is on no list."""


class Body(NamedTuple):
    """A body as named: its canonical name (or the words, where no list knows it), and its tokens."""

    name: str
    first: int
    end: int


def membership(sentence: Sentence, clause: Clause) -> Iterator[Fact]:
    """The memberships that a clause states or denies."""
    tokens = sentence.tokens
    for at in range(clause.start, clause.end):
        low = tokens[at].low
        if low in frames().around["member"]:
            yield from _member(sentence, clause, at)
        if low in frames().around["belongs"] and at + 1 < clause.end and tokens[at + 1].low == "to":
            yield from _belongs(sentence, clause, at)
        if low in frames().around["involvement"]:
            yield from _ended(sentence, clause, at)
        if low in NEVER and at + 1 < clause.end and _joins(tokens[at + 1]):
            yield from _never(sentence, clause, at)
        if low == "never" and at + 1 < clause.end and tokens[at + 1].low == BELONGED:
            yield from _never(sentence, clause, at)
        if low == "part" and at + 2 < clause.end and tokens[at + 1].low == "of":
            yield from _never_part(sentence, clause, at)


def _joins(token: Token) -> bool:
    act = frames().acts.get(token.low)
    return act is not None and act.form == DID and act.act == "join"


def _never(sentence: Sentence, clause: Clause, at: int) -> Iterator[Fact]:
    """A membership denied for good, "Bulgaria never joined the League", or as yet: "has not joined the League"."""
    tokens, joined = sentence.tokens, at + 1
    at -= tokens[at].low == "yet"
    aided = at > clause.start and tokens[at - 1].low in ("has", "have")
    verb = at - 1 if aided else at
    never = tokens[at].low == "never"
    if not never and not (aided and tokens[at].low == "not"):
        return
    for body in _bodies(sentence, joined + 1, clause.end):
        if _may_be_body(sentence, body):
            for name in _subjects(sentence, clause, verb):
                yield _fact(sentence, name, body, False, None, "never joined" if never else "not joined")


def _never_part(sentence: Sentence, clause: Clause, at: int) -> Iterator[Fact]:
    """A membership denied for good in other words: "was never part of the League"."""
    tokens = sentence.tokens
    never = next((here for here in range(at - 1, max(at - 4, clause.start), -1) if tokens[here].low == "never"), -1)
    if never < 0 or is_unreal(tokens[:never], never - 1, clause.start):
        return
    for body in _bodies(sentence, at + 2, clause.end):
        if _is_body(sentence, body):
            for name in _subjects(sentence, clause, never - 1):
                yield _fact(sentence, name, body, False, None, "never member")


def joining(sentence: Sentence, clause: Clause) -> Iterator[Told]:
    """Who joined or left a body, to be dated."""
    tokens = sentence.tokens
    for at in clause.words:
        act = frames().acts.get(tokens[at].low)
        if act is None or act.form != DID or is_unreal(tokens, at, clause.start):
            continue
        body = _joined(sentence, clause, at, act.act)
        if body is None:
            continue
        name = "left" if act.act == "leave" else "joined"
        for subject in _who(tokens, clause, at, act.act):
            yield Told(subject, name, body.name, None, None, at, body.end - 1, False, f"{act.act} body")


def _who(tokens: list[Token], clause: Clause, at: int, act: str) -> Names:
    passive = is_passive(tokens, at, clause.start)
    if passive != (act == "admit"):
        return ()
    if passive:
        return names_before(tokens, auxiliary(tokens, at, clause.start), clause.start).names
    return subject_of(tokens, clause, at).names


def _joined(sentence: Sentence, clause: Clause, at: int, act: str) -> Body | None:
    """The body after "joined", "became a member of", "was admitted to", "withdrew from"."""
    tokens = sentence.tokens
    match act:
        case "join" | "leave":
            start = at + 1
        case "admit":
            start = at + 1
        case "become":
            words = [here for here in range(at, min(clause.end, at + REACH)) if _is_member(tokens[here])]
            if not words or has(tokens, at, words[0], "narrowed"):
                return None
            start = words[0] + 1
        case _:
            return None
    while start < clause.end and tokens[start].low in (
        "from",
        "to",
        "of",
        "as",
        "a",
        "member",
        "into",
        "state",
        "full",
    ):
        start += 1
    body = _body(sentence, start, clause.end)
    surely = _may_be_body if tokens[at].low in frames().around["withdraws"] else _is_body
    if body is None or (act in ("join", "leave") and not surely(sentence, body)):
        return None
    return body


def _may_be_body(sentence: Sentence, body: Body) -> bool:
    """Whether a name behind "never joined" or "withdrew from" is no state's and no city's."""
    known = sentence.parties.names.entities.get(body.name)
    return known is None or known.kind == "body"


def _is_body(sentence: Sentence, body: Body) -> bool:
    known = sentence.parties.names.entities.get(body.name)
    if known is not None:
        return known.kind == "body"
    words = body.name.lower().split()
    return len(words) > 1 and not frames().around["bodies"].isdisjoint(words)


def _is_member(token: Token) -> bool:
    return token.low in frames().around["member"]


def _member(sentence: Sentence, clause: Clause, at: int) -> Iterator[Fact]:
    """What "is a member of" says, and "became a member of"."""
    tokens = sentence.tokens
    verb = _copula(tokens, clause, at)
    if verb is None:
        yield from _apposed(sentence, clause, at)
    if verb is not None and tokens[verb].low in PAST:
        yield from _was(sentence, clause, verb, at)
        return
    if verb is None or _unreal(tokens, max(clause.start, verb - 4), verb, at):
        return
    polarity = not has(tokens, verb, at, "denials")
    narrow = next((t.low for t in tokens[verb:at] if t.low in frames().around["narrowed"]), None)
    told = "never member" if any(token.low == "never" for token in tokens[verb:at]) else "is member"
    for body in _bodies(sentence, at + 1, clause.end):
        for name in _subjects(sentence, clause, verb):
            if name != body.name:
                yield _fact(sentence, name, body, polarity and narrow != "former", narrow, told)


def _was(sentence: Sentence, clause: Clause, verb: int, at: int) -> Iterator[Fact]:
    """What "was a member of" says, of the past, and "was never a member of", for good."""
    tokens = sentence.tokens
    never = any(token.low == "never" for token in tokens[verb:at])
    if has(tokens, verb, at, "narrowed") or (has(tokens, verb, at, "denials") and not never):
        return
    if has(tokens, max(clause.start, verb - 4), verb, "unreal_member"):
        return
    for body in _bodies(sentence, at + 1, clause.end):
        for name in _subjects(sentence, clause, verb):
            if name != body.name:
                yield _fact(sentence, name, body, not never, "past", "never member" if never else "was member")


def _subjects(sentence: Sentence, clause: Clause, verb: int) -> Names:
    """Who is a member: those that are known, else whom a capitalized word with which the clause begins names."""
    tokens = sentence.tokens
    names = subject_of(tokens, clause, verb).names
    run = tokens[clause.start : verb]
    if not names and len(run) == 1 and run[0].low == "both":
        return sentence.parties.pair or ()
    if names or not run or len(run) > MOST_WORDS or not all(token.capital and token.low.isalpha() for token in run):
        return names
    return () if run[0].low in GROUP_STARTS else (sentence.slice(run[0].start, run[-1].end),)


def _unreal(tokens: list[Token], start: int, verb: int, end: int) -> bool:
    """Whether a membership is wished or past; "has been a member" is neither."""
    lasting = tokens[verb].low in ("has", "have")
    unreal = frames().around["unreal_member"]
    return any(token.low in unreal and not (lasting and token.low == "been") for token in tokens[start:end])


def _belongs(sentence: Sentence, clause: Clause, verb: int) -> Iterator[Fact]:
    """What "belongs to" says, of a body."""
    tokens = sentence.tokens
    if has(tokens, max(clause.start, verb - 4), verb, "unreal_member"):
        return
    polarity = not has(tokens, max(clause.start, verb - 4), verb, "denials")
    start = verb - 2 if not polarity and verb - 2 > clause.start and tokens[verb - 2].low in ("does", "do") else verb
    for body in _bodies(sentence, verb + 1, clause.end):
        if _is_body(sentence, body):
            for name in subject_of(tokens, clause, start).names:
                yield _fact(sentence, name, body, polarity, None, "belongs to")


def _apposed(sentence: Sentence, clause: Clause, at: int) -> Iterator[Fact]:
    """A membership told in passing: "Albania, a member of NATO, ..."."""
    tokens = sentence.tokens
    comma = at - 1
    while comma > clause.start and tokens[comma].low in frames().around["membership"]:
        comma -= 1
    if tokens[comma].low != "," or comma == at - 1:
        return
    names = names_before(tokens, comma, clause.start).names
    for body in _bodies(sentence, at + 1, clause.end):
        if len(names) == 1 and names[0] != body.name:
            yield _fact(sentence, names[0], body, True, None, "is member")


def _copula(tokens: list[Token], clause: Clause, at: int) -> int | None:
    """The verb of "is a founding member": is, are, became, remains."""
    plain = frames().around["membership"] | frames().around["narrowed"] | frames().around["denials"]
    here = at - 1
    while here >= clause.start:
        low = tokens[here].low
        if low in ("is", "are", "became", "become", "remains", "remain", *PAST):
            return here
        if low in ("has", "have") and any(token.low == "been" for token in tokens[here:at]):
            return here
        if low not in plain and low not in ("-", "non", "permanent", "longer", "been", "has", "have"):
            return None
        here -= 1
    return None


def _ended(sentence: Sentence, clause: Clause, at: int) -> Iterator[Fact]:
    """A membership that is told as over: "Albania's brief involvement with the OIC"."""
    tokens = sentence.tokens
    here = at - 1
    over = False
    while here >= clause.start and (tokens[here].low in frames().around["ended"] or tokens[here].low == "-"):
        over = True
        here -= 1
    if not over or here < clause.start or not tokens[here].genitive or len(tokens[here].entities) != 1:
        return
    for body in _bodies(sentence, at + 1, clause.end):
        yield _fact(sentence, tokens[here].entities[0], body, False, "former", "membership ended")


def _bodies(sentence: Sentence, at: int, end: int) -> Iterator[Body]:
    """The bodies after "member of": several if they are joined."""
    tokens = sentence.tokens
    while at < end and tokens[at].low in ("of", "in", "with", "both", "state", "states", "to"):
        at += 1
    while at < end:
        body = _body(sentence, at, end)
        if body is None:
            return
        yield body
        at = body.end
        if at >= end or tokens[at].low not in (",", "and", "&"):
            return
        while at < end and (tokens[at].low in (",", "and", "&", "of", "also") or tokens[at].low == "the"):
            at += 1


def _body(sentence: Sentence, at: int, end: int) -> Body | None:
    """The body whose name starts at a token."""
    tokens = sentence.tokens
    while at < end and tokens[at].low in ("the", "both"):
        at += 1
    if at >= end:
        return None
    token = tokens[at]
    if token.entities:
        known = sentence.parties.names.entities.get(token.entities[0])
        if known is not None and known.kind == "body" and (at + 1 >= end or not tokens[at + 1].capital):
            return Body(token.entities[0], at, at + 1)
        if token.vague or len(token.entities) > 1 or token.form == "city":
            return None
    return _unlisted(sentence, at, end)


def _unlisted(sentence: Sentence, at: int, end: int) -> Body | None:
    """A body that no list knows, by its capitalized words: "Union of River States"."""
    tokens = sentence.tokens
    first = last = at
    while at < end and tokens[at].claim is None:
        if tokens[at].capital:
            last = at
        elif tokens[at].low not in SMALL or at + 1 >= end or (tokens[at].low == "and" and _another(tokens, at + 1)):
            break
        at += 1
    if not tokens[first].capital or last - first < 1:
        return None
    if last + 1 < end and tokens[last + 1].low == "'s":
        return None
    return Body(sentence.slice(tokens[first].start, tokens[last].end), first, last + 1)


def _another(tokens: list[Token], at: int) -> bool:
    """Whether another body begins after "and": an article, "of", a known name, or any behind "League" and its like."""
    if not tokens[at].capital or tokens[at].entities:
        return True
    return tokens[at - 2].low in frames().around["bodies"] - {"cooperation"}


def _fact(sentence: Sentence, subject: str, body: Body, polarity: bool, basis: str | None, pattern: str) -> Fact:
    tokens = sentence.tokens
    span = ProseSpan(tokens[body.first].start, tokens[body.end - 1].end)
    scope = Scope(None, None, basis)
    return Fact(subject, "member-of", body.name, span, sentence.span, sentence.place, scope, polarity, None, pattern)
