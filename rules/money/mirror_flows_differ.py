"""What one state says it sold to another is not what the other says it bought, in one year.

Why: the two are one flow of goods, seen from its two ends; a reader who adds or compares takes one for the other.

Right all the same: the offices of two states count differently (freight and insurance, goods on their way through,
the day of crossing), so that the larger figure may be ``tolerance`` percent above the smaller. An article that says
that the offices differ, or by whose figures it goes, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Money
from articles.facts.fact import Fact
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.bounds import bounds, ratio
from rules.laws.edits import say_alike
from rules.laws.money.economy import MOST, named, told
from rules.laws.money.trade_words import trade_words
from rules.laws.nearby import gap
from rules.laws.wording import percent
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_SOURCED = worded(__file__, r"\b{sourced}\b", re.IGNORECASE)


def check(article: Article, *, tolerance: float = 30) -> Iterator[Verdict | Outcome]:
    """Hold the exports of one side against the imports of the other, where both are of one stated time."""
    reach = 1 + Decimal(str(tolerance)) / 100
    sold = _flows(article, "exports")
    bought = _flows(article, "imports")
    for first in sold:
        for second in bought:
            if (first.subject, first.scope.counterpart) == (second.scope.counterpart, second.subject):
                yield _judge(article, first, second, reach)


def _flows(article: Article, name: str) -> list[Fact]:
    found = [fact for fact in article.facts_by_property.get(name, ()) if fact.scope.counterpart and fact.polarity]
    return [fact for fact in found if isinstance(fact.value, Money) and not fact.scope.region][:MOST]


def _judge(article: Article, first: Fact, second: Fact, reach: Decimal) -> Verdict | Outcome:
    one, other = first.value, second.value
    assert isinstance(one, Money)
    assert isinstance(other, Money)
    dated = first.scope.when is not None and first.scope.when == second.scope.when
    if not dated or one.currency != other.currency or not _alike(first, second) or _sourced(article, first, second):
        return Outcome.INCOMPARABLE
    if one.amount.value <= 0 or other.amount.value <= 0:
        return Outcome.INCOMPARABLE
    large, small = (one, other) if one.amount.value >= other.amount.value else (other, one)
    excess = ratio(bounds(large.amount), bounds(small.amount)).lenient.low
    if excess is None or excess <= reach:
        return Outcome.CONSISTENT if one.amount.value == other.amount.value else Outcome.BY_ROUNDING
    shown = told(article, first), told(article, second)
    more = large.amount.value / small.amount.value - 1
    pair = shown if large is one else shown[::-1]
    return Verdict(
        f"{named(first)} are put at “{shown[0]}” and {named(second)} in the same year at “{shown[1]}”",
        (Mark(first.span, named(first)), Mark(second.span, named(second))),
        calculation=f"{pair[0]} / {pair[1]} - 1 = {percent(more)}",
        changes=say_alike(article, first.span, second.span),
    )


def _alike(first: Fact, second: Fact) -> bool:
    """Whether both figures are of all goods, or one of them of some goods only and yet the larger."""
    bases = {first.scope.basis, second.scope.basis}
    if bases == {None, "part"}:
        part, whole = (first, second) if first.scope.basis else (second, first)
        return isinstance(part.value, Money) and isinstance(whole.value, Money) and _more(part.value, whole.value)
    return len(bases) == 1 and (bases == {None} or bases <= set(trade_words().bases))


def _more(one: Money, other: Money) -> bool:
    return one.amount.value > other.amount.value


def _sourced(article: Article, *facts: Fact) -> bool:
    """Whether a statement says by whose count it goes."""
    return any(_SOURCED.search(gap(article, fact.statement.start, fact.statement.end)) for fact in facts)


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Kenya–Peru relations =\n\nPeru bought goods worth ⟦2:$48 million⟧ from Kenya in 2013. Kenyan "
            "sales to Peru, "
            "consisting of tea, flowers and beans, amounted to ⟦1:$29 million⟧ in 2013."
        ),
        Example(
            "= Kenya–Peru relations =\n\nIn 2019 Kenya's exports to Peru were worth ⟦1:$20 million⟧. "
            "Peru's imports from Kenya were worth ⟦2:$45 million⟧ in 2019."
        ),
        Example(
            "= Norland–Sudland relations =\n\nIn 2016 Norland exported goods worth ⟦1:€310 million⟧ to Sudland. "
            "In 2016 Sudland imported goods worth ⟦2:€190 million⟧ from Norland."
        ),
        wikitext(
            "In 2019 [[Kenya]]'s exports to [[Peru]] were worth {{nowrap|⟦1:US$20 million⟧}}.\n\nPeruvian imports from "
            "Kenya were ⟦2:US$45 million⟧ in 2019.",
            title="Kenya–Peru relations",
        ),
    ),
    good=(
        Example(
            "= Kenya–Peru relations =\n\nPeru bought tea worth $8 million from Kenya in 2013. Kenyan sales to "
            "Peru amounted "
            "to $29 million in 2013."
        ),
        Example(
            "= Kenya–Peru relations =\n\nIn 2019 Kenya's exports to Peru were worth $20 million. "
            "Peru's imports from Kenya were worth $23 million in 2019."
        ),
        Example(
            "= Kenya–Peru relations =\n\nIn 2018 Kenya's exports to Peru were worth $20 million. "
            "Peru's imports from Kenya were worth $45 million in 2019."
        ),
        Example(
            "= Kenya–Peru relations =\n\nIn 2019 Kenya's exports to Peru were worth $20 million. "
            "By Peruvian figures, Peru's imports from Kenya were worth $45 million in 2019."
        ),
        Example(
            "= Kenya–Peru relations =\n\nIn 2019 Kenya's exports to Peru were worth $20 million. "
            "Kenya's imports from Peru were worth $45 million in 2019."
        ),
    ),
    properties=frozenset(("exports", "imports")),
)
