"""Figures told in a sentence: "Albania's GDP stands at $23.5 billion, while Sudan's is higher at $109.3 billion"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.claims.calendar import Date
from articles.claims.claim import Money
from articles.facts.clauses import Clause, clause_at
from articles.facts.counts import counted, measured
from articles.facts.fact import Fact
from articles.facts.figure_facts import made
from articles.facts.figure_owners import Owner, owner_of
from articles.facts.figure_pairs import are_paired, paired_dates, paired_number
from articles.facts.figure_rows import ELLIPSIS, Row, elliptic, named_behind, owner_in_row
from articles.facts.figure_terms import Stated, Term, numbers, terms
from articles.facts.figure_times import UNSURE, when_of
from articles.facts.figure_verbs import told_by_verbs
from articles.facts.figure_words import Figure, figure_words
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token

BEFORE = 6
"""How many tokens before a figure's name a "would" or an "expected" makes it doubtful."""
BEHIND = 8
"""How many tokens behind a number may say that it is of a wider area: "of GDP in the euro area"."""
A_HEAD = frozenset(
    (",", "or", "(", "and", "giving", "capita", "head", "this", "works", "out", "means", "capita", "that", "say")
)
"""What may stand between a product and the same a head: "giving a per capita figure of"."""
OF_PEOPLE = frozenset(("unemployment", "literacy", "life-expectancy", "poverty"))
"""Figures that are often told of some people only."""
YEARLY = frozenset(("gdp-growth", "gdp-shrinking"))
"""Figures that are always of some year, so that one without a year is not of today."""
GROWTH = Figure("gdp-growth", None, "percent", None)
SHRINKING = Figure("gdp-shrinking", None, "percent", None)


def figures(sentence: Sentence, parts: list[Clause], since: Date | None) -> Iterator[Fact]:
    """The figures of a sentence. ``since`` is the "as of" date of the sentences before in the paragraph."""
    found = terms(sentence.tokens)
    row: Row | None = None
    paired = bool(found) and are_paired(sentence.tokens)
    for place, term in enumerate(found):
        end = found[place + 1].start if place + 1 < len(found) else len(sentence.tokens)
        clause = clause_at(parts, term.start)
        if paired:
            yield from _paired(sentence, found, term, clause)
            continue
        last = None
        for stated in numbers(sentence, term, end):
            last = _fact(sentence, term, stated, clause, when_of(sentence, term, stated, since), row)
            if last is not None:
                yield last
                row = Row(last, stated.at)
                yield from _a_head(sentence, term, last, stated.at)
        if last is not None:
            yield from elliptic(sentence, term, last, end)
    yield from told_by_verbs(sentence, parts, since)
    yield from named_behind(sentence, found, since)
    yield from counted(sentence, parts, since)
    yield from measured(sentence, parts)


def _paired(sentence: Sentence, found: list[Term], term: Term, clause: Clause) -> Iterator[Fact]:
    """The figures of a sentence whose rows go together one by one; none where it is not plain which do."""
    tokens = sentence.tokens
    leading = _leading(tokens, found) if len(found) > 1 else term
    for stated in numbers(sentence, leading, len(tokens)):
        dates = paired_dates(tokens, stated.at) if leading is term else []
        for at, when in dates:
            fact = _fact(sentence, term, stated._replace(at=at), clause, when, None)
            if fact is not None:
                yield fact
        number = paired_number(tokens, found, term, stated.at)
        if number is not None and not dates and _takes(term, tokens[number]):
            own = stated._replace(at=number)
            fact = _fact(sentence, term, own, clause, when_of(sentence, term, own, None), None)
            if fact is not None:
                yield fact
        return


def _leading(tokens: list[Token], found: list[Term]) -> Term:
    """The last of the figures that are named before the first amount."""
    first = next((at for at, token in enumerate(tokens) if token.claim is not None and not token.dated), len(tokens))
    return next((term for term in reversed(found) if term.start < first), found[-1])


def _takes(term: Term, token: Token) -> bool:
    return token.claim is not None and term.figure.takes(token.claim)


def _fact(
    sentence: Sentence, term: Term, stated: Stated, clause: Clause, when: Date | None, row: Row | None
) -> Fact | None:
    tokens = sentence.tokens
    doubtful = figure_words().lists["doubtful"]
    if any(token.low in doubtful for token in tokens[max(clause.start, term.start - BEFORE) : term.start]):
        return None
    if _of_some(tokens, term, stated.at, clause.start):
        return None
    owner = owner_of(sentence, term, stated, clause) or owner_in_row(tokens, term, row)
    if owner is None:
        return None
    figure = {"grown": GROWTH, "shrunk": SHRINKING}.get(stated.change, term.figure)
    if when is None and figure.property in YEARLY:
        when = UNSURE
    return made(sentence, figure, owner, tokens[stated.at], when, term.start)


def _of_some(tokens: list[Token], term: Term, at: int, start: int) -> bool:
    """Whether a number is that of some people only, or of a wider area: "for those under 25", "79 years for women"."""
    lists = figure_words().lists
    if term.figure.property in OF_PEOPLE and any(token.low in lists["groups"] for token in tokens[start : term.start]):
        return True
    if term.figure.property == "population-density":
        near = tokens[max(term.start - BEHIND, start) : term.start]
        if any(token.low in lists["housing"] for token in near):
            return True
    behind = tokens[at + 1 : at + 1 + BEHIND]
    if len(behind) > 1 and behind[0].low in ("for", "among") and behind[1].low in lists["groups"]:
        return True
    if term.figure.property == "coastline" and behind and behind[0].low == "of":
        return True
    if [token.low for token in behind[:2]] == ["of", "gdp"]:
        behind = behind[2:]
    return bool(behind) and behind[0].low == "in" and _is_elsewhere(behind[1:])


def _is_elsewhere(behind: list[Token]) -> bool:
    """Whether the words behind "in" are a part of the country or more than one: "the two northern regions"."""
    for token in behind:
        if token.low in figure_words().lists["elsewhere"]:
            return True
        if token.dated or token.entities or token.low in ("a", "an") or not (token.low.isalpha() or token.claim):
            return False
    return False


def _a_head(sentence: Sentence, term: Term, told: Fact, at: int) -> Iterator[Fact]:
    """The same a head, right behind: "the GDP was $14 billion, or $12,000 per head"."""
    tokens = sentence.tokens
    if told.property != "gdp":
        return
    for here in range(at + 1, min(len(tokens), at + 2 * ELLIPSIS)):
        token = tokens[here]
        if token.claim is not None and not token.dated:
            if isinstance(token.claim.value, Money):
                owner = Owner(told.subject, None, told.scope.basis)
                fact = made(sentence, term.figure, owner, token, told.scope.when, at + 1, "figure a head")
                if fact is not None and fact.property == "gdp-per-capita":
                    yield fact
            return
        if token.low not in figure_words().lists["link"] and token.low not in A_HEAD and not token.dated:
            return
