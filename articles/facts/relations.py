"""Between whom relations are: two names out of those around the word, or what the article settles."""

from __future__ import annotations

from articles.facts.clauses import Clause
from articles.facts.roles import Names, Side, names_after
from articles.facts.sentence import Sentence
from articles.facts.things import Thing

BETWEEN = frozenset(("between", "among"))
WITH = frozenset(("with", "to", "towards"))
BY = frozenset(("by",))


def sides_of(sentence: Sentence, clause: Clause, thing: Thing, subject: Names) -> list[Side]:
    """The pairs between whom relations are told to be; none where that is not certain."""
    tokens = sentence.tokens
    between = names_after(tokens, thing.at + 1, clause.end, BETWEEN)
    if len(between.names) == 2:
        return [_ordered(sentence, *between.names)]
    others = _others(sentence, clause, thing)
    agents = subject or names_after(tokens, thing.at + 1, clause.end, BY).names
    if len(thing.names) == 2:
        return [_ordered(sentence, *thing.names)]
    first = agents or thing.names
    if first and others:
        return [_ordered(sentence, one, other) for one in first for other in others if one != other]
    names = tuple(dict.fromkeys((*first, *others, *thing.names)))
    if len(names) == 2:
        return [_ordered(sentence, *names)]
    return _completed(sentence, names)


def _others(sentence: Sentence, clause: Clause, thing: Thing) -> Names:
    """The names after "with", right behind the word or behind the verb."""
    return names_after(sentence.tokens, thing.at + 1, clause.end, WITH, 10).names


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
        return [] if sentence.parties.pair else [Side(own, names[0])]
    return [Side(own, sentence.partner)] if sentence.partner and not sentence.parties.pair else []


def _ordered(sentence: Sentence, one: str, other: str) -> Side:
    """The article's own subject first, so that one relation is told in one way."""
    first = sentence.pair[0] if sentence.pair else sentence.parties.own
    return Side(other, one) if other == first else Side(one, other)
