"""A rule's manual page, read from the docstring of its module."""

from __future__ import annotations

from inspect import cleandoc
from typing import NamedTuple

WHY = "Why:"
RIGHT = "Right all the same:"


class ManualError(ValueError):
    """A docstring that lacks one of the three parts; says which."""


class Manual(NamedTuple):
    """The three parts: the fault in one sentence, why it matters, and when the article is fine all the same.

    ``why`` and ``right`` may hold several paragraphs, parted by an empty line.
    """

    fault: str
    why: str
    right: str


def manual(docstring: str) -> Manual:
    """Read a manual page. Raises :class:`ManualError` where a part is missing or out of order."""
    text = cleandoc(docstring)
    fault, found_why, rest = text.partition(f"\n\n{WHY}")
    why, found_right, right = rest.partition(f"\n\n{RIGHT}")
    parts = ((True, fault, "the fault in one sentence"), (found_why, why, WHY), (found_right, right, RIGHT))
    for found, part, name in parts:
        if not found or not part.strip():
            raise ManualError(f"the docstring lacks its part “{name}”")
    fault = _flowing(fault)
    if not fault.endswith(".") or ". " in fault:
        raise ManualError(f"the docstring must start with one sentence, the fault: “{fault}”")
    return Manual(fault, _flowing(why), _flowing(right))


def _flowing(text: str) -> str:
    """Paragraphs without their line breaks."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())
