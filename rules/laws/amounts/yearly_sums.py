"""So many years, so much a year, and what that comes to: "in each of its 20 years 12,500 tonnes, in all 250,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind, Number, Quantity
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.bounds import judge, operand, times
from rules.laws.nearby import claims_in, left, occurrences, right
from rules.laws.order import amount
from rules.rule import Outcome

_ALL = ("altogether", "in all", "in total", "a total of")
_EACH = regex(
    r"\b(?:each|every)(?: of (?:its|the|his|her|these))?(?: single)? $|"
    r"\b(?:over|for|during|in|worked|ran) (?:its |the |all |all of its )?$",
    re.IGNORECASE,
)
_A_YEAR = worded(__file__, r" (?:[a-z]+ ){0,3}?(?:a|an|per|each|every) {spells}\b|(?: [a-z]+){0,2} annually\b")
_EVERY = regex(r"\b(?:each|every|yearly|annual)\b")
_TURN = regex(r"\b(?:which|from|whose|while|but|whereas)\b")
_COUNTED = WordList(__file__, "counted")
_FACTORS = (10, 100, 1000, 1_000_000)
YEARLY = " / year"
_REACH = 240


class YearlySum(NamedTuple):
    """The number of years, the amount of each and the total; the product, and the factor that lies between."""

    spans: tuple[ProseSpan, ProseSpan, ProseSpan]
    product: Decimal
    factor: str


def yearly_sums(article: Article) -> Iterator[YearlySum]:
    """Every such sum that comes out right as soon as a decimal point is moved."""
    for at in occurrences(article, _ALL):
        start, end = at - len(left(article, at, _REACH)), at + len(right(article, at, _REACH))
        claims = [claim for claim in claims_in(article, ProseSpan(start, end)) if claim.kind is not Kind.DATE]
        if len(claims) == 3 and not any(claim.quoted or claim.parts for claim in claims):
            found = _sum(article, claims[0], claims[1], claims[2])
            if found is not None:
                yield found


def _sum(article: Article, often: Claim, each: Claim, whole: Claim) -> YearlySum | None:
    count, one, all_ = (amount(claim.value) for claim in (often, each, whole))
    if count is None or one is None or all_ is None or not _is_often(article, often) or not _alike(each, whole):
        return None
    told = left(article, often.span.start, 30)
    yearly = _rated(each) or _EVERY.search(told) or _A_YEAR.match(right(article, each.span.end, 50))
    apart = _TURN.search(article.page.prose.text[each.span.end : whole.span.start])
    if not yearly or apart or {one.hedge, all_.hedge} - {Hedge.NONE, Hedge.ABOUT}:
        return None
    made = times(operand(count._replace(step=Decimal(0), hedge=Hedge.NONE)), operand(one))
    if judge(made, operand(all_)) is not Outcome.CONFLICTING:
        return None
    for factor in _FACTORS:
        for power in (Decimal(factor), 1 / Decimal(factor)):
            moved = all_._replace(value=all_.value * power, top=all_.top * power, step=all_.step * power)
            if judge(made, operand(moved)) is Outcome.CONSISTENT:
                return YearlySum((often.span, each.span, whole.span), count.value * one.value, f"{factor:,}")
    return None


def _is_often(article: Article, claim: Claim) -> bool:
    value = claim.value
    counted = isinstance(value, Duration) or (isinstance(value, Number) and value.noun in _COUNTED)
    return counted and _EACH.search(left(article, claim.span.start, 40)) is not None


def _alike(each: Claim, whole: Claim) -> bool:
    """Whether the two count or measure one thing."""
    if each.kind is not whole.kind:
        return False
    if isinstance(each.value, Number) and isinstance(whole.value, Number):
        return whole.value.noun is None or whole.value.noun == each.value.noun
    if isinstance(each.value, Quantity) and isinstance(whole.value, Quantity):
        return each.value.unit.removesuffix(YEARLY) == whole.value.unit
    return getattr(each.value, "currency", None) == getattr(whole.value, "currency", None)


def _rated(each: Claim) -> bool:
    return isinstance(each.value, Quantity) and each.value.unit.endswith(YEARLY)
