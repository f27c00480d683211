"""The time on a clock that a table gives for a row, and a sentence that tells it: "won in 3:41:07" beside 3:47:10.

The sentence must name the thing of one row, and hold one time. Two times that differ by a slip are one misread; others
are one only where the sentence names a second thing of the row, such as its year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.page import Form, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import sentence_at
from rules.laws.tables.running import paragraphs
from rules.rule import Outcome

_CLOCK = regex(r"(?<![\w:.,–-])(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-5][0-9](?:\.[0-9]{1,3})?(?![\w:–-]|\.[0-9])")
_ELSE = worded(__file__, r"\b{else}\b")
_HOUR = worded(__file__, r" ?\b{hours}\b")
_AT = regex(r"\b(?:at|from|until|by|before|after|Genesis|John|Luke|Mark|Matthew) $")
_YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")
_SHORTEST = 4


class ClockCell(NamedTuple):
    """A cell with a time, its header, and the other cells of its row."""

    span: ProseSpan
    heading: str
    names: frozenset[str]


def clock_rows(article: Article) -> Iterator[tuple[ClockCell, ProseSpan, Outcome]]:
    """Every time of a sentence about a row that has one time, and whether the two agree."""
    cells = [cell for table in article.page.tables for cell in _cells(article, table)]
    for block in paragraphs(article, Form.ITEM) if cells else ():
        text = article.page.text(block.span)
        for found in _CLOCK.finditer(text) if ":" in text else ():
            span = ProseSpan(block.span.start + found.start(), block.span.start + found.end())
            if not _AT.search(text[: found.start()]) and not _HOUR.match(text, found.end()):
                yield from _told(article, span, cells)


def _cells(article: Article, table: Table) -> Iterator[ClockCell]:
    """The times of a table's rows; a row with two of them tells neither apart."""
    grid = table.grid()
    heads = {at: " ".join(article.page.text(cell.prose).split()) for at, cell in grid[0].items()} if grid else {}
    for row in grid[1:]:
        texts = {at: article.page.text(cell.prose).strip(' \n\t"“”') for at, cell in row.items()}
        times = [at for at, text in texts.items() if ":" in text and _CLOCK.fullmatch(text)]
        if len(times) == 1:
            whole = row[times[0]].prose
            at = whole.start + article.page.text(whole).index(texts[times[0]])
            names = frozenset(text for each, text in texts.items() if each != times[0] and len(text) >= _SHORTEST)
            yield ClockCell(ProseSpan(at, at + len(texts[times[0]])), heads.get(times[0], ""), names)


def _told(article: Article, span: ProseSpan, cells: list[ClockCell]) -> Iterator[tuple[ClockCell, ProseSpan, Outcome]]:
    sentence = article.page.text(sentence_at(article, span.start))
    named = [(cell, names) for cell in cells if (names := {name for name in cell.names if name in sentence})]
    plain = [(cell, names) for cell, names in named if any(not name.isdecimal() for name in names)]
    most = max((len(names) for _, names in plain), default=0)
    best = [(cell, names) for cell, names in plain if len(names) == most]
    if (
        len(set(_YEAR.findall(sentence))) > 1
        or len(best) != 1
        or len(_CLOCK.findall(sentence)) > 1
        or _ELSE.search(sentence.lower())
    ):
        return
    (cell, names) = best[0]
    said, stated = article.page.text(span), article.page.text(cell.span)
    if said == stated:
        yield cell, span, Outcome.CONSISTENT
    elif len(said) == len(stated):
        slip = sorted(said) == sorted(stated) or sum(one != two for one, two in zip(said, stated, strict=True)) == 1
        yield cell, span, Outcome.CONFLICTING if slip or len(names) > 1 else Outcome.INCOMPARABLE
