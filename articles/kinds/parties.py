"""The parties that an article's title names, and the links that its kind demands for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.kinds.kind import Kind
from articles.page import Page
from articles.regex import regex
from articles.words import worded

PARTY = "{party}"
_RELATIONS = regex(r"(?:[Rr]elations between |[Rr]elations of )?(.+?)(?: relations)?$")
_DASHES = (" – ", " — ", "–", "—", " - ")
_ADJECTIVE = worded(__file__, r"^{prefixes}\b|(?:{adjectives}|[^k]ian)$")
"""A shortened name or an adjective ("Sino-Soviet", "Turkish"): the name of the article on the party is not certain."""


_OF_SORT = regex(r"[a-z][a-z-]*")
_TOLD = regex(r" (?!(?:and|of|the) )[a-zà-þ]")


class Wanted(NamedTuple):
    """A link that is demanded and not there: the party and the article to link."""

    party: str
    article: str


def parties(title: str) -> tuple[str, ...]:
    """The two parties of "A–B relations" or "Relations between A and B"; empty where that is not certain."""
    match = _RELATIONS.match(title)
    if not match or "elations" not in title:
        return ()
    named = match[1]
    for dash in _DASHES:
        if dash in named:
            return _two(named.split(dash))
    if title.lower().startswith("relations"):
        return _two(named.split(" and "))
    return _two(named.split("-"))


def wanted_links(page: Page, kind: Kind) -> Iterator[Wanted]:
    """The links that the kind demands for each party and that stand nowhere on the page."""
    named = parties(page.title)
    if not kind.see_also or not named:
        return
    linked = [entry.name for entry in page.see_also] + [link.target for link in page.links]
    there = {plain_title(name) for name in linked}
    for form in kind.see_also:
        for party in named if PARTY in form else ("",):
            article = form.replace(PARTY, party)
            wanted = plain_title(article)
            if not any(name == wanted or name.startswith((f"{wanted} (", f"{wanted},")) for name in there):
                yield Wanted(party, article)


def _two(names: list[str]) -> tuple[str, ...]:
    names = [without_sort(name.strip()) for name in names]
    certain = len(names) == 2 and all(name[:1].isupper() and not _ADJECTIVE.search(name) for name in names)
    return tuple(names) if certain and not any(map(_TOLD.search, names)) else ()


def without_sort(name: str) -> str:
    """A party without what says of what sort the relations are: "Vietnam cultural" of "India–Vietnam cultural"."""
    words = name.split(" ")
    while len(words) > 1 and _OF_SORT.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def plain_title(name: str) -> str:
    """A title as it is compared: no article before a name, no section, one case."""
    return re.sub(r"\b(?:the|state of|republic of) ", "", name.partition("#")[0].replace("_", " ").lower()).strip()
