"""Whether a place stands in a reference or a list of sources, also in text that has lost its markup."""

from __future__ import annotations

from articles.page import Page
from articles.regex import regex
from rules.laws.blocks import in_closing_section

_NOTE = "^"
"""How a footnote begins where an article was saved as text: the caret led back to its place."""
_SIGNS = ("Retrieved ", "Archived from ", "ISBN", "ISSN", "doi:", "Accessed ")
_TITLE = regex(r"""\)?[.,:]? ?["“'«]""")
_WIDTH = 4
_WIDEST = 2000
"""No source is longer, whatever the length of the paragraph."""


def cited(page: Page, start: int, end: int) -> bool:
    """Whether a stretch of the prose stands in a footnote or in a source of a list.

    A bracket right before a title in quotation marks, or at the very end of a line, dates a source.
    """
    block = page.block_at(start)
    if block is None or in_closing_section(page, start):
        return True
    text = page.prose.text
    if text.startswith(_NOTE, block.span.start):
        return True
    if text[start - 1 : start] == "(" and (end + 1 == block.span.end or _TITLE.match(text, end, end + _WIDTH)):
        return True
    first, last = max(block.span.start, start - _WIDEST), min(block.span.end, end + _WIDEST)
    return any(text.find(sign, first, last) >= 0 for sign in _SIGNS)
