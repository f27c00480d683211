"""The words right before each amount, from which a law begins that needs one of a few there.

They are split once; to look one up costs a fraction of what an expression does, and nearly every amount fails it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.textmap import ProseSpan
from rules.laws.nearby import occurrences_in, openings, sentences_at, words_in

_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT, Kind.DURATION)
_WIDTH = 48


def spoken(article: Article) -> dict[str, tuple[Claim, ...]]:
    """The claims of each kind but those that are all of a cell or a field; for :meth:`Article.once`."""
    text = article.page.prose.text
    return {
        kind: tuple(
            claim
            for claim in claims
            if text[claim.span.start - 1] != "\n" or text[claim.span.end : claim.span.end + 1] != "\n"
        )
        for kind, claims in article.claims_by_kind.items()
    }


def beside(article: Article) -> tuple[tuple[Claim, Sequence[str]], ...]:
    """Every such amount with the words before it, in the order of their kinds; for :meth:`Article.once`."""
    text, claims = article.page.prose.text, article.once(spoken)
    return tuple(
        (claim, text[max(claim.span.start - _WIDTH, 0) : claim.span.start].split())
        for kind in _KINDS
        for claim in claims.get(kind, ())
    )


def figured(article: Article) -> tuple[tuple[ProseSpan, frozenset[bytes]], ...]:
    """The sentences that tell an amount, in order, with the words of each; for :meth:`Article.once`."""
    places = sorted([claim.span.start for kind in _KINDS for claim in article.once(spoken).get(kind, ())])
    return tuple((span, frozenset(words_in(article, span))) for span in sentences_at(article, places))


def by_figures(article: Article, words: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Where any of some words or phrases in lower case stands in a sentence that tells an amount, and which."""
    wanted = openings(words)
    for sentence, told in article.once(figured):
        if wanted.keys().isdisjoint(told):
            continue
        for word in (word for first in sorted(wanted.keys() & told) for word in wanted[first]):
            for at in occurrences_in(article.lowered, word, *sentence):
                yield at, word


def last(words: Sequence[str], hedges: Container[str]) -> str:
    """The last word that is no hedge."""
    for word in reversed(words):
        if word not in hedges:
            return word
    return ""
