"""Leads and climbs that are told with both ends: "by 212 votes to 188, a margin of 24", "from 14th to 9th".

The words of a lead are few ("a margin of", "a majority of"), so that the search starts from them; those of a climb are
ordinals on both sides of "to". A majority is reckoned from votes only: of seats it may be that over all the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number, Ordinal
from articles.claims.written import Written
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.amounts.moves import Change, Move
from rules.laws.bounds import exact, exceeds
from rules.laws.nearby import after, before, between, left, occurrences, right

_LEADS = ("margin of", "majority of", "difference of", "lead of", "advantage of")
_WHOSE = regex(
    r"(?<![0-9,])(?P<first>[0-9][0-9,]{0,11})(?P<votes> votes?| points?| goals?)?(?: [a-z]+){0,3}?"
    r"(?: ?[–-] ?| to | against | and (?:[A-Z][\w.’'-]* ){1,3}(?:only |just |with |on )?| to [A-Z][\w’'-]+[’']s? )"
    r"(?P<second>[0-9][0-9,]{0,11})(?P<also> votes?| points?| goals?)?(?: for [A-Z][\w’'-]+)?(?:,| –| —|\)|;)?"
    r"(?: (?!than\b|of\b|in\b|from\b)[\w’'-]+){0,4} (?:an? |the )(?:[a-z]+ )?$"
)
_POLLED = regex(r"\b(?:votes?|poll(?:s|ed)?|ballots?)\b")
_BEHIND = regex(r"(?: votes| points| goals| runs)?(?:[.,;)]|$| (?:over|for|in|and|to|at|after) )")
_FROM_ORDINAL = regex(r"\bfrom (?:the )?$")
_TO_ORDINAL = regex(r"(?: (?:place|position|spot|rank))?(?: in [0-9]{4})? to (?:the )?")
_PLACES = frozenset(("places", "positions", "ranks", "spots", "rungs", "steps"))
_MOVED = regex(r"[^.;:()0-9]{0,40}\bfrom (?:the )?")


def margins(article: Article) -> Iterator[tuple[Move, Change]]:
    """Every lead with the two numbers between which it lies, and every climb with its two places."""
    for at in occurrences(article, _LEADS):
        lead = after(article, at, 32)
        if lead is not None and isinstance(lead.value, Number) and not lead.quoted and not lead.parts:
            yield from _lead(article, at, lead)
    for first in article.claims_by_kind.get("ordinal", ()):
        if _FROM_ORDINAL.search(left(article, first.span.start, 12)):
            yield from _climb(article, first)


def _lead(article: Article, at: int, lead: Claim) -> Iterator[tuple[Move, Change]]:
    text = left(article, at, 120)
    found = _WHOSE.search(text)
    if found is None or not _BEHIND.match(right(article, lead.span.end, 24)):
        return
    votes = found["votes"] or found["also"] or (_POLLED.search(text) and "seat" not in found[0])
    if article.lowered.startswith("majority", at) and not votes:
        return
    start = at - len(text)
    more, less = (_figure(found[name].rstrip(","), start + found.start(name)) for name in ("first", "second"))
    move = _reckoned(less, more)
    if exceeds(move.end, move.start) and not text[: found.start()].rstrip().endswith(" of"):
        yield move, Change(lead, True)


def _climb(article: Article, first: Claim) -> Iterator[tuple[Move, Change]]:
    second = after(article, first.span.end, 30)
    if second is None or not isinstance(second.value, Ordinal) or not isinstance(first.value, Ordinal):
        return
    gap = between(article, first, second)
    change = before(article, first.span.start, 60)
    if gap is None or not _TO_ORDINAL.fullmatch(gap) or change is None or not isinstance(change.value, Number):
        return
    told = between(article, change, first)
    if change.value.noun in _PLACES and told is not None and _MOVED.fullmatch(told):
        start, end = first.value.amount.value, second.value.amount.value
        yield _reckoned(_counted(first, start), _counted(second, end)), Change(change, start < end)


def _figure(figure: str, at: int) -> Claim:
    """A figure of a vote or a score, which is no reading of its own."""
    value = Decimal(figure.replace(",", ""))
    return Claim(Kind.NUMBER, ProseSpan(at, at + len(figure)), Number(Written(value, value, Decimal(0))), "score")


def _counted(claim: Claim, value: Decimal) -> Claim:
    return claim._replace(kind=Kind.NUMBER, value=Number(Written(value, value, Decimal(0))))


def _reckoned(first: Claim, second: Claim) -> Move:
    ends = [exact(claim.value.amount.value) for claim in (first, second) if isinstance(claim.value, Number)]
    return Move(first, second, ends[0], ends[1])
