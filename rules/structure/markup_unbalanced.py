"""A bracket, comment, table or reference is never closed, or what brackets hold can be no page's name.

Why: what follows is swallowed by it or shown as raw markup, for readers and for this tool: statements in it are
not checked.

Right all the same: when the article shows markup on purpose without marking it as such.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from articles.article import Article
from articles.readers.wikitext.nodes import Kind, Node, Tree
from articles.regex import regex
from articles.source import Span
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_PAIRS = (("{{", "}}"), ("[[", "]]"), ("<!--", "-->"))
_REFERENCE = regex(r"<ref(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_SWALLOWED = {Kind.COMMENT: "the comment", Kind.TABLE: "the table"}
_SHOWN = {"{{": "the template", "[[": "the link"}
_OPEN = "is never closed"
LONGEST = 60


def check(article: Article, *, most: int = 20) -> Iterator[Verdict]:
    """Look for openings that the scanner could not close; the first ``most`` are told."""
    page = article.page
    if page.reader != "wikitext" or not page.unclosed or _balanced(page.source.text):
        return
    from articles.readers.wikitext.scanner import scan

    tree = scan(page.source.text)
    opened = sorted((*_brackets(tree), *_references(tree)))
    for span, what, fault in islice(opened, most):
        message = f"{what} that opens with “{page.source.slice(span)}” {fault}"
        yield Verdict(message, (Mark(span, "opened here"),))


def _balanced(text: str) -> bool:
    """Whether there are at least as many closings as openings, which settles it for nearly every article."""
    if any(text.count(one) > text.count(other) for one, other in _PAIRS):
        return False
    tables = text.count("{|") - text.count("{{|"), text.count("|}") - text.count("|}}")
    if tables[0] > tables[1]:
        return False
    return text.count("<ref") <= text.count("</ref") + text.count("/>")


def _brackets(tree: Tree) -> Iterator[tuple[Span, str, str]]:
    for node in tree.nodes:
        opening = tree.text[node.start : node.body]
        if node.kind is Kind.TEXT and opening in _SHOWN:
            yield Span(node.start, node.body), _SHOWN[opening], _broken(tree, node, opening)
        elif node.kind in _SWALLOWED and _unclosed(node):
            yield Span(node.body - len(opening.lstrip()), node.body), _SWALLOWED[node.kind], _OPEN


def _broken(tree: Tree, node: Node, opening: str) -> str:
    """Why brackets are mere text: they have no closing ones, or what they hold is no name that a page can have."""
    if node.end <= node.body:
        return f"has no “{dict(_PAIRS)[opening]}” of its own"
    name = tree.text[node.body : node.tail].partition("|")[0].strip().replace("\n", "↵")
    shown = name if len(name) <= LONGEST else f"{name[:LONGEST]}…"
    return f"is broken inside: no page can be named “{shown}”" if name else "holds no name"


def _unclosed(node: Node) -> bool:
    return node.tail == node.end


def _references(tree: Tree) -> Iterator[tuple[Span, str, str]]:
    """Opening tags of references that no node of the tree starts with, outside what is not wikitext."""
    starts = {node.start for node in tree.nodes if node.kind is Kind.REFERENCE}
    hidden = [node for node in tree.nodes if node.kind in (Kind.COMMENT, Kind.VERBATIM)]
    begun = [node.start for node in hidden]
    for match in _REFERENCE.finditer(tree.text):
        last = bisect_right(begun, match.start()) - 1
        outside = last < 0 or hidden[last].end <= match.start()
        if match.start() not in starts and outside and not match[0].endswith("/>"):
            yield Span(*match.span()), "the reference", _OPEN


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        wikitext("Norby is ⟦1:{{⟧convert|5|km from the sea.\n\nIt is [[old]].", title="Norby"),
        wikitext("Norby is near ⟦1:[[⟧Sudby.\n\nIt is [[old]].", title="Norby"),
        wikitext("Norby, a see of ⟦1:[[⟧Ana [of Sudby] Roe]], writes <nowiki>[[</nowiki>.", title="Norby"),
        wikitext("Norby is old. ⟦1:<!--⟧ more to come\n\nIt has a port.", title="Norby"),
        wikitext("Norby is old.⟦1:<ref>⟧Berg 1950.\n\nIt has a port.", title="Norby"),
        wikitext("Norby is old.\n⟦1:{|⟧\n| Port\n| Church\n\nIt has a port.", title="Norby"),
    ),
    good=(
        wikitext("Norby is {{convert|5|km}} from [[Sudby]].<ref name=b/><ref>Berg.</ref> <!-- so -->", title="Norby"),
        wikitext("A set is written <nowiki>{{</nowiki> in Norby, and 5}} is a slip.", title="Norby"),
        Example("= Norby =\n\nNorby {{ is in the plain format [[ here."),
    ),
)
