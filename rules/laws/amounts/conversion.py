"""Whether two quantities are one quantity in two units.

Factors are pint's, asked once for each pair of units and remembered. A unit's name may have more than one
meaning (``units.toml``); two statements agree if they agree in any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from articles.claims.claim import Quantity
from articles.claims.units import convert, factor
from articles.claims.written import ABOUT_SHARE, Hedge, Written
from articles.words import data_file
from rules.laws.bounds import Bounds, bounds, exact, judge, ratio, scaled
from rules.laws.wording import feet_and_inches, restated
from rules.rule import Outcome

SIGNIFICANT = 12
"""Digits of a factor that are kept: more than any article writes, fewer than binary fractions blur."""


SLIPS = (1, 2, 3, 6)
"""The powers of ten by which a decimal point or a scale word goes astray."""

FACTOR = Decimal("0.001")
"""What a factor of three digits (1 acre = 0.405 ha) or a quotient of two rounded numbers may be off by."""

ROUND_DIGITS = 3
ROUGHLY = Decimal("0.01")
"""What a hedge is good for before a number of three digits or more."""

_FRACTIONS = (Decimal(1), Decimal("0.5"), Decimal("0.25"), Decimal("0.125"), Decimal("0.0625"))

COARSEST = Decimal("0.1")
"""How far trailing zeros may carry a number away when the other side was not rounded as roughly."""

_ORDER = (Outcome.CONSISTENT, Outcome.BY_ROUNDING, Outcome.CONFLICTING)


class Line(NamedTuple):
    """How one unit becomes another: ``value * factor + offset``, or ``factor / value`` where ``inverse``."""

    factor: Decimal
    offset: Decimal = Decimal(0)
    inverse: bool = False

    def apply(self, value: Bounds) -> Bounds:
        """What a value of the one unit is in the other."""
        return ratio(exact(self.factor), value) if self.inverse else scaled(value, self.factor, self.offset)

    def point(self, value: Decimal) -> Decimal:
        """The same for a number; an inverse of 0 is 0, which agrees with nothing."""
        if self.inverse:
            return self.factor / value if value else Decimal(0)
        return value * self.factor + self.offset


@lru_cache(1 << 12)
def compare(first: Quantity, second: Quantity) -> Outcome | None:
    """Whether two quantities may be one; None where their dimensions differ."""
    found: Outcome | None = None
    for line in lines(first, second):
        found = _along(first.amount, second.amount, line)
        if found is not Outcome.CONFLICTING:
            return found
    return found


@lru_cache(1 << 8)
def converted(source: Quantity, target: Quantity, like: str) -> str | None:
    """The source written as the target is (``like``): its unit, its digits; None where that cannot be told."""
    line = next(lines(source, target), None)
    if line is None:
        return None
    amount = source.amount
    ends = (amount.value,) if target.amount.value == target.amount.top else (amount.value, amount.top)
    new = tuple(sorted(line.point(end) for end in ends))
    if target.unit == "foot" and len(ends) == 1:
        compound = feet_and_inches(like, new[0])
        if compound:
            return compound
    old = (target.amount.value, target.amount.top)[: len(ends)]
    return restated(like, old, new, target.amount.step)


@lru_cache(1 << 8)
def slipped(first: Quantity, second: Quantity) -> str | None:
    """The factor of ten after which two quantities agree, as an editor writes it."""
    for power in SLIPS:
        for sign in (power, -power):
            moved = first.amount._replace(
                value=first.amount.value.scaleb(sign),
                top=first.amount.top.scaleb(sign),
                step=first.amount.step.scaleb(sign),
            )
            if compare(first._replace(amount=moved), second) is Outcome.CONSISTENT:
                return f"{10**power:,}"
    return None


def lines(first: Quantity, second: Quantity) -> Iterator[Line]:
    """Every way in which the first unit may become the second, the usual meanings first.

    Temperatures that were not clearly read as a difference may be one all the same.
    """
    difference = first.difference or second.difference
    for one in meanings(first.unit):
        for other in meanings(second.unit):
            line = between(one, other, difference)
            if line:
                yield line
                if line.offset:
                    yield line._replace(offset=Decimal(0))


def _along(first: Written, second: Written, line: Line) -> Outcome:
    """Both ends of two ranges, or two single values; each with the hedge of its side."""
    hedged = first.hedge is not Hedge.NONE, second.hedge is not Hedge.NONE
    one, other = _points(first), _points(second)
    if len(one) == len(other):
        return _worst(_ends(a, b, line, hedged) for a, b in zip(one, other, strict=True))
    return _best(_ends(a, b, line, hedged) for a in one for b in other)


def _points(written: Written) -> tuple[Written, ...]:
    """The two ends of a range, or the one value."""
    ends = (written.value,) if written.value == written.top else (written.value, written.top)
    return tuple(Written(end, end, written.step or _fraction(end), Hedge.NONE) for end in ends)


def _fraction(value: Decimal) -> Decimal:
    """The place value of a number with a fraction: "5½" is told to the half."""
    return next((part for part in _FRACTIONS if value % part == 0), Decimal(0))


def _worst(outcomes: Iterable[Outcome]) -> Outcome:
    return max(outcomes, key=_ORDER.index)


def _best(outcomes: Iterable[Outcome]) -> Outcome:
    """Of a range beside a single value, one end is enough: "between 200 and 320 km/h (200 mph)"."""
    return min(outcomes, key=_ORDER.index)


def _ends(first: Written, second: Written, line: Line, hedged: tuple[bool, bool]) -> Outcome:
    outcome = judge(line.apply(bounds(first)), bounds(second))
    if outcome is Outcome.CONFLICTING and abs(line.point(first.value) - second.value) <= abs(second.value) * FACTOR:
        return Outcome.BY_ROUNDING
    if outcome is Outcome.CONFLICTING and _in_fives(first) and _in_fives(second):
        outcome = judge(line.apply(bounds(_to_fives(first))), bounds(_to_fives(second)))
        return Outcome.CONFLICTING if outcome is Outcome.CONFLICTING else Outcome.BY_ROUNDING
    if outcome is Outcome.CONFLICTING and any(hedged):
        loose = (
            bounds(_loosened(side) if about else side) for side, about in zip((first, second), hedged, strict=True)
        )
        outcome = judge(line.apply(next(loose)), next(loose))
        return Outcome.CONFLICTING if outcome is Outcome.CONFLICTING else Outcome.BY_ROUNDING
    if outcome is Outcome.BY_ROUNDING and not any(hedged) and _too_coarse(first, second, line):
        return Outcome.CONFLICTING
    return outcome


def _loosened(written: Written) -> Written:
    """A hedged number: "about 95 m" may be a tenth off, "about 2,917 m" no more than a hundredth."""
    share = ABOUT_SHARE if len(_digits(written)) < ROUND_DIGITS else ROUGHLY
    return written._replace(step=written.step + share * abs(written.value))


def _too_coarse(first: Written, second: Written, line: Line) -> bool:
    """Whether only one side would have been rounded, and by more than anybody does: "100 km (72 mi)"."""
    real = line.point(first.value)
    if not second.value or abs(real / second.value - 1) <= COARSEST:
        return False
    return len(_digits(first)) != len(_digits(second))


def _digits(written: Written) -> str:
    return "".join(map(str, written.value.as_tuple().digits)).strip("0")


def _in_fives(written: Written) -> bool:
    return written.step == 1 and written.value % 5 == 0


def _to_fives(written: Written) -> Written:
    """Winds and speeds are told to the nearest five in both units."""
    return written._replace(step=Decimal(5))


@cache
def meanings(unit: str) -> tuple[str, ...]:
    """A unit and the others that its name may stand for, also inside ``mile / hour`` or ``mile ** 2``."""
    words = unit.split(" ")
    found = [unit]
    if unit in _data()["fixed"]["units"]:
        return (unit,)
    for at, word in enumerate(words):
        found += [" ".join([*words[:at], other, *words[at + 1 :]]) for other in _data()["meanings"].get(word, ())]
    return tuple(found)


@cache
def counterparts(unit: str) -> tuple[str, ...]:
    """The units that people give beside this one, read both ways."""
    table = _data()["counterparts"]
    return (*table.get(unit, ()), *(name for name, others in table.items() if unit in others))


@cache
def raised(unit: str) -> tuple[str, ...]:
    """A length's area and volume, and the other way round: the units that a lost or added exponent makes of it."""
    base, _, power = unit.partition(" ** ")
    if base == "acre":
        return ("acre * foot",)
    return tuple(f"{base} ** {n}" if n > 1 else base for n in (1, 2, 3) if str(n) != (power or "1"))


