"""Which of two neighbouring numbers is told as a part of the other: "45 of 30", "of 30 ships, 45", "30, 45 of whom"."""

from __future__ import annotations

from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.regex import regex
from rules.laws.nearby import between, left, right
from rules.laws.nouns import people, same_thing

_OF = regex(r" (?:out )?of (?:the |its |their |her |his |all |a total of |a possible |some )*")
_OF_WHOLE = regex(
    r"(?:^|[,;:(“\"–—] ?|\b(?:and|but|while) )[Oo](?:ut o)?f "
    r"(?:the |its |their |these |those |all |a total of |his |her )*$"
)
_OF_WHOLE_GAP = regex(r"(?: [\w'’-]+){0,7}?, (?:only |just |about |some |at least |as many as |no fewer than )?")
_OF_WHICH = regex(r"(?: [\w'’-]+){0,4},? (?:of (?:whom|which|these|them)|including) (?:about |some |at least |only )*")
_LISTED = regex(r"(?: [\w'’-]+){1,5}, (?:about |some |at least |only |and )?")
_WHOSE = regex(r" of (?:whom|which|these|them|those)\b")
_HAPPENED = regex(
    r" (?:\([^()]{1,20}\) )?(?:[\w'’-]+ ){0,2}?"
    r"(?:were|was|are|had|have|did|died|survived|voted|remained|remain|became|came|went)\b"
)
_POSSESSED = regex(r" (?:[\w-]+ ){0,2}[\w-]+(?:['’]s|s['’])(?= )")
"""What is counted is not the whole itself but something of its: "50 of the 24 families' cattle"."""
_FAR = 60
_KINDS = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY})


class Roles(NamedTuple):
    """A part and the whole that it is said to be of."""

    part: Claim
    whole: Claim


def roles(article: Article, first: Claim, second: Claim) -> Roles | None:
    """The roles of two neighbours; None where neither is told as a part of the other, or they count two things."""
    if first.kind is not second.kind or first.kind not in _KINDS or first.quoted or second.quoted:
        return None
    gap = between(article, first, second)
    if not gap:
        return None
    if _OF.fullmatch(gap):
        counts = isinstance(first.value, Number) and first.value.amount.value >= 1 and _counts(article, second, gap)
        return Roles(first, second) if counts else None
    if _OF_WHICH.fullmatch(gap):
        return Roles(second, first) if _one_sort(first, second, "of" in gap) else None
    if _LISTED.fullmatch(gap) and _WHOSE.match(right(article, second.span.end, 12)):
        return Roles(second, first) if _one_sort(first, second, True) else None
    return Roles(second, first) if _of_whole(article, first, second, gap) else None


def _of_whole(article: Article, first: Claim, second: Claim, gap: str) -> bool:
    """Whether it is "of 30 ships, 45 were"."""
    if "," not in gap or not _OF_WHOLE_GAP.fullmatch(gap) or not _OF_WHOLE.search(_clause(article, first)):
        return False
    return _one_sort(first, second, False) and _HAPPENED.match(right(article, second.span.end)) is not None


def _clause(article: Article, claim: Claim) -> str:
    """The words before a reading from the start of its sentence; cut where the sentence started too far away."""
    words = left(article, claim.span.start, _FAR)
    return words if len(words) < _FAR else f"…{words[1:]}"


def _counts(article: Article, whole: Claim, gap: str) -> bool:
    """Whether "45 of 30" counts things: the whole has a noun, or is told as one."""
    if _POSSESSED.match(right(article, whole.span.end, 40)):
        return False
    named = isinstance(whole.value, Number) and whole.value.noun is not None
    return named or " out of" in gap or (" the " in gap and right(article, whole.span.end, 3)[:1] in (" ", "."))


def _one_sort(whole: Claim, part: Claim, of: bool) -> bool:
    one, other = whole.value, part.value
    if not isinstance(one, Number) or not isinstance(other, Number):
        return True
    if other.noun is None or one.noun is None:
        return of or other.noun is None
    return same_thing(one.noun, other.noun) or (people(one.noun) and people(other.noun))
