"""A table of one thing by seasons, and a sentence that counts the same: "In the 1956 season it scored 63 goals".

The sentence must name one year, that of the row, count by the noun of the column's header, and speak of the article's
own subject; a year that two tables have, or two rows of one, says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.facts.table_words import header
from articles.page import Cell, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.agreement import values
from rules.laws.nearby import claims_in, left, right, sentence_at
from rules.laws.tables.row_words import Told, counted, measure
from rules.laws.tables.running import paragraphs, readings
from rules.laws.tables.year_rows import YearCell, bare, figure, year_of
from rules.rule import Outcome

_SEASONS = WordList(__file__, "seasons")
_NOT_SCORED = WordList(__file__, "unscored")
_ANY_YEAR = regex(r"\b((?:1[0-9]|20)[0-9]{2})(?:[–-]((?:[0-9]{2}){1,2}))?\b(?!,)")
"""A year, or a season that goes over into the next one."""
_OPENS = worded(
    __file__,
    r"(?:(?:In|For|During|At the end of) (?:the )?(?:(?:season|year) (?:of )?)?[0-9]{4}(?:[–-][0-9]{2,4})?"
    r"(?: {seasons})?,? )?"
    r"(?:[Tt]he (?P<noun>[a-z]+)|(?:It|it|They|they)|(?:[Tt]he )?(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}))"
    r"(?: (?!{unscored}\b)[a-z]+){1,4} ",
)
_PARTLY = worded(__file__, r"\b{partly}\b")
_HEADER_ROWS = 2
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
        if isinstance(claim.value, Number) and claim.value.noun is not None:
            yield from _told(article, claim, claim.value.noun, rows)


def _told(
    article: Article, claim: Claim, noun: str, rows: dict[str, list[_Row]]
) -> Iterator[tuple[YearCell, ProseSpan, Outcome]]:
    ahead, behind = left(article, claim.span.start, _WIDTH), right(article, claim.span.end, _WIDTH)
    years = {_season(*year) for year in _ANY_YEAR.findall(f"{ahead} {behind}")}
    if len(years) != 1 or not _of_subject(article, ahead) or _PARTLY.search(behind.partition(",")[0]):
        return
    cells = [row.cell for row in rows.get(years.pop(), ()) if row.told.by(noun)]
    if len(cells) == 1 and not _stands_beside(article, cells[0], claim):
        yield cells[0], claim.span, values(cells[0].value, claim.value)


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
        columns = {c: told for c, text in heads.items() if bare(text) and (told := measure(text) or counted(text))}
        for line in grid[at + 1 :]:
            year = _row_season(article, line.get(min(heads)))
            for column, told in columns.items():
                cell = figure(article, line[column], heads[column]) if year and column in line else None
                if year and cell:
                    yield year, _Row(told, cell)
        return
