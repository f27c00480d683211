"""The report formats by name. A format's module is imported when it is asked for, and not before."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from reports.report import Report

FORMATS = {
    "text": "reports.text",
    "json": "reports.json_v1",
}
"""Each module has ``write(report, look)``, which yields the report in pieces of text."""


class Look(NamedTuple):
    """What a format needs to know of where it is shown. Only ``text`` asks; ``width`` is in columns."""

    colour: bool = False
    width: int = 100


def written(name: str, report: Report, look: Look = Look()) -> Iterator[bytes]:  # noqa: B008 immutable
    """The report in a format, in pieces of UTF-8. Equal reports give equal bytes.

    A file name that is not UTF-8 reaches us with lone surrogates. They are written as backslash escapes, which JSON
    reads back as what they were.
    """
    for piece in import_module(FORMATS[name]).write(report, look):
        yield piece.encode("utf-8", "backslashreplace")
