"""What a figure is of, by the words around it, and what leads to it: "a length of", "seats", "floors"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from articles.claims.claim import Claim, Number
from articles.facts.own_subject import OwnSubject, Tail
from articles.facts.profile_words import Measure, profile
from articles.regex import regex

LEFT, RIGHT = 110, 60
"""How far before and behind a figure its words may stand."""
WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PROPER = regex(
    r"^(?:the )?(?:city|town|village|municipality|republic|river|island) of | (?:proper|itself|alone|as a whole)$"
)


class Whose(StrEnum):
    """How a figure's owner is told."""

    SUBJECT = "subject"
    OWN = "own"
    BARE = "bare"
    JOINED = "joined"


class Hit(NamedTuple):
    """A property that words around a figure name; ``at`` is where the words start that the owner governs."""

    measure: Measure
    at: int
    tail: Tail
    whose: Whose


Tokens = list[tuple[str, int]]
"""Lower-case words with their places in the prose."""


def hits(
    text: str, claim: Claim, bounds: tuple[int, int], own: OwnSubject, measures: Iterable[Measure]
) -> Iterator[Hit]:
    """The properties that the words around a figure name, of those that are looked for."""
    start, end = bounds
    base = max(start, claim.span.start - LEFT)
    tokens = [(found[0].lower(), base + found.start()) for found in WORD.finditer(text[base : claim.span.start])]
    if text[claim.span.start - 1 : claim.span.start] not in (" ", "\xa0", "\n", ""):
        return
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    counted = text[claim.span.start : claim.span.end].endswith(noun) if noun else True
    rest = text[claim.span.end : min(claim.span.end + RIGHT, end)]
    behind = [word.lower() for word in WORD.findall(f"{noun} {rest}" if noun and counted else rest)]
    last = len(tokens) - 1
    while last >= 0 and tokens[last][0] in profile().lists["hedges"]:
        last -= 1
    for measure in measures:
        hit = (
            _behind(measure, tokens, last, behind, claim)
            or (_counts(measure, noun, behind, counted=counted) and _verb(measure, tokens))
            or _noun(text, measure, tokens, own)
        )
        if hit is not None:
            yield hit


def noun_of(claim: Claim) -> str | None:
    """What a number counts: "rural municipalities"."""
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    return noun.lower() if noun else None


def _noun(text: str, measure: Measure, tokens: Tokens, own: OwnSubject) -> Hit | None:
    """A figure behind a noun: "a length of 241 km", "the length of the bridge is 241 km"."""
    last = len(tokens) - 1
    while last >= 0 and tokens[last][0] in profile().lists["hedges"] and tokens[last][0] not in ("of", "to"):
        last -= 1
    if last < 1 or not (tokens[last][0] in profile().lists["links"] or tokens[last][0] == "be"):
        return None
    here, word = last, tokens[last][0]
    while here > 0 and (
        tokens[here - 1][0] in profile().lists["be"]
        or tokens[here - 1][0] in profile().lists["has"]
        or tokens[here][0] in ("estimated", "put", "given")
        or (tokens[here][0] == "be" and tokens[here - 1][0] == "to")
        or (tokens[here][0] == "to" and tokens[here - 1][0] == "estimated")
    ):
        here -= 1
    width = _ending(measure.nouns, tokens, here)
    if not width and word != "of":
        links = [at for at in range(here - 1, max(here - 9, 0), -1) if tokens[at][0] == "of"]
        link = next((at for at in links if _ending(measure.nouns, tokens, at)), -1)
        width = _ending(measure.nouns, tokens, link) if link > 0 else 0
        if width and not (measure.property == "population" and _narrowed(tokens, link - width)):
            of = _PROPER.sub("", text[tokens[link][1] + 3 : tokens[here][1]].rstrip())
            owned = own.at(f"{of} ", 0, settled=False) == len(of)
            return Hit(measure, tokens[link - width][1], Tail.VERB, Whose.OWN) if owned else None
    if not width:
        return None
    return _held(text, own, measure, tokens, here - width)


def _narrowed(tokens: Tokens, first: int) -> bool:
    """Whether a word before a noun makes it that of a part: "the Jewish population of Ems"."""
    before = tokens[first - 1][0] if first else ""
    lists = profile().lists
    return bool(before) and before not in lists["determiners"] and before not in lists["adjectives"]


def _held(text: str, own: OwnSubject, measure: Measure, tokens: Tokens, first: int) -> Hit | None:
    """Who has a noun that starts at a token: the subject of "has a", "its", or nobody that is named."""
    while first > 0 and tokens[first - 1][0] in profile().lists["adjectives"]:
        first -= 1
    before = tokens[first - 1][0] if first else ""
    if before == "its":
        return Hit(measure, tokens[first - 1][1], Tail.VERB, Whose.OWN)
    if before.endswith(("'s", "’s")):
        end = tokens[first - 1][1] + len(before) - 2
        starts = [end - len(name) for name in own.words | own.nouns if text.startswith(name, end - len(name))]
        return Hit(measure, tokens[first - 1][1], Tail.VERB, Whose.OWN) if starts else None
    if before not in profile().lists["determiners"]:
        return None
    lead = tokens[first - 2][0] if first > 1 else ""
    if before != "the" or lead in ("at", "to", "with"):
        return _led(measure, tokens, first - 2)
    return Hit(measure, tokens[first - 1][1], Tail.VERB, Whose.BARE)


