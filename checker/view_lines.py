"""An article laid out in the lines a person reads: a paragraph, a heading, a field, a row of a table each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.page import Block, Form, Page
from articles.textmap import ProseSpan

SEPARATOR = " | "
_LEADS = {Form.ITEM: "- ", Form.CAPTION: "caption: ", Form.QUOTATION: "> ", Form.CATEGORY: "category: "}


class Piece(NamedTuple):
    """A block's part of a line: where its text starts in the line, and what it is."""

    at: int
    span: ProseSpan


class Line(NamedTuple):
    """A line as a reader sees it, with what was read in it."""

    text: str
    pieces: tuple[Piece, ...]
    heading: bool
    opens: str
    """The name of the infobox that starts here, else empty."""
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]

    def marks(self) -> list[tuple[int, int]]:
        """Where its claims stand in its text."""
        return [
            (piece.at + claim.span.start - piece.span.start, piece.at + claim.span.end - piece.span.start)
            for piece in self.pieces
            for claim in self.claims
            if piece.span.start <= claim.span.start < piece.span.end
        ]

    def place(self, at: int) -> int:
        """The place in the prose of a place in the text."""
        piece = max((piece for piece in self.pieces if piece.at <= at), default=self.pieces[0])
        return min(max(piece.span.start + at - piece.at, piece.span.start), piece.span.end)


def lines(article: Article) -> Iterator[Line]:
    """The lines of an article in its order."""
    layout = _Layout(article.page)
    claims, facts = article.claims.all, article.facts
    claim_starts, fact_starts = article.claim_starts, [fact.span.start for fact in facts]
    for _, group in groupby(enumerate(article.page.blocks), layout.row_of):
        blocks = [block for _, block in group]
        start, end = blocks[0].span.start, blocks[-1].span.end
        text, pieces = layout.text(blocks)
        yield Line(
            text,
            pieces,
            blocks[0].form is Form.HEADING,
            layout.opens(blocks[0]),
            tuple(claims[bisect_left(claim_starts, start) : bisect_left(claim_starts, end)]),
            tuple(facts[bisect_left(fact_starts, start) : bisect_left(fact_starts, end)]),
        )


@dataclass
class _Layout:
    """Where the fields and the table cells of a page stand in its prose."""

    page: Page

    def __post_init__(self) -> None:
        self.keys = {field.prose.start: field.key for box in self.page.infoboxes for field in box.fields}
        self.boxes = {min(f.prose.start for f in box.fields): box.name for box in self.page.infoboxes if box.fields}
        cells = [
            (cell.prose.start, (number, row))
            for number, table in enumerate(self.page.tables)
            for row, found in enumerate(table.rows)
            for cell in found
        ]
        cells.sort()
        self.starts, self.rows = [start for start, _ in cells], [row for _, row in cells]

    def row_of(self, numbered: tuple[int, Block]) -> tuple[int, int]:
        """What blocks of one line share: the table and its row, or the block's own number."""
        number, block = numbered
        at = bisect_right(self.starts, block.span.start) - 1
        return self.rows[at] if block.form is Form.CELL and at >= 0 else (-1, number)

    def text(self, blocks: list[Block]) -> tuple[str, tuple[Piece, ...]]:
        """The line of some blocks, and where each stands in it."""
        text, pieces = "", []
        for block in blocks:
            text += SEPARATOR if text else self._lead(block)
            pieces.append(Piece(len(text), block.span))
            text += self.page.text(block.span)
        return text, tuple(pieces)

    def opens(self, block: Block) -> str:
        """The infobox whose first field with a value a block is."""
        return self.boxes.get(block.span.start, "") if block.form is Form.FIELD else ""

    def _lead(self, block: Block) -> str:
        if block.form is Form.FIELD and block.span.start in self.keys:
            return f"  {self.keys[block.span.start]} = "
        if block.form is Form.HEADING and block.section >= 0:
            return "=" * self.page.sections[block.section].level + " "
        return _LEADS.get(block.form, "")
