"""What is written with digits and is no amount: names, labels, versions, times, coordinates, scores, addresses."""

from __future__ import annotations

import re
from functools import cache

from articles.claims.left import BLANK, Left
from articles.claims.vocabulary import phrases, table

_TIME = re.compile(r":[0-9]{2}|\.[0-9]{2} ?[ap]\.?m\b| ?[ap]\.?m\b")
_COLON = re.compile(r":[0-9]+(?::[0-9]+)*")
_DEGREES = re.compile(r"[ \u00a0]?[°º][0-9 \u00a0.,′'’\"″]{0,20}[NSEW]\b")
_ATTACHED = frozenset("#@_=\\&№§^")


@cache
def labels() -> frozenset[str]:
    """Words that make the number after them a name or a place in a list."""
    return frozenset(phrases(table("guards")["labels"]["words"]))


def guarded(text: str, start: int, end: int, left: Left) -> int:
    """Where reading goes on past a number that is no amount; 0 where the number is free to be read."""
    before = text[start - 1] if start else "\n"
    if before in _ATTACHED or (before == "[" and text[end : end + 1] == "]"):
        return end
    following = text[end : end + 1]
    if following == ":" and (found := _COLON.match(text, end)) is not None:
        return found.end()
    if following in "°º \u00a0" and (found := _DEGREES.match(text, end)) is not None:
        return found.end()
    if before not in BLANK and _joined(text, start):
        return end
    if left.word and left.word.lower() in labels():
        return end
    return 0


def _joined(text: str, start: int) -> bool:
    """Whether a number is the end of a word or a code: "Mi-24", "A4", "COVID-19"."""
    before = text[start - 1] if start else "\n"
    if before in "-–/.":
        return (
            start >= 2
            and text[start - 2].isalnum()
            and not text[:start].endswith(("mid-", "pre-", "post-", "c.", "ca."))
        )
    return before.isalpha()
