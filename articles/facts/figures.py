"""Figures told in a sentence: "Albania's GDP stands at $23.5 billion, while Sudan's is higher at $109.3 billion"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.claims.calendar import Date
from articles.claims.claim import Claim, Money, Number, Value
from articles.claims.written import Hedge
from articles.facts.clauses import Clause
from articles.facts.fact import Fact, Scope
from articles.facts.figure_basis import basis_of
from articles.facts.figure_owners import Owner, owner_of
from articles.facts.figure_terms import Stated, Term, numbers, terms
from articles.facts.figure_times import when_of
from articles.facts.figure_words import Figure, figure_words
from articles.facts.roles import names_after
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token
from articles.facts.voice import subject_of

PER_HEAD = frozenset(("capita", "person", "head", "inhabitant"))
ELLIPSIS = 8
"""How many tokens after "Sudan's" its number may stand."""
SORTS = ("average", "quarter")
"""Words before a number by which it is no plain figure of a year."""
BEHIND = 40
"""How many characters behind a number may tell its basis: "$5 billion (PPP)"."""
GROWTH = Figure("gdp-growth", None, "percent", None)
GOODS = frozenset(("worth", "of", "in", "goods", "products", "merchandise", "and", "services", "to", "from"))


def figures(sentence: Sentence, parts: list[Clause], since: Date | None) -> Iterator[Fact]:
    """The figures of a sentence. ``since`` is the "as of" date of the sentences before in the paragraph."""
    tokens = sentence.tokens
    found = terms(tokens)
    for place, term in enumerate(found):
        end = found[place + 1].start if place + 1 < len(found) else len(tokens)
        clause = _clause(parts, term.start)
        last = None
        for stated in numbers(sentence, term, end):
            last = _fact(sentence, term, stated, clause, since)
            if last is not None:
                yield last
        if last is not None and last.scope.counterpart is None:
            yield from _elliptic(sentence, term, last, end)
    yield from _verbs(sentence, parts, since)
    yield from _people(sentence, parts, since)


def _clause(parts: list[Clause], at: int) -> Clause:
    return next(part for part in parts if part.start <= at < part.end)


def _fact(sentence: Sentence, term: Term, stated: Stated, clause: Clause, since: Date | None) -> Fact | None:
    tokens = sentence.tokens
    doubtful = figure_words().lists["doubtful"]
    if any(token.low in doubtful for token in tokens[max(clause.start, term.start - 6) : term.start]):
        return None
    owner = owner_of(sentence, term, stated, clause)
    if owner is None:
        return None
    figure = GROWTH if stated.grown else term.figure
    return _made(sentence, figure, owner, tokens[stated.at], when_of(tokens, term, stated, since), term.start)


def _made(
    sentence: Sentence, figure: Figure, owner: Owner, token: Token, when: Date | None, start: int, pattern: str = ""
) -> Fact | None:
    """The fact, its property and basis corrected by the words around the number."""
    claim = token.claim
    assert claim is not None
    name, basis = figure.property, figure.basis or owner.basis
    behind = sentence.slice(token.end, min(token.end + BEHIND, sentence.span.end)).lower()
    ahead = sentence.slice(sentence.tokens[start].start, token.start).lower()
    basis = next((word for word in SORTS if word in ahead), basis)
    if name == "gdp" and (_per(claim) or behind.lstrip().startswith("per ")):
        name = "gdp-per-capita"
    if name in ("gdp", "gdp-per-capita") and basis is None:
        basis = basis_of(ahead, behind)
    value: Value | None = claim.value
    if name in ("trade-deficit", "trade-surplus"):
        name, value = "trade-balance", _balance(claim.value, deficit=name == "trade-deficit")
    if value is None:
        return None
    scope = Scope(owner.counterpart, when, basis, owner.region)
    pattern = pattern or f"figure {figure.property}"
    return Fact(owner.subject, name, value, claim.span, sentence.span, sentence.place, scope, True, claim, pattern)


def _per(claim: Claim) -> bool:
    return isinstance(claim.value, Money) and claim.value.per in PER_HEAD


def _balance(value: Value, *, deficit: bool) -> Money | None:
    """A surplus as it is, a deficit as a negative amount; none where the hedge would have to turn round."""
    if not isinstance(value, Money) or value.amount.hedge not in (Hedge.NONE, Hedge.ABOUT):
        return None
    amount = value.amount
    return value._replace(amount=amount._replace(value=-amount.top, top=-amount.value)) if deficit else value


def _elliptic(sentence: Sentence, term: Term, told: Fact, end: int) -> Iterator[Fact]:
    """The same figure of another: "while Sudan's is $109 billion", "compared to Sudan's $2,183"."""
    tokens = sentence.tokens
    for at in range(term.end, end):
        token = tokens[at]
        if not token.genitive or len(token.entities) != 1 or token.entities[0] == told.subject:
            continue
        number = _next_number(tokens, at + 1, end, term.figure)
        if number is not None:
            stated = Stated(number, {}, None, ())
            when = when_of(tokens, term, stated, None) or told.scope.when
            owner = Owner(token.entities[0], None, told.scope.basis)
            fact = _made(sentence, term.figure, owner, tokens[number], when, at, "figure of the other")
            if fact is not None:
                yield fact._replace(property=told.property)


def _next_number(tokens: list[Token], at: int, end: int, figure: Figure) -> int | None:
    """The number that "Sudan's" leads to, only linking words between."""
    lists = figure_words().lists
    for here in range(at, min(end, at + ELLIPSIS)):
        token = tokens[here]
        if token.claim is not None:
            return here if figure.takes(token.claim) else None
        if token.low not in lists["link"] or token.low in lists["doubtful"]:
            return None
    return None


def _verbs(sentence: Sentence, parts: list[Clause], since: Date | None) -> Iterator[Fact]:
    """A verb that is the figure: "exported goods worth $5 million to B", "covers 5 km2"."""
    tokens = sentence.tokens
    verbs = figure_words().verbs
    for at, token in enumerate(tokens):
        figure = verbs.get(token.low)
        number = _object(tokens, at + 1, figure) if figure else None
        if figure is None or number is None:
            continue
        clause = _clause(parts, at)
        who = subject_of(tokens, clause, at).names
        owner = _exporter(sentence, figure, who, number, clause)
        if owner is not None:
            stated = Stated(number, {}, None, ())
            when = when_of(tokens, Term(figure, at, at + 1), stated, since)
            fact = _made(sentence, figure, owner, tokens[number], when, at, f"verb {figure.property}")
            if fact is not None:
                yield fact


def _object(tokens: list[Token], at: int, figure: Figure | None) -> int | None:
    """The number that is a verb's object, goods and linking words passed over."""
    lists = figure_words().lists
    for here in range(at, min(len(tokens), at + ELLIPSIS)):
        token = tokens[here]
        if token.claim is not None:
            return here if figure is not None and figure.takes(token.claim) else None
        if token.low not in lists["link"] and token.low not in GOODS and token.low not in lists["before"]:
            return None
    return None


