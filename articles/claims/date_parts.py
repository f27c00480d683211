"""The part of a date that is meant: "late 1996", "mid-to-late 1990s", "the summer of 1941"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, civil, day_number, month_length, years
from articles.claims.feasts import read_feast
from articles.claims.left import Left, word_before
from articles.claims.number_words import cardinals
from articles.claims.vocabulary import table
from articles.regex import regex

Parts = tuple[int, int, int]
"""First and last of so many equal parts."""

_ARTICLES = ("the", "of the")
_TO = regex(r"(early|mid|late)-?(?: to |-to-| to-|-to )$", re.IGNORECASE)
_COUNTED = regex(r"(first|last|final|closing|opening) ([a-z]{3,6}|[1-9][0-9]?) $", re.IGNORECASE)
_SEASON_JOINT = regex(
    r"\b(spring|summer|autumn|fall|winter)(?: and | or | to |/|–)(?:the |early |late )?$", re.IGNORECASE
)
_TURN = 10
"""Years on either side of a century's first that its turn may mean."""


class _Words(NamedTuple):
    """Words before a date that mean a part of it; ``seasons`` give first and last month."""

    parts_of: dict[str, Parts]
    parts_before: dict[str, Parts]
    seasons: dict[str, tuple[int, int]]


@cache
def _words() -> _Words:
    lists = table("months")
    before: dict[str, Parts] = {name.lower(): tuple(parts) for name, parts in lists["parts-before"].items()}
    parts_of: dict[str, Parts] = {name: tuple(parts) for name, parts in lists["parts-of"].items()}
    seasons: dict[str, tuple[int, int]] = {name: tuple(ends) for name, ends in lists["seasons"].items()}
    return _Words(parts_of, before, seasons)


class Draft(NamedTuple):
    """A date on its way to a claim, with the word before it."""

    start: int
    value: Date
    pattern: str
    left: Left


def attached(text: str, start: int) -> Left:
    """The word joined to a date by a hyphen or a dot: "mid-1990s", "c.1500"."""
    low = start - 1
    while low and start - low < 12 and text[low - 1].isalpha():
        low -= 1
    word = text[low : start - 1]
    return Left(low, word, word.lower())


def narrowed(text: str, draft: Draft) -> Draft:
    """A date with the part of it that is meant: "late 1996", "the end of 1990", "the summer of 1941"."""
    words, left = _words(), draft.left
    parts = words.parts_before.get(left.lower)
    if parts is not None:
        return _before(text, draft, parts)
    season = words.seasons.get(left.lower)
    if season is not None and draft.value.precision is Precision.YEAR:
        return _season(text, draft, left, season)
    if left.lower in ("of", "the", "in"):
        return _part_of(text, draft)
    feast = read_feast(text, draft.value, left) if draft.value.precision is Precision.YEAR else None
    if feast is None:
        return draft
    return Draft(feast.start, feast.day, f"feast-{draft.pattern}", word_before(text, feast.start))


def part(word: str, value: Date) -> Date:
    """The early, the middle or the late part of a date."""
    return share(value, _words().parts_before[word.lower()])


def _before(text: str, draft: Draft, parts: Parts) -> Draft:
    """A date after "late", or after "mid to late"."""
    left = draft.left
    joined = _TO.search(text, max(0, left.start - 12), left.start)
    start, name = left.start, left.lower
    if joined is not None:
        start, name = joined.start(), f"{joined[1].lower()}-to-{left.lower}"
        parts = _hull(_words().parts_before[joined[1].lower()], parts)
    return Draft(start, share(draft.value, parts), f"{name}-{draft.pattern}", word_before(text, start))


def _hull(first: Parts, last: Parts) -> Parts:
    """From the beginning of one part to the end of another, in the parts that both divide into."""
    of = first[2] * last[2]
    return (first[0] - 1) * last[2] + 1, last[1] * first[2], of


def narrowed_range(text: str, draft: Draft, first: Date) -> tuple[Draft, Date] | None:
    """A range of decades or centuries whose first end is a part ("late 1970s to 1983"), and that end."""
    parts = _words().parts_before.get(draft.left.lower)
    if parts is None or first.precision not in (Precision.DECADE, Precision.CENTURY):
        return None
    part = share(first, parts)
    start = draft.left.start
    return Draft(start, draft.value._replace(earliest=part.earliest), draft.pattern, word_before(text, start)), part


def winter(text: str, draft: Draft) -> Draft | None:
    """A season over the turn of the year, "the winter of 1941–42"; None where its years are not such a season's."""
    assert draft.value.earliest is not None
    assert draft.value.latest is not None
    first, last = civil(draft.value.earliest)[0], civil(draft.value.latest)[0]
    noun = word_before(text, draft.left.start) if draft.left.lower == "of" else draft.left
    if noun.lower not in ("winter", "summer") or last != first + 1:
        return None
    days = Date(day_number(first, 12, 1), day_number(last, 3, 31), Precision.SEASON)
    return Draft(noun.start, days, f"season-{draft.pattern}", word_before(text, noun.start))


