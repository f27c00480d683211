"""Two days that are one: told by the Julian calendar in one place and by the Gregorian in the other."""

from __future__ import annotations

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.facts.fact import Fact
from articles.regex import regex
from rules.laws.nearby import left, right

_APART = range(9, 14)
"""How many days the calendars lay apart, from the Middle Ages to 1923."""
_STYLES = regex(r"\bO\. ?S\.|\bOS\b|\bN\. ?S\.|\b(?:Old|New) Style\b|\bJulian\b|\bGregorian\b")
_AROUND = 40


def in_both_calendars(article: Article, one: Fact, other: Fact) -> bool:
    """Whether the two facts are days as far apart as the calendars, and the text about the second names a calendar."""
    first, second = one.value, other.value
    if not isinstance(first, Date) or not isinstance(second, Date) or first.earliest is None or second.earliest is None:
        return False
    if first.precision is not Precision.DAY or second.precision is not Precision.DAY:
        return False
    if abs(first.earliest - second.earliest) not in _APART:
        return False
    around = left(article, other.span.start, _AROUND) + " " + right(article, other.span.end, _AROUND)
    return _STYLES.search(around) is not None
