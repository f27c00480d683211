"""Cells of two tables of an article that state one thing of one row: the same header, the same name.

Which tables tell of the same things is not said; the rows that they share vote. A cell differs where the others agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Number, Quantity
from articles.regex import regex
from articles.words import WordList
from rules.laws.agreement import values
from rules.laws.tables.row_words import RELATIONS, alone, intrinsic, of_works
from rules.laws.tables.sheet_sums import slipped
from rules.laws.tables.stated_rows import Rows, Stated, is_date, stated, years_in
from rules.rule import Outcome

_MOST_TABLES = 30
"""Of more tables only the first are held against each other."""
_SHORTEST = 2
_LOWER = regex(r"(?<!\S)[a-z]{2,}")
_PROSE = 3
"""A cell with so many words in lower case tells something, and names no thing."""
_PLAIN = WordList(__file__, "plain")
_LARGE = 100
"""Two tables by years that share a smaller number may do so by chance."""
_STRICT = frozenset(("first", "last", "service", "office", "public", "planned", "full"))
"""In a header of dates: only one that says the same is of the same event."""


Key = str | frozenset[str]
"""What a column states: the words that tell its event, or its header; "Released" and the "Year" of an album are one."""


class Same(NamedTuple):
    """A row that two tables share, with its cells in both, by what their columns state."""

    one: dict[Key, Stated]
    other: dict[Key, Stated]


def between_tables(article: Article) -> Iterator[tuple[Stated, Stated, Outcome]]:
    """Cells of two tables that state one thing of one name under one header, and whether they agree."""
    tables = article.once(stated)[:_MOST_TABLES]
    ours = frozenset(years_in(article.page.title))
    sheets = [_rows(rows) for rows in tables]
    spoken = {id(sheet): _section_years(article, rows) - ours for sheet, rows in zip(sheets, tables, strict=True)}
    captions = [article.page.text(rows.cells[0].table.caption) for rows in tables]
    for (one, above), (other, over) in combinations(zip(sheets, captions, strict=True), 2):
        if spoken[id(one)] and spoken[id(other)] and spoken[id(one)] != spoken[id(other)]:
            continue  # below headings of two years
        shared = list(_shared(one, other))
        if len(shared) == 1 and above and over and above != over:
            continue  # a junction of two lines, a club in two seasons
        headings = dict.fromkeys(head for row in shared for head in row.one if head in row.other)
        columns = [list(_column(shared, heading, ours)) for heading in headings]
        agreed = sum(outcome is not Outcome.CONFLICTING for column in columns for _, _, outcome in column)
        told = sum(map(len, columns))
        for column in columns:
            yield from _judged(column, alike=told <= 2 * agreed, single=told == agreed + 1)


def _section_years(article: Article, rows: Rows) -> frozenset[str]:
    """The years in the heading above a table."""
    section = rows.cells[0].table.section
    return frozenset(years_in(article.page.sections[section].title)) if section >= 0 else frozenset()


def _rows(rows: Rows) -> list[dict[Key, Stated]]:
    """The cells of each row of a table, by their headers."""
    found: dict[int, dict[Key, Stated]] = {}
    for cell in rows.cells:
        if cell.told is RELATIONS:
            continue  # a fact, held against that of the other table as one
        event = is_date(cell.value) and _STRICT.isdisjoint(cell.heading.lower().split())
        one_word = event or (not is_date(cell.value) and alone(cell.heading))
        found.setdefault(cell.row, {}).setdefault(cell.told.words if one_word else cell.heading.lower(), cell)
    return list(found.values())


def _shared(one: list[dict[Key, Stated]], other: list[dict[Key, Stated]]) -> Iterator[Same]:
    """The rows of two tables that bear one name, which is nobody else's in either."""
    mine, theirs = _by_name(one), _by_name(other)
    seen: set[int] = set()
    for name, first in mine.items():
        second = theirs.get(name)
        if first is None or second is None or id(first) in seen or not _one_thing(first, second, name):
            continue
        seen.add(id(first))
        yield Same(first, second)


