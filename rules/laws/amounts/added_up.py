"""Totals told behind their parts, and the matches of a season: "14 in May and 9 in June, 23 in all"."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.regex import regex
from articles.words import worded
from rules.laws.nearby import between, left, right

_LARGEST = 13
_JOINT = 70
"""So far behind the last part its total stands at most."""
_IN_ALL = regex(r"(?: [\w'’-]+)?,? (?:in all|altogether|in total|all told|together|combined)\b(?! with)")
_LEADS = regex(r"[^.;:()]{0,50}?(?:,| –| —|;|:)(?: or| making)?(?: a total of)? ")
_TOTAL_OF = regex(
    r"[^.;:()]{0,50}?(?:(?:,| –| —)(?: making| giving| for| with| or| bringing| which makes| which gives)?|"
    r",? (?:giv(?:e|es|ing)|gave|made?|makes|making|add(?:s|ed|ing)? up to|adding|c[ao]mes? to|amount(?:s|ed)? to)) "
    r"(?:an?|the|its) (?:grand |combined |overall |full )?(?:total (?:[a-z]+ ){0,3}?|sum )(?:of|to) "
)
_BROUGHT_TO = regex(
    r"[^.;:()]{0,50}?,?(?: which| this| that| and)? (?:brought|brings|bringing|raised|raises|raising|took|taking) "
    r"(?:the|its|their) (?:total|number|sum|strength|count|tally|complement)(?: of [a-z]+(?: [a-z]+)?)?(?: up)? to "
)
_LOOSELY = regex(r"[^.;:()]{1,40}?(?:,|;| and|, and) (?:the |another |about )?")
_TOGETHER = regex(
    r"[^.;:()]{0,40}?,? (?:together|in all|altogether|totall?ing|for a total of|making(?: it| a total of)?|in total)"
    r"(?: about)? "
)
_NEXT = regex(r"[^.;:()]{0,50}?(?:,|;| and|, and) (?:the |another |a further |then |later )?")
_SINGLE = regex(r"\b(?:more|further|another|first|last|each|every|to|from|than|aged|by) $")
_PLAYED = worded(__file__, r" (?:[a-z]+ ){0,2}?{matches}[^.;:()0-9]{0,40}?[, ](?:won|winning|wins|with|of which) ")
_RESULT = ("won ", "winning ", "wins ", "with ", "of which ")
_RESULTS = (
    regex(r"(?: of them)?(?: wins| victories)?,? (?:and )?(?:drawing|drew|drawn|tied|tying)? ?"),
    regex(r"(?: draws| ties| drawn)?,? and (?:losing|lost)? ?"),
)
_LOST = regex(r"(?: of them)?(?: defeats| losses| lost)?(?:[.,;)]|$| (?:and|in|to|for)\b)")
_VOTED = regex(
    r"(?: [\w'’-]+){0,4}? (?:voted|votes|took part|cast(?: (?:a|their) (?:vote|ballot)s?)?|ballots)"
    r"(?: (?:were |was )?(?:cast|counted|given|present))?(?:,|:| –| —|;| with)? "
)
_BALLOT = (
    regex(r" (?:[a-z]+ )?(?:in (?:its )?favou?r|for|yes)\b[^.;:()0-9]{0,24}(?:,|;| and) "),
    regex(r" (?:[a-z]+ )?(?:against|opposed|no)\b[^.;:()0-9]{0,24}(?:,|;| and|, and|, with) (?:with )?"),
    regex(
        r" (?:[a-z]+ )?(?:abst[a-z]+|blank|spoil(?:t|ed)|invalid|void|withheld|neutral)(?: (?:votes|ballots|papers))?"
        r"(?:[.,;)]|$| (?:in|on|at) )"
    ),
)
_BALLOTS = ("vot", "took part", "cast", "ballots")
"""Letters of the words of a ballot, looked for first."""
_CAST = 60
"""So far behind the votes cast those for it stand at most."""
_DRAWN = regex(r"draw|drew|tied|tying|ties")


def told_behind(article: Article, claims: list[Claim], at: int, gap: str) -> list[Claim]:
    """The parts before a total: "14 ships in May and 9 in June, 23 in all", "40 km2 and 2 km2, together 42 km2"."""
    if len(gap) > _JOINT:
        return []
    if _TOGETHER.fullmatch(gap):
        parts = _leading(article, claims, at, _LOOSELY, 60)
        return parts if len(parts) > 1 else []
    in_all = _IN_ALL.match(right(article, claims[at].span.end, 40)) and _LEADS.fullmatch(gap)
    if not in_all and not _TOTAL_OF.fullmatch(gap) and not (gap.endswith(" to ") and _BROUGHT_TO.fullmatch(gap)):
        return []
    parts = _leading(article, claims, at, _NEXT, 70)
    return parts if len(parts) > 1 and not any(_apart(article, part) for part in parts) else []


def _leading(article: Article, claims: list[Claim], at: int, joint: re.Pattern[str], reach: int) -> list[Claim]:
    """The readings before an index, as long as what stands between them joins them."""
    parts = [claims[at - 1]]
    for earlier in reversed(claims[max(at - _LARGEST, 0) : at - 1]):
        gap = between(article, earlier, parts[0], reach)
        if gap is None or not joint.fullmatch(gap):
            break
        parts.insert(0, earlier)
    return parts


def balloted(article: Article, claims: list[Claim], at: int, opened: str) -> list[Claim]:
    """The votes for, against and withheld of those cast: "412 votes, 230 in favour, 150 against and 32 void"."""
    if at + 3 >= len(claims) or not isinstance(claims[at].value, Number):
        return []
    parts = claims[at + 1 : at + 4]
    if len(opened) > _CAST or not any(map(opened.__contains__, _BALLOTS)) or not _VOTED.fullmatch(opened):
        return []
    gaps = [between(article, first, second, 50) or "" for first, second in pairwise(parts)]
    tails = (*gaps, right(article, parts[-1].span.end, 50))
    return parts if all(frame.match(tail) for frame, tail in zip(_BALLOT, tails, strict=True)) else []


def _apart(article: Article, claim: Claim) -> bool:
    """Whether a number is no part: "another 5", "aged 30", "from 1"."""
    return bool(claim.parts) or _SINGLE.search(left(article, claim.span.start, 12)) is not None


def played(article: Article, claims: list[Claim], at: int, opened: str) -> list[Claim]:
    """The matches won, drawn and lost of those played: "played 34 matches, winning 18, drawing 7 and losing 9"."""
    if at + 3 >= len(claims) or not isinstance(claims[at].value, Number):
        return []
    if not opened.endswith(_RESULT) or not _PLAYED.fullmatch(opened):
        return []
    won, drawn, lost = claims[at + 1 : at + 4]
    gaps = (between(article, won, drawn, 40) or "", between(article, drawn, lost, 40) or "")
    told = all(frame.fullmatch(gap) for frame, gap in zip(_RESULTS, gaps, strict=True))
    named = _DRAWN.search("".join(gaps)) is not None
    return [won, drawn, lost] if told and named and _LOST.match(right(article, lost.span.end, 40)) else []
