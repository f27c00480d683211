"""One event that happened once has two dates in one article.

Why: a reader who meets one of them, or both, cannot tell which is right; the lead and the body, a list, a table and
its notes are often edited apart.

Right all the same: where something happened twice and the article says so in words that are not understood, where a
state began anew, and where two calendars are meant. "The company was founded in 1999" may tell of a subsidiary, and a
family name of a husband: a date of one's own (birth, death, founding) that the text tells right as well, or tells in
more than two ways, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.facts.fact import Fact
from articles.facts.properties import properties
from articles.page import Place
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement
from rules.laws.old_style import GREGORIAN_EVERYWHERE
from rules.laws.renewal import began_anew, broken_off, parties
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

ELSEWHERE = (Place.INFOBOX, Place.CATEGORY)
"""What stands there is held against the text by rules of their own."""
CALENDARS = range(9, 15)
"""Days between the Julian and the Gregorian calendar since 1582, one more or less for a slip."""
MOST = 6
"""A finding shows at most so many of the statements that conflict."""
VAGUE = "reach "
"""How the pattern of "go back to 1889" begins, which may tell of an earlier sort of relations."""
ONES_OWN = frozenset(("born", "died", "founded"))
"""Events of which a sentence may tell for another subject than it seems to."""
COMPARED = 24
"""How many statements of one event are held against each other."""
Key = tuple[str, frozenset[str], str, str | None]


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold all dates of each event against each other."""
    told: dict[Key, list[Fact]] = {}
    for name, row in properties().items():
        if row.value == "date" and row.once:
            for fact in article.facts_by_property.get(name, ()):
                if fact.place not in ELSEWHERE and fact.polarity and isinstance(fact.value, Date):
                    told.setdefault(_key(fact, symmetric=row.symmetric), []).append(fact)
    for facts in told.values():
        conflicting: list[Fact] = []
        agreeing = 0
        for one, other in combinations(facts[:COMPARED], 2):
            outcome = _compare(article, one, other)
            if outcome is Outcome.CONFLICTING:
                conflicting += [fact for fact in (one, other) if fact not in conflicting]
            else:
                agreeing += outcome is Outcome.CONSISTENT
                yield outcome
        if conflicting and facts[0].property in ONES_OWN and (agreeing or len(conflicting) > 2):
            yield Outcome.INCOMPARABLE  # one of them tells of another person or body
        elif conflicting:
            yield _verdict(article, sorted(conflicting, key=lambda fact: fact.span)[:MOST])


def _key(fact: Fact, *, symmetric: bool) -> Key:
    """What two facts must share to tell of one event; the order of the parties counts unless it does not matter."""
    subject = "" if symmetric else fact.subject
    return fact.property, parties(fact), subject, fact.scope.basis


def _compare(article: Article, one: Fact, other: Fact) -> Outcome:
    outcome = agreement(one, other)
    first, second = one.value, other.value
    if outcome is not Outcome.CONFLICTING or not isinstance(first, Date) or not isinstance(second, Date):
        return outcome
    if any(fact.pattern.startswith(VAGUE) for fact in (one, other)):
        return Outcome.INCOMPARABLE
    regions = {fact.scope.region for fact in (one, other) if fact.scope.region}
    if one.statement == other.statement or len(regions) > 1 or _calendars(first, second):
        return Outcome.INCOMPARABLE
    states = parties(one)
    if len(states) == 2 and (broken_off(article, states, first, second) or began_anew(states, first, second)):
        return Outcome.INCOMPARABLE
    return outcome


def _calendars(one: Date, other: Date) -> bool:
    """Whether two days are as far apart as the two calendars."""
    if one.precision is not Precision.DAY or other.precision is not Precision.DAY or one.earliest is None:
        return False
    old = one.earliest < (GREGORIAN_EVERYWHERE - 1) * 365.2425
    return old and other.earliest is not None and abs(one.earliest - other.earliest) in CALENDARS


def _verdict(article: Article, facts: list[Fact]) -> Verdict:
    texts = list(dict.fromkeys(article.page.text(fact.span) for fact in facts))
    fact = facts[0]
    clause = properties()[fact.property].told or f"the {fact.property} of {{subject}}"
    event = clause.format(subject=fact.subject, counterpart=fact.scope.counterpart or "the other party")
    dates = ", ".join(f"“{text}”" for text in texts[:-1]) + f" and “{texts[-1]}”"
    return Verdict(
        f"the article gives {len(texts)} dates for one event, that {event}: {dates}",
        tuple(Mark(fact.span, _where(fact)) for fact in facts),
        calculation=" ≠ ".join(texts),
        changes=_changes(article, facts),
    )


def _where(fact: Fact) -> str:
    return "in a table" if fact.place is Place.TABLE else f"in the {fact.place}"


def _changes(article: Article, facts: list[Fact]) -> tuple[Change, ...]:
    """To take each date for all, where the dates stand letter for letter in the source."""
    if len(facts) != 2 or not all(article.page.prose.verbatim(fact.span) for fact in facts):
        return ()
    one, other = (article.page.text(fact.span) for fact in facts)
    return (
        Change(f"take {one}", ((facts[1].span, one),)),
        Change(f"take {other}", ((facts[0].span, other),)),
    )


_PAIR = "= France–Norway relations =\n\n"
_TABLE = (
    '{{| class="wikitable"\n! Country !! Formal relations began !! Notes\n|-\n| Norway || {date} || '
    "Both countries established diplomatic relations on {note}.\n|}}"
)

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "France and Norway established diplomatic relations in ⟦1:1990⟧.\n\n== History ==\n"
            "Diplomatic relations between the two countries were established on ⟦2:4 May 1992⟧."
        ),
        wikitext(
            _TABLE.format(date="⟦1:4 May 1960⟧", note="⟦2:5 May 1960⟧"),
            title="Foreign relations of France",
        ),
        wikitext(
            "'''Jane Example''' (⟦1:5 May 1950⟧ – 6 June 2001) was a poet.\n\n== Life ==\n"
            "Example was born on ⟦2:5 May 1951⟧ in Lyon.\n\n[[Category:1950 births]]\n[[Category:2001 deaths]]",
            title="Jane Example",
        ),
    ),
    good=(
        Example(
            "= Norby Works =\n\nNorby Works was founded in 1938.\n\n== Arms ==\nThe company was founded in 1999 as "
            "Norby Arms.\n\n== Origins ==\nNorby Works was founded in 1938 by two brothers."
        ),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1992.\n\n== History ==\nDiplomatic relations "
            "between the two countries were established on 4 May 1992."
        ),
        wikitext(_TABLE.format(date="May 1960", note="5 May 1960"), title="Foreign relations of France"),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1905. Relations were severed in 1940. France "
            "and Norway established diplomatic relations again in 1945."
        ),
        Example(_PAIR + "France recognized Norway in 1905. France and Norway established relations in 1906."),
        Example(
            _PAIR + "France and Norway established consular relations in 1890. They established diplomatic relations "
            "in 1905."
        ),
        Example(
            "= Norway–Russia relations =\n\nNorway and Russia established diplomatic relations in 1905.\n\n== "
            "Later ==\n"
            "Norway and Russia established diplomatic relations in 1991."
        ),
        Example(_PAIR + "France opened an embassy in Oslo in 1950. France opened an embassy in Oslo in 1960."),
    ),
)
