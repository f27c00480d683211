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

from articles.article import Article
from articles.claims.claim import Claim, Number, Percent
from rules.finding import Confidence, Severity
from rules.laws.bounds import Bounds, judge
from rules.laws.nearby import between, left, right, told
from rules.laws.shares import HUNDRED, fraction, share, stated, stated_beside_words
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

_OF = re.compile(r" (?:out )?of (?:the |its |their |all |a total of |a possible |some )*")
_BESIDE = re.compile(
    r"(?: (?!of\b)[\w'’-]+){0,4}?(?:,? ?\(|, or |,? i\.e\.,? |, that is,? | – | — )"
    r"(?:about |around |roughly |some |only |just )?"
)
_FRACTION_BESIDE = re.compile(
    r"(?: of (?:the |its |their |all )?[\w'’ -]{1,30})?(?:,? ?\(|, or )(?:about |around |roughly )?"
)
_CLOSED = re.compile(r"[),;]|\.(?: |$)| of the total\)")
_ONE_IN = re.compile(r"\bone (?:in|out of)(?: every)? $", re.IGNORECASE)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the two numbers, or the fraction, beside every percentage."""
    claims = tuple(
        each for claim in article.claims.all for each in (claim.parts if claim.pattern == "x-of-n" else (claim,))
    )
    for at, claim in enumerate(claims):
        if not isinstance(claim.value, Percent) or claim.quoted or claim.value.points or claim.parts:
            continue
        ratio = _before(article, claims, at) or _after(article, claims, at)
        if ratio is not None:
            yield _judge(article, ratio, claim, claim.value)


def _before(article: Article, claims: tuple[Claim, ...], at: int) -> tuple[tuple[Claim, ...], Bounds] | None:
    """The ratio of "41 of 193 (31 %)" or the fraction of "two-thirds (60 %)"."""
    percent, whole = claims[at], claims[at - 1] if at else None
    if whole is None or not isinstance(whole.value, Number) or not _CLOSED.match(right(article, percent.span.end, 16)):
        return None
    gap = between(article, whole, percent) or ""
    part = claims[at - 2] if at > 1 else None
    if part and isinstance(part.value, Number) and _OF.fullmatch(between(article, part, whole) or ""):
        return ((part, whole), share(part.value.amount, whole.value.amount)) if _BESIDE.fullmatch(gap) else None
    if not _FRACTION_BESIDE.fullmatch(gap):
        return None
    if _ONE_IN.search(left(article, whole.span.start, 20)) and whole.value.amount.value > 1:
        return (whole,), fraction(whole.value.amount, inverse=True)
    return ((whole,), fraction(whole.value.amount)) if 0 < whole.value.amount.value < 1 else None


def _after(article: Article, claims: tuple[Claim, ...], at: int) -> tuple[tuple[Claim, ...], Bounds] | None:
    """The ratio of "31 % (41 of 193)"."""
    if at + 2 >= len(claims):
        return None
    percent, part, whole = claims[at : at + 3]
    if not isinstance(part.value, Number) or not isinstance(whole.value, Number):
        return None
    if not re.fullmatch(r" ?\(", between(article, percent, part) or "") or not _OF.fullmatch(
        between(article, part, whole) or ""
    ):
        return None
    return (part, whole), share(part.value.amount, whole.value.amount)


def _judge(
    article: Article, ratio: tuple[tuple[Claim, ...], Bounds], percent: Claim, value: Percent
) -> Verdict | Outcome:
    claims, real = ratio
    outcome = judge(real, stated(value) if len(claims) == 2 else stated_beside_words(value))
    if outcome is not Outcome.CONFLICTING or real.strict.low is None or real.strict.high is None:
        return outcome
    middle = (real.strict.low + real.strict.high) / 2
    counted = f"{number(middle, value.amount.step or Decimal(1))} %"
    parts = " of ".join(told(article, claim) for claim in claims)
    shown = told(article, percent)
    sum_ = f"{parts} = {counted}, not {shown}"
    if len(claims) == 2:
        sum_ = f"{told(article, claims[0])} / {told(article, claims[1])} = {counted}, not {shown}"
    marks = (Mark(claims[0].span, f"this is {counted}"), *(Mark(claim.span, "the whole") for claim in claims[1:]))
    return Verdict(
        f"{parts} is {counted}, not {shown}",
        (*marks, Mark(percent.span, f"against {counted}")),
        calculation=sum_,
        changes=(Change(f"write {counted}", ((percent.span, _rewritten(shown, middle, value)),)),)
        if middle < HUNDRED
        else (),
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
        Example("Turnout was low: ⟦3:31%⟧ (⟦1:41⟧ out of ⟦2:193⟧)."),
        Example("In 1990 ⟦1:two-thirds⟧ (⟦2:60 %⟧) of the harvest was lost."),
        Example("One in ⟦1:five⟧ (⟦2:25%⟧) had never been to school."),
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
