"""Whether a cell is printed as totals are: in bold, or as a header, where the cell above it is not."""

from __future__ import annotations

from articles.page import Page
from articles.textmap import ProseSpan

_WIDEST = 400
"""So far before a figure its row may begin."""


def set_apart(page: Page, figure: ProseSpan, above: ProseSpan) -> bool:
    """Whether the first of two figures of a column is printed as a total, and the second is not."""
    return _marked(page, figure) and not _marked(page, above)


def _marked(page: Page, figure: ProseSpan) -> bool:
    at = page.prose.to_source(figure).start
    text = page.source.text[max(0, at - _WIDEST) : at]
    row = text[text.rfind("\n|-") + 1 :]
    first, _, cells = row.partition("\n")
    cell = cells.rpartition("\n")[2]
    return "bold" in first.lower() or "'''" in cell or cell.startswith("!")
