"""A tree of short texts, drawn for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.textmap import ProseSpan
from checker.wrapping import BOLD, wrapped
from reports.formats import Look

_NARROWEST = 20


class Tree(NamedTuple):
    """A text and what stands below it."""

    text: str
    below: tuple[Tree, ...] = ()


def branches(tree: Tree, width: int, look: Look) -> Iterator[str]:
    """The rows of a tree, wrapped; control characters of the texts escaped."""
    for row in wrapped(tree.text, (), width, look):
        yield look.paint(row.lines[0], BOLD)
    yield from _below(tree, "", width, look)


def _below(tree: Tree, indent: str, width: int, look: Look) -> Iterator[str]:
    for number, child in enumerate(tree.below, 1):
        last = number == len(tree.below)
        lead, further = indent + ("└─ " if last else "├─ "), indent + ("   " if last else "│  ")
        for row in wrapped(child.text, (), max(width - len(lead), _NARROWEST), look):
            yield lead + row.lines[0]
            lead = further + ("│  " if child.below else "   ")
        yield from _below(child, further, width, look)


def where(article: Article, span: ProseSpan) -> str:
    """The line and column at which a span starts."""
    line, column = article.page.source.position(article.page.prose.to_source(span).start)
    return f"{line}:{column}"


def flat(text: str) -> str:
    """A text with every stretch of blanks as one."""
    return " ".join(text.split())
