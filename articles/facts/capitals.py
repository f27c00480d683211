"""The capital of a state or a region, as sentences of its own article name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.facts.fact import Fact
from articles.facts.parties import Parties
from articles.facts.portrait_words import PATTERN
from articles.kinds.kind import Kind
from articles.page import Page, Place
from articles.regex import regex
from articles.textmap import ProseSpan

_NAME = r"(?P<name>\b(?:[A-Z][^\W\d_]+|[A-Z]\.)(?:[ -](?:(?:of|de|la|el|al|the) )?[A-Z][^\W\d_]+){0,3})"
_CAPITAL = regex(
    r" capital(?P<largest> and largest city| city)?(?: of (?P<of>[^,.;]{1,60}?))?,?(?: is(?: the city of)?|,) "
    rf"{_NAME}(?=[.,;]|$| and | which| in )"
)
_OF = regex(rf"{_NAME} is the (?:national )?capital (?P<largest>and largest city )?(?:city )?of ")
_ITS = regex(rf"[;,] (?:and |while )?{_NAME} is its capital(?P<largest> and largest city| city)?(?=[.,;]|$| and )")
_IS = regex(
    rf"{_NAME} is the (?:national )?capital(?P<largest> and largest city| city)?"
    r"(?=[.;]|, | and (?!of\b|largest))"
)
_WITH = regex(
    r"(?:\bwhose capital|[ ,]and its capital|\bwith (?:its|the|a) capital)(?P<largest> and largest city| city)?"
    rf"(?: is| being| at| in)?(?: the city of)? {_NAME}(?=[.,;]|$| and | which| in )"
)
_WITH_CAPITAL = frozenset(("country", "generic"))
LONGEST = 300
"""How far into a sentence its capital may stand."""


class CapitalReader:
    """Reads what sentences on the subject of a page say of its capital."""

    def __init__(self, page: Page, parties: Parties, kind: Kind, *, boxed: bool) -> None:
        """Take the page, whom it is about and its kind, and whether its infobox names a capital."""
        self.page = page
        self.parties = parties
        self._boxed = boxed
        self._may_have_one = boxed or kind.name in _WITH_CAPITAL

    def facts(self, span: ProseSpan, place: Place, *, known: bool, own: bool) -> Iterator[Fact]:
        """The capital: "Its capital is X", "The capital and largest city is X", "X is the capital of the subject"."""
        if not self._may_have_one:
            return
        text = self.page.prose.text[span.start : min(span.end, span.start + LONGEST)]
        if "capital" not in text:
            return
        possessive = re.match(rf"(?:Its|The|{re.escape(self.parties.own)}['’]s)(?= capital)", text)
        found = _CAPITAL.match(text, possessive.end()) if possessive else self._capital_of(text)
        if found is None and self.parties.state and self._boxed:
            found = _IS.match(text)
        if found is None and own:
            found = _ITS.search(text)
            possessive = None if found else possessive
        if found is None and own:
            found, possessive = _WITH.search(text), None
        if found and possessive and not self._is_own(found, possessive[0], known=known):
            return
        if found:
            name = ProseSpan(span.start + found.start("name"), span.start + found.end("name"))
            yield Fact(self.parties.own, "capital", found["name"], name, span, place, pattern=PATTERN)
            if found["largest"] and "largest" in found["largest"]:
                yield Fact(self.parties.own, "largest-city", found["name"], name, span, place, pattern=PATTERN)

    def _is_own(self, found: re.Match[str], possessive: str, *, known: bool) -> bool:
        """Whether a capital is the subject's: "of X" says so itself, "its capital" where the subject is known."""
        if found["of"]:
            return found["of"] == self.parties.own
        return known or possessive.startswith(self.parties.own)

    def _capital_of(self, text: str) -> re.Match[str] | None:
        at = text.find(f"of {self.parties.own}")
        found = _OF.match(text[: at + 3]) if at > 0 else None
        return found if found and found.end() == at + 3 else None
