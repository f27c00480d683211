"""A hint for a flow that cannot be right: it equals what one of the two traded with the whole world.

The table is the CIA World Factbook's (public domain). It never makes a finding; it is attached to one that stands
without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.claims.claim import Money
from articles.facts.fact import Fact
from articles.facts.world_trade import to_the_world
from rules.laws.money.economy import possessive, route, year_of

COARSEST = Decimal("0.02")
"""The place value of the last digit, as a share of the amount, from which on an equality says nothing."""
NEAR = 2
"""How many years the table's amount may lie from the article's."""
SOURCE = "CIA World Factbook, editions of 2022 and 2026"


def same_as_whole(flow: Fact) -> str | None:
    """What a bilateral flow in dollars equals to the last digit written, with year and source; None for nothing."""
    value = flow.value
    if not isinstance(value, Money) or value.currency != "USD" or not flow.scope.counterpart:
        return None
    amount = value.amount
    if not amount.value or amount.step / amount.value > COARSEST:
        return None
    low, high = amount.interval
    told = year_of(flow.scope.when)
    for year, whole, words in sorted(_wholes(flow), key=lambda row: (abs(row[0] - told) if told else -row[0], row[2])):
        far = told is not None and abs(year - told) > NEAR
        if not far and low is not None and high is not None and low <= whole <= high:
            return f"the amount equals {words} in {year} ({SOURCE}: goods and services)"
    return None


def _wholes(flow: Fact) -> Iterator[tuple[int, Decimal, str]]:
    """The seller's exports to everybody and the buyer's imports from everybody, by year."""
    if flow.property == "trade":
        return
    seller, buyer = route(flow)
    for state, name, way in ((seller, "exports", "to"), (buyer, "imports", "from")):
        for year, whole in to_the_world(state or "", name).items():
            yield year, whole, f"{possessive(state or '')} {name} {way} the whole world"
