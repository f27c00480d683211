"""How a fact's date is quoted: as it is written, with what it means where its words tell it by another date."""

from __future__ import annotations

from articles.article import Article
from articles.claims.calendar import Date, Precision, iso
from articles.facts.fact import Fact

_LENGTHS = {Precision.YEAR: -6, Precision.MONTH: -3}


def counts_from_another(fact: Fact) -> bool:
    """Whether a date is told by the one before it: "that year", "the following month"."""
    claim = fact.claim
    return claim is not None and (claim.pattern == "relative" or claim.span.end <= fact.span.start)


def said_date(article: Article, fact: Fact) -> str:
    """The words of a date; "that year (1949)" where they tell it by another."""
    text = article.page.text(fact.span)
    value = fact.value
    if not counts_from_another(fact) or not isinstance(value, Date) or value.earliest is None:
        return text
    return f"{text} ({iso(value.earliest)[: _LENGTHS.get(value.precision)]})"
