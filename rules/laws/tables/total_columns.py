"""The columns of a table that are worked out from others: totals, and the known balances of leagues and censuses.

Which columns a total is of is not said; the rows vote. What most of them obey is the law of the table, and a row that
does not is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import prod
from typing import NamedTuple

from articles.facts.cell_figures import Figure
from articles.facts.sheets import Line, Role, Sheet, is_total, sheet_words
from rules.laws.tables.balances import balances
from rules.laws.tables.sheet_sums import Sum, add_up, mixed, place_of, slipped
from rules.laws.tables.total_rows import numbering
from rules.rule import Outcome

ROWS = (Role.PART, Role.TOTAL, Role.SUBTOTAL, Role.WHOLE, Role.WITHIN)
MAJORITY = Decimal("0.65")
"""The share of rows that must obey a law before the others are wrong."""
FEW = 2
"""So many rows must obey it at the least."""
KNOWN_MAJORITY = Decimal("0.5")
"""The share for a law that everybody knows; one row may then be enough."""
NEAR = Decimal("0.5")
STRONG = 3
"""So many parts make a sum that is right by itself a law of a table of two rows."""
HUNDRED = 100
CLOSE = Decimal("0.1")
"""By how much the other of two rows may then be off."""
MOST_TOTALS = 8
MOST_WORK = 60_000
"""Columns of totals, and rows times columns squared: a table with more is no table of an article."""
UNLIKELY = 10_000
"""A column that is not called a total is one where the rows that add up to it are this unlikely to do so by chance."""
EXCEPTIONS = 4
"""For every so many rows one may be wrong; where more are, the law is another (the worst of five rounds is dropped)."""


class Law(NamedTuple):
    """A column and the columns it is worked out from, each added or taken away so many times."""

    total: int
    parts: tuple[int, ...]
    signs: tuple[int, ...]
    known: bool = False


class Off(NamedTuple):
    """A row that does not obey the law of its table."""

    sum: Sum
    line: Line
    law: Law


def total_columns(sheet: Sheet) -> Iterator[Off | Outcome]:
    """Every row of every column that is worked out from others: whether it is right."""
    summed = _summed(sheet)
    laws = [Law(*found, known=True) for found in balances(sheet.columns)]
    known = {law.total for law in laws}
    totals = [at for at in summed if is_total(sheet.columns[at]) and at not in known]
    for total in totals[:MOST_TOTALS]:
        grouped = _grouped(sheet, total, summed)
        if grouped:
            laws.append(grouped)
        elif len(sheet.lines) * len(summed) ** 2 <= MOST_WORK:
            best = _best(sheet, [Law(total, parts, (1,) * len(parts)) for parts in _addends(sheet, total, summed)])
            laws += [best] if best else []
    if not totals and not laws and len(summed) > 2 and len(sheet.lines) * len(summed) ** 2 <= MOST_WORK:
        laws = list(_unnamed(sheet, summed))
    for law in laws:
        yield from _votes(sheet, law)


def _grouped(sheet: Sheet, total: int, summed: Sequence[int]) -> Law | None:
    """The law of a column in a group called "Total": that of the like columns in all other groups."""
    column = sheet.columns[total]
    if column.group.strip(" :.") not in sheet_words()["total"]:
        return None
    like = [at for at in summed if sheet.columns[at].leaf == column.leaf and not is_total(sheet.columns[at])]
    groups = {sheet.columns[at].group for at in like}
    return Law(total, tuple(like), (1,) * len(like), known=True) if 1 < len(like) == len(groups) else None


def _unnamed(sheet: Sheet, summed: Sequence[int]) -> Iterator[Law]:
    """The first or the last column, whatever it is called, where more rows than chance allows add up to it."""
    for total, parts in ((summed[-1], tuple(summed[:-1])), (summed[0], tuple(summed[1:]))):
        law = Law(total, parts, (1,) * len(parts))
        votes = [found for line in sheet.lines if (found := _sum(sheet, line, law)) is not None]
        telling = [found for found in votes if found.agrees and _telling(found)]
        chance = prod(found.total.value / found.total.step for found in telling)  # one in so many for each row
        if len(telling) >= FEW and chance >= UNLIKELY and sum(not found.agrees for found in votes) == 1:
            yield law
            return


def _summed(sheet: Sheet) -> list[int]:
    """The columns of figures that may be added up."""
    words = sheet_words()
    skipped = words["unsummed"] | words["percent"]
    named = words["total"]
    fit = [at for at, column in sorted(sheet.columns.items()) if column.header in named or not column.has(skipped)]
    return [at for at in fit if not numbering(sheet, at) and any(line.figure(at) for line in sheet.lines)]


def _addends(sheet: Sheet, total: int, summed: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The sets of columns that a total may be of."""
    column = sheet.columns[total]
    left = [at for at in summed if at < total and not is_total(sheet.columns[at])]
    right = [at for at in summed if at > total and not is_total(sheet.columns[at])]
    same = [at for at in summed if at != total and sheet.columns[at].leaf == column.leaf]
    group = [at for at in summed if at != total and column.group and sheet.columns[at].group == column.group]
    found = [group, same, left, right, [*left, *right]]
    found += [left[-count:] for count in range(2, len(left))] + [right[:count] for count in range(2, len(right))]
    yield from dict.fromkeys(tuple(each) for each in found if len(each) > 1)


