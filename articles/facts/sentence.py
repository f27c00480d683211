"""A sentence in its place: its tokens, and what the article around it settles beforehand."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from articles.facts.parties import Parties
from articles.facts.tokens import Token
from articles.page import Place
from articles.textmap import ProseSpan


class Sentence(NamedTuple):
    """A sentence, heading, item or prose cell.

    ``text`` starts at ``span.start`` of the prose. ``pair`` are the two parties that are spoken of where the
    article, the section or the row settles that; ``partner`` is the one other state that an article on a
    state is about. ``heading`` says that it is a heading, whose words leave verbs out.
    """

    tokens: list[Token]
    text: str
    span: ProseSpan
    place: Place
    parties: Parties
    pair: tuple[str, str] | None
    heading: bool
    find_partner: Callable[[], str | None]

    @property
    def partner(self) -> str | None:
        """The other state, looked for when first asked for: that takes the names of every heading."""
        return self.find_partner()

    def slice(self, start: int, end: int) -> str:
        """The text between two places in the prose."""
        return self.text[start - self.span.start : end - self.span.start]
