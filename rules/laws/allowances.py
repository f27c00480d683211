"""Comments by which an editor allows a finding: ``<!-- factlint: allow SLUG [KEY]: reason -->``.

The keys are the first digits of the fingerprints of what was judged. With them an allowance holds wherever the values
stand, and for those values only. Without, it holds for whatever the rule finds on the line: the one the comment
stands on, or the next one where the comment has its line to itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.page import Page
from articles.regex import regex
from articles.source import Span
from rules.finding import KEY, Finding
from rules.rule import Change, Mark, Verdict

_OPEN, _CLOSE, _NAME = "<!--", "-->", "factlint:"
_ALLOW = regex(r"\s*allow\s+(?P<slug>[a-z0-9-]{1,80})(?:\s*\[(?P<keys>[^\]\n]{0,400})\])?(?:\s*:(?P<reason>[^\n]*))?")


class Allowance(NamedTuple):
    """One such comment: ``slug`` is empty where it does not say what it allows.

    ``span`` is the whole comment, ``named`` the place behind the slug, ``line`` the line it holds for.
    """

    slug: str
    keys: tuple[str, ...]
    reason: str
    span: Span
    named: int
    line: int

    def verdict(self, message: str) -> Verdict:
        """What is wrong with an allowance that allows nothing: it may as well go."""
        out = Change("take the comment out", ((self.span, ""),))
        return Verdict(message, (Mark(self.span, "allows nothing"),), changes=(out,))

    def allows(self, finding: Finding) -> bool:
        """Whether it lets a finding through."""
        if not self.reason or finding.rule != self.slug:
            return False
        if self.keys:
            return finding.key in self.keys
        return any(piece.line <= self.line <= piece.end_line for piece in finding.evidence)


def allowances(article: Article) -> tuple[Allowance, ...]:
    """The comments of an article that are addressed to this tool; plain text has none."""
    return tuple(_allowances(article.page)) if article.page.reader == "wikitext" else ()


def _allowances(page: Page) -> Iterator[Allowance]:
    text = page.source.text
    start = text.find(_OPEN) if _NAME in text else -1
    while start >= 0:
        end = text.find(_CLOSE, start)
        if end < 0:
            return
        inside = text[start + len(_OPEN) : end].lstrip()
        if inside.startswith(_NAME):
            yield _read(page, Span(start, end + len(_CLOSE)), end - len(inside) + len(_NAME))
        start = text.find(_OPEN, end)


def _read(page: Page, span: Span, said: int) -> Allowance:
    """What a comment says from ``said`` on."""
    text = page.source.text
    line = _line(page, span)
    found = _ALLOW.match(text, said, span.end - len(_CLOSE))
    if found is None:
        return Allowance("", (), "", span, said, line)
    keys = (found["keys"] or "").replace(",", " ").lower().split()
    return Allowance(
        found["slug"], tuple(key[:KEY] for key in keys), (found["reason"] or "").strip(), span, found.end("slug"), line
    )


def _line(page: Page, span: Span) -> int:
    """The line that a comment speaks of."""
    text, line = page.source.text, page.source.position(span.end).line
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    end = text.find("\n", span.end)
    if before.strip() or end < 0 or text[span.end : end].strip():
        return line
    following = text[end:]
    return line + len(following[: len(following) - len(following.lstrip())].split("\n")) - 1
