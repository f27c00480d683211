"""A part of a whole is given as a ratio and as a percentage, and the two are not the same share.

Why: "41 of 193 (31 %)" tells two stories at once; whoever quotes it will quote one of them.

Right all the same: the percentage is of another whole than the ratio ("41 of 193 members, 31 % of the population").
Shares are often rounded to the nearest five, and fractions in words ("two-thirds", "one in five") stand for a wide
range; both are allowed for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number, Percent
from rules.finding import Confidence, Severity
from rules.laws.bounds import Bounds, judge
from rules.laws.nearby import between, right, told
from rules.laws.parts import roles
from rules.laws.shares import X_OF_N, fraction, share, stated, stated_beside_words
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

_BESIDE = re.compile(
    r"(?: (?!of\b)[\w'’-]+){0,4}?(?:,? ?\(|, or |,? i\.e\.,? |, that is,? | – | — )"
    r"(?:about |around |roughly |some |only |just )?"
)
_FRACTION_BESIDE = re.compile(
    r"(?: of (?:the |its |their |all )?[\w'’ -]{1,30}| [\w'’-]+(?: [\w'’-]+)?)?"
    r"(?:,? ?\(|, or )(?:about |around |roughly )?"
)
_CLOSED = re.compile(r"[),;]|\.(?: |$)| of the total\)")


class Ratio(NamedTuple):
    """A ratio as told: the pieces it is told in, what share it is, and whether it is in words ("one in five")."""

    claims: tuple[Claim, ...]
    share: Bounds
    worded: bool


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the ratio or the fraction beside every percentage."""
    before: Claim | None = None
    for first, second in pairwise(article.claims.all):
        percent = first if isinstance(first.value, Percent) else second
        ratio = _ratio(article, second if percent is first else first, before)
        before = first
        if ratio is None or not isinstance(percent.value, Percent) or percent.value.points:
            continue
        gap = between(article, first, second)
        if gap is None or first.quoted or percent.parts or not _beside(article, percent, ratio, gap, percent is first):
            continue
        yield _judge(article, ratio, percent, percent.value)


def _ratio(article: Article, claim: Claim, before: Claim | None) -> Ratio | None:
    """The ratio in a reading: "41 of 193", "one in five", "two-thirds"; a hedged "some 41 of 193" is two readings."""
    if not isinstance(claim.value, Number):
        return None
    if claim.pattern == X_OF_N:
        part, whole = (each.value.amount for each in claim.parts if isinstance(each.value, Number))
        if article.page.text(claim.span)[0].isalpha():
            return Ratio((claim,), fraction(part.value / whole.value), True)
        return Ratio(claim.parts, share(part, whole), False)
    if 0 < claim.value.amount.value < 1 and not claim.parts:
        return Ratio((claim,), fraction(claim.value.amount.value, claim.value.amount.hedge), True)
    found = roles(article, before, claim) if before is not None else None
    if found is None or not isinstance(found.part.value, Number) or not isinstance(found.whole.value, Number):
        return None
    if found.whole.value.amount.value <= 0:
        return None
    return Ratio((found.part, found.whole), share(found.part.value.amount, found.whole.value.amount), False)


def _beside(article: Article, percent: Claim, ratio: Ratio, gap: str, percent_first: bool) -> bool:
    """Whether the words between the two say that they are one share, told twice."""
    if percent_first:
        return gap.strip() == "(" and not ratio.worded
    if not _CLOSED.match(right(article, percent.span.end, 16)):
        return False
    return (_FRACTION_BESIDE if ratio.worded else _BESIDE).fullmatch(gap) is not None


def _judge(article: Article, ratio: Ratio, percent: Claim, value: Percent) -> Verdict | Outcome:
    claims, real, worded = ratio
    outcome = judge(real, stated_beside_words(value) if worded else stated(value))
    if outcome is not Outcome.CONFLICTING or real.strict.low is None or real.strict.high is None:
        return outcome
    middle = (real.strict.low + real.strict.high) / 2
    counted = f"{number(middle, value.amount.step or Decimal(1))} %"
    shown, parts = told(article, percent), " of ".join(told(article, claim) for claim in claims)
    marks = (Mark(claims[0].span, f"this is {counted}"), *(Mark(claim.span, "the whole") for claim in claims[1:]))
    return Verdict(
        f"{parts} is {counted}, not {shown}",
        (*marks, Mark(percent.span, f"against {counted}")),
        calculation=f"{parts.replace(' of ', ' / ')} = {counted}, not {shown}",
        changes=(Change(f"write {counted}", ((percent.span, _rewritten(shown, middle, value)),)),),
    )


def _rewritten(shown: str, share_: Decimal, value: Percent) -> str:
    return re.sub(r"[0-9]+(?:[.,][0-9]+)*", number(share_, value.amount.step or Decimal(1)), shown, count=1)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("The motion was carried by ⟦1:41⟧ of ⟦2:193⟧ (⟦3:31 %⟧) members."),
        Example("In all, ⟦1:120⟧ of the ⟦2:480⟧ members, or ⟦3:35 percent⟧, were women."),
        Example("Some ⟦1:41⟧ of ⟦2:193⟧ members (⟦3:31 %⟧) abstained."),
        Example("⟦1:One in five⟧ adults (⟦2:25%⟧) cannot read."),
        Example("Of the ⟦2:200⟧ members, ⟦1:50⟧ (⟦3:40%⟧) voted no."),
        Example("Turnout was low: ⟦3:31%⟧ (⟦1:41⟧ out of ⟦2:193⟧)."),
        Example("In 1990 ⟦1:two-thirds⟧ (⟦2:60 %⟧) of the harvest was lost."),
        Example("⟦1:One in five⟧ (⟦2:25%⟧) had never been to school."),
    ),
    good=(
        Example("The motion was carried by 41 of 193 (21 %) members."),
        Example("The motion was carried by 41 of 193 (21.2 %) members."),
        Example("In all, 120 of the 480 members, 35 percent of the villages, were heard."),
        Example("About two-thirds (65 %) of the harvest was lost."),
        Example("One in five (19%) had never been to school."),
        Example("Nearly half (46%) of them agreed."),
        Example("In 2015, Roma was one of the 119 members (out of 193) that voted in favour."),
        Example("Of 30 questions, 12 (40%) were left open."),
    ),
    claims=frozenset({"percent"}),
)
