"""Recognition that is given or got: "granted recognition to Chad", "received Norwegian recognition"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.facts.clauses import Clause
from articles.facts.frames import DID, frames
from articles.facts.gazetteer import Form
from articles.facts.recognized import Whom, implied, names_nobody, names_two, told_of
from articles.facts.roles import Names, names_after, names_before
from articles.facts.sentence import Sentence
from articles.facts.telling import Told
from articles.facts.tokens import Token
from articles.facts.voice import auxiliary, is_passive, is_unreal, subject_of

BY = frozenset(("by",))
TO = frozenset(("to",))
FROM = frozenset(("from", "by"))
CAME = frozenset(("came", "followed"))


def grant(tokens: list[Token], clause: Clause, at: int) -> int:
    """The verb of "granted (formal) recognition"; -1 where there is none."""
    plain = frames().around["recognizable"] | frames().around["diplomatic"]
    here = at - 1
    while here > clause.start and (tokens[here].low in plain or tokens[here].low in ("each", "other")):
        here -= 1
    if here > clause.start and tokens[here].bare:
        here -= 1  # "granted X recognition"
    act = frames().acts.get(tokens[here].low) if here >= clause.start else None
    return -1 if act is None or act.act != "grant" or is_unreal(tokens, here, clause.start) else here


def gained(tokens: list[Token], clause: Clause, at: int) -> Told | None:
    """Who gets recognition from whom: "Chad received Norwegian recognition", "won recognition from Norway"."""
    here = at - 1
    while here > clause.start and (tokens[here].low in frames().around["diplomatic"] or tokens[here].entities):
        here -= 1
    act = frames().acts.get(tokens[here].low) if here > clause.start else None
    if act is None or act.act != "gain" or act.form != DID or is_unreal(tokens, here, clause.start):
        return None
    givers = tokens[at - 1].entities or names_after(tokens, at + 1, clause.end, FROM, 2).names
    receivers = subject_of(tokens, clause, here).names
    if len(givers) != 1 or len(receivers) != 1 or givers == receivers:
        return None
    return told_of(givers[0], Whom(receivers[0], None, at + 1), here, "recognition granted")


def received_from(tokens: list[Token], clause: Clause, verb: int, at: int) -> Iterator[Told]:
    """Who was granted recognition by whom."""
    receiver = names_before(tokens, auxiliary(tokens, verb, clause.start), clause.start).names
    givers = names_after(tokens, at + 1, clause.end, BY, 3)
    for giver in givers.names if len(receiver) == 1 else ():
        if giver != receiver[0]:
            yield told_of(giver, Whom(receiver[0], None, givers.end), verb, "recognition granted")


def receiver_of(tokens: list[Token], clause: Clause, at: int) -> str | None:
    """Who is granted recognition, named before it: "granted X diplomatic recognition"."""
    here = at - 1
    while here > clause.start and tokens[here].low in frames().around["diplomatic"]:
        here -= 1
    token = tokens[here]
    named = token.bare and token.form is Form.NAME and len(token.entities) == 1
    act = frames().acts.get(tokens[here - 1].low) if named and here > clause.start else None
    return token.entities[0] if act is not None and act.act == "grant" else None


def was_granted(sentence: Sentence, clause: Clause, at: int) -> Iterator[Told]:
    """The passive: "recognition was extended to X by Y"; in an article on the two, "to X" may be left out."""
    tokens = sentence.tokens
    if _came(tokens, at, clause.end):
        yield from _that_came(sentence, clause, at)
        return
    verb = next((here for here in range(at + 1, min(clause.end, at + 5)) if tokens[here].word), at)
    act = frames().acts.get(tokens[verb].low)
    if act is None or act.act != "grant" or is_unreal(tokens, verb, at) or not is_passive(tokens, verb, at):
        return
    to = names_after(tokens, verb + 1, clause.end, TO, 2).names
    givers = names_after(tokens, verb + 1, clause.end, BY, 5)
    if not to and names_nobody(sentence, clause) and sentence.partner is not None:
        to = (sentence.parties.own,)
    if len(to) == 1 and not givers.names and names_two(sentence, clause):
        whom = Whom(to[0], None, verb + 1)
        yield from (told_of(giver, whom, verb, "recognition granted") for giver in implied(sentence, to[0]))
    for giver in givers.names:
        for receiver in to or implied(sentence, giver):
            if giver != receiver:
                yield told_of(giver, Whom(receiver, None, givers.end), verb, "recognition granted")


def _came(tokens: list[Token], at: int, end: int) -> bool:
    """Whether recognition is told to have come: "recognition followed", "recognition had come"."""
    behind = [token.low for token in tokens[at + 1 : min(at + 3, end)]]
    return (behind[:1] == ["had"] and behind[1:] == ["come"]) or (bool(behind) and behind[0] in CAME)


def _that_came(sentence: Sentence, clause: Clause, at: int) -> Iterator[Told]:
    """Whose recognition came: "American recognition followed"; in a guide that of its other state."""
    owner = sentence.tokens[at - 1].entities if at > clause.start else ()
    if not owner and names_nobody(sentence, clause):
        owner = (sentence.partner,) if sentence.partner is not None else ()
    for giver in owner if len(owner) == 1 else ():
        for receiver in implied(sentence, giver):
            yield told_of(giver, Whom(receiver, None, min(at + 3, clause.end)), at, "recognition granted")


def names_others(sentence: Sentence, start: int, end: int) -> bool:
    """Whether somebody but the two whom an article is about is named: "the British minister extended recognition"."""
    two = {*(sentence.pair or (sentence.parties.own, sentence.partner))}
    return any(not two >= set(token.entities) for token in sentence.tokens[start:end])


def to_own(sentence: Sentence, given: Names, at: int) -> Iterator[Told]:
    """Recognition extended to nobody by name: the other party's, or that of the article's own state."""
    own = sentence.parties.own
    for giver in given:
        whom = implied(sentence, giver) or ((own,) if sentence.parties.state and not sentence.pair else ())
        for name in whom:
            if name != giver:
                yield told_of(giver, Whom(name, None, at + 1), at, "recognition granted")
