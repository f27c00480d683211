"""A category contradicts another one, the infobox or the text.

Why: categories are read by machines and feed lists of the living and the dead; a wrong one is seen by nobody who
reads the article.

Right all the same: when a category tree follows a convention of its own, such as the year in which a law came
into force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date, Precision, of_year
from articles.facts.fact import Fact
from articles.page import Entry, Place
from articles.regex import regex
from rules.finding import Confidence, Severity
from rules.laws.edits import struck_line, write_year
from rules.laws.elapsed import year_of
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext

_YEARS = regex(r"([0-9]{1,4})(s?)( BC)? (births|deaths)", re.IGNORECASE)
_LIVING = "living people"
_EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_PROPERTIES = {"births": "born", "deaths": "died"}


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the categories of life and death with each other, then with the dates that the article states."""
    dated: dict[str, list[tuple[Entry, re.Match[str]]]] = {"births": [], "deaths": []}
    living: list[Entry] = []
    for entry in article.page.categories:
        match = _YEARS.fullmatch(entry.name)
        if match:
            dated[match[4].lower()].append((entry, match))
        elif entry.name.lower() == _LIVING:
            living.append(entry)
    for alive in living[:1]:
        yield from _alive(article, alive, [entry for entry, _ in dated["deaths"]])
    for what, entries in dated.items():
        yield from _twice(article, entries)
        if len(entries) == 1:
            yield from _against_text(article, what, *entries[0])


def _alive(article: Article, alive: Entry, dead: list[Entry]) -> Iterator[Verdict]:
    """A living person with a category, or a statement, of death."""
    if dead:
        message = f"the article is in “{alive.name}” and in “{dead[0].name}”, but nobody is both"
        marks = (Mark(alive.span, "alive"), Mark(dead[0].span, "dead"))
        yield Verdict(message, marks, changes=(_strike(article, alive), _strike(article, dead[0])))
        return
    died = [fact for fact in article.facts_by_property.get("died", ()) if _usable(article, fact)]
    if died:
        message = f"the article is in “{alive.name}”, but gives {article.page.text(died[0].span)} as the date of death"
        marks = (Mark(alive.span, "alive"), Mark(died[0].span, "dead"))
        yield Verdict(message, marks, changes=(_strike(article, alive),))


def _strike(article: Article, entry: Entry) -> Change:
    """Take the category out, with the line it stands on."""
    return Change(f"strike “{entry.name}”", ((struck_line(article, entry.span), ""),))


def _twice(article: Article, entries: list[tuple[Entry, re.Match[str]]]) -> Iterator[Verdict]:
    exact = [(entry, match) for entry, match in entries if not match[2]]
    for first, second in pairwise(exact):
        if first[1][1] != second[1][1]:
            message = f"the article is in “{first[0].name}” and in “{second[0].name}”, but only one can be"
            marks = (Mark(first[0].span, "one year"), Mark(second[0].span, "another year"))
            yield Verdict(message, marks, changes=(_strike(article, first[0]), _strike(article, second[0])))


def _against_text(article: Article, what: str, entry: Entry, match: re.Match[str]) -> Iterator[Verdict | Outcome]:
    """Compare a category's year with the infobox first, else with the first statement of the text."""
    if match[2] or match[3]:
        return
    facts = [fact for fact in article.facts_by_property.get(_PROPERTIES[what], ()) if _usable(article, fact)]
    if not facts:
        return
    year = int(match[1])
    if any(_holds(fact, year) for fact in facts):
        yield Outcome.CONSISTENT
        return
    fact = min(facts, key=lambda fact: fact.place is not Place.INFOBOX)
    text = article.page.text(fact.span)
    message = f"the category “{entry.name}” says {match[1]}, but the article “{text}”"
    marks = (Mark(entry.span, f"says {match[1]}"), Mark(fact.span, "says otherwise"))
    yield Verdict(message, marks, changes=_changes(article, entry, fact, year))


def _changes(article: Article, entry: Entry, fact: Fact, year: int) -> tuple[Change, ...]:
    """The year of the article for the category, or the category's for the article."""
    own = year_of(fact.value) if isinstance(fact.value, Date) else None
    if own is None:
        return ()
    name = entry.name.replace(str(year), str(own), 1)
    written = article.page.source.slice(entry.span)
    recategorized = written.replace(str(year), str(own), 1)
    return (
        Change(f"write {name} for {entry.name}", ((entry.span, recategorized),)),
        *write_year(article, fact.span, own, year),
    )


def _usable(article: Article, fact: Fact) -> bool:
    date = fact.value
    exact = isinstance(date, Date) and not date.circa and date.precision in _EXACT
    own = fact.subject == article.page.title or fact.place is Place.INFOBOX
    return exact and own and fact.polarity and fact.scope.basis is None and fact.place is not Place.CATEGORY


def _holds(fact: Fact, year: int) -> bool:
    assert isinstance(fact.value, Date)
    return fact.value.overlaps(of_year(year))


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        wikitext("A poet.\n[[Category:⟦2:2001 deaths⟧]]\n[[Category:⟦1:Living people⟧]]", title="Ada Berg"),
        wikitext("A poet.\n[[Category:⟦1:1950 births⟧]]\n[[Category:⟦2:1951 births⟧]]", title="Ada Berg"),
    ),
    good=(
        wikitext("A poet.\n[[Category:1950 births]]\n[[Category:Living people]]", title="Ada Berg"),
        wikitext("A poet.\n[[Category:1950 births]]\n[[Category:1950s births]]", title="Ada Berg"),
        wikitext("{{Infobox person|birth_date=3 May 1850}}\nA poet.\n[[Category:1850 births]]", title="Ada Berg"),
    ),
)
