"""One measure of one thing told twice, with the same digits and another scale: "built for 48 million", "cost 480".

That the two are one measure is said by words of one group beside both ("capacity" and "holds"), that they are of one
thing by nothing in their sentences that names another, a part or a whole of it, or another year.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.regex import regex
from articles.words import worded
from rules.laws.amounts.beside import spoken
from rules.laws.amounts.passages import RUNNING, plain, size, sort
from rules.laws.figures.clause_owner import ANY
from rules.laws.figures.descriptions import describe
from rules.laws.figures.narrowed import narrowed
from rules.laws.figures.property_words import lexicon
from rules.laws.nearby import left, right, sentence_at
from rules.laws.nouns import same_thing

_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY)
_LEFT, _RIGHT = 80, 40
_FEWEST = 2
_MOST = 4
"""So many amounts of the same digits at most are told of one thing."""
_POWERS = (1, 2, 3)
_DOUBT = worded(__file__, r"\b(?i:{doubt})\b")
_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_CLAUSE = regex(r"; |,? (?:and|but) (?:that|it|the|its|there|no)\b|, (?:and|but|while|which|who) ")
_PART = regex(r"(?:Its|Their|Her|His) ([a-z]+)")
_SENTENCE = 300
_GOODS = regex(r" of ([a-z]{3,})\b")
_GROUPS = (
    worded(__file__, r"\b{capacity}\b"),
    worded(__file__, r"\b{cost}\b"),
    worded(__file__, r"\b{output}\b"),
    worded(__file__, r"\b{damage}\b"),
    worded(__file__, r"\b{length}\b"),
    worded(__file__, r"\b{area}\b"),
    worded(__file__, r"\b{staff}\b"),
)


def slipped(article: Article) -> Iterator[tuple[Claim, Claim, str]]:
    """Every two amounts of one measure that agree once a decimal point is moved, and by what factor."""
    digits: dict[tuple[str, tuple[int, ...]], list[Claim]] = {}
    for kind in _KINDS:
        for claim in article.once(spoken).get(kind, ()):
            number = size(claim)
            if number >= 1 and plain(claim):
                told = number.normalize().as_tuple().digits
                if len(told) >= _FEWEST:
                    digits.setdefault((sort(claim), told), []).append(claim)
    for claims in digits.values():
        if 1 < len(claims) <= _MOST:
            for first, second in combinations(claims, 2):
                power = abs(size(first).normalize().adjusted() - size(second).normalize().adjusted())
                if power in _POWERS and _of_one(article, first, second):
                    yield first, second, f"{10**power:,}"


def _of_one(article: Article, first: Claim, second: Claim) -> bool:
    """Whether two amounts are one measure of one thing, by the words around them."""
    if sentence_at(article, first.span.start) == sentence_at(article, second.span.start):
        return False  # of two things: "the gas works cost £24,000 and the mill £240,000"
    if len({_part(article, claim) for claim in (first, second)}) > 1:
        return False
    around = [
        (left(article, claim.span.start, _LEFT), _CLAUSE.split(right(article, claim.span.end, _RIGHT))[0])
        for claim in (first, second)
    ]
    one, other = (" ".join(words) for words in around)
    nouns = [each.value.noun for each in (first, second) if isinstance(each.value, Number) and each.value.noun]
    if len(nouns) == 2 and not same_thing(*nouns):
        return False
    if _DOUBT.search(one) or _DOUBT.search(other) or not _prose(article, first) or not _prose(article, second):
        return False
    goods = [found[1] for _, behind in around if (found := _GOODS.match(behind)) is not None]
    if len(goods) == 2 and goods[0] != goods[1]:
        return False
    years = [set(_YEAR.findall(words)) for words in (one, other)]
    if all(years) and years[0].isdisjoint(years[1]):
        return False
    return any(group.search(one) and group.search(other) for group in _GROUPS) and not _apart(article, first, second)


def _part(article: Article, claim: Claim) -> str | None:
    """The part of a thing that a sentence opens with: "Its smelter employed 64 men"."""
    opened = _PART.match(left(article, claim.span.start, _SENTENCE))
    return opened[1] if opened is not None and opened[1] not in lexicon().nouns else None


def _apart(article: Article, first: Claim, second: Claim) -> bool:
    """Whether the two are surely of two owners, or two properties."""
    told = []
    for claim in (first, second):
        block = article.page.block_at(claim.span.start)
        pending = describe(article, claim, block) if block is not None else None
        told.append(pending.settle() if pending is not None else None)
    one, other = told
    if one is None or other is None:
        return False
    return ANY not in {one.owner, other.owner} and (one.owner, one.property) != (other.owner, other.property)


def _prose(article: Article, claim: Claim) -> bool:
    block = article.page.block_at(claim.span.start)
    return block is not None and block.form in RUNNING and not narrowed(article, claim.span.start, claim.span.end)
