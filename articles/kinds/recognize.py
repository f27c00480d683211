"""By what an article of a kind is known: infobox, title, categories, field names, first words.

The words are data, in the ``x-recognize`` of each kind's schema. Title and infobox outweigh the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from articles.page import Form, Page

TITLE, INFOBOX, CATEGORIES, LEAD = 16, 8, 4, 2
LEAST = 2
"""One field name is not enough to tell a kind by."""

LEAD_LENGTH = 400
PLAIN_INFOBOX = "infobox"
_COMMENT = "<!--"


class Seen(NamedTuple):
    """What kinds are told by on one page; ``foreign`` says that the first infobox is one no kind knows."""

    title: str
    infoboxes: tuple[str, ...]
    foreign: bool
    keys: frozenset[str]
    categories: tuple[str, ...]
    lead: str


class Recognition(NamedTuple):
    """A kind's marks. ``infobox`` are template names, ``fields`` field keys; all others are regular expressions."""

    infobox: frozenset[str] = frozenset()
    infobox_pattern: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    not_title: tuple[str, ...] = ()
    not_lead: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()
    lead: tuple[str, ...] = ()

    def names(self, infobox: str) -> bool:
        """Whether an infobox of this name (normal form) is one of the kind's."""
        return infobox in self.infobox or any(re.search(pattern, infobox) for pattern in self.infobox_pattern)

    def score(self, seen: Seen, most: int = 0) -> int:
        """How much speaks for the kind, 0 where too little does or where it cannot come to more than ``most``."""
        if any(re.search(pattern, seen.title) for pattern in self.not_title):
            return 0
        total = TITLE * any(re.search(pattern, seen.title) for pattern in self.title)
        if total and any(re.search(pattern, seen.lead) for pattern in self.not_lead):
            return 0
        if seen.foreign:
            return total
        total += INFOBOX * any(map(self.names, seen.infoboxes))
        total += len(self.fields & seen.keys)
        if total + CATEGORIES + LEAD <= most:
            return 0
        total += CATEGORIES * any(re.search(pattern, name) for pattern in self.categories for name in seen.categories)
        total += LEAD * any(re.search(pattern, seen.lead) for pattern in self.lead)
        return total if total >= LEAST else 0


def infobox_name(name: str) -> str:
    """An infobox template's name in its normal form: no comment, lower case, single spaces."""
    return " ".join(name.partition(_COMMENT)[0].replace("_", " ").lower().split())


def seen(page: Page, kinds: Iterable[Recognition]) -> Seen:
    """Gather what kinds are told by."""
    names = tuple(infobox_name(infobox.name) for infobox in page.infoboxes)
    foreign = bool(names) and names[0] != PLAIN_INFOBOX and not any(kind.names(names[0]) for kind in kinds)
    plain = [box for box, name in zip(page.infoboxes, names, strict=True) if name == PLAIN_INFOBOX]
    return Seen(
        page.title,
        names,
        foreign,
        frozenset("_".join(field.key.lower().split()) for box in plain for field in box.fields),
        tuple(entry.name.lower() for entry in page.categories),
        _first_words(page),
    )


def _first_words(page: Page) -> str:
    for block in page.lead:
        if block.form is Form.PARAGRAPH:
            return page.text(block.span)[:LEAD_LENGTH]
    return ""
