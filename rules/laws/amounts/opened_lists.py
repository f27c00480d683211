"""Totals that open the list of their parts: "60 members, namely 28 from the towns, 19 from the counties and 8 lords".

What opens the list says that it is the whole ("namely", "made up of", a colon), and an "and" before its last part
closes it. A part may leave its unit out: "310 hectares, made up of 180 of vines and 90 of orchards". After "including"
the parts need not be all, but may not be more than the whole where their nouns shut each other out.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind, Money, Number, Quantity
from articles.regex import regex
from articles.words import WordList, worded
from rules.laws.nearby import between, left, right
from rules.laws.nouns import shut_out
from rules.laws.order import amount

_LARGEST = 13
_NEAR = 60
_JOINT_WIDTH = 70
_WORD = r"(?: (?!(?:which|whom|them|these|those|including|among|than|not|only|first|last)\b)[^\W\d_][\w'’-]*)"
_OPEN = regex(
    rf"{_WORD}{{0,8}}?(?: ?: ?| ?\(|,? – | — |,? (?:namely|that is(?: to say)?|viz\.?|being),? |"
    r"(?:,?(?: (?:was|were|is|are|which (?:was|were|is|are)))? (?:consisting|composed|made up|formed) of |"
    r",?(?: which| that)? (?:comprising|compris(?:es|ed)|consist(?:s|ed) of) )"
    r"|(?:,?(?: (?:was|were|is|are))? (?:split|divided|broken down) (?:up )?(?:between|among|into) ))"
    r"(?:a total of |the |some |about )?"
)
_ENDS = (
    *":(",
    ": ",
    "– ",
    "— ",
    ", ",
    "of ",
    "ing ",
    "es ",
    "ed ",
    "between ",
    "among ",
    "into ",
    "the ",
    "some ",
    "about ",
)
"""What stands right before the first part, looked for first."""
_STOP = (
    r"(?!(?:and|or|which|whom|them|these|those|including|among|per|each|every|than|aged|were|was|are|is|have|has|had|"
    r"with|without|when|while|where|but|as|after|before|since|until|not|only|more|out|to|between)\b)"
)
_SAID = rf"(?: {_STOP}[^\W\d_][\w'’-]*)"
_TO = r"(?: to (?:the )?[A-Z][\w'’-]+)?"
_JOINT = regex(
    rf"{_SAID}{{0,8}}{_TO}(?:,|;| and|, and|; and| plus|, plus| as well as) (?:the (?:other |remaining )?|a further |"
    r"another |also |some |about )?"
)
_CLOSE = regex(
    rf"{_SAID}{{0,9}}{_TO}(?:[).;]|$|"
    r",(?! (?:and|with|plus|besides|together|along|under|as well|in addition)\b)[^0-9]{0,60}(?:[.;]|$))"
)
_INCLUDING = regex(rf"{_WORD}{{0,6}}?,? (?:including|among them|of (?:whom|which)) (?:some |about )?")
_OPEN_ENDED = WordList(__file__, "open-ended")
_NO_TOTAL = worded(__file__, r"\b{no-totals} $")
_COUNTED = regex(
    r"\b(?:number(?:s|ed)?|total(?:s|l?ed)?|at|to|was|were|is|are|reached|of|be|being|stood|made|makes) "
    r"(?:about |some |roughly )?$"
)
NEAR = Decimal("0.85")
LEAST = Decimal("0.6")
"""A list of less than this share of the total is hardly meant to be all of it."""


def opened(article: Article, whole: Claim) -> list[Claim]:
    """The parts of the list that a total opens; none where it opens none."""
    at = bisect_left(article.claim_starts, whole.span.start) + 1
    claims = article.claims.all
    gap = between(article, whole, claims[at], _JOINT_WIDTH) if at < len(claims) else None
    if gap is None or whole.parts or not gap.endswith(_ENDS) or not _OPEN.fullmatch(gap):
        return []
    if any(word in gap for word in _OPEN_ENDED) or _NO_TOTAL.search(left(article, whole.span.start, 12)):
        return []
    parts = _list(article, whole, at)
    added, said = sum(map(_value, parts)), _value(whole)
    if _bare(article, whole, gap):
        near = len(parts) > 2 and said * NEAR <= added <= said / NEAR  # so near that it is no chapter and no year
        return parts if near else []
    return parts if added >= said * LEAST else []


def included(article: Article, whole: Claim, gap: str) -> list[Claim]:
    """Parts after "including" whose nouns shut each other out: together no more than the whole."""
    if len(gap) > _NEAR or whole.parts or not isinstance(whole.value, Number) or not _INCLUDING.fullmatch(gap):
        return []
    parts = _list(article, whole, bisect_left(article.claim_starts, whole.span.start) + 1)
    nouns = [claim.value.noun for claim in parts if isinstance(claim.value, Number) and claim.value.noun]
    return parts if len(nouns) == len(parts) and shut_out(nouns) else []


def _bare(article: Article, whole: Claim, gap: str) -> bool:
    """Whether a plain number before a bracket or a colon may be no count at all: a chapter, a year, a score."""
    bare = gap.strip() == "(" or (isinstance(whole.value, Number) and not gap.strip(" :–—"))
    return bare and not (isinstance(whole.value, Number) and _COUNTED.search(left(article, whole.span.start, 24)))


def _list(article: Article, whole: Claim, at: int) -> list[Claim]:
    """The readings of a closed list that starts at an index; none where the list does not close."""
    claims = article.claims.all
    parts, closed = [claims[at]], False
    for following in claims[at + 1 : at + _LARGEST]:
        gap = between(article, parts[-1], following, _JOINT_WIDTH)
        if gap is None or not _JOINT.fullmatch(gap) or not _told(parts[-1], gap):
            break
        closed = " and " in gap or "plus" in gap or " as well as " in gap
        parts.append(following)
    if not closed or not _CLOSE.match(right(article, parts[-1].span.end)) or any(p.quoted or p.parts for p in parts):
        return []
    measured = [_in_unit(whole, part) for part in parts]
    return [part for part in measured if part is not None] if all(measured) else []


def _in_unit(whole: Claim, part: Claim) -> Claim | None:
    """A part with the unit that it leaves out; None where it counts or measures another thing."""
    if part.kind is whole.kind:
        return part
    value = whole.value
    if isinstance(value, Quantity | Money | Duration) and isinstance(part.value, Number):
        small = part.value.amount.value * 1000 < value.amount.value
        return None if small else part._replace(kind=whole.kind, value=value._replace(amount=part.value.amount))
    return None


def _told(claim: Claim, gap: str) -> bool:
    """Whether a part says what it counts: by its unit, or by a noun after it."""
    return claim.kind in (Kind.QUANTITY, Kind.MONEY, Kind.DURATION) or (
        gap[:1] == " " and not gap.startswith((" and", " plus", " as well"))
    )


def _value(claim: Claim) -> Decimal:
    written = amount(claim.value)
    return written.value if written is not None else Decimal(0)
