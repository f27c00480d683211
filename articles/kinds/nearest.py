"""The known name that a misspelt one stands for."""

from __future__ import annotations

from collections.abc import Iterable

from articles.kinds.kind import numberless


def nearest(key: str, known: Iterable[str]) -> str | None:
    """The known name one slip away (a letter added, lost, changed, or two swapped), None where there is none.

    Names that differ in their numbers only are not near, nor are two spellings of one word, which templates often
    allow both; of several near ones the first in the alphabet is taken. A number in ``key`` is kept:
    ``leadr_name2`` is near ``leader_name2``.
    """
    plain = numberless(key)
    near = [name for name in known if abs(len(name) - len(plain)) <= 1 and one_slip(plain, name)]
    near = [name for name in near if _spelling(name) != _spelling(plain)]
    if not near:
        return None
    name = min(near)
    for number in _numbers(key):
        name = name.replace("#", number, 1)
    return name.replace("#", "")


def _spelling(name: str) -> str:
    """A name without what its two spellings may differ in: separators, plural, British or American."""
    bare = name.replace("_", "").replace("-", "")
    return bare.replace("our", "or").replace("z", "s").replace("re", "er").rstrip("s")


def one_slip(first: str, second: str) -> bool:
    """Whether one edit leads from one to the other; a slip in a number does not count."""
    if first == second:
        return False
    start = 0
    shorter = min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    rest, other = first[start:], second[start:]
    slipped = rest[:2] + other[:2]
    if "#" in slipped[:1] or any(letter.isdigit() for letter in slipped):
        return False
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[2:] == other[2:] and rest[:2] == other[1::-1] and len(rest) > 1)
    )


def _numbers(key: str) -> list[str]:
    found: list[str] = []
    for before, letter in zip(" " + key, key, strict=False):
        if letter.isdigit():
            if before.isdigit():
                found[-1] += letter
            else:
                found.append(letter)
    return found
