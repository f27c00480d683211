"""The extraction sets of ``../shared/corpora/extraction`` as cases: a text, and the items that must be read from it.

What is out of scope is named with its reason, and never scored.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path("../shared/corpora/extraction")


class Item(NamedTuple):
    """One reading: ``low`` and ``high`` are one for a plain value; days for a date, as ``date.toordinal`` counts.

    A date has the words that it was read from, and says whether and how an end of it is open ("since", "after",
    "before", "until"); its ends are then those of the date that was written. Without days, only its words count.
    """

    kind: str
    low: float
    high: float
    unit: str = ""
    words: str = ""
    opened: str = ""


class Case(NamedTuple):
    """A text and what it says; ``out`` tells why it is not scored."""

    group: str
    origin: str
    text: str
    expected: tuple[Item, ...]
    out: str = ""


def cases() -> Iterator[Case]:
    """Every case of the sets that carry values."""
    yield from _recognizers_numbers()
    yield from _recognizers_dates()
    yield from _recognizers_units()
    yield from _quantulum()
    yield from _duckling()


def _load(path: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((FOLDER / path).read_text(encoding="utf-8"))
    return loaded


@cache
def _scope() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """What is out of scope, by set: patterns over the text, each with its reason."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    entries = tomllib.loads(Path(__file__).with_name("extraction_scope.toml").read_text(encoding="utf-8"))
    for entry in entries["class"]:
        for name in entry["sets"]:
            found.setdefault(name, []).extend((re.compile(pattern), entry["out"]) for pattern in entry["patterns"])
    for entry in entries["disputed"]:
        for name in ("numbers", "ordinals", "currency", "units"):
            found.setdefault(name, []).extend((re.compile(re.escape(text)), entry["why"]) for text in entry["texts"])
    return found


def _reason(text: str, *names: str) -> str:
    """Why a text is out of scope in one of the sets named, or an empty string."""
    reasons = (reason for name in names for reason in _scope().get(name, ()))
    return next((why for pattern, why in reasons if pattern.search(text)), "")


def _recognizers_numbers() -> Iterator[Case]:
    for name, kind in (("NumberModel", "number"), ("PercentModel", "percent"), ("OrdinalModel", "ordinal")):
        for entry in _load(f"recognizers/Number/{name}.json"):
            text, items, valueless = entry["Input"], [], 0
            for result in entry["Results"]:
                value = str((result.get("Resolution") or {}).get("value", ""))
                valueless += value == "null"  # "a small percent": the words are found, and no value is to be read
                try:
                    number = float(value.rstrip("%"))
                except ValueError:
                    continue
                items.append(Item(kind, number, number))
            scope = "numbers" if kind != "ordinal" else "ordinals"
            out = _reason(text, scope) if len(items) + valueless == len(entry["Results"]) else "relative"
            yield Case("numbers", f"recognizers/{name}", text, tuple(items), out)


def _recognizers_dates() -> Iterator[Case]:
    names = ("DateTimeModel", "DateParser", "DatePeriodParser", "DateExtractor", "DatePeriodExtractor")
    for name in names:
        for entry in _load(f"recognizers/DateTime/{name}.json"):
            text, items, whole = entry["Input"], [], True
            for result in entry["Results"]:
                kind = str(result.get("TypeName") or result.get("Type"))
                if not kind.endswith(("date", "daterange")):
                    continue
                item = _words_item(result) if name.endswith("Extractor") else _date_item(result)
                whole = whole and item is not None
                items.extend([item] if item else [])
            out = _reason(text, "dates") if items or not whole else ""  # where nothing is to be found, all counts
            out = out or ("" if whole else _NO_VALUE)
            yield Case("dates", f"recognizers/{name}", text, tuple(items), out)


_NO_VALUE = "without a value: a day that does not exist, a year that is no calendar year"


def _words_item(result: dict[str, Any]) -> Item:
    """What an extractor must find: the words alone."""
    return Item("date", 0, 0, words=str(result["Text"]))


_MODS = {"since": "since", "after": "after", "before": "before", "until": "until"}


