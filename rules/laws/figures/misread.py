"""Two exact figures of which one is the other misread: two digits exchanged, or one digit of several."""

from __future__ import annotations

from collections.abc import Sequence

from articles.claims.claim import Duration, Money, Number, Percent, Quantity, Value
from articles.claims.written import Hedge, Written

_PAIR = 2
"""Of figures of two digits only those exchanged are taken for a slip: too many share one."""
_SEVERAL = 4
"""Of figures of so many digits two that are no neighbours are exchanged as well: 18,640 and 16,840."""


def misread(one: Value, other: Value) -> bool:
    """Whether two figures of one unit are a slip of digits apart."""
    if isinstance(one, Quantity) and isinstance(other, Quantity) and one.unit == other.unit:
        return _apart(one.amount, other.amount)
    if isinstance(one, Money) and isinstance(other, Money) and one.currency == other.currency:
        return _apart(one.amount, other.amount)
    if isinstance(one, Number) and isinstance(other, Number):
        return _apart(one.amount, other.amount)
    if isinstance(one, Duration) and isinstance(other, Duration) and one.unit == other.unit:
        return _apart(one.amount, other.amount)
    return isinstance(one, Percent) and isinstance(other, Percent) and _apart(one.amount, other.amount)


def exchanged(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether two rows of digits differ by two neighbours that changed places."""
    places = [at for at, (digit, its) in enumerate(zip(one, other, strict=False)) if digit != its]
    if len(one) != len(other) or len(places) != _PAIR:
        return False
    at, behind = places
    return behind == at + 1 and one[at] == other[behind] and one[behind] == other[at]


def _apart(one: Written, other: Written) -> bool:
    if Hedge.NONE is not one.hedge or one.hedge is not other.hedge or one.value != one.top or other.value != other.top:
        return False
    first, second = (each.value.as_tuple() for each in (one, other))
    mine, theirs = first.digits, second.digits
    if len(mine) != len(theirs) or len(mine) < _PAIR or first.exponent != second.exponent:
        return False
    places = [at for at, (digit, its) in enumerate(zip(mine, theirs, strict=True)) if digit != its]
    if len(places) == _PAIR:
        at, behind = places
        near = behind == at + 1 or len(mine) >= _SEVERAL
        return near and mine[at] == theirs[behind] and mine[behind] == theirs[at]
    return len(places) == 1 and len(mine) > _PAIR and places[0] < len(mine) - 1
