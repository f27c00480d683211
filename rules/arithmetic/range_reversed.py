"""A minimum lies above its maximum, an average outside its range, or a range starts above its end.

Why: one of the numbers is wrong or two were exchanged, and a reader who takes them at their word reckons with an empty
range.

Right all the same: years before Christ and years ago count down, and temperatures and losses may be told from
either end; these are left alone. A range that is only told from its upper end is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Duration, Number, Quantity
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.passages import size
from rules.laws.bounds import exceeds
from rules.laws.edits import exchange
from rules.laws.figures.extremes import Extremes, extremes
from rules.laws.figures.falling_ranges import Falling, falling_ranges
from rules.laws.figures.field_limits import field_extremes
from rules.laws.figures.limits import Mean, bounds_told, means_told
from rules.laws.nearby import between, left, right, told
from rules.laws.order import amount, sides
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_BETWEEN = regex(r"\b[Bb]etween (?:about |around |roughly |approximately |some |an estimated )?$")
_RANGING = regex(r"\b(?:[Rr]ang(?:es?|ed|ing)|[Vv]ar(?:ies|y|ied|ying)) (?:in [a-z]+ )?from (?:about |around )?$")
_OPENS = {" and ": _BETWEEN, " to ": _RANGING}
_CHANGE = worded(__file__, r"\b{between}\w*")
_BACKWARDS = worded(__file__, r"(?: (?:million|thousand|billion))?(?: years)? ?{backwards}\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the two ends of every range in words, and at the averages beside ranges."""
    text, claims = article.page.prose.text, article.claims.all
    for at, start in enumerate(article.claim_starts):
        if at and (text.startswith(" to ", start - 4) or text.startswith(" and ", start - 5)):
            first, second = claims[at - 1 : at + 1]
            opens = _OPENS.get(between(article, first, second) or "")
            before = left(article, first.span.start, 60) if opens else ""
            numbers = amount(first.value) is not None and amount(second.value) is not None and not first.quoted
            if opens and numbers and opens.search(before) and not _CHANGE.search(before):
                yield from _ends(article, first, second, False)
    in_bounds = [Extremes(*pair) for pair in bounds_told(article)]
    known = {frozenset((pair.small.span, pair.large.span)) for pair in in_bounds}
    for ranked in (*extremes(article), *field_extremes(article)):
        if frozenset((ranked.small.span, ranked.large.span)) not in known:
            yield from _ranked(article, ranked)
    for pair in in_bounds:
        yield from _ends(article, _unhedged(pair.small), _unhedged(pair.large), True)
    for mean in means_told(article):
        yield from _average(article, mean)
    for falling in falling_ranges(article):
        yield _falling(article, falling)


def _falling(article: Article, falling: Falling) -> Verdict:
    shown = article.page.text(falling.span)
    return Verdict(
        f"the range {shown} starts above its end",
        (Mark(falling.span, "the lower end stands behind the upper one"),),
        calculation=f"{falling.first} > {falling.second}",
        severity=None if falling.surely else Severity.NOTE,
    )


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


def _average(article: Article, told_mean: Mean) -> Iterator[Verdict | Outcome]:
    mean, whole = told_mean.mean, told_mean.whole
    plain = _unhedged(mean)  # "an average of" is read as a hedge, and here it is the very thing compared
    ends = [_with_unit(_with_unit(end, told_mean.high), plain) for end in (told_mean.low, told_mean.high)]
    ends.sort(key=size)
    low, high = (sides(_unhedged(end), plain) for end in ends)
    if low is None or high is None:
        return
    if not exceeds(low.first, low.second) and not exceeds(high.second, high.first):
        yield Outcome.CONSISTENT
        return
    said, marks = told(article, mean), _range_marks(article, told_mean)
    span = whole.span if whole else ProseSpan(told_mean.low.span.start, told_mean.high.span.end)
    shown = " ".join(article.page.text(span).split())
    yield Verdict(
        f"an average of {said} lies outside the range of {shown}",
        (Mark(mean.span, f"outside {shown}"), *marks),
        calculation=f"{said} is not in {shown}",
    )


def _range_marks(article: Article, mean: Mean) -> tuple[Mark, ...]:
    """The range as one where nothing but "to" or "and" stands between its ends, else both."""
    if mean.whole is not None:
        return (Mark(mean.whole.span, "the range"),)
    first, second = mean.low.span, mean.high.span
    if between(article, mean.low, mean.high) in _OPENS:
        return (Mark(ProseSpan(first.start, second.end), "the range"),)
    return Mark(first, "the lower end"), Mark(second, "the upper end")


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("Rainfall ranges from ⟦1:380 mm⟧ in the driest years to ⟦2:290 mm⟧ in the wettest."),
        Example("The cheapest seat costs ⟦1:€4.20⟧ and the most expensive ⟦2:€3.10⟧."),
        wikitext(
            "{{Infobox body of water\n| name = Orr\n| depth = ⟦1:44 m⟧\n| max-depth = ⟦2:31 m⟧\n}}\n'''Orr''' is a "
            "lake."
        ),
        Example("The channel varies from a minimum of ⟦1:7.5 m⟧ off the pier to a maximum of ⟦2:5.1 m⟧ in the bend."),
        Example("At its narrowest the strait is ⟦1:5.2 km⟧ wide, at its widest ⟦2:3.8 km⟧."),
        Example("In May 1990 a male had a length of ⟦1:80 to 55 cm⟧."),
        Example("Rainfall varies between ⟦2:620 and 940 mm⟧; the average is ⟦1:1,080 mm⟧."),
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
        Example("The fee came to no less than ⟦1:80 florins⟧ and might not exceed ⟦2:35 florins⟧."),
        Example("The slabs are at least ⟦1:90 cm⟧ wide, and none of them is wider than ⟦2:60 cm⟧."),
        Example("At noon it has between ⟦2:11 °C⟧ in winter and ⟦3:24 °C⟧ in summer, the mean being ⟦1:27 °C⟧."),
        Example("The bird lays two eggs. The chicks are fed by both parents and weigh ⟦1:60–40 g⟧ by 12 June."),
        Example("= Sund =\n\nInfobox\n- Minimum width: ⟦1:900 m⟧\n- Maximum width: ⟦2:350 m⟧\n\nSund is a strait."),
    ),
    good=(
        Example("Rainfall ranges from 380 mm in the wettest years to 290 mm in the driest."),
        Example("On average 200 boats pass on a day; on Sundays between 450 and 600."),
        Example("The club keeps no fewer than 40 boats; no more than 12 may race at once."),
        Example("In the hall it is 2 °C on average, between 14 and 18 °C in summer."),
        Example("The lowest salary at the mint was $3,100, the highest at the bank $2,900."),
        Example("Rainfall varies between 620 and 940 mm; the average for the whole state is 1,080 mm."),
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
        Example("The gorge is at least 180 m deep, and nowhere is it wider than 120 m."),
        Example("Ships had to carry no fewer than 40 men; boats might not take more than 25 men."),
        Example("The average age of the crew was 29, though those on deck were between 18 and 26."),
        Example("The star ranges in magnitude from 9.8 at minimum to 6.1 at maximum."),
        Example("In 1974 the club won 21–14 and sank piles at depths of 900–70 m."),
        Example("= Sund =\n\nInfobox\n- Minimum width: 900 m\n- Maximum depth: 350 m\n\nSund is a strait."),
    ),
    claims=frozenset({"number", "quantity", "money", "percent", "duration"}),
)
