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
from rules.laws.tables.untold import untold
from rules.laws.times.dated_events import verdict
from rules.laws.times.renewal import anew_between, new_state, parties, year_told
from rules.laws.times.said_date import said_date
from rules.rule import Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Hold the dates in rows of two tables against each other where a state began anew between them."""
    for facts in untold(article):
        told = verdict(article, facts)
        why = f"{_parted(article, facts)}, and no row says which beginning is meant"
        yield told._replace(message=f"{told.message}; {why}")


def _parted(article: Article, facts: tuple[Fact, ...]) -> str:
    """The state that began anew, the last year in which it did, and the two dates that stand next to that year."""
    dated = {fact.value: fact for fact in facts if isinstance(fact.value, Date)}
    both = combinations(dated, 2)
    found = (each for pair in both for each in anew_between(sorted(parties(facts[0])), *pair))
    state, year = max(found, key=lambda each: each[1])
    before = max((date for date in dated if year_told(date) < year), key=year_told)
    after = min((date for date in dated if year_told(date) >= year), key=year_told)
    began = f"{state} began anew" if new_state(state, year) else f"the statehood of {state} broke off or was renewed"
    first, second = (f"“{said_date(article, dated[date])}”" for date in (before, after))
    between = f"in the year of {second}, after {first}" if year_told(after) == year else f"between {first} and {second}"
    return f"{began} in {year}, {between}"


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
