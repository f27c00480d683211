"""Lists whose members are dated one by one: "with A in 1990, with B in 1991 and C in 1992"."""

from __future__ import annotations

from collections.abc import Iterator

from articles.facts.frames import frames
from articles.facts.roles import Run, names_from
from articles.facts.tokens import Token

JOINTS = frozenset((",", "and", ";", "then"))
BETWEEN = 7
"""How many tokens may stand between a name and its date: "a year later, in"."""


def enumerated(tokens: list[Token], at: int, end: int, preposition: str) -> Iterator[Run]:
    """The further members of a list whose first one ends before a token; each has a date right behind it."""
    behind = _date(tokens, at, end)
    while behind:
        here = behind
        while here < end and (tokens[here].low in JOINTS or tokens[here].low == preposition):
            here += 1
        if here == behind:
            return
        run = names_from(tokens, here, end)
        behind = _date(tokens, run.end, end) if run.names and run.start == _first(tokens, here, run.end) else 0
        if behind:
            yield run._replace(start=run.end - 1)


def _first(tokens: list[Token], at: int, end: int) -> int:
    """Where a run begins, if with one of its names or "the"; -1 for any other word."""
    return at if at < end and (tokens[at].entities or tokens[at].low == "the") else -1


def _date(tokens: list[Token], at: int, end: int) -> int:
    """The token behind the date that follows, with nothing but prepositions before it; 0 where none does."""
    around = frames().around
    for here in range(at, min(end, at + BETWEEN)):
        token = tokens[here]
        if token.dated:
            return here + 1
        plain = token.low in around["on"] or token.low in around["articles"] or token.low in around["lapse"]
        if not plain and token.claim is None:
            return 0
    return 0
