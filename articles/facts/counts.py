"""Figures told as a count or a measure: "has 5 million inhabitants", "is 214 km long"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.claims.calendar import Date
from articles.claims.claim import Number, Quantity
from articles.facts.clauses import Clause, clause_at
from articles.facts.fact import Fact
from articles.facts.figure_facts import made
from articles.facts.figure_owners import Owner
from articles.facts.figure_terms import Stated, Term
from articles.facts.figure_times import when_of
from articles.facts.figure_words import Figure, dimension, figure_words
from articles.facts.sentence import Sentence
from articles.facts.subjects import topic_of
from articles.facts.tokens import Token
from articles.facts.voice import subject_of

NEAR = 4
"""How many tokens may stand between a verb and its number."""


def counted(sentence: Sentence, parts: list[Clause], since: Date | None) -> Iterator[Fact]:
    """The counts of people that a sentence says its subject has."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        claim = token.claim
        noun = claim.value.noun if claim and isinstance(claim.value, Number) else None
        figure = figure_words().counts.get(noun) if noun else None
        owner = _holder(sentence, at, clause_at(parts, at), figure) if figure else None
        if figure is None or owner is None:
            continue
        when = when_of(sentence, Term(figure, at, at + 1), Stated(at, {}, None, ()), since)
        fact = made(sentence, figure, Owner(owner), token, when, at, f"count of {noun}")
        if fact is not None:
            yield fact


def _holder(sentence: Sentence, at: int, clause: Clause, figure: Figure) -> str | None:
    """Who has what is counted: the subject of "has", or of "is a city of"."""
    tokens = sentence.tokens
    if at > 2 and tokens[at - 1].low in ("of", "with") and tokens[at - 2].low.isalpha() and not tokens[at - 2].capital:
        own = sentence.parties.own
        fits = sentence.parties.sort in figure.of
        return own if fits and topic_of(tokens) == own and any(t.low in ("is", "was") for t in tokens[:at]) else None
    holds = figure_words().lists["holds"]
    verb = next(
        (here for here in range(at - 1, max(clause.start, at - NEAR) - 1, -1) if tokens[here].low in holds), None
    )
    who = subject_of(tokens, clause, verb).names if verb is not None else ()
    return who[0] if len(who) == 1 else None


def measured(sentence: Sentence, parts: list[Clause]) -> Iterator[Fact]:
    """What a sentence says its article's own subject measures: "is 214 km long"."""
    tokens = sentence.tokens
    adjectives = figure_words().adjectives
    for at, token in enumerate(tokens[:-1]):
        figure = adjectives.get(tokens[at + 1].low)
        if figure is None or not _length(token) or sentence.parties.sort not in figure.of:
            continue
        clause = clause_at(parts, at)
        verb = next((here for here in range(at - 1, max(clause.start, at - NEAR) - 1, -1) if _is(tokens[here])), None)
        if verb is None or subject_of(tokens, clause, verb).names != (sentence.parties.own,):
            continue
        fact = made(sentence, figure, Owner(sentence.parties.own), token, None, at, f"{tokens[at + 1].low}")
        if fact is not None:
            yield fact


def _is(token: Token) -> bool:
    return token.low in ("is", "was", "stands", "runs")


def _length(token: Token) -> bool:
    value = token.claim.value if token.claim and not token.claim.quoted else None
    return isinstance(value, Quantity) and dimension(value.unit) == "length"
