"""What happened once to an article's own subject: born, died, founded, fought, opened."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articles.facts.clauses import Clause, is_finite, may_be_noun
from articles.facts.frames import Moment, frames
from articles.facts.omitted import listed
from articles.facts.roles import Names, first_subject, names_before, names_from
from articles.facts.sentence import Sentence
from articles.facts.telling import Told
from articles.facts.tokens import PRONOUNS, Token
from articles.facts.voice import auxiliary, is_passive, is_unreal, shared_subject, subject_of
from articles.page import Place
from articles.words import WordList

RELATIVE = frozenset(("who", "whose", "whom", "which", "where", "when"))
"""What begins a clause with a subject of its own."""
JOINTS = frozenset(("and", "but"))
OBJECTS = frozenset(("it", "them"))
OFF = "off"
"""Makes another verb of the one before it: a model, not a person, is killed off."""
LIFE = frozenset(("born", "died"))
TRANSITIVE = frozenset(("opened", "closed"))
"""Verbs that with an object tell of another thing."""
_TAKEN = WordList(__file__, "taken")
_RELATIVES = WordList(__file__, "relatives")
_GENERATIONS = WordList(__file__, "generations")
REACH = 14
"""How far behind an opening participle its subject is looked for."""

_EVERYBODY = frozenset(("traffic", "the", "public", "visitors", "all", "passengers", "everybody", "everyone"))


def moments(sentence: Sentence, clause: Clause) -> Iterator[Told]:
    """The moments that a clause tells of the article's own subject."""
    parties = sentence.parties
    if parties.state or parties.pair:
        return
    sort = "person" if parties.person else parties.sort
    known = frames().moments
    for at in range(clause.start, clause.end):
        for moment in known.get(sentence.tokens[at].low, ()):
            if (
                sort in moment.of
                and not _is_unreal(sentence.tokens, clause, at, moment)
                and not _said(sentence.tokens, at)
            ):
                subject, low = _antecedent(sentence, clause, at, moment), at
                subject, low = (subject, low) if subject else _whom(sentence, clause, at, moment)
                if subject == (parties.own,) and not (
                    moment.property in LIFE and _namesake(sentence.tokens, parties.own, at)
                ):
                    told = (moment.property, None, moment.basis, None)
                    strict = moment.voice == "noun"
                    pattern = f"{moment.voice} {sentence.tokens[at].low}"
                    yield Told(parties.own, *told, min(low, at), at, strict, pattern)


def _namesake(tokens: list[Token], own: str, verb: int) -> bool:
    """Whether the name before a verb is that of a relative: "one son, also named Karl, who was born"."""
    at = verb - 1
    while at > 0 and (tokens[at].entities != (own,) or tokens[at].low in PRONOUNS):
        if tokens[at].low in PRONOUNS and tokens[at].entities == (own,):
            return False
        at -= 1
    behind = {token.low for token in tokens[at + 1 : min(at + 3, verb)]}
    if not _GENERATIONS.isdisjoint(behind) and _GENERATIONS.isdisjoint(own.lower().replace(".", "").split()):
        return True  # "Berg senior died", "Berg the elder was born"
    while at > 0 and tokens[at - 1].entities == (own,):
        at -= 1
    return at > 0 and tokens[at - 1].low in _RELATIVES


def _is_unreal(tokens: list[Token], clause: Clause, at: int, moment: Moment) -> bool:
    """Whether a verb tells of nothing that happened; "until her death in 1950" does."""
    if moment.voice == "noun" and at > 1 and tokens[at - 1].vague:
        if tokens[at - 2].low == "of" and tokens[at - 3].low == "that":
            return True  # "the centenary of his birth, and that of his death in 1994"
        return tokens[at - 2].low in frames().around["feigned"]
    return is_unreal(tokens, at, clause.start)


