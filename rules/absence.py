"""Where a fault of absence points: at what should have the thing that is not there."""

from __future__ import annotations

from articles.page import Page
from articles.source import Span


def title_place(page: Page) -> Span:
    """The title, or the start of the text where the format keeps the title outside."""
    return page.title_span or Span(0, 0)
