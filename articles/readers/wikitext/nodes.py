"""The tree that the scanner makes: nodes in the order in which they start, each knowing where it ends.

A tree is one flat list. A node's children follow it; ``after`` is the index of the first node behind
it, so a walk goes ``index + 1`` to enter a node and ``after`` to pass it, and 100,000 open brackets
need no recursion. What turns out to be plain text after all stays in the list as ``TEXT`` and means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from articles.source import Span


class Kind(IntEnum):
    """What a node is. Kinds up to ``VERBATIM`` hide their pipes from the template around them.

    Where every node is looked at, a module keeps the kinds it asks for by names of its own: Python 3.11 works a member
    out by a function at each mention of ``Kind.LINE``, at eight times the cost of a name.
    """

    TEMPLATE = 0
    """``{{name|...}}``, parser functions and magic words included."""
    ARGUMENT = 1
    """``{{{name|default}}}``."""
    LINK = 2
    """``[[target|label]]``: links, files, categories."""
    COMMENT = 3
    REFERENCE = 4
    """``<ref>...</ref>``."""
    EXTENSION = 5
    """A tag whose inside is wikitext with rules of its own: gallery, poem, references."""
    VERBATIM = 6
    """A tag whose inside is not wikitext: nowiki, math, pre, timeline."""
    EXTERNAL = 7
    """``[http://example.org label]``."""
    HEADING = 8
    TABLE = 9
    """``{| ... |}``; its lines are inside it."""
    VARIANT = 10
    """``-{...}-``."""
    TEXT = 11
    """Brackets that close nothing, or nothing at all."""
    LINE = 12
    """A line end with the marker of the line it begins (``*``, ``|-``, ``=``), which is its ``name``."""
    QUOTES = 13
    """A run of two or more apostrophes."""
    ENTITY = 14
    TAG = 15
    """One HTML tag, opening or closing; ``name`` is ``br`` or ``/small``."""
    URL = 16
    SWITCH = 17
    """``__NOTOC__`` and its like."""
    BARS = 18
    """``||`` or ``!!``, which part table cells."""
    BRACKET = 19
    """A single ``]``, or ``}-``."""


class Node:
    """A node: ``start`` to ``body`` is its opening, ``tail`` to ``end`` its closing."""

    __slots__ = ("after", "body", "end", "kind", "name", "start", "tail")

    def __init__(self, kind: Kind, start: int, body: int, tail: int, end: int, after: int, name: str) -> None:
        """Take the kind, the four offsets, the index of the first node behind it, and the name of a tag or line."""
        self.kind = kind
        self.start = start
        self.body = body
        self.tail = tail
        self.end = end
        self.after = after
        self.name = name

    def __repr__(self) -> str:
        """Kind, name and offsets."""
        return f"<{self.kind.name} {self.name!r} {self.start}:{self.body}..{self.tail}:{self.end}>"


class Region:
    """A stretch of the text, and the nodes from ``first`` to before ``last`` that start in it.

    Like a node it is made and looked at by the thousand, and nobody compares two: a tuple with names takes three times
    as long to make, and four times to look at.
    """

    __slots__ = ("end", "first", "last", "start")

    def __init__(self, start: int, end: int, first: int, last: int) -> None:
        """Take the two offsets and the two indices."""
        self.start = start
        self.end = end
        self.first = first
        self.last = last


class Tree:
    """A text and its nodes. ``unclosed`` are the names of the extension tags that are opened and never closed."""

    __slots__ = ("nodes", "text", "unclosed")

    def __init__(self, text: str, nodes: list[Node], unclosed: set[str]) -> None:
        """Take the text and the list that its nodes are put in."""
        self.text = text
        self.nodes = nodes
        self.unclosed = unclosed

    @property
    def whole(self) -> Region:
        """All of it."""
        return Region(0, len(self.text), 0, len(self.nodes))

    def children(self, region: Region) -> Iterator[tuple[int, Node]]:
        """The nodes directly in a region, with their indices."""
        nodes = self.nodes
        at = region.first
        while at < region.last:
            node = nodes[at]
            if node.kind is not Kind.TEXT:
                yield at, node
            at = node.after

    def inside(self, index: int) -> Region:
        """What stands between the opening and the closing of a node."""
        node = self.nodes[index]
        return Region(node.body, node.tail, index + 1, node.after)

    def pieces(self, region: Region, limit: int = -1) -> list[Region]:
        """A region parted at its pipes, at most ``limit`` times; pipes in nested templates and links do not count."""
        text, nodes = self.text, self.nodes
        found: list[Region] = []
        start, first = region.start, region.first
        position, at = start, first
        while len(found) != limit:
            inner = at < region.last
            stop = min(nodes[at].start, region.end) if inner else region.end
            bar = text.find("|", position, stop)
            if bar >= 0:
                found.append(Region(start, bar, first, at))
                start = position = bar + 1
                first = at
            elif not inner:
                break
            else:
                node = nodes[at]
                barrier = node.kind <= Kind.VERBATIM
                position = max(position, node.end if barrier else node.start)
                at = node.after if barrier else at + 1
        found.append(Region(start, region.end, first, region.last))
        return found

    def bare(self, region: Region) -> str:
        """The text of a region without its comments, trimmed."""
        text = self.text
        if region.first == region.last:
            return text[region.start : region.end].strip()
        parts: list[str] = []
        position = region.start
        for _, node in self.children(region):
            if node.kind is Kind.COMMENT and node.start >= position:
                parts.append(text[position : node.start])
                position = node.end
        parts.append(text[position : region.end])
        return "".join(parts).strip()

    def trimmed(self, region: Region) -> Span:
        """Where a region starts and ends without the white space around it; an empty one keeps its start."""
        return trim(self.text, region.start, region.end)

    def uncommented(self, region: Region) -> Span:
        """The same without the comments around it as well."""
        text, span = self.text, trim(self.text, region.start, region.end)
        if text.find("<!--", span.start, span.end) < 0:
            return span
        comments = [node for _, node in self.children(region) if node.kind is Kind.COMMENT]
        for node in comments:
            if node.start == span.start:
                span = trim(text, node.end, max(node.end, span.end))
        for node in reversed(comments):
            if node.end == span.end:
                span = trim(text, span.start, node.start)
        return span


_new = tuple.__new__
"""Makes a tuple with names in half the time."""


def trim(text: str, start: int, end: int) -> Span:
    """A stretch of text without the white space around it; an empty one keeps its start."""
    piece = text[start:end]
    body = len(piece.strip())
    if body != end - start:
        start = end - len(piece.lstrip()) if body else start
        end = start + body
    return _new(Span, (start, end))
