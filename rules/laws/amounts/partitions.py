"""A number of things shared out over the sentences of a passage: "The chamber seats 96. The Farmers took 41, the ...".

The parts are known by what they are: numbers of the same sort, one after the other, each with a holder before it, a
fate behind it or a noun of its own. That they are all of the whole is said by what opens the list, by "of these" or by
the rest; without that, they are held to the whole only where they come to more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.beside import spoken
from rules.laws.amounts.outcomes import mixed, outcomes
from rules.laws.amounts.passages import REACH, RUNNING, amounts, counted, passage, plain, size, sort
from rules.laws.amounts.remains import remains
from rules.laws.nearby import claims_in, gap, left, right
from rules.laws.nouns import head, same_thing

_KINDS = (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY)
_JOINT = 150
_MOST = 12
_LEAST, _LARGEST = 0.6, 1.5
"""Parts that come to less or more of the whole than this were not meant to make it up."""
_NEAR = 0.85
_SMALLEST = 5
_OTHERS = frozenset({Kind.DATE, Kind.PERCENT})
_HINTS = ("all", "otal", "together", "combined", "sum")
"""Letters of the words that tell a sum, looked for first."""
_IN_ALL = worded(__file__, r"\b{in-all}\b")
_SUMS = worded(__file__, r"\b{sums}\b")
_MAINLY = worded(__file__, r"\b{mainly}\b")
_MORE = worded(__file__, r"\b{more}\b")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_MOVED = worded(__file__, r"\b(?:{moved}|{ranks}(?! {ranked}\b))\b")
_LOOSE = worded(__file__, r"\b{loose} $")
_BOTH = worded(__file__, r"\b{both}\b")
_NONE_TWICE = regex(r"\b(?:[Nn]one|[Nn]o one|[Nn]obody|[Nn]ever)\b")
_BY_THEN = regex(r"\b[Bb]y (?:[A-Z]|[0-9]|the (?:end|time|early|late))")
_APIECE = worded(__file__, r"(?: [\w'’-]+){0,2} {apiece}\b")
_BARELY = (" to ", " and ", " or ", " against ", " versus ")
"""Between two numbers that are told as a pair: a score, a range, a choice."""
_THING = regex(r"(?: (?:the|were|was|are|is|of|in|for|to|by|from|with|at|on))*((?: [^\W\d_][\w'’-]*){1,2})")
_OPENS = worded(__file__, r"(?:\b{opens}\b|:)[^.;:]{0,50}$")
_OF_THEM = worded(__file__, r"\b(?:[Oo]f|[Aa]mong) {them}\b")
_REST = worded(__file__, r"\b[Tt]he (?:{rest}\b[^.;:,]{0,40}|other (?:about |some |just |only )?)$")
_ONE = worded(__file__, r"\b{one}\b")
_CLOSES = worded(__file__, r"\b{closes}\b")
_NONE_ELSE = worded(__file__, r"(?i:\b{no-others}\b)")
_FATE = worded(__file__, r" (?:(?:had|have) )?(?:(?:was|were|been) )?(?:{fates})\b")
_ACTED = worded(
    __file__, r"(?: (?!were\b|was\b|are\b|had\b|have\b)[a-z]+)?(?: (?:were|was|are|is) (?:[a-z]+ed|{put}))? {where}\b"
)
_DID = worded(__file__, r"(?:,|;| and) (?!{won}\b)(?:[a-z]+ed|{did}) $")
_RESUMED = regex(r" and (?:was|were|is|are|had|has|[a-z]+ed)\b")
_WHERE = worded(__file__, r" {where}\b")
_STAGES = regex(r" (?:in|into|of|over|on|between|among|from|by) (?:the |just |only )?$")
_OF_ALL = regex(
    r"(?:^|[.,;:(] ?|\b(?:and|that|while) )(?:[Oo]ut of|[Oo]f|[Aa]mong) "
    r"(?:(?:the|its|their|his|her|all|these|those) (?:[\w-]+['’]s? )?)?$"
)
"""Before a whole whose parts follow: "of the 24,310 valid votes 11,204 were cast for"."""
_OPENING = worded(
    __file__,
    r"\b(?:{divided} (?:up )?(?:among|amongst|between)|[Aa]mong (?:whom|which|these|those|them)|{undoubted})\b",
)
"""Words of doubt that are none."""
_THERE = regex(r"(?:There|These|They|Those)(?: are| were| comprised?| included?)?(?: the)? $")
_DIVISION = worded(__file__, r"\b{division} of (?:the|its|all) $")
_FIRST_TIME = " for the first time"
_BY_THESE = regex(r"\b[Ww]ith (?:the |its |only |some )?$")
_BLANK = worded(__file__, r"\b{blank}\b")
"""Beside the last part: the votes that count for nobody, after which there are no more."""
_LOSSES = worded(__file__, r"\b{losses}\b[^.;:]{0,60}$")
_BOUND = worded(__file__, r"(?: {behind}\b|[.,;)]|$)")
_MANNER = regex(r"(?: of (?:them|these|those|which|whom))? (by|without|after|before|over|under)\b")
"""Behind a part: how, or when, it was so, as may have been one of another part."""
_THEN = regex(r"[^.,;:()]{0,50}? (?:before|until|prior to) the [a-z]")
"""Behind the last part: it was so at another time."""
_HELD = WordList(__file__, "held")
_SENTENCE = regex(r"[.!?][”\"’')\]]{0,3} ")


class Partition(NamedTuple):
    """A whole and its parts; ``complete`` where nothing is left out."""

    whole: Claim
    parts: tuple[Claim, ...]
    complete: bool


def partitions(article: Article) -> Iterator[Partition]:
    """Every whole that a passage shares out after it."""
    text = article.page.prose.text
    for kind in _KINDS:
        claims = article.once(spoken).get(kind, ())
        for at, whole in enumerate(claims):
            beside = text[max(whole.span.start - 30, 0) : whole.span.end + 40] if at > 1 else ""
            if any(map(beside.__contains__, _HINTS)) and _IN_ALL.search(beside):
                found = _summed(article, claims, at)
                if found is not None:
                    yield found
            end = whole.span.end
            if kind is not Kind.NUMBER and (
                at + 2 >= len(claims) or claims[at + 2].span.start > end + REACH or sort(claims[at + 1]) != sort(whole)
            ):
                continue
            if size(whole) >= _SMALLEST and plain(whole) and counted(text, end, end + _JOINT * 2):
                block = article.page.block_at(end)
                found = _shared(article, whole) if block is not None and block.form in RUNNING else None
                if found is not None:
                    yield found


def _shared(article: Article, whole: Claim) -> Partition | None:
    told = amounts(article, passage(article, whole.span.end))
    parts = _run(article, whole, told, whole.span.end)
    if len(parts) < 2 or _THEN.match(right(article, parts[-1].span.end, 60)) or remains(article, parts[-1]):
        return None  # the law on what is left has it
    return _judged(article, whole, parts) if _in_reach(whole, parts) else None


def _summed(article: Article, claims: tuple[Claim, ...], at: int) -> Partition | None:
    """The parts before a whole that is told as their sum: "188 for it and 141 against, so that 329 votes in all"."""
    whole = claims[at]
    lead = left(article, whole.span.start, _JOINT)
    start = whole.span.start - len(lead)
    parts = [claim for claim in amounts(article, ProseSpan(start, whole.span.start)) if sort(claim) == sort(whole)]
    others = [claim for claim in claims_in(article, ProseSpan(start, whole.span.start)) if claim.kind in _OTHERS]
    told = gap(article, start, whole.span.start)
    if len(parts) < 2 or others or not plain(whole) or not all(map(plain, parts)) or _DOUBT.search(told):
        return None
    joints = [gap(article, first.span.end, second.span.start) for first, second in pairwise([*parts, whole])]
    if _MOVED.search(" ".join(joints)) or not _CLOSES.search(joints[-2]) or not _summing(joints[-1]):
        return None
    fits = max(map(size, parts)) < size(whole) and _in_reach(whole, parts)
    return Partition(whole, tuple(parts), True) if fits else None


def _summing(joint: str) -> bool:
    """Whether what stands between the last part and a whole sums them up."""
    set_off = any(sign in joint for sign in ",;–—")
    return joint.endswith(", ") or ". " in joint or (set_off and _SUMS.search(joint) is not None)


def _in_reach(whole: Claim, parts: list[Claim]) -> bool:
    return float(size(whole)) * _LEAST <= sum(map(size, parts)) <= float(size(whole)) * _LARGEST


def overlapping(article: Article, claim: Claim) -> bool:
    """Whether what follows the parts says that one may be counted in two of them."""
    return _BOTH.search(gap(article, claim.span.end, passage(article, claim.span.end, 240).end)) is not None


def seated(article: Article, house: Claim, first: Claim) -> Partition | None:
    """The seats of the parties of a house from the first party on; None where they are not those of three or more."""
    parts = _run(article, house, amounts(article, passage(article, first.span.start)), first.span.start)
    if len(parts) < 3 or _LOOSE.search(left(article, first.span.start, 20)):
        return None
    joints = [gap(article, one.span.end, other.span.start) for one, other in pairwise(parts)]
    behind = gap(article, parts[-1].span.end, passage(article, parts[-1].span.end, 240).end)
    closed = _CLOSES.search(joints[-1]) is not None or "; " in joints[-1]
    complete = _NONE_ELSE.search(behind) is not None
    apart = all(map(_BOUND.match, joints[1:])) and not _APIECE.match(behind)
    near = sum(map(size, parts)) >= float(size(house)) * _LEAST
    return Partition(house, tuple(parts), complete and near) if apart and (complete or closed) else None


def _run(article: Article, whole: Claim, told: Iterator[Claim], at: int) -> list[Claim]:
    """The numbers of one sort that follow a place, as long as nothing between them makes them another's."""
    parts: list[Claim] = []
    closed = False
    for claim in islice(told, _MOST * 2):
        between = gap(article, at, claim.span.start)
        if claim.kind is Kind.ORDINAL or (not parts and claim.kind in (Kind.DATE, Kind.DURATION)):
            continue
        if claim.kind is Kind.PERCENT and between in (" (", ", "):
            continue
        if not parts and _STAGES.search(between) and claim.kind is Kind.NUMBER and size(claim) < _MOST:
            continue  # "in two stages: 52 km and 42 km"
        if (
            (between in _BARELY and not (parts and between == " and " and _noun(claim)))
            or sort(claim) != sort(whole)
            or not plain(claim)
            or size(claim) >= size(whole)
        ):
            break
        doubtful = _DOUBT.search(_OPENING.sub("", between)) or _LOOSE.search(between)
        if len(between) > _JOINT * (1 if parts else 2) or doubtful:
            break
        if parts and (_MOVED.search(between.replace(_FIRST_TIME, "")) or (closed and _SENTENCE.search(between))):
            break
        closed = bool(parts) and " and " in between
        parts.append(claim)
        at = claim.span.end
    return parts


