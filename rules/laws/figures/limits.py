"""Bounds told in words, and means beside ranges: "no less than 900 and no more than 250", "from 2 to 8, the mean 9".

A bound is known by what stands before its figure, however it is worded; two are held against each other where no word
between them tells of another subject or dimension. A mean is held against the nearest range of its sort.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.beside import beside, by_figures, last
from rules.laws.nearby import between, claims_in, gap, left, may_tell, right, sentence_at
from rules.laws.nouns import head
from rules.laws.order import amount

_TELLING = frozenset(
    (
        "than",
        "least",
        "most",
        "exceed",
        "exceeds",
        "exceeded",
        "exceeding",
        "below",
        "above",
        "up to",
        "minimum",
        "maximum",
    )
)
_LOW = frozenset(("than", "least", "minimum", "limit", "low"))
"""Last words before a least, beside those that are less or under."""
_CLOSE_WORDS = frozenset("the a an about only just some of as little much is was being".split())  # noqa: SIM905
_LESS, _UNDER = WordList(__file__, "less"), WordList(__file__, "under")
_MEANS = frozenset(("mean", "average", "averages", "averaged", "averaging"))
_CLOSE = r" (?:the |a |an |about |only |just |some |of |as |little as |much as ){0,3}$"
_MOST = worded(
    __file__,
    r"(?:\b|(?<=n't )){negation}\b(?: [a-z]+){0,4}? (?P<word>{more}|{beyond})(?: than)?"
    + _CLOSE
    + r"|\b{negation}\b[^.;]{0,40} n?or (?:[a-z]+ ){0,2}(?:{beyond}|{more} than)"
    + _CLOSE
    + r"|\b{most}"
    + _CLOSE,
)
_LEAST = worded(
    __file__,
    r"\b{negation}\b(?: [a-z]+){0,4}? (?P<word>{less}|{under})(?: than)?"
    + _CLOSE
    + r"|\b{negation}\b[^.;]{0,40} n?or (?:[a-z]+ ){0,2}(?:{under}|{less} than)"
    + _CLOSE
    + r"|\b{least}"
    + _CLOSE,
)
_NEGATED = worded(__file__, r"\b{negation}\b[^.;:]{0,30}$")
_DIMENSION = regex(r"[ -](deep|long|wide|high|tall|thick|broad|old|in (?:depth|length|width|height))\b")
_DIMENSIONS = {
    word: dimension
    for dimension, words in {
        "depth": ("deep", "deeper", "shallower", "in depth"),
        "width": ("wide", "wider", "narrower", "broad", "broader", "in width"),
        "length": ("long", "longer", "in length"),
        "height": ("high", "tall", "taller", "in height"),
        "thickness": ("thick", "thicker", "thinner"),
        "age": ("old", "older", "younger"),
    }.items()
    for word in words
}
_OTHERS = regex(r"(?: [a-z]+)? (?:of (?:them|these|whom|which)|are|were|is|was) ")
_MAY = regex(r"(?: [a-z]+)? (?:may|can|must|could|will|at)\b")
_LINKS = WordList(__file__, "links")
_OPENS = worded(__file__, r"\b(?i:{opens})(?: about| around| some| roughly| approximately)? $")
_APART = worded(__file__, r"\b{apart}\b")
_MEAN = regex(
    r"\b(?:mean|average)s?(?: (?:for|over) (?:the |a )?(?:month|year|season|period|decade|day|summer|winter))?"
    r"(?P<noun>(?: [a-z]+){0,2}?),?"
    r"(?: (?:of|is|was|being|at|are|were|has been|about|around|some|only|stands at|reaches)| the month is)* $|"
    r"\b(?:averag(?:ing|es|ed)|(?:mean|average) being)(?: about| some| only)? $|"
    r"^On average,?(?: [a-z]+){0,4} $"
)
_ON_AVERAGE = regex(r"(?: [a-z]+)? on average\b")
_ANEW = regex(r"; (?:on|in|at|during|for|from|by) ")
"""Between a mean and a range: one of them is of another time or place."""
_YEARLY = regex(r"\b(?:annual|yearly|year)\b")
_MONTH = worded(__file__, r"\b{months}\b")
_WORD = regex(r"[A-Za-z][\w’'-]*")
LONGEST = 110
NEAR = 60


class Bound(NamedTuple):
    """A figure that is told as a least (0) or a greatest (2), and of which dimension where the words say so."""

    rank: int
    dimension: str
    claim: Claim


class Mean(NamedTuple):
    """A mean and the two ends of the range beside it."""

    mean: Claim
    low: Claim
    high: Claim
    whole: Claim | None


def bounds_told(article: Article) -> Iterator[tuple[Claim, Claim]]:
    """Two bounds of one thing, the lower one first."""
    low = _LOW | _LESS.words | {word.split()[0] for word in _UNDER}
    least = [claim.span.start for claim, ahead in article.once(beside) if last(ahead, _CLOSE_WORDS) in low]
    for sentence in sorted({sentence_at(article, at) for at in least}):
        if not may_tell(article, sentence, _TELLING):
            continue
        claims = [
            claim for claim in claims_in(article, sentence) if not claim.quoted and amount(claim.value) is not None
        ]
        told = [bound for claim in claims if (bound := _bound(article, claim)) is not None] if len(claims) > 1 else []
        for one, other in pairwise(told):
            if one.rank != other.rank and _of_one(article, sentence, one, other):
                yield (one.claim, other.claim) if one.rank < other.rank else (other.claim, one.claim)


def _bound(article: Article, claim: Claim) -> Bound | None:
    lead = left(article, claim.span.start, NEAR)
    least, most = _LEAST.search(lead), _MOST.search(lead)
    found = least or most
    if found is None or claim.parts or (least and most and least.start() != most.start()):
        return None
    if not found.groupdict().get("word") and _NEGATED.search(lead[: found.start()]):
        return None  # "not at least"
    behind = _DIMENSION.match(right(article, claim.span.end, 16))
    word = found.groupdict().get("word") or (behind[1] if behind else "")
    return Bound(0 if least else 2, _DIMENSIONS.get(word) or (_DIMENSIONS[behind[1]] if behind else ""), claim)


def _of_one(article: Article, sentence: ProseSpan, one: Bound, other: Bound) -> bool:
    """Whether no word between two bounds is of another subject, and both are of one dimension."""
    told = between(article, one.claim, other.claim, LONGEST)
    tail = right(article, other.claim.span.end, 30)
    if _OTHERS.match(tail) or (told is not None and ";" in told and _MAY.match(tail)):
        return False  # "a maximum of 12 are paid", "no more than 12 may race at once"
    if told is None or (one.dimension and other.dimension and one.dimension != other.dimension):
        return False
    known = {head(word) for word in _WORD.findall(gap(article, sentence.start, one.claim.span.start))}
    nouns = {
        head(claim.value.noun)
        for claim in (one.claim, other.claim)
        if isinstance(claim.value, Number) and claim.value.noun
    }
    words = [word.lower() for word in _WORD.findall(told)]
    return all(word in _LINKS or head(word) in known | nouns for word in words)


def means_told(article: Article) -> Iterator[Mean]:
    """Every mean with the range that stands next to it in its sentence."""
    for sentence in sorted({sentence_at(article, at) for at, _ in by_figures(article, _MEANS)}):
        claims = [
            claim for claim in claims_in(article, sentence) if not claim.quoted and amount(claim.value) is not None
        ]
        ranges = list(_ranges(article, claims))
        for mean in claims if ranges else ():
            noun = _mean(article, mean)
            if noun is None:
                continue
            fitting = [each for each in ranges if type(each[1].value) is type(mean.value)]
            for low, high, whole in fitting if len(fitting) == 1 else ():
                if mean not in (low, high, whole) and _beside(article, sentence, mean, (low, high), noun):
                    yield Mean(mean, low, high, whole)


def _mean(article: Article, claim: Claim) -> str | None:
    """Of which noun a figure is told to be the mean; None where it is none."""
    if claim.parts:
        return None
    found = _MEAN.search(left(article, claim.span.start, NEAR))
    if found is not None:
        return (found["noun"] or "").strip()
    return "" if _ON_AVERAGE.match(right(article, claim.span.end, 24)) else None


def _ranges(article: Article, claims: list[Claim]) -> Iterator[tuple[Claim, Claim, Claim | None]]:
    """The ranges of a sentence: read as one, or told with "between" or "from"."""
    for claim in claims:
        if len(claim.parts) == 2:
            yield (*claim.parts, claim)
    for first, second in pairwise(claims):
        told = between(article, first, second, NEAR)
        joined = told is not None and told.endswith((" and ", " to "))
        if joined and not (first.parts or second.parts) and _OPENS.search(left(article, first.span.start, 30)):
            yield first, second, None


def _beside(article: Article, sentence: ProseSpan, mean: Claim, ends: tuple[Claim, Claim], noun: str) -> bool:
    """Whether a mean and a range are told of one thing."""
    start, end = ends[0].span.start, ends[1].span.end
    behind = mean.span.start >= end
    around = gap(article, sentence.start, start if behind else mean.span.start)
    told = gap(article, end, mean.span.start) if behind else gap(article, mean.span.end, start)
    behind_it = right(article, mean.span.end if behind else end, 24)
    if _MONTH.search(behind_it) and not _MONTH.search(around):
        return False
    if len(told) > NEAR or _APART.search(told) or _ANEW.search(told) or _hedged(mean):
        return False
    if any(character.isdecimal() for character in told) or (_YEARLY.search(told) and _MONTH.search(around)):
        return False
    known = (
        {head(word) for word in _WORD.findall(around)} | {head(noun)}
        if not behind
        else {head(word) for word in _WORD.findall(around)}
    )
    return all(word in _LINKS or head(word) in known for word in noun.split()) if noun else True


def _hedged(mean: Claim) -> bool:
    written = amount(mean.value)
    return written is None or written.hedge in (Hedge.UP_TO, Hedge.AT_LEAST, Hedge.UNDER)
