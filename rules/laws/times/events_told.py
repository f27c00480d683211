"""A happening as any clause or noun phrase tells it: an act, and the things that it is about.

"The gate tower fell", "the fall of the gate tower" are one; so are "Dr Hall gave the library to the club" and "
""the library
was given by Dr Hall". The verb is looked for by its place, so that no list has to know it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from articles.article import Article
from articles.regex import regex
from articles.words import WordList, data_file
from rules.laws.times.clause_words import form_of
from rules.laws.times.happenings import own_name

MADE = "made"
"""The act of whatever brings a thing into being."""
OWN = "@"
"""Stands for the article's own subject."""
SHORTEST = 4
LONGEST = 7
"""How many words a name has at most."""
_WORD = regex(r"[\w’'-]+(?:\.(?= ?[A-Z]))?|[,()\"“”:]")
_FILLER = regex(r",? (?:in (?:its |his |her )?turn|for (?:its|his|her) part)\b,?")
_DETERMINERS = WordList(__file__, "determiners")
_PERSONS = frozenset(("he", "she", "him", "himself", "herself"))
_THINGS = frozenset(("it", "they", "them", "itself"))
_BE = frozenset(("was", "were", "been", "being", "be"))
_HELPING = frozenset(("had", "has", "have", "did", "having"))
_HELPED = _BE | _HELPING
_SPLIT = WordList(__file__, "splitting")
_LIGHT = WordList(__file__, "light")
_OCCUR = frozenset(("tak", "occur", "happen", "com", "follow", "carri", "made"))
"""Of the noun of a deed: it was done."""
_PARTICLES = frozenset(("up", "down", "out", "off", "away"))
_BARE = WordList(__file__, "bare")
_WORKS = frozenset(("work", "construction", "building", "works", "digging"))


class Event(NamedTuple):
    """An act and the things it is about, the first of them its subject."""

    act: str
    things: tuple[str, ...]

    @property
    def core(self) -> frozenset[str]:
        """The things but for the article's own subject."""
        return frozenset(self.things) - {OWN}


class Told(NamedTuple):
    """An event; ``denied`` where "not" stands before its verb, ``had`` where it lay before another by its tense."""

    event: Event
    denied: bool
    had: bool


@lru_cache(1 << 12)
def stem(word: str) -> str:
    """What the forms of a regular verb have in common: "moved", "moving" and "move"."""
    for end, put in (("ied", "i"), ("ed", ""), ("ing", "")):
        if word.endswith(end) and len(word) - len(end) > 1:
            word = word.removesuffix(end) + put
            break
    word = word.removesuffix("e") if len(word) > len("be") else word
    if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    rows = data_file(__file__, "events_told.toml")
    past = {form: stem(verb) for verb, forms in rows["irregular"].items() for form in forms.split()}
    nouns = {noun: stem(verb) for verb, listed in rows["nouns"].items() for noun in listed.split()}
    meant = {stem(verb): stem(one) for one, verbs in rows["same"].items() for verb in verbs.split()}
    meant |= {stem(verb): MADE for verb in rows["made"].split()}
    states = {word: stem(verb) for verb, words in rows["states"].items() for word in words.split()}
    return {"past": past, "nouns": nouns, "meant": meant, "states": states}


@lru_cache(1 << 14)
def act_of(low: str) -> str | None:
    """The act of a verb in the past or its participle; None for any other word."""
    told = form_of(low, "did")
    act = stem(told) if told else _rows()["past"].get(low)
    if act is None and low.endswith("ed") and len(low) > SHORTEST:
        act = stem(low)
    return _rows()["meant"].get(act, act) if act else None


@lru_cache(1 << 12)
def _deed_of(low: str) -> str | None:
    told = form_of(low, "deed")
    act = _rows()["nouns"].get(low) or (stem(told) if told else None)
    return _rows()["meant"].get(act, act) if act else None


def same(one: Event, other: Event) -> bool:
    """Whether two tell one happening: one act, on the same things as far as both name them."""
    if one.act != other.act:
        return False
    if one.core and other.core:
        return one.core <= other.core or other.core <= one.core
    return one.core == other.core and OWN in one.things and OWN in other.things


def clause(article: Article, text: str, it: str) -> Told | None:
    """What a clause tells that has a subject and a verb in the past; ``it`` is whom its pronoun means."""
    words = _words(text)
    lows = [word.lower() for word in words]
    at = _verb_at(lows)
    if at is None:
        return None
    verb = at
    while verb < len(lows) - 1 and (lows[verb] in _HELPED | {"not"} or lows[verb] in _LIGHT):
        verb += 1
    helping = lows[at:verb]
    act = stem(lows[verb]) if "did" in helping else act_of(lows[verb]) if verb > at or lows[at] not in _HELPED else None
    rest = verb + 1
    if act is None and set(helping) & _BE:
        state = _rows()["states"].get(lows[verb])
        act, rest = (_rows()["meant"].get(state, state), rest) if state else ("be", verb)
    if act in _OCCUR and (deed := phrase(article, " ".join(words[:at]), it, Event("", ()))) is not None and deed.act:
        return Told(deed, "not" in helping, "had" in helping)
    subject = _thing(article, words[:at], it) if act is not None else None
    if subject is None or act is None:
        return None
    if rest < len(lows) and lows[rest] in _PARTICLES:
        phrased = act_of(f"{lows[verb]} {lows[rest]}")
        act, rest = phrased or (act if act == MADE else f"{act} {lows[rest]}"), rest + 1
    if act == MADE and "to" in lows[rest:]:
        act = lows[verb]  # "was raised to its present height"
    things = (subject, *_things(article, words[rest:], it))
    return Told(Event(act, tuple(dict.fromkeys(things))), "not" in helping, "had" in helping)


