"""Relations are said to have been established before one of the states was independent, or before it was recognized.

Why: only states have diplomatic relations, and to establish them is to recognize; one of the two dates is wrong, or
the article means an earlier or another sort of relations.

Right all the same: dominions, protectorates and states with home rule that had a foreign service of their own,
governments in exile, states whose independence was declared again after an occupation, and consuls, whom a colony
receives as well. An article that speaks of any of these is left alone, and so is a sentence on consuls.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.facts.fact import Fact
from articles.page import Place
from articles.words import WordList
from rules.finding import Confidence, Severity
from rules.laws.edits import say_alike
from rules.laws.times.dated_events import COMPARED
from rules.laws.times.listed_ties import listed_ties
from rules.laws.times.renewal import began_anew, broken_off, no_state, parties
from rules.laws.times.said_date import counts_from_another, said_date
from rules.laws.times.told_ties import PATTERN, told_anew, told_ties
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

WIDE = 1_000_000
"""More days than any date leaves open."""
SELF_RULE = WordList(__file__, "self-rule")
"""Words for a state that has affairs of its own and is not independent, or not in its land."""
UNDER = WordList(__file__, "under")
"""Words for a state whose foreign affairs another one conducts."""
BEFORE_THAT = 40 * 365
"""Days before its independence in which a state that is told of as a protectorate is taken to have been one."""
BEFORE_STATES = WordList(__file__, "before-states")
AGAIN = WordList(__file__, "again")
PROSE = (Place.LEAD, Place.BODY, Place.CAPTION)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the dates of relations against the independence of both states, and against their recognition."""
    told: dict[frozenset[str], list[Fact]] = {}
    for fact in _known(article, "relations-established"):
        if fact.scope.basis is None and fact.place in PROSE and isinstance(fact.value, Date):
            told.setdefault(parties(fact), []).append(fact)
    for states, relations in told.items():
        for state in sorted(states):
            dates = [fact for fact in _known(article, "independence") if fact.subject == state]
            dates = [fact for fact in dates if fact.scope.basis != "recognized" and not _again(article, fact)]
            yield from _judge(article, relations, dates, f"{state} became independent")
        known = article.facts_by_property.get("recognition", ())
        dates = [fact for fact in known if parties(fact) == states and fact.scope.basis is None]
        if dates and len(states) == 2:
            what = f"{dates[0].subject} recognized {dates[0].scope.counterpart}"
            yield from _judge(article, relations, dates, what)


def _known(article: Article, name: str) -> list[Fact]:
    """The facts of a property, and what clauses and lists tell of it besides."""
    facts = list(article.facts_by_property.get(name, ()))
    told = (*article.once(told_ties), *article.once(listed_ties))
    spans = {(fact.span, parties(fact)) for fact in facts}
    return facts + [fact for fact in told if fact.property == name and (fact.span, parties(fact)) not in spans]


def _judge(article: Article, relations: list[Fact], dates: list[Fact], what: str) -> Iterator[Verdict | Outcome]:
    """Every date of relations must lie before every date of the other event: one that fits is enough."""
    pairs = [(one, other) for one in relations[:COMPARED] for other in dates[:COMPARED]]
    if not pairs:
        return
    if not all(_before(one, other) for one, other in pairs):
        yield Outcome.CONSISTENT if not any(_before(one, other) for one, other in pairs) else Outcome.INCOMPARABLE
        return
    one, other = min(relations, key=_width), min(dates, key=_width)
    states = parties(one)
    began, later = one.value, other.value
    assert isinstance(began, Date)
    assert isinstance(later, Date)
    renewed = other.property == "recognition" and began_anew(states, began, later) and not no_state(states, began)
    if began.circa or later.circa or renewed or broken_off(article, states, began, later):
        yield Outcome.INCOMPARABLE
        return
    if PATTERN in (one.pattern, other.pattern) and told_anew(article):
        yield Outcome.INCOMPARABLE
        return
    if _of_its_own(article, states, (began, later)) or any(_consular(article, fact) for fact in relations):
        yield Outcome.INCOMPARABLE
        return
    texts = said_date(article, one), said_date(article, other)
    counted = counts_from_another(one) or counts_from_another(other)
    yield Verdict(
        f"relations were established in “{texts[0]}”, but {what} in “{texts[1]}”: relations cannot come before that",
        (Mark(one.span, "relations established"), Mark(other.span, what)),
        calculation=f"{texts[0]} < {texts[1]}",
        changes=() if counted else say_alike(article, one.span, other.span),
    )


