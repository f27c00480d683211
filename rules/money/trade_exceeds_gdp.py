"""Exports or imports are said to be larger than the whole economy they belong to.

Why: what a country sells to one partner is part of what it makes; if it is more than all of it, a scale word
slipped, two years or two currencies were mixed, or a number was misread.

Right all the same: total trade of a port through which foreign goods only pass can be larger than its product. Such
totals are told as a warning; trade with one partner above the whole product is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.economy import Share, flows, middle, named, owner, quotient, shares
from rules.laws.world_trade import hint
from rules.rule import Example, Mark, Outcome, Rule, Verdict

ENTREPOT = Decimal("2.5")
"""Total trade up to so many times the product is known of ports."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold every flow against the economies of its parties."""
    for flow in flows(article):
        if flow.property == "trade" and flow.scope.counterpart is None:
            continue  # exports and imports together often exceed the product of an open economy
        found = list(shares(article, flow))
        if not found:
            yield Outcome.INCOMPARABLE
            continue
        largest = max(found, key=middle)
        if largest.low > 1:
            yield _verdict(article, largest)
        else:
            yield Outcome.CONSISTENT if largest.high <= 1 else Outcome.BY_ROUNDING


def _verdict(article: Article, largest: Share) -> Verdict:
    flow, economy = largest.flow, largest.economy
    amount, product = article.page.text(flow.span), article.page.text(economy.span)
    passing = flow.scope.counterpart is None and largest.low <= ENTREPOT
    return Verdict(
        f"{named(flow)}, {amount}, are more than {owner(economy.subject)} whole product of {product}",
        (Mark(flow.span, flow.property), Mark(economy.span, f"the product of {economy.subject}")),
        calculation=quotient(article, largest),
        hint=hint(flow, amount) if flow.scope.counterpart else None,
        severity=Severity.WARNING if passing else None,
    )


_PAIR = "= Albania–Sudan relations =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "As of 2023, Albania's GDP stands at ⟦2:$23.5 billion⟧. Albania's exports to Sudan amounted to "
            "⟦1:$91 billion⟧."
        ),
        Example(
            "= Economy of Ruritania =\n\nThe GDP of Ruritania was ⟦2:$4 billion⟧ in 2019. Exports amounted to "
            "⟦1:$12 billion⟧ in 2019."
        ),
    ),
    good=(
        Example(
            _PAIR
            + "As of 2023, Albania's GDP stands at $23.5 billion. Albania's exports to Sudan amounted to $9.1 billion."
        ),
        Example(
            "= Economy of Ruritania =\n\nThe GDP of Ruritania was $4 billion in 1990. Exports amounted to $12 "
            "billion in "
            "2019."
        ),
        Example(
            "= Economy of Ruritania =\n\nThe GDP of Ruritania was 4 billion euros in 2019. Exports amounted to "
            "$12 billion in 2019."
        ),
        Example(
            "= Economy of Ruritania =\n\nThe GDP of Ruritania was $11.9 billion in 2019. Exports amounted to about "
            "$12 billion in 2019."
        ),
    ),
    properties=frozenset(("exports", "imports", "trade")),
)