def _by_name(rows: list[dict[Key, Stated]]) -> dict[str, dict[Key, Stated] | None]:
    """The rows by every name in them; None for a name in several."""
    found: dict[str, dict[Key, Stated] | None] = {}
    for row in rows:
        cell = next(iter(row.values()))
        for _, name in dict.fromkeys(cell.names):
            if (
                len(name) >= _SHORTEST
                and (name[0].isupper() or name.isdecimal())
                and len(_LOWER.findall(name)) < _PROSE
            ):
                found[name] = None if name in found else row
    return found


def _one_thing(first: dict[Key, Stated], second: dict[Key, Stated], name: str) -> bool:
    """Whether two rows with one name are about it: it names one of them, and nothing else in them differs."""
    one, other = next(iter(first.values())).names, next(iter(second.values())).names
    if dict(one) == dict(other):
        return True  # the same columns, in whatever order
    if name not in (one[0][1], other[0][1]):
        return False
    if one[0][1] == other[0][1] and one[0][0] != other[0][0] and not _alike(one[0][0], other[0][0]):
        return False  # a city and a county
    if one[0][1] != other[0][1]:
        # The name stands in another column of the one: then the other has no further name that could be meant.
        return len(other if other[0][1] == name else one) == 1
    heads, others = dict(one[1:]), dict(other[1:])
    return all(others[head] == text for head, text in heads.items() if head in others)


def _alike(one: str, other: str) -> bool:
    """Whether two headers of names may call one sort of thing: one of them says no more than "name"."""
    return one in other or other in one or bool(_PLAIN & {one, other})


def _column(shared: list[Same], heading: Key, ours: frozenset[str]) -> Iterator[tuple[Stated, Stated, Outcome]]:
    """The cells of one header in the rows that two tables share; a caption may leave out the year of the article."""
    for row in shared:
        one, other = row.one.get(heading), row.other.get(heading)
        if one and other and one.years - ours == other.years - ours and not _is_open(one, other):
            yield one, other, values(one.value, other.value)


def _is_open(one: Stated, other: Stated) -> bool:
    """Whether only the words around the tables say what their dates are of.

    The sort of the things may say it for one of them, if no other column does: a film's year, but not at a festival.
    """
    if one.told.bare and other.told.bare:
        return True
    bare = one if one.told.bare else other
    return bare.told.bare and not of_works(" ".join(head for head, _ in bare.names))


def _judged(
    column: list[tuple[Stated, Stated, Outcome]], *, alike: bool, single: bool
) -> Iterator[tuple[Stated, Stated, Outcome]]:
    """The cells of a column; they conflict where most of the two tables agrees, or one date or measure stands alone."""
    agreed = sum(outcome is not Outcome.CONFLICTING for _, _, outcome in column)
    if column and column[0][0].name.isdecimal():
        yield from _by_years(column)
        return
    for one, other, outcome in column:
        alone = len(column) == 1 and is_date(one.value)
        lasting = intrinsic(one.heading) and not one.loose
        sure = alike and agreed * 2 >= len(column) if agreed else single and (alone or lasting)
        yield one, other, outcome if sure or outcome is not Outcome.CONFLICTING else Outcome.INCOMPARABLE


def _by_years(column: list[tuple[Stated, Stated, Outcome]]) -> Iterator[tuple[Stated, Stated, Outcome]]:
    """The cells of two tables by years; they conflict where others share large numbers and these differ by one slip."""
    shared = any(outcome is not Outcome.CONFLICTING and _number(one) >= _LARGE for one, _, outcome in column)
    for one, other, outcome in column:
        sure = shared and slipped(_number(one), _number(other))
        yield one, other, outcome if sure or outcome is not Outcome.CONFLICTING else Outcome.INCOMPARABLE


def _number(cell: Stated) -> Decimal:
    """The number in a cell; 0 for a date."""
    return cell.value.amount.value if isinstance(cell.value, (Number, Quantity)) else Decimal(0)