def _verb_at(lows: Sequence[str]) -> int | None:
    """Where the verb of a clause begins, with what helps it; "the moved had gone" begins it behind the first."""
    for at in range(1, len(lows)):
        if lows[at] in _HELPED:
            return at
        if act_of(lows[at]):
            return at + 1 if at + 1 < len(lows) and lows[at + 1] in _HELPED else at
    return None


def phrase(article: Article, text: str, it: str, beside: Event) -> Event | None:
    """What a phrase without a verb tells: the noun of a deed, or a thing to which the same is done as ``beside``."""
    words = _words(text)
    lows = [word.lower() for word in words]
    if not lows or len(lows) > 2 * LONGEST or any(not word[0].isalnum() for word in lows):
        return None
    if lows[0].endswith("ing") and len(lows[0]) > SHORTEST + 1:
        start = 1 if lows[0] in ("being", "having") else 0
        act = (act_of(lows[start]) if start < len(lows) else None) if start else stem(lows[0])
        act = _rows()["meant"].get(act, act) if act else None
        return Event(act, (*beside.things[:1], *_things(article, words[start + 1 :], it))) if act else None
    for at, low in enumerate(lows[:3]):
        act = _deed_of(low)
        if act is not None and (at + 1 == len(lows) or lows[at + 1] in _SPLIT):
            whose = [OWN] if lows[0] in ("his", "her") and article.parties.person else []
            whose += [it] if lows[0] in ("its", "their") and it else []
            named = _thing(article, [words[0][:-2]], it) if words[0].endswith(("'s", "’s")) and at else None
            things = (*whose, *([named] if named else []), *_things(article, words[at + 1 :], it))
            return Event(act, tuple(dict.fromkeys(things))) if things else None
    name = _thing(article, words, it)
    if name is None or name in (OWN, it) or (lows[0] not in _DETERMINERS and not words[0][0].isupper()):
        return None
    if set(name.split()) <= _BARE.words and beside.things:
        name = f"{name} {beside.things[0].rpartition(' ')[2]}"  # "the last chapter before the first"
    return Event(beside.act, (name,))


def _words(text: str) -> list[str]:
    return [found.removesuffix(".") for found in _WORD.findall(_FILLER.sub("", text.strip(" ,.;:")))]


def subject_of(article: Article, text: str) -> str:
    """The subject of a sentence, for the "it" of the next one; empty where it has none."""
    words = _words(text)
    end = next((at for at, word in enumerate(words) if at and (word.lower() in _VERBAL or act_of(word.lower()))), 0)
    return _thing(article, words[:end], "") or ""


_VERBAL = _HELPED | {"is", "are", "stands", "lies"}


def _thing(article: Article, words: Sequence[str], it: str) -> str | None:
    """The name of what a noun phrase names; None where it is no name of one thing."""
    while words and words[0].lower() in _LIGHT:
        words = words[1:]
    while words and words[-1].lower() in _LIGHT.words - _BARE.words:
        words = words[:-1]
    if len(words) > len(("work", "on")) and words[0].lower() in _WORKS and words[1] in ("on", "of"):
        words = words[2:]  # "work on the canal began"
    lows = [word.lower() for word in words]
    if len(lows) == 1 and lows[0] in _PERSONS:
        return OWN if article.parties.person else it or None
    if len(lows) == 1 and lows[0] in _THINGS:
        return it or None
    if lows and lows[0] in _DETERMINERS:
        lows = lows[1:]
    lows = [low for low in lows if low not in ("the", "its", "his", "her")]
    if not lows or len(lows) > LONGEST or any(not low[0].isalpha() for low in lows) or "and" in lows:
        return None
    name = " ".join(lows).removesuffix("'s").removesuffix("’s")
    title = own_name(article)
    own = name == title or f"the {name}" in article.parties.aliases
    own = own or (article.parties.person and set(lows) <= set(title.split()))
    return OWN if own else name


def _things(article: Article, words: Sequence[str], it: str) -> list[str]:
    """The things that stand behind a verb, with or without a preposition before them; times are none."""
    found: list[str] = []
    run: list[str] = []
    for word in (*words, ","):
        low = word.lower()
        if low not in _SPLIT and word[0].isalnum():
            run.append(word)
            continue
        if run and not run[0][0].isdecimal():
            name = _thing(article, run, it)
            found += [name] if name and not name.endswith("ly") else []
        run = []
        if not word[0].isalnum():
            break
    return found
