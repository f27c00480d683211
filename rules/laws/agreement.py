"""Whether two facts speak of one thing, and whether they then agree.

Two facts are comparable if subject and property are the same and every part of the scope that the property's row
in ``properties.toml`` names is the same. A part that only one of them states makes them incomparable.
"""

from __future__ import annotations

from decimal import Decimal

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Duration, Money, Number, Ordinal, Percent, Quantity, Value
from articles.facts.fact import Fact, Scope
from articles.facts.gazetteer import gazetteer, plain
from articles.facts.properties import properties
from rules.laws.amounts.conversion import between, meanings
from rules.laws.bounds import Bounds, bounds, counted, judge
from rules.rule import Outcome


def comparable(one: Fact, other: Fact, *, soft: frozenset[str] = frozenset()) -> bool:
    """Whether two facts are about one thing at one time. A basis in ``soft`` counts as none being said."""
    if one.property != other.property or one.subject != other.subject:
        return False
    known = properties().get(one.property)
    return known is not None and all(_same(part, one.scope, other.scope, soft) for part in known.match)


def agreement(one: Fact, other: Fact) -> Outcome:
    """Whether the values of two comparable facts agree; incomparable where their kinds or units differ."""
    first, second = one.value, other.value
    if first is None or second is None:
        return Outcome.INCOMPARABLE
    if one.polarity != other.polarity:
        return Outcome.INCOMPARABLE
    if isinstance(first, str) or isinstance(second, str):
        return _names(first, second) if isinstance(first, str) and isinstance(second, str) else Outcome.INCOMPARABLE
    return values(first, second)


def values(first: Value, second: Value) -> Outcome:
    """Whether two readings may be one value."""
    match first, second:
        case Date(), Date():
            return _dates(first, second)
        case Money(), Money():
            same = first.currency == second.currency and first.per == second.per
            return judge(bounds(first.amount), bounds(second.amount)) if same else Outcome.INCOMPARABLE
        case Quantity(), Quantity():
            return _quantities(first, second)
        case Number(), Number():
            return judge(counted(first.amount), counted(second.amount))
        case Percent(), Percent():
            return judge(bounds(first.amount), bounds(second.amount))
        case Ordinal(), Ordinal():
            return judge(bounds(first.amount), bounds(second.amount))
        case Duration(), Duration():
            same = first.unit == second.unit
            return judge(bounds(first.amount), bounds(second.amount)) if same else Outcome.INCOMPARABLE
        case _:
            return Outcome.INCOMPARABLE


def far_apart(one: Fact, other: Fact, factor: int) -> bool:
    """Whether two amounts differ by more than a factor, so that they will hardly be meant of one thing.

    Exact powers of ten are not far apart: they are what a lost digit or scale word leaves.
    """
    first, second = one.value, other.value
    if isinstance(first, Date | str | None) or isinstance(second, Date | str | None):
        return False
    low, high = sorted((abs(first.amount.value), abs(_in_unit_of(first, second))))
    if not low:
        return bool(high)
    return high > factor * low and (high / low).normalize().as_tuple().digits != (1,)


def _in_unit_of(first: Value, second: Value) -> Decimal:
    """The second amount in the first one's unit, where both are quantities."""
    assert not isinstance(second, Date)
    if isinstance(first, Quantity) and isinstance(second, Quantity) and first.unit != second.unit:
        line = next((between(one, other) for one in meanings(second.unit) for other in meanings(first.unit)), None)
        return line.point(second.amount.value) if line else second.amount.value
    return second.amount.value


def _same(part: str, one: Scope, other: Scope, soft: frozenset[str]) -> bool:
    first, second = getattr(one, part), getattr(other, part)
    if part == "basis":
        return (None if first in soft else first) == (None if second in soft else second)
    if part == "when" and isinstance(first, Date) and isinstance(second, Date):
        return first.overlaps(second) and first.earliest is not None and second.earliest is not None
    return bool(first == second)


def _dates(first: Date, second: Date) -> Outcome:
    if first.overlaps(second):
        return Outcome.CONSISTENT
    loose = (Precision.SEASON, Precision.RANGE)
    if first.circa or second.circa or first.precision in loose or second.precision in loose:
        return Outcome.INCOMPARABLE
    return Outcome.CONFLICTING


def _quantities(first: Quantity, second: Quantity) -> Outcome:
    one, other = bounds(first.amount), bounds(second.amount)
    if first.unit == second.unit:
        return judge(one, other)
    found = [judge(in_unit, other) for in_unit in _in_unit(first.unit, second.unit, one)]
    order = (Outcome.CONSISTENT, Outcome.BY_ROUNDING, Outcome.CONFLICTING)
    return min(found, key=order.index) if found else Outcome.INCOMPARABLE


def _in_unit(unit: str, target: str, value: Bounds) -> list[Bounds]:
    lines = (between(one, other) for one in meanings(unit) for other in meanings(target))
    return [line.apply(value) for line in lines if line]


def _names(first: str, second: str) -> Outcome:
    """Names agree if one list entry stands behind both, or if one is part of the other ("Norby", "Norby City")."""
    one, other = _bare(first), _bare(second)
    if one == other or set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split()):
        return Outcome.CONSISTENT
    known = gazetteer()
    if known.canonical(first) is not None and known.canonical(first) == known.canonical(second):
        return Outcome.CONSISTENT
    return Outcome.CONFLICTING


def _bare(name: str) -> str:
    return " ".join(plain(name).lower().replace("-", " ").replace(",", " ").split())
