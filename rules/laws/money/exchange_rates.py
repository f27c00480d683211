"""What one currency was worth in another, year by year. The rates are data, in ``exchange_rates.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from articles.claims.written import Interval
from articles.words import data_file

DOLLAR = "USD"
"""The currency that all rates are told in."""
MARGIN = Decimal("0.1")
"""How far beyond the lowest and the highest rate of a year a pair may lie: buying and selling, fees, a day off.

Only between the dollar and another: what two others were worth in each other lies well within what follows from
their extremes in dollars, which were of different days.
"""


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, dict[int, Interval]]]:
    table = data_file(__file__, "exchange_rates.toml")
    shared = {sign: frozenset(codes.split()) for sign, codes in table["shared"].items()}
    rates = {
        code: {
            year: Interval(Decimal(str(low)), Decimal(str(high)))
            for year, (low, high) in enumerate(row["years"], row["from"])
        }
        for code, row in table["rates"].items()
    }
    rates[DOLLAR] = {year: Interval(Decimal(1), Decimal(1)) for year in rates["EUR"]}
    return shared, rates


def meant(text: str, code: str) -> frozenset[str]:
    """The currencies that an amount may be of as it is written: "$5 million" may be of several countries."""
    shared, rates = _table()
    words = text.split()
    for sign in (text[:1], words[-1].lower() if words else ""):
        if sign in shared and (sign == text[:1] or len([word for word in words if word.isalpha()]) <= 2):
            return shared[sign] if code in shared[sign] else frozenset((code,))
    return frozenset((code,)) if code in rates else frozenset()


def years(code: str) -> range:
    """The years of which the rate of a currency is known; none for a currency that is not."""
    known = _table()[1].get(code)
    return range(min(known), max(known) + 1) if known else range(0)


def band(one: str, other: str, over: Iterable[int]) -> Interval | None:
    """How many units of the other currency a unit of the one was worth in some of the years, with :data:`MARGIN`."""
    margin = MARGIN if DOLLAR in (one, other) else Decimal(0)
    rates = _table()[1]
    first, second = rates.get(one, {}), rates.get(other, {})
    found = [_quotient(second[year], first[year]) for year in over if year in first and year in second]
    if not found:
        return None
    return Interval(min(low for low, _ in found) * (1 - margin), max(high for _, high in found) * (1 + margin))


def _quotient(above: Interval, below: Interval) -> tuple[Decimal, Decimal]:
    assert above.low is not None
    assert above.high is not None
    assert below.low is not None
    assert below.high is not None
    return above.low / below.high, above.high / below.low
