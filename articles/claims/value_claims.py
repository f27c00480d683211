"""The claim of each kind that an amount makes, with its parts and its hedge."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from articles.claims.amounts import Amount
from articles.claims.claim import Claim, Duration, Kind, Money, Number, Percent, Quantity, Value
from articles.claims.left import hedge_after
from articles.claims.vocabulary import phrases, table
from articles.claims.written import Hedge, Written
from articles.textmap import ProseSpan

Wrap = Callable[[Written], Value]


def make(
    kind: Kind,
    text: str,
    amount: Amount,
    start: int,
    end: int,
    hedge: Hedge,
    name: str,
    wrap: Wrap,
    *,
    point: bool = False,
) -> Claim:
    """A claim from ``start`` to ``end``; ``wrap`` makes its value of a written number, ``name`` opens its pattern."""
    if hedge is Hedge.NONE:
        hedge = hedge_after(text, end)
    parts: tuple[Claim, ...] = ()
    if amount.parts:
        exact = point and hedge is Hedge.NONE
        parts = tuple(
            Claim(kind, ProseSpan(p.start, p.end), wrap(p.written(point=exact)), "part") for p in amount.parts
        )
    value = wrap(amount.written(hedge, point=point))
    return Claim(kind, ProseSpan(start, end), value, f"{name}-{amount.form}", parts)


def number(text: str, amount: Amount, hedge: Hedge, noun: str | None) -> Claim:
    """A count of things, or a number of nothing named."""
    name = "count" if noun else "number"
    if not amount.parts:
        if hedge is Hedge.NONE:
            hedge = hedge_after(text, amount.end)
        value = Number(amount.written(hedge, point=True), noun)
        return Claim(Kind.NUMBER, ProseSpan(amount.start, amount.end), value, f"{name}-{amount.form}")
    return make(Kind.NUMBER, text, amount, amount.start, amount.end, hedge, name, lambda w: Number(w, noun), point=True)


def percent(text: str, amount: Amount, end: int, hedge: Hedge, *, points: bool) -> Claim:
    """A percentage or percentage points."""
    name = "points" if points else "percent"
    return make(Kind.PERCENT, text, amount, amount.start, end, hedge, name, lambda w: Percent(w, points))


def per_mille(text: str, amount: Amount, end: int, hedge: Hedge) -> Claim:
    """A share in thousandths, worked into a percentage."""

    def tenth(w: Written) -> Percent:
        return Percent(Written(w.value / 10, w.top / 10, w.step / 10, w.hedge))

    return make(Kind.PERCENT, text, amount, amount.start, end, hedge, "per-mille", tenth)


def quantity(text: str, amount: Amount, end: int, hedge: Hedge, unit: str) -> Claim:
    """An amount of a unit; beside a word of change a temperature is a difference, "below zero" it is negative."""
    if unit.startswith("degree") and text.startswith(" below zero", end) and amount.value >= 0:
        amount, end = amount._replace(value=-amount.top, top=-amount.value, parts=()), end + len(" below zero")
    difference = unit in ("degree_Celsius", "degree_Fahrenheit", "kelvin") and _changing(text, amount.start, end)
    return make(
        Kind.QUANTITY, text, amount, amount.start, end, hedge, "quantity", lambda w: Quantity(w, unit, difference)
    )


def duration(text: str, amount: Amount, end: int, hedge: Hedge, unit: str, *, age: bool) -> Claim:
    """A length of time or an age."""
    name = "age" if age else "duration"
    return make(Kind.DURATION, text, amount, amount.start, end, hedge, name, lambda w: Duration(w, unit))


def money(text: str, amount: Amount, span: ProseSpan, hedge: Hedge, value: Money) -> Claim:
    """An amount of money; ``value`` holds its currency, what it is for and the year of its prices."""
    return make(Kind.MONEY, text, amount, span.start, span.end, hedge, "money", lambda w: value._replace(amount=w))


def basis_points(text: str, amount: Amount, end: int, hedge: Hedge) -> Claim:
    """Hundredths of percentage points."""

    def hundredth(w: Written) -> Percent:
        return Percent(Written(w.value / 100, w.top / 100, w.step / 100, w.hedge), points=True)

    return make(Kind.PERCENT, text, amount, amount.start, end, hedge, "basis-points", hundredth)


_READINGS = frozenset(("to", "from", "at"))
"""Before a temperature: it is what was read off, however it came about ("fell to −30 °C")."""


@cache
def _changes() -> tuple[frozenset[str], frozenset[str]]:
    lists = table("units")["changes"]
    return frozenset(phrases(lists["before"])), frozenset(phrases(lists["after"]))


def _changing(text: str, start: int, end: int) -> bool:
    before, after = _changes()
    earlier = text[max(0, start - 40) : start].rsplit("\n", 1)[-1].lower().split()[-4:]
    if earlier and earlier[-1] in _READINGS:
        return False
    later = text[end : end + 20].split("\n", 1)[0].lower().split(" ", 2)
    return not before.isdisjoint(earlier) or (len(later) > 1 and later[0] == "" and later[1] in after)
