"""What a clause tells before its date is known, and the fact that it becomes with one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.facts.clauses import Clause
from articles.facts.dating import date_of
from articles.facts.fact import Fact, Scope
from articles.facts.sentence import Sentence
from articles.textmap import ProseSpan


class Told(NamedTuple):
    """An event without its date: ``low`` and ``high`` are the first and the last token that tell it.

    ``strict`` says that its date must stand in the phrase of its noun.
    """

    subject: str
    property: str
    counterpart: str | None
    basis: str | None
    region: str | None
    low: int
    high: int
    strict: bool
    pattern: str


def dated(told: Told, sentence: Sentence, all_clauses: list[Clause]) -> Iterator[Fact]:
    """The fact, if the sentence dates what is told."""
    clause = next(part for part in all_clauses if part.start <= told.high < part.end)
    strict = told.strict and not sentence.heading
    date = date_of(sentence.tokens, (told.low, told.high), clause, all_clauses, strict=strict)
    if date is None or date.claim is None or date.claim.quoted:
        return
    yield Fact(
        told.subject,
        told.property,
        date.claim.value,
        ProseSpan(date.start, date.end),
        sentence.span,
        sentence.place,
        Scope(told.counterpart, None, told.basis, told.region),
        claim=date.claim,
        pattern=told.pattern,
    )
