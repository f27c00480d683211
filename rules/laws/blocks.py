"""Which part of a page a place lies in, found by bisection."""

from __future__ import annotations

from bisect import bisect_left

from articles.article import Article
from articles.claims.claim import Kind
from articles.page import Block, Form, Link, Page
from articles.textmap import ProseSpan

_CLOSING = frozenset(
    ("see also", "external links", "references", "further reading", "sources", "notes", "bibliography")
)
_RUNNING = frozenset({Form.PARAGRAPH, Form.ITEM})
_FARTHEST = 2000
"""How far back an opening quotation mark is looked for."""


def dated(article: Article) -> tuple[Block, ...]:
    """The paragraphs and items that hold a date, in order; to be asked for :meth:`Article.once`."""
    starts = [claim.span.start for claim in article.claims_by_kind.get(Kind.DATE, ())]
    found = []
    for block in article.page.blocks:
        if block.form in _RUNNING:
            first = bisect_left(starts, block.span.start)
            if first < len(starts) and starts[first] < block.span.end:
                found.append(block)
    return tuple(found)


def in_closing_section(page: Page, offset: int) -> bool:
    """Whether a place lies under "External links" or their like, where titles of pages stand and no statements."""
    block = page.block_at(offset)
    return is_closing(page, block.section if block else -1)


def is_closing(page: Page, index: int) -> bool:
    """Whether a section, by its index, is one of those that close an article, or stands under one."""
    while index >= 0:
        if page.sections[index].title.lower() in _CLOSING:
            return True
        index = page.sections[index].parent
    return False


def link_at(page: Page, offset: int) -> Link | None:
    """The link that a place of the prose lies in."""
    low, high = 0, len(page.links)
    while low < high:
        middle = (low + high) // 2
        if page.links[middle].prose.end <= offset:
            low = middle + 1
        else:
            high = middle
    return page.links[low] if low < len(page.links) and page.links[low].prose.start <= offset else None


def quoted(page: Page, span: ProseSpan) -> bool:
    """Whether a place lies within quotation marks that open in its block."""
    block = page.block_at(span.start)
    before = page.prose.text[max(block.span.start, span.start - _FARTHEST) : span.start] if block else ""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
