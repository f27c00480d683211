"""Events that happened once, and all the dates that an article gives them: in prose, in cells, in notes of a row.

A conflict is one finding, however many statements take part in it. Which rule tells it hangs on the nearest two that
conflict: a cell and the notes of its row, the cells of two tables, or anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.facts.fact import Fact
from articles.facts.gazetteer import Form, gazetteer
from articles.facts.properties import properties
from articles.page import Place
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.agreement import agreement
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.tables.table_rows import Rows, Where, cells, of_cell
from rules.laws.times.both_calendars import STYLES
from rules.laws.times.old_style import GREGORIAN_EVERYWHERE
from rules.laws.times.renewal import began_anew, broken_off, former, heir, no_state, parties, renewal_words
from rules.laws.times.said_date import counts_from_another, said_date
from rules.rule import Change, Mark, Outcome, Verdict

ELSEWHERE = (Place.INFOBOX, Place.CATEGORY)
"""What stands there is held against the text by rules of their own."""
MOST = 6
"""A finding shows at most so many of the statements that conflict."""
VAGUE = "reach "
"""How the pattern of "go back to 1889" begins, which may tell of an earlier sort of relations."""
ONES_OWN = frozenset(("born", "died", "founded"))
"""Events of which a sentence may tell for another subject than it seems to."""
ABROAD = frozenset(("released", "published"))
"""What comes about in one country after another."""
SHOWN = regex(r"\b(?:perform|stag|premi|screen|broadcast|air|heard|shown)")
IN = regex(r"\b[Ii]n (?:the )?([A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2})")
COMPARED = 24
"""How many statements of one event are held against each other."""
DOUBTFUL = WordList(__file__, "doubtful")
"""Words of a sentence that may date something else: "relations began to cool in 1930"."""
HEARSAY = WordList(__file__, "hearsay")
"""A sentence with one of these tells what others say of somebody's birth or of a founding."""
RUN_BY = regex(
    r"\b(?:that|which|who) (?!was\b|is\b|were\b|had\b)[a-z]{2,20} (?:[a-z]{1,20} ){0,2}the [a-z]{2,20} (?:was|were) "
)
OPENED = frozenset(("embassy-opened", "consulate-opened", "legation-opened"))
"""What may open more than once, or in several places."""
OPENED_AGAIN = WordList(__file__, "opened-again")
FIRST = ("first established", "initially", "originally", "for the first time", "first began")
"""Words that let a later date be that of a renewal."""
SORTS = {
    "in fact": ("de facto",),
    "in law": ("de jure",),
    "consular": ("by a consul", "by consul", "consular relations", "consular level", "level of consul"),
}
"""What makes of two dates those of two acts, where only one of the two is so called."""
GENERATION = 3653
"""Days: "first established" and a date ten years later are a beginning and a renewal, not one event."""

Key = tuple[str, frozenset[str], str, str | None]


class Pairing(StrEnum):
    """Where two statements stand to each other."""

    ROW = "row"
    TABLES = "tables"
    TEXT = "text"


class Event(NamedTuple):
    """One event: what its comparisons came to, and the statements that conflict, if any do.

    ``pairing`` is that of the nearest two that conflict, None where none do. ``anew`` are statements in
    tables that nothing keeps from conflict but a state that began anew between their dates.
    """

    outcomes: tuple[tuple[Pairing, Outcome], ...]
    conflicting: tuple[Fact, ...]
    pairing: Pairing | None
    anew: tuple[Fact, ...] = ()


class Standing(NamedTuple):
    """A statement, the row of a table that it stands in, and whether a cell states it by its column."""

    fact: Fact
    row: Where | None
    cell: bool


def events(article: Article) -> tuple[Event, ...]:
    """Every event that the article dates twice or more."""
    told: dict[Key, list[Fact]] = {}
    known = article.facts_by_property
    for name, row in properties().items():
        if name in known and row.value == "date" and (row.once or (name in OPENED and _opened_once(article, name))):
            for fact in known[name]:
                if fact.place not in ELSEWHERE and fact.polarity and isinstance(fact.value, Date):
                    told.setdefault(_key(fact, symmetric=row.symmetric), []).append(fact)
    twice = [facts[:COMPARED] for facts in told.values() if len(facts) > 1]
    rows = Rows(article) if twice else None
    return tuple(_event(article, facts, rows) for facts in twice) if rows else ()


