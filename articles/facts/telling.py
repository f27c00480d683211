"""What a clause tells before its date is known, and the fact that it becomes with one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, civil, of_day, of_month, of_year
from articles.claims.claim import Value
from articles.facts.clauses import Clause, clause_at
from articles.facts.dating import date_of
from articles.facts.fact import Fact, Scope
from articles.facts.frames import frames
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token
from articles.textmap import ProseSpan


class Told(NamedTuple):
    """An event without its date: ``low`` and ``high`` are the first and the last token that tell it.

    ``strict`` says that its date must stand in the phrase of its noun, ``since`` that it must follow "since".
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
    since: bool = False


def dated(told: Told, sentence: Sentence, all_clauses: list[Clause]) -> Iterator[Fact]:
    """The fact, if the sentence dates what is told."""
    clause = clause_at(all_clauses, told.high)
    strict = told.strict and not sentence.heading
    date = date_of(sentence.tokens, (told.low, told.high), clause, all_clauses, strict=strict)
    if date is None or date.claim is None or date.claim.quoted:
        return
    begun = _begun(sentence.tokens, date)
    if told.since and not begun:
        return
    yield Fact(
        told.subject,
        told.property,
        _closed(date.claim.value) if begun else date.claim.value,
        ProseSpan(date.start, date.end),
        sentence.span,
        sentence.place,
        Scope(told.counterpart, None, told.basis, told.region),
        claim=date.claim,
        pattern=told.pattern,
    )


def _begun(tokens: list[Token], date: Token) -> bool:
    """Whether a date follows "since": it is then when the thing happened, whose outcome goes on."""
    at = tokens.index(date)
    return at > 0 and tokens[at - 1].low.split(" ")[-1] in frames().around["since"]


def _closed(value: Value) -> Value:
    """The year, month or day from which a date with an open end runs."""
    if not isinstance(value, Date) or value.earliest is None or value.latest is not None:
        return value
    year, month, day = civil(value.earliest)
    match value.precision:
        case Precision.YEAR:
            return of_year(year, circa=value.circa)
        case Precision.MONTH:
            return of_month(year, month, circa=value.circa)
        case Precision.DAY:
            return of_day(year, month, day, circa=value.circa)
        case _:
            return value
