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
from articles.facts.sheets import Line, Role, Sheet, has_words, sheet_words
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


def ranked_columns(sheet: Sheet, title: str) -> Iterator[Disorder | Outcome]:
    """Every two neighbours in a ranking: whether their figures follow their ranks. ``title`` is the article's."""
    ranks = [at for at, column in sheet.columns.items() if column.leaf.strip(" .:") in sheet_words()["rank"]]
    named = bool(ranks)
    ranks = ranks or _numbers(sheet, title)
    if len(ranks) != 1:
        return
    readings = []
    for column in sheet.columns:
        places = _places(sheet, ranks[0], column)
        if len(places) >= FEWEST:
            ways = (True, False) if named else (True,)
            readings += [(_slips(places, falling=falling), column, places, falling) for falling in ways]
    if not readings:
        return
    fewest = min(len(slips) for slips, *_ in readings)
    best = [reading for reading in readings if len(reading[0]) == fewest]
    slips, column, places, falling = best[0]
    sure = len(best) == 1 and 0 < fewest <= max(1, len(places) // PER_SLIP)
    others = [len(each) for each, other, *_ in readings if other != column]
    if sure and len(places) < PER_SLIP and min(others, default=fewest + 1) <= fewest:
        sure = False  # in a short table a second column may be the ranked one as well
    for pair in pairwise(places):
        if pair not in slips:
            yield Outcome.CONSISTENT if fewest <= len(places) // PER_SLIP else Outcome.INCOMPARABLE
        elif sure:
            yield Disorder(*pair, column, falling, not _slips(_exchanged(places, *pair), falling=falling))
        else:
            yield Outcome.INCOMPARABLE


def _numbers(sheet: Sheet, title: str) -> list[int]:
    """The first column, where it counts the rows of a table that a superlative above it calls a ranking."""
    first = min(sheet.columns, default=0)
    head = sheet.columns[first].leaf.strip(" .:") if first in sheet.columns else ""
    if head and head not in sheet_words()["serial"]:
        return []
    numbers = [figure.value for line in sheet.lines if (figure := line.figure(first)) is not None]
    counted = len(numbers) > FEWEST and numbers == list(range(1, len(numbers) + 1))
    return [first] if counted and has_words(f"{title} {sheet.around}", "ranked") else []


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
        rank, value = line.figure(ranks), line.figure(column)
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
