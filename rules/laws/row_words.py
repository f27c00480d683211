"""The words of ``row_words.toml``: what a header says its column states, and how a sentence tells the same."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from articles.facts.table_words import header
from articles.regex import regex

_WORD = regex(r"[a-z]+(?:-[a-z]+)?")


@cache
def _lists() -> Mapping[str, Mapping[str, list[str]]]:
    with Path(__file__).with_name("row_words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def telling(kind: str, text: str) -> frozenset[str]:
    """The words by which a sentence tells what a column with this header states; ``kind`` is "events" or "measures".

    Empty where the header names no such thing, or two of them.
    """
    words = _WORD.findall(header(text)[0])
    found = [frozenset(_lists()[kind][word]) for word in words if word in _lists()[kind]]
    plain = len(words) <= 3 and not {"per", "density", "rank", "change", "growth", "relations", "ties"} & set(words)
    return found[0] if len(set(found)) == 1 and plain else frozenset()


@cache
def again() -> frozenset[str]:
    """Words of a sentence that tells of another time than the first."""
    return frozenset(_lists()["again"]["words"])


def intrinsic(text: str) -> bool:
    """Whether a header names what belongs to a thing itself, a height but not a score."""
    words = _WORD.findall(header(text)[0])
    return len(words) <= 2 and any(word in _lists()["intrinsic"]["words"] for word in words)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())
