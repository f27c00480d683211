"""A whole, parts of it and what is told to be left: "of her crew of 47, 12 were drowned. The other 30 reached land".

The whole is the nearest amount of the sort of the rest that is larger than it and all that is told between them; what
stands between must be of the same thing, at the same time, and leave nobody uncounted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.amounts.passages import RUNNING, amounts, opening, plain, size, sort
from rules.laws.amounts.remains import remains, survives
from rules.laws.nearby import gap, left, right
from rules.laws.nouns import people, same_thing

_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY)
_HINTS = (
    "ther",
    "emain",
    "rest",
    "eav",
    "alance",
    "residue",
    "urviv",
    "last",
    "left",
    "came",
    "return",
    "escape",
    "got",
    "reach",
    "save",
    "spare",
    "still",
    "extant",
)
"""Letters of the words that tell what is left, looked for first."""
_NEAR = 40
_REACH = 300
_MOST = 4
_STAGES = 12
_JOINT = 160
_SURVIVING = worded(__file__, r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is) {surviving} $")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_OTHER_SORT = worded(__file__, r" (?:of (?!them\b|these\b|which\b|whom\b|the crew\b)|{others}\b|%)")
_PAIRED = (" to ", " or ", " and ")
_LEAST, _LARGEST = 0.5, 2.0
"""What is left is not told so wrong as to be less or more of the true rest than this."""


class Rest(NamedTuple):
    """What is left of a whole without its parts."""

    whole: Claim
    parts: tuple[Claim, ...]
    rest: Claim


def rests(article: Article) -> Iterator[Rest]:
    """Every amount that is told as what is left of another."""
    text = article.page.prose.text
    hints = [hint for hint in _HINTS if hint in text]
    for kind in _KINDS if hints else ():
        for rest in article.claims_by_kind.get(kind, ()):
            near = text[max(rest.span.start - _NEAR, 0) : rest.span.end + _NEAR]
            if not any(map(near.__contains__, hints)):
                continue
            if plain(rest) and (remains(article, rest) or _survive(article, rest)):
                found = _taken(article, rest)
                if found is not None:
                    yield found


def _survive(article: Article, rest: Claim) -> bool:
    """Whether those are counted who are left."""
    return _SURVIVING.search(left(article, rest.span.start, 24)) is not None or survives(article, rest)


def _taken(article: Article, rest: Claim) -> Rest | None:
    block = article.page.block_at(rest.span.start)
    if block is None or block.form not in RUNNING or _OTHER_SORT.match(right(article, rest.span.end, 40)):
        return None
    start = opening(article, rest.span.start, _REACH)
    run: list[Claim] = []
    for claim in reversed([*amounts(article, ProseSpan(start, rest.span.start))]):
        if claim.kind is Kind.DATE:
            continue
        if claim.kind is Kind.NUMBER and rest.kind is not Kind.NUMBER and size(claim) <= _STAGES:
            continue  # "laid in two stages: 52 km"
        if sort(claim) != sort(rest) or len(run) > _MOST:
            if run and _leaves_out(article, claim, run[0]):
                return None
            break
        run.insert(0, claim)
    if len(run) < 2:
        return None
    whole = max(run, key=size)
    parts = run[run.index(whole) + 1 :]
    told = (whole, *parts, rest)
    if not parts or not all(map(plain, told)) or not all(size(whole) > size(each) for each in told[1:]):
        return None
    joints = [gap(article, first.span.end, second.span.start) for first, second in pairwise(told)]
    around = [left(article, whole.span.start, 40), *joints]
    if any(len(joint) > _JOINT or joint in _PAIRED for joint in joints) or any(map(_DOUBT.search, around)):
        return None
    return Rest(whole, tuple(parts), rest) if _one_sort(told) and _meant(whole, parts, rest) else None


def _leaves_out(article: Article, before: Claim, number: Claim) -> bool:
    """Whether a bare number leaves out the unit of one told before it: "took 160 tons, and the Danes 110"."""
    bare = isinstance(number.value, Number) and number.value.noun is None
    told = gap(article, before.span.end, number.span.start)
    return bare and not isinstance(before.value, Number) and not any(sign in told for sign in (". ", ";", "\n"))


def _one_sort(told: tuple[Claim, ...]) -> bool:
    """Whether all count one thing: the nouns, where there are any, have one head or are of people."""
    nouns = [each.value.noun for each in told if isinstance(each.value, Number) and each.value.noun]
    return all(same_thing(nouns[0], other) or (people(nouns[0]) and people(other)) for other in nouns[1:])


def _meant(whole: Claim, parts: list[Claim], rest: Claim) -> bool:
    """Whether the rest may be of the whole and all the parts: it is not what some of them leave."""
    left_over = size(whole) - sum(map(size, parts))
    some = {size(whole) - sum(map(size, chosen)) for many in range(len(parts)) for chosen in combinations(parts, many)}
    near = left_over > 0 and _LEAST <= size(rest) / left_over <= _LARGEST
    return near and size(rest) not in some
