"""A whole, parts of it and what is told to be left: "of her crew of 47, 12 were drowned. The other 30 reached land".

The whole is the nearest amount of the sort of the rest that is larger than it and all that is told between them; what
stands between must be of the same thing, at the same time, and leave nobody uncounted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.amounts.passages import RUNNING, amounts, counted, opening, plain, size, sort
from rules.laws.amounts.remains import remains, survives
from rules.laws.amounts.shares import X_OF_N
from rules.laws.nearby import gap, left, occurrences, right
from rules.laws.nouns import people, same_thing

_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY)
_HINTS = (
    "other",
    "others",
    "remaining",
    "remain",
    "remains",
    "remained",
    "remainder",
    "rest",
    "leaving",
    "leaves",
    "left",
    "balance",
    "residue",
    "survived",
    "survive",
    "surviving",
    "last",
    "came back",
    "came home",
    "returned",
    "escaped",
    "got away",
    "got through",
    "got home",
    "reached",
    "were saved",
    "kept",
    "retained",
    "spared",
    "still stand",
    "still exist",
    "extant",
)
"""Words that tell what is left, looked for first."""
_NEAR = 40
_REACH = 300
_MOST = 4
_STAGES = 12
_JOINT = 160
_SURVIVING = worded(__file__, r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is) {surviving} $")
_KEPT = worded(__file__, r"\b(?:and|but|while) (?:[a-z]+ )?{kept} (?:only |just |the )?$")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_OTHER_SORT = worded(
    __file__,
    r" (?:of (?!(?:them|these|which|whom|its|their|his|her|the (?:crew|way|route|total|whole|course|length|dead))\b)|"
    r"{others}\b|%)",
)
_WITH_MORE = worded(__file__, r"[^.;:()]{0,30},? {with-more} (?:[\w'’-]+ ){0,3}?(?:[0-9]|{some-more}\b)")
"""Behind a rest: others have come to those who were left."""
_ONE_MORE = worded(
    __file__,
    r"[^.;]{0,70}\b(?:and|while|but) (?:{some-more}|one|[0-9]+) (?:[a-z]+ )?(?:was|were|had|did|is|are|has|have)\b",
)
_OF_NOUN = regex(r" of (?:the|these|those|its|their) ([a-z]{3,})\b")
_OF_THOSE = regex(r"(?:^|[,;] )[Oo]f (?:the|these|those|its|their) ([a-z]{3,}), (?:about |some )?$")
_WITHIN = regex(r"\b(?:in|at|on|within|under) (?:the|its|their) $")
_CLOSE = Decimal("0.15")
"""How near the sum of parts and rest comes to a whole that is told far from them, as a share of it."""
_OPENER = regex(r"\b(?:[Tt]he|[Aa]ll the|[Tt]heir|[Ii]ts) (?:others?|rest|remain[a-z]+)\b[^.;:]*$")
_OF = regex(r" of (?!the\b|an? )[a-z]")
"""Behind a part as behind the rest: "seven of stone and the other four of iron"."""
_SEVERAL = 20
"""Where so many amounts come near a sum, none is told as its whole."""
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
    seen: set[int] = set()
    text = article.page.prose.text
    for at in occurrences(article, _HINTS):
        near = ProseSpan(max(at - _NEAR, 0), at + _NEAR * 2)
        for rest in amounts(article, near) if counted(text, *near) else ():
            if rest.span.start in seen or rest.kind not in _KINDS:
                continue
            seen.add(rest.span.start)
            if plain(rest) and (remains(article, rest) or _survive(article, rest)):
                found = _taken(article, rest)
                if found is not None:
                    yield found


def _survive(article: Article, rest: Claim) -> bool:
    """Whether those are counted who are left."""
    lead = left(article, rest.span.start, 24)
    return _SURVIVING.search(lead) is not None or _KEPT.search(lead) is not None or survives(article, rest)


def _taken(article: Article, rest: Claim) -> Rest | None:
    """The whole and the parts of a rest: the largest amount before it is the whole, unless that stands elsewhere."""
    block = article.page.block_at(rest.span.start)
    behind = right(article, rest.span.end, 60)
    told_more = _WITH_MORE.match(behind) or _ONE_MORE.match(right(article, rest.span.end))
    if block is None or block.form not in RUNNING or told_more:
        return None
    run = _before(article, rest)
    if not run or (
        _OTHER_SORT.match(behind) and not (_OF.match(behind) and _OF.match(right(article, run[-1].span.end)))
    ):
        return None
    whole = max(run, key=size)
    parts = run[run.index(whole) + 1 :]
    if parts and float(size(whole)) * _LARGEST > sum(map(size, [*parts, rest])):
        told = (whole, *parts, rest)
        fits = _in_order(article, told) and all(size(whole) > size(each) for each in told[1:])
        doubt = _DOUBT.search(left(article, whole.span.start, 40))
        return Rest(whole, tuple(parts), rest) if fits and not doubt and _meant(whole, parts, rest) else None
    some = (_from_afar(article, tuple(run[at:]), rest) for at in range(len(run)))
    return next((found for found in some if found is not None), None)


def _before(article: Article, rest: Claim) -> list[Claim]:
    """The amounts of one sort that stand before a rest in its paragraph, with nothing of another sort between."""
    start = opening(article, rest.span.start, _REACH)
    run: list[Claim] = []
    for claim in reversed([*amounts(article, ProseSpan(start, rest.span.start))]):
        if claim.kind is Kind.DATE or claim.kind is Kind.ORDINAL:
            continue
        if claim.kind is Kind.NUMBER and rest.kind is not Kind.NUMBER and size(claim) <= _STAGES:
            continue  # "laid in two stages: 52 km"
        if size(claim) < size(rest) and _WITHIN.search(left(article, claim.span.start, 16)):
            continue  # "live in the four houses"
        if claim.pattern == X_OF_N and claim.kind is rest.kind and len(claim.parts) == 2:
            run[:0] = reversed(claim.parts)  # "14 of the 50 survive, the other 36"
            continue
        if sort(claim) != sort(rest) or len(run) > _MOST:
            return [] if run and _leaves_out(article, claim, run[0]) else run
        run.insert(0, claim)
    return run


def _in_order(article: Article, told: tuple[Claim, ...]) -> bool:
    """Whether plain amounts of one thing follow each other, and nothing between them counts others."""
    joints = [gap(article, first.span.end, second.span.start) for first, second in pairwise(told)]
    if any(len(joint) > _JOINT or joint in _PAIRED for joint in joints) or not all(map(plain, told)):
        return False
    joints[-1] = _OPENER.sub("", joints[-1])
    return _one_sort(told) and not any(map(_DOUBT.search, joints))


def _from_afar(article: Article, parts: tuple[Claim, ...], rest: Claim) -> Rest | None:
    """The whole of parts that stand alone before a rest: what the article counts of such things before.

    It must be the only number of its sort that comes near their sum.
    """
    told = (*parts, rest)
    if not _in_order(article, told) or _DOUBT.search(left(article, parts[0].span.start, 40)):
        return None
    added, largest = sum(map(size, told)), max(map(size, told))
    sizes, claims = article.once(_by_size).get(sort(rest), ((), ()))
    first, last = bisect_left(sizes, added * (1 - _CLOSE)), bisect_right(sizes, added * (1 + 2 * _CLOSE))
    if last - first > _SEVERAL:
        return None
    near = [
        claim
        for claim in claims[first:last]
        if claim not in told and largest < size(claim) and _close(size(claim), added)
    ]
    if len({size(claim) for claim in near}) != 1 or near[0].span.start > parts[0].span.start or not plain(near[0]):
        return None
    return Rest(near[0], parts, rest) if _of_one_sort(article, near[0], told) else None


def _by_size(article: Article) -> dict[str, tuple[list[Decimal], list[Claim]]]:
    """The amounts of each sort by their size, those of one size in order."""
    found: dict[str, list[Claim]] = {}
    for kind in _KINDS:
        for claim in article.claims_by_kind.get(kind, ()):
            found.setdefault(sort(claim), []).append(claim)
    ordered = {name: sorted(claims, key=size) for name, claims in found.items()}
    return {name: ([size(claim) for claim in claims], claims) for name, claims in ordered.items()}


def _close(whole: Decimal, added: Decimal | int) -> bool:
    return abs(whole - added) <= whole * _CLOSE


def _of_one_sort(article: Article, whole: Claim, told: tuple[Claim, ...]) -> bool:
    """Whether a whole of another paragraph counts or measures what its parts do."""
    if not isinstance(whole.value, Number):
        own = any(
            fact.claim is not None and fact.claim.span == whole.span
            for fact in article.facts_by_property.get("length", ())
        )
        return own or any(
            field.prose.start <= whole.span.start < field.prose.end
            for box in article.page.infoboxes
            for field in box.fields
        )
    noun = whole.value.noun or _boxed_as(article, whole)
    nouns = [each.value.noun for each in told if isinstance(each.value, Number) and each.value.noun]
    tied = _OF_NOUN.match(right(article, told[0].span.end, 40)) or _OF_THOSE.search(
        left(article, told[0].span.start, 40)
    )
    nouns += [tied[1]] if tied else []
    if noun is None or not (nouns or tied):
        return False
    return all(same_thing(noun, other) or (people(noun) and people(other)) for other in nouns)


def _boxed_as(article: Article, whole: Claim) -> str | None:
    """What a number in the infobox counts, by the key of its field."""
    fields = (field for box in article.page.infoboxes for field in box.fields)
    return next(
        (f.key.lower().rpartition(" ")[2] for f in fields if f.prose.start <= whole.span.start < f.prose.end), None
    )


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
