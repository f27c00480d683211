"""Recognition of one state by another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.facts.clauses import Clause
from articles.facts.enumerated import enumerated
from articles.facts.frames import DEED, DID, frames
from articles.facts.gazetteer import Form
from articles.facts.granting import gained, grant, names_others, received_from, receiver_of, to_own, was_granted
from articles.facts.recognized import Whom, implied, names_two, told_of
from articles.facts.relative import GENITIVES
from articles.facts.roles import Names, Run, first_subject, names_after, names_before, names_from
from articles.facts.sentence import Sentence
from articles.facts.telling import Told
from articles.facts.tokens import Token
from articles.facts.voice import auxiliary, has, is_done, is_first_to, is_passive, is_unreal, subject_of, told_from

BY = frozenset(("by",))
BETWEEN = frozenset(("between",))
WITH = frozenset(("with",))
TO = frozenset(("to",))
OWNED = GENITIVES | {"of"}
"""What may stand behind "republic" and make it another, or something of it, that is recognized."""
RULING = frozenset(("government", "authority", "regime"))
REACH = 9
"""How many tokens may stand between "recognized" and the name of what was recognized."""


def recognition(sentence: Sentence, clause: Clause) -> Iterator[Told]:
    """The recognitions that a clause tells."""
    for at in clause.words:
        if sentence.tokens[at].word != "recognize":
            continue
        act = frames().acts[sentence.tokens[at].low]
        switched = _switched(sentence, clause, at) if act.form == DEED else None
        if switched is not None:
            yield switched
        elif act.form == DEED:
            yield from _deed(sentence, clause, at)
        elif act.form == DID or sentence.heading or is_done(sentence.tokens, at):
            yield from _verb(sentence, clause, at)


def _verb(sentence: Sentence, clause: Clause, at: int) -> Iterator[Told]:
    tokens = sentence.tokens
    if not sentence.heading and is_unreal(tokens, at, clause.start):
        return
    if is_passive(tokens, at, clause.start):
        yield from _passive(sentence, clause, at)
        return
    if _each_other(tokens, at, min(at + 3, clause.end - 1)):
        yield from _mutual(sentence, subject_of(tokens, clause, at).names, at, strict=False)
        return
    whom = _it(sentence, clause, at) or _object(sentence, clause, at + 1) or _shared(tokens, at)
    whom = whom or _as_government(tokens, clause, at + 1) or _regime(sentence, clause, at)
    if whom is None or (tokens[at].low == "acknowledged" and not has(tokens, at, whom.end + 2, "statehood")):
        return
    others = [*enumerated(tokens, whom.end, clause.end, "")] if whom.end > at else []
    for subject in _subject(sentence, clause, at, whom):
        if subject != whom.name:
            yield told_of(subject, whom, told_from(tokens, at), "recognize")
            yield from _each(((subject, name, run) for run in others for name in run.names), "recognize")


def _subject(sentence: Sentence, clause: Clause, at: int, whom: Whom) -> Names:
    """Who recognizes: the verb's subject, who "was the first to", or whom the context leaves."""
    tokens = sentence.tokens
    named = subject_of(tokens, clause, at).names
    if not named and is_first_to(tokens, at) and whom.end < clause.end and tokens[whom.end].low == "was":
        named = names_from(tokens, whom.end + 1, clause.end).names
    return named or implied(sentence, whom.name)


def _each(members: Iterable[tuple[str, str, Run]], pattern: str) -> Iterator[Told]:
    """The recognitions of a list whose members are dated one by one."""
    for subject, name, run in members:
        if subject != name:
            yield Told(subject, "recognition", name, None, None, run.start, run.start, False, pattern)


