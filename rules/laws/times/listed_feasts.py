"""Anniversaries that head a cell of a table or an item of a list, with the one date of the row or the item."""

from __future__ import annotations

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim
from articles.page import Cell, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.nearby import within
from rules.laws.times.feasts import Feast

_LISTED = frozenset({Form.CELL, Form.ITEM})
_LED = regex(r"[ :,–—-]+(?:(?:an? |the )?[a-z]+(?: [a-z]+)? (?:for|on|at|marking|to mark|of) )?(?:the |its )?")
"""Between the date of an item and its feast: "1955: exhibition for the"."""
_SHORT = 30
"""So much may stand behind the feast in its cell: "60th anniversary stamp"."""


def listed(article: Article, feast: Feast) -> Claim | None:
    """The date on which the feast of a row or an item was kept; None where it is of something else."""
    block = article.page.block_at(feast.span.start)
    if block is None or block.form not in _LISTED:
        return None
    text = article.page.prose.text
    behind = text[feast.end : block.span.end]
    if " of " in behind or len(behind) > _SHORT:
        return None
    if block.form is Form.ITEM:
        dates = _dates(article, block.span)
        lone = len(dates) == 1 and _LED.fullmatch(text[dates[0].span.end : feast.span.start]) is not None
        return dates[0] if lone and dates[0].span.end <= feast.span.start else None
    if feast.span.start != block.span.start:
        return None
    row = article.once(_rows).get(feast.span.start, ())
    dates = [date for cell in row for date in _dates(article, cell.prose)]
    return dates[0] if len(dates) == 1 else None


def _rows(article: Article) -> dict[int, tuple[Cell, ...]]:
    """The rows of all tables, by where each of their cells starts."""
    return {cell.prose.start: row for table in article.page.tables for row in table.rows for cell in row}


def _dates(article: Article, span: ProseSpan) -> list[Claim]:
    return [claim for claim in within(article, *span) if isinstance(claim.value, Date) and not claim.parts]
