"""All readings of a page, in order, never overlapping."""

from __future__ import annotations

from articles.claims.claim import Claims
from articles.page import Page


def extract(page: Page) -> Claims:
    """Read every claim in a page's prose."""
    return Claims((), ())
