"""MediaWiki wikitext into pages: a scanner of our own, exact to the code point and linear in the text."""

from __future__ import annotations

from articles.page import Page
from articles.source import Source


def read(source: Source, title: str, page_id: int | None = None, revision_id: int | None = None) -> Page:
    """Read an article in wikitext. Takes any text and never raises."""
    # Loaded here, for whoever reads plain text and only wants to know the nodes' names.
    from articles.readers.wikitext.prose import page
    from articles.readers.wikitext.scanner import scan

    return page(source, scan(source.text), title, page_id, revision_id)
