"""Where a fault of absence points: at what should have the thing that is not there."""

from __future__ import annotations

from articles.page import Page
from articles.source import Span


def title_place(page: Page) -> Span:
    """The title, or the first character where the format keeps the title outside: an empty place cannot be shown."""
    return page.title_span or Span(0, min(1, len(page.source.text)))
