"""What stands before a number: hedges, prepositions, labels. Looked at backwards by slicing, never by pattern."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge

BLANK = " \u00a0\u202f\u2009"
_OPENERS = "([\"'“‘—–"
_REACH = 24


class Left(NamedTuple):
    """The word before a place: where it starts, and itself; an empty word where none stands there."""

    start: int
    word: str


def word_before(text: str, at: int) -> Left:
    """The word that ends one blank before a place ("about 5" at the 5 gives "about")."""
    end = at - 1
    if end < 1 or text[end] not in BLANK:
        return Left(at, "")
    low = max(0, end - _REACH)
    cut = max(text.rfind(" ", low, end), text.rfind("\n", low, end), text.rfind("\u00a0", low, end))
    start = cut + 1 if cut >= 0 else low
    while start < end and text[start] in _OPENERS:
        start += 1
    return Left(start, text[start:end])


class HedgeTable(NamedTuple):
    """Hedges by their last word: the whole phrases that end in it, longest first."""

    by_last: dict[str, tuple[tuple[str, Hedge], ...]]
    signs: dict[str, Hedge]
    after: tuple[tuple[str, Hedge], ...]


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
    return HedgeTable(ordered, signs, tuple(sorted(after, key=lambda each: -len(each[0]))))


def _hedge(name: str) -> Hedge:
    return Hedge(name.removesuffix("-as"))


def hedge_before(text: str, left: Left) -> tuple[Hedge, int]:
    """The hedge that ends in the word before a number, and where it starts."""
    candidates = hedges().by_last.get(left.word.lower())
    if candidates is None:
        return Hedge.NONE, left.start
    end = left.start + len(left.word)
    before = text[max(0, end - 40) : end].lower().replace("\u00a0", " ")
    for phrase, hedge in candidates:
        if before.endswith(phrase):
            start = end - len(phrase)
            if start == 0 or not text[start - 1].isalnum():
                return hedge, start
    return Hedge.NONE, left.start


def hedge_after(text: str, at: int) -> Hedge:
    """The hedge that follows a number or its unit: "100 or more", "100+"."""
    if text[at : at + 1] == "+":
        return Hedge.AT_LEAST
    if text[at : at + 1] != " " or text[at + 1 : at + 2] not in "oapb(":
        return Hedge.NONE
    following = text[at + 1 : at + 20].lower()
    for phrase, hedge in hedges().after:
        if following.startswith(phrase) and not following[len(phrase) : len(phrase) + 1].isalpha():
            return hedge
    return Hedge.NONE