def _shared(tokens: list[Token], at: int) -> Whom | None:
    """The object that another verb has too: "recognized and established diplomatic relations with X"."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "and" or not tokens[at + 2].word:
        return None
    run = names_after(tokens, at + 3, len(tokens), WITH)
    return Whom(run.names[0], None, run.end) if len(run.names) == 1 else None


def _passive(sentence: Sentence, clause: Clause, at: int) -> Iterator[Told]:
    """Who was recognized by whom; without a "by", when a state's independence was recognized."""
    tokens = sentence.tokens
    agents = names_after(tokens, at + 1, clause.end, BY, 5)
    run = names_before(tokens, auxiliary(tokens, at, clause.start), clause.start)
    if not run.names and clause.intro in ("and", "but"):
        run = subject_of(tokens, clause, at)
    names = run.names or _possessor(tokens, clause.start, at)
    if len(names) != 1 or _as_another(tokens, agents.end, clause.end):
        return
    for agent in agents.names:
        if agent != names[0]:
            yield told_of(agent, Whom(names[0], None, agents.end), at, "recognized by")
    if agents.names:
        others = enumerated(tokens, agents.end, clause.end, "by")
        yield from _each(((agent, names[0], run) for run in others for agent in run.names), "recognized by")
    if (
        not agents.names
        and run.names
        and tokens[min(at + 1, clause.end - 1)].low != "by"
        and names_two(sentence, clause)
    ):
        for giver in implied(sentence, names[0]):
            yield told_of(giver, Whom(names[0], None, at + 1), at, "recognized by")
    if not agents.names and not run.names:
        yield Told(names[0], "independence", None, "recognized", None, at, at, False, "independence recognized")


def _as_another(tokens: list[Token], at: int, end: int) -> bool:
    """Whether what was recognized is no state: "was recognized by the bank as a developed country"."""
    around = frames().around
    if not 0 < at < end or tokens[at].low != "as":
        return False
    return not any(token.low in around["recognizable"] - {"country", "right"} for token in tokens[at + 1 : at + 6])


def _possessor(tokens: list[Token], start: int, at: int) -> Names:
    """Whose independence is spoken of before a verb: "the independence of X was recognized", "X's independence"."""
    for here in range(start, at):
        if tokens[here].low == "independence":
            if here > start and tokens[here - 1].genitive:
                return tokens[here - 1].entities
            if here + 1 < at and tokens[here + 1].low == "of":
                return names_from(tokens, here + 2, at).names
    return ()


def _deed(sentence: Sentence, clause: Clause, at: int) -> Iterator[Told]:
    """The noun: "X's recognition of Y", "recognition of Y by X", "mutual recognition", "granted recognition to Y"."""
    tokens = sentence.tokens
    announced = _announced(tokens, clause, at)
    if not sentence.heading and has(tokens, clause.start, min(at, announced), "spoken"):
        return
    if has(tokens, max(clause.start, at - REACH), at, "withheld"):
        return
    before = tokens[at - 1] if at > clause.start else None
    granted = grant(tokens, clause, at)
    if granted >= 0 and is_passive(tokens, granted, clause.start):
        yield from received_from(tokens, clause, granted, at)
        return
    given = subject_of(tokens, clause, granted).names if granted >= 0 else ()
    between = names_after(tokens, at + 1, clause.end, BETWEEN, 1).names
    if (before is not None and before.low == "mutual") or between or _each_other(tokens, clause.start, at):
        yield from _mutual(sentence, given or between, at, strict=not given)
        return
    got = None if given else gained(tokens, clause, at)
    if got is not None:
        yield got
        return
    received = receiver_of(tokens, clause, at) if given else None
    if received is not None and received not in given:
        yield from (told_of(giver, Whom(received, None, at + 1), at, "recognition of") for giver in given)
        return
    follows = tokens[at + 1].low if at + 1 < clause.end else ""
    if given and follows in ("on", "in") and at + 2 < clause.end and tokens[at + 2].dated:
        yield from to_own(sentence, given, at)
        return
    if follows != "of" and not (follows == "to" and granted >= 0):
        yield from _headed(sentence, at) if sentence.heading else was_granted(sentence, clause, at)
        return
    if not given and granted >= 0 and names_others(sentence, clause.start, granted):
        return
    yield from _named(sentence, clause, at, given, announced, granted)