def _best(sheet: Sheet, laws: Sequence[Law]) -> Law | None:
    """The law that most rows obey; of equals the one with fewest exceptions."""
    ranked = []
    for number, law in enumerate(laws):
        votes = [found for line in sheet.lines if (found := _sum(sheet, line, law)) is not None]
        obeyed = sum(vote.agrees and _telling(vote) for vote in votes)
        ranked.append((obeyed, -sum(not vote.agrees for vote in votes), -number, law))
    return max(ranked)[3] if ranked else None


def _votes(sheet: Sheet, law: Law) -> Iterator[Off | Outcome]:
    """The rows under a law, where enough of them obey it."""
    votes = [(line, found) for line in sheet.lines if (found := _sum(sheet, line, law)) is not None]
    obeyed = sum(found.agrees and _telling(found) for _, found in votes)
    tested = sum(not found.agrees or _telling(found) for _, found in votes)
    alone = law.known or (tested == FEW and any(found.agrees and _strong(found) for _, found in votes))
    least, majority = (1, KNOWN_MAJORITY) if alone else (FEW, MAJORITY)
    if obeyed < least or obeyed < tested * majority:
        yield from (Outcome.INCOMPARABLE for _ in votes)
        return
    few = len(votes) - sum(found.agrees for _, found in votes) <= max(1, len(votes) // EXCEPTIONS)
    for line, found in votes:
        if found.agrees:
            yield Outcome.CONSISTENT
        else:
            close = "(" not in line.label and (found.off <= CLOSE or slipped(found.added, found.total.value))
            near = obeyed >= FEW or law.known or close
            surely = few and near and _surely(line, found, law) and not _made_up(line, found, law)
            yield Off(found, line, law) if surely else Outcome.INCOMPARABLE


def _sum(sheet: Sheet, line: Line, law: Law) -> Sum | None:
    """A row under a law; None where it holds no total, or no figures."""
    total = line.figure(law.total) if line.role in ROWS else None
    found = [(line.figure(at), sign) for at, sign in zip(law.parts, law.signs, strict=True)]
    parts = [(figure, sign) for figure, sign in found if figure is not None]
    if total is None or not parts or mixed((*(figure for figure, _ in parts), total)):
        return None
    if any(sign < 0 for sign in law.signs) and len(parts) < len(law.parts):
        return None
    columns = [sheet.columns[at] for at in (law.total, *law.parts)]
    place = place_of(sheet, (*(figure for figure, _ in parts), total, *_sample(sheet, law)), *columns)
    return add_up([figure for figure, _ in parts], total, [sign for _, sign in parts], place)


def _sample(sheet: Sheet, law: Law) -> Iterator[Figure]:
    """The figures of the first rows, by which the rounding of a column is known."""
    for line in sheet.lines[:20]:
        for at in (law.total, *law.parts):
            figure = line.figure(at)
            if figure is not None:
                yield figure


def _telling(found: Sum) -> bool:
    """Whether a sum that agrees says anything: two parts or more are not nothing."""
    return sum(part.value != 0 for part in found.parts) > 1


def _strong(found: Sum) -> bool:
    """Whether a sum can hardly be right by chance: of three parts or more, and no small one."""
    return sum(part.value != 0 for part in found.parts) >= STRONG and abs(found.total.value) >= HUNDRED


def _made_up(line: Line, found: Sum, law: Law) -> bool:
    """Whether the column beside the parts, which the law does not know, holds what is missing: matches abandoned."""
    beside = line.figure(max(law.parts) + 1)
    return beside is not None and beside.value == found.total.value - found.added and min(law.signs) > 0


def _surely(line: Line, found: Sum, law: Law) -> bool:
    """Whether a row that does not obey the law is wrong, and not counted otherwise."""
    if any(figure.marked for figure in (*found.parts, found.total)) or line.role is Role.WITHIN:
        return False
    missing = len(law.parts) - len(found.parts)
    if missing and found.apart > 0:
        return False
    return found.off <= NEAR or slipped(found.added, found.total.value)