def _opened_once(article: Article, name: str) -> bool:
    """Whether an article on two states tells twice of a mission's opening in one city, and of no second one."""
    facts = [fact for fact in article.facts_by_property.get(name, ()) if fact.place not in ELSEWHERE]
    cities = {(fact.subject, fact.scope.region) for fact in facts}
    if {fact.place for fact in facts} != {Place.LEAD, Place.BODY}:
        return False
    if article.parties.pair is None or len(facts) != 2 or len(cities) != 1 or facts[0].scope.region is None:
        return False
    return not any(word in article.lowered for word in OPENED_AGAIN)


def telling(article: Article, pairing: Pairing) -> Iterator[Event | Outcome]:
    """What the rule of one pairing has to tell: the outcomes of its comparisons, and the conflicts that are its own."""
    for event in article.once(events):
        for kind, outcome in event.outcomes:
            if kind is pairing:
                yield outcome
        if event.pairing is pairing:
            yield event


def _event(article: Article, facts: list[Fact], rows: Rows) -> Event:
    outcomes: list[tuple[Pairing, Outcome]] = []
    conflicts: dict[Pairing, list[Fact]] = {}
    stands = [Standing(fact, rows.of(fact.span), of_cell(fact)) for fact in facts]
    for one, other in combinations(stands, 2):
        outcome, kind = _compare(article, one.fact, other.fact), _pairing(one, other)
        if outcome is Outcome.CONFLICTING:
            conflicts.setdefault(kind, []).extend((one.fact, other.fact))
        else:
            outcomes.append((kind, outcome))
    conflicting = {fact.span: fact for found in conflicts.values() for fact in found}
    agreeing = any(outcome is Outcome.CONSISTENT for _, outcome in outcomes)
    if conflicting and facts[0].property in ONES_OWN and (agreeing or len(conflicting) > 2):
        outcomes.append((Pairing.TEXT, Outcome.INCOMPARABLE))  # one of them tells of another person or body
        return Event(tuple(outcomes), (), None)
    nearest = next((kind for kind in Pairing if kind in conflicts), None)
    anew: dict[ProseSpan, Fact] = {}
    for both in combinations(facts, 2):
        if _only_anew(article, *both):
            anew.update((fact.span, fact) for fact in both)
    return Event(tuple(outcomes), _shown(conflicting), nearest, _shown(anew))


def _shown(facts: dict[ProseSpan, Fact]) -> tuple[Fact, ...]:
    return tuple(facts[span] for span in sorted(facts))[:MOST]


def _only_anew(article: Article, one: Fact, other: Fact) -> bool:
    """Whether two dates in tables would conflict, were it not for a state that began anew between them."""
    if one.place is not Place.TABLE or other.place is not Place.TABLE or parties(one) != parties(other):
        return False
    first, second = one.value, other.value
    if agreement(one, other) is not Outcome.CONFLICTING or not isinstance(first, Date) or not isinstance(second, Date):
        return False
    return (
        _anew(article, parties(one), one, other)
        and not _otherwise(article, one, other)
        and not broken_off(article, parties(one), first, second)
        and not _long_after_first(article, one, other)
    )


def _pairing(one: Standing, other: Standing) -> Pairing:
    if one.row is None or other.row is None:
        return Pairing.TEXT
    if one.row == other.row and one.cell != other.cell:
        return Pairing.ROW
    return Pairing.TABLES if one.cell and other.cell and one.row[0] != other.row[0] else Pairing.TEXT


def _key(fact: Fact, *, symmetric: bool) -> Key:
    """What two facts must share to tell of one event; the order of the parties counts unless it does not matter."""
    names = _heirs(fact.subject, fact.scope.counterpart)
    return fact.property, names, "" if symmetric else fact.subject, fact.scope.basis


@lru_cache(1 << 12)
def _heirs(subject: str, counterpart: str | None) -> frozenset[str]:
    return frozenset(heir(name) for name in (subject, counterpart) if name)


def _compare(article: Article, one: Fact, other: Fact) -> Outcome:
    outcome = agreement(one, other)
    first, second = one.value, other.value
    if outcome is not Outcome.CONFLICTING or not isinstance(first, Date) or not isinstance(second, Date):
        return outcome
    states = parties(one) | parties(other)
    if _otherwise(article, one, other) or _told_apart(article, one, other) or _told_apart(article, other, one):
        return Outcome.INCOMPARABLE
    if len(states) > 1 and not _same_day(first, second) and _renewed(article, states, one, other):
        return Outcome.INCOMPARABLE
    return outcome


