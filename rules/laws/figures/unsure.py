"""Figures of the text that are likely the subject's own, held against the infobox: one is a slip for the other.

Whose such a figure is, its sentence does not say; that it has the digits of the infobox with two of them exchanged, or
with one changed, says it instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Duration, Number, Quantity
from articles.claims.written import Hedge
from articles.facts.fact import Fact
from articles.facts.profile import ProfileReader
from articles.page import Place

_LEAST = 3
"""Digits from which a figure with one digit changed is hardly another; with two exchanged, one less."""


def unsure(article: Article) -> Iterator[tuple[Fact, Fact]]:
    """Each figure of the infobox with one of the text that is likely of the same and a slip away from it."""
    boxed = [fact for fact in article.facts if fact.place is Place.INFOBOX and _digits(fact)]
    if not boxed:
        return
    told = {fact.span for fact in article.facts if fact.place is not Place.INFOBOX}
    agreed = {(fact.property, _digits(fact)) for fact in article.facts if fact.place is not Place.INFOBOX}
    names = frozenset(fact.property for fact in boxed)
    reader = ProfileReader(article.page, article.claims.all, article.parties, names, sure=False)
    for other in reader.facts():
        if other.span not in told:
            for fact in boxed:
                known = (fact.property, _digits(fact)) in agreed
                if fact.property == other.property and not known and _slip(fact, other):
                    yield fact, other
                    break


def _slip(one: Fact, other: Fact) -> bool:
    """Whether two figures of one unit differ by two neighbouring digits exchanged, or by one digit changed."""
    mine, theirs = _digits(one), _digits(other)
    if one.value is None or len(mine) != len(theirs) or mine == theirs or _unit(one) != _unit(other):
        return False
    places = [at for at, (first, second) in enumerate(zip(mine, theirs, strict=True)) if first != second]
    if len(places) == 2:
        first, second = places
        return second == first + 1 and mine[first] == theirs[second] and mine[second] == theirs[first]
    return len(places) == 1 and len(mine) >= _LEAST


def _unit(fact: Fact) -> str | None:
    return fact.value.unit if isinstance(fact.value, Quantity | Duration) else None


def _digits(fact: Fact) -> str:
    """The digits of an exact figure; empty where it is rounded, hedged, or has but one."""
    if not isinstance(fact.value, Number | Quantity | Duration):
        return ""
    amount = fact.value.amount
    if amount.value != amount.top or amount.hedge is not Hedge.NONE:
        return ""
    digits = "".join(map(str, amount.value.as_tuple().digits)) + f"e{amount.value.as_tuple().exponent}"
    return digits if len(digits.partition("e")[0].rstrip("0")) > 1 else ""
