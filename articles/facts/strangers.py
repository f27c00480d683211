"""States that no list knows, by what an article on a state says of its relations with them.

"Morvania and Estland entered into diplomatic relations" makes Estland a state in an article on the foreign relations
of Morvania; a capital letter alone would not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.facts.gazetteer import Gazetteer, plain
from articles.page import Page
from articles.regex import regex

_NAME = r"([A-Z][a-z’'-]{2,20}(?: [A-Z][a-z’'-]{2,20}){0,2})"
_NEXT = (
    r"(?=[.,;:)\n]|$| (?:in|on|at|since|were|was|are|is|has|have|had|and|from|after|before|by|until|which|began|date|"
    r"when|as)\b)"
)
_WITH = regex(
    r"\b(?:[Dd]iplomatic|[Oo]fficial|[Ff]ormal|[Ff]ull) (?:relations|ties) (?:(?:were|was) (?:[a-z-]{4,15} ){1,2})?"
    rf"with (?:the )?{_NAME}{_NEXT}"
)
_DOES = (
    r" (?:have|had|established|entered|exchanged|maintain|restored|resumed|re-established|severed|broke|recogni[sz]ed|"
    r"opened|formalized|suspended)\b"
)
_MOST = 200
"""How many names an article may add."""


def strangers(page: Page, own: str, names: Gazetteer, never: frozenset[str]) -> list[str]:
    """The names, in order; ``never`` are words that no state's name has, in lower case."""
    found: dict[str, None] = {}
    for name in _named(page.prose.text, own):
        words = name.split(" ")
        # A word of a known name makes it that one, or a longer one cut short: "People's Republic China", "Trinidad".
        known = any(plain(word) in names.trie for word in words)
        if not known and never.isdisjoint(name.lower().split(" ")):
            found[name] = None
        if len(found) == _MOST:
            break
    return list(found)


def _named(text: str, own: str) -> Iterator[str]:
    yield from (match[1] for match in _WITH.finditer(text))
    known = re.escape(own)
    for form in (
        rf"\b{known} and (?:the )?{_NAME}{_DOES}",
        rf"\b{_NAME} (?:and {known}{_DOES}|recogni[sz]ed {known}\b)",
    ):
        yield from (match[1] for match in re.finditer(form, text))
