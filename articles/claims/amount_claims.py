"""From an amount to a claim: percent, money, unit, duration, count or plain number."""

from __future__ import annotations

import re
from decimal import Decimal

from articles.claims.amounts import Amount, read_amount
from articles.claims.claim import Claim, Duration, Kind, Money, Number, Percent, Quantity, Value
from articles.claims.counts import read_noun
from articles.claims.left import Left, hedge_after, hedge_before
from articles.claims.money import Currency, currency_after, currency_before
from articles.claims.numerals import ZERO
from articles.claims.unit_words import Unit, read_unit
from articles.claims.written import Hedge, Written
from articles.textmap import ProseSpan

_PERCENT = re.compile(r"[ \u00a0\u202f]?[%％]|[ \u00a0-](?:per[ -]?cent|pct)\b|percent\b")
_POINTS = re.compile(r"[ \u00a0-](?:percentage[ -])?(?:points?|pp)\b")
_PERCENTAGE_POINTS = re.compile(r"[ \u00a0-]percentage[ -]points?\b")
_PER_MILLE = re.compile(r"[ \u00a0]?‰|[ \u00a0]per (?:mille|mil|thousand)\b")
_PER = re.compile(r"(?:[ \u00a0](?:per|an?)[ \u00a0]|/)([a-z]+)")
_YEARS_OLD = re.compile(r"[ -]olds?\b|[ -]of[ -]age\b")


def read_measure(text: str, start: int, token: str, left: Left) -> Claim | None:
    """The claim made by the amount that starts at a place; None where it is none."""
    currency = currency_before(text, start, left)
    between = left.word.lower() == "between"
    amount = read_amount(text, start, token, money=currency is not None, between=between)
    if amount is None:
        return None
    hedge = _hedge(text, start if currency is None else currency.at, left if currency is None else None)
    return _measured(text, amount, currency, hedge)


def _hedge(text: str, start: int, left: Left | None) -> Hedge:
    from articles.claims.left import hedges, word_before

    before = text[start - 1] if start else ""
    sign = hedges().signs.get(before)
    if sign is not None:
        return sign
    return hedge_before(text, left or word_before(text, start))[0]


def _measured(text: str, amount: Amount, currency: Currency | None, hedge: Hedge) -> Claim:
    end = amount.end
    if currency is not None:
        return _money(text, amount, currency.at, end, currency.code, hedge)
    percent = _percent(text, amount, hedge)
    if percent is not None:
        return percent
    unit = read_unit(text, end)
    if unit is not None:
        return _quantity(text, amount, unit, hedge)
    after = currency_after(text, end)
    if after is not None:
        return _money(text, amount, amount.start, after.at, after.code, hedge)
    return _count(text, amount, hedge)


def _claim(kind: Kind, start: int, end: int, value: Value, pattern: str, parts: tuple[Claim, ...] = ()) -> Claim:
    return Claim(kind, ProseSpan(start, end), value, pattern, parts)


def _written(text: str, amount: Amount, end: int, hedge: Hedge, *, point: bool = False) -> Written:
    return amount.written(hedge if hedge is not Hedge.NONE else hedge_after(text, end), point=point)


def _money(text: str, amount: Amount, start: int, end: int, code: str, hedge: Hedge) -> Claim:
    per = _PER.match(text, end)
    value = Money(_written(text, amount, end, hedge), code, per[1] if per is not None else None)
    parts = tuple(
        _claim(Kind.MONEY, p.start, p.end, Money(Written(p.value, p.value, p.step), code), "part") for p in amount.parts
    )
    return _claim(Kind.MONEY, start, end, value, f"money-{amount.form}", parts)


def _percent(text: str, amount: Amount, hedge: Hedge) -> Claim | None:
    end = amount.end
    points = _PERCENTAGE_POINTS.match(text, end)
    if points is not None:
        return _claim(
            Kind.PERCENT,
            amount.start,
            points.end(),
            Percent(_written(text, amount, points.end(), hedge), True),
            "points",
        )
    mille = _PER_MILLE.match(text, end)
    if mille is not None and mille[0].strip() == "‰":
        tenth = _written(text, amount, mille.end(), hedge)
        scaled = Written(tenth.value / 10, tenth.top / 10, tenth.step / 10, tenth.hedge)
        return _claim(Kind.PERCENT, amount.start, mille.end(), Percent(scaled), "per-mille")
    found = _PERCENT.match(text, end)
    if found is None:
        return None
    after = _POINTS.match(text, found.end())
    end = after.end() if after is not None else found.end()
    value = Percent(_written(text, amount, end, hedge), after is not None)
    parts = tuple(
        _claim(Kind.PERCENT, p.start, p.end, Percent(Written(p.value, p.value, p.step)), "part") for p in amount.parts
    )
    return _claim(Kind.PERCENT, amount.start, end, value, f"percent-{amount.form}", parts)


def _quantity(text: str, amount: Amount, unit: Unit, hedge: Hedge) -> Claim:
    written = _written(text, amount, unit.end, hedge)
    if unit.time:
        old = _YEARS_OLD.match(text, unit.end)
        end = unit.end if old is None or text[unit.end] != "-" else old.end()
        return _claim(
            Kind.DURATION, amount.start, end, Duration(written, unit.name), "age" if old else f"duration-{amount.form}"
        )
    parts = tuple(
        _claim(Kind.QUANTITY, p.start, p.end, Quantity(Written(p.value, p.value, p.step), unit.name), "part")
        for p in amount.parts
    )
    return _claim(Kind.QUANTITY, amount.start, unit.end, Quantity(written, unit.name), f"quantity-{amount.form}", parts)


def _count(text: str, amount: Amount, hedge: Hedge) -> Claim:
    noun = read_noun(text, amount.end)
    written = _written(text, amount, amount.end, hedge, point=True)
    parts = tuple(
        _claim(
            Kind.NUMBER,
            p.start,
            p.end,
            Number(Written(p.value, p.value, ZERO if p.step == 1 else p.step), noun),
            "part",
        )
        for p in amount.parts
    )
    pattern = f"count-{amount.form}" if noun else f"number-{amount.form}"
    return _claim(Kind.NUMBER, amount.start, amount.end, Number(written, noun), pattern, parts)


def is_negative(text: str, start: int) -> bool:
    """Whether a minus sign stands before a number."""
    return start > 0 and text[start - 1] in "-−–" and (start == 1 or text[start - 2] in " (\n\u00a0")


def negated(amount: Amount) -> Amount:
    """The amount with a minus sign, which becomes part of its span."""
    return amount._replace(start=amount.start - 1, value=-amount.top, top=-amount.value)


ZERO_POINT = Decimal(0)
