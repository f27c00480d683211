"""Totals told behind their parts, and the matches of a season: "14 in May and 9 in June, 23 in all"."""

from __future__ import annotations

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.regex import regex
from articles.words import worded
from rules.laws.nearby import between, left, right

_LARGEST = 13
_IN_ALL = regex(r"(?: [\w'’-]+)?,? (?:in all|altogether|in total|all told|together|combined)\b(?! with)")
_LEADS = regex(r"[^.;:()]{0,50}?(?:,| –| —|;|:)(?: or| making)?(?: a total of)? ")
_TOTAL_OF = regex(
    r"[^.;:()]{0,50}?(?:,| –| —)(?: making| giving| for| with| which makes)? (?:a|the) (?:grand )?"
    r"total of "
)
_NEXT = regex(r"[^.;:()]{1,50}?(?:,|;| and|, and) (?:the |another |a further |then |later )?")
_SINGLE = regex(r"\b(?:more|further|another|first|last|each|every|to|from|than|aged|by) $")
_PLAYED = worded(__file__, r" (?:[a-z]+ ){0,2}?{matches}[^.;:()0-9]{0,40}?[, ](?:won|winning|wins|with|of which) ")
_RESULTS = (
    regex(r"(?: of them)?(?: wins| victories)?,? (?:and )?(?:drawing|drew|drawn|tied|tying)? ?"),
    regex(r"(?: draws| ties| drawn)?,? and (?:losing|lost)? ?"),
)
_LOST = regex(r"(?: of them)?(?: defeats| losses| lost)?(?:[.,;)]|$| (?:and|in|to|for)\b)")
_DRAWN = regex(r"draw|drew|tied|tying|ties")


def told_behind(article: Article, claims: list[Claim], at: int) -> list[Claim]:
    """The parts before a total: "14 ships in May and 9 in June, 23 in all", "31 for and 24 against, a total of 55"."""
    gap = between(article, claims[at - 1], claims[at], 70) if at > 1 else None
    if gap is None:
        return []
    in_all = _LEADS.fullmatch(gap) and _IN_ALL.match(right(article, claims[at].span.end, 40))
    if not in_all and not _TOTAL_OF.fullmatch(gap):
        return []
    parts = [claims[at - 1]]
    for earlier in reversed(claims[max(at - _LARGEST, 0) : at - 1]):
        told = between(article, earlier, parts[0], 70)
        if told is None or not _NEXT.fullmatch(told):
            break
        parts.insert(0, earlier)
    return parts if len(parts) > 1 and not any(_apart(article, part) for part in parts) else []


def _apart(article: Article, claim: Claim) -> bool:
    """Whether a number is no part: "another 5", "aged 30", "from 1"."""
    return bool(claim.parts) or _SINGLE.search(left(article, claim.span.start, 12)) is not None


def played(article: Article, claims: list[Claim], at: int) -> list[Claim]:
    """The matches won, drawn and lost of those played: "played 34 matches, winning 18, drawing 7 and losing 9"."""
    if at + 3 >= len(claims) or not isinstance(claims[at].value, Number):
        return []
    opened = between(article, claims[at], claims[at + 1])
    if opened is None or not _PLAYED.fullmatch(opened):
        return []
    won, drawn, lost = claims[at + 1 : at + 4]
    gaps = (between(article, won, drawn, 40) or "", between(article, drawn, lost, 40) or "")
    told = all(frame.fullmatch(gap) for frame, gap in zip(_RESULTS, gaps, strict=True))
    named = _DRAWN.search("".join(gaps)) is not None
    return [won, drawn, lost] if told and named and _LOST.match(right(article, lost.span.end, 40)) else []
