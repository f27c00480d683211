"""Three readers behind one face: ours, quantulum3 and recognizers-text. Each gives the items it reads in a text."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Duration, Money, Number, Ordinal, Percent, Quantity
from articles.claims.reader import read
from tests.bench.extraction_sets import Item

_OUT_OF = re.compile(r" (?:in|out of) ")
Tool = Callable[[str, str], list[Item]]


def ours(text: str, group: str) -> list[Item]:
    """What this project reads; the two numbers of a share or a vote are two items."""
    items: list[Item] = []
    for claim in read(text):
        if claim.pattern == "x-of-n" and _OUT_OF.search(text, claim.parts[0].span.end, claim.parts[1].span.start):
            items.append(_quotient(claim))
            continue
        apart = claim.pattern in ("x-of-n", "vote") or (group == "numbers" and claim.parts)
        for each in claim.parts if apart else (claim,):
            items.extend(_item(each, text))
    return items


def _quotient(claim: Claim) -> Item:
    """The share that "one out of three" and "1 in 20" tell; "41 of 193" tells two numbers."""
    first, whole = (part.value for part in claim.parts)
    assert isinstance(first, Number)
    assert isinstance(whole, Number)
    share = float(first.amount.value / whole.amount.value)
    return Item("number", share, share)


def _item(claim: Claim, text: str) -> list[Item]:
    value = claim.value
    if isinstance(value, Date):
        closed = claim.parts[0].value if claim.parts and (value.earliest is None or value.latest is None) else value
        assert isinstance(closed, Date)
        last = claim.parts[-1].value if claim.parts and closed.precision is Precision.RANGE else closed
        assert isinstance(last, Date)
        days = float(closed.earliest or 0), float(closed.latest or 0), str(last.earliest or 0)
        opened = claim.pattern.split("-", 1)[0] if closed is not value else ""
        return [Item("date", *days, text[claim.span.start : claim.span.end], opened)]
    low, high = float(value.amount.value), float(value.amount.top)
    match value:
        case Money():
            return [Item("money", low, high, value.currency)]
        case Quantity():
            return [Item("quantity", low, high, value.unit)]
        case Duration() if value.unit == "decade":  # pint's decade is a ratio of frequencies
            return [Item("duration", low * 10, high * 10, "year")]
        case Duration():
            return [Item("duration", low, high, value.unit)]
        case Percent():
            return [Item("percent", low, high)]
        case Ordinal():
            return [Item("ordinal", low, high)]
        case Number():
            return [Item("number", low, high)]


_TIMES = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")


def quantulum3(text: str, group: str) -> list[Item]:
    """What quantulum3 reads; it knows no dates."""
    items = []
    for found in _quantulum()(text):
        value, reach = float(found.value), float(found.uncertainty or 0)
        name, entity = found.unit.name, found.unit.entity.name
        kind = {"currency": "money", "time": "duration"}.get(entity, "quantity")
        if name == "percentage":
            kind = "percent"
        elif entity == "dimensionless":
            kind = "number"
        items.append(Item(kind, value - reach, value + reach, name))
    return items


@cache
def _quantulum() -> Callable[[str], list[Any]]:
    warnings.simplefilter("ignore")
    parse: Callable[[str], list[Any]] = import_module("quantulum3.parser").parse
    return parse


def recognizers(text: str, group: str) -> list[Item]:
    """What recognizers-text reads with the models that the group asks for."""
    return [item for recognize in _recognizers()[group] for item in _recognized(recognize(text, "en-us"))]


@cache
def _recognizers() -> dict[str, tuple[Callable[[str, str], list[Any]], ...]]:
    warnings.simplefilter("ignore")
    numbers, units, dates = (
        import_module(f"recognizers_{name}") for name in ("number", "number_with_unit", "date_time")
    )
    return {
        "numbers": (numbers.recognize_number, numbers.recognize_percentage, numbers.recognize_ordinal),
        "dates": (dates.recognize_datetime,),
        "currency": (units.recognize_currency,),
        "units": (
            units.recognize_dimension,
            units.recognize_temperature,
            units.recognize_age,
            dates.recognize_datetime,
        ),
    }


def _recognized(results: list[Any]) -> list[Item]:
    items = []
    for found in results:
        kind = found.type_name.removeprefix("datetimeV2.")
        resolution = found.resolution or {}
        value = (resolution.get("values") or [resolution])[0]
        if kind in ("date", "daterange"):
            items.extend(_day(value, found.text))
            continue
        try:
            number = float(str(value.get("value")).rstrip("%"))
        except ValueError:
            continue
        name = {"percentage": "percent", "currency": "money", "age": "duration"}.get(kind, kind)
        name = "quantity" if name in ("dimension", "temperature") else name
        unit = "second" if kind == "duration" else value.get("isoCurrency") or value.get("unit") or ""
        items.append(Item(name, number, number, unit))
    return items


def _day(value: dict[str, Any], words: str) -> list[Item]:
    from datetime import date

    start = value.get("start") or value.get("value") or value.get("end")
    end = value.get("end") or value.get("value") or start
    try:
        first, last = date.fromisoformat(str(start)), date.fromisoformat(str(end))
    except ValueError:
        return []
    return [Item("date", first.toordinal(), last.toordinal(), "", words, value.get("Mod") or "")]


TOOLS: dict[str, Tool] = {"factlint": ours, "quantulum3": quantulum3, "recognizers": recognizers}
