"""All readings of a page, in order, never overlapping."""

from __future__ import annotations

from articles.claims.claim import Claims
from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted
from articles.claims.reader import read
from articles.page import Page


def extract(page: Page) -> Claims:
    """Read every claim in a page's prose."""
    text = page.prose.text
    found = mark_quoted(text, read(text))
    return Claims(tuple(found), pairs(text, found))
