"""A heading dates an event with a year, and no date of its section falls in that year.

Why: the heading is what a reader finds in the table of contents and takes the year from; the text below says another.

Right all the same: when the section tells only of what led to the event or came of it, or when the heading names a
law, a book or a conference by the year of an earlier one. Only years that are set apart ("Embassy opened, 1942") or
stand beside what comes about at one time ("Flood of 1953", "1938 tournament") are read, and only sections that give an
exact date and do not name the heading's year at all. Two dates of one event of which another rule tells are left to
that rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.elapsed import year_of
from rules.laws.nearby import told
from rules.laws.times.dated_events import Event, Pairing, telling
from rules.laws.times.headed_year import Headed, headed_years
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

MOST = 6
"""So many dates of a section are shown."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the year of each heading against the dates of the section's own text."""
    elsewhere: set[int] | None = None
    for headed in headed_years(article):
        if headed is None:
            yield Outcome.INCOMPARABLE
            continue
        elsewhere = _told_elsewhere(article) if elsewhere is None else elsewhere
        if headed.year.span.start not in elsewhere:
            yield _verdict(article, headed)


def _told_elsewhere(article: Article) -> set[int]:
    """Where the dates start that another rule holds against others of the same event."""
    events = (event for event in telling(article, Pairing.TEXT) if isinstance(event, Event))
    return {fact.span.start for event in events for fact in event.conflicting}


def _verdict(article: Article, headed: Headed) -> Verdict:
    first, second = told(article, headed.year), told(article, headed.dates[0])
    dates = [Mark(date.span, "a date of the section") for date in headed.dates[:MOST]]
    return Verdict(
        f"the heading dates its event “{first}”, but the section tells of “{second}” and of no date in {first}",
        (Mark(headed.heading.span, "the heading's year"), *dates),
        calculation=f"{second} is not in {first}",
        changes=_changes(article, headed.year, headed.dates[0]),
    )


def _changes(article: Article, year: Claim, other: Claim) -> tuple[Change, ...]:
    """To write the year of the one into the other."""
    if not isinstance(year.value, Date) or not isinstance(other.value, Date):
        return ()
    one, two = year_of(year.value), year_of(other.value)
    if one is None or two is None:
        return ()
    return (*write_year(article, year.span, one, two), *write_year(article, other.span, two, one))


_HEAD = "= Norland and Sudland =\n\nNorland and Sudland are neighbours.\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(
            "= Norby Cup =\n\nA cup.\n\n== ⟦1:The 1936 regatta⟧ ==\nNine boats set out on ⟦2:3 June 1939⟧. The race "
            "was stopped on ⟦3:4 June 1939⟧ because of the wind.\n"
        ),
        Example(
            "= Norby Choir =\n\nA choir.\n\n== ⟦1:1962: a new hall⟧ ==\nThe choir moved to its hall on "
            "⟦2:1 September 1926⟧.\n"
        ),
        Example("== ⟦1:Fire of 1888⟧ ==\nThe fire broke out in the loft on ⟦2:4 June 1898⟧ and burnt for two days."),
        Example(
            _HEAD + "== ⟦1:Opening of the Norland embassy, 1953⟧ ==\nThe embassy in Sudby was opened on "
            "⟦2:March 27, 1943⟧, with Karl Berg as chargé d'affaires."
        ),
        Example(
            _HEAD + "== ⟦1:Hostages taken in 1981⟧ ==\nThe ambassador was seized at his post on ⟦2:14 February 1979⟧. "
            "He was set free in 1980."
        ),
        wikitext(
            "The '''Norby Canal''' is old.\n\n=== ⟦1:Flood (1911)⟧ ===\nIn ⟦2:May 1917⟧ the lock at Norby gave way.",
            title="Norby Canal",
        ),
    ),
    good=(
        Example("= Norby =\n\nA town.\n\n== Fire of 1888 ==\nIt broke out on 4 June. The insurers paid in May 1890."),
        Example("= Norby =\n\nA town.\n\n== 1994 World Cup ==\nThe qualifying matches were played in May 1993."),
        Example("= Norby =\n\nA town.\n\n== Flood relief of 1953 ==\nA fund was closed on 4 May 1957 by the mayor."),
        Example(_HEAD + "== Opening of the embassy, 1943 ==\nThe embassy in Sudby was opened on March 27, 1943."),
        Example(
            _HEAD + "== Hostages taken, 1981 ==\nThe ambassador was warned on 14 February 1979. He was seized in 1981."
        ),
        Example(_HEAD + "== Aftermath of the war, 1943 ==\nThe embassy in Sudby was opened on March 27, 1953."),
        Example(_HEAD + "== The Treaty of 1850 ==\nThe treaty was ended on March 27, 1953."),
        Example(_HEAD + "== Opening of the embassy, 1943 ==\nThe embassy in Sudby was long the only one."),
        Example(_HEAD + "== Border war, 1941–1943 ==\nThe border was crossed on March 27, 1953."),
        Example(
            _HEAD + "== Opening of the embassy, 1943 ==\nThe embassy was opened during the war, from 1940 to 1945, "
            "and closed on 3 May 1950."
        ),
    ),
    claims=frozenset({"date"}),
)
