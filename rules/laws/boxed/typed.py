"""The infobox's facts, each with the first fact of lead and body that speaks of the same thing and says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.properties import properties
from articles.page import Place
from rules.laws.agreement import agreement, comparable, far_apart
from rules.laws.boxed.pair import Pair
from rules.laws.boxed.withheld import withheld
from rules.rule import Outcome

_SOFT = frozenset(("estimate", "census", "total"))
"""Ways of counting that a text leaves out where an infobox names them."""
_ENTITIES = frozenset(("capital", "largest-city"))
"""Properties whose value is a name, and one name only at a time."""
_FREED = "independence"
_VALUES = frozenset(("date", "money", "quantity", "number", "percent", "duration"))
_FARTHEST = {Place.LEAD: 10, Place.BODY: 3, Place.CAPTION: 3}
"""By what factor two numbers may differ and still be taken for one thing, which the lead speaks of more surely."""


def typed(article: Article) -> Iterator[Pair | Outcome]:
    """Each fact of the infobox that a comparable fact of the text contradicts, and how all others compare."""
    for name, facts in article.facts_by_property.items():
        known = properties().get(name)
        if known is None or not known.once or not (known.value in _VALUES or name in _ENTITIES):
            continue
        boxed = [fact for fact in facts if fact.place is Place.INFOBOX and fact.polarity]
        told = [fact for fact in facts if fact.place in _FARTHEST and fact.polarity]
        for fact in boxed if told else ():
            yield from _compared(article, fact, boxed, told)


def _compared(article: Article, fact: Fact, boxed: list[Fact], told: list[Fact]) -> Iterator[Pair | Outcome]:
    about = [other for other in told if comparable(fact, _from_anybody(fact, other), soft=_SOFT)]
    outcomes = [agreement(fact, other) for other in about]
    conflicting = [other for outcome, other in zip(outcomes, about, strict=True) if outcome is Outcome.CONFLICTING]
    near = (other for other in conflicting if not far_apart(fact, other, _FARTHEST[other.place]))
    differing = [pair for other in near if not withheld(article, pair := _pair(fact, other))]
    agreeing = [outcome for outcome in outcomes if outcome is not Outcome.CONFLICTING]
    agreed = not {Outcome.CONSISTENT, Outcome.BY_ROUNDING}.isdisjoint(agreeing)
    if differing and not agreed and not _one_of(fact, boxed, differing[0]):
        yield differing[0]
    else:
        yield from agreeing
        yield from [Outcome.INCOMPARABLE] * (len(conflicting) - len(differing))


def _pair(fact: Fact, other: Fact) -> Pair:
    name = fact.property.replace("-", " ").replace("gdp", "GDP")
    name += f" of {fact.scope.counterpart}" if fact.scope.counterpart else ""
    return Pair(name, fact.span, fact.value, other.span, other.value)


def _from_anybody(fact: Fact, other: Fact) -> Fact:
    """An independence told without the state that it was from, where the infobox does not say that either."""
    if fact.property != _FREED or fact.scope.counterpart is not None:
        return other
    return other._replace(scope=other.scope._replace(counterpart=None))


def _one_of(fact: Fact, boxed: Iterable[Fact], pair: Pair) -> bool:
    """Whether the infobox gives the text's value as well, in another field of the same property."""
    return any(
        fact is not also
        and also.scope.counterpart == fact.scope.counterpart
        and agreement(also, fact._replace(value=pair.said)) is not Outcome.CONFLICTING
        for also in boxed
    )
