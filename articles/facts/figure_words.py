"""The words of ``figures.toml``: what names a figure, and what may stand between the name and the number."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from articles.claims.claim import Claim, Kind, Money, Quantity
from articles.facts.gazetteer import WORD
from articles.words import data_file

PLACES = frozenset(("state", "settlement"))
"""The sorts of articles whose subject a figure is taken to be of where a sentence names nobody."""
DENSITY = "population-density"
SHARED = frozenset(("gdp", "gdp-per-capita", "public-debt"))
"""Figures that a percentage may follow: of their growth, or of the product."""


class Figure(NamedTuple):
    """What a phrase names: the property, its basis, the kind of claim that is its value and a quantity's unit.

    ``led`` are words of which one must lead from the name to the number, where the name alone is too vague.
    ``partnered`` says that it is one only where the other side is named: whoever sells is no exporter.
    """

    property: str
    basis: str | None
    value: str
    unit: str | None
    of: frozenset[str] = PLACES
    led: frozenset[str] = frozenset()
    partnered: bool = False

    def takes(self, claim: Claim) -> bool:
        """Whether a claim can be the figure's value."""
        if claim.kind != self.value or claim.quoted:
            dense = self.property == DENSITY and claim.kind is Kind.NUMBER
            return dense and not claim.quoted
        if self.unit is None:
            per = claim.value.per if isinstance(claim.value, Money) else None
            return per is None or self.property in ("gdp", "gdp-per-capita")
        return isinstance(claim.value, Quantity) and dimension(claim.value.unit) == dimension(self.unit)


class Words(NamedTuple):
    """``figures.toml``, indexed: phrases by their first word, longest first; verbs; the lists of words."""

    phrases: dict[str, list[tuple[tuple[str, ...], Figure]]]
    verbs: dict[str, Figure]
    counts: dict[str, Figure]
    dwellers: dict[str, Figure]
    adjectives: dict[str, Figure]
    lists: dict[str, frozenset[str]]
    heads: dict[str, dict[str, tuple[frozenset[str], ...]]]
    """By the kind of claim: the last words of the names of figures told by one, and what else each name has."""
    row: frozenset[str]
    """The words that may stand between two figures of one row, which share a date."""


@cache
def dimension(unit: str) -> str:
    """The dimension of a unit by its name alone: length, area, density; the unit itself where it is another."""
    head = unit.replace(" ", "")
    if head in AREAS or (head.endswith("**2") and "/" not in head):
        return "area"
    if head.startswith("1/"):
        return "per " + dimension(head[2:])
    return "length" if head in LENGTHS else head


AREAS = frozenset(("hectare", "acre", "square_mile", "square_foot"))
LENGTHS = frozenset(
    ("meter", "kilometer", "centimeter", "millimeter", "foot", "mile", "inch", "yard", "nautical_mile", "survey_foot")
)


@cache
def figure_words() -> Words:
    """The figures that ship with factlint."""
    rows = data_file(__file__, "figures.toml")
    phrases: dict[str, list[tuple[tuple[str, ...], Figure]]] = {}
    for row in rows["figure"]:
        for phrase in row["phrases"]:
            words = tuple(WORD.findall(phrase))
            phrases.setdefault(words[0], []).append((words, _figure(row)))
    for listed in phrases.values():
        listed.sort(key=lambda pair: -len(pair[0]))
    verbs = {word: _figure(row) for row in rows["verb"] for word in row["words"]}
    counts = {noun: _figure(row) for row in rows["count"] for noun in row["nouns"]}
    dwellers = {noun: _figure(row) for row in rows["dwellers"] for noun in row["nouns"]}
    adjectives = {word: _figure(row) for row in rows["adjective"] for word in row["words"]}
    lists = {name: frozenset(words) for name, words in rows["words"].items()}
    told = [(words, kind) for listed in phrases.values() for words, figure in listed for kind in _kinds(figure)]
    told += [((word,), kind) for word, figure in verbs.items() for kind in _kinds(figure)]
    told.append((("above", "sea", "level"), Kind.QUANTITY))  # "lies 340 m above sea level"
    heads: dict[str, dict[str, tuple[frozenset[str], ...]]] = {}
    for words, kind in told:
        known = heads.setdefault(kind, {})
        known[words[-1]] = (*known.get(words[-1], ()), frozenset(filter(str.isalpha, words[:-1])))
    spoken = (word for listed in phrases.values() for words, _ in listed for word in words)
    row = lists["link"] | lists["before"] | {*spoken, ",", "and", "while", "the", "in", "by"}
    return Words(
        phrases,
        verbs,
        counts,
        dwellers,
        adjectives,
        lists,
        heads,
        row,
    )


def _kinds(figure: Figure) -> tuple[str, ...]:
    """The kinds of claim that a figure may be told by: its value's, and for some the share or the count beside it."""
    if figure.property in SHARED:
        return figure.value, Kind.PERCENT
    return (figure.value, Kind.NUMBER) if figure.property == DENSITY else (figure.value,)


def _figure(row: dict[str, Any]) -> Figure:
    of = frozenset(row["of"]) if "of" in row else PLACES
    led, partnered = frozenset(row.get("led", ())), bool(row.get("partnered"))
    return Figure(row["property"], row.get("basis"), row.get("value", ""), row.get("unit"), of, led, partnered)
