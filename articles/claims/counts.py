"""The thing that a number counts: "12 ministers", "30 Soviet ships", "two new members"."""

from __future__ import annotations

import re
from functools import cache

from articles.claims.vocabulary import phrases, table

_WORDS = re.compile(r"[ \u00a0-]([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’-]*)")
_LONGEST = 4


@cache
def _nouns() -> frozenset[str]:
    return frozenset(phrases(table("context")["count-nouns"]["words"]))


@cache
def _not_nouns() -> frozenset[str]:
    return frozenset(phrases(table("context")["not-nouns"]["words"]))


def read_noun(text: str, end: int) -> str | None:
    """The noun phrase after a number, up to its plural noun; None where none is near."""
    at = end
    for _ in range(_LONGEST):
        found = _WORDS.match(text, at)
        if found is None:
            return None
        word = found[1].lower()
        if word in _stops():
            return None
        if word in _nouns() or (
            word.endswith("s")
            and len(word) > 3
            and not word.endswith(("ss", "ous", "us", "is"))
            and word not in _not_nouns()
        ):
            return text[end : found.end()].strip(" \u00a0-")
        at = found.end()
    return None


@cache
def _stops() -> frozenset[str]:
    return frozenset(phrases(table("context")["stops"]["words"])) | _not_nouns()
