"""The words of the markup: tags, namespaces, image options, language prefixes. Data in ``markup.toml``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.readers.wikitext.nodes import Kind
from articles.words import data_file


class Markup(NamedTuple):
    """What ``markup.toml`` says. All words but the names of the months are lower case."""

    extensions: dict[str, Kind]
    shown: frozenset[str]
    unknown: frozenset[str]
    tags: frozenset[str]
    blocks: frozenset[str]
    samples: frozenset[str]
    struck: frozenset[str]
    files: frozenset[str]
    categories: frozenset[str]
    framed: frozenset[str]
    options: frozenset[str]
    see_also: frozenset[str]
    languages: frozenset[str]
    months: tuple[str, ...]


@cache
def markup() -> Markup:
    """The markup's words, read once."""
    data = data_file(__file__, "markup.toml")
    kinds = {"reference": Kind.REFERENCE, "wikitext": Kind.EXTENSION, "verbatim": Kind.VERBATIM}
    tags = data["tags"]
    return Markup(
        {name: kind for group, kind in kinds.items() for name in data["extensions"][group]},
        frozenset(data["extensions"]["shown"]),
        frozenset(data["extensions"]["unknown"]),
        frozenset(tags["inline"] + tags["block"]),
        frozenset(tags["block"]),
        frozenset(tags["samples"]),
        frozenset(tags["struck"]),
        frozenset(data["namespaces"]["file"]),
        frozenset(data["namespaces"]["category"]),
        frozenset(data["images"]["framed"]),
        frozenset(data["images"]["options"]),
        frozenset(data["sections"]["see_also"]),
        frozenset(data["languages"]["codes"].split()),
        tuple(data["dates"]["months"]),
    )
