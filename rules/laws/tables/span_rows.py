"""Rows of a table that give a beginning, an end and the years between: "Opened 1891, Closed 1951, Years in use 60"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Cell, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.elapsed import plain_year
from rules.laws.nearby import claims_in

_YEARS = regex(r"(?i)\b(?:years|duration|length|seasons)\b|^age\b|\bage at death\b")
_COUNT = regex(r"([0-9]{1,3}(?: years?)?)$")
_FEWEST = 2
"""So many other rows must make the same sum, and all of them."""


class SpanRow(NamedTuple):
    """The beginning, the end and the count of years of a row that does not do what all others do."""

    begins: Claim
    ends: Claim
    told: ProseSpan
    said: int
    years: int


def span_rows(article: Article) -> Iterator[SpanRow]:
    """Every row whose years are not those between its two dates, in a table where the others are."""
    for table in article.page.tables:
        yield from _in_table(article, table)


def _in_table(article: Article, table: Table) -> Iterator[SpanRow]:
    rows = [row for row in table.rows if len(row) > _FEWEST]
    if len(rows) < _FEWEST + 2:
        return
    for head in rows[0]:
        if _YEARS.search(article.page.text(head.prose)) is None:
            continue
        told = [found for row in rows[1:] if (found := _row(article, row, head.column)) is not None]
        odd = [found for found in told if found.said - found.years not in (0, 1)]
        if len(odd) == 1 and len(told) > _FEWEST and all(f.years == f.said for f in told if f is not odd[0]):
            yield odd[0]


def _row(article: Article, row: tuple[Cell, ...], column: int) -> SpanRow | None:
    """The two years of a row and the whole number in a column."""
    dates: list[Claim] = []
    count: ProseSpan | None = None
    for cell in row:
        if cell.column == column:
            number = _COUNT.match(article.page.text(cell.prose))
            count = ProseSpan(cell.prose.start, cell.prose.start + number.end(1)) if number else None
        else:
            said = claims_in(article, cell.prose)
            dates += [part for claim in said if claim.kind is Kind.DATE for part in (claim.parts or (claim,))]
    years = [plain_year(date.value) for date in dates if isinstance(date.value, Date) and not date.value.circa]
    if count is None or len(dates) != len(years) or len(years) != _FEWEST or years[0] is None or years[1] is None:
        return None
    real = years[1] - years[0]
    return SpanRow(dates[0], dates[1], count, int(article.page.text(count).split()[0]), real) if real >= 0 else None
