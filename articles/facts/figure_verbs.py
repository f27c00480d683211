"""Verbs that are a figure: "exported goods worth $5 million to B", "covers 5 km2"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.claims.calendar import Date
from articles.facts.clauses import Clause, clause_at
from articles.facts.deals import Deal, deal
from articles.facts.fact import Fact
from articles.facts.figure_facts import made
from articles.facts.figure_owners import Owner
from articles.facts.figure_terms import Stated, Term
from articles.facts.figure_times import beside, when_of
from articles.facts.figure_words import Figure, figure_words
from articles.facts.sentence import Sentence
from articles.facts.subjects import topic_of
from articles.facts.tokens import Token
from articles.facts.voice import subject_of

REACH = 8
"""How many tokens after a verb its number may stand."""


def told_by_verbs(sentence: Sentence, parts: list[Clause], since: Date | None) -> Iterator[Fact]:
    """The figures that verbs tell."""
    tokens = sentence.tokens
    verbs = figure_words().verbs
    for at, token in enumerate(tokens):
        figure = verbs.get(token.low)
        if figure is None:
            continue
        clause = clause_at(parts, at)
        told = deal(sentence, figure, at, clause) if figure.value == "money" else _covered(tokens, figure, at, clause)
        if told is not None:
            owner, number = told
            behind = beside(sentence, at) if number < at else None  # "goods worth $5 million were exported in 1996"
            when = behind or when_of(sentence, Term(figure, at, at + 1), Stated(number, {}, None, ()), since)
            start = min(at, number)
            fact = made(sentence, figure, owner, tokens[number], when, start, f"verb {figure.property}")
            if fact is not None:
                yield fact


def _covered(tokens: list[Token], figure: Figure, verb: int, clause: Clause) -> Deal | None:
    """What a subject covers: the number right behind its verb, linking words passed over."""
    lists = figure_words().lists
    number = next(
        (here for here in range(verb + 1, min(len(tokens), verb + 1 + REACH)) if tokens[here].claim is not None), None
    )
    if number is None or not figure.takes(tokens[number].claim):  # type: ignore[arg-type]
        return None
    if any(not (token.low in lists["link"] or token.low in lists["before"]) for token in tokens[verb + 1 : number]):
        return None
    who = subject_of(tokens, clause, verb).names
    if not who and clause.intro in ("and", "but") and verb == clause.start + 1:
        topic = topic_of(tokens)
        who = (topic,) if topic else ()
    return Deal(Owner(who[0], None, figure.basis), number) if len(who) == 1 else None
