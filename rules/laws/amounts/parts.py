"""Which of two neighbouring numbers is told as a part of the other: "45 of 30", "of 30 ships, 45", "30, 45 of whom"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import amounts
from rules.laws.nearby import before, between, left, right
from rules.laws.nouns import kind_of, people, same_thing
from rules.laws.order import amount

_OWNER = r"(?:(?:the |its |their |her |his |all |some |these |those |a total of |a possible )*(?:[\w.-]+['’]s? )?)"
_OF = regex(rf"(?: (?!of\b|out\b)[a-z]+(?= out of ))? (?:out )?of {_OWNER}")
_SOME = r"(?:only |just |about |some |at least |at most |as many as |no fewer than |more than |over |nearly )*"
_REACH = r"(?:the (?:lower|upper|last|first|middle|northern|southern|eastern|western) )?"
_THOSE = r"(?:whom|which|(?:these|them|those)(?! [a-z]+s\b))"
_OF_WHOLE = worded(
    __file__,
    r"(?:^|[,;:(“\"–—] ?|\b(?:and|but|while|that) )"
    r"(?:[Oo](?:ut o)?f|[Aa]mong|(?:[Ff]rom|[Ww]ith) an? "
    rf"(?:{{wholes}}|initial \w+) of) {_OWNER}$",
)
_OF_WHOLE_GAP = regex(rf"(?: [\w'’-]+){{0,14}}?,? {_SOME}")
_OF_WHICH = regex(
    rf"(?: [\w'’-]+){{0,4}},? (?:of {_THOSE}|including|among which|among whom) {_SOME}{_REACH}"
    rf"|(?: [\w'’-]+){{1,10}}(?:, [^.;:()0-9]{{1,60}})?[;.:]? ?(?:and )?[Oo]f {_THOSE},? {_SOME}"
    rf"|(?: [\w'’-]+){{0,4}}, of which (?:the|its|his|her|their|it|he|she|they) (?:[\w'’-]+ ){{1,4}}{_SOME}"
)
_LISTED = regex(rf"(?: [\w'’-]+){{0,10}}(?:[,;.]| and| but) (?:and )?(?:[A-Za-z][\w'’-]*,? ){{0,12}}?{_SOME}")
_RUN_ON = worded(__file__, r" of (?:them|these|those|which|whom)\b|(?: [\w'’-]+)* (?:and|but) (?!{undone}\b)")
"""Between two parts of one whole, both told to be "of them"."""
_WHOSE = regex(
    rf" of (?:{_THOSE}\b|it\b|this\b(?! [a-z]+\b(?<!is)(?<!was)))"
    r"(?!,? (?:counting|including|together|in all|if|at one time|with those)\b)"
)
_THERE = regex(r"[.;:] (?:In all,? )?[Tt]here (?:are|were) $|\b[Tt]ogether with\b")
"""Between two numbers: the second counts what the text is about ("the two counties. There are four") or more."""
_ONE_MADE_OF = regex(
    r"\b(?:[Aa]n?|[Oo]ne|[Tt]he|[Ii]ts) (?:[a-z-]+ ){0,2}?((?!consist|compris|compos|made\b)[a-z]+) of $"
)
GATHERINGS = WordList(__file__, "gatherings")
"""Things made of others, so that what is said "of which" may be said of those: "a fleet of eight ships, of which"."""
_SAME_AGAIN = regex(r"[Oo]f (?:these|those) $")
"""Right before a whole that is told once more: "of these 412 people, 160 were"."""
_HAPPENED = worded(
    __file__,
    r" (?:\([^()]{1,20}\) )?(?!(?:(?:had|have|were|was) ){1,2}(?:been )?{planned}\b)(?:[\w'’-]+ ){0,2}?"
    r"(?:{happened}|[a-z]{2,}(?<!hundr)ed)\b",
)
_SHARE = regex(r"^(?:, (?:or|that is|i\.e\.) [^,;.]{1,24},| – [^–;.]{1,24} –)(?= )")
"""Behind a part: what share it is, before what happened to it."""
_POSSESSED = regex(r" (?:[\w-]+ ){0,2}[\w-]+(?:['’]s|s['’])(?= )")
"""What is counted is not the whole itself but something of its: "50 of the 24 families' cattle"."""
_NO_MORE = regex(r"\b(?:never|not|no|nor|hardly|scarcely|without)\b[^.;:]{0,40}\b(?:more than|over|above|exceed\w*) $")
_JOINED = regex(r"[^.;:]{1,40},? and (?:another |a further )?")
_THOSE_ALL = regex(r"\b[Oo]f (?:these|those|the) $")
_AGAIN_MORE = regex(r" (?:more|others|further|extra|additional|new)\b(?! than)")
_WERE = regex(r"(?: [\w'’-]+){1,4} (?:were|was|are|is) (?:about |some |as many as )?")
_STANDS = regex(r"(?: [a-z]+)?(?: [a-z]+)?[.,;]|$")
_NAMED_ALONE = regex(r" [a-z]+,")
_PLANNED = worded(__file__, r"\b(?:{planned}|scheduled|announced)\b")
"""Behind the whole: it is of a plan, which more may come of."""
_FAR = 60
_FARTHEST = Decimal("2.5")
"""Nothing so many times larger than a whole is meant as its part: "of the 12 battalions, 400 were killed"."""
_KINDS = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY})


class Roles(NamedTuple):
    """A part and the whole that it is said to be of."""

    part: Claim
    whole: Claim


def roles(article: Article, first: Claim, second: Claim) -> Roles | None:
    """The roles of two neighbours; None where neither is told as a part of the other, or they count two things."""
    if first.kind is not second.kind or first.kind not in _KINDS or first.quoted or second.quoted or first.parts:
        return None
    gap = between(article, first, second)
    if not gap or _again(article, second, gap) or _THERE.search(gap) or _of_the_one(article, first, gap):
        return None
    of = "of " in gap or "Of " in gap
    if of and _THOSE_ALL.search(gap) and _NAMED_ALONE.match(right(article, second.span.end, 40)):
        return None  # "of these 412 patients, 160": the second number is the whole itself
    if of and _OF.fullmatch(gap):
        counts = isinstance(first.value, Number) and first.value.amount.value >= 1 and _counts(article, second, gap)
        return Roles(first, second) if counts else None
    if (of or "including" in gap) and " than " not in gap and _OF_WHICH.fullmatch(gap):
        direct = gap.endswith((" of which ", " of whom ")) and "," in gap
        fits = (direct or _one_sort(first, second, "of" in gap.lower())) and not _one_of_several(article, first, gap)
        return Roles(second, first) if fits else None
    if _LISTED.fullmatch(gap) and not _RUN_ON.match(gap) and _WHOSE.match(right(article, second.span.end, 24)):
        return (
            Roles(second, first)
            if _one_sort(first, second, True) and not _one_of_several(article, first, gap) and _near(first, second)
            else None
        )
    return Roles(second, first) if _of_whole(article, first, second, gap) else None


def _of_the_one(article: Article, first: Claim, gap: str) -> bool:
    """Whether "of which" is of the one thing that so many are in: "a coin of eight pence, of which thirty"."""
    if first.kind is not Kind.NUMBER or "of which" not in gap:
        return False
    found = _ONE_MADE_OF.search(left(article, first.span.start, _FAR))
    return found is not None and found[1] not in GATHERINGS


def _again(article: Article, second: Claim, gap: str) -> bool:
    """Whether the second number is a whole once more: "the sex of 11 is unknown. Of these 412 people, 160 were"."""
    noun = second.value.noun if isinstance(second.value, Number) else None
    return (
        noun is not None
        and _SAME_AGAIN.search(gap) is not None
        and (right(article, second.span.end, len(noun) + 2).startswith(f" {noun},"))
    )


def _one_of_several(article: Article, whole: Claim, gap: str) -> bool:
    """Whether "of them" may be of more than the number before: "eleven men and five women; six of them"."""
    if any(amounts(article, ProseSpan(whole.span.end, whole.span.end + len(gap)))):
        return True  # "18 boats; with the seven that came later 22 of them"
    if any(sign in gap for sign in ".;:") and left(article, whole.span.start, 5).endswith("and "):
        return True
    if isinstance(whole.value, Number) and whole.value.amount.value < 1:
        return True  # "an increase of one half, of whom"
    if _AGAIN_MORE.match(right(article, whole.span.end, 12)):
        return True  # "set out with 40 dogs, bought 30 more"
    earlier = before(article, whole.span.start, _FAR)
    told = earlier is not None and earlier.kind is whole.kind
    joined = _JOINED.fullmatch(between(article, earlier, whole) or "") if told and earlier is not None else None
    if joined and isinstance(whole.value, Number) and whole.value.noun is None:
        return True  # "four children of the first marriage and three of the second, five of whom"
    return told and any(sign in gap for sign in ".;:") and len(left(article, whole.span.start, _FAR + 1)) <= _FAR


def bounded(article: Article, whole: Claim) -> Claim:
    """A whole without its "more than" where that is denied: "never possessed more than 18" had 18 at most."""
    value = whole.value
    denied = _NO_MORE.search(left(article, whole.span.start, _FAR)) is not None
    if denied and isinstance(value, Number) and value.amount.hedge is Hedge.OVER:
        return whole._replace(value=value._replace(amount=value.amount._replace(hedge=Hedge.NONE)))
    return whole


def _of_whole(article: Article, first: Claim, second: Claim, gap: str) -> bool:
    """Whether it is "of 30 ships, 45 were"."""
    if not _OF_WHOLE_GAP.fullmatch(gap) or not _OF_WHOLE.search(_clause(article, first)) or _PLANNED.search(gap):
        return False
    behind = _SHARE.sub("", right(article, second.span.end), count=1)
    if _WERE.fullmatch(gap) and _STANDS.match(behind) and _both_people(first, second):
        return True  # "among the 64 passengers were 71 children"
    if not _one_sort(first, second, False) or not (behind.startswith(" (") or _HAPPENED.match(behind)):
        return False
    return _near(first, second)


def _near(whole: Claim, part: Claim) -> bool:
    """Whether a part is no so many times larger than its whole that it must be of something else."""
    one, other = amount(whole.value), amount(part.value)
    return one is not None and other is not None and other.value <= one.value * _FARTHEST


def _both_people(whole: Claim, part: Claim) -> bool:
    nouns = [claim.value.noun for claim in (whole, part) if isinstance(claim.value, Number)]
    return len(nouns) == 2 and all(noun is not None and people(noun) for noun in nouns)


def _clause(article: Article, claim: Claim) -> str:
    """The words before a reading from the start of its sentence; cut where the sentence started too far away."""
    words = left(article, claim.span.start, _FAR)
    return words if len(words) < _FAR else f"…{words[1:]}"


def _counts(article: Article, whole: Claim, gap: str) -> bool:
    """Whether "45 of 30" counts things: the whole has a noun, or is told as one."""
    if _POSSESSED.match(right(article, whole.span.end, 40)):
        return False
    named = isinstance(whole.value, Number) and whole.value.noun is not None
    return (
        named
        or " out of" in gap
        or (" the " in gap and right(article, whole.span.end, 3)[:1] in (" ", ".", ",", ";", ")"))
    )


def _one_sort(whole: Claim, part: Claim, of: bool) -> bool:
    one, other = whole.value, part.value
    if not isinstance(one, Number) or not isinstance(other, Number):
        return True
    if other.noun is None or one.noun is None:
        return of or other.noun is None
    return (
        kind_of(other.noun, one.noun) or same_thing(one.noun, other.noun) or (people(one.noun) and people(other.noun))
    )
