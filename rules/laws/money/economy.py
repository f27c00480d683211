"""A flow of trade held against the economies it belongs to: whose GDP, of which year, and how large a share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Money
from articles.facts.fact import Fact
from rules.laws.bounds import Bounds, bounds, ratio
from rules.laws.money.trade_words import trade_words
from rules.laws.wording import percent
from rules.rule import Outcome

FLOWS = ("exports", "imports", "trade")
PLAIN = (None, "nominal")
"""The ways of measuring a GDP that a flow in money of the day can be held against."""
TENTH = Decimal("0.1")
MOST = 100
"""How many flows of an article are weighed, and against how many GDPs."""
RECENT = 10_000
"""Stands for the year of a figure that has none: the latest there is."""


class Share(NamedTuple):
    """A flow as a share of a GDP (of 1); ``flow`` and ``gdp`` are the facts, ``state`` whose GDP it is."""

    flow: Fact
    gdp: Fact
    state: str
    of: Bounds

    @property
    def least(self) -> Decimal:
        """The smallest share that rounding and hedges leave possible."""
        return self.of.lenient.low or Decimal(0)

    @property
    def most(self) -> Decimal | None:
        """The largest; None where a hedge leaves it open."""
        return self.of.lenient.high


def flows(article: Article) -> Iterator[Fact]:
    """Every flow of trade in money, told once: what A sold to B is what B bought from A."""
    seen: set[tuple[object, ...]] = set()
    for name in FLOWS:
        for fact in article.facts_by_property.get(name, ()):
            if not isinstance(fact.value, Money) or not _whole(fact):
                continue
            key = (*route(fact), fact.value.currency, fact.value.amount.value)
            if key not in seen and len(seen) < MOST:
                seen.add(key)
                yield fact


def route(flow: Fact) -> tuple[str | None, ...]:
    """From whom to whom a flow goes; both ways are one for trade."""
    sides = (flow.subject, flow.scope.counterpart)
    if flow.property == "trade":
        return ("trade", *sorted(side or "" for side in sides))
    return sides if flow.property == "exports" else (sides[1], sides[0])


def partners(flow: Fact) -> tuple[str, ...]:
    """The states whose economies a flow belongs to, the one it is told of first."""
    return tuple(side for side in (flow.subject, flow.scope.counterpart) if side)


def shares(article: Article, flow: Fact, years: int) -> Iterator[Share]:
    """A flow as a share of the GDP of each state it belongs to, where the article gives one near in time."""
    assert isinstance(flow.value, Money)
    for state in partners(flow):
        gdp = gdp_of(article, state, flow, years)
        if gdp is not None and isinstance(gdp.value, Money):
            yield Share(flow, gdp, state, ratio(bounds(flow.value.amount), bounds(gdp.value.amount)))


def gdp_of(article: Article, state: str, flow: Fact, years: int) -> Fact | None:
    """A state's GDP in a flow's currency, the nearest in time; of several for one time the largest."""
    assert isinstance(flow.value, Money)
    found: list[tuple[int, int, Decimal, Fact]] = []
    for fact in article.facts_by_property.get("gdp", ())[:MOST]:
        if fact.subject != state or fact.scope.region or not fact.polarity or fact.scope.basis not in PLAIN:
            continue
        if not isinstance(fact.value, Money) or fact.value.currency != flow.value.currency:
            continue
        if fact.value.amount.value <= 0:
            continue  # a slip, or vandalism: nothing is a share of nothing
        gap = years_between(fact.scope.when, flow.scope.when)
        if gap is not None and gap <= years:
            found.append((gap, -(year_of(fact.scope.when) or RECENT), -fact.value.amount.value, fact))
    return min(found, key=lambda row: row[:3])[3] if found else None


def years_between(first: Date | None, second: Date | None) -> int | None:
    """How many years lie between two times; 0 where one is not told, None where one is told and not known."""
    if first is None or second is None:
        told = first or second
        return 0 if told is None or year_of(told) is not None else None
    if year_of(first) is None or year_of(second) is None:
        return None
    return 0 if first.overlaps(second) else abs((year_of(first) or 0) - (year_of(second) or 0))


def year_of(date: Date | None) -> int | None:
    """The year in which a time ends; None where there is none or it is open."""
    return civil(date.latest)[0] if date and date.latest is not None and date.earliest is not None else None


def largest(found: Iterable[Share]) -> Share | None:
    """The share that weighs most."""
    return max(found, key=lambda share: share.least, default=None)


def verdict_of(found: Iterable[Share], limit: Decimal) -> Outcome:
    """What a comparison that is no fault came to: within the limit, or only by rounding."""
    each = list(found)
    if not each:
        return Outcome.INCOMPARABLE
    strict = [share.of.strict.low or Decimal(0) for share in each]
    return Outcome.BY_ROUNDING if max(strict) > limit else Outcome.CONSISTENT


def named(flow: Fact) -> str:
    """A flow in words: "Albania's exports to Sudan"."""
    other = flow.scope.counterpart
    if flow.property == "trade":
        return f"trade between {flow.subject} and {other}" if other else f"the trade of {flow.subject}"
    way = "to" if flow.property == "exports" else "from"
    whole = f"{possessive(flow.subject)} {flow.property}"
    return f"{whole} {way} {other}" if other else f"{whole} in all"


def possessive(name: str) -> str:
    """A name in the genitive: "Sudan's", "the Netherlands'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def told(article: Article, fact: Fact) -> str:
    """The amount as the article writes it."""
    return " ".join(article.page.text(fact.span).split())


def division(article: Article, share: Share) -> str:
    """The share as an editor would reckon it: "$9.1 billion / $23.5 billion = 38.7 %"."""
    assert isinstance(share.flow.value, Money)
    assert isinstance(share.gdp.value, Money)
    part, whole = share.flow.value.amount.value, share.gdp.value.amount.value
    result = part / whole
    step = TENTH if result >= TENTH / 100 else Decimal("0.0001")
    return f"{told(article, share.flow)} / {told(article, share.gdp)} = {percent(result, step)}"


def _whole(fact: Fact) -> bool:
    """Whether a flow is one of a year, of goods or services, and not a plan, a growth or an average."""
    basis = fact.scope.basis
    return fact.polarity and not fact.scope.region and (basis is None or basis in trade_words().bases)
