"""A ratio beside a percentage: "41 of 193 (31 %)", "one in five (25 %)", "two-thirds (60 %)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.parts import Roles, roles
from rules.laws.amounts.shares import X_OF_N, fraction, share
from rules.laws.bounds import Bounds
from rules.laws.nearby import between, left, right
from rules.laws.nouns import head, same_thing

_BESIDE = worded(
    __file__,
    r"(?: [\w'’-]+){0,10}?(?:,? ?\((?:{closed} )*|"
    r"(?:,|;|\.)? (?:or|i\.e\.,?|that is(?: to say)?,?|[Tt]his|[Tt]hat|namely) (?:{closed} |{equals} )*| – | — "
    r"|,? (?:{closed} ){0,3}{equals} (?:{closed} )*)",
)
_TURNED = worded(__file__, r"(?: ?\(|:| –| —|,)(?: {closed}\b)* ")
"""Between a share and the ratio that it is, told behind it."""
_NAMED = worded(__file__, r"\b(?:(?P<turnout>[Tt]urnout)|(?i:{shares}))\b[^.;:,]*$")
_ENTITLED = WordList(__file__, "entitled")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_WAYS = worded(__file__, r"\b{ways}\b")
_APPOSED = regex(r"(?: (?!of\b)[\w'’-]+){0,3}?, (?:about |around |roughly |some |only |just )?")
_OF_ALL = regex(r" of (?:(?:the )?(?:total|whole)|(?:them )?all|them|these|those present)\b(?! [a-z]+ing)")
_EVERY = regex(
    r"\b(?P<part>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
    r"(?: [a-z'’-]+){1,2} in (?:every )?$"
)
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_FRACTION_BESIDE = regex(
    r"(?: of (?:the |its |their |all )?[\w'’ -]{1,30}| [\w'’-]+(?: of)?(?: [\w'’-]+){0,2})?"
    r"(?:,? ?\(|, or |, i\.e\. |, that is(?: to say)?,? )(?:about |around |roughly )?"
)
_OF_A_REST = regex(
    r" of (?:the|those|what|all the) (?:remain\w*|rest|others?|balance|is left|was left|latter|former|residue)\b"
)
_OF_THE_LATTER = regex(r" of (?:the|its|all|their|all the|the total of) ")
_PART_BESIDE = regex(r"(?: (?!of\b)[\w'’-]+){0,3}?(?:,| \(|,? or|, representing)(?: or| about| some| just| roughly)? ?")
_IN_A = regex(
    r"(?: (?!in\b|of\b|out\b)[\w'’-]+){0,3} (?:in|of|out of) an? (?:total |[a-z]+ )?"
    r"(?:house|chamber|assembly|council|parliament|senate|diet|field) of "
)
_AGAIN = regex(r"(?: [\w'’-]+){0,6}?,?(?: [\w'’-]+){0,8}? (?:about |around |roughly |some |only |just )?")
_OTHER_TIME = regex(
    r"\b(?:against|compared|from|up|down|than|before|previous\w*|while|whereas|but|although|though|despite|earlier|"
    r"later|then|respectively|each|rose|fell|won with)\b|[0-9]"
)
_OF_NOUN = regex(r" of (?:the|its|all|all the|their) (?:[a-z]+ )?(?P<noun>[a-z]+)(?P<behind>.{0,12})")
_HOUSES = frozenset(
    ("chamber", "house", "assembly", "parliament", "council", "senate", "diet", "seats", "members", "deputies")
)
_CLOSED = regex(r"[),;]| [–—] |\.(?: |$)| of (?:the (?:total|whole)\b|(?:them all|them|all|these|those)\b(?! [a-z]))")


class Ratio(NamedTuple):
    """A ratio as told: the pieces it is told in, what share it is, and whether it is in words ("one in five")."""

    claims: tuple[Claim, ...]
    share: Bounds
    worded: bool


def ratios(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """Every ratio and the percentage that states the same share."""
    for before, first, second in _threes(article):
        percent = first if isinstance(first.value, Percent) else second
        if not isinstance(percent.value, Percent):
            continue
        ratio = _ratio(article, second if percent is first else first, before)
        if ratio is None and percent is first:
            ratio = _around(article, before, first, second)
            if ratio is not None:
                yield ratio, percent
            continue
        if ratio is None or percent.value.points:
            continue
        gap = between(article, first, second)
        if gap is None or first.quoted or percent.parts:
            continue
        told_again = percent is second and _told_again(article, percent, ratio, gap)
        if told_again or _beside(article, percent, ratio, gap, percent is first):
            yield ratio, percent


def _threes(article: Article) -> Iterator[tuple[Claim | None, Claim, Claim]]:
    """Every two neighbouring readings with the one before them, if there is one."""
    claims = article.claims.all
    return zip((None, *claims), claims, claims[1:], strict=False)


def _around(article: Article, part: Claim | None, percent: Claim, whole: Claim) -> Ratio | None:
    """The part before a percentage and the whole behind it: "140 bishops, 70 % of the 250 invited"."""
    if part is None or percent.quoted or not isinstance(part.value, Number) or not isinstance(whole.value, Number):
        return None
    lead, tail = between(article, part, percent, 40), between(article, percent, whole, 24)
    if lead is None or tail is None or not _PART_BESIDE.fullmatch(lead) or not _OF_THE_LATTER.fullmatch(tail):
        return None
    one, all_ = part.value, whole.value
    fits = one.noun is not None and (all_.noun is None or same_thing(one.noun, all_.noun))
    counts = not part.parts and not whole.parts and 0 < one.amount.value <= all_.amount.value
    return Ratio((part, whole), share(one.amount, all_.amount), False) if fits and counts else None


def _told_again(article: Article, percent: Claim, ratio: Ratio, gap: str) -> bool:
    """Whether a percentage is said to be of what the ratio is of: "54 of the 120 seats, which is 35 % of the seats"."""
    behind = _OF_NOUN.match(right(article, percent.span.end, 60))
    if behind is None or ratio.worded or not _AGAIN.fullmatch(gap) or _OTHER_TIME.search(gap):
        return False
    counted = [claim.value.noun for claim in ratio.claims if isinstance(claim.value, Number) and claim.value.noun]
    housed = behind["noun"] in _HOUSES and any(noun.rsplit(" ", 1)[-1] in _HOUSES for noun in counted)
    same = housed or any(same_thing(noun, behind["noun"]) for noun in counted)
    return same and behind["behind"][:1] in ("", ",", ".", ";", ")") and "," in gap


def _ratio(article: Article, claim: Claim, before: Claim | None) -> Ratio | None:
    """The ratio in a reading: "41 of 193", "one in five", "two-thirds"; a hedged "some 41 of 193" is two readings."""
    if not isinstance(claim.value, Number):
        return None
    if claim.pattern == X_OF_N:
        part, whole = (each.value.amount for each in claim.parts if isinstance(each.value, Number))
        if article.page.text(claim.span)[0].isalpha():
            return Ratio((claim,), fraction(part.value / whole.value, claim.value.amount.hedge), True)
        return Ratio(claim.parts, share(part, whole), False)
    every = _EVERY.search(left(article, claim.span.start, 40))
    if every is not None and claim.value.amount.value > _SMALL[every["part"].lower()]:
        times = Decimal(_SMALL[every["part"].lower()])
        start = claim.span.start - len(every[0])
        told_whole = claim._replace(span=ProseSpan(start, claim.span.end))
        return Ratio((told_whole,), fraction(times / claim.value.amount.value, claim.value.amount.hedge), True)
    if _OF_A_REST.match(right(article, claim.span.end, 30)):
        return None  # half of the remainder is another share of the whole
    if 0 < claim.value.amount.value < 1 and not claim.parts:
        return Ratio((claim,), fraction(claim.value.amount.value, claim.value.amount.hedge), True)
    found = roles(article, before, claim) if before is not None else None
    if found is None and before is not None and _IN_A.fullmatch(between(article, before, claim) or ""):
        found = Roles(before, claim)
    if found is None or not isinstance(found.part.value, Number) or not isinstance(found.whole.value, Number):
        return None
    if found.whole.value.amount.value <= 0:
        return None
    return Ratio((found.part, found.whole), share(found.part.value.amount, found.whole.value.amount), False)


def _beside(article: Article, percent: Claim, ratio: Ratio, gap: str, percent_first: bool) -> bool:
    """Whether the words between the two say that they are one share, told twice."""
    if percent_first:
        return not ratio.worded and (gap.strip() == "(" or _turned(article, percent, ratio, gap))
    if not _CLOSED.match(right(article, percent.span.end, 24)):
        return False
    if _OF_ALL.match(right(article, percent.span.end, 24)) and _APPOSED.fullmatch(gap):
        return True
    apposed = ratio.worded and gap.endswith(", ") and right(article, percent.span.end, 1) == ","
    told = f"{gap}or " if apposed else gap
    said = (_FRACTION_BESIDE if ratio.worded else _BESIDE).fullmatch(told) is not None
    return said and not _DOUBT.search(told) and ("(" in told or not _WAYS.search(told))


def _turned(article: Article, percent: Claim, ratio: Ratio, gap: str) -> bool:
    """Whether it is a turnout or a rate and the ratio that makes it: "Turnout was 81 %: 3,120 of the 4,800 voters"."""
    named = _NAMED.search(left(article, percent.span.start, 60))
    if named is None or not _TURNED.fullmatch(gap):
        return False
    whole = ratio.claims[-1].value
    return named["turnout"] is None or (
        isinstance(whole, Number) and whole.noun is not None and head(whole.noun) in _ENTITLED
    )
