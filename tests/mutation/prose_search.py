"""Redundant statements of running text, found by simple patterns that know nothing of the tool's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tests.mutation.mutant import Mutant, Place, draw, other_number

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(MONTHS)

UNITS = {
    "km": ("length", 1000.0),
    "kilometres": ("length", 1000.0),
    "kilometers": ("length", 1000.0),
    "mi": ("length", 1609.344),
    "miles": ("length", 1609.344),
    "m": ("length", 1.0),
    "metres": ("length", 1.0),
    "meters": ("length", 1.0),
    "ft": ("length", 0.3048),
    "feet": ("length", 0.3048),
    "mm": ("length", 0.001),
    "in": ("length", 0.0254),
    "km2": ("area", 1e6),
    "km²": ("area", 1e6),
    "square kilometres": ("area", 1e6),
    "square kilometers": ("area", 1e6),
    "sq mi": ("area", 2589988.11),
    "square miles": ("area", 2589988.11),
    "ha": ("area", 1e4),
    "hectares": ("area", 1e4),
    "acres": ("area", 4046.86),
    "kg": ("mass", 1.0),
    "lb": ("mass", 0.45359237),
}
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?"
_CONVERSION = re.compile(rf"(?<![\w.,–-])({_NUMBER})[ \xa0]({_UNIT}) \(({_NUMBER})[ \xa0]({_UNIT})\)")
_WEEKDAY = re.compile(
    rf"\b({'|'.join(DAYS)}),? (?:([0-9]{{1,2}}) ({_MONTH})|({_MONTH}) ([0-9]{{1,2}}),) ((?:18|19|20)[0-9]{{2}})\b"
)
_PERIOD = re.compile(r"\b(?:from|between) (1[5-9][0-9]{2}|20[0-2][0-9]) (?:to|and) (1[5-9][0-9]{2}|20[0-2][0-9])\b")
_ORDINAL = re.compile(r"\b([1-9][0-9]?)(st|nd|rd|th)(?= (?:century|largest|place|century|edition|anniversary|season))")
_SHARE = re.compile(r"(?<![\d.])([0-9]{1,2}(?:\.[0-9])?)[ \xa0]?(%|percent|per cent)")
_SENTENCE = re.compile(r"[^.\n]{0,400}(?:\.[0-9][^.\n]{0,200}){0,12}")
_OF = re.compile(
    r"\b([0-9]{1,3}(?:,[0-9]{3})*) (?:out )?of (?:the )?([0-9]{1,3}(?:,[0-9]{3})*) [^.()\n]{0,40}"
    r"\(([0-9.]+) ?(?:%|percent)\)"
)
_ISBN = re.compile(r"\bISBN[ \xa0=|]{1,3}((?:97[89][ -]?)?(?:[0-9][ -]?){9}[0-9X])\b")
NEAR = 0.02


def mutants(text: str) -> Iterator[Mutant]:
    """Every redundant pair of the running text, one of the two changed."""
    yield from conversions(text)
    yield from weekdays(text)
    yield from periods(text)
    yield from ordinals(text)
    yield from shares(text)
    yield from parts(text)
    yield from identifiers(text)


def value(text: str) -> float:
    """A written number without its commas."""
    return float(text.replace(",", ""))


def conversions(text: str) -> Iterator[Mutant]:
    """An amount and, in brackets, the same in another unit: one of the two is changed."""
    for found in _CONVERSION.finditer(text):
        (sort, one), (other_sort, other) = UNITS[found[2]], UNITS[found[4]]
        first, second = value(found[1]) * one, value(found[3]) * other
        if sort == other_sort and one != other and first and abs(first / second - 1) < NEAR:
            side = 1 if draw(found[0], 2) else 3
            yield Mutant(
                "conversion",
                Place(*found.span(side)),
                other_number(found[side]),
                (Place(*found.span(4 - side)),),
            )


def weekdays(text: str) -> Iterator[Mutant]:
    """A day of the week and its date."""
    for found in _WEEKDAY.finditer(text):
        day, month = found[2] or found[5], found[3] or found[4]
        try:
            index = date(int(found[6]), MONTHS.index(month) + 1, int(day)).weekday()
        except ValueError:
            continue
        if DAYS[index] == found[1]:
            wrong = DAYS[(index + 1 + draw(found[0], 6)) % 7]
            yield Mutant("weekday", Place(*found.span(1)), wrong, (Place(found.end(1), found.end()),))


def periods(text: str) -> Iterator[Mutant]:
    """A period whose end comes after its beginning: the end is put before it."""
    for found in _PERIOD.finditer(text):
        if int(found[2]) > int(found[1]) + 1:
            before = str(int(found[1]) - 1 - draw(found[0], 9))
            yield Mutant("period", Place(*found.span(2)), before, (Place(*found.span(1)),))


def ordinals(text: str) -> Iterator[Mutant]:
    """A number and the ending that belongs to it."""
    endings = {"1": "st", "2": "nd", "3": "rd"}
    for found in _ORDINAL.finditer(text):
        teen = len(found[1]) == 2 and found[1][0] == "1"
        right = "th" if teen else endings.get(found[1][-1], "th")
        if right == found[2]:
            wrong = "th" if right != "th" else ("st", "nd", "rd")[draw(found[0] + found.string[:20], 3)]
            yield Mutant("ordinal", Place(*found.span(2)), wrong, (Place(*found.span(1)),))


def shares(text: str) -> Iterator[Mutant]:
    """Three shares or more of one sentence that make up the whole: one of the smaller becomes a large one."""
    for sentence in _SENTENCE.finditer(text):
        found = list(_SHARE.finditer(text, *sentence.span()))
        if len(found) < 3 or abs(sum(float(each[1]) for each in found) - 100) > 0.15:
            continue
        least = min(found, key=lambda each: float(each[1]))
        more = str(int(float(least[1])) + 30 + draw(least[0], 20))
        others = tuple(Place(*each.span()) for each in found if each is not least)
        yield Mutant("shares", Place(*least.span(1)), more, others)


def parts(text: str) -> Iterator[Mutant]:
    """A part of a whole with its share in brackets: the share is changed."""
    for found in _OF.finditer(text):
        part, whole, share = value(found[1]), value(found[2]), float(found[3].strip(".") or 0)
        if whole and abs(part / whole * 100 - share) < 0.6:
            other = (Place(*found.span(1)), Place(*found.span(2)))
            yield Mutant("percentage", Place(*found.span(3)), other_number(found[3]), other)


def identifiers(text: str) -> Iterator[Mutant]:
    """An ISBN and its check digit: another digit is changed."""
    for found in _ISBN.finditer(text):
        if _checked(re.sub("[ -]", "", found[1])):
            at = [place for place, sign in enumerate(found[1]) if sign.isdigit()][-3]
            digit = str((int(found[1][at]) + 1 + draw(found[1], 8)) % 10)
            place = found.start(1) + at
            yield Mutant("identifier", Place(place, place + 1), digit, (Place(*found.span(1)),))


def _checked(digits: str) -> bool:
    numbers = [10 if sign == "X" else int(sign) for sign in digits]
    if len(numbers) == 13:
        return sum(number * (3 if place % 2 else 1) for place, number in enumerate(numbers)) % 10 == 0
    return len(numbers) == 10 and sum(number * (10 - place) for place, number in enumerate(numbers)) % 11 == 0
