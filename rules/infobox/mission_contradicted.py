"""The infobox lists an embassy that the text denies, or puts it in another city.

Why: a reader who wants to find the embassy is sent to the wrong place, or to none.

Right all the same: when the text tells of a time before the embassy was opened or moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.gazetteer import plain
from articles.page import Place
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import say_alike, strike
from rules.laws.names.missions import embassies, land_of_city, pair_of, same_parties
from rules.laws.names.told_clause import told_clause
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

PROSE = (Place.LEAD, Place.BODY)
OPENED = ("embassy-opened", "embassy-reopened")
_BACK = worded(__file__, r"\b{back}\b")
_NOT_BACK = worded(__file__, r"\b{denied} (?:[a-z]+ ){0,3}?{back}\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare each embassy of the infobox with the first statement of the text on it."""
    facts = embassies(article)
    for fact in article.facts_by_property.get("mission", ()):
        land = land_of_city(article, fact) if fact.place is Place.INFOBOX else None
        if land:
            yield from _abroad(article, fact, land, facts)
    told = [fact for fact in facts if fact.place in PROSE]
    for boxed in facts:
        if boxed.place is not Place.INFOBOX:
            continue
        about = [fact for fact in told if same_parties(boxed, fact)]
        denied = next((fact for fact in about if not fact.polarity), None)
        moved = [fact for fact in about if fact.polarity and _elsewhere(boxed, fact)]
        if denied and not any(fact.polarity for fact in about):
            message = f"the infobox lists an embassy of {boxed.subject}, but the text denies that there is one"
            marks = (Mark(told_clause(article, boxed), "listed"), Mark(told_clause(article, denied), "denied"))
            changes = (strike(article, boxed.statement), strike(article, denied.statement))
            yield Verdict(message, marks, changes=changes)
        elif moved and len(moved) == sum(fact.polarity for fact in about):
            places = f"in {boxed.value}, but the text in {moved[0].value}"
            message = f"the infobox puts the embassy of {boxed.subject} {places}"
            one, other = told_clause(article, boxed), told_clause(article, moved[0])
            marks = (Mark(one, "in the infobox"), Mark(other, "in the text"))
            yield Verdict(message, marks, changes=say_alike(article, boxed.span, moved[0].span))
        elif about:
            yield Outcome.CONSISTENT
        else:
            yield from _closed(article, boxed)


def _closed(article: Article, boxed: Fact) -> Iterator[Verdict]:
    """A mission listed that the text says was closed, and of which it tells nothing more."""
    known = article.facts_by_property
    if any(same_parties(boxed, fact) for name in OPENED for fact in known.get(name, ())):
        return
    for fact in known.get("embassy-closed", ()):
        city = fact.scope.region
        if fact.place not in PROSE or not fact.polarity or not same_parties(boxed, fact) or city is None:
            continue
        text = article.page.prose.text
        at = text.find(city, fact.statement.start, fact.statement.end)
        rest = _NOT_BACK.sub(" ", article.lowered[fact.statement.start :])
        if at < 0 or _BACK.search(rest):
            continue
        ended = fact._replace(span=ProseSpan(at, at + len(city)))
        message = f"the infobox lists an embassy of {boxed.subject}, but the text says that it was closed"
        marks = Mark(told_clause(article, boxed), "listed"), Mark(told_clause(article, ended), "closed")
        yield Verdict(message, marks, changes=(strike(article, boxed.statement),))
        return


def _abroad(article: Article, boxed: Fact, land: str, facts: list[Fact]) -> Iterator[Verdict]:
    """A mission listed in a country that is not the host's, where the text has it with the host."""
    told = (fact for fact in facts if fact.place in PROSE and fact.polarity and fact.subject == boxed.subject)
    own = next(told, None)
    if own is not None:
        host = " or ".join(sorted(pair_of(article) - {boxed.subject}))
        message = (
            f"the infobox puts the embassy of {boxed.subject} in {boxed.value}, which lies in {land}, not in {host}"
        )
        marks = Mark(told_clause(article, boxed), f"a city in {land}"), Mark(told_clause(article, own), "in the text")
        yield Verdict(message, marks, severity=Severity.WARNING)


def _elsewhere(one: Fact, other: Fact) -> bool:
    """Whether two statements put one embassy into two cities."""
    if not isinstance(one.value, str) or not isinstance(other.value, str):
        return False
    first, second = plain(one.value).lower(), plain(other.value).lower()
    return first not in second and second not in first


_MORE = "\n\n== See also ==\n- Foreign relations of France"

_TITLE = "France–Norway relations"
_PAIR = f"= {_TITLE} =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "Infobox\n- Mission1: ⟦1:Embassy of France, Oslo⟧\n\n⟦2:France does not have an "
            "embassy in Norway⟧." + _MORE
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: ⟦1:Embassy of France, Oslo⟧\n\n⟦2:France has never opened a mission of its own "
            "in Oslo⟧." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: ⟦1:Embassy of France, Oslo⟧\n\nAs ⟦2:France has no diplomatic mission in "
            "Norway⟧, the one in Riga is asked." + _MORE
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: ⟦1:Embassy of France, Oslo⟧\n\nNorway has an embassy in Paris, but ⟦2:France has "
            "none in Oslo⟧." + _MORE
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: ⟦1:Embassy of France, Oslo⟧\n\nThey meet in Berlin, since ⟦2:no French embassy "
            "exists in Oslo⟧." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: ⟦1:Embassy of France, Oslo⟧\n\n⟦2:France closed its embassy in Oslo⟧ in 1994 "
            "and has not reopened it." + _MORE
        ),
        wikitext(
            "{{Infobox bilateral relations|mission1=[[Embassy of France, Oslo|⟦1:Embassy of France, Oslo⟧]]}}\n"
            "⟦2:France has an embassy in [[Bergen]]⟧.",
            title=_TITLE,
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: ⟦1:Embassy of France, Stockholm⟧\n\n⟦2:France has an embassy in Oslo⟧."
            + _MORE
        ),
    ),
    good=(
        Example(
            _PAIR
            + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance does not have an embassy in any other state "
            "of the north. A guide says that France has no embassy in Oslo." + _MORE
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance is at peace. It does not have an embassy of its "
            "own at the Fish Organization." + _MORE
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: Embassy of France, Oslo\n\nIceland, which is also covered from Oslo, does not "
            "have a French embassy." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. "
            "Norway does not have an embassy in France." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo "
            "and a consulate in Bergen." + _MORE
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance closed its embassy in Oslo in 1994 and came "
            "back in 2003." + _MORE
        ),
        Example(
            _PAIR
            + "Infobox\n- Mission1: Embassy of France, Stockholm\n\nFrance has a non-resident ambassador in Stockholm."
            + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Stockholm\n\nFrance has no embassy in Norway; its "
            "ambassador in Stockholm covers the country." + _MORE
        ),
    ),
    properties=frozenset(("mission",)),
)
