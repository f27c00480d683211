"""Whether a place stands in a reference, a list of sources or a title, also in text that has lost its markup."""

from __future__ import annotations

from articles.page import Page
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.blocks import in_closing_section

_NOTE = "^"
"""How a footnote begins where an article was saved as text: the caret led back to its place."""
_SIGNS = ("Retrieved ", "Archived from ", "ISBN", "ISSN", "doi:", "Accessed ")
_TITLE = regex(r"""\)?[.,:]? ?["“'«]""")
_WIDTH = 4
_LONGEST_TITLE = 300
"""How far before a place in italics they may begin."""
_WIDEST = 2000
"""No source is longer, whatever the length of the paragraph."""


def cited(page: Page, start: int) -> bool:
    """Whether a place of the prose lies in a footnote or in a source of a list."""
    block = page.block_at(start)
    if block is None or in_closing_section(page, start):
        return True
    text = page.prose.text
    if text.startswith(_NOTE, block.span.start):
        return True
    first, last = max(block.span.start, start - _WIDEST), min(block.span.end, start + _WIDEST)
    return any(text.find(sign, first, last) >= 0 for sign in _SIGNS)


def in_italics(page: Page, start: int) -> bool:
    """Whether a place of the prose stands within italics, as in the title of a work."""
    at = page.prose.to_source(ProseSpan(start, start + 1)).start
    text = page.source.text
    line = text[max(text.rfind("\n", 0, at) + 1, at - _LONGEST_TITLE) : at]
    return line.replace("'''", "").count("''") % 2 == 1


def dates_a_source(page: Page, span: ProseSpan) -> bool:
    """Whether a date is that of a source: in a footnote, or bracketed before a title or at the very end of a line."""
    if cited(page, span.start):
        return True
    block = page.block_at(span.start)
    text = page.prose.text
    ends = block is not None and span.end + 1 == block.span.end
    return text[span.start - 1 : span.start] == "(" and (
        ends or _TITLE.match(text, span.end, span.end + _WIDTH) is not None
    )
