"""What a count is of that something has: "had 420 beds", "its 19 stations", "forty-two species breed there"."""

from __future__ import annotations

from collections.abc import Sequence

from articles.claims.claim import Number
from rules.laws.figures.clause_owner import SELF
from rules.laws.figures.figure_clause import closed, fronted_of, past_of
from rules.laws.figures.property_words import lexicon, listed, told_as
from rules.laws.figures.topic import Topic, count_of, left_open
from rules.laws.figures.topic_deeds import done_so, stem
from rules.laws.figures.topic_owner import owner_of, placed, subject_of
from rules.laws.figures.topic_parts import Parts, times

_NEAR = 5


def had(parts: Parts) -> Topic | None:
    """Read "had 420 beds", "there were 360 beds", "the 27 monks", "its 19 stations"."""
    low, value = parts.low, parts.around.claim.value
    if not isinstance(value, Number) or not parts.noun:
        return None
    following = parts.behind[0] if parts.behind else "."
    relative = following in ("who", "that", "which") and parts.behind[1:2] and parts.behind[1] in listed("no-deed")
    plain = following in listed("no-deed") or following in ("living", "present") or relative
    if (following in listed("restricting") - {"in", "at", "on"} or following.endswith(("ed", "ing"))) and not plain:
        return None
    name, yearly = count_of(parts.noun)
    name = " ".join((*sorted(parts.mods), told_as().get(name, name)))
    place = placed(parts)
    if parts.definite:
        if parts.narrowed(parts.full, phrase=True):
            return None
        owner = owner_of(parts, parts.end, None) if place is None else place
        return Topic(name, yearly, owner, times(parts, parts.full, yearly=yearly, told=False), None, True)
    start = _having(low, parts.begin, parts.end)
    if start is None or parts.narrowed(parts.begin):
        return None
    there = low[start] == "there"
    with_it = fronted_of(parts.around) if low[start] == "with" else subject_of(parts, start)
    owner = (place or left_open) if there else with_it
    if place is not None and not there:
        name = f"{name} {' '.join(parts.behind[:_NEAR])}"  # "had 12 mills on the Ems"
    return Topic(name, yearly, owner, times(parts, start, yearly=yearly), past_of(low[start]), False)


def _having(low: Sequence[str], begin: int, end: int) -> int | None:
    """Where the "had", "there were", "is home to" begins that a figure stands right behind."""
    if end == begin:
        return None
    for phrase in lexicon().having.get(low[end - 1], ()):
        if end - len(phrase) >= begin and tuple(low[end - len(phrase) : end]) == phrase:
            return end - len(phrase)
    if not begin and low[:end] == ["with"]:
        return 0
    there = next((at for at in range(end - 1, max(begin, end - _NEAR) - 1, -1) if low[at] == "there"), None)
    return (
        there
        if there is not None and all(word in listed("light") | listed("passive") for word in low[there + 1 : end])
        else None
    )


def beginning(parts: Parts) -> Topic | None:
    """Read "Forty-two species of birds breed there", "Eighteen clubs entered the competition"."""
    value = parts.around.claim.value
    bare = not any(word in listed("finite") or past_of(word) for word in parts.low[parts.begin : parts.end])
    if not isinstance(value, Number) or not parts.noun or not bare or parts.definite or not parts.behind:
        return None
    words = _without_goods(parts.behind)
    if words[:1] in (["were"], ["are"], ["was"]) and words[1:2] and words[1] in listed("no-deed"):
        words = ["are", "there"]  # "12,600 dunlins were counted there"
    verb, following = words[0] if words else "", words[1] if len(words) > 1 else "."
    if (
        not verb.isalpha()
        or (closed(verb) and verb != "are")
        or verb.endswith("ing")
        or parts.narrowed(parts.begin, besides=verb)
    ):
        return None
    if (verb.endswith("ed") and not verb.endswith("eed")) or verb in listed("irregular"):
        plain = following in listed("definite") or following in ("a", "an", ".", ",", "for")
        return (
            done_so(parts, stem(verb), parts.begin, left_open, True)
            if plain and verb not in listed("no-deed")
            else None
        )
    if following not in ("there", "here", "in", "on", "at", "along"):
        return None
    name, yearly = count_of(parts.noun)
    name = " ".join((*sorted(parts.mods), told_as().get(name, name)))
    return Topic(name, yearly, left_open, times(parts, parts.begin, yearly=yearly), False, False)


def _without_goods(words: Sequence[str]) -> Sequence[str]:
    """The words behind "of birds"."""
    return words[2:] if words[:1] == ["of"] and len(words) > 2 and words[1].isalpha() else words


def of_its_kind(parts: Parts) -> Topic | None:
    """Read "is an orchestra of 84 musicians", "a hotel with 146 rooms"."""
    value, low, end = parts.around.claim.value, parts.low, parts.end
    if not isinstance(value, Number) or not parts.noun or not low[end - 1 : end] or low[end - 1] not in ("of", "with"):
        return None
    if not parts.around.clause.is_kind(end) or subject_of(parts, _being(low, parts.begin, end))() != SELF:
        return None
    if (low[end - 2] not in parts.around.names.nouns and low[end - 1] == "of") or parts.narrowed(end - 1):
        return None
    name, yearly = count_of(parts.noun)
    name = " ".join((*sorted(parts.mods), told_as().get(name, name)))
    return Topic(name, yearly, lambda: SELF, times(parts, end, yearly=True) if yearly else frozenset(), None, False)


def _being(low: Sequence[str], begin: int, end: int) -> int:
    return next((at for at in range(begin, end) if low[at] in ("is", "was", "are", "were")), end)
