"""A cell of a table, and a sentence of the running text that tells the same of the thing that the row is about.

The sentence must name the thing as the row does, and the event or the measure as the header does: "Norby Bridge was
opened on 4 May 1960", "Norby has a population of 5,100". A year in the one that the other does not name parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number, Value
from articles.facts.sheets import sheet_words
from articles.page import Block
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.agreement import values
from rules.laws.figures.narrowed import narrowed
from rules.laws.nearby import left, right, sentence_at
from rules.laws.tables.row_notes import same_thing
from rules.laws.tables.row_slips import stands_beside, told_by_slip
from rules.laws.tables.row_words import intrinsic, words_of
from rules.laws.tables.running import naming
from rules.laws.tables.stated_rows import Stated, is_date, numbers, stated
from rules.rule import Outcome

_SHORTEST = 3
_WIDTH = 140
_NEAR = 25
"""How near to a lasting measure a year must stand to be its own."""
_MOST = 6
"""So many cells of one name are kept: a thing in more tables than that is none that a reader compares."""
_VOYAGE = regex(r"\b(?:voyage|trip|journey|crossing|accident|sailing|collision)\b")
_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_NUMBERED = regex(r" ([0-9]{1,4}|[IVX]{1,4}|[A-Z])\b")
_ASIDE = regex(r", (?:[a-z]+ed|built|called|now|then|also|once|an?|the|which|who|whose) [^,]{0,80}, ")
_OPENING = regex(
    r"[A-Z][a-z]+(?:ed|t|n) (?:on|in) (?:the )?"
    r"|(?:With|At|Having|Holding|Seating)(?: (?:about|around|some|over|nearly|only|an?|its))?(?: [a-z]+ of)? "
)
_BEHIND = regex(r"[^,.;A-ZÀ-Þ]{0,40},? (?:[Tt]he )?([A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ0-9][\w'’-]*){0,4})")
_PERSONS = WordList(__file__, "persons")
_ORDINALS = WordList(__file__, "ordinals")
_CAPITAL = regex(r"\b[A-ZÀ-Þ][\w'’-]*(?: (?:of |the |de |du |da )?[A-ZÀ-Þ][\w'’-]*)*")

_PLACED = worded(__file__, r"\b{places} (?:the )?$")
_COMMON = regex(r"\b(?=([Tt]he [a-z][\w-]*(?: [a-z][\w-]*){0,2}))")


class Elsewhere(NamedTuple):
    """A cell, and the reading in the text that tells the same."""

    cell: Stated
    text: Claim


def row_text(article: Article) -> Iterator[tuple[Elsewhere, Outcome]]:
    """Every cell with what the running text says of the same, and whether they agree."""
    cells = article.once(_by_name)
    if not cells:
        return
    sorts = frozenset(type(cell.value) for several in cells.values() for cell in several)
    for block in article.once(naming):
        yield from _block(article, block, cells, sorts)


def _by_name(article: Article) -> dict[str, list[Stated]]:
    """The cells of all tables by what their rows are about; a name of several rows of one table is not one thing."""
    found: dict[str, list[Stated]] = {}
    for cells, _ in article.once(stated):
        rows: dict[str, set[int]] = {}
        for cell in cells:
            rows.setdefault(cell.name, set()).add(cell.row)
        for cell in cells:
            plain = len(cell.name) >= _SHORTEST and cell.name.lower() not in _unnamed()
            if plain and len(rows[cell.name]) == 1:
                for name in _called(cell):
                    same = found.setdefault(name, [])
                    if len(same) < _MOST:
                        same.append(cell)
    return {name: cells for name, cells in found.items() if len({cell.name for cell in cells}) == 1}


def _called(cell: Stated) -> Iterator[str]:
    """What the thing of a row is called: by its name, and by the header's noun behind it ("Orr Viaduct")."""
    yield cell.name
    head = cell.names[0][0] if cell.names else ""
    if head in _PERSONS and " " in cell.name:
        yield cell.name.rpartition(" ")[2]
    if cell.name[1:].islower():
        yield f"the {cell.name.lower()}"  # "Main hall" is "the main hall" in a sentence
    if head.isalpha() and head not in cell.name.lower():
        yield f"{cell.name} {head.capitalize()}"
        yield f"{cell.name} {head}"


@cache
def _unnamed() -> frozenset[str]:
    """Names of rows that are no names of things: totals, others, ordinals."""
    words = sheet_words()
    return words["total"] | words["others"] | words["whole"] | frozenset(_ORDINALS)


