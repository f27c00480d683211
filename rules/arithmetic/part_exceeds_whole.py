"""A part is larger than the whole that it is taken from.

Why: "of 30 ships, 45 were sunk" cannot have happened; one of the two numbers is wrong or belongs elsewhere.

Right all the same: the part counts another thing than the whole ("of the 12 battalions, 400 men were lost"). Parts and
wholes with different nouns are left alone, unless both count people; so are wholes that are hedged upwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from rules.finding import Confidence, Severity
from rules.laws.nearby import between, left, right, told
from rules.laws.nouns import people, same_thing
from rules.laws.order import Sides, sides
from rules.laws.shares import X_OF_N
from rules.rule import Example, Mark, Outcome, Rule, Verdict

_OF = re.compile(r" (?:out )?of (?:the |its |their |all |a total of |a possible |some )*")
_OF_WHOLE = re.compile(r"(?:^|[ (\"“])[Oo](?:ut o)?f (?:the |its |their |these |those |all |a total of |his |her )*$")
_OF_WHOLE_GAP = re.compile(r"(?: [\w'’-]+){0,7}?, (?:only |just |about |some |at least |as many as |no fewer than )?")
_OF_WHICH = re.compile(
    r"(?: [\w'’-]+){0,4},? (?:of (?:whom|which|these|them)|including) (?:about |some |at least |only )*"
)
_HAPPENED = re.compile(
    r" (?:[\w'’-]+ ){0,2}?(?:were|was|are|had|have|did|died|survived|voted|remained|remain|became|came)\b"
)
_KINDS = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY})


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for a part and a whole among neighbouring numbers."""
    claims = article.claims.all
    for claim in article.claims_by_kind.get("number", ()):
        if claim.pattern == X_OF_N:
            yield Outcome.CONSISTENT  # read as one, because the part is no larger
    for first, second in pairwise(claims):
        if first.kind is not second.kind or first.kind not in _KINDS or first.quoted or second.quoted:
            continue
        gap = between(article, first, second)
        roles = _roles(article, first, second, gap) if gap else None
        if roles is not None:
            part, whole = roles
            both = sides(part, whole, nouns=False)
            yield Outcome.INCOMPARABLE if both is None else _judge(article, part, whole, both)


def _roles(article: Article, first: Claim, second: Claim, gap: str) -> tuple[Claim, Claim] | None:
    """Which of two neighbours is the part and which the whole; None where neither is."""
    if _OF.fullmatch(gap):
        counts = isinstance(first.value, Number) and first.value.amount.value >= 1
        return (first, second) if counts and _counts(article, second, gap) else None
    if _OF_WHICH.fullmatch(gap):
        return (second, first) if _one_sort(first, second, "of" in gap) else None
    if "," in gap and _OF_WHOLE_GAP.fullmatch(gap) and _OF_WHOLE.search(left(article, first.span.start, 30)):
        return (
            (second, first)
            if _one_sort(first, second, False) and _HAPPENED.match(right(article, second.span.end))
            else None
        )
    return None


def _counts(article: Article, whole: Claim, gap: str) -> bool:
    """Whether "45 of 30" counts things: the whole has a noun, or is told as one."""
    named = isinstance(whole.value, Number) and whole.value.noun is not None
    return named or " out of" in gap or (" the " in gap and right(article, whole.span.end, 3)[:1] in (" ", "."))


def _one_sort(whole: Claim, part: Claim, of: bool) -> bool:
    one, other = whole.value, part.value
    if not isinstance(one, Number) or not isinstance(other, Number):
        return True
    if other.noun is None or one.noun is None:
        return of or other.noun is None
    return same_thing(one.noun, other.noun) or (people(one.noun) and people(other.noun))


def _judge(article: Article, part: Claim, whole: Claim, both: Sides) -> Verdict | Outcome:
    if not both.falls:
        return Outcome.CONSISTENT
    few, all_ = told(article, part), told(article, whole)
    return Verdict(
        f"{few} cannot be a part of {all_}",
        (Mark(part.span, f"a part of {all_}"), Mark(whole.span, "the whole")),
        calculation=f"{few} > {all_}",
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("Of the ⟦2:30⟧ ships, ⟦1:45⟧ were sunk in the first hour."),
        Example("She won ⟦1:14⟧ of the ⟦2:12⟧ races that summer."),
        Example("The blast killed ⟦2:30⟧ people, including ⟦1:45⟧ children."),
        Example("He finished behind ⟦1:190⟧ out of ⟦2:180⟧ runners."),
        Example("The park covers ⟦2:40 km2⟧, of which ⟦1:55 km2⟧ is forest."),
        Example("There were ⟦2:120⟧ prisoners, of whom ⟦1:150⟧ died on the march."),
    ),
    good=(
        Example("Of the 30 ships, 15 were sunk in the first hour."),
        Example("She won 12 of the 12 races that summer."),
        Example("Of the 12 battalions, 400 men were lost."),
        Example("The province has 3 islands, including 45 villages."),
        Example("In 2015, Roma was one of the 119 members (out of 193) that voted in favour."),
        Example("Of about 30 ships, 31 were sunk."),
        Example("The park covers 55 km2, of which 40 km2 is forest."),
        Example("Chapter 14 of the 12 books is lost."),
    ),
    claims=frozenset({"number", "quantity", "money"}),
)
