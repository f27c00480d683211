"""A page from its tree: the walk with all its handlers, and what it found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from articles.page import Entry, Form, Link, Page, Place, Section, Template
from articles.readers.wikitext import lines, links
from articles.readers.wikitext.calls import named
from articles.readers.wikitext.expand import template
from articles.readers.wikitext.markup import markup
from articles.readers.wikitext.nodes import Kind, Node, Tree
from articles.readers.wikitext.tables import table
from articles.readers.wikitext.templates import How, reading
from articles.readers.wikitext.walk import Handler, Walk
from articles.readers.wikitext.writer import Setting
from articles.source import Source, Span
from articles.textmap import ProseSpan, TextMap

TEMPLATE, REFERENCE, CITING = Kind.TEMPLATE, Kind.REFERENCE, How.REFERENCE
_new = tuple.__new__
OPENING = frozenset((Kind.TEXT, Kind.COMMENT, Kind.TABLE))


_RUNNING = Setting(Form.PARAGRAPH, Place.BODY)
"""What follows a heading."""


class _Headings:
    """The sections met so far. Only headings of the page itself make any; one in a cell is a line of text."""

    def __init__(self) -> None:
        self.found: list[tuple[Section, ProseSpan]] = []
        self.open: list[int] = []

    def heading(self, walk: Walk, at: int, node: Node) -> int:
        """Write a heading and begin its section."""
        inside, writer = walk.tree.inside(at), walk.writer
        if walk.depth > 1:
            walk.block(inside, *writer.setting)
            return node.end
        level = node.body - node.start
        self.close(node.start, level)
        writer.close()
        parent = self.open[-1] if self.open else -1
        self.open.append(len(self.found))
        writer.section = len(self.found)
        prose = walk.confine(inside, Form.HEADING, Place.BODY)
        writer.setting = _RUNNING
        walk.quoted = None
        place = walk.tree.trimmed(inside)
        self.found.append((Section("", level, place, Span(node.start, node.start), parent), prose))
        return node.end

    def close(self, at: int, level: int) -> None:
        """End the sections of this rank and below."""
        while self.open and self.found[self.open[-1]][0].level >= level:
            (title, rank, heading, span, parent), prose = self.found[self.open[-1]]
            self.found[self.open.pop()] = Section(title, rank, heading, Span(span.start, at), parent), prose

    def sections(self, prose: TextMap) -> Iterator[Section]:
        """The sections with their titles as a reader sees them, without the markup and the references at their ends."""
        for section, shown in self.found:
            if shown.start == shown.end:
                yield section
            else:
                yield Section(prose.slice(shown), section.level, prose.to_source(shown), section.span, section.parent)


def page(source: Source, tree: Tree, title: str, page_id: int | None, revision_id: int | None) -> Page:
    """The page of a tree."""
    headings = _Headings()
    walk = Walk(tree, title, _handlers(headings))
    walk.region(tree.whole)
    walk.writer.close()
    walk.write_later()
    headings.close(len(tree.text), 0)
    prose = walk.writer.builder.build()
    sections = tuple(headings.sections(prose))
    templates, references = _calls(tree)
    return Page(
        source=source,
        reader="wikitext",
        title=title,
        title_span=None,
        prose=prose,
        blocks=tuple(walk.writer.blocks),
        sections=sections,
        infoboxes=tuple(walk.infoboxes),
        tables=tuple(walk.tables),
        links=tuple(walk.links),
        see_also=tuple(_see_also(walk, prose, sections)),
        categories=tuple(walk.categories),
        templates=templates,
        references=references,
        unclosed=bool(tree.unclosed) or any(_open(node) for node in tree.nodes if node.kind in OPENING),
        page_id=page_id,
        revision_id=revision_id,
    )


def _handlers(headings: _Headings) -> tuple[Handler | None, ...]:
    handlers: dict[Kind, Handler] = {
        Kind.TEMPLATE: template,
        Kind.ARGUMENT: _gap,
        Kind.LINK: links.link,
        Kind.COMMENT: lines.nothing,
        Kind.REFERENCE: lines.nothing,
        Kind.EXTENSION: _extension,
        Kind.VERBATIM: lines.verbatim,
        Kind.EXTERNAL: links.external,
        Kind.HEADING: headings.heading,
        Kind.TABLE: table,
        Kind.VARIANT: _variant,
        Kind.LINE: lines.line,
        Kind.QUOTES: lines.nothing,
        Kind.ENTITY: lines.entity,
        Kind.TAG: lines.tag,
        Kind.URL: lines.nothing,
        Kind.SWITCH: lines.nothing,
    }
    return tuple(handlers.get(kind) for kind in Kind)


def _gap(walk: Walk, at: int, node: Node) -> int:
    walk.writer.gap(node.start, node.end)
    return node.end


def _variant(walk: Walk, at: int, node: Node) -> int:
    """A language variant: one text for all is shown, a choice is not known."""
    inside = walk.tree.inside(at)
    if any(sign in walk.tree.text[inside.start : inside.end] for sign in "|:;"):
        return _gap(walk, at, node)
    walk.region(inside)
    return node.end


def _extension(walk: Walk, at: int, node: Node) -> int:
    if node.name == "gallery":
        walk.writer.close()
        links.gallery(walk, at)
    elif node.name == "poem":
        walk.block(walk.tree.inside(at), Form.QUOTATION, walk.writer.setting.place)
    return node.end


def _calls(tree: Tree) -> tuple[tuple[Template, ...], tuple[Span, ...]]:
    """All template calls, those in references too, and all references."""
    templates: list[Template] = []
    references: list[Span] = []
    for index, node in enumerate(tree.nodes):
        kind = node.kind
        if kind is TEMPLATE:
            name = named(tree, index)
            span = _new(Span, (node.start, node.end))
            templates.append(_new(Template, (name, span)))
            if reading(name).how is CITING:
                references.append(span)
        elif kind is REFERENCE:
            references.append(_new(Span, (node.start, node.end)))
    return tuple(templates), tuple(references)


def _open(node: Node) -> bool:
    """Whether a bracket that is text, a comment or a table is never closed."""
    return node.body - node.start == 2 if node.kind is Kind.TEXT else node.tail == node.end


def _see_also(walk: Walk, prose: TextMap, sections: tuple[Section, ...]) -> Iterator[Entry]:
    """The items of a section "See also": the first link of each, or its text."""
    wanted: set[int] = set()
    for number, section in enumerate(sections):
        if section.title.strip().lower() in markup().see_also or section.parent in wanted:
            wanted.add(number)
    if not wanted:
        return
    starts = [link.prose.start for link in walk.links]
    for block in walk.writer.blocks:
        if block.section in wanted and block.form is Form.ITEM:
            at = bisect_left(starts, block.span.start)
            if at < len(starts) and starts[at] < block.span.end:
                link: Link = walk.links[at]
                yield Entry(link.target, link.target_span)
            else:
                yield Entry(prose.slice(block.span), prose.to_source(block.span))
