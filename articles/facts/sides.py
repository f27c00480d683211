"""The sides of a conflict or of an election, as an infobox names them in numbered fields, and who in the text is which.

A side is told by its name, by its people ("the French"), or by the first letters of a name that no list knows ("the
Ruritanians" of Ruritania). A name that fits two sides, or none of those that the infobox has, is nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from articles.claims.claim import Claim, Number, Percent
from articles.facts.fields import normal, own_boxes, rules
from articles.facts.gazetteer import gazetteer
from articles.page import Block, Form, Page, Place
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import WordList

_WORD = regex(r"[^\W\d_]{4,}")
_NAMED = regex(r"[A-Z][\w'’-]{1,30}(?: (?:of |and |the ){0,2}[A-Z][\w'’-]{1,30}){0,4}")
_GENERIC = WordList(__file__, "generic")
_STANDING = WordList(__file__, "standing")
_OUTCOMES = WordList(__file__, "outcomes")
_SENTENCE = regex(r"[.!?][\"”)]?(?:\[[^\]\[]{1,20}\])* (?=[A-Z“\"(])|$")
_BETWEEN = regex(r"(?:[ ,:(a-z%)]|(?<= for )[A-Z][\w-]* )*")
_FAR = 60
"""How far apart the numbers of one side stand."""
_LONGEST = 4000
_OPENING = 5
"""How many paragraphs of a lead tell of the whole: a longer one is a text without headings."""
STEM = 5
"""How many letters of a name its people's begins with."""


class SideNamed(NamedTuple):
    """A side by the label of its first field, with what its names begin with and what the gazetteer calls it."""

    label: str
    stems: frozenset[str]
    entities: frozenset[str]


class Sides:
    """The sides of one page."""

    def __init__(self, page: Page, stems: Sequence[str]) -> None:
        """Take the page and the beginnings of the keys under which its infobox names a side, the label's first."""
        self.named = tuple(_sides(page, stems))

    def of(self, name: str) -> str | None:
        """The side that a name of the text is; the name itself where no infobox tells the sides."""
        if name.lower() in _STANDING:
            return None
        stems, entities = _stems(name), _entities(name)
        if not self.named:
            alone = name.lower() in _GENERIC
            return next(iter(entities), None if alone else name.removesuffix("s"))
        found = [
            side for side in self.named if not (stems.isdisjoint(side.stems) and entities.isdisjoint(side.entities))
        ]
        return found[0].label if len(found) == 1 else None


def _sides(page: Page, stems: Sequence[str]) -> Iterator[SideNamed]:
    for box in own_boxes(page):
        fields = {normal(field.key): page.text(field.prose).replace(GAP, " ").strip() for field in box.fields}
        for number in map(str, range(1, 21)):
            texts = [fields[stem + number] for stem in stems if fields.get(stem + number)]
            if texts:
                yield SideNamed(texts[0], frozenset().union(*map(_stems, texts)), _entities("\n".join(texts)))


def _stems(text: str) -> frozenset[str]:
    """What the words of a name begin with, without those that several sides may have if it has others."""
    words = [word.lower() for word in _WORD.findall(text)]
    own = [word for word in words if word not in _GENERIC]
    return frozenset(word[:STEM] for word in own or words)


@cache
def _canonical(name: str) -> frozenset[str]:
    return frozenset(reading.entity for reading in gazetteer().named(name))


def _entities(text: str) -> frozenset[str]:
    """What the gazetteer knows of the names in a text, whole and in their parts."""
    found: set[str] = set()
    for name in _NAMED.findall(text):
        whole = _canonical(name) or _canonical(name.rstrip("s"))
        found |= whole or {entity for word in name.split() for entity in _canonical(word)}
    return frozenset(found)


def side_stems(name: str) -> Sequence[str]:
    """The beginnings of the keys that name the sides a property is told of by."""
    return rules().sides.get(name, ())


def outcome(page: Page, claims: Sequence[Claim]) -> Iterator[tuple[ProseSpan, Sequence[Claim], Place]]:
    """The sentences with a claim in the lead and under the headings that tell how it ended."""
    starts = [claim.span.start for claim in claims]
    whole = frozenset(block.span for block in page.lead[:_OPENING])
    for block in page.blocks:
        if block.form is Form.PARAGRAPH and (block.span in whole or _is_told(page, block)):
            for start, end in _sentences(page.text(block.span), block.span.start):
                within = claims[bisect_left(starts, start) : bisect_left(starts, end)]
                if within:
                    yield ProseSpan(start, end), within, block.place


def _is_told(page: Page, block: Block) -> bool:
    if block.place is not Place.BODY or block.section < 0:
        return False
    return page.sections[block.section].title.strip().lower() in _OUTCOMES


def _sentences(text: str, base: int) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences of a paragraph."""
    start = 0
    for end in _SENTENCE.finditer(text):
        if end.end() - start <= _LONGEST:
            yield base + start, base + end.end()
        start = end.end()


def side_of(text: str, claim: Claim, heads: list[tuple[int, str | None]], claims: Sequence[Claim]) -> str | None:
    """Whose loss a number is: that of the nearest head before it, with nothing but numbers and words between."""
    before = [head for head in heads if head[0] <= claim.span.start]
    if not before:
        return None
    at, side = before[-1]
    for earlier in claims:
        if at <= earlier.span.start < claim.span.start:
            if earlier.span.start - at > _FAR or not isinstance(earlier.value, Number | Percent):
                return None
            at = earlier.span.end
    return side if claim.span.start - at <= _FAR and _BETWEEN.fullmatch(text, at, claim.span.start) else None
