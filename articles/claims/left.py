"""What stands before a number: hedges, prepositions, labels. Looked at backwards by slicing, never by pattern."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge

BLANK = " \u00a0\u202f\u2009"
_OPENERS = "([\"'“‘«—–"
_REACH = 20
_LONGEST_HEDGE = 40


class Left:
    """The word before a place, where it starts, and the same in lower case; empty where none stands there.

    One is made for every figure and asked a dozen times, which a tuple with names would answer in four times the time.
    """

    __slots__ = ("lower", "start", "word")

    def __init__(self, start: int, word: str, lower: str) -> None:
        """Take the place and the two writings."""
        self.start = start
        self.word = word
        self.lower = lower


def word_before(text: str, at: int) -> Left:
    """The word that ends one blank before a place ("about 5" at the 5 gives "about"), with its punctuation."""
    end = at - 1
    if end < 1 or text[end] not in BLANK:
        return Left(at, "", "")
    if text[end - 1] in BLANK:
        end -= 1
    if text[end - 1 : end] in ("\n", "", " ", "\u00a0"):
        return Left(at, "", "")
    word = text[max(0, end - _REACH) : end].rsplit(None, 1)[-1]
    if word[0] in _OPENERS:
        word = word.lstrip(_OPENERS)
    return Left(end - len(word), word, word.lower())


class HedgeTable(NamedTuple):
    """Hedges by their last word: the whole phrases that end in it, longest first."""

    by_last: dict[str, tuple[tuple[str, Hedge], ...]]
    signs: dict[str, Hedge]
    after: tuple[tuple[str, Hedge], ...]
    verbs: dict[str, frozenset[str]]
    """By the hedge: the verbs of which it is a part ("added up to")."""


@cache
def hedges() -> HedgeTable:
    """The hedges of the lexicon."""
    lists = table("hedges")
    by_last: dict[str, list[tuple[str, Hedge]]] = {}
    for name, joined in lists["before"].items():
        for phrase in phrases(joined):
            by_last.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, _hedge(name)))
    ordered = {last: tuple(sorted(found, key=lambda each: -len(each[0]))) for last, found in by_last.items()}
    signs = {sign: _hedge(name) for name, joined in lists["signs"].items() for sign in joined.split()}
    after = [(phrase, _hedge(name)) for name, joined in lists["after"].items() for phrase in phrases(joined)]
    verbs = {phrase: frozenset(phrases(joined)) for phrase, joined in lists["verbs"].items()}
    return HedgeTable(ordered, signs, tuple(sorted(after, key=lambda each: -len(each[0]))), verbs)


def _hedge(name: str) -> Hedge:
    return Hedge(name.removesuffix("-as"))


def hedge_before(text: str, start: int, left: Left) -> tuple[Hedge, int]:
    """The hedge that ends at a number, as a word or a sign, and where it starts."""
    known = hedges()
    if not left.word:
        sign = text[start - 1 : start]
        if sign and sign in BLANK:
            sign, start = text[max(0, start - 2) : start - 1], start - 1
        return known.signs.get(sign, Hedge.NONE), start - (sign in known.signs)
    candidates = known.by_last.get(left.lower)
    if candidates is None:
        return known.signs.get(left.word, Hedge.NONE), left.start
    end = left.start + len(left.word)
    before = text[max(0, end - _LONGEST_HEDGE) : end].lower().replace("\u00a0", " ")
    for phrase, hedge in candidates:
        if before.endswith(phrase):
            at = end - len(phrase)
            if phrase in known.verbs and word_before(text, at).lower in known.verbs[phrase]:
                return Hedge.NONE, left.start
            if at == 0 or not text[at - 1].isalnum():
                return hedge, at
    return Hedge.NONE, left.start


def hedge_after(text: str, at: int) -> Hedge:
    """The hedge that follows a number or its unit: "100 or more", "100+"."""
    following = text[at : at + 2]
    if following[:1] == "+":
        return Hedge.AT_LEAST
    if following not in (" o", " a", " p", " b", " ("):
        return Hedge.NONE
    behind = text[at + 1 : at + 20].lower()
    for phrase, hedge in hedges().after:
        if behind.startswith(phrase) and not behind[len(phrase) : len(phrase) + 1].isalpha():
            return hedge
    return Hedge.NONE
