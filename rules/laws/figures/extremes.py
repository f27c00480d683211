"""A least, a mean and a greatest of one thing in one sentence: "a maximum depth of 23 m and a mean depth of 31 m".

Each word that ranks ("least", "average", "widest") takes the figure that is nearest to it in its clause; two such
figures are held against each other where they are of one noun and the words rank one dimension.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from re import Match, Pattern
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Money, Quantity
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file, trie, worded
from rules.laws.amounts.beside import by_figures
from rules.laws.nearby import between, claims_in, right, sentence_at

LONGEST = 60
"""How far a figure may stand from the word that ranks it."""
NEXT = 32
"""The same for "a minimum of 12 and a maximum of 8 members"."""
_NOUN = worded(__file__, r"(?: (?!{small}\b)(?P<noun>[a-z]+)(?P<second> (?!{small}\b)[a-z]+)?)?")
_ELSEWHERE = worded(__file__, r"\b{elsewhere}\b|[;:(]")
_AWAY = worded(__file__, r" {away}\b")
_OF = regex(r" (?:of|at|in|on|for|among|from) (?:the |its |their )?([a-z]{3,})")
_ITS = regex(r"\b(?:at|on) (?:its|their|the|his|her)? ?$")
_PLACED = regex(r" (?:in|at|on|for|during) (?:the|its|their) $")
_BEHIND = regex(r"(?: deep| long| wide| high)? (?P<word>on average|at most|at least)\b")
_JOIN = regex(r"(?:,| and|, and|, but) (?:is |reaches |only )?")
_RANKS = {"at least": 0, "on average": 1, "at most": 2}
_DOWNWARDS = worded(__file__, r"\b{downwards}\b")
_HIGH = worded(__file__, r"\b{noted} $")


class Extremes(NamedTuple):
    """Two readings of which the first is told to be the smaller one."""

    small: Claim
    large: Claim


class _Ranked(NamedTuple):
    """A figure with its place in the order of a least (0), a mean (1) and a greatest (2), and of what it is one."""

    rank: int
    sort: str
    noun: str
    whose: str
    claim: Claim


def extremes(article: Article) -> Iterator[Extremes]:
    """The neighbours of each sentence that its words rank."""
    yield from _by_phrase(article)
    for sentence in sorted({sentence_at(article, at) for at, _ in by_figures(article, _lower())}):
        claims = [claim for claim in claims_in(article, sentence) if not claim.quoted]
        if len(claims) > 1 and not _DOWNWARDS.search(article.lowered, *sentence):
            for one, other in pairwise(_ranked(article, sentence, claims)):
                if one.rank != other.rank and _of_one(one, other):
                    small, large = sorted((one, other))
                    yield Extremes(small.claim, large.claim)


def _by_phrase(article: Article) -> Iterator[Extremes]:
    """Two neighbours with their words behind them: "12 m on average and 9 m at most"."""
    starts, claims = article.claim_starts, article.claims.all
    for at in sorted(at for at, _ in by_figures(article, frozenset(_RANKS))):
        index = bisect_left(starts, at)
        if not 0 < index < len(claims):
            continue
        first, second = claims[index - 1 : index + 1]
        gap = between(article, first, second, LONGEST)
        found = _BEHIND.match(gap) if gap else None
        then = _BEHIND.match(right(article, second.span.end, 40)) if found else None
        if gap and found and then and _JOIN.fullmatch(gap[found.end() :]):
            ranks = _RANKS[found["word"]], _RANKS[then["word"]]
            if ranks[0] != ranks[1]:
                yield Extremes(first, second) if ranks[0] < ranks[1] else Extremes(second, first)


def _ranked(article: Article, sentence: ProseSpan, claims: list[Claim]) -> list[_Ranked]:
    """The figures of a sentence that a word ranks, in order, each with the word that stands nearest before it."""
    words = list(_words().finditer(article.lowered, *sentence))
    taken: dict[ProseSpan, _Ranked] = {}
    for at, word in enumerate(words):
        end = words[at + 1].start() if at + 1 < len(words) else sentence.end
        claim = _figure(article, word, end, claims)
        rank, sort = _sorts()[word[0]]
        if at and rank != 1 and _torn(words[at - 1], word, claims):
            continue
        noun = _NOUN.match(article.lowered, word.end())
        if claim is not None and _may_be(claim, sort) and not _high_by(article, word):
            last = (noun["second"] or noun["noun"] or "").strip() if noun else ""
            taken[claim.span] = _Ranked(rank, sort, last, _whose(article, noun), claim)
    return [taken[span] for span in sorted(taken)]


def _whose(article: Article, noun: Match[str] | None) -> str:
    """Of what a noun is: "lake" of "the mean depth of the lake"."""
    found = _OF.match(article.lowered, noun.end()) if noun else None
    return found[1] if found else ""


def _torn(before: Match[str], word: Match[str], claims: list[Claim]) -> bool:
    """Whether two words rank one figure in two ways: "its highest point is the lowest in the world, at 2.4 m"."""
    told = any(before.end() <= claim.span.start < word.start() for claim in claims)
    return not told and abs(_sorts()[before[0]][0] - _sorts()[word[0]][0]) > 1


def _figure(article: Article, word: Match[str], end: int, claims: list[Claim]) -> Claim | None:
    """The figure that a word ranks: the first behind it, or, at "its widest", the one before."""
    text = article.lowered
    its = _ITS.search(text, max(word.start() - 12, 0), word.start())
    if its and not (its.start() == 0 or text[its.start() - 2 : its.start()].strip() in ("", ",", ";", ".", "\n")):
        before = [claim for claim in claims if 0 <= word.start() - claim.span.end <= LONGEST]
        return before[-1] if before else None
    placed = _PLACED.search(text, max(word.start() - 40, 0), word.start())
    right_before = [claim for claim in claims if placed and claim.span.end == placed.start()]
    if right_before:
        return right_before[0]  # "from 260 mm in the driest years to 410 mm in the wettest"
    behind = next((claim for claim in claims if word.end() <= claim.span.start < end), None)
    if behind is None or behind.span.start - word.end() > LONGEST:
        return None
    if _ELSEWHERE.search(text, word.end(), behind.span.start):
        return None
    if _AWAY.match(text, behind.span.end) and text[word.end() : behind.span.start] != " of ":
        return None
    return behind


def _high_by(article: Article, word: Match[str]) -> bool:
    """Whether "high" and "low" are no nouns: only "daily highs" are."""
    bare = word[0].rstrip("s") in ("high", "low")
    return bare and _HIGH.search(article.lowered, max(word.start() - 16, 0), word.start()) is None


def _of_one(one: _Ranked, other: _Ranked) -> bool:
    """Whether two ranked figures are of one noun, or the second leaves it out, and of one dimension."""
    sorts = {one.sort, other.sort} - {"any"}
    nouns = one.noun == other.noun or not other.noun or (not one.noun and one.sort != "any")
    if one.whose and other.whose and one.whose != other.whose:
        return False
    alone = other.claim.span.start - one.claim.span.end < LONGEST and (
        isinstance(one.claim.value, Quantity) or other.claim.span.start - one.claim.span.end < NEXT
    )
    return len(sorts) <= 1 and nouns and (bool(one.noun or other.noun or sorts) or alone)


@cache
def _sorts() -> dict[str, tuple[int, str]]:
    """The words that rank, with the place that each gives and what it ranks."""
    ranks: dict[str, dict[str, str]] = data_file(__file__, "extremes.toml")["ranks"]
    return {
        word: (int(rank), sort)
        for sort, rows in ranks.items()
        for rank, joined in rows.items()
        for word in joined.split(", ")
    }


@cache
def _lower() -> frozenset[str]:
    """Those of a least or a mean, one of which stands in every pair."""
    return frozenset(word for word, (rank, _) in _sorts().items() if rank < max(_RANKS.values()))


@cache
def _words() -> Pattern[str]:
    return regex(rf"\b{trie(_sorts())}\b")


def _may_be(claim: Claim, sort: str) -> bool:
    """Whether a figure may be of what a word ranks: "the oldest" is no length."""
    value = claim.value
    if sort in ("any", "high"):
        return True
    if isinstance(value, Duration):
        return sort in ("old", "long")
    if isinstance(value, Money):
        return sort in ("dear", "large")
    if isinstance(value, Quantity):
        return value.unit.startswith(tuple(data_file(__file__, "extremes.toml")["units"].get(sort, ())))
    return sort in ("old", "large", "long")
