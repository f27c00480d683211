"""What else the text tells that makes a sum, an age or a length of time come out: where it does, nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date
from articles.textmap import ProseSpan
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.order import amount


def makes_up(article: Article, operands: Iterable[ProseSpan], missing: Decimal) -> bool:
    """Whether a sentence of the operands tells of just so much more: "stores made up £3 million of a total of"."""
    spans = list(operands)
    sentences = {sentence_at(article, span.start) for span in spans}
    others = (claim for sentence in sentences for claim in claims_in(article, sentence) if claim.span not in spans)
    told = (amount(claim.value) for claim in others)
    return any(written is not None and written.value == missing for written in told)


def another_date(article: Article, dated: ProseSpan, fits: Callable[[Date], bool]) -> bool:
    """Whether the sentence gives another date that would do: "born in 1841, in 1844 by her own account"."""
    claims = claims_in(article, sentence_at(article, dated.start))
    others = (claim.value for claim in claims if not claim.parts and claim.span != dated)
    return any(isinstance(value, Date) and fits(value) for value in others)
