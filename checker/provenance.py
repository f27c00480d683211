"""How the claims and facts of a line were read: ``factlint read --explain LINE``, a tree of what the readings carry."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.source import Span
from checker.claim_tree import claim_tree
from checker.fact_tree import fact_tree
from checker.tree import Tree, branches
from checker.wrapping import BOLD, shortened
from reports.formats import Look
from reports.terminal import plainly

NARROWEST = 40


def provenance(article: Article, look: Look, number: int) -> Iterator[str]:
    """The lines to print for one line of the article (counted from one), without line ends."""
    source = article.page.source
    width = max(look.width, NARROWEST)
    yield look.paint(plainly(f"{source.path}:{number}: {article.page.title}"), BOLD)
    if number > len(source.line_starts):
        yield f"  the article has only {len(source.line_starts)} lines"
        return
    line = source.line(number)
    yield f"  {shortened(source.slice(line), width - 2)}"
    found = [*_claims(article, line), *_facts(article, line)]
    if not found:
        yield "  nothing was read here"
    for tree in found:
        yield ""
        yield from branches(tree, width, look)


def _claims(article: Article, line: Span) -> Iterator[Tree]:
    for claim in article.claims.all:
        span = article.page.prose.to_source(claim.span)
        if _touches(span, line):
            yield claim_tree(article, claim)


def _facts(article: Article, line: Span) -> Iterator[Tree]:
    to_source = article.page.prose.to_source
    for fact in article.facts:
        if _touches(to_source(fact.span), line) or _touches(to_source(fact.statement), line):
            yield fact_tree(article, fact)


def _touches(span: Span, line: Span) -> bool:
    return span.start < line.end and line.start < span.end
