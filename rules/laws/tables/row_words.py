"""The words of ``row_words.toml``: what a header says its column states, and how a sentence tells the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from articles.facts.sheets import sheet_words
from articles.facts.table_words import header
from articles.regex import regex
from articles.words import data_file

_WORD = regex(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?")
_SHORTEST_STEM = 4
_VERBAL = ("ed", "en", "ion", "ing", "ment", "ure", "ance")
"""How a word ends that may name an event of its own."""
_MOST_WORDS = 3


class Told(NamedTuple):
    """How sentences tell what a column states: by any of some words, or by a word of one of some stems.

    ``bare`` says that the header says when and not what, so that only the words around the table do.
    """

    words: frozenset[str]
    stems: frozenset[str] = frozenset()
    bare: bool = False

    def __bool__(self) -> bool:
        """Whether anything is told."""
        return bool(self.words)

    def by(self, word: str) -> bool:
        """Whether a word tells it."""
        return word in self.words or (bool(self.stems) and stem(word) in self.stems)


NOTHING = Told(frozenset())
RELATIONS = Told(frozenset(("relations begun",)))
"""What a column states of the day on which relations began; no single word tells it."""


def _lists() -> Mapping[str, Any]:
    return data_file(__file__, "row_words.toml")


@cache
def _events() -> Mapping[str, int]:
    """The group of every word of events."""
    return {word: at for at, row in enumerate(_lists()["event"]) for word in row["words"]}


@lru_cache(1 << 12)
def stem(word: str) -> str:
    """A word without its ending: "elected" and "election" have one stem."""
    for ending in _lists()["endings"]["words"]:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@cache
def event(text: str, around: str) -> Told:
    """What tells the event of a column of dates; nothing where its header names none, or two."""
    lists = _lists()
    words = _WORD.findall(header(text)[0])
    if len(words) > 1 and set(words) <= {*lists["terms"]["of"], *lists["terms"]["ends"]}:
        return Told(frozenset((" ".join(words),)))  # "Reign ended": said so by another table only
    if not words or len(words) > _MOST_WORDS or not set(words).isdisjoint(lists["dealings"]["words"]):
        return NOTHING
    said = [word for word in words if word not in lists["eventless"]["words"]]
    bare = not said
    if bare:
        said = [word for word in words_of(around) if word in _events()] or of_works(around)
    if "first" in words and not clause_list("performing").isdisjoint(words):
        said = ["premiere"]
    groups = {_events()[word] for word in said if word in _events()}
    if len(groups) == 1:
        return Told(frozenset(lists["event"][groups.pop()]["words"]), frozenset(), bare)
    if bare or groups or len(said) != 1 or not said[0].endswith(_VERBAL) or len(said[0]) < _SHORTEST_STEM + 1:
        return NOTHING
    return Told(frozenset(said), frozenset((stem(said[0]),)))


def of_relations(text: str, around: str) -> bool:
    """Whether a column of dates states when relations with the state of the row began."""
    words, lists = _WORD.findall(header(text)[0]), _lists()["relations"]
    named = not set(lists["named"]).isdisjoint(words)
    begun = set(words).intersection(lists["begun"])
    rest = set(words) - begun - {*lists["named"], *lists["beside"]}
    return not rest and bool(begun) and (named or not set(lists["named"]).isdisjoint(words_of(around)))


def of_works(around: str) -> list[str]:
    """The one event of things of a sort whose tables call it their year: albums are released."""
    words = set(words_of(around))
    if not words.isdisjoint(_lists()["works"]["unless"]):
        return []
    return [row["event"] for row in _lists()["works"]["sorts"] if not words.isdisjoint(row["words"])]


@cache
def measure(text: str) -> Told:
    """The words by which a sentence tells what a column of numbers states; nothing where its header names no one."""
    words = _WORD.findall(header(text)[0])
    known: Mapping[str, list[str]] = _lists()["measures"]
    found = [frozenset(known[word]) for word in words if word in known]
    plain = len(words) <= _MOST_WORDS and not {"per", "density", "rank", "change", "growth", "relations", "ties"} & set(
        words
    )
    return Told(found[0]) if len(set(found)) == 1 and plain else NOTHING


def alone(text: str) -> bool:
    """Whether a header says a measure and nothing else: "Inhabitants", but not "Urban population"."""
    words = _WORD.findall(header(text)[0])
    return bool(words) and all(word in _lists()["measures"] for word in words)


@cache
def counted(text: str) -> Told:
    """The noun that a header of one or two words counts: "Houses burnt"; else its words, which two tables may share."""
    name = header(text)[0]
    words = _WORD.findall(name)
    if not 0 < len(words) <= 2 or name in sheet_words()["rank"] | sheet_words()["serial"] or "year" in words:
        return NOTHING
    nouns = [word for word in words if word.endswith("s") and len(word) > _SHORTEST_STEM]
    return Told(frozenset(nouns if len(nouns) == 1 else words))


@cache
def again() -> frozenset[str]:
    """Words of a sentence that tells of another time than the first."""
    return frozenset(_lists()["again"]["words"])


@cache
def clause_list(name: str) -> frozenset[str]:
    """A list of the words by which a clause tells an event."""
    return frozenset(_lists()["clause"][name])


@cache
def relations_list(name: str) -> frozenset[str]:
    """A list of the words by which a clause tells that relations began."""
    return frozenset(_lists()["relations"][name])


def verbs_of(verb: str) -> frozenset[str]:
    """The measures that a verb tells: a road "stretches for" its length."""
    return frozenset(_lists()["measuring"].get(verb, ()))


@cache
def having() -> frozenset[str]:
    """Words before an amount by which a thing has it."""
    return frozenset(_lists()["has"]["words"])


def intrinsic(text: str) -> bool:
    """Whether a header names what belongs to a thing itself, a height but not a score."""
    words = _WORD.findall(header(text)[0])
    return len(words) <= 2 and any(word in _lists()["intrinsic"]["words"] for word in words)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())
