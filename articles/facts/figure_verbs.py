"""Verbs that are a figure: "exported goods worth $5 million to B", "covers 5 km2"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.claims.calendar import Date
from articles.facts.clauses import Clause, clause_at
from articles.facts.fact import Fact
from articles.facts.figure_facts import made
from articles.facts.figure_owners import Owner
from articles.facts.figure_terms import Stated, Term
from articles.facts.figure_times import when_of
from articles.facts.figure_words import Figure, figure_words
from articles.facts.roles import names_after
from articles.facts.sentence import Sentence
from articles.facts.subjects import topic_of
from articles.facts.tokens import Token
from articles.facts.voice import subject_of

REACH = 8
"""How many tokens after a verb its number may stand."""
GOODS = frozenset(("worth", "of", "in", "goods", "products", "merchandise", "and", "services", "to", "from"))
PRICED = frozenset(("worth", "for", "valued", "totalling", "totaling"))
TURNS = frozenset(("and", "but", "while", "which", "that", "when", "not", "if", "would", "could"))
"""Words behind which an amount is no longer the verb's."""
FROM = frozenset(("from",))
TO = frozenset(("to",))


def told_by_verbs(sentence: Sentence, parts: list[Clause], since: Date | None) -> Iterator[Fact]:
    """The figures that verbs tell."""
    tokens = sentence.tokens
    verbs = figure_words().verbs
    for at, token in enumerate(tokens):
        figure = verbs.get(token.low)
        number = _object(tokens, at + 1, figure) if figure else None
        if figure is None or number is None:
            continue
        owner = _owner(sentence, figure, at, number, clause_at(parts, at))
        if owner is not None:
            stated = Stated(number, {}, None, ())
            when = when_of(sentence, Term(figure, at, at + 1), stated, since)
            fact = made(sentence, figure, owner, tokens[number], when, at, f"verb {figure.property}")
            if fact is not None:
                yield fact


def _object(tokens: list[Token], at: int, figure: Figure) -> int | None:
    """The number that is a verb's object, goods and linking words passed over."""
    lists = figure_words().lists
    stranger = False
    for here in range(at, min(len(tokens), at + REACH)):
        token = tokens[here]
        if token.claim is not None:
            return here if figure.takes(token.claim) and (not stranger or _priced(tokens, at, here)) else None
        if token.low in lists["link"] or token.low in GOODS or token.low in lists["before"]:
            continue
        if figure.value != "money" or token.entities or not token.low.isalpha() or token.low in TURNS:
            return None
        stranger = True
    return None


def _priced(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the words before an amount make it the price of what was named: "oil for", "phosphates worth"."""
    return any(token.low in PRICED for token in tokens[max(start, at - 4) : at])


def _owner(sentence: Sentence, figure: Figure, verb: int, number: int, clause: Clause) -> Owner | None:
    tokens = sentence.tokens
    who = subject_of(tokens, clause, verb).names
    if not who and clause.intro in ("and", "but") and verb == clause.start + 1:
        topic = topic_of(tokens)
        who = (topic,) if topic else ()
    if len(who) != 1:
        return None
    if figure.property == "area":
        return Owner(who[0], None, figure.basis)
    names = names_after(tokens, number + 1, clause.end, FROM if figure.property == "imports" else TO).names
    if names and (len(names) != 1 or names[0] == who[0]):
        return None
    if not names and (sentence.pair or figure.basis):
        return None
    part = _part(tokens, number + 1)
    if any(token.low not in GOODS and token.low.isalpha() and not _plain(token) for token in tokens[verb + 1 : number]):
        part = "part"
    return Owner(who[0], names[0] if names else None, part)


def _plain(token: Token) -> bool:
    lists = figure_words().lists
    return token.low in lists["link"] or token.low in lists["before"]


def _part(tokens: list[Token], at: int) -> str | None:
    """The basis "part" where a number is of one product only: "$5 million worth of wheat"."""
    if at < len(tokens) and tokens[at].low == "worth":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].low != "of":
        return None
    return None if tokens[at + 1].low in GOODS else "part"
