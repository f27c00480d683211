"""A change with the two amounts between which it lies, the parts of an amount that are told as one, and other bases."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.amounts.moves import Change, Factor, Move, change_noun, in_percent, portion, way
from rules.laws.amounts.passages import amounts, opening, single, size, sort
from rules.laws.bounds import series
from rules.laws.nearby import gap, left, occurrences, right, sentence_at
from rules.laws.order import amount

_MOST = 5
"""What an amount came to is no more times what it was, and no fewer."""
_LEAST, _LARGEST = 0.4, 2.5
"""A change is not told so wrong as to be less or more of the true one than this."""
_WIDEST = 3.2
"""The same for a word such as "tripled"."""
_REACH = 260
OF_A_PART = worded(__file__, r"\b(?:in|for|among|at|of) (?!$|(?:the |its |their |about |some )?(?:[0-9]|{times}))")
_VERB = 6
"""So many words before "by" at most stands the verb: "cut their number by"."""
_PARTS = ("half", "third", "thirds", "quarter", "quarters", "fifth", "tenth")
_AROUND = 32
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")
_BEGUN = regex(r"(?: [a-z]+){0,3} (?:between|from) (?P<year>(?:1[0-9]|20)[0-9]{2})\b")
_PORTION = regex(
    r"\b(?:by|(?P<noun>increase|rise|growth|gain|decrease|fall|drop|decline|reduction|loss|cut) of) "
    r"(?:about |nearly |almost |some |roughly )?"
    r"(?P<part>(?:half|(?:an? |one[ -])(?:half|third|quarter|fifth|tenth)|two[ -]thirds|three[ -]quarters))\b(?! of\b)"
)


class Course(NamedTuple):
    """A move and the change told with it: an amount, a percentage or a word."""

    move: Move
    change: Change | None
    factor: Factor | None


def portions(article: Article) -> Iterator[tuple[Factor, bool]]:
    """A part in words behind "by", and which way it went: "the figure fell by a quarter, to 900"."""
    for at in occurrences(article, _PARTS):
        found = _PORTION.search(article.lowered, max(at - _AROUND, 0), at + _AROUND)
        if found is None or not found.start() <= at < found.end():
            continue
        span = ProseSpan(*found.span("part"))
        verbs = left(article, found.start(), 70).lower().split()[-_VERB:]
        up = (
            change_noun(found["noun"])
            if found["noun"]
            else next((said for verb in reversed(verbs) if (said := way(verb)) is not None), None)
        )
        if up is not None:
            yield portion(article.page.text(span), span, up), up


def course_of(change: Claim | None, factor: Factor | None, ends: tuple[Claim, ...], up: bool) -> Course | None:
    """The change with its ends in order, where it may be meant of them."""
    first, second = sorted(ends, key=size, reverse=not up)
    start, end = amount(first.value), amount(second.value)
    if start is None or end is None or not _likely(first, second, change, factor):
        return None
    move = Move(first, second, *series(start, end, counts=first.kind is Kind.NUMBER))
    told = Change(in_percent(change), up) if change is not None else None
    return Course(move, told, factor)


def _likely(first: Claim, second: Claim, change: Claim | None, factor: Factor | None) -> bool:
    """Whether a change is near enough to the true one to be meant of it."""
    low, high = sorted((size(first), size(second)))
    if not 0 < low < high <= low * _MOST:
        return False
    if factor is not None:
        least, most = factor.allowed
        said = ((least or Decimal(0)) + (most or least or Decimal(0))) / 2 - 1
        return _LEAST <= said / (size(second) / size(first) - 1) <= _WIDEST
    if change is None:
        return False
    real = high - low
    if isinstance(change.value, Percent):
        real = real / size(first) * 100
    return bool(real) and _LEAST <= size(change) / real <= _LARGEST


def other_bases(article: Article, move: Move) -> Iterator[Move]:
    """The same outcome, reckoned from each other amount of the sort before it in the paragraph."""
    span = ProseSpan(opening(article, move.second.span.start, _REACH), move.second.span.start)
    for claim in amounts(article, span):
        if claim.span != move.first.span and sort(claim) == sort(move.second) and single(claim):
            other = _move(claim, move.second)
            if other is not None:
                yield other


def _move(before: Claim, after: Claim) -> Move | None:
    start, end = amount(before.value), amount(after.value)
    if start is None or end is None or start.value <= 0 or end.value <= 0:
        return None
    if max(start.value, end.value) > min(start.value, end.value) * _MOST:
        return None
    return Move(before, after, *series(start, end, counts=before.kind is Kind.NUMBER))


def of_another_start(article: Article, end: int, start: Claim) -> bool:
    """Whether a change that ends there is of another year on than its start: "61 in 1980; it fell by 14 from 1990"."""
    begun = _BEGUN.match(right(article, end, 60))
    years = _YEAR.findall(gap(article, *sentence_at(article, start.span.start))) if begun is not None else []
    return begun is not None and bool(years) and begun["year"] not in years
