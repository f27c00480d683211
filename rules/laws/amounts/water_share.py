"""How much of an area is water, told as an area and as a percentage: "of which 0.6 sq mi (2.2 %) is water"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Quantity
from articles.claims.written import Hedge
from articles.regex import regex
from rules.laws.amounts.ratios import Ratio
from rules.laws.amounts.shares import HUNDRED
from rules.laws.bounds import bounds, ratio, scaled
from rules.laws.nearby import left, right, sentence_at, within

_WATER = regex(r"\)?,? (?:of (?:it|which|that|the area) )?(?:is|was|being) (?:covered (?:by|with) )?(?:water|lakes?)\b")
_WHOLE = regex(r"\b(?:total )?area of $")
_NEAR = 40
"""How far before its percentage the area of the water ends."""


def water_shares(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """Each such percentage, with the two areas of its sentence that it is the ratio of."""
    for percent in article.claims_by_kind.get("percent", ()):
        if percent.quoted or not _WATER.match(right(article, percent.span.end, 50)):
            continue
        areas = [
            claim
            for claim in within(article, sentence_at(article, percent.span.start).start, percent.span.start)
            if isinstance(claim.value, Quantity) and not claim.parts and claim.value.amount.hedge is Hedge.NONE
        ]
        whole = next((claim for claim in areas if _WHOLE.search(left(article, claim.span.start, 20))), None)
        part = next((claim for claim in reversed(areas) if whole and _alike(claim, whole)), None)
        if whole is None or part is None or percent.span.start - part.span.end > _NEAR:
            continue
        sides = [claim.value.amount for claim in (part, whole) if isinstance(claim.value, Quantity)]
        if len(sides) == 2 and sides[1].value:
            share = scaled(ratio(bounds(sides[0]), bounds(sides[1])), HUNDRED)
            yield Ratio((part, whole), share, False), percent


def _alike(part: Claim, whole: Claim) -> bool:
    """Whether two areas are told in one unit, the part behind the whole."""
    if not isinstance(part.value, Quantity) or not isinstance(whole.value, Quantity):
        return False
    return part is not whole and part.value.unit == whole.value.unit and part.span.start > whole.span.start
