"""Product, product per head and population of one place do not fit each other.

Why: the product divided by the people is the product per head; where the three differ by more than sources and
rounding explain, one of them is off, mostly by a scale word or a year.

Right all the same: figures of different offices, and purchasing power set against exchange rates without saying so.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, product
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Money, Number
from articles.claims.written import Hedge, Interval, Written
from articles.facts.fact import Fact
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Outcome, Rule, Verdict

MOST = 12
"""How many figures of one sort are held against the others."""
APART = 3
"""How many years the three figures may lie apart."""
OPEN = (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.UP_TO)


class Three(NamedTuple):
    """The product of a place, per head, and its people."""

    whole: Fact
    head: Fact
    people: Fact


def check(article: Article, *, tolerance: float = 0.25) -> Iterator[Verdict | Outcome]:
    """Hold every product against every product per head and population of the same place and about the same year."""
    facts = article.facts_by_property
    margin = Decimal(str(tolerance))
    for subject in dict.fromkeys(fact.subject for fact in facts.get("gdp-per-capita", ())):
        yield from _of(article, subject, margin)


def _of(article: Article, subject: str, margin: Decimal) -> Iterator[Verdict | Outcome]:
    """Every three figures of one subject."""
    names = ("gdp", "gdp-per-capita", "population")
    told: set[tuple[Fact, Fact]] = set()
    for three in product(*(_first(article, name, subject) for name in names)):
        outcome = _judge(article, Three(*three), margin) if _one_place(Three(*three)) else None
        if isinstance(outcome, Verdict):
            # One finding a pair of money figures, whichever of several populations it was told with.
            if (three[0], three[1]) in told:
                continue
            told.add((three[0], three[1]))
        if outcome is not None:
            yield outcome


def _first(article: Article, name: str, subject: str) -> list[Fact]:
    """The first figures of one sort and subject: more than a few are a series, not a statement."""
    found = (fact for fact in article.facts_by_property.get(name, ()) if fact.subject == subject)
    return list(islice(found, MOST))


def _one_place(three: Three) -> bool:
    whole, head, people = three
    if not whole.subject == head.subject == people.subject or whole.scope.basis != head.scope.basis:
        return False
    return not any(fact.scope.region for fact in three) and people.scope.basis in (None, "census", "estimate")


def _judge(article: Article, three: Three, margin: Decimal) -> Verdict | Outcome:
    whole, head, people = (fact.value for fact in three)
    if not isinstance(whole, Money) or not isinstance(head, Money) or not isinstance(people, Number):
        return Outcome.INCOMPARABLE
    amounts = whole.amount, head.amount, people.amount
    if whole.currency != head.currency or not _near(three) or any(not _usable(amount) for amount in amounts):
        return Outcome.INCOMPARABLE
    low, high = (_times(head.amount.lenient, people.amount.lenient, end) for end in (0, 1))
    stated = whole.amount.lenient
    assert stated.low is not None
    assert stated.high is not None
    if stated.low <= high and low <= stated.high:
        return Outcome.CONSISTENT
    if stated.low <= high * (1 + margin) and low / (1 + margin) <= stated.high:
        return Outcome.BY_ROUNDING
    return _verdict(article, three, whole.amount.value / people.amount.value)


def _near(three: Three) -> bool:
    """Whether the years stated lie close together. A year that is not stated may be any, so two must be."""
    years = [_year(fact.scope.when) for fact in three if fact.scope.when is not None]
    known = [year for year in years if year is not None]
    return len(known) == len(years) and (not known or max(known) - min(known) <= APART)


def _year(date: Date | None) -> int | None:
    return civil(date.earliest)[0] if date is not None and date.earliest is not None else None


def _usable(amount: Written) -> bool:
    return amount.hedge not in OPEN and amount.value > 0 and amount.top == amount.value


def _times(one: Interval, other: Interval, end: int) -> Decimal:
    first, second = one[end], other[end]
    assert first is not None
    assert second is not None
    return first * second


def _verdict(article: Article, three: Three, quotient: Decimal) -> Verdict:
    whole, head, people = (article.page.text(fact.span) for fact in three)
    money = three.head.value
    assert isinstance(money, Money)
    return Verdict(
        f"a product of {whole} and {people} people make {quotient:,.0f} {money.currency} a head, not {head}",
        (
            Mark(three.head.span, "product per head"),
            Mark(three.whole.span, "product"),
            Mark(three.people.span, "population"),
        ),
        calculation=f"{whole} / {people} = {quotient:,.0f} {money.currency} ≠ {head}",
    )


_HEAD = "= Economy of Ruritania =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            _HEAD + "Ruritania's GDP was ⟦2:$50 billion⟧ in 2019, and its GDP per capita was ⟦1:$25,000⟧ in 2019. "
            "Ruritania has a population of ⟦3:4.1 million⟧."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nThe GDP of Sylvania is ⟦2:€9.1 billion⟧. The GDP per capita of "
            "Sylvania is "
            "⟦1:€910⟧. Sylvania has ⟦3:1,000,000⟧ inhabitants."
        ),
    ),
    good=(
        Example(
            _HEAD + "Ruritania's GDP was $50 billion in 2019, and its GDP per capita was $12,200 in 2019. "
            "Ruritania has a "
            "population of 4.1 million."
        ),
        Example(
            _HEAD + "Ruritania's GDP was $50 billion in 2019, and its GDP per capita at PPP was $25,000 in "
            "2019. Ruritania "
            "has a population of 4.1 million."
        ),
        Example(
            _HEAD + "Ruritania's GDP was $50 billion in 2019, and its GDP per capita was $25,000 in 1990. "
            "Ruritania has a "
            "population of 4.1 million."
        ),
        Example(
            _HEAD + "Ruritania's GDP was $50 billion in 2019, and its GDP per capita was $14,000 in 2019. "
            "Ruritania has a "
            "population of 4.1 million."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nThe GDP of Sylvania is €9.1 billion. The GDP per capita of "
            "Ruritania is "
            "€910. Sylvania has 1,000,000 inhabitants."
        ),
    ),
    properties=frozenset(("gdp-per-capita",)),
)
