"""What is a year and what is a number: a figure's neighbours decide."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.left import Left, word_before
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

LATE = frozenset(("in", "until", "by"))
"""Only after these a figure of the next century is a year."""
WORD = regex(r"[ \u00a0]([A-Za-z]+)")
"""The word one blank after a figure."""
_IN = frozenset((" in ", " In ", "\nIn "))
_EARLY = ("early ", "late ", "Early ", "Late ", "mid ")
_ENDS = frozenset((",", ".", ";", ")", "\n", ""))
_PREFIXES = ("pre-", "post-", "mid-", "c.", "ca.")
TIGHT = frozenset("([–—-/\n\ufffc\ufeff|")
"""Characters right before a figure that leave it to stand alone."""


class _Sets(NamedTuple):
    """The word lists of ``context.toml`` by what they decide about a figure."""

    before: frozenset[str]
    nouns: frozenset[str]
    not_nouns: frozenset[str]
    early: frozenset[str]
    stops: frozenset[str]
    yearly: frozenset[str]
    amount_of: frozenset[str]


@cache
def word_sets() -> _Sets:
    """The word lists that decide, read once."""
    lists = table("context")
    names = ("before-year", "count-nouns", "not-nouns", "before-early-year", "stops", "of-a-year", "amount-of")
    return _Sets(*(frozenset(phrases(lists[name]["words"])) for name in names))


def is_plain_year(text: str, start: int, end: int, token: str) -> bool:
    """Whether a token is a year at one look: "in 1990," and "(1990)", which are most of the years there are."""
    if not "1000" <= token <= "2100" or not token.isdigit():
        return False
    following = text[end : end + 1]
    if following == ")" and text[start - 1] == "(":
        return True
    if text[start - 4 : start] not in _IN or text.endswith(_EARLY, 0, start - 3):
        return False
    if following in _ENDS:
        return True
    word = text[end + 1 : end + 12].split(" ", 1)[0] if following == " " else ""
    return word in _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    """Function words that neither go on a year nor are counted by it."""
    return (
        word_sets().stops - frozenset(phrases(table("context")["goes-on"]["words"])) - frozenset(("", "in", "a", "an"))
    )


def is_prefixed(text: str, start: int) -> bool:
    """Whether "pre-", "post-" or "c." is joined to a figure."""
    return text[start - 1 : start] in ("-", ".") and text[max(0, start - 5) : start].lower().endswith(_PREFIXES)


def is_certain(left: Left) -> bool:
    """Whether the word before a figure makes it a year."""
    return left.lower in word_sets().before or left.lower.endswith(("'s", "’s"))


def is_early_year(number: int, word: str, left: Left) -> bool:
    """Whether a figure of three digits is a year, by the word before it and the one after it."""
    if number < 100 or left.lower not in word_sets().early:
        return False
    return not word or word[0].isupper() or word in word_sets().stops


def counts(text: str, start: int, number: int, word: str, left: Left) -> bool:
    """Whether the word after a figure of four digits is what it counts."""
    sets = word_sets()
    if left.lower == "of" and word_before(text, left.start).lower in sets.amount_of:
        return True
    if word in sets.yearly and text[start - 1 : start] in ("\n", ""):
        return False
    if word in sets.nouns:
        return not (left.lower in ("the", "in", "since") and number % 100 and number > 1600)
    if not word.endswith("s") or word in sets.not_nouns:
        return False
    return not (is_certain(left) and number > (1700 if number % 50 else 1850))


def is_counted_by(text: str, end: int) -> bool:
    """Whether a noun that is counted follows: such figures are no years."""
    word = WORD.match(text, end)
    return word is not None and word[1].lower() in word_sets().nouns


def may_be_year(text: str, start: int, left: Left) -> bool:
    """Whether what stands before a figure lets it be a year."""
    return is_certain(left) or (text[start - 1 : start] or "\n") in TIGHT


def is_plausible(number: int) -> bool:
    """Whether a figure is a year as articles write them without an era."""
    return 1000 <= number <= 2100
