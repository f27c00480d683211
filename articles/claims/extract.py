"""All readings of a page, in order, never overlapping."""

from __future__ import annotations

from articles.claims.claim import Claims
from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted
from articles.claims.reader import MOST, read
from articles.page import Page


def extract(page: Page) -> Claims:
    """Read every claim in a page's prose, up to :data:`MOST` of them."""
    text = page.prose.text
    found = read(text)
    unread = found[MOST].span.start if len(found) > MOST else None
    found = mark_quoted(text, found[:MOST])
    return Claims(tuple(found), pairs(text, found), unread)
