"""Second pass over the nodes: headings, tables, external links and quotes, which begin and end by lines.

They are paired only within one template, link or page, so that a table opened in a template's
parameter ends there at the latest. A table that is never closed ends at the next heading.
"""

from __future__ import annotations

from bisect import bisect_right

from articles.readers.wikitext.nodes import Kind, Node, Tree
from articles.regex import regex

_EQUALS = regex(r"=++")
_CONTAINERS = frozenset((Kind.TEMPLATE, Kind.ARGUMENT, Kind.LINK, Kind.EXTENSION))
_CLOSED_LATER = frozenset((Kind.EXTERNAL, Kind.VARIANT))
_LEAVES = _CLOSED_LATER | {Kind.QUOTES, Kind.BRACKET}
LINE = Kind.LINE


class _Context:
    """What is open within one node: the tables, the heading candidate and the external link, by index."""

    __slots__ = ("external", "heading", "headings", "limit", "quotes", "tables", "tail", "variant")

    def __init__(self, limit: int, tail: int) -> None:
        self.limit = limit
        self.tail = tail
        self.tables: list[int] = []
        self.headings: list[int] = []
        """The headings so far."""
        self.heading = -1
        self.external = -1
        self.variant = -1
        self.quotes: list[Node] = []


def pair_lines(tree: Tree) -> None:
    """Turn line and bracket nodes into headings, tables, external links and language variants, in place."""
    nodes = tree.nodes
    contexts = [_Context(len(nodes), len(tree.text))]
    here = contexts[0]
    later: list[Node] = []
    for index, node in enumerate(nodes):
        while index >= here.limit:
            _leave(tree, contexts.pop())
            here = contexts[-1]
        kind = node.kind
        if kind is LINE:
            _line(tree, here, index, node)
        elif kind in _LEAVES:
            _leaf(tree, here, index, node)
            if kind in _CLOSED_LATER:
                later.append(node)
        elif node.after > index + 1 and kind in _CONTAINERS:
            contexts.append(here := _Context(node.after, node.tail))
    while contexts:
        _leave(tree, contexts.pop())
    for node in later:
        if node.tail == node.end:
            node.kind = Kind.TEXT


def _leaf(tree: Tree, here: _Context, index: int, node: Node) -> None:
    kind = node.kind
    if kind is Kind.QUOTES:
        here.quotes.append(node)
    elif kind is Kind.EXTERNAL:
        here.external = index if here.external < 0 else here.external
    elif kind is Kind.VARIANT:
        here.variant = index
    else:
        _bracket(tree, here, index, node)


def _line(tree: Tree, here: _Context, index: int, node: Node) -> None:
    here.external = -1
    if here.quotes:
        _balance(tree.text, here.quotes)
    if here.heading >= 0:
        _close_heading(tree, here, index, node.start)
    marker = node.name
    if not marker:
        marker = _spelt_out(tree, index, node)
    if marker[0:1] == "=":
        here.heading = index
    elif marker.endswith("{|"):
        here.tables.append(index)
    elif marker == "|}" and here.tables:
        _close_table(tree, here.tables.pop(), node.end - 2, node.end, index + 1)


def _spelt_out(tree: Tree, index: int, node: Node) -> str:
    """The marker of a line that writes its first pipe as ``{{!}}``, which templates make necessary."""
    text, nodes = tree.text, tree.nodes
    if index + 1 >= len(nodes):
        return ""
    pipe = nodes[index + 1]
    if pipe.kind is not Kind.TEMPLATE or text[pipe.start : pipe.end] != "{{!}}":
        return ""
    before, behind = text[node.end : pipe.start].strip(), text[pipe.end : pipe.end + 1]
    if before == "{":
        node.name = "{|"
    elif before:
        return ""
    else:
        node.name = "|" + behind if behind in ("-", "+", "}") else "|"
    pipe.kind = Kind.TEXT
    node.body = node.tail = node.end = pipe.end + len(node.name) - 1 if not before else pipe.end
    return node.name


def _bracket(tree: Tree, here: _Context, index: int, node: Node) -> None:
    if node.name == "]" and here.external >= 0:
        _contain(tree.nodes[here.external], node, index)
        here.external = -1
    elif node.name == "}-" and here.variant >= 0:
        _contain(tree.nodes[here.variant], node, index)
        here.variant = -1


def _contain(opening: Node, closing: Node, index: int) -> None:
    opening.tail = closing.start
    opening.end = closing.end
    opening.after = index + 1


def _close_heading(tree: Tree, here: _Context, index: int, end: int) -> None:
    """Make a heading of a line that begins and ends with equals signs; comments may follow them."""
    text, nodes = tree.text, tree.nodes
    opening = nodes[here.heading]
    start = opening.end - len(opening.name)
    here.heading, behind = -1, here.heading
    last = index
    while last - 1 > behind and nodes[last - 1].kind is Kind.COMMENT and not text[nodes[last - 1].end : end].strip():
        last -= 1
        end = nodes[last].start
    line = text[start:end].rstrip()
    closing = len(line) - len(line.rstrip("="))
    width = min(len(opening.name), closing, 6)
    if line.strip("=") == "":
        width = min((len(line) - 1) // 2, 6)
    if width < 1:
        return
    opening.kind = Kind.HEADING
    opening.start = start
    opening.body = start + width
    opening.end = start + len(line)
    opening.tail = opening.end - width
    opening.after = last
    here.headings.append(behind)


def _close_table(tree: Tree, index: int, tail: int, end: int, after: int) -> None:
    opening = tree.nodes[index]
    opening.kind = Kind.TABLE
    opening.body = opening.end
    opening.tail = tail
    opening.end = end
    opening.after = after


def _leave(tree: Tree, here: _Context) -> None:
    """Close what is open at the end of a node or of the page."""
    if here.quotes:
        _balance(tree.text, here.quotes)
    if here.heading >= 0:
        _close_heading(tree, here, here.limit, here.tail)
    for opened in reversed(here.tables):
        following = bisect_right(here.headings, opened)
        if following < len(here.headings):
            index = here.headings[following]
            before = tree.nodes[index].start
            _close_table(tree, opened, before, before, index)
        else:
            _close_table(tree, opened, here.tail, here.tail, here.limit)


def _balance(text: str, quotes: list[Node]) -> None:
    """Tell the apostrophes of a line that are text from those that are markup, as MediaWiki's ``doQuotes`` does.

    Of four apostrophes the first is text, of more than five all but the last five. If a line has an odd number
    of both bolds and italics, one bold is an apostrophe and an italic: the first behind a one-letter word, else
    behind a longer word, else behind a space.
    """
    bold = italic = 0
    for node in quotes:
        width = node.end - node.start
        surplus = 1 if width == 4 else max(width - 5, 0)
        node.start += surplus
        width -= surplus
        bold += width != 2
        italic += width != 3
    if bold % 2 and italic % 2:
        triples = [node for node in quotes if node.end - node.start == 3]
        if triples:
            min(triples, key=lambda node: _rank(text, node.start)).start += 1
    quotes.clear()


def _rank(text: str, at: int) -> int:
    if text[at - 1 : at] == " ":
        return 2
    return 0 if text[at - 2 : at - 1] == " " else 1