@cache
def between(first: str, second: str, difference: bool = False) -> Line | None:
    """How the first unit becomes the second; None where the dimensions differ or pint does not know the unit."""
    try:
        return _straight(first, second, difference) or _roundabout(first, second)
    except Exception:  # pint raises many kinds for a unit that it cannot convert; none of them is a finding
        return None


def _straight(first: str, second: str, difference: bool) -> Line | None:
    if difference:
        rate = factor(first, second)
        return None if rate is None else Line(_decimal(rate))
    zero, unity = convert(0.0, first, second), convert(1.0, first, second)
    return None if zero is None or unity is None else Line(_decimal(unity - zero), _decimal(zero))


def _roundabout(first: str, second: str) -> Line | None:
    """An inverse ("8.6 l/100 km (27 mpg)"), or a mass and the force it weighs ("20,000 lb (89 kN)")."""
    inverse = factor(f"1 / ({first})", second)
    if inverse is not None:
        return Line(_decimal(inverse), inverse=True)
    weighed = factor(f"{first} * standard_gravity", second) or factor(f"{first} / standard_gravity", second)
    return None if weighed is None else Line(_decimal(weighed))


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.{SIGNIFICANT}g}")


def _data() -> dict[str, Any]:
    return data_file(__file__, "units.toml")
