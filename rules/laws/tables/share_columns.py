"""Columns of percentages: of which column, and of which whole, they are the shares; or what they say of growth.

None of this is said in a table; the rows vote. The law that most of them obey is the law of the column, and a row
that does not is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from math import prod
from typing import NamedTuple

from articles.facts.cell_figures import Figure
from articles.facts.sheets import Column, Line, Role, Sheet, sheet_words
from rules.laws.tables.sheet_sums import place_of
from rules.rule import Outcome

HUNDRED = Decimal(100)
FEW_TOLD = 2
"""So few rows may obey a law where the shares make 100 once one of them is mended."""
FAR = 1
"""By so many points a growth is wrong where few others show what it is of."""
MOST_FEW = 8
"""Where more rows have a percentage, a few that obey show no law."""
UNLIKELY = 300
"""Percentages are right of the wholes beside them by more than chance where they are one in so many."""
FEW = 3
"""So many rows must obey a law at the least."""
MAJORITY = Decimal("0.7")
"""The share of rows that must obey it before the others are wrong."""
STEPS = 2
"""By so many units of its last digit a percentage may be off: shares are rounded until they make 100, and cut off."""
REACH = 4
"""How many columns away the numbers may stand of which a column holds the shares."""
MOST_WORK = 300_000
"""Rows times columns squared: a table with more is no table of an article, and would take all day."""
MOST_WHOLES = 8
"""Where a column has more wholes than this, the first and the last ones are tried."""
_SHARED = (Role.PART, Role.WITHIN, Role.TOTAL)


class Share(NamedTuple):
    """A percentage, the number that it is the share of a whole for, and the whole.

    ``whole`` is None where no cell states it; ``base`` is then the sum of the parts. ``growth`` marks a percentage by
    which the number is larger than ``whole``, that of the row before or of another column. ``place`` is what the
    numbers are rounded to.
    """

    line: Line
    percent: Figure
    part: Figure
    whole: Figure | None
    base: Decimal
    place: Decimal
    growth: bool = False

    @property
    def real(self) -> Decimal:
        """What the percentage ought to be."""
        share = self.part.value / self.base * HUNDRED
        return share - HUNDRED if self.growth else share

    @property
    def agrees(self) -> bool:
        """Whether rounding leaves room for the percentage."""
        return abs(self.real - self.percent.value) <= self.percent.step * STEPS + self.place / abs(self.base) * HUNDRED

    @property
    def of_valid(self) -> bool:
        """Whether it is the 100 of a row of totals: that of the rows with a share, whatever else the total has."""
        return self.line.role is Role.TOTAL and self.percent.value == HUNDRED

    @property
    def tight(self) -> bool:
        """Whether it is the percentage rounded to its last digit, the numbers taken as they stand."""
        return abs(self.real - self.percent.value) <= self.percent.step * Decimal("0.51")

    @property
    def far(self) -> bool:
        """Whether it is not the percentage, the numbers taken as they stand."""
        return abs(self.real - self.percent.value) > self.percent.step * STEPS

    @property
    def exact(self) -> bool:
        """Whether it is the percentage rounded to its last digit, or nearly so where the numbers are rounded."""
        loose = min(self.place / abs(self.base) * HUNDRED, self.percent.step)
        return abs(self.real - self.percent.value) <= self.percent.step * Decimal("0.51") + loose


def share_columns(sheet: Sheet) -> Iterator[Share | Outcome]:
    """Every percentage of every column of percentages whose law the rows show."""
    if len(sheet.lines) * len(sheet.columns) ** 2 > MOST_WORK:
        return
    counts = {at: _place(sheet, at) for at in sorted(sheet.columns) if _counted(sheet, at)}
    for at, column in sorted(sheet.columns.items()):
        near = {each: place for each, place in counts.items() if abs(each - at) <= REACH}
        percents = _percents(sheet, at, column) if at not in counts else _bracketed(sheet, at)
        if len(percents) >= FEW_TOLD:
            laws = list(_laws(sheet, percents, near, at))
            few = list(_judged_few(laws)) if len(percents) <= MOST_FEW else []
            yield from few or (_judged(_best(laws)) if len(percents) >= FEW else ())


def _percents(sheet: Sheet, at: int, column: Column) -> dict[int, Figure]:
    """The percentages of a column, by line."""
    found = {i: figure for i, line in enumerate(sheet.lines) if (figure := line.figure(at)) is not None}
    if column.has(sheet_words()["unshared"]) and "±%" not in column.header:
        return {}
    signed = sum(figure.percent for figure in found.values()) * 2 > len(found)
    return found if signed or column.has(sheet_words()["percent"]) or "±%" in column.header else {}


def _bracketed(sheet: Sheet, at: int) -> dict[int, Figure]:
    """The percentages that stand in brackets behind the numbers of a column: "1,240 (31 %)"."""
    shares = ((i, line.cells.get(at)) for i, line in enumerate(sheet.lines))
    return {i: content.share for i, content in shares if content is not None and content.share is not None}


def _counted(sheet: Sheet, at: int) -> bool:
    """Whether a column holds numbers that can have a share: no ranks, years or percentages."""
    figures = [figure for line in sheet.lines if (figure := line.figure(at)) is not None]
    percents = sum(figure.percent for figure in figures)
    column, words = sheet.columns[at], sheet_words()
    bracketed = any(content.share for line in sheet.lines if (content := line.cells.get(at)) is not None)
    if column.has(words["percent"]) and not bracketed:
        return False
    return len(figures) >= FEW and not percents and column.leaf.strip(" .") not in words["rank"] | {"year", "#"}


def _laws(sheet: Sheet, percents: dict[int, Figure], counts: dict[int, Decimal], at: int) -> Iterator[list[Share]]:
    """The percentages under each law that may be theirs; ``counts`` has the columns of numbers with their places."""
    for count in sorted(counts, key=lambda each: (abs(each - at), each > at)):
        parts = {i: figure for i in percents if (figure := sheet.lines[i].figure(count)) is not None}
        place = counts[count]
        for whole, base, last in _bases(sheet, count, parts):
            yield [
                Share(sheet.lines[i], percents[i], figure, whole, base, place)
                for i, figure in parts.items()
                if sheet.lines[i].role in _SHARED and i <= last
            ]
        yield list(_growth(sheet, percents, count, 1, place))
        yield list(_growth(sheet, percents, count, -1, place))
        for other in counts:
            if other != count:
                coarser = max(place, counts[other])
                for growth in (False, True):
                    yield list(_across(sheet, percents, (count, other), coarser, growth=growth))


def _place(sheet: Sheet, count: int) -> Decimal:
    """To what the numbers of a column are rounded."""
    figures = (line.figure(count) for line in sheet.lines)
    return place_of(sheet, [figure for figure in figures if figure is not None], sheet.columns[count])


def _bases(sheet: Sheet, count: int, parts: dict[int, Figure]) -> Iterator[tuple[Figure | None, Decimal, int]]:
    """The wholes that numbers of a column may be shares of: a total in the column, or the sum of those with a share.

    With each the last line of which it can be the whole: a subtotal below its parts is not that of the rows behind it
    ("Valid votes", then "Invalid votes" and "Total").
    """
    wholes = (Role.TOTAL, Role.WHOLE, Role.SUBTOTAL, Role.ASIDE)
    lines = [(at, line) for at, line in enumerate(sheet.lines) if line.role in wholes]
    for at, line in lines if len(lines) <= MOST_WHOLES else (*lines[:2], *lines[-2:]):
        figure = line.figure(count)
        if figure is not None and figure.value > 0:
            below = line.role is Role.SUBTOTAL and any(i < at for i in parts)
            yield figure, figure.value, at if below else len(sheet.lines)
    ends = _summed_up(sheet, count)
    if ends is not None and all(line.figure(count) != ends for _, line in lines):
        yield ends, ends.value, len(sheet.lines)
    listed = [figure for i, figure in parts.items() if sheet.lines[i].role is Role.PART]
    added = sum(({figure.span: figure.value for figure in listed}).values(), Decimal(0))
    if added > 0:
        yield None, added, len(sheet.lines)


def _summed_up(sheet: Sheet, count: int) -> Figure | None:
    """The last figure of a column, where it is what all others come to, whatever its row is called."""
    figures = [figure for line in sheet.lines if (figure := line.figure(count)) is not None]
    rest = sum((figure.value for figure in figures[:-1]), Decimal(0))
    return figures[-1] if len(figures) > FEW and rest > 0 and figures[-1].value == rest else None


def _growth(sheet: Sheet, percents: dict[int, Figure], count: int, step: int, place: Decimal) -> Iterator[Share]:
    """The percentages as growth since the row before, or since the one below where the rows run back in time."""
    for i, percent in percents.items():
        if not 0 <= i - step < len(sheet.lines):
            continue
        now, then = sheet.lines[i].figure(count), sheet.lines[i - step].figure(count)
        if now is not None and then is not None and then.value > 0:
            yield Share(sheet.lines[i], percent, now, then, then.value, place, growth=True)


def _across(
    sheet: Sheet, percents: dict[int, Figure], columns: tuple[int, int], place: Decimal, *, growth: bool
) -> Iterator[Share]:
    """The percentages as shares of, or growth since, the number in another column of their row."""
    count, other = columns
    for i, percent in percents.items():
        part, whole = sheet.lines[i].figure(count), sheet.lines[i].figure(other)
        if part is not None and whole is not None and whole.value > 0:
            yield Share(sheet.lines[i], percent, part, whole, whole.value, place, growth=growth)


def _best(laws: list[list[Share]]) -> list[Share]:
    """The percentages under the law that most of them obey, the nearest column first; none where no law will do."""
    best: tuple[int, list[Share]] = (0, [])
    for law in laws:
        obeyed = sum(share.exact for share in law if share.percent.value) if len(law) > best[0] else 0
        if obeyed > best[0]:
            best = obeyed, law
    obeyed, law = best
    telling = [share for share in law if share.percent.value or not share.agrees]
    return law if obeyed >= FEW and obeyed >= len(telling) * MAJORITY else []


def _judged_few(laws: list[list[Share]]) -> Iterator[Share | Outcome]:
    """The percentages of a few rows of which one is wrong: the others obey, and it alone keeps them from making 100."""
    for law in laws:
        wrong = list(islice((share for share in law if not share.tight), 2))
        if len(wrong) != 1 or wrong[0].percent.marked or wrong[0].part.marked:
            continue
        if _one_growth(law, wrong[0]) if wrong[0].growth else _one_share(law, wrong[0]) or _one_across(law, wrong[0]):
            yield from (share if share is wrong[0] else Outcome.CONSISTENT for share in law)
            return


def _one_growth(law: list[Share], wrong: Share) -> bool:
    """Whether the other percentages of growth are right to a decimal, or by more than chance, and one is far off."""
    told = [share for share in law if share.tight and share.percent.value]
    chance = prod(abs(share.percent.value) / share.percent.step for share in told)
    fine = all(share.percent.step < 1 for share in law) or chance >= UNLIKELY
    return fine and len(told) >= FEW_TOLD and not wrong.agrees and abs(wrong.real - wrong.percent.value) >= FAR


def _one_share(law: list[Share], wrong: Share) -> bool:
    """Whether the other shares are right, and one alone keeps all from making 100."""
    parts = [share for share in law if share.line.role is Role.PART and share.part.value != share.base]
    told = [share for share in parts if share.tight and share.percent.value]
    wholes = {share.whole.span for share in parts if share.whole is not None}
    off = abs(wrong.real - wrong.percent.value)
    pair = len(told) == 1 == len(wholes) and told[0].part.value + wrong.part.value == wrong.base
    if len(wholes) > 1 or wrong not in parts or off <= wrong.percent.step * STEPS:
        return False
    if len(told) < FEW_TOLD and not (pair and wrong.percent.step < 1):
        return False
    right = sum((share.percent.value for share in told), wrong.real)
    room = sum((share.percent.step for share in parts), Decimal(0)) / 2
    return abs(right - HUNDRED) <= room


def _one_across(law: list[Share], wrong: Share) -> bool:
    """Whether the other rows are each right of a whole of their own, by more than chance, and one alone is far off."""
    told = [share for share in law if share.tight and 0 < share.percent.value < HUNDRED]
    wholes = {share.whole.span for share in law if share.whole is not None}
    chance = prod(share.percent.value / share.percent.step for share in told)
    apart = len(wholes) == len(law) and len({share.percent.value for share in told}) > 1
    return apart and len(told) >= FEW_TOLD and chance >= UNLIKELY and wrong.part.value <= wrong.base and wrong.far


def _judged(law: list[Share]) -> Iterator[Share | Outcome]:
    # Numbers of which all but one make their percentages to the digit are not rounded, though they end in zeros.
    whole = all(share.place > 1 and share.part.step == 1 for share in law)
    sharp = whole and len(law) > FEW and sum(not share.tight for share in law) == 1
    wrong = [share for share in law if not share.agrees or (sharp and share.far)]
    few = len(wrong) <= max(1, len(law) // 5)
    for share in law:
        if share not in wrong:
            yield Outcome.CONSISTENT if share.exact else Outcome.BY_ROUNDING
        else:
            sure = few and not share.percent.marked and not share.part.marked and not share.of_valid
            yield share if sure else Outcome.INCOMPARABLE
