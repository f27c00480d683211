"""Numbers told in one row and what they are of in another: "growth of 1.5% and 3.0% in 2005 and 2006, respectively"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from articles.claims.calendar import Date
from articles.facts.figure_terms import Term
from articles.facts.figure_times import UNSURE, usable
from articles.facts.tokens import Token

RESPECTIVELY = "respectively"
JOINTS = frozenset((",", "and", "the"))


def are_paired(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says that its rows go together one by one."""
    return any(token.low == RESPECTIVELY for token in tokens)


def paired_dates(tokens: Sequence[Token], number: int) -> list[tuple[int, Date]]:
    """Each number of the row that a number opens, with its date; empty where the sentence has no such rows."""
    numbers = _row(tokens, number)
    dates = [row for row in _rows(tokens, lambda token: token.dated) if len(row) > 1]
    if len(numbers) < 2 or len(dates) != 1 or len(dates[0]) != len(numbers):
        return []
    return list(zip(numbers, [_date(tokens[at]) for at in dates[0]], strict=True))


def paired_number(tokens: Sequence[Token], found: Sequence[Term], term: Term, number: int) -> int | None:
    """The number of a figure that is named in a row, as "exports and imports were $5 billion and $6 billion"."""
    named = [other for other in found if other.start < number]
    if term not in named:
        return None
    numbers = _row(tokens, number)
    together = all(token.low in JOINTS for one, two in pairwise(named) for token in tokens[one.end : two.start])
    fits = len(named) > 1 and len(numbers) == len(named) and together
    return numbers[named.index(term)] if fits else None


def _row(tokens: Sequence[Token], first: int) -> list[int]:
    """The numbers of one kind in a row of which one is the first."""
    claim = tokens[first].claim
    kind = claim.kind if claim is not None else None
    rows = _rows(tokens, lambda token: token.claim is not None and token.claim.kind is kind)
    return next((row for row in rows if row[0] == first), [])


def _rows(tokens: Sequence[Token], fits: Callable[[Token], bool]) -> list[list[int]]:
    """The tokens that fit, in rows joined by commas and "and"."""
    rows: list[list[int]] = []
    broken = True
    for at, token in enumerate(tokens):
        if fits(token):
            if broken:
                rows.append([])
            rows[-1].append(at)
            broken = False
        elif token.low not in JOINTS:
            broken = True
    return rows


def _date(token: Token) -> Date:
    value = token.claim.value if token.claim is not None else None
    return (usable(value) if isinstance(value, Date) else None) or UNSURE
