"""Two tables date one beginning of relations before and after a state began anew, and neither says which is meant.

Why: a list may count from the first establishment and a table by country from the last; a reader who meets 1922 in
the one and 1991 in the other, without a word on it, takes one of them for an error.

Right all the same: often both dates are right, each for its own state; then a few words in the row ("re-established",
"with the former union") are all that is missing. That is why this is no error. Rows that tell of a renewal or of a
former state are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from articles.article import Article
from articles.claims.calendar import Date
from articles.facts.fact import Fact
from rules.finding import Confidence, Severity
from rules.laws.dated_events import verdict
from rules.laws.renewal import anew_between, parties
from rules.laws.untold import untold
from rules.rule import Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Hold the dates in rows of two tables against each other where a state began anew between them."""
    for facts in untold(article):
        told, (state, year) = verdict(article, facts), _anew(facts)
        why = f"{state} was occupied or began anew in {year}, and no row says which beginning is meant"
        yield told._replace(message=f"{told.message}; {why}")


def _anew(facts: tuple[Fact, ...]) -> tuple[str, int]:
    """The state that began anew between two of the dates, and the last year in which it did."""
    dates = [fact.value for fact in facts if isinstance(fact.value, Date)]
    found = (each for both in combinations(dates, 2) for each in anew_between(sorted(parties(facts[0])), *both))
    return max(found, key=lambda each: each[1])


_LIST = "Diplomatic relations:\n{{|\n! # !! Country !! Date\n|-\n| 1 || {{{{flag|Estonia}}}} || {date}\n|}}\n"
_TABLE = "{{|\n! Country !! Formal relations began !! Notes\n|-\n| {{{{flag|Estonia}}}} || {date} || {note}\n|}}"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.LOW,
    bad=(
        wikitext(
            _LIST.format(date="⟦1:{{dts|4 May 1992}}⟧") + _TABLE.format(date="⟦2:1922⟧", note="See [[Narva]]."),
            title="Foreign relations of France",
        ),
    ),
    good=(
        wikitext(
            _LIST.format(date="{{dts|4 May 1992}}") + _TABLE.format(date="1922", note="Relations were restored later."),
            title="Foreign relations of France",
        ),
        wikitext(
            _LIST.format(date="{{dts|4 May 1992}}") + _TABLE.format(date="1922; 1992", note=""),
            title="Foreign relations of France",
        ),
        wikitext(
            _LIST.format(date="{{dts|4 May 1992}}") + _TABLE.format(date="1992", note=""),
            title="Foreign relations of France",
        ),
    ),
)
