"""A rule's manual page taken apart: the fault, why it matters, and when it is right all the same."""

from __future__ import annotations

import re
from typing import NamedTuple

_PART = re.compile(r"^(Why|Right all the same):[ \t]*", re.MULTILINE)
_MARK = re.compile(r"⟦\d+:|⟧")


class Manual(NamedTuple):
    """The parts of a rule's docstring, each a text whose paragraphs a blank line parts. A part may be empty."""

    fault: str
    why: str
    right: str


def manual(text: str) -> Manual:
    """Take a rule module's docstring apart."""
    pieces = _PART.split(text)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return Manual(
        *(_unwrapped(part) for part in (pieces[0], parts.get("Why", ""), parts.get("Right all the same", "")))
    )


def paragraphs(part: str) -> list[str]:
    """The paragraphs of a part, list items each a paragraph of their own."""
    return [paragraph for paragraph in part.split("\n") if paragraph]


def unmarked(example: str) -> str:
    """An example's text without the marks around its evidence."""
    return _MARK.sub("", example)


def _opened(part: str) -> str:
    """A part with a capital at its start: in the docstring it follows a colon."""
    return part[:1].upper() + part[1:]


def _unwrapped(part: str) -> str:
    """A part with one paragraph or list item on a line each."""
    lines: list[str] = []
    open_paragraph = False
    for line in part.split("\n"):
        bare = line.strip()
        if open_paragraph and bare and not bare.startswith(("- ", "* ")):
            lines[-1] += f" {bare}"
        elif bare:
            lines.append(bare)
        open_paragraph = bool(bare)
    return "\n".join(lines)
