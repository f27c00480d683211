"""The known name that a misspelt one stands for."""

from __future__ import annotations

from functools import cache

from articles.kinds.kind import numberless

LONGEST = 60
"""Letters of a field's name that are tried for a slip."""


def nearest(key: str, known: frozenset[str]) -> str | None:
    """The known name one slip away (a letter added, lost, changed, or two swapped), None where there is none.

    Names that differ in their numbers only are not near, nor are two spellings of one word, which templates often
    allow both; of several near ones the first in the alphabet is taken. A number in ``key`` is kept:
    ``leadr_name2`` is near ``leader_name2``.
    """
    plain = numberless(key)
    index = _index(known)
    alike = {name for short in (plain, *_shortened(plain)) for name in index.get(short, ())}
    near = [name for name in alike if one_slip(plain, name) and _spelling(name) != _spelling(plain)]
    if not near:
        return None
    name = min(near)
    for number in _numbers(key):
        name = name.replace("#", number, 1)
    return name.replace("#", "")


@cache
def _index(known: frozenset[str]) -> dict[str, list[str]]:
    """The known names by themselves and by what is left of them without any one letter.

    Names one slip apart are the same after each has lost at most one letter, so that a misspelt name is looked up
    instead of being held against every known one.
    """
    found: dict[str, list[str]] = {}
    for name in known:
        for short in {name, *_shortened(name)}:
            found.setdefault(short, []).append(name)
    return found


def _shortened(name: str) -> list[str]:
    return [name[:at] + name[at + 1 :] for at in range(min(len(name), LONGEST))]


def _spelling(name: str) -> str:
    """A name without what its two spellings may differ in: separators, plural, British or American."""
    bare = name.replace("_", "").replace("-", "").replace(".", "")
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
    if "#" in slipped[:1] or any(letter.isdecimal() for letter in slipped):
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
        if letter.isdecimal():
            if before.isdecimal():
                found[-1] += letter
            else:
                found.append(letter)
    return found
