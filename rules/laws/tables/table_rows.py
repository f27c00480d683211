"""Which row of which table a place in the prose stands in."""

from __future__ import annotations

from bisect import bisect_right

from articles.article import Article
from articles.facts.fact import Fact
from articles.page import Place
from articles.textmap import ProseSpan

Where = tuple[int, int]
"""A table's number in the article, and a row's in the table."""

_CELL = "table cell "
"""How the pattern of a fact begins that a cell states by its column, and not by a sentence in it."""


def of_cell(fact: Fact) -> bool:
    """Whether a fact is what a cell states under its header; the facts of a notes cell are told in sentences."""
    return fact.place is Place.TABLE and fact.pattern.startswith(_CELL)


def cells(article: Article) -> Cells:
    """The cells of an article's tables; to be asked for :meth:`Article.once`."""
    return Cells([cell.prose for table in article.page.tables for row in table.rows for cell in row])


class Cells:
    """The cells of an article's tables, to be found by bisection; tables may stand in cells of others."""

    def __init__(self, spans: list[ProseSpan]) -> None:
        """Take where the cells stand."""
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def around(self, at: int) -> ProseSpan | None:
        """The innermost cell that a place stands in."""
        before = self._spans[: bisect_right(self._starts, at)]
        return next((span for span in reversed(before) if at < span.end), None)


class Rows:
    """The rows of an article's tables, to be found by bisection; tables may stand in cells of others."""

    def __init__(self, article: Article) -> None:
        """Note where every row starts and ends."""
        spans = []
        for number, table in enumerate(article.page.tables):
            for at, row in enumerate(table.rows):
                spans.append((row[0].prose.start, row[-1].prose.end, (number, at)))
        spans.sort()
        self._starts = [start for start, _, _ in spans]
        self._spans = spans

    def of(self, span: ProseSpan) -> Where | None:
        """The row that a span stands in, the innermost where tables nest; None outside of tables."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or span.end > self._spans[at][1]:
            return None
        return self._spans[at][2]
