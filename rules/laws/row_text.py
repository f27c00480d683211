"""A cell of a table, and a sentence of the running text that tells the same of the thing that the row is about.

The sentence must name the thing as the row does, and the event or the measure as the header does: "Norby Bridge was
opened on 4 May 1960", "Norby has a population of 5,100". A year in the one that the other does not name parts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.page import Block, Form, Place
from articles.regex import regex
from rules.laws.agreement import values
from rules.laws.nearby import left, sentence_at
from rules.laws.row_notes import same_thing
from rules.laws.row_words import intrinsic
from rules.laws.stated_rows import Stated, is_date, numbers, stated
from rules.rule import Outcome

_SHORTEST = 3
_MOST = 6
"""So many cells of one name are kept: a thing in more tables than that is none that a reader compares."""
_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_CAPITAL = regex(r"\b[A-Z][\w'’-]*(?: (?:of |the |de |du |da )?[A-Z][\w'’-]*)*")


class Elsewhere(NamedTuple):
    """A cell, and the reading in the text that tells the same."""

    cell: Stated
    text: Claim


def row_text(article: Article) -> Iterator[tuple[Elsewhere, Outcome]]:
    """Every cell with what the running text says of the same, and whether they agree."""
    cells = article.once(_by_name)
    if not cells:
        return
    for block in article.page.blocks:
        if block.place in (Place.LEAD, Place.BODY) and block.form in (Form.PARAGRAPH, Form.ITEM):
            yield from _block(article, block, cells)


def _by_name(article: Article) -> dict[str, list[Stated]]:
    """The cells of all tables by what their rows are about; a name of several rows of one table is not one thing."""
    found: dict[str, list[Stated]] = {}
    for cells, _ in article.once(stated):
        rows: dict[str, set[int]] = {}
        for cell in cells:
            rows.setdefault(cell.name, set()).add(cell.row)
        for cell in cells:
            if len(cell.name) >= _SHORTEST and len(rows[cell.name]) == 1:
                same = found.setdefault(cell.name, [])
                if len(same) < _MOST:
                    same.append(cell)
    return found


def _block(article: Article, block: Block, cells: dict[str, list[Stated]]) -> Iterator[tuple[Elsewhere, Outcome]]:
    for claim in numbers(article, block.span):
        before = left(article, claim.span.start)
        names = list(_CAPITAL.finditer(before))
        name = next((each for each in reversed(names) if each[0].removeprefix("The ") in cells), None)
        if name is None or name is not names[-1]:
            continue  # another name stands nearer
        for cell in cells[name[0].removeprefix("The ")]:
            if same_thing(article, cell, claim) and _one_time(article, cell, claim):
                yield Elsewhere(cell, claim), values(cell.value, claim.value)


def _one_time(article: Article, cell: Stated, claim: Claim) -> bool:
    """Whether a sentence and a cell speak of one time, which an event always does, and a lasting measure."""
    if is_date(cell.value):
        return True
    span = sentence_at(article, claim.span.start)
    years = set(_YEAR.findall(article.page.text(span))) - {article.page.text(claim.span)}
    return years == cell.years or (not years and not cell.years)


def between_tables(article: Article) -> Iterator[tuple[Stated, Stated, Outcome]]:
    """Cells of two tables that state one lasting thing of one name under one header, and whether they agree."""
    for same in article.once(_by_name).values():
        first: dict[str, Stated] = {}
        for cell in same:
            if not intrinsic(cell.heading) and not is_date(cell.value):
                continue
            known = first.setdefault(cell.heading.lower(), cell)
            if known.table.span != cell.table.span and known.years == cell.years:
                yield known, cell, values(known.value, cell.value)
