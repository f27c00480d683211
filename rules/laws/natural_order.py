"""What comes before what by its nature, told in one paragraph of one thing: it opens, and then it closes."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Kind
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.blocks import dated
from rules.laws.clause_words import lexicon
from rules.laws.happenings import Happening
from rules.laws.nearby import claims_in
from rules.laws.orderings import dates, told_in

ENDS = WordList(__file__, "ends")
"""The words that end something: paragraphs without one of them are not read."""
STARTS = WordList(__file__, "starts")
_ENDS = worded(__file__, r"(?<![^\W_]){ends}(?![^\W_])")


def natural(article: Article) -> Iterator[tuple[Happening, Happening]]:
    """The beginning and the end of a thing where its end is told after its beginning, both with their dates.

    An end that is told first may well be followed by a new beginning.
    """
    heads = frozenset((*ENDS, *STARTS))
    for block in article.once(dated):
        if sum(claim.kind is Kind.DATE for claim in claims_in(article, block.span)) > 1 and _ends(article, block.span):
            yield from _pairs([each for each in told_in(article, block, heads) if dates(each)])


def _ends(article: Article, span: ProseSpan) -> bool:
    """Whether a word that ends something stands in a paragraph."""
    low = article.lowered[span.start : span.end]
    return any(word in low for word in ENDS) and _ENDS.search(low) is not None


def _pairs(told: list[Happening]) -> Iterator[tuple[Happening, Happening]]:
    orders = frozenset(lexicon().nature)
    for at, other in enumerate(told):
        for one in told[max(at - 3, 0) : at]:
            if one.thing == other.thing and (one.act, other.act) in orders:
                yield one, other
