"""Statements that one number became another, with the change stated beside them.

"Rose by 12 from 40 to 52", "from 200 to 250, a 25 % increase", "doubled from 20 to 40". The words are data, in
``moves.toml``.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind, Quantity
from articles.claims.written import Interval
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.bounds import Bounds, exact, minus, ratio, scaled, series
from rules.laws.direction import motion
from rules.laws.nearby import between, left, right
from rules.laws.order import amount, sides

_MOVED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.QUANTITY, Kind.DURATION})
_OWN_RATE = regex(r"\b(?:annual|yearly|monthly) (?!(?:rate|growth|increase|average|rise|decline)\b)[a-z]+")
"""An amount of every year, "its annual output", which may change like any other."""
_TO = regex(
    r"(?: (?!to\b)[A-Za-z]+)?"
    r"(?: ?\(?(?:in|by|during|at|as of|on|for) (?:the )?(?:[A-Za-z]+ ){0,2}(?:[0-9]{1,2},? )?[0-9]{4}s?\)?)?,? to "
    r"(?:about |around |over |some |nearly |almost |just |only |the |an? |under |approximately |roughly ){0,2}"
)


class Move(NamedTuple):
    """From one reading to another, both in one unit."""

    first: Claim
    second: Claim
    start: Bounds
    end: Bounds


class Change(NamedTuple):
    """A stated change; ``up`` is None where the words do not say which way."""

    claim: Claim
    up: bool | None


def moves(article: Article) -> tuple[Move, ...]:
    """Every "from a to b" of two readings of one sort, read as a range or as two; for :meth:`Article.once`."""
    return tuple(_moves(article))


def _moves(article: Article) -> Iterator[Move]:
    claims = article.claims.all
    text = article.page.prose.text
    for at, first in enumerate(claims):
        if first.kind not in _MOVED or first.quoted or text[first.span.start - 1 : first.span.start] != " ":
            continue
        pair = first.parts if len(first.parts) == 2 else _with_next(claims, at)
        if pair is None or " from " not in text[max(first.span.start - 30, 0) : first.span.start]:
            continue
        gap = between(article, *pair)
        if not gap or not _TO.fullmatch(gap) or sides(*pair) is None:
            continue
        start, end = (amount(claim.value) for claim in pair)
        if start is not None and end is not None and _unit(pair[0]) == _unit(pair[1]):
            yield Move(*pair, *series(start, end, counts=first.kind is Kind.NUMBER))


def _unit(claim: Claim) -> str | None:
    return claim.value.unit if isinstance(claim.value, Quantity | Duration) else None


def _with_next(claims: tuple[Claim, ...], at: int) -> tuple[Claim, Claim] | None:
    """A reading and the next of its kind, a date between them left out."""
    for second in claims[at + 1 : at + 3]:
        if second.kind is claims[at].kind:
            return claims[at], second
        if second.kind is not Kind.DATE:
            return None
    return None


def changes(article: Article, move: Move, kind: Kind) -> Iterator[Change]:
    """The changes of a kind stated right before or right after a move."""
    frames = _frames()
    lead = left(article, move.first.span.start)
    tail = right(article, move.second.span.end)
    if any(word in _OWN_RATE.sub("", lead) + tail for word in _table()["exempt"]["words"]):
        return
    for claim in _near(article, move):
        if claim.kind is not kind:
            continue
        before = left(article, claim.span.start)
        if claim.span.end <= move.first.span.start:
            gap = between(article, claim, move.first)
            found = frames["verb"].search(before)
            if gap is not None and frames["before"].fullmatch(gap) and found:
                yield Change(claim, _up(found[1]))
        else:
            gap = between(article, move.second, claim)
            found = frames["after"].fullmatch(gap or "")
            noun = (found and found[1]) or _noun(article, claim)
            if found and noun:
                yield Change(claim, noun in _table()["nouns"]["up"].split("|"))


class Factor(NamedTuple):
    """A word such as "doubled", where it stands, and the ratios for which it is used."""

    word: str
    span: ProseSpan
    allowed: Interval


def factor(article: Article, move: Move) -> Factor | None:
    """The word left of a move that says how many times the first became the second."""
    lead = left(article, move.first.span.start)
    found = _frames()["factor"].search(lead)
    if found is None:
        return None
    low, high = (Decimal(str(end)) for end in _table()["factors"][found[1]])
    start = move.first.span.start - len(lead) + found.start(1)
    span = ProseSpan(start, start + len(found[1]))
    hedge = lead[: found.start()].rstrip()
    if hedge.endswith(("than", "over", "least")):
        return Factor(found[1], span, Interval(low, None))
    return Factor(found[1], span, Interval(low * Decimal("0.9") if hedge.endswith(("nearly", "almost")) else low, high))


def growth(move: Move) -> Bounds:
    """By how many percent the first became the second; negative for a fall."""
    return _growth(move.start, move.end)


@lru_cache(1 << 8)
def _growth(start: Bounds, end: Bounds) -> Bounds:
    return scaled(minus(ratio(end, start), exact(Decimal(1))), Decimal(100))


def _near(article: Article, move: Move) -> list[Claim]:
    """The two readings on either side of a move."""
    claims, starts = article.claims.all, article.claim_starts
    at = bisect_left(starts, move.first.span.start)
    after = bisect_left(starts, move.second.span.end)
    return [*claims[max(at - 2, 0) : at], *claims[after : after + 2]]


def _noun(article: Article, claim: Claim) -> str | None:
    found = _frames()["noun"].match(right(article, claim.span.end, 24))
    return found[1] if found else None


def _up(verb: str) -> bool | None:
    lost = _table()["counted"]
    return True if verb in lost["up"] else False if verb in lost["down"] else motion().get(verb)


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    table = _table()
    fragments = {
        "n": "|".join(table["nouns"].values()),
        "m": "|".join((*motion(), *table["counted"]["up"], *table["counted"]["down"])),
        "f": "|".join(table["factors"]),
    }
    return {
        name: regex(re.sub(r"\{([nmf])\}", lambda found: fragments[found[1]], frame))
        for name, frame in table["frames"].items()
    }


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("moves.toml").read_text("utf-8"))
