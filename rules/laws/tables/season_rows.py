"""A table of one thing by seasons, and a sentence that counts the same: "In the 1956 season it scored 63 goals".

The sentence must name one year, that of the row, count by the noun of the column's header, and speak of the article's
own subject; a year that two tables have, or two rows of one, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number, Quantity
from articles.facts.table_words import header
from articles.page import Cell, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.agreement import values
from rules.laws.figures.misread import misread
from rules.laws.nearby import claims_in, left, right, sentence_at
from rules.laws.tables.row_notes import lost
from rules.laws.tables.row_words import NOTHING, Told, again, counted, measure, words_of
from rules.laws.tables.running import paragraphs, readings
from rules.laws.tables.stated_rows import unit_named
from rules.laws.tables.told_rows import STRANGE
from rules.laws.tables.year_rows import YearCell, bare, figure, year_of
from rules.rule import Outcome

_SEASONS = WordList(__file__, "seasons")
_NOT_SCORED = WordList(__file__, "unscored")
_ANY_YEAR = regex(r"\b((?:1[0-9]|20)[0-9]{2})(?:[–-]((?:[0-9]{2}){1,2}))?\b(?!,[0-9])")
"""A year, or a season that goes over into the next one."""
_OPENS = worded(
    __file__,
    r"(?:(?:In|For|During|At the end of) (?:the )?(?:(?:season|year) (?:of )?)?[0-9]{4}(?:[–-][0-9]{2,4})?"
    r"(?: {seasons})?,? )?"
    r"(?:[Tt]he (?P<noun>[a-z]+)|(?:It|it|They|they)|(?:[Tt]he )?(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}))"
    r"(?: (?!{unscored}\b)[a-z]+){1,4} ",
)
_PARTLY = worded(__file__, r"\b{partly}\b")
_OTHERWISE = worded(__file__, r"\b(?i:{otherwise})\b")
_SHARE = regex(r"(?: of [a-z ]{0,30}\b(?:it|them|this|these|which|whom)\b|[^,.;:]{0,60} (?:by|for|abroad)\b)")
"""Behind an amount: it is some of the year's only."""
_HEADER_ROWS = 2
_CAPTION = regex(r"(?:\bin |\()([a-z ]{1,30})\)?$")
"""The unit of a whole table: "Landings in tonnes"."""
Unit = tuple[str, Decimal] | None
_WIDTH = 120


class _Row(NamedTuple):
    """A figure of a year, and the words by which a sentence counts the same."""

    told: Told
    cell: YearCell


def season_rows(article: Article) -> Iterator[tuple[YearCell, ProseSpan, Outcome]]:
    """Each sentence's count of a season with the cell for it, and whether they agree."""
    rows = _rows(article)
    if not rows:
        return
    for claim in readings(article, paragraphs(article)):
        if isinstance(claim.value, Quantity) or (isinstance(claim.value, Number) and claim.value.noun is not None):
            yield from _told(article, claim, rows)


def _told(article: Article, claim: Claim, rows: dict[str, list[_Row]]) -> Iterator[tuple[YearCell, ProseSpan, Outcome]]:
    ahead, behind = left(article, claim.span.start, _WIDTH), right(article, claim.span.end, _WIDTH)
    years = {_season(*year) for year in _ANY_YEAR.findall(f"{ahead} {behind}")}
    if len(years) != 1 or _PARTLY.search(behind.partition(",")[0]):
        return
    if _OTHERWISE.search(f"{ahead}|{behind}"):
        return
    cells = [row.cell for row in rows.get(years.pop(), ()) if _is_of(article, row, claim)]
    if len(cells) != 1 or _stands_beside(article, cells[0], claim):
        return
    if _of_subject(article, ahead) or (misread(cells[0].value, claim.value) and not _elsewhere(article, ahead)):
        yield cells[0], claim.span, values(cells[0].value, claim.value)


def _is_of(article: Article, row: _Row, claim: Claim) -> bool:
    """Whether a figure of the text is of the sort that a cell counts: by its noun, or a slip apart in the same unit."""
    if isinstance(claim.value, Quantity):
        return misread(row.cell.value, claim.value) and not _SHARE.match(right(article, claim.span.end, _WIDTH))
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    if noun is None or not isinstance(row.cell.value, Number):
        return False
    return row.told.by(noun) or (row.told.by("perished") and lost(article, claim))


def _elsewhere(article: Article, ahead: str) -> bool:
    """Whether a sentence up to a figure speaks of another time than the row's, or of a thing that another has."""
    return not again().isdisjoint(words_of(ahead)) or STRANGE.search(ahead) is not None


def _stands_beside(article: Article, cell: YearCell, claim: Claim) -> bool:
    """Whether the sentence of a count that differs gives the cell's as well: "71 in all, 58 of them in the league"."""
    beside = claims_in(article, sentence_at(article, claim.span.start))
    agreeing = (Outcome.CONSISTENT, Outcome.BY_ROUNDING)
    return any(each.span != claim.span and values(cell.value, each.value) in agreeing for each in beside)


def _of_subject(article: Article, ahead: str) -> bool:
    """Whether a sentence up to a count says of the article's subject only that it did or had so many."""
    opened = _OPENS.fullmatch(ahead)
    if opened is None:
        return False
    about = article.parties
    if opened["noun"]:
        return f"the {opened['noun']}" in about.aliases
    return opened["name"] is None or opened["name"] in about.own


def _season(first: str, last: str) -> str:
    """A year, or a season by its first year and the end of its last: "1974-75"."""
    return f"{first}-{last[-2:]}" if last else first


def _rows(article: Article) -> dict[str, list[_Row]]:
    """The figures of the tables whose first column counts years or seasons, by the year."""
    found: dict[str, list[_Row]] = {}
    for table in article.page.tables:
        for year, row in _of_table(article, table):
            found.setdefault(year, []).append(row)
    return found


def _row_season(article: Article, cell: Cell | None) -> str | None:
    """The year or the season that a row is of."""
    whole = _ANY_YEAR.fullmatch(article.page.text(cell.prose).strip()) if cell else None
    year = year_of(article, cell)
    return _season(whole[1], whole[2] or "") if whole else str(year) if year else None


def _of_table(article: Article, table: Table) -> Iterator[tuple[str, _Row]]:
    grid = table.grid()
    for at, row in enumerate(grid[:_HEADER_ROWS]):
        heads = {column: article.page.text(cell.prose) for column, cell in row.items()}
        if not heads or header(heads[min(heads)])[0] not in _SEASONS:
            continue
        named = _CAPTION.search(article.page.text(table.caption))
        columns = {c: made for c, text in heads.items() if any(made := _column(text, named))}
        for line in grid[at + 1 :]:
            year = _row_season(article, line.get(min(heads)))
            for column, (told, unit) in columns.items():
                cell = figure(article, line[column], heads[column]) if year and column in line else None
                if year and cell:
                    yield year, _Row(told, _in_unit(cell, unit))
        return


def _column(text: str, caption: re.Match[str] | None) -> tuple[Told, Unit]:
    """How a sentence counts what a column does, and the unit that its header, or the caption of all, names."""
    remark = header(text)[1] or (caption[1] if caption else "")
    unit = unit_named(remark)
    return (measure(text) or counted(text) if bare(text) and unit is None else NOTHING), unit


def _in_unit(cell: YearCell, unit: Unit) -> YearCell:
    """A figure with the unit of its column."""
    if unit is None:
        return cell
    amount = cell.value.amount
    scaled = amount._replace(value=amount.value * unit[1], top=amount.top * unit[1], step=amount.step * unit[1])
    return cell._replace(value=Quantity(scaled, unit[0]))
