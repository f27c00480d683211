"""A rule's manual page as the reports show it: the fault, why it matters, and when it is right all the same."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"⟦(\d{1,6}):|⟧")


class Manual(NamedTuple):
    """The parts of a rule's docstring, each a text whose paragraphs a blank line parts. A part may be empty."""

    fault: str = ""
    why: str = ""
    right: str = ""


def shown(page: Manual) -> Manual:
    """A page with a capital at the start of each part: in the docstring they follow a colon."""
    return Manual(*(part[:1].upper() + part[1:] for part in page))


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
