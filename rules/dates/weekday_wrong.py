"""A day is given with a weekday that it did not fall on.

Why: either the day or the weekday is wrong, and an election, a battle or a birth is then told for a day on which it
did not happen.

Right all the same: the date is in another calendar than the weekday. Before 1924 a date may be Julian, and before 1753
the year may begin in March; such a date is flagged only if the weekday is wrong in every one of these calendars. In
places on the other side of the date line or of midnight two sources may name two days.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil, weekday
from articles.claims.claim import Claim
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.nearby import left, right
from rules.laws.times.old_style import GREGORIAN_EVERYWHERE, weekdays
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAME = "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PAPERS = r"(?<!Mail on )(?<!Independent on )(?<!Scotland on )(?<!Wales on )"
_BEFORE = regex(rf"{_PAPERS}(?<!day and )(?<!day or ){_NAME},? (?:the )?$")
_INSIDE = regex(_NAME + r",? (?:the )?(?=[0-9A-Z])")
_AFTER = regex(
    r"(?:,? \(|, ?| – | — )"
    r"(?:an? (?:[a-z-]+ ){0,2}|(?:which|that day|it) (?:was|fell on|happened to be) an? (?:[a-z]+ )?)?"
    + _NAME
    + r"(?: morning| evening| afternoon| night)?(?=[,.;)])"
)
_DAY = regex(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_REACH = 24
_FAR = 60
"""How far before a date its weekday is looked for, and behind it."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every day with the weekday that stands beside it."""
    for claim in article.claims_by_kind.get("date", ()):
        for day in claim.parts or (claim,):
            date = day.value
            if not isinstance(date, Date) or date.precision is not Precision.DAY or date.circa or day.quoted:
                continue
            named = _named(article, day)
            if named is not None and date.earliest is not None:
                yield _judge(article, day, date.earliest, named)


def _named(article: Article, claim: Claim) -> ProseSpan | None:
    """The weekday beside a date: before it, inside its span, or after it."""
    start, end = claim.span
    if "day" not in article.page.prose.text[max(start - _REACH, 0) : end + _FAR]:
        return None
    before = _BEFORE.search(left(article, start, _REACH))
    if before:
        name_at = start - len(before[0])
        return ProseSpan(name_at, name_at + len(before[1]) + 3)
    inside = _INSIDE.match(article.page.text(claim.span))
    if inside:
        return ProseSpan(start, start + len(inside[1]) + 3)
    after = _AFTER.match(right(article, end, _FAR))
    return ProseSpan(end + after.start(1), end + after.end(1) + 3) if after else None


def _judge(article: Article, claim: Claim, day: int, named: ProseSpan) -> Verdict | Outcome:
    said = article.page.text(named)
    year, month, of_month = civil(day)
    if DAYS.index(said) in weekdays(year, month, of_month):
        return Outcome.CONSISTENT if year >= GREGORIAN_EVERYWHERE else Outcome.BY_ROUNDING
    at = claim.span
    if named.start >= at.start and named.end <= at.end:  # the evidence of the date is what follows its weekday
        rest = article.page.text(ProseSpan(named.end, at.end))
        at = ProseSpan(at.end - len(rest.lstrip(", ")), at.end)
    date, real = " ".join(article.page.text(at).split()), DAYS[weekday(day)]
    return Verdict(
        f"{date} was a {real}, not a {said}" + ("" if year >= GREGORIAN_EVERYWHERE else ", in no calendar of the time"),
        _marked(at, named, f"{date} was a {real}, not a {said}"),
        calculation=f"{date} = {real}, not {said}",
        changes=(Change(f"write {real} for {said}", ((named, real),)), *_nearest(article, at, day, said)),
    )


def _marked(date: ProseSpan, named: ProseSpan, note: str) -> tuple[Mark, ...]:
    """The two as one where the weekday leads the date; each by itself where it stands apart behind it."""
    if named.start >= date.end:
        return Mark(date, note), Mark(named, note)
    return (Mark(ProseSpan(min(named.start, date.start), max(named.end, date.end)), note),)


def _nearest(article: Article, span: ProseSpan, day: int, said: str) -> tuple[Change, ...]:
    """The nearest day of the month that was such a weekday."""
    back = (weekday(day) - DAYS.index(said)) % 7
    _, month, of_month = civil(day)
    near = day - back if back <= 3 else day + 7 - back
    text = article.page.text(span)
    found = [match for match in _DAY.finditer(text) if int(match[0]) == of_month]
    if civil(near)[1] != month or len(found) != 1:
        return ()
    becomes = f"{text[: found[0].start()]}{civil(near)[2]}{text[found[0].end() :]}"
    return (Change(f"write {becomes} for {text}", ((span, becomes),)),)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("Polling was on ⟦1:1 May 2003⟧, which fell on a ⟦2:Sunday⟧."),
        Example("The talks broke down on ⟦1:Thursday, 27 June 2017⟧, without a result."),
        Example("On ⟦1:Monday, March 4, 2001⟧, the council met."),
        Example("The poll was held on ⟦1:9 April 1992⟧ (⟦2:Friday⟧) in all regions."),
        Example("It was signed on ⟦1:Wednesday 11 November 1918⟧ in a railway carriage."),
        Example("The vote of ⟦1:Tuesday 4 July 1776⟧ settled the matter."),
    ),
    good=(
        Example("The talks broke down on Tuesday, 27 June 2017, without a result."),
        Example("On Sunday, March 4, 2001, the council met."),
        Example("The poll was held on 9 April 1992 (Thursday) in all regions."),
        Example("The winter palace fell on Wednesday 25 October 1917, by the old calendar."),
        Example("The battle was fought on Saturday, 14 October 1066."),
        Example("The king died on Tuesday 30 January 1648, as the year was then reckoned."),
        Example("They met on Monday; 27 June 2017 was the day of the vote."),
        Example("It stood in the Mail on Sunday, 3 June 2006, on page 5."),
        Example("The paper wrote: “On Thursday, 27 June 2017, it rained.”"),
    ),
    claims=frozenset({"date"}),
)
