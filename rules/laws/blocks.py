"""Which part of a page a place lies in, found by bisection."""

from __future__ import annotations

from articles.page import Link, Page
from articles.textmap import ProseSpan

_CLOSING = frozenset(
    ("see also", "external links", "references", "further reading", "sources", "notes", "bibliography")
)

_FARTHEST = 2000
"""How far back an opening quotation mark is looked for."""


def in_closing_section(page: Page, offset: int) -> bool:
    """Whether a place lies under "External links" or their like, where titles of pages stand and no statements."""
    block = page.block_at(offset)
    index = block.section if block else -1
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
