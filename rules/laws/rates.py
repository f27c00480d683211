"""A quantity, another, and their quotient, told in one sentence: distance, time and speed; people, area and density."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Duration, Number, Quantity
from articles.claims.units import dimension
from articles.regex import regex
from rules.laws.bounds import Bounds, counted, operand, ratio
from rules.laws.conversion import between
from rules.laws.nearby import after, left, occurrences, right, within
from rules.laws.nouns import people
from rules.laws.order import amount

_SPEED = ("average speed", "mean speed", "averaging")
_DENSITY = ("density",)
_REACH = 200
_HOURS = frozenset({"hour", "minute", "second", "day"})
_ONCE = regex(r"\b(?:each|every|first|last|second leg|return|respectively|per day|a day)\b")


class Rate(NamedTuple):
    """What is divided by what, the quotient as stated and as made, in the stated unit; ``real`` is unrounded."""

    top: Claim
    below: Claim
    stated: Claim
    made: Bounds
    said: Bounds
    real: Decimal


def rates(article: Article) -> Iterator[Rate]:
    """Every quotient that is told in one sentence with the two numbers it is made of."""
    for words, find in ((_SPEED, _speed), (_DENSITY, _density)):
        for at in occurrences(article, words):
            stated = after(article, at, 60)
            if stated is None or not isinstance(stated.value, Quantity) or stated.quoted:
                continue
            start = at - len(left(article, at, _REACH))
            end = at + len(right(article, at, _REACH))
            text = article.page.prose.text[start:end]
            if not _ONCE.search(text):
                yield from find(article, _told_once(article, start, end), stated)


def _told_once(article: Article, start: int, end: int) -> list[Claim]:
    """The readings of a stretch of prose, without those in brackets, which state another one again."""
    text = article.page.prose.text
    return [claim for claim in within(article, start, end) if text[claim.span.start - 1] != "("]


def _speed(article: Article, claims: list[Claim], stated: Claim) -> Iterator[Rate]:
    lengths = [c for c in claims if isinstance(c.value, Quantity) and dimension(c.value.unit) == "[length]"]
    times = [c for c in claims if isinstance(c.value, Duration) and c.value.unit in _HOURS]
    if len(lengths) != 1 or len(times) != 1:
        return
    length, time = lengths[0].value, times[0].value
    if isinstance(length, Quantity) and isinstance(time, Duration):
        made = ratio(operand(length.amount), operand(time.amount))
        yield from _rate(lengths[0], times[0], stated, made, f"{length.unit} / {time.unit}")


def _density(article: Article, claims: list[Claim], stated: Claim) -> Iterator[Rate]:
    areas = [c for c in claims if isinstance(c.value, Quantity) and dimension(c.value.unit) == "[length] ** 2"]
    counts = [c for c in claims if isinstance(c.value, Number) and _of_people(article, c)]
    if len(areas) != 1 or len(counts) != 1:
        return
    area, count = areas[0].value, counts[0].value
    if isinstance(area, Quantity) and isinstance(count, Number):
        made = ratio(counted(count.amount), operand(area.amount))
        yield from _rate(counts[0], areas[0], stated, made, f"1 / ({area.unit})")


def _of_people(article: Article, claim: Claim) -> bool:
    if isinstance(claim.value, Number) and claim.value.noun is not None:
        return people(claim.value.noun)
    return left(article, claim.span.start, 24).rstrip().endswith(("population of", "population was", "population is"))


def _rate(top: Claim, below: Claim, stated: Claim, made: Bounds, unit: str) -> Iterator[Rate]:
    assert isinstance(stated.value, Quantity)
    line = between(unit, stated.value.unit)
    if line is not None and not line.inverse:
        over, under = amount(top.value), amount(below.value)
        if over is not None and under is not None and under.value:
            real = line.point(over.value / under.value)
            yield Rate(top, below, stated, line.apply(made), operand(stated.value.amount), real)
