"""On which line of a TOML file a key stands, which the standard parser does not say."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any


def line_of(text: str, keys: Sequence[str]) -> int:
    """The line (from one) on which a key, or the longest part of its path that is there, first appears.

    The file is parsed in ever longer beginnings; the key stands where the first one that holds it starts to
    differ from the last good one without it. Only done for a message, on a file of a few lines.
    """
    lines = text.split("\n")
    whole = _parsed(text) or {}
    path = list(keys)
    while path and not _holds(whole, path):
        path.pop()
    good = 0
    for end in range(1, len(lines) + 1):
        parsed = _parsed("\n".join(lines[:end]))
        if parsed is None:
            continue
        if path and _holds(parsed, path):
            break
        good = end
    while good < len(lines) - 1 and _says_nothing(lines[good]):
        good += 1
    return good + 1 if path else 1


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _holds(table: Any, path: Sequence[str]) -> bool:
    """Whether a path of keys leads somewhere; of an array of tables, in any of them."""
    if not path:
        return True
    if isinstance(table, list):
        return any(_holds(item, path) for item in table)
    return isinstance(table, dict) and path[0] in table and _holds(table[path[0]], path[1:])