def _date_item(result: dict[str, Any]) -> Item | None:
    values = (result.get("Resolution") or {}).get("values")
    value = values[0] if values else (result.get("Value") or {}).get("PastResolution") or {}
    mod = value.get("Mod") if values else (result.get("Value") or {}).get("Mod")
    if mod and mod not in _MODS:
        return None
    day = value.get("value") or value.get("date")
    start = value.get("start") or value.get("startDate") or day or value.get("end")
    end = value.get("end") or value.get("endDate") or day or start
    try:
        low, high = (date.fromisoformat(str(each)).toordinal() for each in (start, end))
    except ValueError:
        return None
    if low == date.min.toordinal():  # stands for a day that does not exist
        return None
    return Item("date", low, high, words=str(result["Text"]), opened=_MODS.get(mod or "", ""))


def _recognizers_units() -> Iterator[Case]:
    groups = (
        ("CurrencyModel", "money"),
        ("DimensionModel", "quantity"),
        ("TemperatureModel", "quantity"),
        ("AgeModel", "duration"),
    )
    for name, kind in groups:
        for entry in _load(f"recognizers/NumberWithUnit/{name}.json"):
            items = []
            for result in entry["Results"]:
                resolution = result.get("Resolution") or {}
                if resolution.get("value") is not None:
                    value = float(resolution["value"])
                    items.append(Item(kind, value, value, resolution.get("isoCurrency") or resolution["unit"]))
            group = "currency" if kind == "money" else "units"
            yield Case(group, f"recognizers/{name}", entry["Input"], tuple(items), _reason(entry["Input"], group))
    for entry in _load("recognizers/DateTime/DurationParser.json"):
        items = []
        for result in entry["Results"]:
            seconds = float(result["Value"]["PastResolution"]["duration"])
            items.append(Item("duration", seconds, seconds, "second"))
        yield Case("units", "recognizers/Duration", entry["Input"], tuple(items), _reason(entry["Input"], "units"))


def _quantulum() -> Iterator[Case]:
    for entry in _load("quantulum3/quantities.json"):
        items = []
        for result in entry["res"]:
            value, reach = float(result["value"]), float(result.get("uncertainty") or 0)
            if result["unit"] != "dimensionless":
                items.append(Item("measure", value - reach, value + reach, result["unit"]))
        yield Case("units", "quantulum3", entry["req"], tuple(items), _reason(entry["req"], "units"))


_NUMBER = re.compile(r"\(?(-?[0-9.]+(?:e[0-9]+)?)\)?")
_DIMENSIONS = {"AmountOfMoney": "money", "Numeral": "number", "Ordinal": "ordinal", "Duration": "duration"}


def _duckling() -> Iterator[Case]:
    for entry in _load("duckling/examples.json"):
        kind = _DIMENSIONS.get(entry["dim"], "quantity")
        words = (entry["expected"] or "").split(" ", 3)
        item = _duckling_item(kind, entry["expected"] or "", words)
        group = {"money": "currency", "number": "numbers", "ordinal": "numbers"}.get(kind, "units")
        for text in entry["strings"]:
            out = "" if item is not None else "no plain value"
            yield Case(group, "duckling", text, (item,) if item else (), out or _reason(text, group))


def _duckling_item(kind: str, expected: str, words: list[str]) -> Item | None:
    numbers = [float(found) for found in _NUMBER.findall(expected) if found not in ("", "-", ".")]
    if kind in ("number", "ordinal"):
        return Item(kind, numbers[0], numbers[0]) if numbers else None
    if kind == "duration" and len(words) >= 3 and "3630" not in words:  # that group mixes two lengths up
        return Item(kind, numbers[0], numbers[0], words[2].lower()) if numbers else None
    if words[0] != "simple" or len(words) < 3 or words[1] in ("Unnamed", "M"):
        return None
    if kind == "money" and words[1] in ("Degree", "Cent", "Pound"):
        return None
    return Item(kind, numbers[0], numbers[0], words[1]) if numbers else None