def _told_apart(article: Article, one: Fact, other: Fact) -> bool:
    """Whether the notes that tell one date tell of a time without relations that ended on the other day."""
    day = other.value
    if one.place is not Place.TABLE or not isinstance(day, Date) or day.precision is not Precision.DAY:
        return False
    notes = article.once(cells).around(one.span.start)
    if notes is None or notes.start <= other.span.start < notes.end:
        return False
    said = article.lowered[notes.start : notes.end]
    if not any(word in said for word in renewal_words("absent")):
        return False
    return any(part.value == day for claim in claims_in(article, notes) for part in (claim, *claim.parts))


def _same_day(one: Date, other: Date) -> bool:
    """Whether two days of one generation differ in the year alone: a slip, unless relations were renewed that day."""
    days = [date.earliest for date in (one, other) if date.precision is Precision.DAY and date.earliest is not None]
    if len(days) < 2 or abs(days[0] - days[1]) > 2 * GENERATION:
        return False
    return civil(days[0])[1:] == civil(days[1])[1:] != (1, 1)


def _otherwise(article: Article, one: Fact, other: Fact) -> bool:
    """Whether two dates may be those of two acts, or of one in two calendars."""
    first, second = one.value, other.value
    assert isinstance(first, Date)
    assert isinstance(second, Date)
    if one.property in ONES_OWN and any(_of_others(article, fact) for fact in (one, other)):
        return True
    if any(fact.pattern.startswith(VAGUE) or _doubtful(article, fact) for fact in (one, other)):
        return True
    regions = {fact.scope.region for fact in (one, other) if fact.scope.region}
    if one.property in ABROAD and _is_shown(article, one) != _is_shown(article, other):
        return True  # a play is performed in one year and printed in another
    if one.property in ABROAD and _in_state(article, one) != _in_state(article, other):
        return True  # "in the United States the record was released on"
    if one.statement == other.statement or len(regions) > 1 or _calendars(first, second):
        return True
    if any(STYLES.search(article.page.text(fact.statement)) for fact in (one, other)):
        return True  # "on the last day of 1869 by the Julian calendar"
    return _sorts(article, one) != _sorts(article, other)


def _is_shown(article: Article, fact: Fact) -> bool:
    """Whether a sentence tells that a work was heard or seen."""
    return SHOWN.search(_sentence(article, fact)) is not None


def _in_state(article: Article, fact: Fact) -> bool:
    """Whether a sentence says in which country something came about."""
    found = IN.finditer(article.page.text(fact.statement))
    return any(reading.form is not Form.CITY for name in found for reading in gazetteer().named(name[1].strip()))


def _of_others(article: Article, fact: Fact) -> bool:
    """Whether a sentence tells what others say, or of somebody beside the subject: "the firm that ran the port was"."""
    if any(words in _sentence(article, fact) for words in HEARSAY):
        return True
    sentence = sentence_at(article, fact.span.start)
    return RUN_BY.search(article.page.prose.text, sentence.start, fact.span.start) is not None


def _renewed(article: Article, states: frozenset[str], one: Fact, other: Fact) -> bool:
    """Whether the relations of two states may have been established twice."""
    first, second = one.value, other.value
    assert isinstance(first, Date)
    assert isinstance(second, Date)
    if parties(one) != parties(other) and not all(_in_time(state, first, second) for state in states):
        return True  # told of a state and of the one before it
    if broken_off(article, parties(one), first, second) or _anew(article, states, one, other):
        return True
    return _long_after_first(article, one, other)


def _anew(article: Article, states: frozenset[str], one: Fact, other: Fact) -> bool:
    """Whether one of the states began anew between two dates, and the earlier one may be that of a state before it."""
    first, second = one.value, other.value
    assert isinstance(first, Date)
    assert isinstance(second, Date)
    if not began_anew(states, first, second):
        return False
    early = one if first.before(second) else other
    said = article.page.text(early.statement).lower()
    assert isinstance(early.value, Date)
    return not no_state(states, early.value) or any(word in said for word in (*former(states), *renewal_words()))


