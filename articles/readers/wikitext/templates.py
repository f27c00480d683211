"""How templates read: data in ``templates.toml``, made into one look-up by name."""

from __future__ import annotations

from enum import IntEnum, auto
from functools import cache, lru_cache
from typing import Any, NamedTuple

from articles.regex import regex
from articles.words import data_file


class How(IntEnum):
    """What a template does in the text around it."""

    UNKNOWN = auto()
    NOTHING = auto()
    APART = auto()
    """Nothing in the sentence, and the paragraph ends."""
    REFERENCE = auto()
    MIXED = auto()
    """A pattern whose parameters are read where they stand."""
    WHOLE = auto()
    """A pattern that stands as a whole for the template."""
    FIXED = auto()
    QUOTE = auto()
    REGION = auto()
    ITEMS = auto()
    CAPTIONS = auto()
    READER = auto()
    INFOBOX = auto()
    SHORT_DESCRIPTION = auto()


class Part(NamedTuple):
    """A piece of a pattern: a literal, or parameters of which the first with a value is shown, or an optional group."""

    literal: str = ""
    keys: tuple[str, ...] = ()
    group: tuple[Part, ...] = ()


class Reading(NamedTuple):
    """How one template reads. ``text`` is a fixed text, which parameter 1 replaces if ``first``, or a function."""

    how: How
    parts: tuple[Part, ...] = ()
    text: str = ""
    first: bool = False


class Book(NamedTuple):
    """All readings, by name and by how a name begins or ends."""

    readings: dict[str, Reading]
    prefixes: tuple[tuple[str, Reading], ...]
    suffixes: tuple[tuple[str, Reading], ...]
    captions: dict[str, Any]


UNKNOWN = Reading(How.UNKNOWN)
_PART = regex(r"\{([^{}]+)\}|\[([^\[\]]*)\]|([^{}\[\]]+)")
_CODE = regex(r"[A-Z]{2,5}$")


@lru_cache(4096)
def reading(name: str) -> Reading:
    """The reading of a template by its name as written."""
    name = " ".join(name.replace("_", " ").split())
    lowered = name.lower().removeprefix("template:").strip()
    known = book()
    if _CODE.match(name):
        from articles.readers.wikitext.flags import country

        if country(name):
            return Reading(How.READER, text="flag_code")
    found = known.readings.get(lowered)
    if found:
        return found
    if ":" in lowered:
        found = known.readings.get(lowered.partition(":")[0])
        if found and (found.how is How.READER or lowered[0] == "#"):
            return found
    for prefix, meant in known.prefixes:
        if lowered.startswith(prefix):
            return meant
    for suffix, meant in known.suffixes:
        if lowered.endswith(suffix):
            return meant
    return UNKNOWN


def parse(pattern: str) -> tuple[Part, ...]:
    """A pattern's parts."""
    parts = []
    for match in _PART.finditer(pattern):
        keys, group, literal = match.groups()
        if keys:
            parts.append(Part(keys=tuple(keys.split("|"))))
        elif group is not None:
            parts.append(Part(group=parse(group)))
        else:
            parts.append(Part(literal=literal))
    return tuple(parts)


@cache
def book() -> Book:
    """The readings of ``templates.toml``, read once."""
    data = data_file(__file__, "templates.toml")
    found: dict[str, Reading] = {}
    simple = {
        "nothing": How.NOTHING,
        "apart": How.APART,
        "references": How.REFERENCE,
        "items": How.ITEMS,
        "captions": How.CAPTIONS,
        "infoboxes": How.INFOBOX,
        "short_description": How.SHORT_DESCRIPTION,
    }
    for group, how in simple.items():
        found.update(dict.fromkeys(data[group]["names"], Reading(how)))
    for group, how in {"mixed": How.MIXED, "whole": How.WHOLE, "quotes": How.QUOTE, "regions": How.REGION}.items():
        for pattern, names in data[group].items():
            parts = parse(pattern if "{" in pattern else f"{{{pattern}}}")
            found.update(dict.fromkeys(names, Reading(how, parts)))
    fixed, readers = dict(data["fixed"]), dict(data["readers"])
    replaceable, read = frozenset(fixed.pop("replaceable")), readers.pop("prefixes")
    for text, names in fixed.items():
        found.update({name: Reading(How.FIXED, text=text, first=name in replaceable) for name in names})
    for function, names in readers.items():
        found.update(dict.fromkeys(names, Reading(How.READER, text=function)))
    computed = [(end, Reading(How.READER, text=function)) for function, ends in read.items() for end in ends]
    prefixes = (*_ends(data, simple, "prefixes"), *computed)
    return Book(found, prefixes, _ends(data, simple, "suffixes"), data["captions"])


def _ends(data: dict[str, Any], groups: dict[str, How], which: str) -> tuple[tuple[str, Reading], ...]:
    return tuple((end, Reading(how)) for group, how in groups.items() for end in data[group].get(which, ()))
