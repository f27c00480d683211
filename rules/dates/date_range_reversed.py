"""A period ends before it begins.

Why: one of the two dates is wrong, so a reign, a war or a life is told with a length that nobody can work out.

Right all the same: years before Christ count down, which the reader of dates knows; a list may be in descending order
("from 2000 to 1995 the editions were"), and the end of a range may be a month or the second year of a season
("1999-03", "2003/04"). Centuries without an era may be before Christ.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import exchange
from rules.laws.elapsed import plain_year
from rules.laws.nearby import left, passages, told
from rules.laws.times.lifetimes import is_life
from rules.rule import Example, Mark, Outcome, Rule, Verdict

FARTHEST = 300 * 366
MOST_OF_A_YEAR = 250
"""A stretch of so many days over the turn of a year is told with both years: "from 9 May to 2 March" is a slip."""
_YEARS = regex(r"\b(?:years|seasons|period|editions) $")
_YEAR = regex(r"[0-9]{3}")
_ONE_YEAR = frozenset(("dmy-range", "mdy-range"))
_COUNTED = worded(__file__, r"\b{falling},? (?:[a-z]+,? ){0,3}?from $")
"""Before what looks like two years: a number fell from one to the other."""
_BACKWARDS = worded(__file__, r"\b{backwards}\b")
"""Where numbers run, which look like years, or where somebody goes back in time."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the two ends of every range of dates."""
    lives = {fact.span for fact in article.facts_by_property.get("born", ()) if is_life(article, fact)}
    for claim in (*article.claims_by_kind.get("date", ()), *_of_years(article)):
        # A life told to the day, or in two years held apart, is the matter of a rule of its own.
        if len(claim.parts) != 2 or claim.quoted or claim.parts[0].span in lives:
            continue
        first, last = (part.value for part in claim.parts)
        if not isinstance(first, Date) or not isinstance(last, Date) or first.circa or last.circa:
            continue
        if _reversed_within(article, claim) or last.before(first):
            told_so = _BACKWARDS.search(article.lowered, *_around(article, claim))
            told_so = told_so or _COUNTED.search(left(article, claim.span.start, 60))
        else:
            yield Outcome.CONSISTENT
            continue
        if told_so or first.precision is Precision.CENTURY or _too_far(first, last):
            yield Outcome.INCOMPARABLE
        else:
            yield _verdict(article, claim)


def _of_years(article: Article) -> Iterator[Claim]:
    """The ranges of two years that stand apart: "during the years 1921 to 1914"."""
    for first, last in pairwise(article.claims_by_kind.get("date", ())):
        if last.span.start - first.span.end == len(" to ") and _YEARS.search(left(article, first.span.start, 24)):
            years = (plain_year(each.value) for each in (first, last) if isinstance(each.value, Date))
            if None not in years and article.page.text(ProseSpan(first.span.end, last.span.start)) == " to ":
                span = ProseSpan(first.span.start, last.span.end)
                yield first._replace(span=span, parts=(first, last), pattern="years")


def _around(article: Article, claim: Claim) -> ProseSpan:
    """The sentence of a range, with the one before it."""
    *_, span = passages(article, claim.span.start, 2)
    return span


def _reversed_within(article: Article, claim: Claim) -> bool:
    """Whether a range of days of one year told would have to end in the next, and fill most of it: "May to 2 March"."""
    first, last = (part.value for part in claim.parts)
    assert isinstance(first, Date)
    assert isinstance(last, Date)
    if (
        claim.pattern not in _ONE_YEAR
        or _YEAR.search(told(article, claim.parts[0]))
        or first.earliest is None
        or last.latest is None
    ):
        return False
    return last.latest - first.earliest > MOST_OF_A_YEAR and civil(first.earliest)[0] != civil(last.latest)[0]


def _too_far(first: Date, last: Date) -> bool:
    """Whether the two are centuries apart: a report number such as "2011-1207", or an era left out."""
    return first.earliest is not None and last.earliest is not None and first.earliest - last.earliest > FARTHEST


def _verdict(article: Article, claim: Claim) -> Verdict:
    first, last = claim.parts
    begins, ends = told(article, first), told(article, last)
    return Verdict(
        f"the period from {begins} to {ends} ends before it begins",
        (Mark(claim.span, f"begins {begins}, ends {ends}"),),
        calculation=f"{ends} < {begins}",
        changes=(exchange(article, first.span, last.span, "the two"),),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("During the years ⟦1:1921 to 1914⟧ the works were leased."),
        Example("The hangings, shown from ⟦1:9 May to 2 March 1987⟧, drew large crowds."),
        Example("Ana Roe (⟦1:1995–1991⟧) was the first to hold the seat."),
        Example("She taught in Lima from ⟦1:1960 to 1951⟧."),
        Example("The war (⟦1:12 May 1885 – 3 March 1884⟧) ended in a truce."),
        Example("He was minister from ⟦1:June 1990 until May 1989⟧."),
    ),
    good=(
        Example("The cars were numbered from the gate inwards, so that they ran from 1960 to 1951."),
        Example("In the plague the number of parishioners fell from 1985 to 1920."),
        Example("The hut was let from 12 November to 3 March 1987 at half the price."),
        Example("Ana Roe (1991–1995) was the first to hold the seat."),
        Example("She taught in Lima from 1951 to 1960."),
        Example("The poet (70–19 BC) wrote about bees."),
        Example("The reign of the emperor (27 BC – 14 AD) was long."),
        Example("Tales of the 13th to 10th centuries were found there."),
        Example("See Open-File Report 2011–1207 for the map."),
        Example("The season of 1999–00 was the last."),
        Example("In 1998–03 the station was moved twice."),
        Example("He was minister from May 1989 until June 1990."),
    ),
    claims=frozenset({"date"}),
)
