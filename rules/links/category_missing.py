"""An article on a person gives the year of birth or death, but its categories do not.

Why: the lists of people by year are made of the categories, and the person is missing from them.

Right all the same: when the year is disputed and was left out of the categories on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.facts.fact import Fact
from articles.page import Place
from rules.finding import Confidence, Severity
from rules.rule import Mark, Outcome, Rule, Verdict, wikitext

_SORTS = {"born": "births", "died": "deaths"}
_DATED = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for a category of the year, decade or century of each date of life that infobox or lead gives."""
    categories = article.page.categories
    if article.kind.name != "biography" or not categories:
        return
    for name, sort in _SORTS.items():
        facts = [fact for fact in article.facts_by_property.get(name, ()) if _is_certain(article, fact)]
        if not facts:
            continue
        if any(re.search(rf"\b(?:{sort}|[Yy]ear of (?:birth|death))\b", entry.name) for entry in categories):
            yield Outcome.CONSISTENT
            continue
        fact = facts[0]
        assert isinstance(fact.value, Date)
        assert fact.value.earliest is not None
        year = civil(fact.value.earliest)[0]
        wanted = f"{year if year > 0 else f'{1 - year} BC'} {sort}"
        yield Verdict(f"no category “{wanted}”, though the article gives the date", (Mark(fact.span, f"“{wanted}”"),))


def _is_certain(article: Article, fact: Fact) -> bool:
    date = fact.value
    dated = isinstance(date, Date) and date.precision in _DATED and not date.circa and date.earliest is not None
    return dated and fact.place in (Place.INFOBOX, Place.LEAD) and fact.subject == article.page.title


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.HIGH,
    bad=(
        wikitext(
            "'''Ada Berg''' (⟦1:3 May 1850⟧ – 2 June 1920) was a poet.\n[[Category:1920 deaths]]\n[[Category:Ostland "
            "poets]]",
            title="Ada Berg",
        ),
    ),
    good=(
        wikitext(
            "'''Ada Berg''' (3 May 1850 – 2 June 1920) was a poet.\n[[Category:1850 births]]\n[[Category:1920 deaths]]",
            title="Ada Berg",
        ),
        wikitext("'''Ada Berg''' (3 May 1850 – 2 June 1920) was a poet.", title="Ada Berg"),
        wikitext(
            "'''Ada Berg''' (3 May 1850 – 2 June 1920) was a poet.\n[[Category:1850s births]]\n[[Category:1920 "
            "deaths]]",
            title="Ada Berg",
        ),
    ),
    properties=frozenset(("born", "died")),
)