def _led(measure: Measure, tokens: Tokens, at: int) -> Hit | None:
    """What leads to a noun with its article: "has a", "with a", "lies at an", "reaches a"."""
    if at < 0:
        return None
    word, place = tokens[at]
    if word in profile().lists["has"] or word in profile().lists["stands"] or word in profile().lists["covers"]:
        tail = Tail.PARTICIPLE if word.endswith("ing") else Tail.VERB
        return Hit(measure, place, tail, Whose.SUBJECT)
    if word in ("with", "having") or (word == "at" and not at):
        return Hit(measure, place, Tail.WITH, Whose.SUBJECT)
    if word == "and":  # "an area of 42 km2 and a depth of"
        return Hit(measure, place, Tail.WITH, Whose.JOINED)
    if word in ("at", "to", "over", "on") and at and tokens[at - 1][0] in profile().lists["stands"]:
        passive = at > 1 and tokens[at - 2][0] in profile().lists["be"]
        return Hit(measure, tokens[at - 2 if passive else at - 1][1], Tail.VERB, Whose.SUBJECT)
    return None


def _behind(measure: Measure, tokens: Tokens, last: int, behind: list[str], claim: Claim) -> Hit | None:
    """A figure with its noun or adjective behind it: "is 241 km long", "a 240 m main span", "holds 500 spectators"."""
    width = next((width for width in (4, 3, 2, 1) if tuple(behind[:width]) in measure.behind), 0)
    sort = noun_of(claim) if measure.sorted else None
    if not width and (sort is None or (sort.split()[-1],) not in measure.behind):
        return None
    if not tokens:
        fits = measure.passive and _is_passive(measure, behind[width:])
        return Hit(measure, claim.span.start, Tail.VERB, Whose.BARE) if fits else None
    word, place = tokens[-1]
    if measure.parts and word in profile().lists["determiners"]:
        return Hit(measure, place, Tail.THING, Whose.BARE)
    if measure.value == "number":
        held = _holding(measure, tokens, last, behind[width:], claim)
        if held or measure.property != "floors" or word not in profile().lists["determiners"]:
            return held
    if measure.value == "quantity" and len(tokens) == 1 and word in profile().lists["opening"]:
        return Hit(measure, place, Tail.VERB, Whose.SUBJECT)
    if last >= 0 and (tokens[last][0] in profile().lists["be"] or _ending(measure.verbs, tokens, last + 1)):
        return Hit(measure, tokens[last][1], Tail.VERB, Whose.SUBJECT)
    if word in ("a", "an", "the"):
        return Hit(measure, place, Tail.THING, Whose.SUBJECT)
    return Hit(measure, claim.span.start, Tail.THING, Whose.SUBJECT) if measure.value == "quantity" else None


def _holding(measure: Measure, tokens: Tokens, last: int, behind: list[str], claim: Claim) -> Hit | None:
    """Things counted, by who has them: "holds 500 spectators", "with 500 seats", "500 students are enrolled"."""
    end = last + 1 + (last + 1 < len(tokens) and tokens[last + 1][0] == "of")  # "consists of about"
    held = _ending(measure.holders, tokens, end) or _ending(measure.holders, tokens, end := last + 1)
    if held:
        word, place = tokens[end - held]
        alone = measure.sorted and end > held and tokens[end - held - 1][0] not in profile().lists["be"]
        reduced = alone and word.endswith(("ed", "ing"))  # "is an archipelago composed of nine islands"
        return Hit(measure, place, Tail.PARTICIPLE if reduced else Tail.VERB, Whose.SUBJECT)
    if last >= 0 and tokens[last][0] in profile().lists["has"]:
        return Hit(measure, tokens[last][1], Tail.VERB, Whose.SUBJECT)
    if last >= 0 and tokens[last][0] in ("with", "having") and not measure.sorted:
        return Hit(measure, tokens[last][1], Tail.WITH, Whose.SUBJECT)
    if measure.passive and _is_passive(measure, behind):
        return Hit(measure, claim.span.start, Tail.VERB, Whose.BARE)
    return None


def _is_passive(measure: Measure, behind: list[str]) -> bool:
    """Whether what is counted is said to be enrolled, employed."""
    return any(word in measure.passive for word in behind[:3])


def _counts(measure: Measure, noun: str | None, behind: list[str], *, counted: bool) -> bool:
    """Whether what a verb of a count leads to is what it counts: "enrols 2,100", not "enrols 300 foreign students"."""
    if measure.value != "number" or not noun:
        return True
    return any(phrase[-1] == noun for phrase in measure.behind) and (counted or behind[:1] == [noun])


def _verb(measure: Measure, tokens: Tokens) -> Hit | None:
    """A figure behind a verb of its own: "flows for 241 km"."""
    end = len(tokens)
    while end > 0:
        width = _ending(measure.verbs, tokens, end)
        if width:
            word, place = tokens[end - width]
            return Hit(measure, place, Tail.PARTICIPLE if word.endswith("ing") else Tail.VERB, Whose.SUBJECT)
        if tokens[end - 1][0] not in profile().lists["hedges"]:
            return None
        end -= 1
    return None


def _ending(phrases: frozenset[tuple[str, ...]], tokens: Tokens, end: int) -> int:
    """How many tokens a phrase of a list has that ends before a token; 0 where none does."""
    if end < 1 or tokens[end - 1][0] not in _last_words(phrases):
        return 0
    for width in (4, 3, 2, 1):
        if end >= width and tuple(word for word, _ in tokens[end - width : end]) in phrases:
            return width
    return 0


@cache
def _last_words(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in phrases)
