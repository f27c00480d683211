"""Article text made safe and measurable for terminals and other plain text."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional, category, east_asian_width

TAB = "    "

HIDDEN = r"\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Later controls, bidi and invisible characters, for a set in an expression. Joiners stay: emoji need them."""

_UNSAFE = re.compile(rf"[\x00-\x1f{HIDDEN}\ud800-\udfff]")


def plainly(text: str) -> str:
    """The text on one line with nothing in it that moves a cursor, colours, reorders or hides.

    Each such character is written as the escape that Python would use; a line end becomes a blank.
    """
    return _UNSAFE.sub(_escaped, text) if _UNSAFE.search(text) else text


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\t":
        return TAB
    if character in "\r\n":
        return " "
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def cells(text: str) -> int:
    """How many terminal columns a text takes, once :func:`plainly` has been over it."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def right_to_left(text: str) -> bool:
    """Whether a terminal that knows how may reorder this text, so that nothing can be marked from below."""
    return not text.isascii() and any(bidirectional(character) in ("R", "AL") for character in text)
