"""Figures told as a count or a measure: "has 5 million inhabitants", "is 214 km long"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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

OPENING = 14
"""How many tokens an opening phrase may have."""
ELEVATION = Figure("elevation", None, "quantity", "meter", frozenset(("settlement", "generic")))
PARTITIVE = frozenset((("part", "of"), ("suburb", "of"), ("member", "of"), ("quarter", "of"), ("district", "of")))
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
        if owner is None and noun is not None:
            figure = figure or figure_words().dwellers.get(noun)
            owner = _home(sentence, at, figure) if figure and figure.property == "population" else None
        if figure is None or owner is None or _of_another_time(tokens, at):
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
        fits = sentence.parties.sort in figure.of and not _of_whole(tokens[:at])
        return own if fits and topic_of(tokens, settled=True) == own and _said_to_be(tokens, at) else None
    if at == 1 and tokens[0].low == "with":
        return _behind_comma(sentence, at) if figure.property == "population" else None
    holds = figure_words().lists["holds"]
    verb = next(
        (here for here in range(at - 1, max(clause.start, at - NEAR) - 1, -1) if tokens[here].low in holds), None
    )
    if verb is not None and tokens[verb].low == "with" and _of_whole(tokens[:at]):
        return None
    who = subject_of(tokens, clause, verb).names if verb is not None else ()
    return who[0] if len(who) == 1 else None


def _of_another_time(tokens: list[Token], at: int) -> bool:
    """Whether a sentence begins with words that make its first figures no plain ones: "originally", "in winter"."""
    lists = figure_words().lists
    seasonal = tokens[0].low == "in" and tokens[1].low in lists["seasons"]
    return at < OPENING and (seasonal or tokens[0].low in lists["once"])


def _of_whole(tokens: list[Token]) -> bool:
    """Whether words speak of what the subject is a part of: "is part of Germany's largest area, with 5 million"."""
    return any((one.low, other.low) in PARTITIVE for one, other in pairwise(tokens)) or any(
        token.low in ("'s", "’s") or token.genitive for token in tokens[2:]
    )


def _behind_comma(sentence: Sentence, at: int) -> str | None:
    """The subject behind an opening phrase: "With 2.5 million inhabitants, it is the largest town"."""
    tokens, own = sentence.tokens, sentence.parties.own
    if at + 2 < len(tokens) and tokens[at + 2].entities == (own,) and tokens[at + 2].bare:
        return own  # "With 960 inhabitants it has"
    for here in range(at + 1, min(len(tokens) - 1, at + OPENING)):
        if tokens[here].low == ",":
            return own if tokens[here + 1].entities == (own,) and tokens[here + 1].bare else None
    return None


def _home(sentence: Sentence, at: int, figure: Figure) -> str | None:
    """Where people are said to live: "its 2 million people", "9,000 people lived there", "is home to 9,000 people"."""
    tokens, own = sentence.tokens, sentence.parties.own
    before = tokens[at - 1] if at else None
    if before is not None and before.genitive and len(before.entities) == 1:
        return before.entities[0]
    if sentence.pair or sentence.parties.sort not in figure.of:
        return None
    if at > 1 and _is_home(tokens, at) and topic_of(tokens, settled=True) == own:
        return own
    if [token.low for token in tokens[max(at - 2, 0) : at]] == ["in", "which"] and topic_of(
        tokens, settled=True
    ) == own:
        return own if tokens[at + 2 : at + 3] and tokens[at + 2].low in figure_words().lists["live"] else None
    behind = tokens[at + 1 : at + 6]
    live = next((here for here, token in enumerate(behind) if token.low in figure_words().lists["live"]), None)
    if live is None or any(token.low == "who" for token in behind[:live]):
        return None
    where = [token for token in behind[live + 1 :] if token.low not in ("in", "the")][:1]
    return own if where and (where[0].low in ("there", "here") or where[0].entities == (own,)) else None


def _is_home(tokens: list[Token], at: int) -> bool:
    """Whether a number of people is of those at home in the subject: "is home to 9,000", "is a town of 9,000"."""
    if tokens[at - 1].low == "to":
        return tokens[at - 2].low == "home"
    homes = figure_words().lists["homes"]
    return tokens[at - 1].low == "of" and tokens[at - 2].low in homes and _said_to_be(tokens, at)


def _said_to_be(tokens: list[Token], at: int) -> bool:
    """Whether a subject is said to be what stands before a number, or called so in an aside: "Orsay, a duchy of"."""
    if any(token.low in ("is", "was") for token in tokens[:at]):
        return True
    return len(tokens) > 3 and [token.low for token in tokens[1:3]] in ([",", "a"], [",", "an"])


def measured(sentence: Sentence, parts: list[Clause]) -> Iterator[Fact]:
    """What a sentence says its article's own subject measures: "is 214 km long"."""
    tokens = sentence.tokens
    adjectives = figure_words().adjectives
    yield from _above_the_sea(sentence, parts)
    for at, token in enumerate(tokens[:-1]):
        figure = adjectives.get(tokens[at + 1].low)
        if figure is None or not _length(token) or sentence.parties.sort not in figure.of:
            continue
        clause = clause_at(parts, at)
        verb = next((here for here in range(at - 1, max(clause.start, at - NEAR) - 1, -1) if _is(tokens[here])), None)
        link = figure_words().lists["link"]
        plain = verb is not None and all(t.low in link or t.claim is not None for t in tokens[verb + 1 : at])
        if (
            verb is None
            or not plain
            or tokens[verb + 1].low == "to"
            or subject_of(tokens, clause, verb).names != (sentence.parties.own,)
        ):
            continue
        fact = made(sentence, figure, Owner(sentence.parties.own), token, None, at, f"{tokens[at + 1].low}")
        if fact is not None:
            yield fact


def _above_the_sea(sentence: Sentence, parts: list[Clause]) -> Iterator[Fact]:
    """The elevation of what an article is about: "lies 340 m above sea level"."""
    tokens = sentence.tokens
    if sentence.parties.sort not in ELEVATION.of or "sea level" not in sentence.text:
        return
    stands = figure_words().lists["stands"]
    for at, token in enumerate(tokens[:-3]):
        behind = [here.low for here in tokens[at + 1 : at + 5]]
        if not _length(token) or behind[0] != "above" or "sea" not in behind or "level" not in behind:
            continue
        clause = clause_at(parts, at)
        start = at
        while start > clause.start and tokens[start - 1].low in stands:
            start -= 1
        if subject_of(tokens, clause, start).names == (sentence.parties.own,):
            fact = made(sentence, ELEVATION, Owner(sentence.parties.own), token, None, at)
            if fact is not None:
                yield fact


def _is(token: Token) -> bool:
    return token.low in ("is", "was", "stands", "runs")


def _length(token: Token) -> bool:
    value = token.claim.value if token.claim and not token.claim.quoted else None
    return isinstance(value, Quantity) and dimension(value.unit) == "length"
