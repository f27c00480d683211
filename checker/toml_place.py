"""On which line of a TOML file a key stands, which the standard parser does not say."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any


def line_of(text: str, keys: Sequence[str | int]) -> int:
    """The line (from one) on which a key, or the longest part of its path that is there, first appears.

    A number in the path is a place in an array of tables; a place in a list of values is where the list starts. Only
    lines that hold the key's own word are looked at: the file is parsed up to there, and on to where that can be done.
    """
    lines = text.split("\n")
    path = _known(_parsed(text) or {}, keys)
    word = next((key for key in reversed(path) if isinstance(key, str)), None)
    start = None
    for number, line in enumerate(lines if word else ()):
        if start is None and str(word) not in line:
            continue
        start = number if start is None else start
        parsed = _parsed("\n".join(lines[: number + 1]))
        if parsed is None:
            continue  # a value that goes on over the next line
        if len(_known(parsed, path)) == len(path):
            return start + 1
        start = None
    return 1


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _known(table: Any, keys: Sequence[str | int]) -> list[str | int]:
    """As much of a path of keys as leads somewhere. Of a list, only tables have places of their own."""
    path: list[str | int] = []
    for key in keys:
        if isinstance(key, int):
            if not isinstance(table, list) or key >= len(table) or not isinstance(table[key], dict):
                break
        elif not isinstance(table, dict) or key not in table:
            break
        table = table[key]
        path.append(key)
    return path