def _switched(sentence: Sentence, clause: Clause, at: int) -> Told | None:
    """Whose government is recognized now: "switched its diplomatic recognition from X to Y in 1978"."""
    tokens, around = sentence.tokens, frames().around
    verb = at - 1
    while verb > clause.start and (tokens[verb].low in around["diplomatic"] or tokens[verb].low in around["articles"]):
        verb -= 1
    if verb < clause.start or tokens[verb].low not in around["switching"] or is_unreal(tokens, verb, clause.start):
        return None
    subject = subject_of(tokens, clause, verb).names
    whom = names_after(tokens, at + 1, clause.end, TO, 12)
    if len(subject) != 1 or len(whom.names) != 1 or whom.names == subject:
        return None
    return told_of(subject[0], Whom(whom.names[0], None, whom.end), verb, "recognition switched")


def _headed(sentence: Sentence, at: int) -> Iterator[Told]:
    """A heading that names nobody, or one only: "De Facto Recognition, 1918", "Recognition by the United States"."""
    tokens, own, partner = sentence.tokens, sentence.parties.own, sentence.partner
    plain = frames().around["recognizable"] | frames().around["diplomatic"]
    before = tokens[:at]
    named = tuple(dict.fromkeys(name for token in before for name in token.entities))
    by = names_after(tokens, at + 1, len(tokens), BY, 1)
    rest = tokens[max(by.end, at + 1) :]
    other = any(not token.entities and token.low not in plain for token in before)
    if partner is None or sentence.parties.pair or other or any(token.low != "," and not token.dated for token in rest):
        return
    subject = (by.names or named or (partner,))[0]
    if len(named) < 2 and subject in (own, partner):
        yield told_of(subject, Whom(own if subject == partner else partner, None, at + 1), at, "recognition of")


def _named(sentence: Sentence, clause: Clause, at: int, given: Names, announced: int, granted: int) -> Iterator[Told]:
    """The noun with what is recognized behind it."""
    tokens = sentence.tokens
    before = tokens[at - 1] if at > clause.start else None
    whom = _object(sentence, clause, at + 2)
    if whom is None:
        return
    owner = before.entities if before is not None and before.entities else given
    owner = owner or names_after(tokens, whom.end, clause.end, BY, 3).names
    if announced < at:
        owner = owner or subject_of(tokens, clause, announced).names
        announced = told_from(tokens, announced)
    for subject in owner or implied(sentence, whom.name):
        if subject != whom.name:
            strict = not given and granted < 0 and announced == at
            yield told_of(
                subject, whom, min(announced, granted) if granted >= 0 else announced, "recognition of", strict=strict
            )


def _announced(tokens: list[Token], clause: Clause, at: int) -> int:
    """Where a recognition is announced, which is how it is given: "announced its recognition of X"; else ``at``."""
    for here in range(at - 1, max(clause.start, at - REACH) - 1, -1):
        if tokens[here].low in frames().around["announcing"]:
            return here if not is_unreal(tokens, here, clause.start) else at
        if tokens[here].low in ("of", "that") or tokens[here].word:
            return at
    return at


def _each_other(tokens: list[Token], start: int, at: int) -> bool:
    return any(tokens[here].low == "each" and tokens[here + 1].low == "other" for here in range(start, at))


def _mutual(sentence: Sentence, given: Names, at: int, *, strict: bool) -> Iterator[Told]:
    """One fact each way."""
    names = given or sentence.pair or (sentence.parties.own, sentence.partner)
    if len(names) != 2 or not sentence.parties.state:
        return
    for one, other in (names, names[::-1]):
        if one and other:
            yield told_of(one, Whom(other, None, at + 1), at, "mutual recognition", strict=strict)


