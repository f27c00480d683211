"""Links: internal ones, files with captions, categories, other languages, external ones."""

from __future__ import annotations

import re
from itertools import pairwise

from articles.page import Entry, Form, Link, Place
from articles.readers.wikitext.markup import markup
from articles.readers.wikitext.nodes import Kind, Node, Region, trim
from articles.readers.wikitext.walk import Walk
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan

_SIZE = regex(
    r"\s*+(?:(?:\d++(?:x\d++)?|x\d++)\s?px|upright|thumb\s?=|(?:alt|link|page|lang|class|upright|thumbtime|start|end|border)\s?=)",
    re.IGNORECASE,
)
_URL_END = regex(r"[\s<>\[\]\"]|''")
_new = tuple.__new__


def link(walk: Walk, at: int, node: Node) -> int:
    """Write what an internal link shows. One whose target a template makes is a gap."""
    tree, text = walk.tree, walk.tree.text
    label: Span | None = None
    first = at + 1
    if node.after == first:
        bar = text.find("|", node.body, node.tail)
        target = trim(text, node.body, node.tail if bar < 0 else bar)
        if bar >= 0:
            label = trim(text, bar + 1, node.tail)
    else:
        pieces = tree.pieces(tree.inside(at), 1)
        target = tree.trimmed(pieces[0])
        if len(pieces) > 1:
            label, first = tree.trimmed(pieces[1]), pieces[1].first
    name = text[target.start : target.end]
    if "{{" in name:
        walk.writer.gap(node.start, node.end)
    elif ":" in name:
        _spaced(walk, at, target, name, label, first)
    else:
        _link(walk, at, target, name, label, first)
    return node.end


def _spaced(walk: Walk, at: int, target: Span, name: str, label: Span | None, first: int) -> None:
    """A link whose target has a colon: a file, a category, another language's article, or a link after all."""
    words = markup()
    space, _, rest = name.partition(":")
    space = space.strip().lower().replace("_", " ")
    if space in words.categories:
        _category(walk, trim(walk.tree.text, target.end - len(rest), target.end))
    elif space in words.files:
        _file(walk, at)
    elif space:
        if space not in words.languages:
            _link(walk, at, target, name, label, first)
    elif rest:
        _link(walk, at, Span(target.end - len(rest), target.end), rest, label, first)


def _link(walk: Walk, at: int, target: Span, name: str, label: Span | None, first: int) -> None:
    """Write a link's label, which the node at index ``first`` is the first in, or its target."""
    writer, node = walk.writer, walk.tree.nodes[at]
    writer.mark = -1
    shown = target if label is None else label
    if label is not None and label.start == label.end:
        shown = _without_bracket(walk.tree.text, target)
        writer.copy(shown.start, shown.end)
    elif first == node.after:
        writer.copy(shown.start, shown.end)
    else:
        walk.region(Region(shown.start, shown.end, first, node.after))
    end = writer.end()
    prose = _new(ProseSpan, (end if writer.mark < 0 else writer.mark, end))
    whole = _new(Span, (node.start, node.end))
    walk.links.append(_new(Link, (name, target, shown, whole, prose, writer.section)))


def _without_bracket(text: str, target: Span) -> Span:
    """The pipe trick: no namespace, nothing in brackets at the end, nothing behind a comma."""
    start, end = target
    colon = text.find(":", start, end)
    start = colon + 1 if colon >= 0 else start
    if text[end - 1] == ")" and (bracket := text.rfind(" (", start, end)) > start:
        return Span(start, bracket)
    comma = text.find(", ", start, end)
    return Span(start, comma if comma > start else end)


def _category(walk: Walk, name: Span) -> None:
    if name.start < name.end:
        walk.categories.append(Entry(walk.tree.text[name.start : name.end], name))
        walk.defer(Region(name.start, name.end, 0, 0), Form.CATEGORY, Place.CATEGORY)


def _file(walk: Walk, at: int) -> None:
    """A file's caption, if it is framed: the last of its parameters that is not an option."""
    tree, words = walk.tree, markup()
    caption: Region | None = None
    framed = False
    for piece in tree.pieces(tree.inside(at))[1:]:
        option = tree.text[piece.start : min(piece.end, piece.start + 40)].strip().lower()
        framed = framed or option in words.framed
        if option not in words.options and not _SIZE.match(option):
            caption = piece
    if caption and framed:
        walk.defer(caption, Form.CAPTION, Place.CAPTION)


def external(walk: Walk, at: int, node: Node) -> int:
    """A bracketed external link shows its label; one without shows a number, which is nobody's."""
    inside = walk.tree.inside(at)
    end = _URL_END.search(walk.tree.text, inside.start, inside.end)
    if end:
        first = inside.first
        while first < inside.last and walk.tree.nodes[first].start < end.start():
            first += 1
        walk.region(Region(end.start(), inside.end, first, inside.last))
    return node.end


def gallery(walk: Walk, at: int) -> None:
    """The captions of a gallery, one a line."""
    tree = walk.tree
    inside = tree.inside(at)
    lines = [i for i, child in tree.children(inside) if child.kind is Kind.LINE]
    for first, stop in pairwise([*lines, inside.last]):
        end = tree.nodes[stop].start if stop < inside.last else inside.end
        pieces = tree.pieces(Region(tree.nodes[first].end, end, first + 1, stop))
        captions = [p for p in pieces[1:] if not _SIZE.match(tree.text[p.start : min(p.end, p.start + 40)])]
        if captions:
            whole = Region(captions[0].start, end, captions[0].first, stop)
            walk.defer(whole, Form.CAPTION, Place.CAPTION)