def _long_after_first(article: Article, one: Fact, other: Fact) -> bool:
    """Whether the earlier date is told as that of a first time, and the later one is of another generation."""
    first, second = one.value, other.value
    assert isinstance(first, Date)
    assert isinstance(second, Date)
    early, late = (one, other) if first.before(second) else (other, one)
    return _apart(early, late) > GENERATION and any(word in _sentence(article, early) for word in FIRST)


def _in_time(state: str, first: Date, second: Date) -> bool:
    """Whether both dates fall into the time of a former state; true of a state of today."""
    entity = gazetteer().entities.get(state)
    if entity is None or entity.start is None or entity.end is None:
        return True
    days = [day for date in (first, second) for day in (date.earliest, date.latest) if day is not None]
    return all(entity.start <= civil(day)[0] <= entity.end for day in days)


def _sentence(article: Article, fact: Fact) -> str:
    return "" if of_cell(fact) else article.page.text(fact.statement).lower()


def _sorts(article: Article, fact: Fact) -> frozenset[str]:
    """The sorts of relations or of recognition that a sentence names."""
    told = _sentence(article, fact)
    return frozenset(sort for sort, words in SORTS.items() if any(word in told for word in words))


def _doubtful(article: Article, fact: Fact) -> bool:
    return any(words in _sentence(article, fact) for words in DOUBTFUL)


def _apart(early: Fact, late: Fact) -> int:
    first, second = early.value, late.value
    assert isinstance(first, Date)
    assert isinstance(second, Date)
    return (second.earliest or 0) - (first.latest or 0)


def _calendars(one: Date, other: Date) -> bool:
    """Whether two days are as far apart as the two calendars, one day more or less for a slip."""
    if one.precision is not Precision.DAY or other.precision is not Precision.DAY or one.earliest is None:
        return False
    year = civil(one.earliest)[0]
    days = year // 100 - year // 400 - 2
    return (
        1582 <= year < GREGORIAN_EVERYWHERE
        and other.earliest is not None
        and abs(abs(one.earliest - other.earliest) - days) <= 1
    )


# --- what is said of a conflict ---


def verdict(article: Article, facts: tuple[Fact, ...]) -> Verdict:
    """The finding for one event: its dates, each once, and the ways to settle on one of them."""
    distinct = {fact.value: fact for fact in reversed(facts)}
    told = [(said_date(article, fact), _where(fact)) for fact in reversed(distinct.values())]
    fact = facts[0]
    clause = properties()[fact.property].told or f"the {fact.property} of {{subject}}"
    event = clause.format(subject=fact.subject, counterpart=fact.scope.counterpart or "the other party")
    *first, last = (f"“{text}” {where}" for text, where in told)
    return Verdict(
        f"{len(told)} dates for one event: {event}: {', '.join(first)} and {last}",
        tuple(Mark(each.span, _where(each)) for each in facts),
        calculation=" ≠ ".join(text for text, _ in told),
        changes=tuple(_changes(article, facts)) if len(told) == 2 else (),
    )


def _where(fact: Fact) -> str:
    if fact.place is not Place.TABLE:
        return f"in the {fact.place}"
    return "in a table" if of_cell(fact) else "in the notes of a table"


def _changes(article: Article, facts: tuple[Fact, ...]) -> Iterator[Change]:
    """To take each of two dates for all, where the dates stand letter for letter in the source."""
    spots = [(fact, spot) for fact in facts if (spot := _spot(article, fact)) is not None]
    if len(spots) < len(facts):
        return
    for value in dict.fromkeys(fact.value for fact in facts):
        text = next(article.page.text(fact.span) for fact in facts if fact.value == value)
        yield Change(f"take {text}", tuple((spot, text) for fact, spot in spots if fact.value != value))


def _spot(article: Article, fact: Fact) -> ProseSpan | Span | None:
    """Where a date stands as it is read: in the prose, or in the template that renders it ("{{dts|4 May 1960}}")."""
    page = article.page
    if counts_from_another(fact):
        return None
    if page.prose.verbatim(fact.span):
        return fact.span
    at, text = page.prose.to_source(fact.span), page.text(fact.span)
    within = page.source.slice(at)
    if within.count(text) != 1:
        return None
    start = at.start + within.index(text)
    return Span(start, start + len(text))
