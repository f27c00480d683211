"""The words of ``described.toml``: which nouns, verbs and adjectives name the property that a figure is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from articles.claims.claim import Claim, Duration, Money, Number, Percent, Quantity
from articles.words import data_file
from rules.laws.nouns import head

Phrase = tuple[str, ...]


class Property(NamedTuple):
    """A property: the sorts of figure that it may have, and what its counts are of.

    ``yearly`` marks one that is another every year, ``generic`` one that is told of any of a sort ("a clutch of");
    ``only_of`` are the nouns of which the article's subject has to be one.
    """

    name: str
    sorts: frozenset[str]
    things: frozenset[str]
    yearly: bool
    generic: bool = False
    only_of: frozenset[str] = frozenset()

    def fits(self, claim: Claim) -> bool:
        """Whether a figure may be of the property."""
        value = claim.value
        if isinstance(value, Number):
            return "count" in self.sorts and (value.noun is None or head(value.noun) in self.things)
        return sort_of(claim) in self.sorts


class Lexicon(NamedTuple):
    """Phrases by the word that a search meets first: nouns and verbs by their last one, ``behind`` by the first."""

    nouns: dict[str, list[tuple[Phrase, Property]]]
    verbs: dict[str, list[tuple[Phrase, Property]]]
    behind: dict[str, list[tuple[Phrase, Property]]]
    others: dict[str, list[tuple[Phrase, Property]]]
    having: dict[str, list[Phrase]]
    names: dict[str, Property]
    natural: dict[str, str]
    same: dict[str, str]
    counted: dict[str, str]
    stands: dict[str, frozenset[str]]


def _data() -> dict[str, Any]:
    return data_file(__file__, "described.toml")


@cache
def listed(name: str, key: str = "words") -> frozenset[str]:
    """A list of single words of the data."""
    return frozenset(_data()[name][key].split())


@cache
def lexicon() -> Lexicon:
    """The phrases of all properties."""
    stands = {name: frozenset(words.split()) for name, words in _data()["stands-for"].items()}
    found = Lexicon({}, {}, {}, {}, {}, {}, {}, {}, {}, stands)
    tables = {"nouns": found.nouns, "verbs": found.verbs, "behind": found.behind, "by-others": found.others}
    for name, row in _data()["property"].items():
        things = frozenset(head(word) for word in row.get("things", "").split())
        sorts = frozenset(row["of"].split())
        subjects = frozenset(row.get("only-of", "").split())
        marks = row.get("yearly", False), row.get("generic", False)
        made = found.names[name] = Property(name, sorts, things, *marks, subjects)
        for key, table in tables.items():
            for phrase in phrases(row.get(key, "")) if key != "verbs" else _with_plurals(row.get(key, "")):
                table.setdefault(phrase[0 if key == "behind" else -1], []).append((phrase, made))
    for phrase in phrases(_data()["having"]["verbs"]):
        found.having.setdefault(phrase[-1], []).append(phrase)
    for key, words in (("natural", found.natural), ("same", found.same), ("counted-as", found.counted)):
        for name, text in _data()[key].items():
            words.update(dict.fromkeys(text.split(), name))
    for table in tables.values():
        for rows in table.values():
            rows.sort(key=lambda each: -len(each[0]))
    return found


def phrases(text: str) -> Iterator[Phrase]:
    """The phrases of a list with commas, each as its words."""
    return (tuple(phrase.split()) for phrase in text.split(",") if phrase.strip())


def _with_plurals(text: str) -> Iterator[Phrase]:
    """The verbs of a list, those in the present as their plural too: "covers", "cover"."""
    for phrase in phrases(text):
        yield phrase
        if phrase[0].endswith("s") and phrase[0] not in ("is", "was", "has"):
            yield (phrase[0][:-1], *phrase[1:])


@cache
def deeds() -> dict[str, str]:
    """What is done to what is counted, or what it is in: the name of it by each of its phrases."""
    return {" ".join(phrase): name for name, text in _data()["deed"].items() for phrase in phrases(text)}


@cache
def shares() -> dict[str, str]:
    """What people are or do of whom a share is told, as for the deeds."""
    return {" ".join(phrase): name for name, text in _data()["share"].items() for phrase in phrases(text)}


@cache
def told_as() -> dict[str, str]:
    """Properties that are one wherever a figure's owner and time are: a crowd and its visitors."""
    table: dict[str, str] = _data()["one-topic"]
    return table


@cache
def allowed() -> tuple[Phrase, ...]:
    """Phrases whose words of another time tell of none."""
    return tuple(phrases(_data()["allowed"]["phrases"]))


@cache
def whole() -> tuple[Phrase, ...]:
    """Phrases that a sentence may open with and tell of the whole all the same."""
    return tuple(phrases(_data()["whole"]["phrases"]))


@cache
def added() -> dict[str, str]:
    """What words behind a figure add to its property."""
    table: dict[str, str] = _data()["added"]
    return table


@cache
def superlatives() -> dict[str, str]:
    """What "at its deepest" measures."""
    table: dict[str, str] = _data()["superlative"]
    return table


def sort_of(claim: Claim) -> str | None:
    """What a figure measures: the sort of its unit, money, or a count; None for what is compared nowhere."""
    match claim.value:
        case Quantity(unit=unit, difference=False):
            return _sorts().get(unit.replace(" ", ""))
        case Money():
            return "money"
        case Number():
            return "count"
        case Percent(points=False):
            return "percent"
        case Duration():
            return "time"
        case _:
            return None


@cache
def _sorts() -> dict[str, str]:
    return {unit: name for name, units in _data()["units"].items() for unit in units.split()}


def ends(words: Sequence[str], rows: Iterable[tuple[Phrase, Property]], claim: Claim) -> tuple[Phrase, Property] | None:
    """The longest phrase that some words end with and whose property the figure may be of."""
    for phrase, made in rows:
        if tuple(words[-len(phrase) :]) == phrase and made.fits(claim):
            return phrase, made
    return None


@lru_cache(1 << 12)
def changing(noun: str) -> bool:
    """Whether a count of these is another one every year."""
    return head(noun) in listed("changing", "nouns")
