"""An article: a page with its kind, its claims and its facts, each worked out once and when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from articles.claims.claim import Claim, Claims
from articles.claims.extract import extract
from articles.facts.fact import Fact
from articles.facts.parties import Parties, parties
from articles.facts.read import read_facts
from articles.facts.sheets import Sheet, sheets
from articles.kinds.kind import Kind, Kinds, built_in
from articles.kinds.offences import Offence, offences
from articles.page import Page

T = TypeVar("T")


@dataclass(frozen=True)
class Article:
    """What rules see. ``kinds`` are the article kinds known, the user's own included."""

    page: Page
    kinds: Kinds | None = None

    def once(self, law: Callable[[Article], T]) -> T:
        """What a law of several rules works out of the article: for the first that asks, and the same for the others.

        What it returns must not be changed: a tuple, not an iterator.
        """
        known: dict[object, Any] = self._worked_out
        try:
            found: T = known[law]
        except KeyError:
            found = known[law] = law(self)
        return found

    @cached_property
    def _worked_out(self) -> dict[object, Any]:
        return {}

    @cached_property
    def kind(self) -> Kind:
        """The article's kind, ``generic`` where none fits."""
        return (self.kinds or built_in()).of(self.page)

    @cached_property
    def offences(self) -> tuple[Offence, ...]:
        """Where the infobox and the sections break the schema of the kind."""
        return offences(self.page, self.kind)

    @cached_property
    def claims(self) -> Claims:
        """Every reading in the article's prose."""
        return extract(self.page)

    @cached_property
    def claim_kinds(self) -> frozenset[str]:
        """The kinds of claim that occur, by name."""
        return frozenset(claim.kind for claim in self.claims.all)

    @cached_property
    def claims_by_kind(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each kind that occurs, in order."""
        grouped: dict[str, list[Claim]] = {}
        for claim in self.claims.all:
            grouped.setdefault(claim.kind, []).append(claim)
        return {name: tuple(claims) for name, claims in grouped.items()}

    @cached_property
    def claim_starts(self) -> list[int]:
        """Where each claim starts in the prose, in order, to find the claims near a word by bisection."""
        return [claim.span.start for claim in self.claims.all]

    @cached_property
    def lowered(self) -> str:
        """The prose in lower case, offset for offset."""
        return self.page.prose.text.replace("İ", "I").lower()

    @cached_property
    def parties(self) -> Parties:
        """Whom the article is about."""
        return parties(self.page, self.kind)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Who, what, when, how much: in the order of their spans."""
        return read_facts(self.page, self.claims, self.kind, self.parties)

    @cached_property
    def facts_by_property(self) -> dict[str, tuple[Fact, ...]]:
        """The facts of each property."""
        grouped: dict[str, list[Fact]] = {}
        for fact in self.facts:
            grouped.setdefault(fact.property, []).append(fact)
        return {name: tuple(facts) for name, facts in grouped.items()}

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tables that hold figures, each cell read as a number where it is one."""
        return tuple(sheets(self.page))
