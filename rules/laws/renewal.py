"""When two dates of one event between states need not conflict: broken relations, states that began anew."""

from __future__ import annotations

from collections.abc import Iterable

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.facts.fact import Fact
from articles.facts.gazetteer import gazetteer

BREAKS = ("relations-severed", "relations-resumed", "embassy-closed", "embassy-reopened")


def parties(fact: Fact) -> frozenset[str]:
    """The two states that a fact is about, or the one."""
    return frozenset(name for name in (fact.subject, fact.scope.counterpart) if name)


def began_anew(states: Iterable[str], one: Date, other: Date) -> bool:
    """Whether one of the states ended, was occupied or became independent between two dates."""
    first, last = sorted((_year(one), _year(other)))
    return any(first < year <= last for state in states for year in gazetteer().breaks(state))


def broken_off(article: Article, states: frozenset[str], one: Date, other: Date) -> bool:
    """Whether the article tells of a break or a renewal between two states that may lie between two dates."""
    facts = (fact for name in BREAKS for fact in article.facts_by_property.get(name, ()) if parties(fact) == states)
    return any(not isinstance(fact.value, Date) or _between(fact.value, one, other) for fact in facts)


def _between(date: Date, one: Date, other: Date) -> bool:
    """Whether a date may lie between two others, both included."""
    after = date.latest is None or any(end.earliest is None or date.latest >= end.earliest for end in (one, other))
    before = date.earliest is None or any(end.latest is None or date.earliest <= end.latest for end in (one, other))
    return after and before


def _year(date: Date) -> int:
    """A date's year; its later end where the earlier is open."""
    day = date.earliest if date.earliest is not None else date.latest
    return civil(day)[0] if day is not None else 0
