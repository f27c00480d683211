"""From an amount to a claim: what stands after it and before it says of what kind it is."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from articles.claims import value_claims as make
from articles.claims.ages import AGES, OLD, follows_age, is_age, is_aged, is_roughly_aged, may_be_age
from articles.claims.amounts import Amount, Part, extended, read_amount
from articles.claims.claim import Claim, Duration, Money
from articles.claims.count_claims import read_count
from articles.claims.joints import compounded, is_moved_by, is_moving, is_ranging, ranged
from articles.claims.left import Left, hedge_before, word_before
from articles.claims.money import (
    Currency,
    currency_after,
    currency_before,
    is_money,
    is_price_year,
    price_year,
    unit_price,
)
from articles.claims.named_amounts import names_thing
from articles.claims.numerals import read_digits
from articles.claims.percents import read_percent
from articles.claims.unit_gaps import divisible, is_infantry, more_time, past_note, past_of, titled
from articles.claims.unit_words import Unit, read_unit
from articles.claims.written import Hedge
from articles.textmap import ProseSpan


class Frame(NamedTuple):
    """An amount with what stands around it: where its writing starts, its currency, its hedge, the word before.

    ``alone`` says that it ends a range, and opens none.
    """

    amount: Amount
    start: int
    currency: Currency | None
    hedge: Hedge
    left: Left
    alone: bool = False


def read_measure(text: str, start: int, token: str, left: Left, *, alone: bool = False) -> Claim | int:
    """The claim made by the amount at a place, or where reading goes on past one that is withheld."""
    currency = currency_before(text, start, left) if token else None
    sign = "" if currency is None else text[currency.at : start].strip(" \u00a0\u202f")
    before = left if currency is None else word_before(text, currency.at)
    apart = (before.lower == "from" and not is_ranging(text, before)) or is_moving(before)
    if token and is_moved_by(text, start, left):
        return read_bare(text, start, token, left)
    amount = read_amount(text, start, token, money=sign, between=left.lower == "between", apart=apart)
    if amount is None:
        return start + max(1, len(token))
    return _framed(text, amount, currency, left, alone=alone)


def is_measure(text: str, end: int) -> bool:
    """Whether a unit, a currency or a percent sign follows a number that ends at a place."""
    if text[end : end + 1] in ",.;:)\n":
        return False
    return (
        read_unit(text, end) is not None or currency_after(text, end) is not None or read_percent(text, end) is not None
    )


def read_bare(text: str, start: int, token: str, left: Left) -> Claim | int:
    """The same for an amount in digits that nothing behind it is a part of: a count or a plain number, or money."""
    numeral = read_digits(text, start, token)
    if numeral is None:
        return start + len(token)
    whole = numeral.step == 1
    amount = Amount(start, numeral.end, numeral.value, numeral.value, numeral.step, whole, "digits")
    currency = currency_before(text, start, left)
    if (
        currency is not None
        or left.lower in AGES
        or left.lower == "of"
        or (follows_age(left) and "ged " in text[max(0, left.start - 32) : left.start])
        or is_roughly_aged(text, left)
        or may_be_age(text, left)
        or left.lower in ("minus", "both")
        or (left.word[-1:] == "," and text[numeral.end : numeral.end + 1] == ",")
        or _negative(text, start)
    ):
        return _framed(text, amount, currency, left)
    return read_count(text, amount, hedge_before(text, start, left)[0], left)


def read_opened(text: str, first: Part, left: Left) -> Claim | int:
    """The claim made by an amount whose first number in words is read already ("a million")."""
    amount = extended(text, first, "")
    return first.end if amount is None else _framed(text, amount, None, left)


def _framed(text: str, amount: Amount, currency: Currency | None, left: Left, *, alone: bool = False) -> Claim | int:
    at = amount.start if currency is None else currency.at
    if _negative(text, at):
        at -= 1
        amount = amount._replace(value=-amount.top, top=-amount.value)
        amount = amount if currency is not None else amount._replace(start=at)
    elif left.lower == "minus" and currency is None and amount.top > 0:
        at = left.start
        amount = amount._replace(start=at, value=-amount.top, top=-amount.value)
        left = word_before(text, at)
    elif currency is not None:
        left = word_before(text, at)
    return measured(text, Frame(amount, at, currency, hedge_before(text, at, left)[0], left, alone))


def _negative(text: str, at: int) -> bool:
    """Whether a minus sign stands before a number."""
    return text[at - 1 : at] in ("-", "−", "–") and (at == 1 or text[at - 2] in " (\n\u00a0/")


def measured(text: str, frame: Frame) -> Claim | int:
    """The claim of a framed amount."""
    amount, hedge = frame.amount, frame.hedge
    if amount.form == "score":
        return read_count(text, amount, hedge, frame.left)
    if (
        text[amount.end : amount.end + 2] in ("+ ", "+\u00a0")
        and hedge is Hedge.NONE
        and read_unit(text, amount.end + 1)
    ):
        amount, hedge = amount._replace(end=amount.end + 1), Hedge.AT_LEAST
        frame = frame._replace(amount=amount, hedge=hedge)
    if is_price_year(text, amount.start, amount.end):
        return amount.end
    end, claim = amount.end, None
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and (past := titled(text, end, frame.left)):
        return past
    if frame.currency is not None:
        claim = _money(text, frame, end, frame.currency)
    elif text[end : end + 1] not in ",.;:)\n":
        claim = _percent(text, amount, hedge) or _unit(text, frame) or _currency(text, frame)
        if claim is None and (text[end] in "[(" or amount.form == "fraction"):
            claim = _noted(text, frame)
    elif is_age(text, amount, frame.left):
        claim = make.duration(text, amount, end, hedge, "year", age=True)
    if claim is None:
        return read_count(text, amount, hedge, frame.left)
    return _joined(text, claim, frame)


def _joined(text: str, claim: Claim, frame: Frame) -> Claim | int:
    """The claim with the smaller units behind it and the other end of its range, unless it is a name."""
    if names_thing(text, claim, frame.left):
        return claim.span.end
    if frame.alone:
        return claim
    return ranged(text, compounded(text, claim), frame.left, partial(read_measure, alone=True))


def _noted(text: str, frame: Frame) -> Claim | None:
    """The claim of an amount whose unit stands behind a note, or that is a part of one unit: "half a mile"."""
    at = past_note(text, frame.amount.end)
    fraction = at is None and frame.amount.form == "fraction"
    if fraction:
        at = past_of(text, frame.amount.end)
    if at is None:
        return None
    later = frame._replace(amount=frame.amount._replace(end=at))
    claim = _percent(text, later.amount, frame.hedge) or _unit(text, later)
    long = fraction and claim is not None and isinstance(claim.value, Duration) and not divisible(claim.value.unit)
    return None if long else claim


def _percent(text: str, amount: Amount, hedge: Hedge) -> Claim | None:
    found = read_percent(text, amount.end)
    if found is None:
        return None
    if found.mille:
        return make.per_mille(text, amount, found.end, hedge)
    if found.basis:
        return make.basis_points(text, amount, found.end, hedge)
    return make.percent(text, amount, found.end, hedge, points=found.points)


def _unit(text: str, frame: Frame) -> Claim | None:
    amount, hedge = frame.amount, frame.hedge
    if is_aged(text, amount, frame.left):
        return make.duration(text, amount, amount.end, hedge, "year", age=True)
    unit = read_unit(text, amount.end) or more_time(text, amount.end)
    if unit is None or not _sensible(text, frame, unit):
        return None
    if unit.time:
        old = OLD.match(text, unit.end)
        end = unit.end if old is None else old.end()
        return make.duration(text, amount, end, hedge, unit.name, age=old is not None)
    return make.quantity(text, amount, unit.end, hedge, unit.name)


def _sensible(text: str, frame: Frame, unit: Unit) -> bool:
    """Whether a unit's word means the unit here: "pounds" may be money."""
    word = text[frame.amount.end : unit.end].strip(" \u00a0-")
    if unit.name == "foot" and is_infantry(text, frame.amount.start, unit.end):
        return False
    return (
        unit.name not in ("pound", "dram")
        or not word.isalpha()
        or not is_money(text, frame.amount.start, unit.end, word, doubt=False)
    )


def _currency(text: str, frame: Frame) -> Claim | None:
    currency = currency_after(text, frame.amount.end)
    if currency is None:
        return None
    word = text[frame.amount.end : currency.at].strip(" \u00a0-")
    if not is_money(text, frame.amount.start, currency.at, word, doubt=True):
        return None
    return _money(text, frame, currency.at, currency)


def _money(text: str, frame: Frame, end: int, currency: Currency) -> Claim:
    amount = frame.amount
    if currency.hundredth:
        amount = _hundredth(amount)
    value = Money(amount.written(), currency.code, unit_price(text, end), price_year(text, end))
    return make.money(text, amount, ProseSpan(frame.start, end), frame.hedge, value)


def _hundredth(amount: Amount) -> Amount:
    return amount._replace(value=amount.value / 100, top=amount.top / 100, step=amount.step / 100, parts=())
