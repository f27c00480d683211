"""Figures that lean on another in their sentence: "and that of Estonia $27 billion", "and a GDP of $5 billion"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.claims.calendar import Date
from articles.facts.fact import Fact
from articles.facts.figure_facts import ELLIPTIC, made
from articles.facts.figure_owners import BALANCES, FLOWS, Owner
from articles.facts.figure_terms import Stated, Term
from articles.facts.figure_times import beside, when_of
from articles.facts.figure_words import Figure, figure_words
from articles.facts.gazetteer import Form
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token

ELLIPSIS = 8
"""How many tokens after "Sudan's" its number may stand."""
BEING = frozenset(("was", "were", "in", "of", "as"))
JOINS = frozenset(("and", ",", "with", "in"))


class Row(NamedTuple):
    """The figure told last in a sentence, and the token of its number."""

    fact: Fact
    at: int


def owner_in_row(tokens: list[Token], term: Term, row: Row | None) -> Owner | None:
    """Whose a figure is that is joined to the one before: "has a population of 900,000 and a GDP of"."""
    if row is None or row.fact.scope.counterpart or term.figure.property in FLOWS | BALANCES:
        return None
    before = figure_words().lists["before"]
    for token in tokens[row.at + 1 : term.start]:
        if token.entities or not (token.dated or token.low in JOINS or token.low in before):
            return None
    return Owner(row.fact.subject, None, None, row.fact.scope.region)


def elliptic(sentence: Sentence, term: Term, told: Fact, end: int) -> Iterator[Fact]:
    """The same figure of another: "while Sudan's is $109 billion", "that of Sudan $109 billion", "Sudan one of"."""
    tokens = sentence.tokens
    for at in range(term.end, end):
        name, start = _leads_on(sentence, at)
        if name is None or name == told.subject or told.scope.counterpart not in (None, name):
            continue
        number = _next_number(tokens, start, end, term.figure)
        if number is not None:
            when = beside(sentence, number) or told.scope.when
            owner = Owner(name, told.scope.counterpart and told.subject, told.scope.basis)
            fact = made(sentence, term.figure, owner, tokens[number], when, at, ELLIPTIC)
            if fact is not None:
                yield fact._replace(property=told.property)


def _leads_on(sentence: Sentence, at: int) -> tuple[str | None, int]:
    """The name that stands for its figure, and the token behind it; None where it stands for itself."""
    tokens = sentence.tokens
    token = tokens[at]
    behind = [each.low for each in tokens[at + 1 : at + 3]]
    that_of = [each.low for each in tokens[at - 2 : at]] == ["that", "of"]
    name = token.entities[0] if len(token.entities) == 1 else None
    if name is None:
        end = at
        while that_of and end < len(tokens) and tokens[end].capital and not tokens[end].entities:
            end += 1
        return (sentence.slice(token.start, tokens[end - 1].end) if end > at else None), end
    if token.genitive or (that_of and token.form is Form.NAME):
        return name, at + 1
    if token.form is Form.ADJECTIVE and behind[:1] == ["ones"]:
        return name, at + 2
    return (name, at + 3) if token.form is Form.NAME and behind == ["one", "of"] else (None, 0)


def _next_number(tokens: list[Token], at: int, end: int, figure: Figure) -> int | None:
    """The number that "Sudan's" leads to, only linking words between."""
    lists = figure_words().lists
    for here in range(at, min(end, at + ELLIPSIS)):
        token = tokens[here]
        if token.claim is not None:
            return here if figure.takes(token.claim) else None
        if (token.low not in lists["link"] and token.low != ",") or token.low in lists["doubtful"]:
            return None
    return None


def named_behind(sentence: Sentence, found: list[Term], since: Date | None) -> Iterator[Fact]:
    """Flows between the two parties that are named behind their amounts: "of which $3 million were Cuban exports"."""
    tokens, pair = sentence.tokens, sentence.pair
    for term in found if pair else ():
        at = term.start - 1
        side = tokens[at].entities if at > 0 and tokens[at].form is Form.ADJECTIVE else ()
        number = at - 1 - (tokens[at - 1].low in BEING)
        if pair is None or term.figure.property != "exports" or len(side) != 1 or side[0] not in pair or number < 0:
            continue
        claim = tokens[number].claim
        if claim is not None and term.figure.takes(claim):
            owner = Owner(side[0], pair[side[0] == pair[0]])
            when = when_of(sentence, term, Stated(number, {}, None, ()), since)
            fact = made(sentence, term.figure, owner, tokens[number], when, number, "flow behind its amount")
            if fact is not None:
                yield fact
