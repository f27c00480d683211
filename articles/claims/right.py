"""What stands after a number, told at one look: most numbers have nothing behind them that could be a part of them."""

from __future__ import annotations

from functools import cache

from articles.claims.date_pieces import months
from articles.claims.money import names
from articles.claims.number_words import cardinals, fractions, scales
from articles.claims.unit_spellings import spellings
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_WORD = regex(r"[^\W\d_²³¹⁰-₟¼-¾⅐-⅟]+")
_CLOSED = frozenset((",", ";", ")", "]", "\n", "?", "!", "”", '"', ""))


@cache
def _openers() -> frozenset[str]:
    """Words, in lower case, that can go on a number: units, currencies, scale words, months, what joins a range."""
    lists = table("numbers")
    known, units = names(), spellings()
    words = (
        *units.openers,
        *known.firsts,
        *known.codes,
        *known.signs,
        *scales(),
        *(f"{word}s" for word in scales()),
        *cardinals(),
        *fractions(),
        *months(),
        *lists["abbreviated-scales"],
        *lists["money-scales"],
        *phrases(table("context")["goes-on"]["words"]),
        *phrases(table("units")["between"]["words"]),
    )
    return frozenset(word.rstrip(".").lower() for word in words)


def is_bare(text: str, end: int) -> bool:
    """Whether what stands after a number ending at a place is no part of a date, a measure or a range."""
    char = text[end : end + 1]
    if char in _CLOSED:
        return char != "," or not text[end + 2 : end + 3].isdecimal()
    if char == ".":
        return not text[end + 1 : end + 2].isalnum()
    if char != " ":
        return False
    word = _WORD.match(text, end + 1)
    if word is None:
        return text[end + 1 : end + 2] in ("(", "[", "")
    return word[0].lower() not in _openers() and not text.startswith((" per ", "/"), word.end())
