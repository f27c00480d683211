"""Trade with one partner is said to be an implausibly large share of one party's whole economy.

Why: bilateral trade above a fifth of a country's product is rare; mostly the figure is the country's trade with the
whole world, a scale word slipped, or a currency was mistaken.

Right all the same: small economies beside a very large neighbour, assembly for one buyer, and states through which
goods only pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.economy import Share, flows, middle, named, owner, percent, quotient, shares
from rules.laws.world_trade import hint
from rules.rule import Example, Mark, Outcome, Rule, Verdict


def check(article: Article, *, share: float = 0.2) -> Iterator[Verdict | Outcome]:
    """Hold every bilateral flow against the economies of both its parties."""
    limit = Decimal(str(share))
    for flow in flows(article):
        if flow.scope.counterpart is None:
            continue
        found = [one for one in shares(article, flow) if one.low <= 1]
        if not found:
            yield Outcome.INCOMPARABLE
            continue
        largest = max(found, key=middle)
        if largest.low > limit:
            yield _verdict(article, largest, limit)
        else:
            yield Outcome.CONSISTENT if largest.high <= limit else Outcome.BY_ROUNDING


def _verdict(article: Article, largest: Share, limit: Decimal) -> Verdict:
    flow, economy = largest.flow, largest.economy
    amount, product = article.page.text(flow.span), article.page.text(economy.span)
    return Verdict(
        f"{named(flow)}, {amount}, are {percent(middle(largest))} of {owner(economy.subject)} product of {product}: "
        f"more than {percent(limit)} with one partner is not plausible",
        (Mark(flow.span, flow.property), Mark(economy.span, f"the product of {economy.subject}")),
        calculation=quotient(article, largest),
        hint=hint(flow, amount),
    )


_PAIR = "= Albania–Sudan relations =\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "As of 2023, Albania's GDP stands at ⟦2:$23.5 billion⟧, while Sudan's is higher at $109.3 billion. "
            "Albania's exports to Sudan amounted to ⟦1:$9.1 billion⟧."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nThe GDP of Ruritania was ⟦2:€40 billion⟧ in 2019. In 2019 Ruritania "
            "imported goods worth ⟦1:€12 billion⟧ from Sylvania."
        ),
    ),
    good=(
        Example(
            _PAIR + "As of 2023, Albania's GDP stands at $23.5 billion, while Sudan's is higher at $109.3 billion. "
            "Albania's exports to Sudan amounted to $9.1 million."
        ),
        Example(
            "= Economy of Sudan =\n\nThe GDP of Sudan was $23.5 billion in 2019. Exports amounted to $9.1 "
            "billion in 2019."
        ),
        Example(
            _PAIR + "Albania's GDP was $2 billion in 1990. Albania's exports to Sudan amounted to $1 billion in 2023."
        ),
        Example(
            _PAIR + "Albania's GDP stands at $23.5 billion. Albania's exports to Sudan amounted to 9.1 billion euros."
        ),
        Example(_PAIR + "Albania's GDP stands at $23.5 billion. Albania's exports to Sudan amounted to $4.2 billion."),
    ),
    properties=frozenset(("exports", "imports", "trade")),
)
