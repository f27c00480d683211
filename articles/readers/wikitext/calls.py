"""A template call taken apart: its name and its parameters, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from articles.readers.wikitext.nodes import Kind, Node, Region, Tree
from articles.source import Span


class Parameter(NamedTuple):
    """One parameter; an unnamed one's key is its number and its key span is empty."""

    key: str
    key_span: Span
    value: Region


class Call:
    """A template call. ``plain`` reads a region as a reader sees it, for templates that render a value whole."""

    def __init__(self, tree: Tree, index: int, plain: Callable[[Region], str]) -> None:
        """Take the call at a node's index."""
        self.tree = tree
        self.node: Node = tree.nodes[index]
        self.index = index
        self.plain = plain
        self._texts: dict[str, str] = {}
        nested = self.node.after != index + 1
        self.by_key = {each.key: each.value for each in self.parameters} if nested else self._plain_values()
        """The values by key; of a key written twice the last counts."""

    @cached_property
    def parameters(self) -> list[Parameter]:
        """All parameters in the order written."""
        found = []
        number = 0
        for piece in self.tree.pieces(self.tree.inside(self.index))[1:]:
            equals = _equals(self.tree, piece)
            if equals < 0:
                number += 1
                found.append(Parameter(str(number), Span(piece.start, piece.start), piece))
            else:
                found.append(_named(self.tree, piece, equals))
        return found

    def _plain_values(self) -> dict[str, Region]:
        """The values of a call with nothing nested in it, as most are: no more is asked of most calls."""
        behind = self.index + 1
        values: dict[str, Region] = {}
        number = 0
        name, *parts = self.tree.text[self.node.body : self.node.tail].split("|")
        start = self.node.body + len(name) + 1
        for part in parts:
            end = start + len(part)
            equals = part.find("=")
            if equals < 0:
                number += 1
                values[str(number)] = Region(start, end, behind, behind)
            else:
                values[part[:equals].strip()] = Region(start + equals + 1, end, behind, behind)
            start = end + 1
        return values

    def text(self, *keys: str) -> str:
        """What a reader sees of the first of these parameters that has a value; empty where none has."""
        for key in keys:
            if key not in self._texts:
                value = self.by_key.get(key)
                self._texts[key] = self.plain(value) if value else ""
            if self._texts[key]:
                return self._texts[key]
        return ""

    def first(self, *keys: str) -> Region | None:
        """The first of these parameters that is not empty."""
        for key in keys:
            value = self.by_key.get(key)
            if value and self.tree.text[value.start : value.end].strip():
                return value
        return None

    def positional(self) -> list[str]:
        """What a reader sees of the parameters 1, 2, 3 ... up to the last one given."""
        numbers = [int(key) for key in self.by_key if key.isdecimal() and len(key) < 4]
        return [self.text(str(number)) for number in range(1, max(numbers, default=0) + 1)]


def name_of(tree: Tree, index: int) -> Region:
    """The region of a template's name, white space and all."""
    return tree.pieces(tree.inside(index), 1)[0]


def named(tree: Tree, index: int) -> str:
    """A template's name as written, trimmed. It is worked out once and noted on the node."""
    node = tree.nodes[index]
    if not node.name:
        if node.after == index + 1:
            bar = tree.text.find("|", node.body, node.tail)
            node.name = tree.text[node.body : node.tail if bar < 0 else bar].strip()
        else:
            node.name = tree.bare(name_of(tree, index))
    return node.name


def _equals(tree: Tree, region: Region) -> int:
    """The first equals sign of a parameter that parts its name from its value, or -1."""
    text, nodes = tree.text, tree.nodes
    position, at = region.start, region.first
    while True:
        while at < region.last and nodes[at].kind > Kind.VERBATIM:
            at += 1
        stop = min(nodes[at].start, region.end) if at < region.last else region.end
        found = text.find("=", position, stop)
        if found >= 0 or at >= region.last:
            return found
        position = max(position, nodes[at].end)
        at = nodes[at].after


def _named(tree: Tree, piece: Region, equals: int) -> Parameter:
    nodes = tree.nodes
    at = piece.first
    while at < piece.last and nodes[at].start <= equals:
        at += 1
    name = Region(piece.start, equals, piece.first, at)
    return Parameter(tree.bare(name), tree.uncommented(name), Region(equals + 1, piece.end, at, piece.last))
