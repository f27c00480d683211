"""Categories that tell the year in which a thing began: "1885 establishments in Roma", "Companies founded in 1885"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, of_year
from articles.claims.claim import Claim, Kind
from articles.facts.fact import Fact
from articles.page import Entry, Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.figures.misread import exchanged
from rules.laws.nearby import claims_in, left, sentence_at
from rules.rule import Outcome

_BEGUN = regex(
    r"(?:[^0-9]+ (?:established|founded|formed|opened|completed|concluded|signed) in )?"
    r"((?:1[0-9]|20)[0-9]{2})( [^0-9]+)?"
)
_THINGS = worded(__file__, r" (?:establishments|introductions)\b.*| treaties| (?:[\w-]+ ){0,2}{works}")
_ANY_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")
_DEED = worded(__file__, r"\b{deeds}\b[^,.;:()]{0,40}$")
_NEAR = 80
_BEGINNINGS = ("founded", "independence", "opened")
_EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)


class Odd(NamedTuple):
    """A category whose year stands nowhere else in the article, and the founding or the category it contradicts."""

    entry: Entry
    year: int
    other: Fact | Entry | Claim


def begun(article: Article) -> Iterator[Odd | Outcome]:
    """Every such category against the founding that the article tells, else against the others of its sort.

    A thing may be founded, chartered and opened in different years; each of them is told in its article then.
    """
    found = [(entry, year) for entry in article.page.categories if (year := _year(entry)) is not None]
    if not found:
        return
    told_of = (fact for name in _BEGINNINGS for fact in article.facts_by_property.get(name, ()))
    facts = [fact for fact in told_of if _usable(article, fact)]
    known = [entry for entry, year in found if _elsewhere(article, year)]
    told: set[str] = set()
    for entry, year in found:
        if any(isinstance(fact.value, Date) and fact.value.overlaps(of_year(int(year))) for fact in facts):
            yield Outcome.CONSISTENT
        elif year in told or entry in known or _a_year_on(entry, int(year), facts):
            yield Outcome.INCOMPARABLE
        elif not (facts or known):
            slip = _slip(article, year)
            yield Odd(entry, int(year), slip) if slip is not None else Outcome.INCOMPARABLE
        else:
            told.add(year)
            other = min(facts, key=lambda fact: fact.place is not Place.INFOBOX) if facts else known[0]
            yield Odd(entry, int(year), other)


def _a_year_on(entry: Entry, year: int, facts: list[Fact]) -> bool:
    """Whether a thing was completed the year before it was opened, or opened the year before it was finished."""
    dates = [fact.value for fact in facts if isinstance(fact.value, Date)]
    return " completed in " in entry.name and any(
        date.overlaps(of_year(beside)) for date in dates for beside in (year - 1, year + 1)
    )


def _slip(article: Article, year: str) -> Claim | None:
    """The one date of the first sentence, where the year of a category that nothing else tells is its misread."""
    lead = next((block for block in article.page.lead if block.form is Form.PARAGRAPH), None)
    dates = [
        claim
        for claim in claims_in(article, sentence_at(article, lead.span.start) if lead else ProseSpan(0, 0))
        if claim.kind is Kind.DATE and not claim.parts
    ]
    told = _ANY_YEAR.search(article.page.text(dates[0].span)) if len(dates) == 1 else None
    begun = told is not None and _DEED.search(left(article, dates[0].span.start, _NEAR)) is not None
    return dates[0] if told is not None and begun and exchanged(told[0], year) else None


def _year(entry: Entry) -> str | None:
    match = _BEGUN.fullmatch(entry.name)
    if match is None or (match[2] is None) == (match.start(1) == 0):
        return None
    return match[1] if match[2] is None or _THINGS.fullmatch(match[2]) else None


def _elsewhere(article: Article, year: str) -> bool:
    """Whether a year stands anywhere but in categories."""
    return article.page.prose.text.count(year) > sum(entry.name.count(year) for entry in article.page.categories)


def _usable(article: Article, fact: Fact) -> bool:
    date = fact.value
    exact = isinstance(date, Date) and not date.circa and date.precision in _EXACT
    own = fact.subject == article.parties.own or fact.place is Place.INFOBOX
    return exact and own and fact.polarity and fact.place is not Place.CATEGORY
