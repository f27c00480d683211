"""A rule's manual page, read from the docstring of its module. The only reader of it."""

from __future__ import annotations

from inspect import cleandoc
from typing import NamedTuple

from articles.regex import regex

WHY = "Why"
RIGHT = "Right all the same"
_PART = regex(rf"(?m)^({WHY}|{RIGHT}):[ \t]*")


class ManualError(ValueError):
    """A docstring that lacks one of the three parts; says which."""


class Manual(NamedTuple):
    """The three parts: the fault in one sentence, why it matters, and when the article is fine all the same.

    ``why`` and ``right`` may hold several paragraphs, parted by an empty line; items of a list have a line each.
    """

    fault: str
    why: str
    right: str


def parts(docstring: str) -> Manual:
    """Take a docstring apart, whatever it lacks: a part that is missing is empty."""
    pieces = _PART.split(cleandoc(docstring))
    named = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return Manual(*map(_flowing, (pieces[0], named.get(WHY, ""), named.get(RIGHT, ""))))


def manual(docstring: str) -> Manual:
    """Read a manual page. Raises :class:`ManualError` where a part is missing or out of order."""
    page = parts(docstring)
    for part, name in zip(page, ("the fault in one sentence", f"{WHY}:", f"{RIGHT}:"), strict=True):
        if not part:
            raise ManualError(f"the docstring lacks its part “{name}”")
    if [found[1] for found in _PART.finditer(cleandoc(docstring))] != [WHY, RIGHT]:
        raise ManualError(f"the docstring must have “{WHY}:” once and “{RIGHT}:” once after it")
    if not page.fault.endswith(".") or ". " in page.fault or "\n" in page.fault:
        raise ManualError(f"the docstring must start with one sentence, the fault: “{page.fault}”")
    return page


def _flowing(text: str) -> str:
    """Paragraphs without their line breaks, names in single backticks; an item of a list starts a line of its own."""
    paragraphs = (paragraph.strip().split("\n") for paragraph in text.replace("``", "`").split("\n\n"))
    return "\n\n".join(filter(None, map(_joined, paragraphs)))


def _joined(lines: list[str]) -> str:
    joined = ""
    for line in map(str.strip, lines):
        starts_item = line.startswith(("- ", "* "))
        joined += f"\n{line}" if joined and starts_item else f" {line}" if joined else line
    return joined
