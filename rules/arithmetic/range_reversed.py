"""A minimum lies above its maximum, an average outside its range, or a range starts above its end.

Why: one of the numbers is wrong or two were exchanged, and a reader who takes them at their word reckons with an empty
range.

Right all the same: years before Christ and years ago count down, and temperatures and losses may be told from
either end; these are left alone. A range that is only told from its upper end is a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.claim import Claim, Duration, Number, Quantity
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.bounds import exceeds
from rules.laws.edits import exchange
from rules.laws.figures.extremes import Extremes, extremes
from rules.laws.nearby import between, left, right, told
from rules.laws.order import amount, sides
from rules.rule import Example, Mark, Outcome, Rule, Verdict

_BETWEEN = regex(r"\b[Bb]etween (?:about |around |roughly |approximately |some |an estimated )?$")
_RANGING = regex(r"\b(?:[Rr]ang(?:es?|ed|ing)|[Vv]ar(?:ies|y|ied|ying)) (?:in [a-z]+ )?from (?:about |around )?$")
_OPENS = {" and ": _BETWEEN, " to ": _RANGING}
_AT_LEAST = regex(r"\b(?:at least|no fewer than|not less than|no less than|not fewer than) (?:of )?$")
_AT_MOST = regex(r"(?: [\w'’-]+){0,3},? (?:and|or|but) (?:at most|no more than|not more than|up to) ")
_AVERAGE = regex(
    r"(?: [a-z]+){0,3}\)?,? \(?(?:and |with )?(?:an? |the )?(?:average|mean|averaging)(?: of| is| was)? (?:about )?"
)
_LONGEST = 90
_CHANGE = worded(__file__, r"\b{between}\w*")
_BACKWARDS = worded(__file__, r"(?: (?:million|thousand|billion))?(?: years)? ?{backwards}\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the two ends of every range in words, and at the averages beside ranges."""
    for first, second in pairwise(article.claims.all):
        if amount(first.value) is None or amount(second.value) is None or first.quoted:
            continue
        gap = between(article, first, second, _LONGEST)
        if not gap:
            continue
        if len(first.parts) == 2 and _AVERAGE.fullmatch(gap):
            yield from _average(article, first, second)
            continue
        if _AT_MOST.fullmatch(gap) and _AT_LEAST.search(left(article, first.span.start, 24)):
            yield from _ends(article, _unhedged(first), _unhedged(second), True)
            continue
        opens = _OPENS.get(gap)
        before = left(article, first.span.start, 60) if opens else ""
        if opens and opens.search(before) and not _CHANGE.search(before):
            yield from _ends(article, first, second, False)
    for ranked in extremes(article):
        yield from _ranked(article, ranked)


def _ranked(article: Article, ranked: Extremes) -> Iterator[Verdict | Outcome]:
    """A least, a mean and a greatest in the wrong order."""
    first, second = sorted((ranked.small, ranked.large), key=lambda claim: claim.span)
    small, large = _unhedged(ranked.small), _unhedged(ranked.large)
    both = sides(small, large)
    if both is None or not both.falls:
        yield Outcome.INCOMPARABLE if both is None else Outcome.CONSISTENT
        return
    less, more = told(article, small), told(article, large)
    yield Verdict(
        f"{less} is told to be no more than {more}",
        (Mark(first.span, f"against {told(article, second)}"), Mark(second.span, f"against {told(article, first)}")),
        calculation=f"{less} > {more}",
        changes=(exchange(article, first.span, second.span, "the two numbers"),),
    )


def _ends(article: Article, first: Claim, second: Claim, extremes: bool) -> Iterator[Verdict | Outcome]:
    both = sides(_with_unit(first, second), second)
    if both is None or isinstance(second.value, Duration) or _BACKWARDS.match(right(article, second.span.end, 24)):
        return
    one, other = told(article, first), told(article, second)
    warm = isinstance(second.value, Quantity) and second.value.unit.startswith("degree_")
    if not both.falls or ((warm or "−" in one + other or "-" in one + other) and not extremes):
        yield Outcome.CONSISTENT
        return
    upside_down = f"the range from {one} to {other} starts above its end"
    yield Verdict(
        f"the minimum of {one} is above the maximum of {other}" if extremes else upside_down,
        _marks(first, second, one, extremes),
        calculation=f"{one} > {other}",
        changes=(exchange(article, first.span, second.span, "the two ends"),),
        severity=None if extremes else Severity.NOTE,
    )


