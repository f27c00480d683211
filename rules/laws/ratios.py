"""A ratio beside a percentage: "41 of 193 (31 %)", "one in five (25 %)", "two-thirds (60 %)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.bounds import Bounds
from rules.laws.nearby import between, left, right
from rules.laws.parts import roles
from rules.laws.shares import X_OF_N, fraction, share

_BESIDE = worded(
    __file__,
    r"(?: (?!of\b)[\w'’-]+){0,4}?(?:,? ?\(|,? or |,? i\.e\.,? |, that is(?: to say)?,? |, namely | – | — "
    r"|,? {equals} (?:an? (?:share|rate) of )?|, an? (?:[\w-]+ ){0,2}?{shares} of )(?:about |around |roughly "
    r"|some |only |just )?",
)
_APPOSED = regex(r"(?: (?!of\b)[\w'’-]+){0,3}?, (?:about |around |roughly |some |only |just )?")
_OF_ALL = regex(r" of (?:(?:the )?(?:total|whole)|(?:them )?all|them|these|those present)\b(?! [a-z]+ing)")
_EVERY = regex(
    r"\b(?P<part>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
    r"(?: [a-z'’-]+){1,2} in (?:every )?$"
)
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_FRACTION_BESIDE = regex(
    r"(?: of (?:the |its |their |all )?[\w'’ -]{1,30}| [\w'’-]+(?: [\w'’-]+)?)?"
    r"(?:,? ?\(|, or )(?:about |around |roughly )?"
)
_CLOSED = regex(r"[),;]| [–—] |\.(?: |$)| of (?:the (?:total|whole)\b|(?:them all|them|all|these|those)\b(?! [a-z]))")


class Ratio(NamedTuple):
    """A ratio as told: the pieces it is told in, what share it is, and whether it is in words ("one in five")."""

    claims: tuple[Claim, ...]
    share: Bounds
    worded: bool


def ratios(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """Every ratio and the percentage that states the same share."""
    before: Claim | None = None
    for first, second in pairwise(article.claims.all):
        percent = first if isinstance(first.value, Percent) else second
        ratio = _ratio(article, second if percent is first else first, before)
        before = first
        if ratio is None or not isinstance(percent.value, Percent) or percent.value.points:
            continue
        gap = between(article, first, second)
        if gap is None or first.quoted or percent.parts:
            continue
        if _beside(article, percent, ratio, gap, percent is first):
            yield ratio, percent


def _ratio(article: Article, claim: Claim, before: Claim | None) -> Ratio | None:
    """The ratio in a reading: "41 of 193", "one in five", "two-thirds"; a hedged "some 41 of 193" is two readings."""
    if not isinstance(claim.value, Number):
        return None
    if claim.pattern == X_OF_N:
        part, whole = (each.value.amount for each in claim.parts if isinstance(each.value, Number))
        if article.page.text(claim.span)[0].isalpha():
            return Ratio((claim,), fraction(part.value / whole.value, claim.value.amount.hedge), True)
        return Ratio(claim.parts, share(part, whole), False)
    every = _EVERY.search(left(article, claim.span.start, 40))
    if every is not None and claim.value.amount.value > _SMALL[every["part"].lower()]:
        times = Decimal(_SMALL[every["part"].lower()])
        start = claim.span.start - len(every[0])
        told_whole = claim._replace(span=ProseSpan(start, claim.span.end))
        return Ratio((told_whole,), fraction(times / claim.value.amount.value, claim.value.amount.hedge), True)
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
    if not _CLOSED.match(right(article, percent.span.end, 24)):
        return False
    if _OF_ALL.match(right(article, percent.span.end, 24)) and _APPOSED.fullmatch(gap):
        return True
    return (_FRACTION_BESIDE if ratio.worded else _BESIDE).fullmatch(gap) is not None
