"""Economic product, product a head and people: any two give the third."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Money, Number
from articles.claims.written import Written
from articles.facts.fact import Fact
from rules.laws.bounds import Bounds, bounds, counted, ratio
from rules.laws.economy import year_of, years_between
from rules.rule import Outcome

WHOLE = frozenset((None, "census", "estimate", "total"))
"""Ways of counting that cover everybody who lives in a state."""
MOST = 40
"""How many figures of one sort are paired with each other: more are a series, not statements."""


class People(NamedTuple):
    """A population as told, and what it may be."""

    fact: Fact
    amount: Written
    bounds: Bounds


class PerHead(NamedTuple):
    """A GDP and the GDP per capita that goes with it, and how many people the two imply."""

    gdp: Fact
    head: Fact
    people: Bounds

    @property
    def point(self) -> Decimal:
        """The number of people, without rounding."""
        return self.gdp_amount.value / self.head_amount.value

    @property
    def gdp_amount(self) -> Written:
        """The GDP as written."""
        return _money(self.gdp).amount

    @property
    def head_amount(self) -> Written:
        """The GDP per capita as written."""
        return _money(self.head).amount


def per_heads(article: Article) -> Iterator[PerHead]:
    """Every GDP with each GDP per capita of the same state, time, basis and currency."""
    for gdp in _money_facts(article, "gdp"):
        for head in _money_facts(article, "gdp-per-capita"):
            same = gdp.subject == head.subject and gdp.scope.region == head.scope.region
            if same and _basis(gdp) == _basis(head) and _same_time(gdp, head):
                one, other = _money(gdp), _money(head)
                if one.currency == other.currency:
                    yield PerHead(gdp, head, ratio(bounds(one.amount), bounds(other.amount)))


def populations(article: Article, pair: PerHead, years: int, latest: bool) -> Iterator[People]:
    """The populations of a state about the time of a GDP; undated ones only where the GDP is the ``latest``."""
    for fact in article.facts_by_property.get("population", ()):
        if fact.subject != pair.gdp.subject or fact.scope.region != pair.gdp.scope.region:
            continue
        if fact.scope.basis not in WHOLE or not isinstance(fact.value, Number) or not fact.value.amount.value:
            continue
        gap = years_between(fact.scope.when, pair.gdp.scope.when)
        if gap is not None and gap <= years and (latest or fact.scope.when is not None):
            yield People(fact, fact.value.amount, counted(fact.value.amount))


def newest(pairs: list[PerHead], pair: PerHead) -> bool:
    """Whether no other pair of the same state is of a later year."""
    mine = year_of(pair.gdp.scope.when)
    years = [year_of(each.gdp.scope.when) for each in pairs if each.gdp.subject == pair.gdp.subject]
    return mine is None or all(year is None or year <= mine for year in years)


def agree(first: Bounds, second: Bounds, tolerance: Decimal) -> Outcome:
    """Whether two numbers of people agree: to rounding, within the tolerance, or not at all."""
    if first.strict.overlaps(second.strict):
        return Outcome.CONSISTENT
    low, high = second.lenient
    wider = second.lenient._replace(
        low=None if low is None else low * (1 - tolerance), high=None if high is None else high * (1 + tolerance)
    )
    return Outcome.BY_ROUNDING if first.lenient.overlaps(wider) else Outcome.CONFLICTING


def _money_facts(article: Article, name: str) -> Iterator[Fact]:
    for fact in article.facts_by_property.get(name, ())[:MOST]:
        if isinstance(fact.value, Money) and fact.polarity and fact.value.amount.value > 0:
            yield fact


def _money(fact: Fact) -> Money:
    assert isinstance(fact.value, Money)
    return fact.value


def _basis(fact: Fact) -> str:
    """A GDP of which nothing is said is taken as nominal, which is what is usual."""
    return fact.scope.basis or "nominal"


def _same_time(gdp: Fact, head: Fact) -> bool:
    first, second = gdp.scope.when, head.scope.when
    if first is None or second is None:
        return first is second or gdp.statement == head.statement
    return year_of(first) is not None and year_of(second) is not None and first.overlaps(second)
