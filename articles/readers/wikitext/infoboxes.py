"""Infoboxes: each parameter is a field, read like any other text; one without a name is called by its number."""

from __future__ import annotations

from articles.page import Field, Form, Infobox, Place
from articles.readers.wikitext.calls import Call, Parameter, name_of
from articles.readers.wikitext.walk import Walk
from articles.source import Span
from articles.textmap import ProseSpan


def infobox(walk: Walk, call: Call) -> None:
    """Read an infobox. One inside a field of another comes behind it in the list."""
    node = call.node
    name = name_of(walk.tree, call.index)
    start = walk.tree.trimmed(name)[0]
    slot = len(walk.infoboxes)
    found = Infobox(node.name, Span(start, start + len(node.name)), Span(node.start, node.end), ())
    walk.infoboxes.append(found)
    before = walk.writer.enter(Form.FIELD, Place.INFOBOX)
    fields = tuple(_field(walk, parameter) for parameter in call.parameters)
    walk.writer.leave(before)
    walk.infoboxes[slot] = found._replace(fields=tuple(field for field in fields if field))


def _field(walk: Walk, parameter: Parameter) -> Field | None:
    """One field; what an infobox inside it says belongs to that one alone."""
    unnamed = parameter.key_span.start == parameter.key_span.end
    if unnamed and not parameter.key.isdecimal():
        return None  # "= 5"
    value = walk.tree.uncommented(parameter.value)
    at = walk.writer.builder.position
    prose = ProseSpan(at, at)
    if unnamed and value.start == value.end:
        return None
    if value.start < value.end:
        count = len(walk.infoboxes)
        shown = walk.confine(parameter.value, Form.FIELD, Place.INFOBOX)
        prose = shown if len(walk.infoboxes) == count else prose
    return Field(parameter.key, parameter.key_span, value, prose)
