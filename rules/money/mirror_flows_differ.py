"""What one state says it sold to another is not what the other says it bought, in one year.

Why: the two are one flow of goods, seen from its two ends; a reader who adds or compares takes one for the other.

Right all the same: the offices of two states count differently (freight and insurance, goods on their way through,
the day of crossing), so that the larger figure may be ``tolerance`` percent above the smaller. An article that says
why they differ, or by whose figures both go, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Money
from articles.facts.fact import Fact
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.bounds import bounds, ratio
from rules.laws.edits import say_alike
from rules.laws.money.accounts import alone, same_time
from rules.laws.money.economy import MOST, named, possessive, told
from rules.laws.money.roles import IN, OUT, Told, told_amounts
from rules.laws.money.trade_words import trade_words
from rules.laws.nearby import gap
from rules.laws.wording import percent
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_SOURCED = worded(__file__, r"\b{sourced}\b", re.IGNORECASE)

_EXPLAINED = worded(__file__, r"\b{explained}\b", re.IGNORECASE)


def check(article: Article, *, tolerance: float = 30) -> Iterator[Verdict | Outcome]:
    """Hold the exports of one side against the imports of the other, where both are of one stated time."""
    reach = 1 + Decimal(str(tolerance)) / 100
    known: set[ProseSpan] = set()
    sold = _flows(article, "exports")
    bought = _flows(article, "imports")
    for first in sold:
        for second in bought:
            if (first.subject, first.scope.counterpart) == (second.scope.counterpart, second.subject):
                outcome = _judge(article, first, second, reach)
                known.update((first.span, second.span) if isinstance(outcome, Verdict) else ())
                yield outcome
    yield from _told(article, known, reach)


def _told(article: Article, known: set[ProseSpan], reach: Decimal) -> Iterator[Verdict]:
    """What one side sold and the other bought, as the words around two amounts tell it."""
    if article.parties.pair is None:
        return
    flows = [each for each in article.once(told_amounts) if not (each.sides.foreign or each.sides.world)]
    sold, bought = ([each for each in flows if each.role == role and None not in each.sides[:2]] for role in (OUT, IN))
    for first in sold:
        for second in bought:
            if first.sides[:2] != second.sides[:2] or first.year is None or not same_time(first, second):
                continue
            if not known.isdisjoint((first.claim.span, second.claim.span)) or not _differ(
                article, first, second, reach
            ):
                continue
            if alone(article, first, flows) and alone(article, second, flows):
                known.update((first.claim.span, second.claim.span))
                yield _of_words(article, first, second)


def _differ(article: Article, first: Told, second: Told, reach: Decimal) -> bool:
    """Whether two amounts of one flow differ by more than the count, and nothing tells why."""
    one, other = first.entry, second.entry
    if one.currency != other.currency or first.sentence == second.sentence:
        return False
    large, small = sorted((first, second), key=lambda each: -each.entry.amount.value)
    if large.partial != small.partial and not (large.partial and large is second):
        return False
    if large.partial and small.partial:
        return False
    texts = [gap(article, *each.sentence) for each in (first, second)]
    if all(map(_SOURCED.search, texts)) or any(map(_EXPLAINED.search, texts)):
        return False
    excess = ratio(bounds(large.entry.amount), bounds(small.entry.amount)).lenient.low
    return excess is not None and excess > reach


def _of_words(article: Article, first: Told, second: Told) -> Verdict:
    pair = [" ".join(article.page.text(each.claim.span).split()) for each in (first, second)]
    large, small = sorted((first, second), key=lambda each: -each.entry.amount.value)
    more = large.entry.amount.value / small.entry.amount.value - 1
    shown = [" ".join(article.page.text(each.claim.span).split()) for each in (large, small)]
    seller, buyer = first.sides[:2]
    names = f"{possessive(seller or '')} exports to {buyer}", f"{possessive(buyer or '')} imports from {seller}"
    return Verdict(
        f"{names[0]} are put at “{pair[0]}” and {names[1]} in the same year at “{pair[1]}”",
        (Mark(first.claim.span, names[0]), Mark(second.claim.span, names[1])),
        calculation=f"{shown[0]} / {shown[1]} - 1 = {percent(more)}",
        changes=say_alike(article, first.claim.span, second.claim.span),
    )


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
    """Whether the statements say by whose counts they go, or why they differ."""
    texts = [gap(article, *fact.statement) for fact in facts]
    return all(map(_SOURCED.search, texts)) or any(map(_EXPLAINED.search, texts))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Fiji–Peru relations =\n\nFiji sold goods worth ⟦1:$19 million⟧ to Peru in 2010, mainly sugar.\n\n== "
            "Peru ==\nIn 2010 Peru spent ⟦2:$33 million⟧ on goods from Fiji."
        ),
        Example(
            "= Kenya–Peru relations =\n\nIn 2015 Peru bought Kenyan goods for ⟦2:$8.2 million⟧. Tea made up most "
            "of the ⟦1:$13.5 million⟧ of goods that Kenya sold to Peru in 2015."
        ),
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
            "= Fiji–Peru relations =\n\nFiji exported goods worth $19 million to Peru in 2010. Peru's imports from "
            "Fiji were worth $33 million in the years 2010 and 2011."
        ),
        Example(
            "= Kenya–Peru relations =\n\nIn 2015 Peru bought Kenyan goods for $8.2 million. Kenya put its "
            "exports to Peru at $13.5 million in 2015, since it counts goods by origin."
        ),
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
