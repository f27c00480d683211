"""Totals that are told with their parts: "12 ministers: 7 men and 5 women", "500 km2, of which ... and ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from rules.laws.bounds import Bounds, counted, plus, total
from rules.laws.nearby import between, left, right
from rules.laws.order import amount, sides

_LARGEST = 13
_NOUN = r"(?: (?!and\b|or\b|of\b|to\b|in\b|from\b|with\b|for\b|per\b|each\b|every\b|were\b|was\b|including\b)[\w'’-]+)"
_OPEN = re.compile(
    rf"{_NOUN}{{1,5}}(?: ?: ?| ?\(|,? (?:consisting|composed|made up) of |,? comprising | – | — )(?:a total of |the )?"
)
_JOINT = re.compile(
    rf"{_NOUN}{{1,5}}(?: in favou?r| against| from [A-Z]\w+)?(?:,|;| and|, and|; and| plus) (?:the |another |also )?"
)
_CLOSE = re.compile(rf"{_NOUN}{{1,5}}(?: in favou?r| against)?(?:[).;]|$)")
_OF_WHICH = re.compile(r"[^.;:()]{0,20}, of which (?:about )?")
_IS_AND = re.compile(r" (?:is|are|was|were) [\w -]{1,30}(?:, and|,| and) (?:about )?")
_IS = re.compile(r" (?:is|are|was|were)\b| of |[.;,)]")
_NO_TOTAL = re.compile(r"\b(?:first|last|least|over|than|age|aged|group|top) $")
_OPEN_ENDED = ("among", "such as", "e.g", "mostly", "mainly", "at least", "over", "notabl", "for example", "of which")


class Total(NamedTuple):
    """A total and its parts, as told; and both as numbers in one unit."""

    whole: Claim
    parts: tuple[Claim, ...]
    stated: Bounds
    added: Bounds


def totals(article: Article) -> Iterator[Total]:
    """Every total whose parts follow in a closed list."""
    yield from _counts(article)
    yield from _areas(article)


def _counts(article: Article) -> Iterator[Total]:
    """Lists of counts that a total opens."""
    counts = [c for c in article.claims_by_kind.get("number", ()) if not c.quoted]
    for at, whole in enumerate(counts):
        gap = between(article, whole, counts[at + 1], 60) if at + 1 < len(counts) else None
        if gap is None or not _OPEN.fullmatch(gap) or any(word in gap for word in _OPEN_ENDED):
            continue
        parts = _parts(article, counts, at + 1)
        stated = amount(whole.value)
        amounts = [written for written in map(amount, (part.value for part in parts)) if written is not None]
        if not parts or stated is None or _NO_TOTAL.search(left(article, whole.span.start, 12)):
            continue
        if all(written.value < stated.value * 2 for written in amounts):
            yield Total(whole, tuple(parts), counted(stated), total([counted(written) for written in amounts]))


def _areas(article: Article) -> Iterator[Total]:
    """Quantities of the form "500 km2, of which 420 km2 is land and 80 km2 is water"."""
    claims = article.claims_by_kind.get("quantity", ())
    for whole, first, second in zip(claims, claims[1:], claims[2:], strict=False):
        opened, joint = between(article, whole, first, 40), between(article, first, second, 50)
        if whole.quoted or not opened or not joint or not _OF_WHICH.fullmatch(opened) or not _IS_AND.fullmatch(joint):
            continue
        one, other = sides(first, whole), sides(second, whole)
        if one is not None and other is not None and _IS.match(right(article, second.span.end, 12)):
            yield Total(whole, (first, second), one.second, plus(one.first, other.first))


def _parts(article: Article, counts: list[Claim], at: int) -> list[Claim]:
    """The counts of a closed list that starts at an index; none where the list does not close."""
    parts = [counts[at]]
    closed = False
    for following in counts[at + 1 : at + _LARGEST]:
        gap = between(article, parts[-1], following, 60)
        if gap is None or not _JOINT.fullmatch(gap):
            break
        closed = " and" in gap or "plus" in gap
        parts.append(following)
    tail = right(article, parts[-1].span.end)
    return parts if closed and len(parts) > 1 and _CLOSE.match(tail) else []
