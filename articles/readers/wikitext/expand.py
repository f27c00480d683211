"""Template calls in the prose: each is written as its reading says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from articles.page import Form, Place
from articles.readers.wikitext import infoboxes
from articles.readers.wikitext.calls import Call, named
from articles.readers.wikitext.nodes import Node, Region
from articles.readers.wikitext.readers import render
from articles.readers.wikitext.templates import How, Part, Reading, book, reading
from articles.readers.wikitext.walk import Walk

_CONFINED = (Form.CELL, Form.FIELD)


def template(walk: Walk, at: int, node: Node) -> int:
    """Write what a template shows."""
    found = reading(named(walk.tree, at))
    how = found.how
    way = _WAYS.get(how)
    if way is not None:
        way(walk, Call(walk.tree, at, walk.plain), found)
    elif how is How.UNKNOWN:
        walk.writer.gap(node.start, node.end)
    elif how is How.APART and walk.writer.fresh and not walk.confined:
        walk.writer.close()
    return node.end


def _fixed(walk: Walk, call: Call, reading: Reading) -> None:
    value = call.by_key.get("1") if reading.first else None
    if value and value.start < value.end:
        walk.region(value)
    elif reading.text == "; ":
        walk.writer.line_break(call.node.start, call.node.end)
    elif not reading.text.strip(" \u00a0"):
        walk.writer.space(call.node.start, call.node.end, reading.text)
    else:
        walk.writer.put(call.node.start, call.node.end, reading.text)


def _mixed(walk: Walk, call: Call, reading: Reading) -> None:
    """Write a pattern's parameters where they stand; if they do not stand in its order, the whole as one."""
    shown = list(_filled(call, reading.parts))
    if any(isinstance(piece, Region) for piece in shown):
        _by_turns(walk, call, shown)
    else:
        walk.writer.put(call.node.start, call.node.end, "".join(map(str, shown)))


def _by_turns(walk: Walk, call: Call, shown: list[str | Region]) -> None:
    """Write texts and parameters by turns; if the parameters do not stand in this order, the whole as one."""
    regions = [piece for piece in shown if isinstance(piece, Region)]
    if any(before.end > behind.start for before, behind in pairwise(regions)):
        text = "".join(piece if isinstance(piece, str) else walk.plain(piece) for piece in shown)
        walk.writer.put(call.node.start, call.node.end, text)
        return
    place = call.node.start
    for piece in shown:
        if isinstance(piece, Region):
            walk.region(piece)
            place = piece.end
        elif piece.isspace():
            walk.writer.space(place, place, piece)
        else:
            following = next((r.start for r in regions if r.start >= place), call.node.end)
            walk.writer.put(place, following, piece)


def _filled(call: Call, parts: tuple[Part, ...]) -> Iterator[Region | str]:
    """A pattern's literals and the regions of its parameters; groups without a value are left out."""
    for part in parts:
        if part.literal:
            yield part.literal
        elif part.group:
            inner = list(_filled(call, part.group))
            if any(isinstance(piece, Region) for piece in inner):
                yield from inner
        else:
            value = call.first(*part.keys)
            if value:
                yield value


def _whole(walk: Walk, call: Call, reading: Reading) -> None:
    shown = _filled(call, reading.parts)
    text = "".join(walk.plain(piece) if isinstance(piece, Region) else piece for piece in shown)
    walk.writer.put(call.node.start, call.node.end, text)


def _reader(walk: Walk, call: Call, reading: Reading) -> None:
    shown = render(reading.text, call, walk.title)
    if isinstance(shown, Region):
        walk.region(shown)
    elif isinstance(shown, list):
        _by_turns(walk, call, shown)
    elif shown is None:
        walk.writer.gap(call.node.start, call.node.end)
    else:
        walk.writer.put(call.node.start, call.node.end, shown)


def _quote(walk: Walk, call: Call, reading: Reading) -> None:
    value = call.first(*reading.parts[0].keys)
    if value:
        _own_block(walk, value, Form.QUOTATION)


def _region(walk: Walk, call: Call, reading: Reading) -> None:
    value = call.first(*reading.parts[0].keys)
    if value:
        _own_block(walk, value, walk.writer.setting.form)


def _own_block(walk: Walk, region: Region, form: Form) -> None:
    if walk.confined:
        form = walk.writer.setting.form
    walk.block(region, form, walk.writer.setting.place)


def _items(walk: Walk, call: Call, reading: Reading) -> None:
    """A list: blocks of their own where the list stands alone, else parted by semicolons."""
    values = [p.value for p in call.parameters if p.key.isdecimal() or p.key.startswith("item")]
    apart = walk.confined or walk.writer.fresh
    for number, value in enumerate(values):
        if apart:
            walk.writer.item()
        elif number:
            walk.writer.line_break(values[number - 1].end, value.start)
        walk.region(value)
    if apart:
        walk.writer.close()


def _captions(walk: Walk, call: Call, reading: Reading) -> None:
    """What is written under pictures."""
    captions = book().captions
    number = captions["numbered"].get(call.node.name.lower())
    for parameter in call.parameters:
        key = parameter.key.lower()
        if key.rstrip("0123456789") in captions["parameters"] or key == number:
            walk.defer(parameter.value, Form.CAPTION, Place.CAPTION)


def _infobox(walk: Walk, call: Call, reading: Reading) -> None:
    infoboxes.infobox(walk, call)


def _short_description(walk: Walk, call: Call, reading: Reading) -> None:
    value = call.by_key.get("1")
    if value and walk.tree.bare(value).lower() != "none":
        walk.block(value, Form.SHORT_DESCRIPTION, Place.LEAD)


_WAYS: dict[How, Callable[[Walk, Call, Reading], None]] = {
    How.MIXED: _mixed,
    How.WHOLE: _whole,
    How.FIXED: _fixed,
    How.QUOTE: _quote,
    How.REGION: _region,
    How.ITEMS: _items,
    How.CAPTIONS: _captions,
    How.READER: _reader,
    How.INFOBOX: _infobox,
    How.SHORT_DESCRIPTION: _short_description,
}