def _object(sentence: Sentence, clause: Clause, at: int) -> Whom | None:
    """The state that is recognized: "X", "the independence of X", "X's independence", "the Government of X"."""
    tokens = sentence.tokens
    around = frames().around
    regime = False
    for here in range(at, min(clause.end, at + REACH)):
        token = tokens[here]
        if token.entities:
            return _state(sentence, here, clause, regime=regime)
        regime = regime or token.low in around["regimes"]
        if token.low not in around["recognizable"] and not (token.capital and here > at):
            return None
    return None


def _as_government(tokens: list[Token], clause: Clause, at: int) -> Whom | None:
    """Whose government a body is recognized as: "recognized the council as the legitimate government of X"."""
    for here in range(at, min(clause.end - 3, at + REACH)):
        if tokens[here].low == "as":
            for head in range(here + 1, min(clause.end - 2, here + 6)):
                if tokens[head].low in RULING and tokens[head + 1].low == "of":
                    run = names_from(tokens, head + 2, clause.end)
                    return Whom(run.names[0], "government", run.end) if len(run.names) == 1 else None
    return None


def _regime(sentence: Sentence, clause: Clause, at: int) -> Whom | None:
    """The other party, where its government is recognized by no name: "recognized the new government in 1980"."""
    tokens = sentence.tokens
    around = frames().around
    here = at + 1
    while here < clause.end and (tokens[here].low in around["recognizable"] or tokens[here].low in around["articles"]):
        here += 1
    ended = here == clause.end or tokens[here].low in (",", ".", "in", "on", "and") or tokens[here].dated
    within = [token.low for token in tokens[at + 1 : here]]
    state = "new" in within and not around["newborn"].isdisjoint(within)
    if not ended or (not state and around["regimes"].isdisjoint(within)):
        return None
    named = subject_of(tokens, clause, at).names
    whom = implied(sentence, named[0]) if len(named) == 1 else ()
    return Whom(whom[0], None if state else "government", here) if whom and whom[0] not in named else None


def _it(sentence: Sentence, clause: Clause, at: int) -> Whom | None:
    """The subject of the clause before, where "it" is recognized: "Chad became independent; Norway recognized it"."""
    tokens = sentence.tokens
    if at + 1 >= clause.end or tokens[at + 1].low != "it":
        return None
    if not clause.start:
        named = subject_of(tokens, clause, at).names
        other = implied(sentence, named[0]) if len(named) == 1 else ()
        return Whom(other[0], None, at + 2) if other else None
    before = first_subject(tokens, 0, clause.start).names
    return Whom(before[0], None, at + 2) if len(before) == 1 else None


def _state(sentence: Sentence, at: int, clause: Clause, *, regime: bool) -> Whom | None:
    tokens = sentence.tokens
    token = tokens[at]
    known = sentence.parties.names.entities.get(token.entities[0])
    if token.form is Form.CITY or len(token.entities) > 1 or (known is not None and known.kind == "body"):
        return None
    basis = "government" if regime else None
    if token.form is not Form.ADJECTIVE and not token.genitive:
        return Whom(token.entities[0], basis, at + 1)
    here = at + 1
    around = frames().around
    while here < clause.end and tokens[here].low in around["recognizable"] - around["statehood"] - around["regimes"]:
        if tokens[here].low in around["forms"] and not any(token.low in OWNED for token in tokens[here + 1 : here + 2]):
            return Whom(token.entities[0], basis, here + 1)
        here += 1
    following = tokens[here].low if here < clause.end else ""
    if following in around["statehood"]:
        if here + 1 < clause.end and tokens[here + 1].low == "over":
            return None  # "recognized Norway's sovereignty over Svalbard"
        return Whom(token.entities[0], basis, here + 1)
    return Whom(token.entities[0], "government", here + 1) if following in around["regimes"] else None
