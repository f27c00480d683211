"""The categories lack a year of life that the article gives, or one of its two states, or there are none at all.

Why: the lists of people by year, and of relations by country, are made of the categories, and the article is missing
from them.

Right all the same: when the year is disputed and was left out of the categories on purpose. An article without any
category is told of where it has an infobox and ends as finished articles do; one that is only drafted is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.facts.fact import Fact
from articles.kinds.parties import parties, plain_title
from articles.page import Page, Place
from articles.source import Span
from rules.absence import title_place
from rules.finding import Confidence, Severity
from rules.laws.names.states_named import within
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext

_SORTS = {"born": "births", "died": "deaths"}
_LAST = frozenset(("References", "External links", "Further reading", "Bibliography"))
_DATED = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for a category of the year, decade or century of each date of life that infobox or lead gives."""
    categories = article.page.categories
    if article.kind.name == "bilateral-relations":
        yield from _of_parties(article)
    if not categories and _finished(article.page):
        mark = Mark(title_place(article.page), "no category")
        yield Verdict("no category at all, though the article has an infobox and references", (mark,))
    if article.kind.name != "biography" or not categories:
        return
    for name, sort in _SORTS.items():
        facts = [fact for fact in article.facts_by_property.get(name, ()) if _is_certain(article, fact)]
        alive = name == "died" and any("Living people" in entry.name for entry in categories)
        if not facts or _disputed(facts) or alive:
            continue
        if any(re.search(rf"\b(?:{sort}|[Yy]ear of (?:birth|death))\b", entry.name) for entry in categories):
            yield Outcome.CONSISTENT
            continue
        fact = facts[0]
        assert isinstance(fact.value, Date)
        assert fact.value.earliest is not None
        year = civil(fact.value.earliest)[0]
        wanted = f"{year if year > 0 else f'{1 - year} BC'} {sort}"
        message = f"no category “{wanted}”, though the article gives the date “{article.page.text(fact.span)}”"
        mark = Mark(title_place(article.page), f"“{wanted}”")
        yield Verdict(message, (mark,), changes=_added(article.page, wanted))


def _finished(page: Page) -> bool:
    """Whether a page in wikitext has what stands at the end of a finished article, and so should have categories."""
    return page.reader == "wikitext" and bool(page.infoboxes) and any(part.title in _LAST for part in page.sections)


def _disputed(facts: list[Fact]) -> bool:
    """Whether infobox and lead give two dates: which year the category is of, the article does not say."""
    dates = [fact.value for fact in facts if isinstance(fact.value, Date)]
    return any(not one.overlaps(other) for one in dates for other in dates)


def _of_parties(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the category of one party against that of the other."""
    named = parties(article.page.title)
    sorted_under = [plain_title(entry.name) for entry in article.page.categories]
    there = [party for party in named if any(name == _category(party) for name in sorted_under)]
    if len(named) == 2 and len(there) == 1:
        party = next(party for party in named if party not in there)
        if any(within(party, name) for name in sorted_under):
            yield Outcome.INCOMPARABLE
            return
        wanted = f"Bilateral relations of {party}"
        message = f"no category “{wanted}”, though the other party's is there"
        mark = Mark(title_place(article.page), f"“{wanted}”")
        yield Verdict(message, (mark,), changes=_added(article.page, wanted))
    elif there:
        yield Outcome.CONSISTENT


def _added(page: Page, name: str) -> tuple[Change, ...]:
    """The category on a line of its own behind the last one."""
    if page.reader != "wikitext":
        return ()
    end = page.source.text.find("\n", page.categories[-1].span.end)
    at = len(page.source.text) if end < 0 else end
    return (Change(f"add “{name}”", ((Span(at, at), f"\n[[Category:{name}]]"),)),)


def _category(party: str) -> str:
    return plain_title(f"Bilateral relations of {party}")


def _is_certain(article: Article, fact: Fact) -> bool:
    date = fact.value
    dated = isinstance(date, Date) and date.precision in _DATED and not date.circa and date.earliest is not None
    text = article.page.prose.text
    if text.startswith((" or ", "/"), fact.span.end) or text.endswith((" or ", "/"), 0, fact.span.start):
        return False
    return dated and fact.place in (Place.INFOBOX, Place.LEAD) and fact.subject == article.page.title


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.HIGH,
    bad=(
        wikitext(
            "⟦1:{⟧{Infobox lake|name=Lake Orr}}\n'''Lake Orr''' is a lake.\n\n== References ==\n* A book.",
            title="Lake Orr",
        ),
        wikitext(
            "⟦1:'⟧''Ada Berg''' (3 May 1850 – 2 June 1920) was a poet.\n[[Category:1920 deaths]]\n[[Category:Ostland "
            "poets]]",
            title="Ada Berg",
        ),
        wikitext(
            "⟦1:C⟧had–Norway relations are good.\n[[Category:Bilateral relations of Chad]]",
            title="Chad–Norway relations",
        ),
    ),
    good=(
        wikitext(
            "{{Infobox artist|death_date=1487 or 1489}}\n'''Ada Berg''' (died 1487 or 1489) was a painter.\n"
            "[[Category:Ostland painters]]",
            title="Ada Berg",
        ),
        wikitext(
            "Chad–Norway relations are good.\n[[Category:Bilateral relations of Norway]]\n"
            "[[Category:Bilateral relations of Chad|Norway]]",
            title="Chad–Norway relations",
        ),
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
)