def _exporter(sentence: Sentence, figure: Figure, who: tuple[str, ...], number: int, clause: Clause) -> Owner | None:
    if len(who) != 1:
        return None
    if figure.property == "area":
        return Owner(who[0], None, figure.basis)
    toward = frozenset(("from",)) if figure.property == "imports" else frozenset(("to",))
    names = names_after(sentence.tokens, number + 1, clause.end, toward).names
    behind = sentence.tokens[number + 1].low if number + 1 < clause.end else ""
    sort = "part" if behind == "of" or (behind == "worth" and sentence.tokens[number + 2].low == "of") else None
    if len(names) != 1 or names[0] == who[0]:
        return None
    return Owner(who[0], names[0], sort)


def _people(sentence: Sentence, parts: list[Clause], since: Date | None) -> Iterator[Fact]:
    """A population told as a count: "has 5 million inhabitants"."""
    tokens = sentence.tokens
    lists = figure_words().lists
    for at, token in enumerate(tokens):
        claim = token.claim
        if claim is None or not isinstance(claim.value, Number) or claim.value.noun not in lists["people"]:
            continue
        clause = _clause(parts, at)
        verb = next((here for here in range(at - 1, clause.start - 1, -1) if tokens[here].low in lists["holds"]), None)
        if verb is None or at - verb > 3:
            continue
        who = subject_of(tokens, clause, verb).names
        if len(who) == 1:
            figure = Figure("population", None, "number", None)
            when = when_of(tokens, Term(figure, at, at + 1), Stated(at, {}, None, ()), since)
            fact = _made(sentence, figure, Owner(who[0]), token, when, at, "inhabitants")
            if fact is not None:
                yield fact
