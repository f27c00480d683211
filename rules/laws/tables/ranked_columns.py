"""Tables with a column of ranks, and the column of figures by which they are ranked.

The ranked column is the one that runs with the ranks all the way, or all but once; where several do, or none, nothing
is said. Equal ranks are ties, and ranks that are left out are fine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from articles.facts.cell_figures import Figure
from articles.facts.sheets import Line, Role, Sheet, sheet_words
from rules.laws.tables.row_words import measure, words_of
from rules.laws.tables.sheet_sums import mixed
from rules.rule import Outcome

FEWEST = 4
"""So many ranked rows make a ranking."""
PER_SLIP = 8
"""For every so many rows one may stand in the wrong place, before the column is not what is ranked."""


class Place(NamedTuple):
    """A ranked row: its rank and its figure in the ranked column."""

    line: Line
    rank: Figure
    value: Figure


class Disorder(NamedTuple):
    """Two rows whose figures contradict their ranks; ``falling`` where the first rank has the largest figure.

    ``exchanged`` says whether all is well as soon as the two change places.
    """

    better: Place
    worse: Place
    column: int
    falling: bool
    exchanged: bool


class _Reading(NamedTuple):
    """A column as the one that is ranked: its rows by rank, and the neighbours that run against it."""

    column: int
    falling: bool
    places: list[Place]
    slips: list[tuple[Place, Place]]


def ranked_columns(sheet: Sheet, title: str) -> Iterator[Disorder | Outcome]:
    """Every two neighbours in a ranking: whether their figures follow their ranks. ``title`` is the article's."""
    ranks = [at for at, column in sheet.columns.items() if column.leaf.strip(" .:") in sheet_words()["rank"]]
    told = frozenset(words_of(f"{title} {sheet.around}"))
    measured = [at for at, column in sheet.columns.items() if not told.isdisjoint(measure(column.leaf).words)]
    named = bool(ranks)
    ranks = ranks or _numbers(sheet, FEWEST if len(measured) == 1 else FEWEST + 1, told)
    if len(ranks) != 1:
        return
    columns = measured if len(measured) == 1 else sorted(sheet.columns)
    ways = (True, False) if named else (True,)
    least = FEWEST - 1 if named and len(measured) == 1 else FEWEST
    readings = [
        reading
        for column in columns
        for reading in _readings(sheet, ranks[0], column, ways)
        if len(reading.places) >= least
    ]
    if readings:
        yield from _judged(sheet, readings)


def _readings(sheet: Sheet, ranks: int, column: int, ways: Sequence[bool]) -> Iterator[_Reading]:
    """A column as ranked from the largest figure, or from the smallest."""
    places = _places(sheet, ranks, column)
    told = len({place.value.value for place in places}) > 1  # matches played, of which all have ten, rank nobody
    for falling in ways[: len(places) - FEWEST + 2] if told else ():
        yield _Reading(column, falling, places, _slips(places, falling=falling))


def _judged(sheet: Sheet, readings: Sequence[_Reading]) -> Iterator[Disorder | Outcome]:
    """The neighbours of a ranking by the column that follows the ranks best."""
    fewest = min(len(reading.slips) for reading in readings)
    tied = [reading for reading in readings if len(reading.slips) == fewest]
    deciding = [each for each in tied if sheet.columns[each.column].leaf.strip(" .:") in sheet_words()["deciding"]]
    best = deciding[0] if len(deciding) == 1 else tied[0]
    places, few = best.places, len(best.places) // PER_SLIP
    sure = (len(tied) == 1 or best in deciding) and 0 < fewest <= max(1, few)
    sure = sure and (len(places) >= FEWEST or best.falling)
    others = [len(each.slips) for each in readings if each.column != best.column]
    if sure and len(places) < PER_SLIP and best not in deciding and min(others, default=fewest + 1) <= fewest:
        sure = False  # in a short table a second column may be the ranked one as well
    for pair in pairwise(places):
        if pair not in best.slips:
            yield Outcome.CONSISTENT if fewest <= few else Outcome.INCOMPARABLE
        elif sure:
            mended = _slips(_exchanged(places, *pair), falling=best.falling)
            yield Disorder(*pair, best.column, best.falling, not mended)
        else:
            yield Outcome.INCOMPARABLE


def _numbers(sheet: Sheet, fewest: int, told: frozenset[str]) -> list[int]:
    """The first column, where it counts the rows of a table that a superlative above it calls a ranking."""
    first = min(sheet.columns, default=0)
    head = sheet.columns[first].leaf.strip(" .:") if first in sheet.columns else ""
    if head and head not in sheet_words()["serial"]:
        return []
    numbers = [figure.value for line in sheet.lines if (figure := line.figure(first)) is not None]
    counted = len(numbers) >= fewest and numbers == list(range(1, len(numbers) + 1))
    return [first] if counted and not told.isdisjoint(sheet_words()["ranked"]) else []


def _exchanged(places: Sequence[Place], better: Place, worse: Place) -> list[Place]:
    """A ranking with the figures of two of its rows exchanged."""
    figures = {better.line.label_span: worse.value, worse.line.label_span: better.value}
    return [place._replace(value=figures.get(place.line.label_span, place.value)) for place in places]


def _places(sheet: Sheet, ranks: int, column: int) -> list[Place]:
    """The rows by rank, with their figures in a column; none where these are percentages of change, years or ranks."""
    words = sheet_words()
    if column == ranks or sheet.columns[column].has(words["unranked"]):
        return []
    found = []
    for line in sheet.lines:
        rank, value = line.figure(ranks), line.measured(column)
        if line.role is Role.PART and rank is not None and value is not None and rank.value > 0:
            found.append(Place(line, rank, value))
    values = [place.value for place in found]
    if mixed(values) or all(_year(value) for value in values) or any(value.marked for value in values):
        return []
    return sorted(found, key=lambda place: place.rank.value)


def _slips(places: Sequence[Place], *, falling: bool) -> list[tuple[Place, Place]]:
    """The neighbours whose figures run against their ranks by more than rounding."""
    wrong = []
    for better, worse in pairwise(places):
        ahead = better.value.value - worse.value.value
        room = max(better.value.step, worse.value.step) if min(better.value.step, worse.value.step) < 1 else Decimal(0)
        if better.rank.value < worse.rank.value and (ahead if falling else -ahead) < -room:
            wrong.append((better, worse))
    return wrong


def _year(figure: Figure) -> bool:
    return figure.step == 1 and 1000 <= figure.value <= 2100
