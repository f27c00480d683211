"""Values as JSON: decimal strings, ISO 8601 dates, null for an open end. The one place that says how."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from articles.claims.calendar import Date, iso
from articles.claims.claim import Duration, Money, Quantity, Value
from articles.claims.written import Interval
from articles.facts.fact import Scope

LONGEST_PLAIN = 40
"""Numbers of more digits are written with an exponent: "1E+999999" would fill a megabyte."""


def value_json(value: Value) -> dict[str, Any]:
    """A claim's value: a date by its first and last day, everything else by its lowest and highest number."""
    if isinstance(value, Date):
        return date_json(value)
    ends = _ends(value.amount.interval)
    if isinstance(value, Money):
        return {**ends, "currency": value.currency}
    if isinstance(value, Quantity | Duration):
        return {**ends, "unit": value.unit}
    return ends


def fact_value_json(value: Value | str | None) -> dict[str, Any] | None:
    """A fact's value: a claim's, the name of an entity, or nothing for a bare statement."""
    if value is None:
        return None
    return {"name": value} if isinstance(value, str) else value_json(value)


def scope_json(scope: Scope) -> dict[str, Any]:
    """What a fact holds for, every part named."""
    return {
        "counterpart": scope.counterpart,
        "when": date_json(scope.when) if scope.when else None,
        "basis": scope.basis,
        "region": scope.region,
    }


def date_json(date: Date) -> dict[str, Any]:
    """The first and the last day of a date."""
    return {
        "earliest": None if date.earliest is None else iso(date.earliest),
        "latest": None if date.latest is None else iso(date.latest),
    }


def number_text(number: Decimal) -> str:
    """A number in plain digits without idle zeros: ``9050000000``, ``0.5``; huge ones with an exponent."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(number.adjusted()) > LONGEST_PLAIN or exponent < -LONGEST_PLAIN:
        return str(number)
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in ("", "-0", "-") else plain


def _ends(interval: Interval) -> dict[str, Any]:
    return {
        "low": None if interval.low is None else number_text(interval.low),
        "high": None if interval.high is None else number_text(interval.high),
    }
