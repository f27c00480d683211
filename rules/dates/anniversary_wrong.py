"""An anniversary is dated to a year in which it did not fall.

Why: the 50th anniversary of 1992 is in 2042; a reader who trusts the count gets the founding year wrong, and one who
trusts the year the count.

Right all the same: the feast was moved to the year before or after, or the first year was counted in; a difference of
one is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Ordinal
from rules.finding import Confidence, Severity
from rules.laws.elapsed import year_of
from rules.laws.nearby import between, left, right, told
from rules.rule import Example, Mark, Outcome, Rule, Verdict

_OF = re.compile(
    r"[ -](?:anniversary|birthday|jubilee)(?: celebrations?| edition)? (?:of|since) (?!his\b|her\b)"
    r"[^.,;:()]{0,60}?(?:in|of|on|\(|the|from)? ?(?:the )?"
)
_MARKED = re.compile(r"[^.;:]{0,60}? (?:in|on|during) ")
_IN = re.compile(r"(?:^|[.;] )(?:In|On|By|During) $")
_ITS_OWN = re.compile(r"[ -](?:anniversary|jubilee)(?: celebrations?)? (?:in|on|during) (?:the )?")
_FOUNDED = re.compile(
    r"\b(?:[Ff]ounded|[Ee]stablished|[Oo]pened|[Cc]reated|[Ff]ormed|[Ii]ncorporated|[Bb]uilt|[Mm]arried|[Ss]tarted)"
    r"(?: [a-z]+){0,2} (?:in|on) $"
)
_END = re.compile(r"[.;:]")
SLACK = 1


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for "the nth anniversary of" a date, held in another date of the same sentence."""
    claims = article.claims.all
    for at, claim in enumerate(claims[:-1]):
        origin = claims[at + 1]
        if not isinstance(claim.value, Ordinal) or not isinstance(origin.value, Date) or claim.quoted:
            continue
        gap = between(article, claim, origin, 100)
        if gap is None:
            continue
        held = _held(article, at) if _OF.fullmatch(gap) else None
        if held is not None:
            yield _judge(article, claim, origin, held)
        elif at and _ITS_OWN.fullmatch(gap) and _founded(article, claims[at - 1], claim):
            yield _judge(article, claim, claims[at - 1], origin)


def _founded(article: Article, origin: Claim, count: Claim) -> bool:
    """Whether the date before the count is the founding: "Founded in 1950, the club celebrated its"."""
    gap = between(article, origin, count, 90)
    if gap is None or not gap.endswith(("its ", "the ", "their ")) or _END.search(gap):
        return False
    return isinstance(origin.value, Date) and _FOUNDED.search(left(article, origin.span.start, 60)) is not None


def _held(article: Article, at: int) -> Claim | None:
    """The date on which the anniversary is said to be held: right after the origin, or opening the sentence."""
    claims = article.claims.all
    if at + 2 < len(claims) and isinstance(claims[at + 2].value, Date):
        gap = between(article, claims[at + 1], claims[at + 2], 70)
        if gap is not None and (_MARKED.fullmatch(gap) or gap in (" in ", " on ", ", in ", ", on ")):
            return claims[at + 2]
    before = claims[at - 1] if at else None
    if before is None or not isinstance(before.value, Date) or between(article, before, claims[at], 90) is None:
        return None
    text = left(article, claims[at].span.start, 110) + right(article, claims[at].span.start, 0)
    opening = _IN.search(left(article, before.span.start, 20))
    return before if opening or text.startswith(("In ", "On ", "By ", "During ")) else None


def _judge(article: Article, count: Claim, origin: Claim, held: Claim) -> Verdict | Outcome:
    assert isinstance(count.value, Ordinal)
    assert isinstance(origin.value, Date)
    assert isinstance(held.value, Date)
    first, last = year_of(origin.value), year_of(held.value)
    if first is None or last is None or origin.value.circa or held.value.circa:
        return Outcome.INCOMPARABLE
    number = int(count.value.amount.value)
    if abs(last - first - number) <= SLACK:
        return Outcome.CONSISTENT if last - first == number else Outcome.BY_ROUNDING
    said = told(article, count)
    return Verdict(
        f"the {said} anniversary of {first} falls in {first + number}, not {last}",
        (
            Mark(count.span, f"{last} would be {last - first} years after {first}"),
            Mark(origin.span, "counted from here"),
            Mark(held.span, f"not {first + number}"),
        ),
        calculation=f"{first} + {number} = {first + number}, not {last}",
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("The ⟦1:50th⟧ anniversary of the treaty of ⟦2:1992⟧ was held in ⟦3:2040⟧."),
        Example("In ⟦3:1985⟧ a stamp was issued for the ⟦1:25th⟧ anniversary of independence in ⟦2:1948⟧."),
        Example("Founded in ⟦2:1950⟧, the club celebrated its ⟦1:50th⟧ anniversary in ⟦3:2010⟧."),
    ),
    good=(
        Example("The 50th anniversary of the treaty of 1992 was held in 2042."),
        Example("The 50th anniversary of the treaty of 1992 was held in 2041."),
        Example("In 1985 a stamp was issued for the 25th anniversary of independence."),
        Example("Founded in 1950, the club celebrated its 50th anniversary in 2000."),
        Example("The 25th anniversary of the house was held in 1985; it burnt in 1992."),
    ),
    claims=frozenset({"ordinal"}),
)
