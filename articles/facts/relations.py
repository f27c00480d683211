"""Between whom relations are: two names out of those around the word, or what the article settles."""

from __future__ import annotations

from articles.facts.clauses import Clause
from articles.facts.frames import DID, frames
from articles.facts.gazetteer import Form
from articles.facts.parties import words
from articles.facts.roles import NONE, Names, Side, first_subject, names_after, names_from
from articles.facts.sentence import Sentence
from articles.facts.things import Thing
from articles.facts.tokens import Token
from articles.facts.voice import auxiliary

BETWEEN = frozenset(("between", "among"))
WITH = frozenset(("with", "to", "towards"))
BY = frozenset(("by",))
LONGEST = 6
"""How many tokens a subject may have."""
STATES = frozenset(("two", "three", "countries", "nations", "states", "governments", "republics", "sides", "parties"))
REACH = 10
"""How many tokens may stand before "with" and "between"."""


def sides_of(sentence: Sentence, clause: Clause, thing: Thing, high: int, subject: Names) -> list[Side]:
    """The pairs between whom relations are told to be, if that is certain; ``high`` is the last token told."""
    tokens = sentence.tokens
    if not subject and _by_others(tokens, clause, thing.low - 1):
        return []
    between = _behind(sentence, clause, (thing.at, high), BETWEEN)
    if len(between) == 2:
        return [_ordered(sentence, *between)]
    others = _behind(sentence, clause, (thing.at, high), WITH) or _fronted(tokens, clause)
    agents = subject or names_after(tokens, thing.at + 1, clause.end, BY).names
    if len(thing.names) == 2:
        return [_ordered(sentence, *thing.names)]
    first = agents or thing.names
    if first and others:
        return [_ordered(sentence, one, other) for one in first for other in others if one != other]
    if (not others and _with_another(sentence, clause, thing)) or _between_others(sentence, clause, thing):
        return []
    own = sentence.parties.own
    if len(others) > 1 and not sentence.pair and own not in others and not first:
        return [Side(own, other) for other in others] if sentence.parties.state else []
    names = tuple(dict.fromkeys((*first, *others, *thing.names))) or _of_sentence(sentence)
    if len(names) == 2:
        return [_ordered(sentence, *names)]
    return _completed(sentence, names)


def _by_others(tokens: list[Token], clause: Clause, verb: int) -> bool:
    """Whether two who are no states are the subject of a verb: "the two chambers of trade established relations"."""
    act, end = frames().acts.get(tokens[verb].low), auxiliary(tokens, verb, clause.start)
    if act is None or act.form != DID:
        return False
    said = tokens[max(end - LONGEST, clause.start) : end]
    led = max(
        (at for at, token in enumerate(said) if token.low in ("#", "two", "both", "their", "its")), default=LONGEST
    )
    nouns = [token.low for token in said[led:] if token.low.endswith("s") and token.low not in ("its", "as")]
    named = any(token.entities or token.low == "," for token in said[led:])
    return bool(nouns) and not named and frames().around["states"].isdisjoint(nouns)


def _of_sentence(sentence: Sentence) -> Names:
    """The two, one the article's own, with which a sentence begins: "A and B began talks on relations, which were"."""
    if sentence.pair:
        return ()
    names = first_subject(sentence.tokens, 0, len(sentence.tokens)).names
    return names if len(names) == 2 and sentence.parties.own in names else ()


def _behind(sentence: Sentence, clause: Clause, spread: tuple[int, int], prepositions: frozenset[str]) -> Names:
    """The names after "with", right behind the word for relations or behind the verb."""
    thing, high = spread
    found = names_after(sentence.tokens, thing + 1, clause.end, prepositions, REACH).names
    return found or names_after(sentence.tokens, high + 1, clause.end, prepositions, REACH).names


def _fronted(tokens: list[Token], clause: Clause) -> Names:
    """The names that a clause opens with: "With Norway the country has had relations since 1958"."""
    start = clause.start
    run = names_from(tokens, start + 1, min(start + 4, clause.end)) if tokens[start].low == "with" else NONE
    return run.names if run.names and run.start <= start + 2 else ()


def _with_another(sentence: Sentence, clause: Clause, thing: Thing) -> bool:
    """Whether "with" right behind the word names somebody that no list knows: "with Chad's neighbour Narvia"."""
    tokens = sentence.tokens
    at = thing.at + 1
    if at >= clause.end or tokens[at].low != "with":
        return False
    at += 2 if at + 1 < clause.end and tokens[at + 1].low == "the" else 1
    if at + 1 >= clause.end:
        return False
    if tokens[at].low in frames().around["strange"]:
        return True  # "with the other islands"
    if tokens[at].genitive:
        return tokens[at + 1].low not in words().heads
    if tokens[at].form is Form.CITY:  # "with Tehran": the state that it governs
        return not set(tokens[at].entities) <= set(sentence.pair or (sentence.parties.own, sentence.partner))
    return tokens[at].capital and not tokens[at].entities and tokens[at].claim is None


def _between_others(sentence: Sentence, clause: Clause, thing: Thing) -> bool:
    """Whether relations are those of others than states: "relations between the parliaments"."""
    tokens, at = sentence.tokens, thing.at + 1
    if (
        thing.explicit
        or at + 2 >= clause.end
        or tokens[at].low not in BETWEEN
        or tokens[at + 1].low not in ("the", "their")
    ):
        return False
    token = tokens[at + 2]
    return token.low.isalpha() and not (token.entities or token.capital or token.low in STATES | words().heads)


def _completed(sentence: Sentence, names: Names) -> list[Side]:
    """The pair where one side or both are left to the context."""
    pair, own = sentence.pair, sentence.parties.own
    if len(names) > 2:
        return []
    if pair and set(names) <= set(pair):
        return [_ordered(sentence, *pair)]
    if not sentence.parties.state:
        return []
    if names and names[0] != own:
        before = sentence.partner if own in sentence.parties.names.entities[names[0]].successors else None
        return [] if sentence.parties.pair else [Side(names[0], before) if before else Side(own, names[0])]
    return [Side(own, sentence.partner)] if sentence.partner and not sentence.parties.pair else []


def _ordered(sentence: Sentence, one: str, other: str) -> Side:
    """The article's own subject first, so that one relation is told in one way."""
    first = sentence.pair[0] if sentence.pair else sentence.parties.own
    return Side(other, one) if other == first else Side(one, other)
