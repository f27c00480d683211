"""All readings of a page, in order, never overlapping."""

from __future__ import annotations

from articles.claims.claim import Claims
from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted, mark_titled
from articles.claims.reader import read_page
from articles.page import Page


def extract(page: Page) -> Claims:
    """Read every claim in a page's prose, as far as its numbers are not beyond all measure."""
    text = page.prose.text
    found, unread = read_page(text)
    found = mark_titled(page, mark_quoted(text, found))
    return Claims(tuple(found), pairs(text, found), unread)
