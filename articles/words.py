"""Words that are data: the lists in the ``words.toml`` of a module's folder, in the table named after the module.

A word that ends in a star stands for every word that begins so. What a list means stands beside it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Set
from functools import cache, cached_property
from os.path import normpath
from pathlib import Path
from re import Match, Pattern, sub
from sys import maxsize
from typing import Any, NamedTuple, cast

from articles.regex import Regex, regex

_SLOT = r"\{([a-z][a-z-]*)\}"


class Worded(Regex):
    """An expression with lists of words in it, which are read when something is first asked of it."""

    def __init__(self, file: str, slotted: str, flags: int) -> None:
        """Keep what is to be filled in and compiled."""
        self._file = file
        self._slotted = slotted
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """The expression with the words in it, or what the compiled one has of this name."""
        if name != "pattern":
            return super().__getattr__(name)
        self.pattern = sub(_SLOT, self._words, self._slotted)
        return self.pattern

    def _words(self, slot: Match[str]) -> str:
        words = _listed(self._file, slot[1])
        stems = [word[:-1] for word in words if word.endswith("*")]
        either = [trie(word for word in words if not word.endswith("*")), rf"{trie(stems)}\w*" if stems else ""]
        return f"(?:{'|'.join(filter(None, either))})"


def worded(file: str, slotted: str, flags: int = 0) -> Pattern[str]:
    """A regular expression for a constant of the module ``file``; ``{name}`` is any word of its list of that name.

    It is compiled at its first use.
    """
    return cast("Pattern[str]", Worded(file, slotted, flags))


class WordList(Set[str]):
    """A list of words for a constant of the module ``file``, which is read when something is first asked of it."""

    def __init__(self, file: str, name: str) -> None:
        """Keep where the list stands."""
        self._place = file, name

    @cached_property
    def words(self) -> frozenset[str]:
        """The words."""
        return _listed(*self._place)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    @classmethod
    def _from_iterable(cls, words: Iterable[Any]) -> frozenset[Any]:
        """What is made of this list and another: a set like any other."""
        return frozenset(words)

    def __contains__(self, word: object) -> bool:
        """Whether a word is in the list."""
        return word in self.words

    def isdisjoint(self, other: Iterable[Any]) -> bool:
        """Whether none of some words is in the list."""
        return self.words.isdisjoint(other)

    def __iter__(self) -> Iterator[str]:
        """The words in the order of the alphabet, so that nothing hangs on chance."""
        return iter(self._sorted)

    def __len__(self) -> int:
        """How many words the list has."""
        return len(self.words)


class Found(NamedTuple):
    """A phrase, and where it starts and ends."""

    text: str
    start: int
    end: int


class Phrases:
    """Finds any of many phrases, the longest first: by their first words, where to compile an expression takes long.

    ``inside`` are signs that belong to a word like its letters do.
    """

    def __init__(self, phrases: Iterable[str], inside: str = "") -> None:
        """Sort the phrases by their first words."""
        self._word = regex(rf"[\w{inside}]+")
        self._led: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            first = self._word.match(phrase)
            self._led.setdefault(first[0] if first else "", []).append(phrase)

    def within(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[Found]:
        """Where phrases stand in a text as whole words, one behind the other."""
        free = start
        for word in self._word.finditer(text, start, end):
            at = word.start()
            for phrase in self._led.get(word[0], ()) if at >= free else ():
                behind = at + len(phrase)
                if text.startswith(phrase, at, end) and not self._word.match(text, behind, end):
                    free = behind
                    yield Found(phrase, at, free)
                    break


@cache
def _listed(file: str, name: str) -> frozenset[str]:
    listed: str = data_file(file, "words.toml")[Path(file).stem.replace("_", "-")][name]
    return frozenset(" ".join(word.split()) for word in listed.split(","))


@cache
def data_file(file: str, name: str) -> dict[str, Any]:
    """The TOML file of this name beside the module ``file`` (or where the name leads from there), read once."""
    return _read(normpath(Path(file).parent / name))


@cache
def _read(path: str) -> dict[str, Any]:
    """A data file, which the modules of a folder share."""
    return tomllib.loads(Path(path).read_text(encoding="utf-8"))


def trie(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first, in time that does not grow with their number.

    Words that share a beginning share it in the pattern too: an alternation of a hundred words costs
    a hundred attempts at every place in a text, this costs one a letter.
    """
    return _branches(sorted(set(words), reverse=True))


def _branches(words: list[str]) -> str:
    """The pattern of words in falling order: a branch for each first letter, as far as its words go together."""
    done, at = [], 0
    while at < len(words) and words[at]:
        first, end = words[at], at + 1
        while end < len(words) and words[end].startswith(first[0]):
            end += 1
        last, shared = words[end - 1], 1
        while shared < len(last) and first.startswith(last[: shared + 1]):
            shared += 1
        done.append(_literal(first[:shared]) + _branches([word[shared:] for word in words[at:end]]))
        at = end
    if not done:
        return ""
    inner = done[0] if len(done) == 1 else f"(?:{'|'.join(done)})"
    return f"(?:{inner})?" if at < len(words) else inner


def _literal(text: str) -> str:
    return text.translate(_ESCAPED)


_ESCAPED = {ord(sign): f"\\{sign}" for sign in r".^$*+?{}[]\|()-"}
