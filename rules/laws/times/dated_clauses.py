"""The clauses in which a date may be told of something: its own, and those that it goes on from or opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import claims_in

_CUT = regex(r"[;:()—–]|, |\.$| (?:and|but|while|although|though|whereas|until|before|after) (?=[^A-Z])")
_CLEFT = regex(r"(?:^|\W)it was (?:only |not until )?(?:in|on) [^,;]{3,20} that\b")
_FRONTED = regex(r"\W{0,3}(?:only |not until |it was only )?(?:in|on|by|since)? ?(?:early |late )?(?:the )?")


def regions(article: Article, sentence: ProseSpan, claim: Claim, goes_on: re.Pattern[str]) -> Iterator[ProseSpan]:
    """The clause of a date, then with the one that it goes on from or that it opens, none with another date.

    ``goes_on`` is how a clause begins that has its subject in the one before.
    """
    cuts = _cuts(article, sentence)
    at = next(number for number, part in enumerate(cuts) if claim.span.start < part.end)
    here = cuts[at]
    yield here
    low = article.lowered
    beside = _cell_beside(article, here) if sentence == here else None
    if beside is not None:
        yield ProseSpan(here.start, beside.end)
        return
    dates = [
        each
        for each in claims_in(article, sentence)
        if each.kind is Kind.DATE and (each.span.end <= claim.span.start or each.span.start >= claim.span.end)
    ]

    def free(span: ProseSpan) -> bool:
        return not any(span.start <= date.span.start < span.end for date in dates)

    if at and low[here.start] in ":–—" and free(ProseSpan(cuts[at - 1].start, here.end)):
        yield ProseSpan(cuts[at - 1].start, here.end)
    if at and goes_on.match(low, here.start, here.end):
        for first in range(at - 1, -1, -1):
            whole = ProseSpan(cuts[first].start, here.end)
            if not free(whole):
                break
            yield whole
    listed = low[claim.span.end : claim.span.end + 2].strip()[:1] in (":", "–", "—", "-")
    fronted = _FRONTED.fullmatch(low, sentence.start, claim.span.start) is not None
    cleft = _CLEFT.search(low, here.start, here.end) is not None
    if fronted or cleft:
        for last in range(at + 1, len(cuts)):
            whole = ProseSpan(here.start, cuts[last].end)
            if not free(whole) or (last > at + 1 and not (listed or cleft)):
                break
            yield whole


def _cell_beside(article: Article, span: ProseSpan) -> ProseSpan | None:
    """The cell that stands behind one in its row: of a chronicle, what happened on a date."""
    for table in article.page.tables:
        for row in table.rows:
            for one, other in pairwise(row):
                if one.prose.start <= span.start and span.end <= one.prose.end:
                    return other.prose
    return None


def _cuts(article: Article, sentence: ProseSpan) -> list[ProseSpan]:
    """The clauses of a sentence; a sign within a date parts none."""
    inside = [claim.span for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    parts: list[ProseSpan] = []
    start = sentence.start
    for found in _CUT.finditer(article.page.prose.text, *sentence):
        if any(span.start <= found.start() < span.end for span in inside) or found.start() <= start:
            continue
        parts.append(ProseSpan(start, found.start()))
        start = found.start()
    parts.append(ProseSpan(start, sentence.end))
    return parts
