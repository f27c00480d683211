"""A length of time is given beside the two dates that it lies between, and is another.

Why: "from 1990 to 2000, for 15 years" gives three facts of which one is wrong, and the length is what readers remember.

Right all the same: the length counts something else than the time between the dates (years in office with a break, a
sentence that was shortened). Counting both the first and the last year or day is allowed for, and so are "about",
"nearly" and "over".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration
from rules.finding import Confidence, Severity
from rules.laws.elapsed import agrees, between_dates
from rules.laws.nearby import between, left, right, told
from rules.rule import Example, Mark, Outcome, Rule, Verdict

_AFTER = re.compile(
    r"\)?,? (?:a (?:period|span|total|stretch) of |lasting (?:for )?|for (?:a total of |a period of )?|which lasted )"
    r"(?:about |some |around |over |nearly |almost |more than |a total of |the )*"
)
_BEFORE = re.compile(r"(?: [a-z]+){0,3}(?:,? from |,? between |,? \(|: )(?:about )?")
_EXEMPT = re.compile(
    r"\b(?:before|after|later|earlier|ago|old|age|aged|life expectancy|sentenced?|prison|within|first|last|next|every|"
    r"average|interest|loan|bond|plan|warranty|intermittent\w*|on and off|non-consecutive|combined|altogether|gap)\b"
)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every length of time with a range of dates beside it."""
    for first, second in pairwise(article.claims.all):
        if first.quoted or second.quoted:
            continue
        if isinstance(first.value, Date) and isinstance(second.value, Duration) and len(first.parts) == 2:
            yield from _judge(article, first, second, second.value, _AFTER)
        elif isinstance(first.value, Duration) and isinstance(second.value, Date) and len(second.parts) == 2:
            yield from _judge(article, second, first, first.value, _BEFORE)


def _judge(
    article: Article, dates: Claim, length: Claim, value: Duration, frame: re.Pattern[str]
) -> Iterator[Verdict | Outcome]:
    first, second = (dates, length) if dates.span < length.span else (length, dates)
    gap = between(article, first, second, 50)
    begins, ends = (part.value for part in dates.parts)
    if gap is None or not frame.fullmatch(gap) or dates.pattern.endswith("list"):
        return
    if not isinstance(begins, Date) or not isinstance(ends, Date) or _exempt(article, first, second, gap):
        yield Outcome.INCOMPARABLE
        return
    fits = agrees(value, begins, ends)
    if fits is None or ends.before(begins):
        yield Outcome.INCOMPARABLE
    else:
        yield Outcome.CONSISTENT if fits else _verdict(article, dates, length, value)


def _exempt(article: Article, first: Claim, second: Claim, gap: str) -> bool:
    around = left(article, first.span.start, 40) + gap + right(article, second.span.end, 24)
    return _EXEMPT.search(around) is not None


def _verdict(article: Article, dates: Claim, length: Claim, value: Duration) -> Verdict:
    begins, ends = (told(article, part) for part in dates.parts)
    first, last = (part.value for part in dates.parts)
    assert isinstance(first, Date)
    assert isinstance(last, Date)
    real = between_dates(first, last, value.unit)
    said = told(article, length)
    return Verdict(
        f"from {begins} to {ends} is {real}, not {said}",
        (Mark(dates.parts[0].span, "begins"), Mark(dates.parts[1].span, "ends"), Mark(length.span, f"not {real}")),
        calculation=f"{ends} - {begins} = {real}, not {said}",
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("She led the party from ⟦1:1990⟧ to ⟦2:2000⟧, for ⟦3:15 years⟧."),
        Example("His ⟦3:30-year⟧ reign (⟦1:1701⟧–⟦2:1712⟧) was peaceful."),
        Example("It was closed for ⟦3:six months⟧ from ⟦1:March 1995⟧ to ⟦2:June 1996⟧."),
        Example("The siege (⟦1:3 May 1807⟧ – ⟦2:9 July 1807⟧), which lasted ⟦3:12 days⟧, failed."),
    ),
    good=(
        Example("She led the party from 1990 to 2000, for ten years."),
        Example("She led the party from 1990 to 2000, for 11 years."),
        Example("His nearly 12-year reign (1701–1712) was peaceful."),
        Example("He served a total of 15 years, intermittently, from 1990 to 2000, in prison for 15 years."),
        Example("It was closed for six months from March 1995 to September 1995."),
        Example("From 1990 to 2000, 15 years after the war, it was rebuilt."),
    ),
    claims=frozenset({"duration"}),
)
