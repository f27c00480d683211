"""The rows of a table that add up others: of all rows above, of the last block, of the subtotals, of the rows below.

Which rows a total is of is not said; so every reading is tried, and a total is wrong only if none fits and the other
columns of its row show which rows it is of, or nothing else stands in its way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from articles.facts.cell_figures import Figure
from articles.facts.sheets import Column, Line, Role, Sheet, has_words, sheet_words
from articles.page import Page
from rules.laws.tables.set_apart import set_apart
from rules.laws.tables.sheet_sums import Sum, add_up, mixed, place_of, slipped
from rules.rule import Outcome

TOTALS = (Role.TOTAL, Role.SUBTOTAL)
ALONE = Decimal("0.25")
"""By how much a total that nothing else vouches for may be off and be wrong; beyond that it is of other rows."""
VOUCHED = Decimal("0.5")
"""The same where another column adds up."""
FEWEST_ABOVE = 3
"""A row that is not called a total has so many rows above it at the least."""
LONG = 60
"""Rows of a list that only another column can show to be whole."""
MOST_WORK = 300_000
"""Totals times rows times columns: a table with more is no table of an article, and would take all day."""
HUNDRED = Decimal(100)
_DASHES = frozenset("–—-−")
Rows = tuple[int, ...]


class Wrong(NamedTuple):
    """A total that its rows do not add up to, and where it stands: its line, its column, the lines of its parts."""

    sum: Sum
    line: Line
    column: int
    rows: Rows


def total_rows(page: Page, sheet: Sheet) -> Iterator[Wrong | Outcome]:
    """Every column of every row of totals: whether it adds up."""
    totals = [at for at, line in enumerate(sheet.lines) if line.role in (*TOTALS, Role.WHOLE)] or _unnamed(sheet)
    if len(totals) * len(sheet.lines) * len(sheet.columns) <= MOST_WORK:
        for at in totals:
            yield from _row(page, sheet, at)


def _unnamed(sheet: Sheet) -> list[int]:
    """The last row, where it holds the largest figure of every column: it may add up the others, whatever its name."""
    at = next((i for i in range(len(sheet.lines) - 1, -1, -1) if sheet.lines[i].role is Role.PART), 0)
    if not FEWEST_ABOVE <= at < LONG:
        return []
    for column in sheet.lines[at].cells:
        last = sheet.lines[at].figure(column)
        above = [figure for line in sheet.lines[:at] if (figure := line.figure(column)) is not None]
        if last is not None and above and summed(sheet, column) and last.value < max(each.value for each in above):
            return []
    return [at]


def _row(page: Page, sheet: Sheet, at: int) -> Iterator[Wrong | Outcome]:
    line = sheet.lines[at]
    readings = list(_readings(sheet.lines, at))
    vouched: dict[Rows, int] = {}
    open_: list[int] = []
    for column in line.cells:
        if line.figure(column) is None or not summed(sheet, column):
            continue
        fits = [rows for rows in readings if (found := _sum(sheet, rows, line, column)) and found.agrees]
        if not fits:
            open_.append(column)
            continue
        yield Outcome.CONSISTENT
        for rows in fits:
            parts = [part for part in _figures(sheet, rows, column) if part.value]
            if len(parts) > 1 and (line.role is not Role.PART or _large(parts)):
                vouched[rows] = vouched.get(rows, 0) + 1
    for column in open_:
        rows = max(vouched, key=lambda each: (vouched[each], -len(each))) if vouched else next(iter(readings), ())
        named = line.role not in (Role.PART, Role.WHOLE) or bool(vouched)
        if not named and not _printed_so(page, sheet, at, column) and not _on_top(sheet, at, column):
            rows = ()
        wrong = _wrong(sheet, line, column, rows, vouched.get(rows, 0), len(open_))
        yield wrong or Outcome.INCOMPARABLE


def _large(parts: Sequence[Figure]) -> bool:
    """Whether figures can hardly add up to another one by chance: three or more, and no small ones."""
    return len(parts) >= FEWEST_ABOVE and sum(part.value / part.step for part in parts) >= HUNDRED


def _printed_so(page: Page, sheet: Sheet, at: int, column: int) -> bool:
    """Whether a row that is not called a total is printed as one, and its figure differs by one slip from the sum."""
    line, above = sheet.lines[at], sheet.lines[at - 1]
    figure, before = line.figure(column), above.figure(column)
    last = not any(each.figure(column) for each in sheet.lines[at + 1 :])
    if figure is None or before is None or not last or not set_apart(page, figure.span, before.span):
        return False
    rows = next(iter(_readings(sheet.lines, at)), ())
    found = _sum(sheet, rows, line, column) if rows else None
    part_of_more = line.label in sheet_words()["whole"] or any(
        each.leaf.strip(" .:") in sheet_words()["rank"] for each in sheet.columns.values()
    )
    near = found is not None and _large(found.parts) and found.off <= ALONE
    return found is not None and near and not part_of_more and slipped(found.added, found.total.value)


def _on_top(sheet: Sheet, at: int, column: int) -> bool:
    """Whether the first row is that of the whole, all others are parts, and its figure is a slip from their sum."""
    line, below = sheet.lines[at], range(at + 1, len(sheet.lines))
    whole = line.role is Role.WHOLE and at == 0 and len(below) >= FEWEST_ABOVE
    if not whole or not all(sheet.lines[row].role is Role.PART for row in below):
        return False
    found = _sum(sheet, tuple(below), line, column)
    full = found is not None and len(found.parts) == len(below) and found.off <= ALONE
    return found is not None and full and slipped(found.added, found.total.value)


def _readings(lines: Sequence[Line], at: int) -> Iterator[Rows]:
    """The rows that a total may be of, the likeliest first."""
    above = range(at)
    totals = [i for i in above if lines[i].role in TOTALS]
    last = totals[-1] if totals else -1
    block = max([last, *(i for i in above if lines[i].role is Role.HEADING)])
    parts = [i for i in above if lines[i].role is Role.PART]
    found = [[i for i in parts if i > last], [i for i in parts if i > block], parts]
    if totals:
        since = [i for i in parts if i > last]
        subtotals = [i for i in totals if lines[i].role is Role.SUBTOTAL]
        found += [[*totals, *since], [last, *since], [*subtotals, *(i for i in parts if i > (subtotals or [last])[-1])]]
    if not parts:
        below = range(at + 1, len(lines))
        end = next((i for i in below if lines[i].role in TOTALS), len(lines))
        found = [
            [i for i in range(at + 1, end) if lines[i].role is Role.PART],
            [i for i in below if lines[i].role is Role.PART],
        ]
    loose = [i for i in above if i > last and lines[i].role in (Role.PART, Role.WITHIN, Role.ASIDE, Role.WHOLE)]
    for rows in dict.fromkeys(tuple(sorted(set(each))) for each in (*found, loose)):
        if len(rows) > 1:
            yield rows


def _figures(sheet: Sheet, rows: Rows, column: int) -> list[Figure]:
    """The figures of a column in some rows, one that reaches over several of them once."""
    found = (sheet.lines[row].figure(column) for row in rows)
    return list({figure.span: figure for figure in found if figure is not None}.values())


def _sum(sheet: Sheet, rows: Rows, line: Line, column: int) -> Sum | None:
    parts, total = _figures(sheet, rows, column), line.figure(column)
    if total is None or not parts or mixed((*parts, total)):
        return None
    place = place_of(sheet, (*parts, total), _header(sheet, column))
    return add_up(parts, total, (1,) * len(parts), place)


def _header(sheet: Sheet, column: int) -> Column:
    return sheet.columns.get(column, Column("", "", ""))


def summed(sheet: Sheet, column: int) -> bool:
    """Whether a column is one that adds up: counts and amounts, and percentages of one whole."""
    words = sheet_words()
    header = _header(sheet, column)
    return not numbering(sheet, column) and not header.has(words["unsummed"] - words["percent"])


def numbering(sheet: Sheet, column: int) -> bool:
    """Whether a column counts the rows: "1, 2, 3" under "No." or "#"."""
    if _header(sheet, column).leaf.strip(" :") not in sheet_words()["serial"]:
        return False
    values = [figure.value for line in sheet.lines if (figure := line.figure(column)) is not None]
    return all(second - first in (0, 1) for first, second in pairwise(values))


def _wrong(sheet: Sheet, line: Line, column: int, rows: Rows, vouchers: int, open_: int) -> Wrong | None:
    """The fault, where nothing but a slip explains that a total is not the sum of its rows."""
    found = _sum(sheet, rows, line, column) if rows else None
    if found is None or len(found.parts) < 2 or open_ > max(1, vouchers):
        return None
    if any(figure.marked or figure.value < 0 for figure in (*found.parts, found.total)) or _other_law(found):
        return None
    holes = [row for row in rows if sheet.lines[row].figure(column) is None]
    none = all(_is_none(sheet.lines[row], column) for row in holes)
    if holes and found.apart > 0 and not (none and vouchers and slipped(found.added, found.total.value)):
        return None  # what is missing may make it up
    near = found.off <= (VOUCHED if vouchers else ALONE) or slipped(found.added, found.total.value)
    if not near or not (vouchers or _stands_alone(sheet, line, column, rows)):
        return None
    if _percent(sheet, line, column, found.total) and not _whole_percent(sheet, found, rows):
        return None
    return Wrong(found, line, column, rows)


def _is_none(line: Line, column: int) -> bool:
    """Whether a dash says that a row has none of what a column counts."""
    content = line.cells.get(column)
    return content is not None and content.words in _DASHES


def _percent(sheet: Sheet, line: Line, column: int, total: Figure) -> bool:
    """Whether a column holds percentages; "Speakers (% of total)" does not where they stand behind the numbers."""
    content = line.cells.get(column)
    shared = content is not None and content.share is not None
    return total.percent or (not shared and _header(sheet, column).has(sheet_words()["percent"]))


def _other_law(found: Sum) -> bool:
    """Whether a total is the largest, the smallest, the first, the last or the mean of its rows: a best, not a sum."""
    values = [part.value for part in found.parts]
    if min(values) <= found.total.value <= max(values) and any(part.step < 1 for part in found.parts):
        return True  # a mean that weighs its rows: points a game
    mean = sum(values, Decimal(0)) / len(values)
    return found.total.value in (max(values), min(values), values[0], values[-1]) or (
        abs(found.total.value - mean) <= max(found.total.step / 2, abs(mean) / 200)
    )


def _stands_alone(sheet: Sheet, line: Line, column: int, rows: Rows) -> bool:
    """Whether a total may be judged by itself: all rows are parts, and nothing says that some are left out."""
    if line.role not in (Role.TOTAL, Role.PART, Role.WHOLE) or len(rows) > LONG:
        return False
    said = f"{sheet.around} {_header(sheet, 0).header} {_header(sheet, column).header} {line.label}"
    plain = all(each.role in (Role.PART, Role.WITHIN, Role.HEADING, *TOTALS) for each in sheet.lines[: max(rows) + 1])
    return plain and not has_words(said, "chosen") and not has_words(said, "overlapping")


def _counts(sheet: Sheet, column: int) -> bool:
    """Whether a column holds numbers that are no percentages."""
    figures = [figure for line in sheet.lines if (figure := line.figure(column)) is not None]
    return len(figures) > 1 and not any(figure.percent for figure in figures)


def _whole_percent(sheet: Sheet, found: Sum, rows: Rows) -> bool:
    """Whether percentages that do not make up their total are wrong: too many, or too few though "others" are told.

    Beside numbers each percentage is held against its number instead (table-percent-wrong).
    """
    percents = sheet_words()["percent"]
    beside = any(_counts(sheet, at) for at, column in sheet.columns.items() if not column.has(percents))
    if beside or abs(found.total.value - HUNDRED) >= 1:
        return False
    others = any(has_words(sheet.lines[row].label, "others") for row in rows)
    return found.apart < 0 or others
