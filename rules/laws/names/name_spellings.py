"""Two spellings of one person's surname, as transcriptions differ: Volkonsky and Volkonski, Meier and Meyer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.article import Article
from articles.facts.gazetteer import gazetteer
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.cited import cited

# The capital comes first and what must not stand before it second: so a search looks at capitals only.
_PERSON = regex(r"([A-Z](?<![\w’'-].)[a-z]{2,14}) ([A-Z][a-z]{4,19})(?![\w-])(?!['’]s [A-Z])")
_FORMS = frozenset((Form.PARAGRAPH, Form.CAPTION))
_ALIKE = (("tch", "ch"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("w", "v"), ("j", "i"))
_DOUBLE = regex(r"(.)\1")
MOST = 2000
"""More names than any article has persons are not compared."""


class Spelt(NamedTuple):
    """One person's name in its two spellings, every place of each."""

    first: list[ProseSpan]
    second: list[ProseSpan]


def name_spellings(article: Article) -> Iterator[Spelt]:
    """Persons of one given name whose surnames sound alike and are spelt in two ways."""
    text = article.page.prose.text
    persons: dict[str, dict[str, None]] = {}
    blocks: list[Block] = []
    seen = 0
    for block in article.page.blocks:
        if block.form not in _FORMS or block.place not in (Place.LEAD, Place.BODY, Place.CAPTION) or seen > MOST:
            continue
        blocks.append(block)
        named: list[tuple[str, str]] = _PERSON.findall(text, block.span.start, block.span.end)
        seen += len(named)
        for given, surname in named:
            persons.setdefault(given, {})[surname] = None
    alike = [
        tuple((given, surname) for surname in pair)
        for given, surnames in persons.items()
        if len(surnames) > 1 and given != "The"
        for pair in _alike(surnames)
        if not gazetteer().named(given)
    ]
    places = _places(text, blocks, {name for pair in alike for name in pair}) if alike else {}
    for one, other in alike:
        first, second = places[one], places[other]
        if not any(cited(article.page, each[0].start) for each in (first, second)):
            yield Spelt(first, second)


def _places(text: str, blocks: list[Block], wanted: set[tuple[str, str]]) -> dict[tuple[str, str], list[ProseSpan]]:
    """Every place of some persons' names, by given name and surname."""
    found: dict[tuple[str, str], list[ProseSpan]] = {name: [] for name in wanted}
    for block in blocks:
        for match in _PERSON.finditer(text, block.span.start, block.span.end):
            name = (match[1], match[2])
            if name in found:
                found[name].append(ProseSpan(*match.span()))
    return found


def _alike(surnames: Iterable[str]) -> Iterator[list[str]]:
    """Two surnames that sound alike, where no third one does."""
    found: dict[str, list[str]] = {}
    for name in surnames:
        found.setdefault(_sound(name), []).append(name)
    return (spellings for spellings in found.values() if len(spellings) == 2)


def _sound(name: str) -> str:
    """A name as far as transcriptions agree on it."""
    low = name.lower()
    for spelt, sound in _ALIKE:
        low = low.replace(spelt, sound)
    return _DOUBLE.sub(r"\1", low)
