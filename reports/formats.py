"""The report formats by name. A format's module is imported when it is asked for, and not before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from reports.report import Report

FORMATS = {
    "text": "reports.text",
    "json": "reports.json_v1",
    "html": "reports.html.page",
    "sarif": "reports.sarif",
    "github": "reports.github",
    "gitlab": "reports.gitlab",
    "junit": "reports.junit",
    "markdown": "reports.markdown",
}
"""Each module has ``write(report, look)``, which yields the report in pieces of text."""

WIDTH = 100
"""Columns, where no terminal says otherwise."""


class Look(NamedTuple):
    """What a format needs to know of where it is shown. Only ``text`` asks; ``width`` is in columns."""

    colour: bool = False
    width: int = WIDTH

    def paint(self, text: str, style: str) -> str:
        """The text in a style, where colour is wanted."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text


def look(environment: Mapping[str, str], *, terminal: bool, columns: int = WIDTH) -> Look:
    """Colour only on a terminal that has any; NO_COLOR forbids it, FORCE_COLOR asks for it, in that order."""
    width = columns if terminal else WIDTH
    if environment.get("NO_COLOR"):
        return Look(colour=False, width=width)
    if environment.get("FORCE_COLOR"):
        return Look(colour=True, width=width)
    return Look(terminal and environment.get("TERM") != "dumb", width)


def written(name: str, report: Report, look: Look = Look()) -> Iterator[bytes]:  # noqa: B008 immutable
    """The report in a format, in pieces of UTF-8. Equal reports give equal bytes.

    A file name that is not UTF-8 reaches us with lone surrogates. They are written as backslash escapes, which JSON
    reads back as what they were.
    """
    for piece in import_module(FORMATS[name]).write(report, look):
        yield piece.encode("utf-8", "backslashreplace")
