"""What a clause tells before its date is known, and the fact that it becomes with one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, civil, of_day, of_month, of_year
from articles.claims.claim import Claim, Value
from articles.facts.clauses import Clause, clause_at
from articles.facts.dating import date_of
from articles.facts.fact import Fact, Scope
from articles.facts.frames import frames
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token
from articles.textmap import ProseSpan

LASTING = frozenset(
    (
        *("relations-severed", "relations-resumed", "recognition"),
        *("embassy-closed", "legation-closed", "consulate-closed"),
    )
)
"""Events that a range of dates tells the start of: what they bring about lasted so long."""
REPEATED = LASTING | {"embassy-reopened", "legation-reopened"}
"""Events that may come again."""


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


def dated(told: Told, sentence: Sentence, all_clauses: list[Clause], single: Claim | None) -> Iterator[Fact]:
    """The fact, if the sentence dates what is told, or ("This constituted ...") the ``single`` date before it does."""
    clause = clause_at(all_clauses, told.high)
    strict = told.strict and not sentence.heading
    date = date_of(sentence.tokens, (told.low, told.high), clause, all_clauses, strict=strict)
    if date is None and sentence.heading:
        date = _only_date(sentence.tokens)
    if date is None and single is not None and told.strict and clause is all_clauses[0]:
        date = _constituted(sentence.tokens, told.low, single)
    if date is None:
        return
    yield from _at(told, sentence, date)
    again = _again(sentence.tokens, date) if told.property in REPEATED else None
    if again is not None:
        yield from _at(told, sentence, again)


def _again(tokens: list[Token], date: Token) -> Token | None:
    """The date at which a thing was done once more: "severed in 1917 and again in December 1941"."""
    at = next((at for at, token in enumerate(tokens) if token is date), len(tokens))
    behind = [token.low for token in tokens[at + 1 : at + 4]]
    fits = (
        at + 4 < len(tokens) and behind[:2] == ["and", "again"] and behind[2] in ("in", "on") and tokens[at + 4].dated
    )
    return tokens[at + 4] if fits else None


def _at(told: Told, sentence: Sentence, date: Token) -> Iterator[Fact]:
    """The fact at a date."""
    if date.claim is None or date.claim.quoted:
        return
    begun = _begun(sentence.tokens, date)
    if told.since and not begun:
        return
    claim, span = date.claim, ProseSpan(date.start, date.end)
    lasts = told.property in LASTING and not sentence.heading
    if (told.since or lasts) and len(claim.parts) == 2:
        # "severed from 1967 to 1974", "had an embassy from 1975 to 1990": what began then stayed so.
        claim = claim.parts[0]
        span = claim.span
    yield Fact(
        told.subject,
        told.property,
        closed(claim.value) if begun or date.low != "#" or _late(sentence.tokens, date) else claim.value,
        span,
        sentence.span,
        sentence.place,
        Scope(told.counterpart, None, told.basis, told.region),
        claim=claim,
        pattern=told.pattern,
    )


def _only_date(tokens: list[Token]) -> Token | None:
    """The one date of a heading, which is that of all it names: "Relations Established and Embassy Opened, 1992"."""
    dates = [token for token in tokens if token.dated]
    return dates[0] if len(dates) == 1 and dates[0] is tokens[-1] else None


def _constituted(tokens: list[Token], low: int, single: Claim) -> Token | None:
    """The first word of "This constituted recognition of X", which stands for the date of the sentence before."""
    constitutes = frames().around["constitutes"]
    if not tokens[0].capital or not any(token.low in constitutes for token in tokens[1 : min(low, 4)]):
        return None
    comma = next((at for at, token in enumerate(tokens) if token.low == ","), len(tokens))
    return None if any(token.dated for token in tokens[:comma]) else tokens[0].standing_for(single)


def _begun(tokens: list[Token], date: Token) -> bool:
    """Whether a date follows "since": it is then when the thing happened, whose outcome goes on."""
    at = next((at for at, token in enumerate(tokens) if token.start == date.start), 0)
    return at > 0 and tokens[at - 1].low.split(" ")[-1] in frames().around["since"]


def _late(tokens: list[Token], date: Token) -> bool:
    """Whether a date follows "until": it is then when the thing happened that was not done before."""
    return any(after is date and token.low == "until" for token, after in pairwise(tokens))


def closed(value: Value) -> Value:
    """The year, month or day from which, or up to which, a date with an open end runs."""
    if not isinstance(value, Date) or (value.earliest is None) == (value.latest is None):
        return value
    year, month, day = civil(value.earliest or value.latest or 0)
    match value.precision:
        case Precision.YEAR:
            return of_year(year, circa=value.circa)
        case Precision.MONTH:
            return of_month(year, month, circa=value.circa)
        case Precision.DAY:
            return of_day(year, month, day, circa=value.circa)
        case _:
            return value
