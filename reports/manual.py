"""A rule's manual page taken apart: the fault, why it matters, and when it is right all the same."""

from __future__ import annotations

import re
from typing import NamedTuple

_PART = re.compile(r"^(Why|Right all the same):[ \t]*", re.MULTILINE)
_MARK = re.compile(r"⟦(\d{1,6}):|⟧")


class Manual(NamedTuple):
    """The parts of a rule's docstring, each a text whose paragraphs a blank line parts. A part may be empty."""

    fault: str
    why: str
    right: str


def manual(text: str) -> Manual:
    """Take a rule module's docstring apart."""
    pieces = _PART.split(text)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    wanted = (pieces[0], parts.get("Why", ""), parts.get("Right all the same", ""))
    return Manual(*(_capital(_unwrapped(part)) for part in wanted))


def paragraphs(part: str) -> list[str]:
    """The paragraphs of a part, list items each a paragraph of their own."""
    return [paragraph for paragraph in part.split("\n") if paragraph]


class Marked(NamedTuple):
    """An example's text without its marks, and where evidence stands in it: number, start and end."""

    text: str
    evidence: tuple[tuple[int, int, int], ...]


def marked(example: str) -> Marked:
    """Take the marks ``⟦1:…⟧`` out of an example and remember what they held."""
    parts: list[str] = []
    opened: list[tuple[int, int]] = []
    evidence = []
    length = at = 0
    for match in _MARK.finditer(example):
        parts.append(example[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[1]:
            opened.append((int(match[1]), length))
        elif opened:
            evidence.append((*opened.pop(), length))
    return Marked("".join([*parts, example[at:]]), tuple(evidence))


def _capital(part: str) -> str:
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