def _judged(article: Article, whole: Claim, parts: list[Claim]) -> Partition | None:
    """The partition, where its words say that the numbers are parts of the whole and shut each other out."""
    lead = gap(article, whole.span.end, parts[0].span.start)
    joints = [gap(article, first.span.end, second.span.start) for first, second in pairwise(parts)]
    tail = right(article, parts[-1].span.end, 60)
    behind = gap(article, parts[-1].span.end, passage(article, parts[-1].span.end, 240).end)
    if mixed([*joints, tail]) or (_BY_THESE.search(left(article, whole.span.start, 12)) and ":" not in lead):
        return None  # "with 214 votes, 96 of them by post, she was elected; her rivals had"
    twice = _BOTH.search(lead + behind) is not None and _NONE_TWICE.search(behind) is None
    if _MAINLY.search(lead) or _APIECE.match(tail) or twice or _ONE.search(" ".join((lead, *joints, tail))):
        return None
    closed = _CLOSES.search(joints[-1]) is not None or "; " in joints[-1]
    ended = _REST.search(joints[-1]) is not None or _NONE_ELSE.search(behind) is not None
    sentences = _SENTENCE.split(lead)
    opened = _OPENS.search(sentences[-1]) is not None or _THERE.match(sentences[-1]) is not None
    of_them = _OF_THEM.search(lead[-24:]) is not None or any(
        _OF_THEM.match(each.lstrip()) and not _SENTENCE.search(each) for each in (*joints, tail)
    )
    staged = _staged(article, whole, parts)
    lost = _LOSSES.search(left(article, whole.span.start, 70)) is not None
    lost = lost and len(parts) > 2 and all(map(_FATE.match, [*joints, tail]))
    opened = opened or staged or _DIVISION.search(left(article, whole.span.start, 30)) is not None
    anew = _BY_THEN.search(lead) is not None and not opened
    of_them = of_them or _OF_ALL.search(left(article, whole.span.start, 40)) is not None
    alike = outcomes([*joints, tail]) and _nearly(whole, parts)
    of_them = of_them or (alike and _noun(whole) is not None and lead in _apposed(_noun(whole)))
    bound = not anew and (
        opened or of_them or (len(sentences) == 2 and _alone(article, whole) and not _MOVED.search(sentences[0]))
    )
    ended = ended or (closed and len(parts) > 2 and _BLANK.search(joints[-1] + tail) is not None)
    if not bound or not (alike or _apart(whole, parts, [*joints, tail], opened or ended)):
        return None
    listed = opened or lost or (alike and of_them and len(parts) > 2)
    complete = (ended or (listed and closed)) and not _MORE.search(tail)
    return Partition(whole, tuple(parts), complete) if complete or closed else None


