"""Reads the plain format: a title line, an infobox of ``- Key: value`` lines, headings, items, paragraphs.

::

    = Title =

    Infobox country
    - Capital: Tirana

    A paragraph of the lead.

    == Section ==
    - item

Only LF ends a line; a carriage return before it, a byte order mark and the white space at both ends of a line
belong to the markup. Every part may be missing. Without a title line the title is the file's stem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from articles.page import Block, Entry, Field, Form, Infobox, Page, Place, Section
from articles.readers.lines import Line, Shape, join_wrapped, lines_of
from articles.source import Source, Span
from articles.textmap import ProseSpan, TextMap, TextMapBuilder

SEE_ALSO = "see also"


def read(source: Source) -> Page:
    """The page that a plain text holds. Never raises: what is not markup is a paragraph."""
    return _Reading(source).page()


class _Parts(NamedTuple):
    """What a reading gathers, in source order."""

    blocks: list[Block]
    sections: list[Section]
    infoboxes: list[Infobox]


class _Reading:
    """One pass over the lines of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.prose = TextMapBuilder(source.text)
        self.parts = _Parts([], [], [])
        self.end = 0  # where the source of the last block ends

    def page(self) -> Page:
        """Read everything."""
        lines = list(lines_of(self.text))
        title = _title(lines)
        at = 1 if title else 0
        while at < len(lines):
            at = self._read_at(lines, at)
        prose = self.prose.build()
        sections = _closed(self.parts.sections, len(self.text))
        return Page(
            source=self.source,
            reader="plain",
            title=self.source.slice(title) if title else PurePath(self.source.path).stem,
            title_span=title,
            prose=prose,
            blocks=tuple(self.parts.blocks),
            sections=sections,
            infoboxes=tuple(self.parts.infoboxes),
            see_also=tuple(_see_also(prose, self.parts.blocks, sections)),
        )

    def _read_at(self, lines: Sequence[Line], at: int) -> int:
        """Read what starts at a line; the index of the line after it."""
        line = lines[at]
        if line.shape is Shape.HEADING:
            self._heading(line)
            return at + 1
        fields = _infobox_fields(self.text, lines, at)
        if fields is not None:
            self._infobox(line, fields)
            return at + 1 + sum(len(field) for field in fields)
        end = at + 1
        while end < len(lines) and self._goes_on(lines, end):
            end += 1
        form = Form.ITEM if line.shape is Shape.ITEM else Form.PARAGRAPH
        for joined in join_wrapped(self.text, lines[at:end]):
            self._block(joined, form if joined[0] is line else Form.PARAGRAPH, self._place())
        return end

    def _goes_on(self, lines: Sequence[Line], at: int) -> bool:
        """Whether a line may belong to the paragraph or item of the line before it."""
        line = lines[at]
        return line.shape is Shape.TEXT and not line.after_blank and _infobox_fields(self.text, lines, at) is None

    def _heading(self, line: Line) -> None:
        sections = self.parts.sections
        parent = len(sections) - 1
        while parent >= 0 and sections[parent].level >= line.level:
            parent = sections[parent].parent
        heading = Span(line.start, line.end)
        sections.append(Section(self.source.slice(heading), line.level, heading, Span(line.line_start, -1), parent))
        self._block([line], Form.HEADING, Place.BODY)

    def _infobox(self, line: Line, fields: Sequence[Sequence[Line]]) -> None:
        read = tuple(self._field(field) for field in fields)
        end = max([line.end, *(field.value.end for field in read), *(field.key_span.end for field in read)])
        name = Span(line.start, line.end)
        box = Infobox(self.source.slice(name), name, Span(line.start, end), read)
        self.parts.infoboxes.append(box)

    def _field(self, lines: Sequence[Line]) -> Field:
        first = lines[0]
        key_end, value_start = _split_field(self.text, first)
        key = Span(first.start, key_end)
        value = [line for line in (first._replace(start=value_start), *lines[1:]) if line.start < line.end]
        if not value:
            at = self.prose.position
            return Field(self.source.slice(key), key, Span(value_start, value_start), ProseSpan(at, at))
        prose = self._block(value, Form.FIELD, Place.INFOBOX)
        return Field(self.source.slice(key), key, Span(value[0].start, value[-1].end), prose)

    def _block(self, lines: Sequence[Line], form: Form, place: Place) -> ProseSpan:
        """Append a block made of the contents of some lines, a space where one line meets the next."""
        if self.prose.position:
            self.prose.replace(self.end, lines[0].start, "\n")
        start, end = self.prose.position, lines[0].start
        for line in lines:
            if self.prose.position > start:
                self.prose.replace(end, line.start, ", " if line.shape is Shape.ITEM else " ")
            self.prose.copy(line.start, line.end)
            end = line.end
        self.end = end
        span = ProseSpan(start, self.prose.position)
        self.parts.blocks.append(Block(span, place, form, len(self.parts.sections) - 1))
        return span

    def _place(self) -> Place:
        return Place.BODY if self.parts.sections else Place.LEAD