def _part_of(text: str, draft: Draft) -> Draft:
    """A date after "the end of", "the first half of the", "the summer of", "early in"."""
    words, left = _words(), draft.left
    if left.lower == "the":
        left = word_before(text, left.start)
    if left.lower not in ("of", "in"):
        return draft
    noun = word_before(text, left.start)
    season = words.seasons.get(noun.lower) if draft.value.precision is Precision.YEAR else None
    if season is not None:
        return _season(text, draft, noun, season)
    if left.lower == "in":
        parts = words.parts_before.get(noun.lower) if draft.left.lower == "in" else None
        return draft if parts is None else _named(text, draft, noun, share(draft.value, parts))
    if noun.lower == "turn" and draft.value.precision is Precision.CENTURY:
        return _named(text, draft, noun, _turn(draft.value))
    counted = _counted(text, draft, noun)
    if counted is not None:
        return counted
    parts = words.parts_of.get(noun.lower)
    if parts is None:
        adjective = word_before(text, noun.start)
        name = f"{adjective.lower} {noun.lower}"
        parts, noun = words.parts_of.get(name), Left(adjective.start, noun.word, name)
    return draft if parts is None else _named(text, draft, noun, share(draft.value, parts))


def _named(text: str, draft: Draft, noun: Left, value: Date) -> Draft:
    """A date that reaches back to the noun of its part."""
    before = word_before(text, noun.start)
    if before.lower == "the":
        before = word_before(text, before.start)
    return Draft(noun.start, value, f"{noun.lower.replace(' ', '-')}-{draft.pattern}", before)


def _turn(value: Date) -> Date:
    """The years about the first of a century."""
    assert value.earliest is not None
    first = civil(value.earliest)[0]
    return years(first - _TURN, first + _TURN, Precision.RANGE)


def _counted(text: str, draft: Draft, noun: Left) -> Draft | None:
    """So many months or years at an end of a date: "the first six months of 2011", "the last two decades of the"."""
    size = {"months": 12, "years": 10, "decades": 10}.get(noun.lower)
    if size is None or not _divides(noun.lower, draft.value.precision):
        return None
    found = _COUNTED.search(text, max(0, noun.start - 20), noun.start)
    count = None if found is None else cardinals().get(found[2].lower(), found[2])
    if found is None or not str(count).isdecimal() or not 1 <= int(str(count)) < size:
        return None
    number = int(str(count))
    ends = (1, number, size) if found[1].lower() in ("first", "opening") else (size - number + 1, size, size)
    return _named(text, draft, Left(found.start(), noun.word, "part"), share(draft.value, ends))


def _divides(noun: str, precision: Precision) -> bool:
    """Whether a length is one that a date of a precision is counted in."""
    return (noun, precision) in (
        ("months", Precision.YEAR),
        ("years", Precision.DECADE),
        ("decades", Precision.CENTURY),
    )


def share(value: Date, parts: Parts) -> Date:
    """The days from the first to the last of so many equal parts."""
    assert value.earliest is not None
    assert value.latest is not None
    first, last, of = parts
    if value.precision is Precision.YEAR and 12 % of == 0:
        year = civil(value.earliest)[0]
        month = last * 12 // of
        latest = day_number(year, month, month_length(year, month))
        return value._replace(earliest=day_number(year, (first - 1) * 12 // of + 1, 1), latest=latest)
    if value.precision in (Precision.DECADE, Precision.CENTURY):
        year, count = civil(value.earliest)[0], civil(value.latest)[0] - civil(value.earliest)[0] + 1
        return years(year + (first - 1) * count // of, year + last * count // of - 1, value.precision)
    length = value.latest - value.earliest + 1
    earliest = value.earliest + (first - 1) * length // of
    return value._replace(earliest=earliest, latest=value.earliest + last * length // of - 1)


def _season(text: str, draft: Draft, noun: Left, months: tuple[int, int]) -> Draft:
    """A season of a year, on whichever side of the equator; a winter may have begun in the year before."""
    assert draft.value.earliest is not None
    year = civil(draft.value.earliest)[0]
    first, last = months
    if noun.lower == "winter":
        earliest, latest = day_number(year - 1, 12, 1), day_number(year + 1, 3, 31)
    else:
        earliest, latest = day_number(year, first, 1), day_number(year, last, month_length(year, last))
    joined = _SEASON_JOINT.search(text, max(0, noun.start - 18), noun.start)
    start = noun.start
    if joined is not None and noun.lower != "winter" and joined[1].lower() != "winter":
        start, earliest = joined.start(), day_number(year, _words().seasons[joined[1].lower()][0], 1)
    before = word_before(text, start)
    days = Date(earliest, latest, Precision.SEASON)
    parts = None if joined is not None else _words().parts_before.get(before.lower)
    if parts is not None:
        start, days = before.start, share(days, parts)
        before = word_before(text, start)
    if before.lower in _ARTICLES:
        before = word_before(text, before.start)
    return Draft(start, days, f"season-{draft.pattern}", before)
