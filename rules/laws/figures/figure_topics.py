"""What a figure is of where no fixed wording says so: the noun counted and the noun or the verb that governs it.

``descriptions.py`` reads ways of saying that leave no doubt whose a figure is. Here a sentence is taken apart: the
clause of the figure, the noun that it counts, the word that governs it, who has it, and when. What narrows it ends
the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from articles.claims.claim import Number, Percent
from rules.laws.figures.clause_owner import ANY
from rules.laws.figures.figure_clause import POSSESSIVE, Around, closed, is_year, past_of
from rules.laws.figures.property_words import changing, deeds, ends, lexicon, listed, shares, sort_of, told_as
from rules.laws.figures.topic_owner import noun_before, owner_of, placed, subject_of
from rules.laws.figures.topic_parts import Parts, parts_of, times
from rules.laws.nouns import head

_NEAR = 5
_MODS = 3
_SHORTEST = 4
_LONGEST_DEED = 4
_NO_NOUNS = ("definite", "pronouns", "indefinite")
_FAR = 8
_COMPLEMENT = frozenset(
    ("of", "for", "to", "from", "in", "by", "with", "without", "between", "on", "at", "into", "including")
)
_PLAIN_SORTS = {"area": "area", "volume": "volume", "power": "power"}
"""What an amount of a thing is that no word names: "the reserve's 1,270 km²"."""


class Topic(NamedTuple):
    """What a figure is of: a property, whose and when; ``definite`` where the sentence takes it for told before."""

    property: str
    yearly: bool
    owner: Callable[[], str | None]
    years: frozenset[str]
    past: bool | None
    definite: bool
    goods: str = ""


def topic(around: Around) -> Topic | None:
    """What a figure is of; None where no word says so or one narrows it."""
    parts = parts_of(around)
    if parts is None:
        return None
    return next((found for read in _READINGS if (found := read(parts)) is not None), None)


def _governed(parts: Parts) -> Topic | None:
    """Read "an attendance of 48,000", "the harvest came to 2 million tonnes", "deposits, which were £4 million"."""
    low, begin = parts.low, parts.begin
    at, glue = _glued(parts)
    if at <= begin or not glue:
        return None
    phrase = set(glue) == {"of"}
    end, inner = (at, None) if phrase else _inner(low, begin, at)
    if end <= begin or (inner is not None and low[end] in ("with", "without", "including")) or _no_noun(low[end - 1]):
        return None
    if low[end - 1] == "number" and inner is not None:
        return _number_of(parts, end, inner, glue)
    found = ends(low[begin:end], lexicon().nouns.get(low[end - 1], ()), parts.around.claim)
    opened = (found[1].name, found[1].yearly) if found else _open_noun(parts, low[end - 1])
    start = end - (len(found[0]) if found else 1)
    first = start
    while first > begin and start - first < _MODS and _adjective(low[first - 1]):
        first -= 1
    if opened is None or parts.narrowed(max(first - 1, begin) if phrase else begin, phrase=phrase):
        return None
    return _named(parts, opened, (first, start, end), inner, glue)


def _no_noun(word: str) -> bool:
    return not word.isalpha() or closed(word) or any(word in listed(name) for name in _NO_NOUNS)


def _named(
    parts: Parts, made: tuple[str, bool], at: tuple[int, int, int], inner: tuple[int, int] | None, glue: list[str]
) -> Topic:
    """The topic by its noun, with the adjectives before it and the complement behind it."""
    (name, yearly), (first, start, end), low = made, at, parts.low
    mods = sorted({lexicon().same.get(word, word) for word in low[first:start] if not parts.says_nothing(word)})
    if parts.percent:
        mods = [word for word in mods if word != "adult"]
    name = told_as().get(name, name)
    if inner is not None and low[end] != "of":  # "exports to the mainland" are others
        name, inner = f"{name} {' '.join(low[end : inner[1]])}", None
    definite = first > parts.begin and (low[first - 1] in listed("definite") or low[first - 1].endswith(POSSESSIVE))
    tense = next((told for word in glue if (told := past_of(word)) is not None), None)
    when = times(parts, first, yearly=yearly, told=not (set(glue) == {"of"} and definite))
    goods = parts.noun if not isinstance(parts.around.claim.value, Number | Percent) else ""
    owner = owner_of(parts, first, inner)
    return Topic(" ".join((*mods, name)), yearly, owner, when, tense, definite, goods)


def _glued(parts: Parts) -> tuple[int, list[str]]:
    """Where the noun ends behind which a figure stands, and the words between that tie the two."""
    low, at = parts.low, parts.end
    glue = []
    while at > parts.begin:
        word = low[at - 1]
        if word in listed("topic-glue"):
            glue.append(word)
        elif not (word in listed("hedges") or is_year(word) or word in listed("time-glue")):
            break
        at -= 1
    if set(glue) <= {"to", ",", "at"} and listed("bringing").isdisjoint(low[parts.begin : at]):
        return at, []
    return at, [word for word in glue if word != ","]


def _inner(low: Sequence[str], begin: int, at: int) -> tuple[int, tuple[int, int] | None]:
    """Where a noun phrase ends before its "of the lake", and where that stands."""
    cut = next((each for each in range(at - 2, max(begin, at - _FAR), -1) if low[each] in _COMPLEMENT), None)
    if cut is None or is_year(low[cut + 1]) or not all(word[:1].isalpha() for word in low[cut + 1 : at]):
        return at, None
    end, wider = _inner(low, begin, cut)
    return end, (wider[0], at) if wider else (cut + 1, at)


def _adjective(word: str) -> bool:
    if any(word in listed(name) for name in ("definite", "indefinite", "pronouns")) or closed(word):
        return False
    return (word[:1].isalpha() or is_year(word)) and not word.endswith(POSSESSIVE) and past_of(word) is not True


def _open_noun(parts: Parts, noun: str) -> tuple[str, bool] | None:
    """The property that any noun names: a harvest in tonnes, an indemnity in thalers."""
    value = parts.around.claim.value
    sort = sort_of(parts.around.claim)
    if (
        sort is None
        or (isinstance(value, Number) and parts.noun)
        or len(noun) < _SHORTEST
        or noun in listed("no-topic")
    ):
        return None
    if isinstance(value, Number) and noun.endswith("s"):
        return _count_of(head(noun))
    return f"{head(noun)} {sort}", noun not in listed("lasting-nouns")


def _count_of(noun: str) -> tuple[str, bool]:
    made = lexicon().names.get(lexicon().counted.get(noun, ""))
    return (made.name, made.yearly) if made else (f"number of {noun}", changing(noun))


def _number_of(parts: Parts, end: int, inner: tuple[int, int], glue: list[str]) -> Topic | None:
    """Read "the number of inhabitants was 8,120"."""
    words = parts.low[slice(*inner)]
    if not words or any(closed(word) or not word.isalpha() for word in words):
        return None
    name, yearly = _count_of(head(words[-1]))
    mods = sorted(set(words[:-1]) - listed("neutral"))
    tense = next((told for word in glue if (told := past_of(word)) is not None), None)
    if parts.narrowed(end - 1 if "to" in glue else parts.begin):
        return None
    when = times(parts, end - 1, yearly=yearly)
    return Topic(" ".join((*mods, name)), yearly, owner_of(parts, end - 1, None), when, tense, True)


def _done_behind(parts: Parts) -> Topic | None:
    """Read "the 1,600 killed", "17 million bottles had left the works", "the 260 hymns that he left"."""
    words = _relative(parts.behind)
    at, name = 0, _known(parts, words)
    while name is None and at < min(len(words), _NEAR) and (words[at] in listed("passive") or words[at].endswith("ly")):
        at += 1
        name = _known(parts, words[at:])
    verb = words[at] if at < len(words) else ""
    told = at or words is not parts.behind or parts.definite
    if name is None and told and (verb.endswith("ed") or verb in listed("irregular")) and verb not in listed("no-deed"):
        name = _stem(verb)
    bare = not any(word in listed("finite") or past_of(word) for word in parts.low[parts.begin : parts.end])
    if name is None or parts.narrowed(parts.full if parts.definite else parts.begin, phrase=parts.definite):
        return None
    owner = owner_of(parts, parts.end, None) if parts.definite or bare else subject_of(parts, parts.end)
    return _done(parts, name, parts.full if parts.definite else parts.begin, owner, None)


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


def _stem(verb: str) -> str:
    return verb.removesuffix("ed").removesuffix("e")


def _done(parts: Parts, name: str, start: int, owner: Callable[[], str | None], past: bool | None) -> Topic | None:
    value = parts.around.claim.value
    sort = sort_of(parts.around.claim)
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


def _had(parts: Parts) -> Topic | None:
    """Read "had 420 beds", "there were 360 beds", "the 27 monks", "its 19 stations"."""
    low, value = parts.low, parts.around.claim.value
    if not isinstance(value, Number) or not parts.noun:
        return None
    following = parts.behind[0] if parts.behind else "."
    plain = following in listed("no-deed") or following in ("living", "present")
    if (following in listed("restricting") - {"in", "at", "on"} or following.endswith(("ed", "ing"))) and not plain:
        return None
    name, yearly = _count_of(parts.noun)
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
    owner = (place or _open) if there else subject_of(parts, start)
    if place is not None and not there:
        name = f"{name} {' '.join(parts.behind[:_NEAR])}"  # "had 12 mills on the Ems"
    return Topic(name, yearly, owner, times(parts, start, yearly=yearly), past_of(low[start]), False)


def _open() -> str:
    return ANY


def _having(low: Sequence[str], begin: int, end: int) -> int | None:
    """Where the "had", "there were", "is home to" begins that a figure stands right behind."""
    if end == begin:
        return None
    for phrase in lexicon().having.get(low[end - 1], ()):
        if end - len(phrase) >= begin and tuple(low[end - len(phrase) : end]) == phrase:
            return end - len(phrase)
    there = next((at for at in range(end - 1, max(begin, end - _NEAR) - 1, -1) if low[at] == "there"), None)
    return (
        there
        if there is not None and all(word in listed("light") | listed("passive") for word in low[there + 1 : end])
        else None
    )


def _known_verb(parts: Parts) -> Topic | None:
    """Read "gave work to 340 men", "measures 2,050 m", "voted $640 million"."""
    low, begin, end = parts.low, parts.begin, parts.end
    if end == begin:
        return None
    found = ends(low[begin:end], lexicon().verbs.get(low[end - 1], ()), parts.around.claim)
    if found is not None and found[0] not in _ALSO_HAVING:
        start = end - len(found[0])
        return _told_of(parts, found[1].name, start)
    for size in range(min(_LONGEST_DEED, end - begin), 0, -1):
        phrase = " ".join(low[end - size : end])
        if phrase in deeds() and size > 1:
            return _told_of(parts, deeds()[phrase], end - size)
    return None


def _told_of(parts: Parts, name: str, start: int) -> Topic | None:
    if parts.narrowed(parts.begin) or _known(parts, parts.behind) is not None:
        return None
    return _done(parts, name, start, subject_of(parts, start), past_of(parts.low[start]))


def _done_to(parts: Parts) -> Topic | None:
    """Read "left 212 hymns", "ash fell on 52,000 km²"."""
    low, begin, end = parts.low, parts.begin, parts.end
    if end == begin or parts.narrowed(begin):
        return None
    led = end - 1 > begin and low[end - 1] in _LED
    verb = low[end - 2] if led else low[end - 1]
    if verb in deeds() and not led:
        return _done(parts, deeds()[verb], end - 1, subject_of(parts, end - 1), past_of(verb))
    if (verb.endswith("ed") or verb in listed("irregular")) and verb not in listed("no-deed"):
        return _done(parts, _stem(verb), end - 1 - led, subject_of(parts, end - 1 - led), True)
    return None


def _possessed(parts: Parts) -> Topic | None:
    """Read "the reserve's 1,270 km²", "over its 1,270 km²"."""
    sort = sort_of(parts.around.claim)
    word = parts.low[parts.full - 1] if parts.full > parts.begin else ""
    if sort not in _PLAIN_SORTS or not (word.endswith(POSSESSIVE) or word in ("its", "their")) or parts.noun:
        return None
    name = _PLAIN_SORTS[sort]
    owner = owner_of(parts, parts.full, None)
    return None if parts.narrowed(parts.full, phrase=True) else Topic(name, False, owner, frozenset(), None, True)


def _in_goods(parts: Parts) -> Topic | None:
    """Read "gave out $7 million in grants"."""
    words = parts.behind
    if sort_of(parts.around.claim) != "money" or words[:1] != ["in"] or len(words) < 2 or not words[1].isalpha():
        return None
    noun = words[1]
    if closed(noun) or len(noun) < _SHORTEST or not listed("no-topic").isdisjoint((noun,)):
        return None
    if closed(words[2]) or not words[2].isalpha() if len(words) > 2 else True:
        start = parts.begin
        return (
            None
            if parts.narrowed(start)
            else Topic(
                f"{head(noun)} money", True, subject_of(parts, parts.end), times(parts, start, yearly=True), None, False
            )
        )
    return None


def _measured(parts: Parts) -> Topic | None:
    """Read "is 2,410 m in length", "2,350 m long", "a mirror 1.9 m across"."""
    words, low, end = parts.behind, parts.low, parts.end
    for phrase, made in lexicon().behind.get(words[0] if words else "", ()):
        if tuple(words[: len(phrase)]) == phrase and made.fits(parts.around.claim):
            if end == parts.begin or parts.narrowed(parts.begin):
                return None
            if low[end - 1] in listed("being"):
                start = end - 1
                when = times(parts, start, yearly=made.yearly)
                return Topic(made.name, made.yearly, subject_of(parts, start), when, past_of(low[start]), False)
            if low[end - 1].isalpha() and not closed(low[end - 1]):
                return Topic(
                    made.name, made.yearly, noun_before(parts), times(parts, end, yearly=made.yearly), None, False
                )
            return None
    return None


_ALSO_HAVING = frozenset(
    (("had",), ("has",), ("numbered",), ("holds",), ("held",), ("hold",), ("carried",), ("contains",), ("contained",))
)
"""Verbs behind which a count is one of its own noun."""
_LED = frozenset(("on", "over", "at", "for", "through", "by", "to"))
_READINGS = (_measured, _in_goods, _known_verb, _possessed, _governed, _done_behind, _had, _done_to)
