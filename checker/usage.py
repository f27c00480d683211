"""What the user asked for and cannot have: told in one line, never as a traceback."""

from __future__ import annotations

from collections.abc import Iterable


class UsageError(Exception):
    """A wrong option, configuration or environment. Its text is the whole message; the exit status is 2."""


def nearest(name: str, known: Iterable[str]) -> str:
    """``; did you mean X?`` where a known name is near, an empty string where none is."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1)
    return f"; did you mean {close[0]}?" if close else ""
