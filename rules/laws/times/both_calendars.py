"""Two days that are one: told by the Julian calendar in one place and by the Gregorian in the other."""

from __future__ import annotations

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Value
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import left, right

_APART = range(9, 14)
"""How many days the calendars lay apart, from the Middle Ages to 1923."""
STYLES = regex(r"\bO\. ?S\.|\bOS\b|\bN\. ?S\.|\b(?:Old|New) Style\b|\bJulian\b|\bGregorian\b")
_AROUND = 40


def in_both_calendars(article: Article, first: Date, second: Value | str | None, told: ProseSpan) -> bool:
    """Whether two days are as far apart as the calendars, and the text about the second names a calendar."""
    if not isinstance(second, Date) or first.earliest is None or second.earliest is None:
        return False
    if first.precision is not Precision.DAY or second.precision is not Precision.DAY:
        return False
    if abs(first.earliest - second.earliest) not in _APART:
        return False
    around = left(article, told.start, _AROUND) + " " + right(article, told.end, _AROUND)
    return STYLES.search(around) is not None
