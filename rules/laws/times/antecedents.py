"""Whether a sentence names somebody whom a "he" or "she" behind it could mean instead of the person told of."""

from __future__ import annotations

from functools import cache
from re import Match

from articles.regex import regex
from articles.words import WordList
from rules.laws.times.deeds import is_past, words
from rules.laws.times.lives import others

_WORDS = regex(r"[^\W\d_]+")
_PLACE = regex(
    r" (?:(?:came|went|moved|returned|travelled|traveled|sailed|back|way|removed|transferred) to|in|at|from|near"
    r"|through|across|around|towards?|via|outside|into|off|on|over|beyond) (?:the )?"
    r"(?:[A-Z][\w’'-]+[ ,.;]?)+"
)
"""Capitalized words that name where something was, and nobody."""
_THING = regex(r"\b[Tt]he (?:[A-Z][\w’'-]+ ){1,3}(?P<noun>[a-z]+)\b")
_TITLE = regex(r"\b[Tt]he (?:[A-Z][\w’'-]+ ?){2,4}(?=[,.;])")
"""The name of a book, a house or a ship."""
_OF = regex(r"\b(?P<noun>[a-z]+) (?:of|for) (?:the )?[A-Z][\w’'-]+(?! (?:[A-Z]|of))")
_DOERS = ("ist", "ian", "man")
_MEN = WordList(__file__, "men")
_WOMEN = WordList(__file__, "women")
_WHOSE = WordList(__file__, "whose")
_CALLINGS = WordList(__file__, "callings")
_DOING = regex(r"\b[Tt]he (?P<first>[\w’'-]+) (?P<second>[a-z]+)(?: (?P<third>[a-z]+))?\b")
"""Somebody else who does something: "the king praised"."""


def another(text: str, start: int, end: int, names: tuple[str, ...], strange: frozenset[str]) -> bool:
    """Whether a sentence may speak of somebody else, whom the next "he" or "she" could mean."""
    raw = _WORDS.findall(text, start, end)
    plain = not any(word[0].isupper() for word in raw[1:])
    told = text[start:end] if plain else _OF.sub(_kept, _THING.sub(_unless_verb, _PLACE.sub(" ", text[start:end])))
    told = told if plain else _TITLE.sub(_titled, told)
    said = raw if plain else _WORDS.findall(told)
    if any(_does(*found.groups("")) for found in _DOING.finditer(told)):
        return True
    if not strangers(strange).isdisjoint(word.lower() for word in said):
        return True
    own = {part for name in names for part in name.split()}
    return any(word[0].isupper() and word not in own for word in said[1:])


@cache
def strangers(strange: frozenset[str]) -> frozenset[str]:
    """The words for somebody else, whom the pronouns that are not ``strange`` could mean."""
    harmless = _MEN.words if "he" in strange else _WOMEN.words if "she" in strange else frozenset()
    return others() - harmless


def _unless_verb(found: Match[str]) -> str:
    """Nothing for "the Stockholm academy"; "the King visited" stays."""
    return found[0] if is_past(found["noun"]) or is_calling(found["noun"]) else " "


def _titled(found: Match[str]) -> str:
    """Nothing for "The Toll House," and its like, which are no persons; "the King of Norway," stays."""
    return found[0] if any(is_calling(word.lower()) for word in found[0].split()) else " "


def _kept(found: Match[str]) -> str:
    """Nothing for "the organ of Wells"; "a pupil of Wells" stays."""
    noun = found["noun"]
    return found[0] if noun in _WHOSE or noun in others() or is_calling(noun) else " "


def _does(first: str, second: str, third: str) -> bool:
    """Whether one of two words is a calling and the one behind it a verb."""
    return (is_calling(first) and is_past(second)) or (is_calling(second) and is_past(third))


def is_calling(noun: str) -> bool:
    """Whether a noun is somebody's office or calling: "king", "painter"."""
    return noun in words()["offices"] or noun in _CALLINGS or noun.endswith(_DOERS)
