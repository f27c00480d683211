"""States, unions and bodies with the years in which they were there, and where a text names them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, day_number
from articles.facts.gazetteer import Entity, gazetteer
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file
from rules.laws.blocks import dated
from rules.laws.nearby import may_hold

_CAPITAL = regex(r"(?<![.!?] )\b(?!The\b|In\b)[A-Z][a-z]+ $")
"""The end of a longer name: "North German Confederation"."""
ACRONYMS = WordList(__file__, "acronyms")
SHORTEST = 5
"""A name shorter than this may be another thing's abbreviation; those of ``ACRONYMS`` are not."""


class Existence(NamedTuple):
    """A name and the first and last year in which what it means was there; None where it has no such end.

    ``entity`` is the gazetteer's name for it. ``continuing`` says that it carries on another body, whose
    members it took over. ``slack`` are the years before and after in which its name is used all the same.
    """

    name: str
    entity: str
    start: int | None
    end: int | None
    continuing: bool = False
    slack: tuple[int, int] = (0, 0)

    def holds(self, date: Date) -> bool:
        """Whether any day of a date may lie within."""
        before, after = self.slack
        if self.start is not None and date.latest is not None and date.latest < day_number(self.start - before, 1, 1):
            return False
        return self.end is None or date.earliest is None or date.earliest <= day_number(self.end + after, 12, 31)

    def told(self) -> str:
        """Its years as an editor would write them."""
        if self.end is None:
            return f"from {self.start}"
        return f"{self.start}–{self.end}" if self.start is not None else f"until {self.end}"


@cache
def existences() -> dict[str, Existence]:
    """Every name that is sure to mean one thing, with its years."""
    rows = data_file(__file__, "existence.toml")
    unsure = frozenset(rows["unsure"])
    found: dict[str, Existence] = {}
    for entity in gazetteer().entities.values():
        if entity.kind in ("former", "body") and entity.name not in unsure:
            for name in _sure(entity, unsure):
                before, after = rows["loose"].get(name, rows["loose"].get(entity.name, (0, 0)))
                carried = entity.name in rows["continuing"]
                found[name] = Existence(name, entity.name, entity.start, entity.end, carried, (before, after))
    for row in rows["entity"]:
        for name in row["names"]:
            before, after = rows["loose"].get(name, (0, 0))
            found[name] = Existence(name, name, row["start"], row["end"], slack=(before, after))
    return found


@cache
def _by_word() -> dict[str, list[str]]:
    """The names by the longest word of each."""
    found: dict[str, list[str]] = {}
    for name in existences():
        found.setdefault(max(name.lower().split(), key=len), []).append(name)
    return found


def _sure(entity: Entity, unsure: frozenset[str]) -> Iterator[str]:
    for name in (entity.name, *entity.names):
        if name not in unsure and (len(name) >= SHORTEST or name in ACRONYMS):
            yield name


def named(article: Article) -> Iterator[tuple[Existence, ProseSpan]]:
    """Every place where a paragraph with a date names one of them, the longest name at each place."""
    held = (names for word, names in _by_word().items() if may_hold(article, word))
    possible = {name: existences()[name] for names in held for name in names if may_hold(article, name.lower())}
    yield from _named(article, possible) if possible else ()


def _named(article: Article, possible: dict[str, Existence]) -> Iterator[tuple[Existence, ProseSpan]]:
    found: dict[int, tuple[Existence, ProseSpan]] = {}
    text, blocks = article.page.prose.text, set(article.once(dated))
    for name, known in possible.items():
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            whole = whole and not _CAPITAL.search(text, max(at - 24, 0), at) and article.page.block_at(at) in blocks
            if whole and (at not in found or found[at][1].end < end):
                found[at] = known, ProseSpan(at, end)
            at = text.find(name, end)
    yield from (found[at] for at in sorted(found))
