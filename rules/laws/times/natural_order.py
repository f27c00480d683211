"""What comes before what by its nature, told in one paragraph of one thing: it opens, and then it closes."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Kind
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.blocks import dated
from rules.laws.nearby import claims_in, occurrences
from rules.laws.times.clause_words import lexicon
from rules.laws.times.happenings import Happening
from rules.laws.times.orderings import dates, told_in

ENDS = WordList(__file__, "ends")
"""The words that end something: paragraphs without one of them are not read."""
STARTS = WordList(__file__, "starts")


def natural(article: Article) -> Iterator[tuple[Happening, Happening]]:
    """The beginning and the end of a thing where its end is told after its beginning, both with their dates.

    An end that is told first may well be followed by a new beginning.
    """
    heads = frozenset((*ENDS, *STARTS))
    ending = {article.page.block_at(at) for at in occurrences(article, ENDS)}
    for block in article.once(dated) if ending else ():
        if block in ending and _dates(article, block.span) > 1:
            yield from _pairs([each for each in told_in(article, block, heads) if dates(each)])


def anew(article: Article, begun: list[ProseSpan], ended: list[ProseSpan]) -> bool:
    """Whether a paragraph tells of a beginning behind the end: "closed in 1966 and opened in 1971 as a café"."""
    block = article.page.block_at
    return any(one > other and block(one.start) == block(other.start) for one in begun for other in ended)


def _dates(article: Article, span: ProseSpan) -> int:
    return sum(claim.kind is Kind.DATE for claim in claims_in(article, span))


def _pairs(told: list[Happening]) -> Iterator[tuple[Happening, Happening]]:
    orders = frozenset(lexicon().nature)
    for at, other in enumerate(told):
        for one in told[max(at - 3, 0) : at]:
            if one.thing == other.thing and (one.act, other.act) in orders:
                yield one, other