def _marks(first: Claim, second: Claim, one: str, extremes: bool) -> tuple[Mark, ...]:
    """A minimum and a maximum, or the one range."""
    if extremes:
        return Mark(first.span, "the lower end"), Mark(second.span, f"the upper end, below {one}")
    return (Mark(ProseSpan(first.span.start, second.span.end), "the lower end stands behind the upper one"),)


def _with_unit(first: Claim, second: Claim) -> Claim:
    """The first end, with the unit that only the second names: "between 30 and 20 km"."""
    if isinstance(first.value, Number) and first.value.noun is None and not isinstance(second.value, Number):
        return second._replace(value=second.value._replace(amount=first.value.amount))  # type: ignore[call-arg]
    return first


def _unhedged(claim: Claim) -> Claim:
    written = amount(claim.value)
    if written is None:
        return claim
    return claim._replace(value=claim.value._replace(amount=written._replace(hedge=Hedge.NONE)))  # type: ignore[call-arg]


def _average(article: Article, whole: Claim, mean: Claim) -> Iterator[Verdict | Outcome]:
    plain = _unhedged(mean)  # "an average of" is read as a hedge, and here it is the very thing compared
    low, high = (sides(_with_unit(part, plain), plain) for part in whole.parts)
    if low is None or high is None:
        return
    if not exceeds(low.first, low.second) and not exceeds(high.second, high.first):
        yield Outcome.CONSISTENT
        return
    said, ends = told(article, mean), told(article, whole)
    yield Verdict(
        f"an average of {said} lies outside the range of {ends}",
        (Mark(mean.span, f"outside {ends}"), Mark(whole.span, "the range")),
        calculation=f"{said} is not in {ends}",
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("Between ⟦1:300 and 200⟧ people took part every year."),
        Example("The choir has at least ⟦1:60⟧ and at most ⟦2:45⟧ members."),
        Example("The mine had a minimum of ⟦1:45⟧ workers and a maximum of ⟦2:30⟧ workers."),
        Example("It has a maximum depth of ⟦1:23 m⟧ and a mean depth of ⟦2:31 m⟧."),
        Example("The mean depth is ⟦1:31 m⟧, the greatest ⟦2:23 m⟧."),
        Example("It is ⟦1:12 m⟧ deep on average and ⟦2:9 m⟧ deep at most."),
        Example("In January the average daily high is ⟦1:−16.3 °C⟧ and the average daily low ⟦2:−8.9 °C⟧."),
        Example("The sound is ⟦1:40 m⟧ wide at its narrowest point and ⟦2:25 m⟧ at its widest."),
        Example("The smallest of the islands covers ⟦1:14 ha⟧ and the largest ⟦2:9 ha⟧."),
        Example("Adults are ⟦2:30–40 cm⟧ long, with an average of ⟦1:52 cm⟧."),
    ),
    good=(
        Example("It has a maximum depth of 31 m and a mean depth of 23 m."),
        Example("The smallest of the islands lies 14 km from the coast and the largest 9 km."),
        Example("The mean depth of the lake is 31 m; the maximum depth of the canal is 2 m."),
        Example("The youngest member had served for 19 years and the oldest for 12."),
        Example("It has a maximum width of 4 km and an average length of 6 km."),
        Example("The choir has at least 40 and at most 45 members."),
        Example("Between 200 and 300 people took part every year."),
        Example("Temperatures range from 28 °C to 12 °C in spring."),
        Example("The difference between 300 and 200 is large."),
        Example("The hills were settled between 7500 and 4000 BP, or between 9 and 6 million years ago."),
        Example("Adults are 30–40 cm long, with an average of 35 cm."),
        Example("The number sank from 300 to 200."),
    ),
    claims=frozenset({"number", "quantity", "money", "percent", "duration"}),
)
