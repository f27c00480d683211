"""Quantities that an article tells in two units: side by side in the prose, or in two fields of its infobox."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Quantity
from articles.claims.units import symbol
from articles.facts.fact import Fact, Scope
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import left, told

_HEDGES = (
    r"(?: (?:about|around|some|up to|as much as|at least|nearly|almost|over|only|just|more than|average|an?|of))* $"
)
_BY = worded(__file__, r"\b(?:by|differ\w* of|{differences} of)" + _HEDGES)
_CHANGED = worded(__file__, r"\b(?:{stems}[a-z]*(?: [a-z]+){0,5} by|{changes} of)" + _HEDGES)
_WARMER = regex(r"\)? (?:warmer|cooler|colder|hotter)\b")
INCHES = Decimal(12)
ZERO_WIDTH = "\u200b"
"""Stands in rendered text between a whole number and its fraction: what follows it is half a number."""


def surely_difference(article: Article, at: int) -> bool:
    """Whether the words before a temperature make it a difference, whatever else the sentence says."""
    return _BY.search(left(article, at, 40)) is not None


def told_as_change(article: Article, at: int, end: int) -> bool:
    """Whether the words around two temperatures say that they are what something changed by, and no readings."""
    if _WARMER.match(article.page.prose.text, end):
        return True  # "4 °C (7 °F) warmer"
    return _CHANGED.search(left(article, at, 80)) is not None


class Side(NamedTuple):
    """One of the two: where it stands, its value and the text there, which may leave out the unit."""

    span: ProseSpan
    value: Quantity
    text: str

    @property
    def label(self) -> str:
        """The unit with a blank before it, where the text leaves it out."""
        return "" if any(letter.isalpha() for letter in self.text) else f" {symbol(self.value.unit).removeprefix('1')}"

    @property
    def shown(self) -> str:
        """The quantity as a reader sees it."""
        return f"{self.text}{self.label}"


def told_twice(article: Article) -> Iterator[tuple[Side, Side]]:
    """Every pair of quantities that are meant to be one, quotations left out."""
    for pair in article.claims.pairs:
        first, second = _of_claim(article, pair.first), _of_claim(article, pair.second)
        if first and second and not pair.first.quoted and _per(first) == _per(second):
            yield first, second
    yield from _in_infobox(article)


def _per(side: Side) -> bool:
    """Whether a quantity is of so many of each unit: "on 520 km2, or 70 to the square kilometre" is no conversion."""
    return side.value.unit.startswith("1 / ")


def _of_claim(article: Article, claim: Claim) -> Side | None:
    half = article.page.prose.text[claim.span.start - 1 : claim.span.start] == ZERO_WIDTH
    if half or not isinstance(claim.value, Quantity):
        return None
    value = _in_feet(claim.value) if claim.pattern.endswith("compound") else claim.value
    return Side(claim.span, value, told(article, claim))


def _in_feet(value: Quantity) -> Quantity:
    """Feet and inches as feet to the twelfth: "44 ft 2 in" are 530 inches, but no round number of them."""
    if value.unit != "inch" or value.amount.step != 1:
        return value
    amount = value.amount
    twelfths = amount._replace(value=amount.value / INCHES, top=amount.top / INCHES, step=1 / INCHES)
    return value._replace(amount=twelfths, unit="foot")


def _in_infobox(article: Article) -> Iterator[tuple[Side, Side]]:
    """Two fields that state one property in two units: ``area_total_km2`` and ``area_total_sq_mi``."""
    first: dict[tuple[str, str, Scope], Fact] = {}
    for fact in article.facts:
        if fact.place is not Place.INFOBOX or not isinstance(fact.value, Quantity) or not fact.pattern:
            continue
        key = (fact.subject, fact.property, fact.scope)
        known = first.setdefault(key, fact)
        if isinstance(known.value, Quantity) and known.value.unit != fact.value.unit and _named_alike(known, fact):
            yield _of_fact(article, known, known.value), _of_fact(article, fact, fact.value)


def _named_alike(first: Fact, second: Fact) -> bool:
    """Whether two fields bear one name but for the unit at its end."""
    one, other = (fact.pattern.rsplit(" ", 1)[-1].split("_") for fact in (first, second))
    return one[:-1] == other[: len(one) - 1] or one[: len(other) - 1] == other[:-1]


def _of_fact(article: Article, fact: Fact, value: Quantity) -> Side:
    text = " ".join(article.page.text(fact.span).split())
    if not value.amount.step:  # a bare number in a field is read as a count; here it is a measure
        value = value._replace(amount=value.amount._replace(step=Decimal(1)))
    return Side(fact.span, value, text)
