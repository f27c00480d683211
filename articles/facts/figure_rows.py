"""Figures that lean on another in their sentence: "and that of Estonia $27 billion", "and a GDP of $5 billion"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.facts.fact import Fact
from articles.facts.figure_facts import made
from articles.facts.figure_owners import BALANCES, FLOWS, Owner
from articles.facts.figure_terms import Term
from articles.facts.figure_times import beside
from articles.facts.figure_words import Figure, figure_words
from articles.facts.gazetteer import Form
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token

ELLIPSIS = 8
"""How many tokens after "Sudan's" its number may stand."""
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
        token = tokens[at]
        start = _leads_on(tokens, at)
        if not start or len(token.entities) != 1 or token.entities[0] == told.subject:
            continue
        number = _next_number(tokens, start, end, term.figure)
        if number is not None:
            when = beside(sentence, number) or told.scope.when
            owner = Owner(token.entities[0], None, told.scope.basis)
            fact = made(sentence, term.figure, owner, tokens[number], when, at, "figure of the other")
            if fact is not None:
                yield fact._replace(property=told.property)


def _leads_on(tokens: list[Token], at: int) -> int:
    """The token behind a name that stands for the name's figure; 0 where it stands for itself."""
    token = tokens[at]
    if token.genitive:
        return at + 1
    if token.form is not Form.NAME:
        return 0
    if [each.low for each in tokens[at - 2 : at]] == ["that", "of"]:
        return at + 1
    return at + 3 if [each.low for each in tokens[at + 1 : at + 3]] == ["one", "of"] else 0


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
