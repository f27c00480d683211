"""The edits that would bring a trade with one partner and a GDP to a scale on which both can be.

Only edits that an editor might take: a GDP is not made a thousand times larger where the state's trade with the whole
world speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Money
from articles.facts.fact import Fact
from articles.facts.world_trade import to_the_world
from articles.textmap import ProseSpan
from rules.laws.edits import rescale, write
from rules.laws.money.economy import Share
from rules.laws.money.world_trade import same_as_whole
from rules.rule import Change

TEN, THOUSAND = 10, 1000
ENOUGH = 2
"""A trade of less than so many times the GDP is small beside ten times the GDP."""
LARGEST = Decimal(10) ** 12
"""From here on an economy is one of a score, and in the table of reference."""
LEAST, MOST = Decimal("0.3"), 30
"""How many times its trade with the whole world, exports and imports, a state's product may be at the outside."""


def trade_edits(article: Article, share: Share) -> tuple[Change, ...]:
    """The flow made smaller, or told as one to the whole world if it equals that; the GDP made larger."""
    found = [*rescale(article, share.flow.span, -1), *_to_all(article, share.flow)]
    gdp = share.gdp.value
    if _may_grow(share, THOUSAND):
        found += rescale(article, share.gdp.span, 1)
    elif len(found) == 1 and isinstance(gdp, Money) and share.least < ENOUGH and _may_grow(share, TEN):
        found += write(article, share.gdp.span, gdp, gdp.amount.value * TEN)
    return tuple(found)


def _may_grow(share: Share, times: int) -> bool:
    """Whether a GDP may have been meant so many times larger."""
    value = share.gdp.value
    if not isinstance(value, Money):
        return False
    larger = value.amount.value * times
    traded = [max(rows.values()) for name in ("exports", "imports") if (rows := to_the_world(share.state, name))]
    if value.currency == "USD" and traded:
        return sum(traded) * LEAST <= larger <= sum(traded) * MOST
    return larger < LARGEST


def _to_all(article: Article, flow: Fact) -> Iterator[Change]:
    """Name the whole world for the partner, where the amount is known to be what a state trades with all."""
    if same_as_whole(flow) is None or flow.scope.counterpart is None:
        return
    start, end = flow.statement.start, flow.span.start
    name = f" {'to' if flow.property == 'exports' else 'from'} {flow.scope.counterpart}"
    at = article.page.prose.text.rfind(name, start, end)
    if at >= 0:
        partner = ProseSpan(at + len(name) - len(flow.scope.counterpart), at + len(name))
        yield Change(f"write the whole world for {flow.scope.counterpart}", ((partner, "the whole world"),))
