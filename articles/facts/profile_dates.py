"""The date of what happened once to an article's own subject: "went down the slip on 3 July 1897"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from articles.claims.calendar import Date
from articles.claims.claim import Claim
from articles.facts.own_subject import OwnSubject, Tail
from articles.facts.profile_words import profile
from articles.regex import regex
from articles.words import worded

REACH = 130
LONGEST_SERIES = 3
"""How many participles with their dates may follow the one whose subject is named."""
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART = r"the (?:year|autumn|spring|summer|winter|night|evening|morning|afternoon)(?: of)?"
_TO_SOME = regex(r" to (?!(?:the )?(?:traffic|public|visitors|passengers|all)\b)")
"""What is opened to double-track traffic was open before."""
_PLACED = regex(rf"[^.;:()]{{0,90}} (?:on|in|to|from|circa|c\.|around) (?:{_PART} )?$| $")
_STOPS = regex(
    r"\b(?:as (?:a )?part of|is|was|were|are|has|had|which|who|that|when|while|until|after|before|since|whose|where|but"
    r"|and (?:[a-z]+ )?[a-z]+ed)\b"
)
_SERIES = regex(r",? and (?:[a-z]+ly |first |then |later |again )?|, (?:[a-z]+ly |first |then |later )?")
"""Between a date and the next participle of a series."""
_THE = regex(r" (?:is|was) the ")
_ALONE = regex(
    r"[.,;:()]|\s*$| (?:in|on|at|to|by|with|for|as|and|but|under|after|near|along|from|before|during|early|late|around"
    r"|fully)\b"
)
"""What stands behind a verb that has no object: not "opened a new wing in 1905"."""
_BE = frozenset(("was", "were", "is", "been", "being"))
_LED = regex(rf"(?:In|On|By|During|Early in|Late in|Early on|Around|About|At the end of)(?: the| {_PART})? $")
_PAPER = worded(__file__, r"\b{papers} of $")


class Dated(NamedTuple):
    """A property whose date a claim is, with its basis behind a slash if it has one."""

    property: str


def dated(
    text: str,
    bounds: tuple[int, int],
    claims: Sequence[Claim],
    index: int,
    own: OwnSubject,
    *,
    settled: bool,
    series: int = LONGEST_SERIES,
) -> Iterator[Dated]:
    """What a date is of, where that happened to the subject; ``series`` is how many dates before it may lead to it."""
    claim = claims[index]
    start = bounds[0]
    base = max(start, claim.span.start - REACH)
    if index and isinstance(claims[index - 1].value, Date):
        base = max(base, claims[index - 1].span.end)
    left = text[base : claim.span.start]
    tokens = [(found[0].lower(), base + found.start(), base + found.end()) for found in _WORD.finditer(left)]
    for at in range(len(tokens) - 1, -1, -1):
        for phrase, voice, name in profile().verbs.get(tokens[at][0], ()):
            if tuple(word for word, _, _ in tokens[at : at + len(phrase)]) != phrase:
                continue
            end = tokens[at + len(phrase) - 1][2]
            between = text[end : claim.span.start]
            narrowed = not profile().lists["narrowing"].isdisjoint(between.split())
            narrowed = narrowed or (phrase[-1] == "opened" and _TO_SOME.match(between) is not None)
            if narrowed or not _PLACED.fullmatch(between) or _unreal(tokens, at, own):
                continue
            follows = series and voice == "passive" and _follows(text, bounds, claims, index, tokens[at][1])
            if follows and not _STOPS.search(between):
                before = dated(text, bounds, claims, index - 1, own, settled=settled, series=series - 1)
                yield from (Dated(name) for _ in islice(before, 1))
            elif _happened(text, start, tokens, at, end, claim, voice, own, settled=settled):
                yield Dated(name)
    yield from _ahead(text, bounds, claim, own, settled=settled)


def _follows(text: str, bounds: tuple[int, int], claims: Sequence[Claim], index: int, place: int) -> bool:
    """Whether a participle goes on behind the date of another: "was laid down in 1910, launched in 1912 and"."""
    before = claims[index - 1] if index else None
    if before is None or before.span.start < bounds[0] or not isinstance(before.value, Date):
        return False
    return _SERIES.fullmatch(text, before.span.end, place) is not None


def _unreal(tokens: list[tuple[str, int, int]], at: int, own: OwnSubject) -> bool:
    """Whether a verb is denied, only wished, or told of something that is not the subject itself.

    "The school was founded" is told of a school where that is what the article is on.
    """
    before = [word for word, _, _ in tokens[max(at - 5, 0) : at]]
    pairs = tuple(pairwise(before))
    wished = any(pair in (("to", "have"), ("to", "be")) for pair in pairs)
    anew = any(one in ("present", "current") and other in own.nouns for one, other in pairs)
    return wished or anew or not (profile().lists["unreal"] - own.nouns).isdisjoint(before)


def _happened(
    text: str,
    start: int,
    tokens: list[tuple[str, int, int]],
    at: int,
    end: int,
    claim: Claim,
    voice: str,
    own: OwnSubject,
    *,
    settled: bool,
) -> bool:
    """Whether what a verb tells happened to the subject."""
    between = text[end : claim.span.start]
    place = tokens[at][1]
    match voice:
        case "active":
            thing = own.at(text, end + 1, settled=False)
            passive = at > 0 and tokens[at - 1][0] in _BE
            return not passive and _whole(text, thing) and not _STOPS.search(text, thing, claim.span.start)
        case "own":
            alone = _ALONE.match(text, end)
            return (
                bool(alone)
                and not _STOPS.search(between)
                and own.governs(text, start, place, Tail.VERB, settled=settled)
            )
        case "noun":
            return _of_own(text, tokens, at, end, claim, own, settled=settled)
        case _:
            if _STOPS.search(between):
                return False
            return _passive(text, start, tokens, at, claim, own, settled=settled)


def _whole(text: str, end: int) -> bool:
    """Whether a name that ends at a place is the whole object: not "established Norby municipal government"."""
    return end > 0 and _ALONE.match(text, end) is not None


def _passive(
    text: str, start: int, tokens: list[tuple[str, int, int]], at: int, claim: Claim, own: OwnSubject, *, settled: bool
) -> bool:
    place = tokens[at][1]
    if place == start:
        return _subject_behind(text, claim, own, settled=settled)
    here = at
    while here > 0 and tokens[here - 1][0] in profile().lists["dated_light"]:
        here -= 1
    if here > 0 and tokens[here - 1][0] in _BE:
        if _THE.search(text, start, place):
            return False  # "It is the oldest see and was established in 1240"
        return own.governs(text, start, tokens[here - 1][1], Tail.VERB, settled=settled)
    return own.governs(text, start, tokens[here][1], Tail.PARTICIPLE, settled=settled)


def _subject_behind(text: str, claim: Claim, own: OwnSubject, *, settled: bool) -> bool:
    """Whether the subject follows an opening participle: "Founded in 1985 by students, it is"."""
    stop = claim.span.end + REACH
    full = text.find(". ", claim.span.end, stop)
    stop = full if full > 0 else stop
    comma = text.find(", ", claim.span.end, stop)
    while comma > 0:
        if own.acts(text, comma + 2, settled=settled):
            return True
        comma = text.find(", ", comma + 2, stop)
    return False


def _of_own(
    text: str, tokens: list[tuple[str, int, int]], at: int, end: int, claim: Claim, own: OwnSubject, *, settled: bool
) -> bool:
    """Whether a noun such as "foundation" is the subject's: "its foundation in 1784", "the foundation of the town"."""
    if text.startswith(" of ", end):
        lead = tokens[at - 2][0] if at > 1 else ""
        if at > 1 and lead not in profile().lists["leading"]:
            return False
        thing = own.at(text, end + 4, settled=False)
        return thing > 0 and text[thing : claim.span.start] in (" in ", " on ")
    before = tokens[at - 1][0] if at else ""
    return before == "its" and settled and text[end : claim.span.start] in (" in ", " on ")