def _block(
    article: Article, block: Block, cells: dict[str, list[Stated]], sorts: Set[type[Value]]
) -> Iterator[tuple[Elsewhere, Outcome]]:
    for claim in numbers(article, block.span):
        name, where = _named(article, claim, cells) if type(claim.value) in sorts else ("", None)
        for cell in cells.get(name, ()):
            told = same_thing(article, cell, claim, where) and (not cell.loose or _headed(article, cell, claim))
            told = told and not (isinstance(claim.value, Number) and _on_the_way(article, claim))
            if (told and _one_time(article, cell, claim)) or told_by_slip(article, cell, claim, where):
                outcome = values(cell.value, claim.value)
                if outcome is Outcome.CONFLICTING and stands_beside(article, cell, claim):
                    outcome = Outcome.INCOMPARABLE  # "had 42 beds before the fire and 24 since"
                yield Elsewhere(cell, claim), outcome


def _on_the_way(article: Article, claim: Claim) -> bool:
    """Whether a count is that of one voyage or one accident, and not of the thing."""
    return _VOYAGE.search(left(article, claim.span.start, _WIDTH)) is not None


def _headed(article: Article, cell: Stated, claim: Claim) -> bool:
    """Whether a sentence says all that the header of a count says: "league goals", and not goals of any sort."""
    said = article.page.text(sentence_at(article, claim.span.start)).lower()
    return all(word in said for word in words_of(cell.heading))


def _named(article: Article, claim: Claim, cells: dict[str, list[Stated]]) -> tuple[str, ProseSpan | None]:
    """The thing that a sentence names last before a reading and where, or right behind an opening one; "" for none."""
    before = left(article, claim.span.start, _WIDTH)
    if _OPENING.fullmatch(before):
        behind = _BEHIND.match(right(article, claim.span.end, _WIDTH))
        return (_known(behind[1], behind[1], cells) if behind else ""), None
    asides = [aside.span() for aside in _ASIDE.finditer(before)]
    outer: list[re.Match[str]] = []
    inner: list[re.Match[str]] = []
    for each in _CAPITAL.finditer(before):
        if each[0] == "The" or (_PLACED.search(before[: each.start()]) and each[0] not in cells):
            continue  # where, or by whom: "was first performed in Dresden in 1836"
        (inner if any(first <= each.start() < end for first, end in asides) else outer).append(each)
    last = next((each for each in (*outer[-1:], *inner[-1:]) if _known(each[0], before[each.start() :], cells)), None)
    if last is None:
        return _common(before, claim.span.start, cells) if not outer else ("", None)
    start = claim.span.start - len(before) + last.start()
    name = _known(last[0], before[last.start() :], cells)
    length = len(name) + 4 * (last[0].startswith("The ") and not name.startswith("The "))
    return name, ProseSpan(start, start + length)


def _common(before: str, end: int, cells: dict[str, list[Stated]]) -> tuple[str, ProseSpan | None]:
    """The thing of a row that is named by a common noun only, last before a reading: "the main hall"."""
    for found in reversed(list(_COMMON.finditer(before))):
        words = found[1].lower().split(" ")
        name = next(
            (" ".join(words[:size]) for size in range(len(words), 1, -1) if " ".join(words[:size]) in cells), ""
        )
        if name:
            start = end - len(before) + found.start()
            return name, ProseSpan(start, start + len(name))
    return "", None


def _known(name: str, text: str, cells: dict[str, list[Stated]]) -> str:
    """A name as the cells have it: without its article, or with the number or the small word behind it; "" for none."""
    bare, text = name.removeprefix("The "), text.removeprefix("The ")
    numbered = _NUMBERED.match(text, len(bare))
    if numbered and f"{bare} {numbered[1]}" in cells:
        return f"{bare} {numbered[1]}"
    return next((each for each in (name, bare) if each in cells), "")


def _one_time(article: Article, cell: Stated, claim: Claim) -> bool:
    """Whether a sentence and a cell speak of one time, which an event always does, and a lasting measure."""
    if is_date(cell.value):
        return True
    if narrowed(article, claim.span.start, claim.span.end):
        return False
    if intrinsic(cell.heading):
        text = f"{left(article, claim.span.start, _NEAR)} {right(article, claim.span.end, _NEAR)}"
    else:
        ahead, behind = left(article, claim.span.start, _WIDTH), right(article, claim.span.end, _WIDTH)
        text = f"{ahead.rpartition(';')[2]} {behind.partition(';')[0]}"
    years = set(_YEAR.findall(text)) - {article.page.text(claim.span)}
    return years == cell.years or (not years and not cell.years)
