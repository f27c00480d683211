"""A day is given with a weekday that it did not fall on.

Why: either the day or the weekday is wrong, and an election, a battle or a birth is then told for a day on which it
did not happen.

Right all the same: the date is in another calendar than the weekday. Before 1753 a date may be Julian, with years that
begin in March, and until 1924 in an article that names a land of that calendar; such a date is flagged only if the
weekday is wrong in every one of these calendars. In
places on the other side of the date line or of midnight two sources may name two days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil, weekday
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.nearby import gap, left, right, within
from rules.laws.times.old_style import GREGORIAN_EVERYWHERE, JULIAN_LANDS, YEAR_FROM_MARCH, weekdays
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAME = "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PAPERS = r"(?<!Mail on )(?<!Independent on )(?<!Scotland on )(?<!Wales on )"
_JOINED = "(?<!day and )(?<!day or )(?<!day to )(?<!day/)(?<!day[–-])"
_BEFORE = regex(rf"{_PAPERS}{_JOINED}{_NAME}(?: (?:morning|afternoon|evening|night))?,? (?:of )?(?:the )?$")
_BEARER = regex(r"\b(?:[A-Z]\.|Mr\.?|Mrs\.?|Miss|Dr\.?|Rev\.?) $")
"""Before what looks like a weekday, what makes it a name: "J. Sunday"."""
_INSIDE = regex(_NAME + r",? (?:the )?(?=[0-9A-Z])")
_AFTER = regex(
    r"(?:,? \(|, ?| – | — )"
    r"(?:an? (?:[a-z-]+ ){0,2}|(?:which|that day|it) (?:was|fell on|happened to be) an? (?:[a-z]+ )?)?"
    + _NAME
    + r"(?: morning| evening| afternoon| night)?(?=[,.;)])"
)
_BEING = r"(?:was|fell on|happened to be|being|had been)"
_THEN = regex(
    r"[^.;:]{0,60}?(?:[.;]|,| –) "
    r"(?:(?:and|[Bb]ecause|[Aa]s|[Ss]ince|[Ff]or|[Aa]lthough|[Tt]hough|[Ww]hen|[Ww]hile) )?"
    rf"(?:[Ii]t|[Tt]hat|[Tt]his|(?:[Tt]he|[Tt]hat|[Tt]his) (?:day|date)) {_BEING} an? (?:[a-z]+ )?"
    + _NAME
    + r"(?: morning| evening| afternoon| night)?(?=[,.;)]| and | but )"
)
"""Behind a date, what tells afterwards which weekday it was: "at dawn of 8 April 1986. As it was a Tuesday,"."""
_DAY = regex(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_REACH = 24
_FAR = 60
_FARTHEST = 160
"""How far before a date its weekday is looked for, behind it, and in the sentence behind it."""


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
        if _BEARER.search(article.page.prose.text, max(name_at - 9, 0), name_at):
            return None
        return ProseSpan(name_at, name_at + len(before[1]) + 3)
    inside = _INSIDE.match(article.page.text(claim.span))
    if inside:
        return ProseSpan(start, start + len(inside[1]) + 3)
    after = _AFTER.match(right(article, end, _FAR)) or _told_then(article, end)
    return ProseSpan(end + after.start(1), end + after.end(1) + 3) if after else None


def _told_then(article: Article, end: int) -> re.Match[str] | None:
    """The weekday that a sentence behind a date, or the next one, says that it was, if it tells of no other day."""
    behind = gap(article, end, end + _FARTHEST).partition("\n")[0]
    told = _THEN.match(behind) if " a " in behind else None
    if told is None or any(claim.kind is Kind.DATE for claim in within(article, end, end + told.end())):
        return None
    return told


def _judge(article: Article, claim: Claim, day: int, named: ProseSpan) -> Verdict | Outcome:
    said = article.page.text(named)
    year, month, of_month = civil(day)
    julian = year < YEAR_FROM_MARCH or (year < GREGORIAN_EVERYWHERE and JULIAN_LANDS.search(article.lowered))
    possible = weekdays(year, month, of_month) if julian else {weekday(day)}
    if DAYS.index(said) in possible:
        return Outcome.BY_ROUNDING if julian else Outcome.CONSISTENT
    at = claim.span
    if named.start >= at.start and named.end <= at.end:  # the evidence of the date is what follows its weekday
        rest = article.page.text(ProseSpan(named.end, at.end))
        at = ProseSpan(at.end - len(rest.lstrip(", ")), at.end)
    date, real = " ".join(article.page.text(at).split()), DAYS[weekday(day)]
    return Verdict(
        f"{date} was a {real}, not a {said}" + (", in no calendar of the time" if julian else ""),
        (Mark(at, f"{date} was a {real}"), Mark(named, f"not a {said}")),
        calculation=f"{date} = {real}, not {said}",
        changes=(Change(f"write {real} for {said}", ((named, real),)), *_nearest(article, at, day, said)),
    )


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
        Example(
            "The doors were shut at dawn of ⟦1:8 April 1986⟧. As it was a ⟦2:Monday⟧, the pupils were on their way."
        ),
        Example("The ferry left on ⟦2:Monday⟧, ⟦1:2 May 1923⟧, for the islands."),
        Example("Polling was on ⟦1:1 May 2003⟧, which fell on a ⟦2:Sunday⟧."),
        Example("The talks broke down on ⟦2:Thursday⟧, ⟦1:27 June 2017⟧, without a result."),
        Example("On ⟦2:Monday⟧, ⟦1:March 4, 2001⟧, the council met."),
        Example("The poll was held on ⟦1:9 April 1992⟧ (⟦2:Friday⟧) in all regions."),
        Example("It was signed on ⟦2:Wednesday⟧ ⟦1:11 November 1918⟧ in a railway carriage."),
        Example("The vote of ⟦2:Tuesday⟧ ⟦1:4 July 1776⟧ settled the matter."),
    ),
    good=(
        Example("The Alba sank on the night of Saturday to Sunday, 20 to 21 March 1943."),
        Example("The owner, J. Sunday, 12 May 1870 – 3 June 1950, was a printer."),
        Example("The doors were shut on 8 April 1986. It was a Monday when the first of 3,000 letters came."),
        Example("The ferry left on Tuesday, 2 May 1923, for the Greek islands."),
        Example("It was shut on 8 April 1986 and opened on 10 April. It was a Thursday."),
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
