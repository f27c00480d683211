"""A figure's fact: its property and basis corrected by the words around the number, its sign by the figure's name."""

from __future__ import annotations

from articles.claims.calendar import Date
from articles.claims.claim import Claim, Money, Number, Percent, Quantity, Value
from articles.claims.written import Hedge, Written
from articles.facts.fact import Fact, Scope
from articles.facts.figure_basis import basis_of
from articles.facts.figure_owners import Owner
from articles.facts.figure_words import Figure
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token
from articles.regex import regex

ELLIPTIC = "figure of the other"
"""How a figure was told that leaves its name out, and so may be measured otherwise than the one before."""
PER_HEAD = frozenset(("capita", "person", "head", "inhabitant"))
SORTS = ("average", "quarter")
"""Words before a number by which it is no plain figure of a year."""
BEHIND = 60
"""How many characters behind a number may tell its basis: "$5 billion (PPP)"."""
IN_POWER = regex(
    r"\b(?:(?:[Aa]t|[Ii]n|[Bb]y|on|[Ff]or) (?:a )?(?:PPP|purchasing[- ]power(?: parity)?)|"
    r"(?:[Aa]t|in) (?:market|official) exchange rates?|in nominal)(?: terms| basis)?,? "
    r"(?:the |its |[A-Z][\w’' -]{0,30}['’]s? (?:own )?)?$"
)
"""Right before the name of a figure, how it is measured: "at purchasing power parity its GDP"."""
PER_AREA = regex(r"\s?(?:per |/)(?P<metric>km2|km²|square kilomet)?(?P<mile>sq mi|square mile)?")


def made(
    sentence: Sentence, figure: Figure, owner: Owner, token: Token, when: Date | None, start: int, pattern: str = ""
) -> Fact | None:
    """The fact of a number; None where its words make it something else."""
    claim = token.claim
    assert claim is not None
    behind = sentence.slice(token.end, min(token.end + BEHIND, sentence.span.end)).lower()
    ahead = sentence.slice(sentence.tokens[start].start, token.start).lower()
    opening = sentence.slice(
        max(sentence.span.start, sentence.tokens[start].start - BEHIND), sentence.tokens[start].start
    )
    ahead = f"{found[0].lower()} {ahead}" if (found := IN_POWER.search(opening)) else ahead
    name, value = _typed(figure, claim, ahead, behind)
    if value is None:
        return None
    basis = next((word for word in SORTS if word in ahead), figure.basis or owner.basis)
    if pattern == ELLIPTIC and name in ("gdp", "gdp-per-capita"):
        basis = basis_of("", behind) or basis
    if name in ("gdp", "gdp-per-capita") and basis is None:
        basis = basis_of(ahead, behind)
    scope = Scope(owner.counterpart, when, basis, owner.region)
    pattern = pattern or f"figure {figure.property}"
    return Fact(owner.subject, name, value, claim.span, sentence.span, sentence.place, scope, True, claim, pattern)


def _typed(figure: Figure, claim: Claim, ahead: str, behind: str) -> tuple[str, Value | None]:
    """The property and the value that a claim is under a figure's name."""
    value = claim.value
    match figure.property, value:
        case "gdp", Money() if value.per in PER_HEAD or behind.lstrip().startswith("per ") or _a_head(ahead, behind):
            return "gdp-per-capita", value
        case "gdp-shrinking", Percent():
            return "gdp-growth", value._replace(amount=_negative(value.amount))
        case ("public-debt", Percent()):
            return "public-debt-share", value
        case ("trade-deficit", Money()) if value.amount.hedge in (Hedge.NONE, Hedge.ABOUT):
            return "trade-balance", value._replace(amount=_negative(value.amount))
        case ("trade-surplus", Money()) if value.amount.hedge in (Hedge.NONE, Hedge.ABOUT):
            return "trade-balance", value
        case ("trade-deficit" | "trade-surplus", _):
            return "trade-balance", None
        case ("population", Number()) if value.amount.top < 1:
            return figure.property, None
        case ("population-density", Number()):
            return figure.property, _density(value, behind)
        case _:
            return figure.property, value


def _a_head(ahead: str, behind: str) -> bool:
    """Whether an amount is one a head by the words around it: "a per capita figure of", "$54,000 each"."""
    return "per capita figure" in ahead or behind.lstrip().startswith(
        (
            "each",
            "a head",
            "apiece",
            "for every inhabitant",
            "for each inhabitant",
            "for every person",
            "for each person",
        )
    )


def _negative(amount: Written) -> Written:
    return amount._replace(value=-amount.top, top=-amount.value)


def _density(value: Number, behind: str) -> Quantity | None:
    """A plain number with "per square kilometre" behind it."""
    match = PER_AREA.match(behind)
    if match is None or not (match["metric"] or match["mile"]):
        return None
    return Quantity(value.amount, "1 / kilometer ** 2" if match["metric"] else "1 / mile ** 2")
