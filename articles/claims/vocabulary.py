"""The word lists of a language, read once when first asked for. What each list means stands in its file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("lexicon")


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """One word list, by the name of its file."""
    with (_FOLDER / language / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def phrases(joined: str) -> tuple[str, ...]:
    """The phrases of a comma-separated list."""
    return tuple(" ".join(part.split()) for part in joined.split(",") if part.strip())


def trie(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first, in time that does not grow with their number.

    Words that share a beginning share it in the pattern too: an alternation of a hundred words costs
    a hundred attempts at every place in a text, this costs one a letter.
    """
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    done = [_literal(letter) + trie(rest) for letter, rest in sorted(branches.items(), reverse=True) if letter]
    if not done:
        return ""
    inner = done[0] if len(done) == 1 else f"(?:{'|'.join(done)})"
    return f"(?:{inner})?" if "" in branches else inner


def _literal(letter: str) -> str:
    return f"\\{letter}" if letter in r".^$*+?{}[]\|()-" else letter
