"""So many, so much each, and a total that is right once a decimal point is moved: "240 barges of 150 tonnes each".

That the three belong together is said by the digits, which agree exactly, and by an "each" beside the amount of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, groupby
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.amounts.beside import spoken
from rules.laws.amounts.passages import RUNNING, plain, size, sort
from rules.laws.nearby import left, may_hold, right, sentence_at
from rules.laws.nouns import head

_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY)
_WORDS = ("each", "apiece", "every", "per", "head", "average", "averaging")
_AHEAD = regex(r"\b(?:[Ee]ach|[Ee]very)\b[^.;,]{0,60}$|\b(?:averaging|average(?: [a-z]+){0,2} of) (?:about |some )?$")
_BEHIND = regex(
    r"(?: of)?(?: [\w-]+){0,3} (?:each|apiece|per (?!cent)[a-z]+|(?:a|an|for every|to every|to the) [a-z]+|for each)\b"
)
_FACTORS = (10, 100, 1000, 1_000_000)
_FEWEST, _MOST = 3, 14
_LEAST, _SOME, _LARGE = Decimal(2), Decimal(5), Decimal(100)
_SURE = frozenset((Hedge.NONE, Hedge.ABOUT))


class Slipped(NamedTuple):
    """The number of things, the amount of each and the total, as the text has them; their product and the factor."""

    spans: tuple[ProseSpan, ProseSpan, ProseSpan]
    product: Decimal
    factor: str


def slipped_products(article: Article) -> Iterator[Slipped]:
    """Every total that is a power of ten away from so many times so much."""
    if not any(may_hold(article, word) for word in _WORDS):
        return
    amounts = sorted(
        (claim for kind in _KINDS for claim in article.once(spoken).get(kind, ())), key=lambda claim: claim.span.start
    )
    for block, told in groupby(amounts, key=lambda claim: article.page.block_at(claim.span.start)):
        claims = [claim for claim in told if plain(claim)]
        if _FEWEST <= len(claims) <= _MOST and block is not None and block.form in RUNNING:
            yield from _of_block(article, claims)


def _of_block(article: Article, claims: list[Claim]) -> Iterator[Slipped]:
    rates = [claim for claim in claims if size(claim) >= _SOME and _of_one(article, claim)]
    counts = [claim for claim in claims if isinstance(claim.value, Number) and size(claim) >= _LEAST]
    sizes = {(sort(claim), size(claim)) for claim in claims}
    for one in rates:
        for many in counts:
            product = size(one) * size(many)
            if many is one or product < _LARGE or (sort(one), product) in sizes or _same_noun(one, many):
                continue
            for whole in claims:
                factor = _factor(size(whole), product) if whole not in (one, many) and size(whole) >= _LARGE else None
                if (
                    factor
                    and sort(whole) == sort(one)
                    and not _same_noun(whole, many)
                    and _near(article, one, many, whole)
                ):
                    spans = sorted((many.span, one.span, whole.span))
                    yield Slipped((spans[0], spans[1], spans[2]), product, factor)
                    return


def _of_one(article: Article, claim: Claim) -> bool:
    """Whether an amount is one of each of several."""
    return bool(_AHEAD.search(left(article, claim.span.start, 80)) or _BEHIND.match(right(article, claim.span.end, 60)))


def _same_noun(one: Claim, other: Claim) -> bool:
    nouns = [each.value.noun for each in (one, other) if isinstance(each.value, Number) and each.value.noun]
    return len(nouns) == 2 and head(nouns[0]) == head(nouns[1])


def _factor(whole: Decimal, product: Decimal) -> str | None:
    powers = chain.from_iterable((Decimal(each), 1 / Decimal(each)) for each in _FACTORS)
    found = next((power for power in powers if whole * power == product), None)
    return None if found is None else f"{max(found, 1 / found):,.0f}"


def _near(article: Article, *claims: Claim) -> bool:
    """Whether two of the three stand in one sentence, and no two are hedged otherwise than by "about"."""
    sentences = [sentence_at(article, claim.span.start) for claim in claims]
    hedges = {getattr(claim.value, "amount").hedge for claim in claims if hasattr(claim.value, "amount")}  # noqa: B009
    return len(set(sentences)) < len(claims) and hedges <= _SURE
