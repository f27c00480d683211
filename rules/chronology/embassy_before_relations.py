"""An embassy or a legation is said to have opened before the two states established relations.

Why: an embassy stands on diplomatic relations; if it opened first, one of the two dates is wrong, or the article
leaves out that relations had been broken off.

Right all the same: where a state kept a mission that was called an embassy without relations, and where relations
were "established" anew after a break, a new constitution or a predecessor state that the article does not mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.facts.fact import Fact
from rules.finding import Confidence, Severity
from rules.laws.edits import say_alike
from rules.laws.times.dated_events import COMPARED
from rules.laws.times.listed_ties import listed_ties
from rules.laws.times.renewal import began_anew, broken_off, parties
from rules.laws.times.said_date import counts_from_another, said_date
from rules.laws.times.told_ties import PATTERN, told_anew, told_ties
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

MISSIONS = {"embassy-opened": "embassy", "legation-opened": "legation"}
"""What a state can have in another only once the two have relations."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold every dated embassy against every date on which its two states established relations."""
    relations: dict[frozenset[str], list[Fact]] = {}
    for fact in _known(article, "relations-established"):
        if fact.scope.basis is None and isinstance(fact.value, Date):
            relations.setdefault(parties(fact), []).append(fact)
    for embassy in (fact for name in MISSIONS for fact in _known(article, name)):
        established = relations.get(parties(embassy), [])[:COMPARED]
        if len(parties(embassy)) == 2 and established and isinstance(embassy.value, Date):
            yield _judge(article, embassy, embassy.value, established)


def _known(article: Article, name: str) -> list[Fact]:
    """The facts of a property, and what clauses and rows tell of it besides."""
    facts = list(article.facts_by_property.get(name, ()))
    told = (*article.once(told_ties), *article.once(listed_ties))
    known = article.facts_by_property
    spans = {(fact.span, parties(fact)) for prop in (name, *MISSIONS) for fact in known.get(prop, ())}
    return facts + [fact for fact in told if fact.property == name and (fact.span, parties(fact)) not in spans]


def _judge(article: Article, embassy: Fact, opened: Date, established: list[Fact]) -> Verdict | Outcome:
    later = [fact for fact in established if isinstance(fact.value, Date) and opened.before(fact.value)]
    if not later:
        return Outcome.CONSISTENT
    first = later[0].value
    assert isinstance(first, Date)
    states = parties(embassy)
    # One date that fits is enough: which of two is right is another rule's question.
    if len(later) < len(established) or opened.circa or first.circa:
        return Outcome.INCOMPARABLE
    if broken_off(article, states, opened, first) or began_anew(states, opened, first):
        return Outcome.INCOMPARABLE
    if PATTERN in (embassy.pattern, later[0].pattern) and told_anew(article):
        return Outcome.INCOMPARABLE
    return _verdict(article, embassy, later[0])


def _verdict(article: Article, embassy: Fact, relations: Fact) -> Verdict:
    opened, began = said_date(article, embassy), said_date(article, relations)
    counted = counts_from_another(embassy) or counts_from_another(relations)
    mission = MISSIONS[embassy.property]
    an = f"an {mission}" if mission == "embassy" else f"a {mission}"
    host = f" with {embassy.scope.counterpart}" if embassy.scope.counterpart else ""
    return Verdict(
        f"{embassy.subject} opened its {mission}{host} in “{opened}”, but relations were established in “{began}”: "
        f"{an} cannot come before them",
        (Mark(embassy.span, f"the {mission} opened"), Mark(relations.span, "relations established")),
        calculation=f"{opened} < {began}",
        changes=() if counted else say_alike(article, embassy.span, relations.span),
    )


_TITLE = "France–Norway relations"
_PAIR = f"= {_TITLE} =\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "France and Norway established diplomatic relations in ⟦2:1990⟧.\n\n== Missions ==\n"
            "In ⟦1:1989⟧ the Embassy of France was officially opened in Norway."
        ),
        wikitext(
            "Norway opened its [[embassy]] in [[Paris]] on ⟦1:4 May 1950⟧. The two countries established "
            "[[diplomatic relations]] on ⟦2:6 March 1951⟧.",
            title=_TITLE,
        ),
        Example(
            _PAIR + "France and Norway have had diplomatic relations since ⟦2:1924⟧.\n\n== History ==\n"
            "France set up a legation in Oslo in ⟦1:1919⟧, which was shut in the war."
        ),
        Example(
            "= Ruritania–Sylvania relations =\n\nThe Sylvanian embassy in Ruritania was opened in ⟦1:1921⟧.\n\n"
            "Relations between Ruritania and Sylvania were established in ⟦2:March 1924⟧."
        ),
        Example(
            _PAIR
            + "It was only in ⟦2:May 1962⟧ that the two kingdoms, both old, agreed to take up diplomatic relations. "
            "The French embassy in Oslo, which had been in operation since ⟦1:March 1959⟧, lies by the sea."
        ),
        Example(
            _PAIR + "They are friends.\n\n== Dates ==\n- ⟦1:1951⟧: The Norwegian embassy in Paris opens.\n- ⟦2:1954⟧ – "
            "Diplomatic relations are established."
        ),
        Example(
            "= Embassy of Norway, Paris =\n\nThe embassy is a mission. It was opened on ⟦1:4 May 1951⟧.\n\nNorway and "
            "France entered into diplomatic relations on ⟦2:3 June 1954⟧."
        ),
        wikitext(
            "Norway has missions.\n{|\n! Host !! Relations established !! Embassy opened\n|-\n| Peru || ⟦2:1954⟧ || "
            "⟦1:1951⟧\n"
            "|-\n| Chad || 1970 || 1981\n|}",
            title="Foreign missions of Norway",
        ),
    ),
    good=(
        Example(
            _PAIR
            + "Relations were established in 1954. A plan of 1951 to open an embassy in Oslo came to nothing; the "
            "house in which the embassy works was built in 1911. France opened an embassy in Stockholm in 1950."
        ),
        Example(
            _PAIR + "France and Norway established diplomatic relations in 1989. In 1990 the Embassy of France was "
            "opened in Norway."
        ),
        Example(
            _PAIR + "In July 1970 Norway agreed to the opening of a French representative office. France recognized "
            "Norway in 1988 and established relations in 1989. The Embassy of France was opened in Norway in 1989."
        ),
        Example(
            _PAIR + "France opened an embassy in Oslo in 1950. Relations were severed in 1960. France and Norway "
            "established diplomatic relations in 1972."
        ),
        Example(
            "= Germany–Norway relations =\n\nNorway opened its embassy in Berlin in 1906. Germany and Norway "
            "established "
            "diplomatic relations in 1951."
        ),
        Example(
            _PAIR
            + "France opened an embassy in Oslo in 1989. France and Norway established consular relations in 1994."
        ),
        Example(_PAIR + "France opened an embassy in Oslo in 1989. Norway and Sweden established relations in 1994."),
        Example(_PAIR + "France opened an embassy in Oslo in about 1989. Relations were established in 1990."),
    ),
)
