"""When two dates of one event between states need not conflict: broken relations, states that began anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.facts.fact import Fact
from articles.facts.gazetteer import Entity, gazetteer
from articles.words import data_file

OCCUPIED = 12
"""Years after an occupation, or another break that left the state the same, in which relations are renewed."""
RECOGNIZED = 80
"""Years in which a new state is recognized by the last of those that knew the old one."""
BREAKS = ("relations-severed", "relations-resumed", "embassy-closed", "embassy-reopened")


@cache
def renewal_words(sort: str = "words") -> tuple[str, ...]:
    """A list of ``renewals.toml``: words that tell of a renewal or of a state of before, or (``absent``) of no ties."""
    return tuple(data_file(__file__, "renewals.toml")[sort])


def parties(fact: Fact) -> frozenset[str]:
    """The two states that a fact is about, or the one."""
    return frozenset(filter(None, (fact.subject, fact.scope.counterpart)))


def began_anew(states: Iterable[str], one: Date, other: Date) -> bool:
    """Whether one of the states ended, was occupied or became independent between two dates.

    A new state may be recognized generations later; after an occupation the states that had relations renew them.
    """
    return next(anew_between(states, one, other), None) is not None


def no_state(states: Iterable[str], date: Date) -> bool:
    """Whether a date falls into a time in which one of the states was none: a colony, or a part of another.

    What is dated then is of no earlier state, and nothing began anew since.
    """
    known, year = gazetteer().entities, year_told(date)
    told = (known[state] for state in states if state in known)
    return any(low < year < high for state in told for low, high in state.under)


@cache
def former(states: frozenset[str]) -> frozenset[str]:
    """The names, in lower case, of the states that came before some of these."""
    known = gazetteer().entities.values()
    old = [name for entity in known if not states.isdisjoint(entity.successors) for name in entity.names]
    old += [then.name for entity in known if entity.name in states for then in entity.renamed]
    return frozenset(name.lower() for name in old)


def anew_between(states: Iterable[str], one: Date, other: Date) -> Iterator[tuple[str, int]]:
    """The states that began anew between two dates, and the years in which they did."""
    first, last = sorted((year_told(one), year_told(other)))
    for state in states:
        for year in gazetteer().breaks(state):
            if first < year <= last and last - year <= (RECOGNIZED if new_state(state, year) else OCCUPIED):
                yield state, year


@cache
def new_state(name: str, year: int) -> bool:
    """Whether a state took the place of another in a year: of a former one that ended then, or under its own name."""
    known = gazetteer().entities
    old = (entity for entity in known.values() if name in entity.successors and entity.end is not None)
    return year in known[name].anew or any(0 <= year - (e.end or 0) <= 1 and _alone(e, known[name]) for e in old)


@cache
def heir(name: str) -> str:
    """The state that goes on with the relations of a former one ("Russia" for "Soviet Union"); else the name itself.

    There must be one such state, which began anew when the former one ended, and no rival at that time.
    """
    known = gazetteer().entities
    old = known.get(name)
    if old is None or old.end is None or old.start is None or len(old.successors) != 1:
        return name
    new = known.get(old.successors[0])
    if new is None or not any(0 <= year - old.end <= 1 for year in new.breaks):
        return name
    return new.name if _alone(old, new) else name


def _alone(old: Entity, new: Entity) -> bool:
    """Whether no other state that the new one follows stood beside the old one, nor the new one itself."""
    known = gazetteer().entities.values()
    rivals = [(e.start, e.end) for e in known if new.name in e.successors and e is not old]
    rivals += [(then.start, then.end) for then in new.renamed]
    within = ((start or 0) < (old.end or 0) and (old.start or 0) < (end or 0) for start, end in rivals)
    return not any(within)


def broken_off(article: Article, states: frozenset[str], one: Date, other: Date) -> bool:
    """Whether the article tells of a break or a renewal between two states that may lie between two dates."""
    facts = (fact for name in BREAKS for fact in article.facts_by_property.get(name, ()) if parties(fact) == states)
    return any(not isinstance(fact.value, Date) or _between(fact.value, one, other) for fact in facts)


def _between(date: Date, one: Date, other: Date) -> bool:
    """Whether a date may lie between two others, both included; "by 1955" is taken for 1955."""
    if date.earliest is None and date.latest is not None:
        date = date._replace(earliest=date.latest - 365)
    after = date.latest is None or any(end.earliest is None or date.latest >= end.earliest for end in (one, other))
    before = date.earliest is None or any(end.latest is None or date.earliest <= end.latest for end in (one, other))
    return after and before


def year_told(date: Date) -> int:
    """A date's year; its later end where the earlier is open."""
    day = date.earliest if date.earliest is not None else date.latest
    return civil(day)[0] if day is not None else 0