def _apposed(noun: str | None) -> tuple[str, ...]:
    """What stands between a whole and its parts where these are told in apposition: nothing but what is counted."""
    return (f" {noun}, ", f" {noun}, with ", f" {noun} in all, ")


def _nearly(whole: Claim, parts: list[Claim]) -> bool:
    """Whether parts come so near their whole that they were meant to make it up."""
    return float(size(whole)) * _NEAR <= sum(map(size, parts)) <= float(size(whole)) / _NEAR


def _staged(article: Article, whole: Claim, parts: list[Claim]) -> bool:
    """Whether the text says beforehand how many parts there are: "was laid in two stages: 52 km"."""
    told = amounts(article, ProseSpan(whole.span.end, parts[0].span.start))
    many = [claim for claim in told if _STAGES.search(left(article, claim.span.start, 8))]
    return len(many) == 1 and many[0].kind is Kind.NUMBER and size(many[0]) == len(parts)


def _alone(article: Article, whole: Claim) -> bool:
    """Whether no other number of its sort stands before a whole in its sentence."""
    start = whole.span.start - len(left(article, whole.span.start, 300))
    return all(sort(claim) != sort(whole) for claim in claims_in(article, ProseSpan(start, whole.span.start)))


def _apart(whole: Claim, parts: list[Claim], behind: list[str], listed: bool) -> bool:
    """Whether the parts shut each other out: by their fates, their holders, or nouns of their own in a list."""
    manners = {found and found[1] for found in map(_MANNER.match, behind)}
    if any(_DID.search(joint) for joint in behind[:-1]) or len(manners) > 1:
        return False
    if all(map(_FATE.match, behind)) or (_ACTED.match(behind[0]) and all(map(_WHERE.match, behind[1:]))):
        return True
    first = _noun(parts[0])
    own = _noun(whole)
    held = first is None or own is None or same_thing(first, own) or (first in _HELD and own in _HELD)
    if (
        held
        and not _RESUMED.match(behind[-1])
        and all(_BOUND.match(each) or _named(part, own or first) for part, each in zip(parts, behind, strict=True))
    ):
        return True
    things = [_noun(part) or _thing(each) for part, each in zip(parts, behind, strict=True)]
    return listed and all(things) and len(set(map(head, things))) == len(parts)


def _thing(behind: str) -> str:
    """What a number without a noun seems to count: the words behind it."""
    found = _THING.match(behind)
    return found[1] if found else ""


def _named(part: Claim, noun: str | None) -> bool:
    own = _noun(part)
    return own is not None and noun is not None and (same_thing(own, noun) or (own in _HELD and noun in _HELD))


def _noun(claim: Claim) -> str | None:
    return claim.value.noun if isinstance(claim.value, Number) else None