def _said(tokens: list[Token], at: int) -> bool:
    """Whether a verb tells what somebody only said: "gave out that she had been born in 1898"."""
    for here in range(at - 1, max(at - REACH // 2, 0), -1):
        if tokens[here].low == "that":
            return tokens[here - 1].low in frames().around["saying"]
    return False


def _whom(sentence: Sentence, clause: Clause, at: int, moment: Moment) -> tuple[Names, int]:
    """Whom a verb is about where no "who" before it says so."""
    who = _relative_before(sentence.tokens, clause) if moment.property in LIFE else 0
    if who:
        return names_before(sentence.tokens, who - 1, 0).names, at
    if _to_some(sentence.tokens, at):
        return (), at
    return _subject(sentence, clause, at, moment)


def _subject(sentence: Sentence, clause: Clause, at: int, moment: Moment) -> tuple[Names, int]:
    """Whom a verb is about, and the first token that tells it."""
    tokens = sentence.tokens
    if any(token.low == OFF for token in tokens[at + 1 : at + 2]):
        return (), at
    if moment.property == "closed" and _passing(tokens, at):
        return (), at
    then = (moment.then or "").split()
    if then != [token.low for token in tokens[at + 1 : at + 1 + len(then)]]:
        return (), at
    if moment.voice == "noun":
        before = tokens[at - 1] if at > clause.start else None
        owned = before is not None and before.genitive and not _ahead(tokens, at - 1)
        return (before.entities, at) if before is not None and owned else ((), at)
    passive = is_passive(tokens, at, clause.start)
    if moment.voice != "passive":
        told = _object(tokens, at, clause.end) if moment.voice == "object" else _actor(tokens, clause, at)
        return () if passive else told, at
    if passive:
        start = _verb_start(tokens, at, clause.start)
        run = names_before(tokens, start, clause.start)
        if run.names and _is_owned(tokens, run.start, clause.start):
            return (), at
        return run.names or _apposed(tokens, start) or _shared(tokens, clause, start), at
    if at == 0:
        return _behind(tokens, at) if _dates_phrase(tokens) else (), at
    if tokens[at - 1].low == ",":
        # "Jane Example, born in 1950, ...": only right behind the name.
        further = _joined(tokens, at) if listed(tokens, at, clause) else ()
        return names_before(tokens, at - 1, clause.start).names or further or _described(sentence, at - 1), at
    return (_joined(tokens, at) or _participles(sentence, at), at) if tokens[at - 1].low in JOINTS else ((), at)


def _to_some(tokens: list[Token], at: int) -> bool:
    """Whether something is opened to some only: a line opened to double-track traffic was open before."""
    behind = [token.low for token in tokens[at + 1 : at + 3]]
    return tokens[at].low == "opened" and len(behind) > 1 and behind[0] == "to" and behind[1] not in _EVERYBODY


def _relative_before(tokens: list[Token], clause: Clause) -> int:
    """Where the "who" stands that a clause goes on from: "married Jon Rask, who was born here and died in"."""
    if clause.intro not in ("and", "but"):
        return 0
    whos = (here for here in range(clause.start - 1, 1, -1) if tokens[here].low == "who")
    return next((here for here in whos if tokens[here - 1].low == ","), 0)


def _verb_start(tokens: list[Token], verb: int, start: int) -> int:
    """The first token of a passive verb, with its "not" that an "until" takes back: "was not opened until 1935"."""
    first = auxiliary(tokens, verb, start)
    return auxiliary(tokens, first - 1, start) if first > start and tokens[first - 1].low == "not" else first


def _antecedent(sentence: Sentence, clause: Clause, verb: int, moment: Moment) -> Names:
    """The person that "who" stands for: "Example, who died in 1719", "Example was a singer who died in 1842"."""
    tokens = sentence.tokens
    who = auxiliary(tokens, verb, clause.start) - 1
    if who < 1 or tokens[who].low != "who" or moment.property not in LIFE:
        return ()
    if tokens[who - 1].low == ",":
        return names_before(tokens, who - 1, 0).names
    other = _antecedent_of_and(tokens, who)
    return _described(sentence, other) if other > 0 else ()


def _antecedent_of_and(tokens: list[Token], who: int) -> int:
    """Where a "who" stands, or the one before it that it goes on from: "a singer who was born here and who died"."""
    if tokens[who - 1].low not in JOINTS:
        return who if not any(token.low in frames().around["prepositions"] for token in tokens[:who]) else 0
    before = [here for here in range(who - 2, 0, -1) if tokens[here].low == "who"]
    return _antecedent_of_and(tokens, before[0]) if before else 0


def _actor(tokens: list[Token], clause: Clause, at: int) -> Names:
    """Who or what does it: "the opera opened in 1891", not "the opera choir opened"."""
    if tokens[at].low in TRANSITIVE and not _alone(tokens, at, clause.end):
        return ()
    run = subject_of(tokens, clause, at)
    return () if _compound(tokens, run.end) else run.names or _carried(tokens, clause, at)


def _alone(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a verb has no object: not "opened a new wing in 1905"."""
    around = frames().around
    at += 1
    while at < end and tokens[at].low in around["light"]:
        at += 1
    return at >= end or tokens[at].dated or tokens[at].low in around["unobjective"]


def _is_owned(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a pronoun before a verb is what a clause before it acts on: "the society that owns it was founded"."""
    if at <= start or tokens[at].low not in OBJECTS:
        return False
    return any(token.low in ("that", "which", "who") for token in tokens[max(at - 4, start) : at - 1])


def _apposed(tokens: list[Token], verb: int) -> Names:
    """The subject before a phrase between commas: "Example, the third child of a miller, was born in 1820"."""
    if verb < 3 or tokens[verb - 1].low != ",":
        return ()
    run = names_from(tokens, 0, verb)
    if not run.names or run.start or run.end >= verb - 1 or tokens[run.end].low != ",":
        return ()
    within = tokens[run.end + 1 : verb - 1]
    return () if any(is_finite(token) or token.low in RELATIVE for token in within) else run.names


def _shared(tokens: list[Token], clause: Clause, verb: int) -> Names:
    """The subject with which a sentence begins that goes on: "The club won in 1990 and was dissolved in 1998"."""
    if clause.intro not in ("and", "but") or verb != clause.start + 1:
        return ()
    run = shared_subject(tokens, clause.start)
    known = frames().moments
    named = any(token.entities and not token.vague for token in tokens[run.start : run.end])
    return run.names if named or any(token.low in known for token in tokens[: clause.start]) else ()


def _described(sentence: Sentence, comma: int) -> Names:
    """The subject of a lead that says what it is: "Example is a museum in Leeds, founded in 1890"."""
    tokens = sentence.tokens
    run = first_subject(tokens, 0, comma)
    if sentence.place is not Place.LEAD or not run.names or tokens[run.end].low not in ("is", "was"):
        return ()
    within = tokens[run.end + 1 : comma]
    beside = frames().around["beside"]
    if any(before.low in beside and (token.capital or token.entities) for before, token in pairwise(within)):
        return ()  # "is the seat of Falk University, founded in"
    return () if any(is_finite(token) or token.low in RELATIVE or token.low == "," for token in within) else run.names


def _passing(tokens: list[Token], at: int) -> bool:
    """Whether what is closed opens again: "was closed for repairs in 1988", "closed in 1940 because of the war"."""
    passing = frames().around["passing"]
    behind = next((here for here in range(at + 1, len(tokens)) if tokens[here].dated), len(tokens))
    between = [
        token.low for token in (*tokens[at - 1 : at], *tokens[at + 1 : behind], *tokens[behind + 1 : behind + 2])
    ]
    return any(low in passing for low in between) or any(token.low.startswith("reopen") for token in tokens[at:])


def _joined(tokens: list[Token], at: int) -> Names:
    """The subject of a participle that shares the verb of one before: "was founded in 1938 and dissolved in 1970"."""
    for here in range(at - 2, max(at - REACH, 0), -1):
        told = tokens[here].low in frames().moments or tokens[here].low in _TAKEN
        if told and is_passive(tokens, here, 0):
            return names_before(tokens, auxiliary(tokens, here, 0), 0).names
    return ()


def _participles(sentence: Sentence, at: int) -> Names:
    """The subject of two participles that stand by themselves: "Example was founded in 1919 and dissolved in 1950"."""
    tokens = sentence.tokens
    for here in range(at - 2, max(at - REACH, 0) - 1, -1):
        if tokens[here].low in frames().moments and here == 0:
            return _behind(tokens, here)
        if tokens[here].low in frames().moments and tokens[here - 1].low == ",":
            return names_before(tokens, here - 1, 0).names or _described(sentence, here - 1)
    return ()


def _carried(tokens: list[Token], clause: Clause, at: int) -> Names:
    """The subject that an "and" carries on: "she moved to Lima in 1919 and died there"."""
    light = frames().around["light"]
    if clause.intro not in ("and", "but", "then") or any(t.low not in light for t in tokens[clause.start + 1 : at]):
        return ()
    for here in range(clause.start - 2, -1, -1):
        if tokens[here].low == ";":
            return ()  # "she was widowed in 1916; their son was born in 1908 and died in 1982"
        if tokens[here].bare and tokens[here].entities and is_finite(tokens[here + 1]):
            return tokens[here].entities
    return ()


def _ahead(tokens: list[Token], at: int) -> bool:
    """Whether a pronoun may stand for what is only named behind: "Since its founding in 1959, the campus ..."."""
    if not tokens[at].vague or not at or any(token.entities for token in tokens[:at]):
        return False
    return tokens[at].entities != _behind(tokens, at)


def _object(tokens: list[Token], at: int, end: int) -> Names:
    """What an active verb is done to, where it stands alone: "founded the company in 1987", not "the company's"."""
    run = names_from(tokens, at + 1, end)
    alone = len(run.names) == 1 and run.end < end and tokens[run.end].low in ("in", "on", ",")
    return run.names if alone and not any(token.genitive for token in tokens[at + 1 : run.end]) else ()


def _dates_phrase(tokens: list[Token]) -> bool:
    """Whether an opening participle's own phrase has a date: none in "Born poor, she became a teacher in 1911"."""
    for here in range(1, min(len(tokens) - 1, REACH)):
        if tokens[here].dated:
            return True
        if tokens[here].low == "," and names_from(tokens, here + 1, min(len(tokens), here + 4)).names:
            return False
    return False


def _behind(tokens: list[Token], at: int) -> Names:
    """The subject behind an opening participle: "Founded in 1250, Northport ..."."""
    for here in range(at + 1, min(len(tokens) - 1, at + REACH)):
        if tokens[here].low == ",":
            run = names_from(tokens, here + 1, min(len(tokens), here + 4))
            if run.names:
                return () if _compound(tokens, run.end) else run.names
    return ()


def _compound(tokens: list[Token], end: int) -> bool:
    """Whether "the opera" that ends before a token only says whose the word behind it is: "the opera choir"."""
    if not 0 < end < len(tokens) or not tokens[end - 1].vague or tokens[end - 1].genitive:
        return False
    if tokens[end - 1].low in PRONOUNS:
        return False
    token = tokens[end]
    return not (token.capital or token.entities or token.claim) and may_be_noun(token.low)
