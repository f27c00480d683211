"""Whether a name or the article's own word is only the beginning of a longer name."""

from __future__ import annotations

from articles.facts.relative import Found


def is_longer(found: Found, end: int) -> bool:
    """Whether "the university" that ends before a word is part of a name: "The University College", "the bank of"."""
    if end >= len(found):
        return False
    word, start, _ = found[end]
    if word in ("on", "at", "in") and end + 1 < len(found) and found[end + 1][0][:1].isupper():
        return True  # "the observatory on Mount Ems", which may be another
    return word == "of" or (word[:1].isupper() and found[end - 1][0][:1].isupper() and start == found[end - 1][2] + 1)


def goes_on(found: Found, at: int, end: int) -> bool:
    """Whether one word is the beginning of a longer name: "Commonwealth of Learning"."""
    if end - at > 1 or end + 1 >= len(found) or found[end][0] != "of":
        return False
    return found[end + 1][0][:1].isupper()
