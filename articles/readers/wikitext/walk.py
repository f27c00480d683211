"""The walk over a tree that writes prose. What each kind of node does is a handler, given from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from articles.page import Entry, Form, Infobox, Link, Place, Table
from articles.readers.wikitext.nodes import Kind, Node, Region, Tree
from articles.readers.wikitext.writer import Setting, Writer
from articles.textmap import ProseSpan

DEEPEST = 40
"""How many templates, cells and labels deep the text is read; what lies deeper is a gap."""

Handler = Callable[["Walk", int, Node], int]
"""Writes what a node shows, and returns where the text behind it goes on."""


class Walk:
    """Walks regions of a tree, writes what a reader sees and notes what a page is made of."""

    def __init__(self, tree: Tree, title: str, handlers: Sequence[Handler | None], depth: int = 0) -> None:
        """Start a walk; ``handlers`` are by kind, None for what is plain text."""
        self.tree = tree
        self.title = title
        self.handlers = handlers
        self.writer = Writer(tree.text)
        self.depth = depth
        self.hidden = ""
        """The tag whose inside is not shown (``display:none``, struck text), ``|`` in a row of a table that nothing
        opened, else empty."""
        self.nested = 0
        """How often that tag is open."""
        self.quoted: Setting | None = None
        """What to go back to at the end of a block quotation."""
        self.confined = 0
        """How many cells or fields the walk is in, whose prose must be of one piece."""
        self.later: list[tuple[Region, Form, Place]] = []
        """Captions and categories met in the middle of a block, to be written behind it."""
        self.links: list[Link] = []
        self.tables: list[Table] = []
        self.infoboxes: list[Infobox] = []
        self.categories: list[Entry] = []

    def region(self, region: Region) -> None:
        """Write a region in the current setting."""
        writer = self.writer
        if self.depth >= DEEPEST:
            writer.gap(region.start, region.end)
            return
        if region.first == region.last:
            if region.start < region.end and not self.hidden:
                writer.copy(region.start, region.end)
            return
        self.depth += 1
        nodes, handlers = self.tree.nodes, self.handlers
        position, end, at, last = region.start, region.end, region.first, region.last
        while at < last:
            node = nodes[at]
            start = node.start
            handler = handlers[node.kind]
            if handler is None or start < position or node.end > end:
                at += 1
                continue
            if self.hidden:
                position = self._pass(at, node)
            else:
                if start > position:
                    writer.copy(position, start)
                position = handler(self, at, node)
            at = node.after
            if self.later and writer.start < 0:
                self.write_later()
        if position < end and not self.hidden:
            writer.copy(position, end)
        self.depth -= 1

    def _pass(self, at: int, node: Node) -> int:
        """What is hidden is passed by; a tag may end it, and a heading or a table does."""
        kind = node.kind
        if kind is Kind.TAG:
            if node.name == self.hidden:
                self.nested += 1
            elif node.name == "/" + self.hidden:
                self.nested -= 1
                self.hidden = self.hidden if self.nested else ""
            return node.end
        line = kind is Kind.LINE and (self.hidden == "|" or self.blank(at))
        if line or kind is Kind.HEADING or kind is Kind.TABLE:
            self.hidden = ""
            handler = self.handlers[kind]
            assert handler is not None
            return handler(self, at, node)
        return node.end

    def blank(self, at: int) -> bool:
        """Whether a line node ends an empty line."""
        before = self.tree.nodes[at - 1]
        node = self.tree.nodes[at]
        empty = before.kind is Kind.LINE and not before.name.strip()
        return at > 0 and empty and not self.tree.text[before.end : node.start].strip()

    def block(self, region: Region, form: Form, place: Place) -> ProseSpan:
        """Write a region as blocks of its own. Returns their prose, from the first to the last."""
        writer = self.writer
        listing, quoted, hidden = writer.listing, self.quoted, self.hidden
        self.quoted, self.hidden = None, ""
        before = writer.enter(form, place)
        count = len(writer.blocks)
        self.region(region)
        writer.leave(before)
        writer.listing, self.quoted, self.hidden = listing, quoted, hidden
        if len(writer.blocks) == count:
            return ProseSpan(writer.builder.position, writer.builder.position)
        return ProseSpan(writer.blocks[count].span.start, writer.blocks[-1].span.end)

    def confine(self, region: Region, form: Form, place: Place) -> ProseSpan:
        """Write a cell or a field, whose prose is of one piece: captions in it come behind it."""
        self.confined += 1
        span = self.block(region, form, place)
        self.confined -= 1
        if self.later:
            self.write_later()
        return span

    def defer(self, region: Region, form: Form, place: Place) -> None:
        """Write a caption or a category: now, or behind the block that it stands in."""
        if self.writer.start < 0 and not self.confined:
            self.block(region, form, place)
        else:
            self.later.append((region, form, place))

    def write_later(self) -> None:
        """Write what was put off, unless the walk is in a cell or a field."""
        while self.later and not self.confined:
            waiting, self.later = self.later, []
            for region, form, place in waiting:
                self.block(region, form, place)

    def plain(self, region: Region) -> str:
        """A region as a reader sees it, in one line."""
        if region.first >= region.last:
            return " ".join(self.tree.text[region.start : region.end].split())
        inner = Walk(self.tree, self.title, self.handlers, self.depth)
        inner.confined = 1
        inner.block(region, Form.CELL, Place.BODY)
        return inner.writer.builder.build().text.replace("\n", "; ")
