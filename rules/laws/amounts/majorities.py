"""Majorities told of a number that may stand far off: in the list of a house, in the infobox, in an apposition.

Three builds: those who are most of a whole are counted beside the word ("a majority of its members, 14 of the 31,"); a
party's seats stand in the list of the house's; the share of a majority owner stands in the infobox or another sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number, Percent
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.beside import by_figures
from rules.laws.amounts.passages import amounts, plain, size
from rules.laws.amounts.shares import X_OF_N
from rules.laws.amounts.taken_up import taken_up
from rules.laws.amounts.ties import ties
from rules.laws.nearby import before, claims_in, gap, left, occurrences, right, sentence_at

_HALF = Decimal(50)
_LEAST = Decimal(20)
_REACH = 90
_MOST = frozenset(("most", "more than half", "over half", "bulk"))
_OF_ALL = regex(r" of (?:(?:the|its|their|his|her|all|these|those) )?$")
_THINGS = regex(
    r"(?: [\w'’-]+){0,5}?(?:,| \(| –)(?: that is,?| namely)? (?:only |just )?$|(?: [\w'’-]+){0,5}? \((?:only )?$"
)
_OF_THE = regex(
    r" of (?:the|its|their|these) (?:[a-z]+ )?(?!those\b|them\b)[a-z]+(?: [a-z]+){0,2}?(?:,| \(| –) ?(?:only |just )?$"
)
_CLOSED = regex(r"[,;).]| –| in (?:all|number)")
_CALLED = regex(
    r"(?: of (?:them|these|those|which|(?:the|its|these|those) [a-z]+))?(?: [a-z]+)?(?:,| –| and so| and thus) "
    r"(?:thus |and so )?(?:won |had |has |with )?an? "
    r"(?:(?:absolute|clear|bare|slim|narrow|overall|small|outright|comfortable|solid|safe|slight|simple|working) )?"
)
_OWNER = worded(__file__, r" {owners}\b")
_NOT_NOW = worded(__file__, r"(?i:\b{doubt}\b)")
_KEY = WordList(__file__, "keys")
_SHARES = worded(__file__, r" of (?:the |its |all )*(?:{capital})\b")
_HOLDS = worded(__file__, r"\b{holds} (?:a stake of |a share of |only |just |some |about )?$")
_NAME = regex(r"\b[A-Z][\w’'-]+(?: (?:of |the )?[A-Z][\w’'-]+)*")
_SEATS = WordList(__file__, "seats")
_WON = worded(__file__, r"\b{won} (?:[a-z]+ )?(?:an? |the |its )?(?:[a-z]+ )?$")
_UNSAID = worded(__file__, r"(?i:\b{unsaid}\b)")


class Majority(NamedTuple):
    """What is called most of a whole, the claims that say how much it is, and its share in percent."""

    word: ProseSpan
    claims: tuple[Claim, ...]
    share: Decimal


def majorities(article: Article) -> Iterator[Majority]:
    """Every majority whose part and whole are told otherwise than as a share beside the word."""
    others = ((at, "majority") for at in occurrences(article, ("majority",)))
    for at, word in (*others, *by_figures(article, _MOST)):
        span = ProseSpan(at, at + len(word))
        found = _apposed(article, span)
        if found is None and word == "majority":
            found = _called(article, span) or _owned(article, span) or _listed(article, span)
        if found is not None and found.share >= _LEAST:
            yield found


def _apposed(article: Article, word: ProseSpan) -> Majority | None:
    """Those who are most of a whole, counted: "most of the 64 houses, 27,", "a majority of members, 14 of the 31,"."""
    if not article.lowered.startswith(" of ", word.end):
        return None
    start, end = word.end, word.end + len(right(article, word.end, _REACH))
    told = [claim for claim in amounts(article, ProseSpan(start, end)) if claim.kind is Kind.NUMBER]
    if not told or left(article, word.start, 4).endswith(("the ", "at ")):
        return None
    first = told[0]
    if first.pattern == X_OF_N and len(first.parts) == 2:
        pair = first.parts[0], first.parts[1]
        opened = _OF_THE.fullmatch(gap(article, start, first.span.start))
    elif len(told) > 1 and _OF_ALL.fullmatch(gap(article, start, first.span.start)):
        pair = told[1], first
        opened = _THINGS.fullmatch(gap(article, first.span.end, told[1].span.start))
    elif len(told) > 1 and gap(article, first.span.end, told[1].span.start) in (" of the ", " of its ", " of "):
        pair = first, told[1]
        opened = _OF_THE.fullmatch(gap(article, start, first.span.start))
    else:
        return None
    last = max(claim.span.end for claim in pair)
    if opened is None or not all(map(plain, pair)) or not _CLOSED.match(right(article, last, 12)):
        return None
    return _of(word, *pair)


def _called(article: Article, word: ProseSpan) -> Majority | None:
    """A part that is called so right behind it: "of the 37 seats the Liberals won 17, an absolute majority"."""
    part = before(article, word.start, 30)
    if part is not None and part.pattern == X_OF_N and len(part.parts) == 2:
        told = _CALLED.fullmatch(gap(article, part.span.end, word.start))
        return _of(word, *part.parts) if told and _CLOSED.match(right(article, word.end, 12)) else None
    if part is None or not _CALLED.fullmatch(gap(article, part.span.end, word.start)):
        return None
    whole = next(
        (tie.whole for tie in chain(article.once(ties), article.once(taken_up)) if tie.part.span == part.span), None
    )
    ended = _CLOSED.match(right(article, word.end, 12))
    return _of(word, part, whole) if whole is not None and ended and plain(part) else None


def _of(word: ProseSpan, part: Claim, whole: Claim) -> Majority | None:
    return Majority(word, (part, whole), size(part) / size(whole) * 100) if 0 < size(part) < size(whole) else None


def _owned(article: Article, word: ProseSpan) -> Majority | None:
    """The share of a majority owner, where the article tells one share of that owner."""
    sentence = sentence_at(article, word.start)
    said = gap(article, *sentence)
    percents = article.claims_by_kind.get(Kind.PERCENT, ())
    if not percents or not _OWNER.match(right(article, word.end, 24)) or _NOT_NOW.search(said):
        return None
    if any(isinstance(claim.value, Percent) for claim in claims_in(article, sentence)):
        return None
    names = {part for name in _NAME.findall(said) for part in name.split() if len(part) > 3}
    names |= {part for part in said.lower().split() if part in _SEATS}
    held = [claim for claim in percents if plain(claim) and _is_stake(article, claim)]
    before_it = sentence_at(article, sentence.start - 2) if sentence.start > 1 else sentence
    just_told = [claim for claim in held if before_it.start <= claim.span.start < before_it.end] if not names else []
    owned = just_told or [claim for claim in held if _names(article, claim) & names or _city(article, claim, said)]
    if len(owned) != 1 or not isinstance(owned[0].value, Percent):
        return None
    high = owned[0].value.amount.lenient.high
    return Majority(word, (owned[0],), size(owned[0])) if high is not None and high < _HALF else None


def _is_stake(article: Article, claim: Claim) -> bool:
    """Whether a percentage is a share in what the article is about."""
    for box in article.page.infoboxes:
        for field in box.fields:
            if field.prose.start <= claim.span.start < field.prose.end:
                return field.key.strip().lower().replace("_", " ") in _KEY
    held = _HOLDS.search(left(article, claim.span.start, 40)) is not None
    return held and _SHARES.match(right(article, claim.span.end, 40)) is not None


def _names(article: Article, claim: Claim) -> set[str]:
    """The names of those before a share."""
    told = left(article, claim.span.start, 60).rpartition(")")[2]
    return {part for name in _NAME.findall(told) for part in name.split() if len(part) > 3}


def _city(article: Article, claim: Claim, said: str) -> bool:
    """Whether the owner is told by what it is: "City of Hale" and "the city"."""
    told = left(article, claim.span.start, 60).rpartition(")")[2].lower()
    return any(
        f"the {sort}" in said.lower() and sort in told for sort in ("city", "town", "state", "family", "government")
    )


def _listed(article: Article, word: ProseSpan) -> Majority | None:
    """The seats of a party in the list of a house, where a sentence says that the party has most of them."""
    sentence = sentence_at(article, word.start)
    lead, said = gap(article, sentence.start, word.start), gap(article, *sentence)
    if not _WON.search(lead) or _UNSAID.search(said):
        return None
    names = [name for name in _NAME.findall(lead.removeprefix("The ")) if len(name) > 3]
    rows = [
        (block, claims[0])
        for block in article.page.blocks
        if block.form is Form.ITEM and len(claims := _counts(article, block)) == 1
    ]
    own = [claim for block, claim in rows if names and any(_opens(article, block, name) for name in names)]
    added = sum((size(claim) for _, claim in rows), Decimal(0))
    houses = [
        claim
        for claim in article.claims_by_kind.get(Kind.NUMBER, ())
        if size(claim) == added and isinstance(claim.value, Number) and claim.value.noun in _SEATS
    ]
    if len(own) != 1 or not houses or len(rows) < 2 or claims_in(article, ProseSpan(sentence.start, word.start)):
        return None
    found = _of(word, own[0], houses[0])
    return found if found is not None and found.share < _HALF else None


def _counts(article: Article, block: Block) -> list[Claim]:
    return [claim for claim in claims_in(article, block.span) if claim.kind is Kind.NUMBER and not claim.parts]


def _opens(article: Article, block: Block, name: str) -> bool:
    return article.page.text(block.span).removeprefix("The ").startswith(name)
