"""When a state became independent, and from whom."""

from __future__ import annotations

from collections.abc import Iterator

from articles.facts.clauses import Clause
from articles.facts.frames import DID, frames
from articles.facts.roles import Names, Run, names_after, names_before, names_from
from articles.facts.sentence import Sentence
from articles.facts.telling import Told
from articles.facts.tokens import Token
from articles.facts.voice import auxiliary, has, is_done, is_passive, is_unreal, subject_of

FROM = frozenset(("from", "of"))
TO = frozenset(("to",))
MOMENTS = frozenset(("since", "after", "upon", "at", "following"))


def independence(sentence: Sentence, clause: Clause) -> Iterator[Told]:
    """The independence that a clause tells of, unless it is told of as recognized."""
    tokens = sentence.tokens
    for at in clause.words:
        if tokens[at].word != "independence" or _recognized(tokens, clause, at):
            continue
        verb = _verb_of(tokens, clause.start, at)
        if verb is None and tokens[at].low == "independent":
            yield from _been(sentence, clause, at)
        if verb is not None:
            yield from _became(sentence, clause, at, verb)
        elif tokens[at].low == "independence":
            yield from _noun(sentence, clause, at)


def _recognized(tokens: list[Token], clause: Clause, at: int) -> bool:
    """Whether it is the recognition of an independence that is told, unless a comma with a date parts the two."""
    for here in clause.words:
        if tokens[here].word == "recognize":
            between = tokens[min(at, here) : max(at, here)]
            if not any(token.low == "," for token in between) or not any(token.dated for token in between):
                return True
    return False


def _verb_of(tokens: list[Token], start: int, at: int) -> int | None:
    """The verb whose object or complement is the word: "declared its full independence", "became independent"."""
    here = at - 1
    while here >= start and (tokens[here].low in frames().around["own_words"] or tokens[here].entities):
        here -= 1
    act = frames().acts.get(tokens[here].low) if here >= start else None
    if act is None:
        return None
    wanted = ("become", "declare") if tokens[at].low == "independent" else ("declare", "gain", "grant")
    return here if act.act in wanted else None


def _been(sentence: Sentence, clause: Clause, at: int) -> Iterator[Told]:
    """A state that "has been independent since 1960"."""
    tokens = sentence.tokens
    if at == clause.start or tokens[at - 1].low not in ("been", "is"):
        return
    names = names_before(tokens, auxiliary(tokens, at, clause.start), clause.start).names
    if len(names) == 1:
        yield Told(names[0], "independence", None, None, None, at, at, False, "been independent", True)


def _became(sentence: Sentence, clause: Clause, at: int, verb: int) -> Iterator[Told]:
    """What a verb tells: "X declared its independence from Y", "Y granted independence to X"."""
    tokens = sentence.tokens
    act = frames().acts[tokens[verb].low]
    if act.form != DID and not is_done(tokens, verb):
        return
    if is_unreal(tokens, verb, clause.start):
        return
    former = names_after(tokens, at + 1, clause.end, FROM, 2)
    subject, giver = _subject(tokens, clause, at, verb, act.act)
    if len(subject) != 1:
        return
    basis = "declared" if act.act == "declare" else None
    yield _told(subject[0], giver or former.names, basis, verb, _high(former, at), f"{act.act} independence")


def _subject(tokens: list[Token], clause: Clause, at: int, verb: int, act: str) -> tuple[Names, Names]:
    """Who became independent, and who granted it."""
    passive = is_passive(tokens, verb, clause.start)
    if act == "grant" and not passive:
        to = names_after(tokens, at + 1, clause.end, TO, 2).names or names_from(tokens, verb + 1, at).names
        return to, subject_of(tokens, clause, verb).names
    if passive and act != "grant":
        return (), ()
    if passive:
        return names_before(tokens, auxiliary(tokens, verb, clause.start), clause.start).names, ()
    if tokens[verb].low.endswith("ing") or "having" in (token.low for token in tokens[max(verb - 2, 0) : verb]):
        return _main_subject(tokens, at), ()
    return subject_of(tokens, clause, verb).names, ()


def _main_subject(tokens: list[Token], at: int) -> Names:
    """The subject of the main clause behind a gerund: "after gaining independence in 1960, Sylvania ..."."""
    for here in range(at + 1, min(len(tokens) - 1, at + 12)):
        if tokens[here].low == ",":
            run = names_from(tokens, here + 1, len(tokens))
            return run.names if len(run.names) == 1 else ()
    return ()


def _noun(sentence: Sentence, clause: Clause, at: int) -> Iterator[Told]:
    """The noun by itself: "X's independence in 1960", "the independence of X in 1960", "since independence in 1960"."""
    tokens = sentence.tokens
    before = tokens[at - 1] if at > clause.start else None
    if before is None or has(tokens, max(clause.start, at - 6), at, "spoken"):
        return
    subject = before.entities[0] if before.genitive and before.entities else None
    end = at
    if at + 1 < clause.end and tokens[at + 1].low == "of":
        run = names_from(tokens, at + 2, clause.end)
        subject, end = (run.names[0], run.end - 1) if len(run.names) == 1 else (None, at)
    elif subject is None and before.low in MOMENTS and _alone(sentence):
        subject = sentence.parties.own
    if subject is not None:
        former = names_after(tokens, end + 1, clause.end, FROM, 2)
        yield _told(subject, former.names, None, end, _high(former, end), "independence of", strict=True)


def _alone(sentence: Sentence) -> bool:
    """Whether a sentence on the article's own state names no other, or only its partner."""
    named = {name for token in sentence.tokens for name in token.entities}
    state = sentence.parties.state and not sentence.pair
    return state and (named <= {sentence.parties.own} or named <= {sentence.parties.own, sentence.partner})


def _high(former: Run, at: int) -> int:
    return former.end - 1 if former.names else at


def _told(
    subject: str, former: Names, basis: str | None, low: int, high: int, pattern: str, *, strict: bool = False
) -> Told:
    counterpart = former[0] if len(former) == 1 and former[0] != subject else None
    return Told(subject, "independence", counterpart, basis, None, low, high, strict, pattern)
