"""Rows of two tables that date one event before and after a state began anew, and say nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from rules.laws.tables.table_rows import Rows
from rules.laws.times.dated_events import events
from rules.laws.times.renewal import former, parties, renewal_words


def untold(article: Article) -> Iterator[tuple[Fact, ...]]:
    """Statements in tables between whose dates a state began anew, where none of their rows tells of it."""
    found = [event.anew for event in article.once(events) if event.anew]
    rows = Rows(article) if found else None
    for facts in found:
        if rows is not None and not any(_tells(article, rows, fact) for fact in facts):
            yield facts


def _tells(article: Article, rows: Rows, fact: Fact) -> bool:
    """Whether the row of a statement says why its date may be another: a renewal, a state of before."""
    where = rows.of(fact.span)
    if where is None:
        return True
    cells = article.page.tables[where[0]].rows[where[1]]
    text = " ".join(article.page.text(cell.prose) for cell in cells).lower()
    return any(word in text for word in renewal_words()) or any(name in text for name in former(parties(fact)))
