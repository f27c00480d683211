"""Values in words for a person: ``1990``, ``1990-05-01 to 1990-05-04``, ``52,350,000,000 to 52,450,000,000 USD``."""

from __future__ import annotations

from articles.claims.calendar import Date, civil, iso, month_length
from articles.claims.claim import Duration, Money, Number, Percent, Quantity, Value
from articles.facts.fact import Scope
from checker.values import value_json

UNKNOWN = "unknown"


def value_words(value: Value | str | None) -> str:
    """A value with its unit; a date as short as it can be said; nothing for a bare statement."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Date):
        return date_words(value)
    ends = value_json(value)
    return f"{_range(grouped(ends['low']), grouped(ends['high']))}{_unit(value)}"


def _unit(value: Value) -> str:
    match value:
        case Money(currency=currency, per=per, year=year):
            return f" {currency}{f' per {per}' if per else ''}{f' (prices of {year})' if year else ''}"
        case Quantity(unit=unit, difference=difference):
            return f" {unit}{' (a difference)' if difference else ''}"
        case Duration(unit=unit):
            return f" {unit}"
        case Percent(points=points):
            return " percentage points" if points else "%"
        case Number(noun=noun):
            return f" {noun}" if noun else ""
        case _:
            return ""


def date_words(date: Date) -> str:
    """A date as ISO 8601 writes it: a whole year or month by its number, anything else by its first and last day."""
    told = _whole(date) or _days(*(None if day is None else iso(day) for day in (date.earliest, date.latest)))
    return f"about {told}" if date.circa else told


def _whole(date: Date) -> str | None:
    if date.earliest is None or date.latest is None:
        return None
    first, last = civil(date.earliest), civil(date.latest)
    if first[1:] == (1, 1) and last[1:] == (12, 31) and first[0] == last[0]:
        return iso(date.earliest)[:-6]
    if first[:2] == last[:2] and first[2] == 1 and last[2] == month_length(*first[:2]):
        return iso(date.earliest)[:-3]
    return None


def scope_words(scope: Scope) -> str:
    """What a fact holds for, the parts that are told: ``counterpart: Sudan, when: 2023``."""
    parts = {
        "counterpart": scope.counterpart,
        "when": date_words(scope.when) if scope.when else None,
        "basis": scope.basis,
        "region": scope.region,
    }
    return ", ".join(f"{name}: {part}" for name, part in parts.items() if part is not None)


def _days(first: str | None, last: str | None) -> str:
    if first is not None and last is None:
        return f"{first} or later"
    return f"{last} or earlier" if first is None and last is not None else _range(first, last)


def _range(low: str | None, high: str | None) -> str:
    if low == high:
        return low or UNKNOWN
    if low is None:
        return f"up to {high}"
    return f"{low} or more" if high is None else f"{low} to {high}"


def grouped(number: str | None) -> str | None:
    """A number with its thousands apart."""
    whole, point, rest = (number or "").partition(".")
    if not whole.lstrip("-").isdecimal():
        return number
    return f"{'-' if whole.startswith('-') else ''}{int(whole.lstrip('-')):,}{point}{rest}"
