"""What a figure is of by what is done: "the 1,600 killed", "gave work to 340 men", "many bottles left the works".

A deed is what its verb is called in ``described.toml``, else the verb's stem.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from articles.claims.claim import Number
from rules.laws.figures.clause_owner import SELF
from rules.laws.figures.figure_clause import closed, in_part, past_of
from rules.laws.figures.property_words import deeds, ends, lexicon, listed, shares, sort_of, told_as
from rules.laws.figures.topic import Topic, count_of
from rules.laws.figures.topic_owner import owner_of, subject_of
from rules.laws.figures.topic_parts import Parts, times
from rules.laws.nouns import head

_NEAR = 5
_LONGEST_DEED = 4
_SHORTEST = 4
_ALSO_HAVING = frozenset(
    (("had",), ("has",), ("numbered",), ("holds",), ("held",), ("hold",), ("carried",), ("contains",), ("contained",))
)
"""Verbs behind which a count is one of its own noun."""
_LED = frozenset(("on", "over", "at", "for", "through", "by", "to"))


def done_behind(parts: Parts) -> Topic | None:
    """Read "the 1,600 killed", "17 million bottles had left the works", "the 260 hymns that he left"."""
    words = _relative(parts.behind)
    restricting = parts.definite and words is parts.behind
    led = (at for at, word in enumerate(words[:_NEAR]) if word not in listed("passive") and not word.endswith("ly"))
    last = 0 if restricting else next(led, min(len(words), _NEAR))
    known = ((at, each) for at in range(last, -1, -1) if (each := _known(parts, words[at:])) is not None)
    at, name = next(known, None) or (last, None)
    verb = words[at] if at < len(words) else ""
    told = at or words is not parts.behind or parts.definite
    if name is None and told and (verb.endswith("ed") or verb in listed("irregular")) and verb not in listed("no-deed"):
        name = stem(verb)
    bare = not any(word in listed("finite") or past_of(word) for word in parts.low[parts.begin : parts.end])
    besides = " ".join(words[: at + _LONGEST_DEED])
    start = parts.full if parts.definite else parts.begin
    if name is None or parts.narrowed(start, phrase=parts.definite, besides=besides):
        return None
    owner = owner_of(parts, parts.end, None) if parts.definite or bare else subject_of(parts, parts.end)
    return done_so(parts, name, parts.full if parts.definite else parts.begin, owner, None)


def _known(parts: Parts, words: Sequence[str]) -> str | None:
    """What the verb is called with which some words begin, if it is one that is known."""
    for phrase in _openings(words):
        name = (parts.percent and shares().get(phrase)) or deeds().get(phrase)
        if name:
            return name
        found = ends(phrase.split(), lexicon().verbs.get(phrase.rsplit(" ", 1)[-1], ()), parts.around.claim)
        if found is not None and len(found[0]) == len(phrase.split()):
            return found[1].name
    return None


def _relative(words: Sequence[str]) -> Sequence[str]:
    """The words from the verb on of "that he left", "on which ash fell", "which the quay handled"."""
    at = next((at for at in (0, 1) if words[at : at + 1] and words[at] in ("that", "which", "who", "whom")), None)
    if at is None:
        return words
    verb = next((each for each in range(at + 1, min(at + _NEAR, len(words))) if _is_verb(words[each])), None)
    if verb is not None and words[verb] in ("can", "could") and len(words) > verb + 1:
        return [f"can {words[verb + 1]}", *words[verb + 2 :]][0].split()
    return words[verb:] if verb is not None else words[:0]


def _is_verb(word: str) -> bool:
    return (
        word.endswith("ed")
        or word in listed("irregular")
        or word in listed("passive")
        or word in deeds()
        or word in ("can", "could")
    )


def _openings(words: Sequence[str]) -> list[str]:
    return [" ".join(words[:size]) for size in range(_LONGEST_DEED, 0, -1) if len(words) >= size]


def stem(verb: str) -> str:
    """A past without its ending."""
    return verb.removesuffix("ed").removesuffix("e")


def done_so(parts: Parts, name: str, start: int, owner: Callable[[], str | None], past: bool | None) -> Topic | None:
    """The topic of what is done to things: "number of destroyed house"."""
    value = parts.around.claim.value
    sort = sort_of(parts.around.claim)
    name = "output" if name in listed("mass-deeds") and sort in ("mass", "volume") else name
    made = lexicon().names.get(name)
    number = isinstance(value, Number)
    if sort is None or (made is not None and sort not in made.sorts):
        return None
    if number and not parts.noun and made is None and name not in listed("people-deeds"):
        return None
    if made is not None:
        told, yearly = told_as().get(name, name), made.yearly
        if number and parts.noun and head(parts.noun) not in made.things:
            told = f"{told} {parts.noun}"
    elif name in listed("people-deeds"):
        told, yearly = f"{name} people", False
    else:
        told, yearly = f"{name} {parts.noun if number else ''} {sort}", name in listed("yearly-deeds")
    goods = "" if number or parts.percent else parts.noun
    when = times(parts, start, yearly=yearly)
    return Topic(" ".join((*sorted(parts.mods), told)), yearly, owner, when, past, parts.definite, goods)


def known_verb(parts: Parts) -> Topic | None:
    """Read "gave work to 340 men", "measures 2,050 m", "voted $640 million"."""
    low, begin, end = parts.low, parts.begin, parts.end
    if end == begin:
        return None
    found = ends(low[begin:end], lexicon().verbs.get(low[end - 1], ()), parts.around.claim)
    if found is not None and in_part(parts.around, found[1]):
        return None
    if found is not None and found[0] not in _ALSO_HAVING:
        start = end - len(found[0])
        return _told_of(parts, found[1].name, start)
    for size in range(min(_LONGEST_DEED, end - begin), 0, -1):
        phrase = " ".join(low[end - size : end])
        if phrase in deeds() and size > 1:
            return _told_of(parts, deeds()[phrase], end - size)
    return None


def _told_of(parts: Parts, name: str, start: int) -> Topic | None:
    if (
        parts.narrowed(parts.begin, besides=" ".join(parts.low[start : parts.end]))
        or _known(parts, parts.behind) is not None
    ):
        return None
    return done_so(parts, name, start, subject_of(parts, start), past_of(parts.low[start]))


def done_to(parts: Parts) -> Topic | None:
    """Read "left 212 hymns", "ash fell on 52,000 km²", "keeps 68,000 objects"."""
    low, begin, end = parts.low, parts.begin, parts.end
    if end == begin or parts.narrowed(begin, besides=" ".join(low[max(end - 2, 0) : end])):
        return None
    led = end - 1 > begin and low[end - 1] in _LED
    verb = low[end - 2] if led else low[end - 1]
    if verb in deeds() and not led:
        return done_so(parts, deeds()[verb], end - 1, subject_of(parts, end - 1), past_of(verb))
    if (verb.endswith("ed") or verb in listed("irregular")) and verb not in listed("no-deed"):
        return done_so(parts, stem(verb), end - 1 - led, subject_of(parts, end - 1 - led), True)
    return _kept(parts, end - 1) if not led else None


def _kept(parts: Parts, verb: int) -> Topic | None:
    """Read "lends 40 boats": what something does with so many in the present it has."""
    word, value = parts.low[verb], parts.around.claim.value
    if not isinstance(value, Number) or not parts.noun or len(word) < _SHORTEST or not word.endswith("s"):
        return None
    subject = subject_of(parts, verb)
    if closed(word) or word.endswith(("ss", "'s", "’s")) or verb == parts.begin or subject() != SELF:
        return None
    name, yearly = count_of(parts.noun)
    name = " ".join((*sorted(parts.mods), told_as().get(name, name)))
    return Topic(name, yearly, subject, times(parts, verb, yearly=yearly), False, False)
