"""A sentence's clauses: stretches of tokens in each of which one thing is told, as far as words alone can say."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from articles.facts.frames import DID, frames
from articles.facts.tokens import Token

JOINING = frozenset({"and", "but", "or", "then", "so"})
DO = frozenset({"do", "did", "does", "doing", "done"})
"""Verbs with which "so" stands for what was told: "doing so on 4 May"."""
FULL_STOPS = frozenset({";", ":"})
RELATIVE = frozenset({"which", "who"})


class Clause(NamedTuple):
    """Tokens from ``start`` to ``end``; ``intro`` is the word that starts it ("when", "and"), "" for the first.

    ``words`` are the tokens in it that have a class in the frames. A clause that goes on behind a relative one
    ("the legation, which opened in 1914, was closed") starts with the comma; ``resumed`` are then the first token of
    what it goes on with and the first of the relative clause.
    """

    start: int
    end: int
    intro: str
    words: tuple[int, ...]
    resumed: tuple[int, int] | None = None


def clause_at(parts: list[Clause], at: int) -> Clause:
    """The clause that a token stands in."""
    return next(part for part in parts if part.start <= at < part.end)


def is_finite(token: Token) -> bool:
    """Whether a word looks like a finite verb."""
    return _finite(token.low)


@lru_cache(1 << 14)
def _finite(low: str) -> bool:
    around = frames().around
    if low in around["finite"] or (low in around["has"] and low != "also") or low in around["hosts"]:
        return True
    act = frames().acts.get(low)
    if act is not None:
        return act.form == DID
    return low.endswith("ed") and len(low) > 4


@lru_cache(1 << 14)
def may_be_noun(low: str) -> bool:
    """Whether a word behind a noun may make another of it: "choir" in "the opera choir", not "moved" nor "in"."""
    around = frames().around
    lists = ("be", "light", "prepositions", "openers", "clause", "finite", "has", "standing", "happens", "unreal")
    plain = low.isalpha() and not low.endswith("s")  # "the company employs"
    return plain and not _finite(low) and not any(low in around[name] for name in lists)


def clauses(tokens: list[Token]) -> list[Clause]:
    """The clauses of a sentence, in order; they tile its tokens."""
    opening = frames().around["clause"]
    found: list[Clause] = []
    start, intro, verb = 0, "", False
    resumed: tuple[int, int] | None = None
    words: list[int] = []
    for at, token in enumerate(tokens):
        low = token.low
        opens = ""
        if at > start:
            if low in FULL_STOPS or (low == "-" and _spaced_dash(tokens, at)):
                opens = low
            elif low in opening:
                opens = low if _starts(tokens, at) else ""
            elif low in JOINING and verb and not (low == "so" and tokens[at - 1].low in DO):
                opens = low if _joins(tokens, at) else ""
            elif low == "," and verb and intro in RELATIVE and _goes_on(tokens, start, at):
                opens = low
        if opens:
            found.append(Clause(start, at, intro, tuple(words), resumed))
            resumed = (found[-2].start, _main_end(tokens, start)) if opens == "," else None
            start, intro, verb = at, opens, False
            words = []
        elif not verb and _finite(low):
            verb = True
        if token.word:
            words.append(at)
    found.append(Clause(start, len(tokens), intro, tuple(words), resumed))
    return found


def _main_end(tokens: list[Token], start: int) -> int:
    """Where what stands before a relative clause ends, if a comma sets it off (", with which"); 0 where none does."""
    at = start - 1
    if at > 1 and tokens[at].low in frames().around["prepositions"]:
        at -= 1
    return at if at > 0 and tokens[at].low == "," else 0


def _goes_on(tokens: list[Token], start: int, comma: int) -> bool:
    """Whether the clause before a relative one, which a comma sets off too, goes on with its verb behind a comma."""
    if _main_end(tokens, start) < 1:
        return False
    at = comma + 1
    while at < len(tokens) and tokens[at].low in frames().around["light"]:
        at += 1
    return at < len(tokens) and _finite(tokens[at].low)


def _spaced_dash(tokens: list[Token], at: int) -> bool:
    """Whether a dash between two tokens has a space on either side."""
    if not 0 < at < len(tokens) - 1:
        return False
    return tokens[at].start > tokens[at - 1].end and tokens[at + 1].start > tokens[at].end


def _starts(tokens: list[Token], at: int) -> bool:
    """Whether a word such as "since" or "when" starts a clause: not before a date, as "that of" or "the following"."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if tokens[at].low == "following" and tokens[at - 1].low == "the":
        return False
    return not (tokens[at].low in frames().around["phrase"] and (following.claim is not None or following.low == "of"))


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether "and" joins two clauses: a verb, a date phrase or a subject with its verb comes next."""
    around = frames().around
    next_at = at + 1
    while next_at < len(tokens) and tokens[next_at].low in around["light"]:
        next_at += 1
    if next_at >= len(tokens):
        return False
    token = tokens[next_at]
    if token.low == "," and next_at + 2 < len(tokens) and tokens[next_at + 1].low in around["on"]:
        return tokens[next_at + 2].dated
    if is_finite(token):
        return True
    if token.low in around["on"] and next_at + 1 < len(tokens) and tokens[next_at + 1].dated:
        return True
    return _verb_ahead(tokens, next_at)


def _verb_ahead(tokens: list[Token], at: int) -> bool:
    """Whether a finite verb follows within a short subject."""
    for token in tokens[at : at + 8]:
        if token.low in (",", ";", "and") or token.claim is not None:
            return False
        if is_finite(token):
            return True
    return False
