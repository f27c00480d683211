"""What may stand between a number and its unit: a note, "of a", "more"; and what only looks like a unit."""

from __future__ import annotations

from functools import cache

from articles.claims.guards import opens
from articles.claims.left import Left
from articles.claims.unit_words import Unit, read_unit
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_NOTE = regex(r"(?:\[[0-9a-z]{1,3}\])+(?=[ \u00a0])")
_UNSURE = regex(r"\([0-9]{1,3}\)(?=[ \u00a0])")
_OF_A = regex(r"(?: of)? (?:an?|one)(?= [a-z])|-of-an?(?=-)")
_HORSE = regex(r",? (?:and|with) (?:about |some |over )?(?:[0-9][0-9,]* )?(?:horse|cavalry)\b")
_SCALE = regex(r" (?:[CFK]|Celsius|Fahrenheit|Kelvin|[NSEW]|North|South|East|West)\b")
_MOUNTED = (" horse and ", " cavalry and ")
_WORD = regex(r"[ \u00a0]([A-Za-z]+)\b")


def past_note(text: str, end: int) -> int | None:
    """Where the note marks end that follow a number ("298[7] km2"), or its last digits' doubt ("5.52(5) hours")."""
    found = _NOTE.match(text, end) if text[end] == "[" else _UNSURE.match(text, end)
    return None if found is None else found.end()


def past_of(text: str, end: int) -> int | None:
    """Where the words end that lead from a fraction to the unit it is of: "half a mile", "a third of a mile"."""
    found = _OF_A.match(text, end)
    return None if found is None else found.end()


def is_infantry(text: str, start: int, end: int) -> bool:
    """Whether "foot" after a number is soldiers on foot, beside those on horses: "6,000 foot and 2,500 horse"."""
    if not text.startswith(" foot", end - 5):
        return False
    return _HORSE.match(text, end) is not None or text[max(0, start - 12) : start].endswith(_MOUNTED)


def divisible(unit: str) -> bool:
    """Whether a fraction in words may be of a unit of time: half an hour is one, half a century is a long time."""
    return unit in _list("part-of", "times")


def more_time(text: str, end: int) -> Unit | None:
    """The unit of time behind a word that leaves its length what it is: "three more years"."""
    if text[end + 1 : end + 2] not in _initials():
        return None
    word = _WORD.match(text, end)
    if word is None or word[1] not in _list("between", "words"):
        return None
    unit = read_unit(text, word.end())
    return unit if unit is not None and unit.time else None


def titled(text: str, end: int, left: Left) -> int:
    """Where reading goes on past a title of a work that looks like a measure ("60 Minutes"); 0 where there is none."""
    word, before = _WORD.match(text, end), left.word
    if word is None or word[1] not in _list("titled", "words") or text[end - 1].isalpha():
        return 0
    if not before or before.endswith(("'s", "’s", ".")):  # "60 Minutes aired it": a measure alone in its line is one
        after = text[word.end() : word.end() + 4]
        return word.end() if after[:1] == " " and after[1:2].islower() and after != " of " else 0
    if word[1] == "Degrees" and _SCALE.match(text, word.end()) is not None:
        return 0
    return word.end() if before.isalpha() and (before.islower() or opens(left)) else 0


@cache
def _initials() -> frozenset[str]:
    return frozenset(word[0] for word in _list("between", "words"))


@cache
def _list(name: str, key: str) -> frozenset[str]:
    return frozenset(phrases(table("units")[name][key]))