def _title(lines: Sequence[Line]) -> Span | None:
    """The title, when the first line that is not blank is a heading of the first level."""
    if lines and lines[0].shape is Shape.HEADING and lines[0].level == 1:
        return Span(lines[0].start, lines[0].end)
    return None


def _infobox_fields(text: str, lines: Sequence[Line], at: int) -> list[list[Line]] | None:
    """The lines of each field of the infobox that starts at a line; None where none starts there.

    ``Infobox`` alone is an infobox even without fields; with a name it takes a field to tell it from a sentence.
    """
    first = lines[at]
    if text[first.start] not in "Ii" or first.shape is not Shape.TEXT or text[first.end - 1] in ".:,;":
        return None
    words = text[first.start : min(first.end, first.start + 100)].split()
    if words[0].casefold() != "infobox":
        return None
    fields: list[list[Line]] = []
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.shape is Shape.ITEM and (not fields or line.indent <= fields[0][0].indent):
            if ":" not in text[line.start : line.end] and (line.after_blank or not fields):
                break
            fields.append([line])
        elif fields and line.shape is not Shape.HEADING and line.indent > fields[0][0].indent and not line.after_blank:
            fields[-1].append(line)
        else:
            break
    return fields if fields or len(words) == 1 else None


def _split_field(text: str, line: Line) -> tuple[int, int]:
    """Where the key ends and where the value starts in a ``Key: value`` line; a line without colon is a bare key."""
    colon = text.find(":", line.start, line.end)
    if colon < 0:
        return line.end, line.end
    key_end = line.start + len(text[line.start : colon].rstrip())
    value = text[colon + 1 : line.end]
    return key_end, line.end - len(value.lstrip())


def _closed(sections: Sequence[Section], end: int) -> tuple[Section, ...]:
    """The sections with their ends: the next heading of the same or a higher rank."""
    closed = list(sections)
    open_at: list[int] = []
    for index, section in enumerate(sections):
        while open_at and sections[open_at[-1]].level >= section.level:
            at = open_at.pop()
            closed[at] = sections[at]._replace(span=Span(sections[at].span.start, section.span.start))
        open_at.append(index)
    for at in open_at:
        closed[at] = sections[at]._replace(span=Span(sections[at].span.start, end))
    return tuple(closed)


def _see_also(prose: TextMap, blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[Entry]:
    """The items under "See also"; where there is none, its loose lines."""
    within = [_is_see_also(sections, index) for index in range(len(sections))]
    listed = [b for b in blocks if b.section >= 0 and within[b.section] and b.form is not Form.HEADING]
    items = [block for block in listed if block.form is Form.ITEM]
    for block in items or listed:
        yield Entry(prose.slice(block.span), prose.to_source(block.span))


def _is_see_also(sections: Sequence[Section], index: int) -> bool:
    while index >= 0:
        if " ".join(sections[index].title.casefold().split()).rstrip(":") == SEE_ALSO:
            return True
        index = sections[index].parent
    return False
