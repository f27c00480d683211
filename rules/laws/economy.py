"""The economy that a flow of trade belongs to, in the right year, and how large a share of it the flow is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Money
from articles.claims.written import Hedge, Written
from articles.facts.fact import Fact

FLOWS = ("exports", "imports", "trade")
NEAREST = 5
"""A figure of an economy counts for a flow of at most so many years before or after."""
PERCENT = Decimal(100)


class Share(NamedTuple):
    """A flow as a share of an economy: the two facts, and what the share surely is at least and at most."""

    flow: Fact
    economy: Fact
    low: Decimal
    high: Decimal


def flows(article: Article) -> list[Fact]:
    """The flows of trade whose two sides and amount are known, between two parties or with the whole world."""
    facts = (fact for name in FLOWS for fact in article.facts_by_property.get(name, ()))
    return [fact for fact in facts if isinstance(fact.value, Money) and fact.scope.basis != "part"]


def shares(article: Article, flow: Fact) -> Iterator[Share]:
    """What share of each party's economy a flow is, by the figure of the nearest year."""
    for party in (flow.subject, flow.scope.counterpart):
        economy = _nearest(article, flow, party) if party else None
        share = _share(flow, economy) if economy else None
        if share is not None:
            yield share


def quotient(article: Article, share: Share) -> str:
    """The arithmetic as an editor would write it: ``$9.1 billion / $23.5 billion = 38.7 %``."""
    one, other = article.page.text(share.flow.span), article.page.text(share.economy.span)
    return f"{one} / {other} = {percent(middle(share))}"


def middle(share: Share) -> Decimal:
    """The share by the numbers as written."""
    flow, economy = share.flow.value, share.economy.value
    assert isinstance(flow, Money)
    assert isinstance(economy, Money)
    return flow.amount.value / economy.amount.value


def named(flow: Fact) -> str:
    """A flow in words: "Albania's exports to Sudan"."""
    toward = {"exports": "to", "imports": "from"}.get(flow.property, "with")
    partner = f" {toward} {flow.scope.counterpart}" if flow.scope.counterpart else ""
    return f"{owner(flow.subject)} {flow.property}{partner}"


def owner(name: str) -> str:
    """The genitive of a name."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def percent(share: Decimal) -> str:
    """A share in per cent: three figures, one place after the point at most unless it is small."""
    value = share * PERCENT
    places = 1 if value >= 1 else 3
    return f"{value:.{places}f}".removesuffix(".0") + " %"


def _nearest(article: Article, flow: Fact, party: str) -> Fact | None:
    """The party's product in the year of the flow, or the nearest one stated; nominal before others."""
    assert isinstance(flow.value, Money)
    found = []
    for fact in article.facts_by_property.get("gdp", ()):
        apart = _apart(flow.scope.when, fact.scope.when)
        if fact.subject != party or fact.scope.region or apart is None or not isinstance(fact.value, Money):
            continue
        if fact.value.currency == flow.value.currency and fact.value.per is None and fact.value.amount.value > 0:
            found.append((fact.scope.basis == "ppp", apart, fact.span, fact))
    return min(found)[3] if found else None


def _apart(one: Date | None, other: Date | None) -> int | None:
    """How many years lie between two dates; none if either is not said, None if they are too far apart."""
    if one is None or other is None:
        return 0
    first, second = _year(one), _year(other)
    if first is None or second is None or abs(first - second) > NEAREST:
        return None
    return abs(first - second)


def _year(date: Date) -> int | None:
    return civil(date.earliest)[0] if date.earliest is not None else None


def _share(flow: Fact, economy: Fact) -> Share | None:
    assert isinstance(flow.value, Money)
    assert isinstance(economy.value, Money)
    part, whole = _ends(flow.value.amount), _ends(economy.value.amount)
    if part is None or whole is None or whole[0] <= 0 or part[0] < 0:
        return None
    return Share(flow, economy, part[0] / whole[1], part[1] / whole[0])


def _ends(amount: Written) -> tuple[Decimal, Decimal] | None:
    """What an amount may be at least and at most; None where its hedge leaves an end open."""
    if amount.hedge not in (Hedge.NONE, Hedge.ABOUT, Hedge.NEARLY):
        return None
    interval = amount.lenient
    return (interval.low, interval.high) if interval.low is not None and interval.high is not None else None