def _ahead(text: str, bounds: tuple[int, int], claim: Claim, own: OwnSubject, *, settled: bool) -> Iterator[Dated]:
    """A date that stands before what happened: "In 1918 he set up the firm", "a letter of 1784 founded the town"."""
    start, stop = bounds
    head = text[max(start, claim.span.start - REACH) : claim.span.start]
    if not (_LED.fullmatch(head) or _PAPER.search(head)):
        return
    base, limit = claim.span.end, min(stop, claim.span.end + REACH)
    tokens = [
        (found[0].lower(), base + found.start(), base + found.end()) for found in _WORD.finditer(text[base:limit])
    ]
    for at, (word, place, _) in enumerate(tokens):
        for phrase, voice, name in profile().verbs.get(word, ()):
            if tuple(each for each, _, _ in tokens[at : at + len(phrase)]) != phrase or _unreal(tokens, at, own):
                continue
            end = tokens[at + len(phrase) - 1][2]
            between = text[base:place]
            if voice == "active" and _whole(text, own.at(text, end + 1, settled=False)) and not _STOPS.search(between):
                if at == 0 or tokens[at - 1][0] not in _BE:
                    yield Dated(name)
            elif voice in ("passive", "own") and _LED.fullmatch(head):
                lead = base + len(between) - len(between.lstrip(", "))
                named = own.at(text, lead, settled=settled)
                words = text[named:place].split() if named > 0 else ["?"]
                be = {"was", "were", "been"}
                if all(each in be or each in profile().lists["dated_light"] for each in words) and (
                    _ALONE.match(text, end) if voice == "own" else be.intersection(words)
                ):
                    yield Dated(name)
