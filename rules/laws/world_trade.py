"""The hint that a flow between two states is one of them's trade with the whole world."""

from __future__ import annotations

from decimal import Decimal

from articles.claims.calendar import civil
from articles.claims.claim import Money
from articles.facts.fact import Fact
from articles.facts.world_trade import to_the_world
from rules.laws.economy import owner

NEAR = 2
"""How many years the table's figure may lie from the article's."""
VERBS = {"exports": "exports to", "imports": "imports from"}


def hint(flow: Fact, words: str) -> str | None:
    """What the reference table says of a flow between two parties that equals a total, None where it says nothing."""
    if not isinstance(flow.value, Money) or flow.value.currency != "USD" or flow.property not in VERBS:
        return None
    other = "imports" if flow.property == "exports" else "exports"
    sides = ((flow.subject, flow.property), (flow.scope.counterpart, other))
    for state, name in sides:
        if state is None:
            continue
        years = to_the_world(state, name)
        fitting = [year for year, amount in years.items() if _equals(flow, amount) and _near(flow, year)]
        if fitting:
            year = min(fitting, key=lambda year: (_distance(flow, year), -year))
            return f"{words} equals {owner(state)} {VERBS[name]} the whole world in {year} (CIA World Factbook)"
    return None


def _equals(flow: Fact, amount: Decimal) -> bool:
    assert isinstance(flow.value, Money)
    low, high = flow.value.amount.interval
    return low is not None and high is not None and low <= amount <= high


def _near(flow: Fact, year: int) -> bool:
    return _distance(flow, year) <= NEAR


def _distance(flow: Fact, year: int) -> int:
    when = flow.scope.when
    return abs(civil(when.earliest)[0] - year) if when is not None and when.earliest is not None else 0
