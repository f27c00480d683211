"""Currencies beside an amount: "US$5", "£3 million", "20 euros", "EUR 20"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.left import BLANK, Left
from articles.claims.vocabulary import phrases, table

_SIGNS = "$£€¥₹₽₩₪₫₦₱₺₴฿₡₲₵₸₭₮﷼¢"
_NAME = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+\$?|[$£€¥₹₽₩₪₫₦₱₺₴฿¢])")
_MORE = re.compile(r"[ \u00a0]([^\W\d_]+)")


class Currency(NamedTuple):
    """A currency by its ISO 4217 code and where its writing starts (before a number) or ends (after one)."""

    at: int
    code: str


class Names(NamedTuple):
    """Currencies by sign, code and word; ``words`` are in lower case and may be of several words."""

    signs: dict[str, str]
    codes: frozenset[str]
    words: dict[str, str]
    firsts: frozenset[str]


@cache
def names() -> Names:
    """The currencies of the lexicon."""
    lists, usage = table("currencies"), table("money")
    groups = (*lists["words"].items(), *usage["words"].items())
    words = {word: code for code, joined in groups for word in phrases(joined)}
    signs = {sign: code for code, joined in usage["signs"].items() for sign in phrases(joined)}
    codes = frozenset(lists["codes"]["iso"].split())
    return Names(signs, codes, words, frozenset(word.split(" ", 1)[0] for word in words))


def currency_before(text: str, start: int, left: Left) -> Currency | None:
    """The currency whose sign or code ends at a number, a blank between them allowed."""
    at = start
    if at and text[at - 1] in BLANK:
        at -= 1
    if not at:
        return None
    last = text[at - 1]
    if last in _SIGNS:
        return _sign(text, at)
    if not last.isalpha() and last != ".":
        return None
    word = left.word if at < start else _letters(text, at)
    code = names().signs.get(word) or (word if word in names().codes else None)
    return None if code is None else Currency(at - len(word), code)


def _sign(text: str, at: int) -> Currency | None:
    """A sign with the letters before it: "US$", "A$", "$"."""
    low = at - 1
    while low and at - low < 6 and (text[low - 1].isalpha() or text[low - 1] == "."):
        low -= 1
    for start in range(low, at):
        code = names().signs.get(text[start:at])
        if code is not None and (start == low or start == at - 1):
            return Currency(start, code)
    return None


def _letters(text: str, end: int) -> str:
    low = end
    while low and end - low < 5 and (text[low - 1].isalpha() or text[low - 1] == "."):
        low -= 1
    return text[low:end]


def currency_after(text: str, end: int) -> Currency | None:
    """The currency whose name, code or sign follows a number."""
    found = _NAME.match(text, end)
    if found is None:
        return None
    known = names()
    word = found[1]
    if word in known.codes or word in known.signs:
        return Currency(found.end(), word if word in known.codes else known.signs[word])
    lower = word.lower()
    if lower not in known.firsts:
        return None
    best = Currency(found.end(), known.words[lower]) if lower in known.words else None
    at, name = found.end(), lower
    for _ in range(2):
        more = _MORE.match(text, at)
        if more is None:
            break
        at, name = more.end(), f"{name} {more[1].lower()}"
        if name in known.words:
            best = Currency(at, known.words[name])
    return best
