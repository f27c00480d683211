"""Two numbers that agree once a decimal point or a scale word is put right."""

from __future__ import annotations

from decimal import Decimal

from rules.laws.amounts.conversion import SLIPS


def slip(first: Decimal, second: Decimal, tolerance: Decimal) -> str | None:
    """The power of ten after which two numbers agree within a share of the second, as an editor writes it."""
    for power in SLIPS:
        for sign in (power, -power):
            if abs(first.scaleb(sign) - second) <= tolerance * abs(second):
                return f"{10**power:,}"
    return None
