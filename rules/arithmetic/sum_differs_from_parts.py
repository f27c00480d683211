"""A total is followed by its parts, and the parts add up to another number.

Why: "12 ministers: 7 men and 6 women" has one person too many, and each of the three numbers may be the wrong one.

Right all the same: the parts overlap, or only some of them are told. Lists opened by "including" or "among them" are
left alone, and a sum that falls short is flagged only where the list is closed by "and".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Number
from rules.finding import Confidence, Severity
from rules.laws.bounds import counted, judge_sum, plus, total
from rules.laws.nearby import between, left, right, told
from rules.laws.order import sides
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

LARGEST = 13
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
_OPEN_ENDED = ("among", "such as", "e.g", "mostly", "mainly", "at least", "over", "notabl", "for example", "of which")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Add up every list of counts that a total opens, and every area that is told with its parts."""
    yield from _areas(article)
    counts = [c for c in article.claims_by_kind.get("number", ()) if isinstance(c.value, Number) and not c.quoted]
    for at, whole in enumerate(counts):
        gap = between(article, whole, counts[at + 1], 60) if at + 1 < len(counts) else None
        if gap is None or not _OPEN.fullmatch(gap) or any(word in gap for word in _OPEN_ENDED):
            continue
        parts = _parts(article, counts, at + 1)
        if parts:
            yield _judge(article, whole, parts)


def _triples(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Every three neighbours."""
    return zip(claims, claims[1:], claims[2:], strict=False)


def _areas(article: Article) -> Iterator[Verdict | Outcome]:
    """Totals of the form "500 km2, of which 420 km2 is land and 80 km2 is water"."""
    for whole, first, second in _triples(article.claims_by_kind.get("quantity", ())):
        opened, joint = between(article, whole, first, 40), between(article, first, second, 50)
        if whole.quoted or not opened or not joint or not _OF_WHICH.fullmatch(opened) or not _IS_AND.fullmatch(joint):
            continue
        one, other = sides(first, whole), sides(second, whole)
        if one is None or other is None or not _IS.match(right(article, second.span.end, 12)):
            continue
        outcome = judge_sum(plus(one.first, other.first), one.second)
        yield _verdict(article, whole, [first, second], None) if outcome is Outcome.CONFLICTING else outcome


def _parts(article: Article, counts: list[Claim], at: int) -> list[Claim]:
    """The counts of a closed list that starts at an index; none where the list does not close."""
    parts = [counts[at]]
    closed = False
    for following in counts[at + 1 : at + LARGEST]:
        gap = between(article, parts[-1], following, 60)
        if gap is None or not _JOINT.fullmatch(gap):
            break
        closed = " and" in gap or "plus" in gap
        parts.append(following)
    tail = right(article, parts[-1].span.end)
    return parts if closed and len(parts) > 1 and _CLOSE.match(tail) else []


def _judge(article: Article, whole: Claim, parts: list[Claim]) -> Verdict | Outcome:
    amounts = [claim.value.amount for claim in parts if isinstance(claim.value, Number)]
    assert isinstance(whole.value, Number)
    outcome = judge_sum(total([counted(amount) for amount in amounts]), counted(whole.value.amount))
    if outcome is not Outcome.CONFLICTING or any(a.value >= whole.value.amount.value * 2 for a in amounts):
        return outcome if outcome is not Outcome.CONFLICTING else Outcome.INCOMPARABLE
    if re.search(r"\b(?:first|last|least|over|than|age|aged|group|top) $", left(article, whole.span.start, 12)):
        return Outcome.INCOMPARABLE
    sum_ = number(sum((amount.value for amount in amounts), Decimal(0)), grouped="," in told(article, whole) or None)
    return _verdict(article, whole, parts, sum_)


def _verdict(article: Article, whole: Claim, parts: list[Claim], sum_: str | None) -> Verdict:
    said, added = told(article, whole), " + ".join(told(article, claim) for claim in parts)
    sum_ = sum_ or added
    return Verdict(
        f"the parts add up to {sum_}, not {said}",
        (Mark(whole.span, f"the parts add up to {sum_}"), *(Mark(claim.span, "a part") for claim in parts)),
        calculation=f"{added} = {sum_}, not {said}" if sum_ != added else f"{added} ≠ {said}",
        changes=(Change(f"write {sum_}", ((whole.span, sum_),)),) if said[0].isdigit() and sum_ != added else (),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("The cabinet had ⟦1:12⟧ ministers: ⟦2:7⟧ men and ⟦3:6⟧ women."),
        Example("The fleet lost ⟦1:30⟧ ships (⟦2:12⟧ frigates, ⟦3:5⟧ destroyers and ⟦4:11⟧ tankers)."),
        Example("The house has ⟦1:150⟧ members, consisting of ⟦2:120⟧ elected members and ⟦3:40⟧ appointed members."),
        Example(
            "There were ⟦1:193⟧ votes: ⟦2:119⟧ in favour, ⟦3:8⟧ against and ⟦4:56⟧ abstentions.".replace(
                "⟦2:119⟧ in favour", "⟦2:119⟧ votes in favour"
            ).replace("⟦3:8⟧ against", "⟦3:8⟧ votes against")
        ),
        Example("It covers ⟦1:500 km2⟧, of which ⟦2:423 km2⟧ is land and ⟦3:122 km2⟧ is water."),
    ),
    good=(
        Example("The cabinet had 12 ministers: 7 men and 5 women."),
        Example("The fleet lost 30 ships, including 12 frigates and 5 destroyers."),
        Example("The fleet lost 30 ships (12 frigates, 5 destroyers)."),
        Example("The fleet lost some 30 ships (12 frigates and 17 tankers)."),
        Example("The town has 4,000 inhabitants: 2,113 men and 1,902 women."),
        Example("There are 64 senators (two for each state and two for the capital)."),
        Example("It covers 500 km2, of which 423 km2 is land and 77 km2 is water."),
        Example("The city has 3 districts: 45 villages and 12 towns belong to it."),
    ),
    claims=frozenset({"number", "quantity"}),
)