def _of_its_own(article: Article, states: frozenset[str], dates: tuple[Date, Date]) -> bool:
    """Whether an article says that a state may have conducted its own affairs before it was independent.

    A state that became a protectorate may have had relations before that; while it was one it had none.
    """
    began, later = dates
    if any(word in article.lowered for word in SELF_RULE):
        return True
    old = later.earliest is None or began.latest is None or later.earliest - began.latest > BEFORE_THAT
    return any(word in article.lowered for word in UNDER) and old and not no_state(states, began)


def _consular(article: Article, fact: Fact) -> bool:
    """Whether a statement speaks of consuls, or of what went before the state."""
    said = article.page.text(fact.statement).lower().replace("high commissioner", "")
    return any(word in said for word in BEFORE_STATES)


def _again(article: Article, fact: Fact) -> bool:
    """Whether a statement tells of an independence that the state had before: "regained", "restored"."""
    said = article.page.text(fact.statement).lower()
    return any(word in said for word in AGAIN)


def _before(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, Date) and isinstance(other.value, Date) and one.value.before(other.value)


def _width(fact: Fact) -> int:
    """How many days a date leaves open: the finest is shown."""
    date = fact.value
    if not isinstance(date, Date) or date.earliest is None or date.latest is None:
        return WIDE
    return date.latest - date.earliest


_PAIR = "= France–Norway relations =\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Algeria–Peru relations =\n\nThey are the relations between Algeria and Peru. They were established in "
            "⟦1:March 1960⟧.\n\nOn ⟦2:5 July 1962⟧ Algeria became independent."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nRuritania and Sylvania established diplomatic relations in "
            "⟦1:1958⟧.\n\n"
            "== History ==\nRuritania gained its independence on ⟦2:4 May 1960⟧."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nRuritania was a protectorate.\n\n== Dates ==\n- ⟦1:4 May 1958⟧: "
            "Diplomatic "
            "relations are established.\n- ⟦2:4 May 1960⟧: Ruritania proclaims its independence."
        ),
        Example(
            "= Foreign relations of Chad =\n\nChad has been independent since ⟦2:11 August 1960⟧. It has established "
            "relations with these states:\n- Norway: ⟦1:May 1958⟧\n- Japan: 1961"
        ),
        wikitext(
            "They are friends.\n{|\n! Date !! Event\n|-\n| ⟦1:May 1958⟧ || Diplomatic relations established\n|}\nChad "
            "won its "
            "independence in ⟦2:August 1960⟧.",
            title="Chad–Norway relations",
        ),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in ⟦1:1990⟧. France officially recognized Norway "
            "in ⟦2:1992⟧."
        ),
    ),
    good=(
        Example(
            _PAIR + "They have had relations since 1947. The French mission in Oslo became independent of it in 1971."
        ),
        Example(
            "= Foreign relations of Chad =\n\nChad has been independent since 11 August 1960. It has established "
            "relations "
            "with these states:\n- Norway: May 1961\n\nThe states with which it had trade in 1958:\n- Japan: 1958"
        ),
        Example(
            "= Chad–Norway relations =\n\nIn 1958 it was agreed to establish relations once Chad was free. Chad won "
            "its "
            "independence in 1960. Norway had established relations with Japan in 1905."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nRuritania and Sylvania established diplomatic relations in 1960.\n\n"
            "== History ==\nRuritania gained its independence on 4 May 1960."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nSylvanian–Ruritanian relations were established in 1921 by a "
            "consulate in Strelsau. Ruritania gained its independence on 4 May 1960."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nRuritania had home rule from 1910. Ruritania and Sylvania established "
            "diplomatic relations in 1941. Ruritania became independent in 1944."
        ),
        Example(
            _PAIR + "France and Norway established diplomatic relations in 1992. France recognized Norway in 1988."
        ),
        Example(_PAIR + "France and Norway established consular relations in 1988. France recognized Norway in 1990."),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1990. France recognized the Norwegian government "
            "in 1992."
        ),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1920. Relations were severed in 1940. France "
            "recognized Norway in 1945."
        ),
        Example(
            _PAIR + "France and Norway established diplomatic relations in 1990. Norway recognized Sweden in 1992."
        ),
    ),
)
