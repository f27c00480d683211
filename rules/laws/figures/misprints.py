"""Two exact numbers that differ in one digit, or in two neighbours that changed places: one is a slip for the other.

Nothing need be known of the time they are meant for: two different numbers that share all their other digits are a
chance of one in thousands.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Number, Quantity
from articles.claims.written import Hedge, Written
from articles.facts.fact import Fact
from articles.page import Form, Place
from articles.regex import regex
from rules.laws.cited import cited
from rules.laws.nearby import left, right

LEAST, LEAST_MEASURED = 5, 4
"""Digits from which a figure is nobody else's; one with a unit shares it with few others."""
_FORMS = frozenset({Form.PARAGRAPH, Form.ITEM, Form.CAPTION})
_NAMES = {
    "population": regex(r"\b(?:population|inhabitants|people|residents|citizens)\b"),
    "area": regex(r"\b(?:areas?|cover(?:s|ed|ing)|surface|square|km2|km²)\b"),
}
"""What must stand near a figure of the text for it to be of that property."""
_AROUND = 60


def misprints(article: Article, facts: Iterator[Fact]) -> Iterator[tuple[Fact, Claim]]:
    """Each fact of the infobox with a figure of the text that is a slip away from it."""
    wanted = {fact: digits for fact in facts if fact.property in _NAMES and (digits := _digits(fact.value))}
    if not wanted:
        return
    told = [claim for kind in ("number", "quantity") for claim in article.claims_by_kind.get(kind, ())]
    figures = [(claim, digits) for claim in told if not claim.quoted and (digits := _digits(claim.value))]
    for fact, digits in wanted.items():
        if sum(digits == other for _, other in figures) > 1:
            continue  # the text gives it too, and it stands in the infobox once
        for claim, other in figures:
            if slipped(digits, other) and _one_scale(fact.value, claim.value) and _of_property(article, claim, fact):
                yield fact, claim
                break


def slipped(one: str, other: str) -> bool:
    """Whether two strings of digits differ in one place of their first half, or by two neighbours exchanged."""
    if len(one) != len(other) or one == other:
        return False
    places = [place for place, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs]
    if len({*one} - {"0"}) < 3 or len(places) > 2:
        return False
    if len(places) == 2:
        first, second = places
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return places[0] < len(one) // 2


def _digits(value: object) -> str | None:
    """The digits of an exact figure, without the zeros at its end; None where they are too few."""
    if not isinstance(value, Number | Quantity) or not _exact(value.amount):
        return None
    digits = "".join(map(str, value.amount.value.as_tuple().digits))
    least = LEAST_MEASURED if isinstance(value, Quantity) else LEAST
    return digits if len(digits.rstrip("0")) >= least else None


def _one_scale(one: object, other: object) -> bool:
    """Whether two figures have their decimal points in one place."""
    amounts = [each.amount.value for each in (one, other) if isinstance(each, Number | Quantity)]
    return len({amount.as_tuple().exponent for amount in amounts}) == 1


def _exact(amount: Written) -> bool:
    return amount.value == amount.top and amount.hedge is Hedge.NONE


def _of_property(article: Article, claim: Claim, fact: Fact) -> bool:
    """Whether a figure of the running text seems to be of a fact's property, by its unit and the words around it."""
    if isinstance(fact.value, Quantity) != isinstance(claim.value, Quantity):
        return False
    if isinstance(fact.value, Quantity) and isinstance(claim.value, Quantity) and fact.value.unit != claim.value.unit:
        return False
    block = article.page.block_at(claim.span.start)
    if block is None or block.form not in _FORMS or block.place is Place.TABLE or cited(article.page, claim.span.start):
        return False
    around = left(article, claim.span.start, _AROUND) + article.page.text(claim.span)
    return _NAMES[fact.property].search(around + right(article, claim.span.end, _AROUND)) is not None
