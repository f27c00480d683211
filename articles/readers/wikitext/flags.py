"""Flag templates: the name beside the flag."""

from __future__ import annotations

from articles.readers.wikitext.calls import Call
from articles.readers.wikitext.nodes import Region
from articles.words import data_file


def _codes() -> dict[str, dict[str, str]]:
    return data_file(__file__, "codes.toml")


def country(code: str) -> str:
    """The country of a code that is a template of its own (``GER``, ``USSR``); empty where it is none."""
    codes = _codes()
    return codes["three"].get(code) or codes["more"].get(code, "")


def flag(call: Call) -> Region | str | None:
    """``{{flag|France}}`` shows the name as written, ``{{flag|FRA}}`` the name of the code."""
    return _named(call, "name", "1")


def flag_link(call: Call) -> Region | str | None:
    """``{{flag+link|Prefix|France}}`` shows the second parameter."""
    return _named(call, "name", "2")


def flag_code(call: Call) -> str | None:
    """``{{GER}}`` shows Germany."""
    return country(call.node.name) or None


def _named(call: Call, *keys: str) -> Region | str | None:
    value = call.first(*keys)
    if value is None:
        return ""
    start, end = call.tree.trimmed(value)
    written = call.tree.text[start:end]
    name = country(written) or _codes()["two"].get(written)
    if name:
        return name
    bracket = written.find(" (")
    if bracket > 0 and written.endswith(")") and value.first == value.last:
        return Region(start, start + bracket, value.first, value.first)
    return value
