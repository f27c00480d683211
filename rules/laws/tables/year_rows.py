"""A table of one thing over the years, and a sentence that gives one of its figures: "In 1931 the population was"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Number, Quantity
from articles.claims.written import Hedge, Written
from articles.facts.cell_figures import read_cell
from articles.facts.fact import Fact
from articles.facts.table_words import column_of, header
from articles.page import Cell, Place, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.agreement import values
from rules.rule import Outcome

_YEARS = frozenset(("year", "census", "census year", "date", "date of census", "year of census"))
_YEAR = regex(r"(?:census )?((?:1[0-9]|20)[0-9]{2})(?: census)?(?: ?\[[^\[\]]{0,8}\])?")
_COUNTED = frozenset(("population", "households", "students", "employees", "member-count"))
_TOLD = (Place.LEAD, Place.BODY)
_HEADER_ROWS = 2


class YearCell(NamedTuple):
    """The figure that a table gives for a year."""

    value: Number | Quantity
    span: ProseSpan
    heading: str


def year_rows(article: Article) -> Iterator[tuple[YearCell, ProseSpan, Outcome]]:
    """Each sentence's count of a year with the cell for that year, and whether they agree."""
    told = {
        name: [fact for fact in article.facts_by_property.get(name, ()) if fact.place in _TOLD and fact.polarity]
        for name in _COUNTED
    }
    if not any(told.values()):
        return
    cells: dict[tuple[str, int], list[YearCell]] = {}
    for table in article.page.tables:
        for name, year, cell in _cells(article, table):
            cells.setdefault((name, year), []).append(cell)
    for (name, year), found in cells.items():
        for fact in told[name]:
            if (
                fact.subject == article.parties.own
                and fact.scope.basis in (None, "", "census")
                and _of_year(fact) == year
            ):
                outcomes = [values(cell.value, fact.value) for cell in found if isinstance(fact.value, Number)]
                if outcomes and all(outcome is Outcome.CONFLICTING for outcome in outcomes):
                    yield found[0], fact.span, Outcome.CONFLICTING
                elif outcomes:
                    yield found[0], fact.span, Outcome.CONSISTENT


def _of_year(fact: Fact) -> int | None:
    """The one year that a fact is of."""
    when = fact.scope.when
    if not isinstance(when, Date) or when.earliest is None or when.latest is None or when.circa or fact.scope.region:
        return None
    first, last = civil(when.earliest)[0], civil(when.latest)[0]
    return first if first == last else None


def _cells(article: Article, table: Table) -> Iterator[tuple[str, int, YearCell]]:
    """The counts of a table whose first column is the year, and which has one column for each count."""
    grid = table.grid()
    for at, row in enumerate(grid[:_HEADER_ROWS]):
        heads = {column: article.page.text(cell.prose) for column, cell in row.items()}
        if not heads or header(heads[min(heads)])[0] not in _YEARS:
            continue
        counted = {c: found.property for c, text in heads.items() if (found := column_of(text, "")) and bare(text)}
        names = list(counted.values())
        for line in grid[at + 1 :]:
            year = year_of(article, line.get(min(heads)))
            for column, name in counted.items():
                if year and name in _COUNTED and names.count(name) == 1 and column in line:
                    cell = figure(article, line[column], heads[column])
                    if cell:
                        yield name, year, cell
        return


def bare(text: str) -> bool:
    """Whether a header has no remark, such as a scale, that changes what its cells say."""
    return not header(text)[1]


def year_of(article: Article, cell: Cell | None) -> int | None:
    """The year that a row is of."""
    match = _YEAR.fullmatch(article.page.text(cell.prose).strip()) if cell else None
    return int(match[1]) if match else None


def figure(article: Article, cell: Cell, heading: str) -> YearCell | None:
    """The count in a cell."""
    figure = read_cell(article.page.text(cell.prose), cell.prose.start).figure
    if figure is None or figure.unit or figure.step < 1 or figure.value < 0:
        return None
    return YearCell(Number(Written(figure.value, figure.value, 0 * figure.step, Hedge.NONE)), figure.span, heading)
