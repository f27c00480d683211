"""A sentence that names the thing of one row of a table, and one figure or date in it that the row tells otherwise.

What ties the two is the sort: a figure of the one column with its unit or its noun, a date of the deed that the
header names ("Completed", "Awarded"), a year of a list of works. Where nothing but the unit says so, the one figure
must be the other misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind, Number, Quantity
from articles.facts.sheets import sheet_words
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.agreement import values
from rules.laws.figures.misread import misread
from rules.laws.nearby import claims_in, left, right, sentence_at
from rules.laws.tables.row_slips import stands_beside
from rules.laws.tables.row_words import again, clause_list, having, intrinsic, measure, words_of
from rules.laws.tables.running import naming
from rules.laws.tables.stated_rows import Stated, is_date, stated
from rules.laws.times.told_deeds import lexicon
from rules.rule import Outcome

_SHORTEST = 3
MOST_NAMES = 400
"""Of more rows no reader holds one against the text."""
_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
STRANGE = worded(__file__, r"\b{strange}\b", re.IGNORECASE)
_PLACED = regex(
    r"\b(?:on|at|near|in|from|(?<!won )by|with|"
    r"below|above|to|between|than|under|behind|over|off|beside|of) (?:the |a )?$"
)
_WHOSE = regex(r"(?:[’']s\b|,? (?:whose|which|where)\b)")
_SIZE = regex(r"\b([a-z]+) (?:of|is|was|measures|measuring)(?: (?:about|some|only|just))? $")
_CLOSE = 4
_ABROAD = regex(r"\b[Ii]n (?:the )?[A-ZÀ-Þ]")
_PERSONS = WordList(__file__, "persons")
_WORKS = WordList(__file__, "works")
_MADE = worded(__file__, r"\b{made}\b")
_ON = regex(r"\b(?:[Ii]n|[Oo]n)(?: the)? $")
_CAPITAL = regex(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][\w’'-]+")


class Told(NamedTuple):
    """A cell, and the reading in the text that tells the same."""

    cell: Stated
    text: Claim
    outcome: Outcome


def told_rows(article: Article) -> Iterator[Told]:
    """Every figure or date of a sentence on one row's thing that the row tells as well."""
    names = article.once(_names)
    if not names or len(names) > MOST_NAMES:
        return
    for block in article.once(naming):
        seen: set[int] = set()
        for claim in claims_in(article, block.span):
            sentence = sentence_at(article, claim.span.start)
            if sentence.start not in seen:
                seen.add(sentence.start)
                yield from _sentence(article, sentence, names)


def _names(article: Article) -> dict[str, list[Stated]]:
    """The cells by the name of their row, in any form in which a sentence may write it, if one row only has it."""
    found: dict[str, dict[tuple[int, int], list[Stated]]] = {}
    words = sheet_words()
    unnamed = words["total"] | words["others"] | words["whole"]
    for rows in article.once(stated):
        for cell in rows.cells:
            if len(cell.name) >= _SHORTEST and cell.name.lower() not in unnamed and not cell.name.isdecimal():
                for name in _forms(cell):
                    found.setdefault(name, {}).setdefault((cell.table.span.start, cell.row), []).append(cell)
    own = article.page.title.lower()
    return {
        name: next(iter(rows.values())) for name, rows in found.items() if len(rows) == 1 and name.lower() not in own
    }


def _forms(cell: Stated) -> Iterator[str]:
    """A name as the row writes it, and a person's by the last word."""
    yield cell.name
    if cell.names and cell.names[0][0].isascii() and cell.names[0][0].replace(" ", "").isalpha():
        yield f"{cell.name} {cell.names[0][0]}"
    last = cell.name.rpartition(" ")[2]
    if last != cell.name and last.isalpha() and len(last) >= _SHORTEST and last[0].isupper():
        kind = cell.names[0][0] if cell.names else ""
        if not _PERSONS.isdisjoint(kind.split()):
            yield last


def _sentence(article: Article, sentence: ProseSpan, names: dict[str, list[Stated]]) -> Iterator[Told]:
    """The readings of a sentence that names one row's thing and no other's."""
    text = article.page.text(sentence)
    holds = [name for name in names if name in text]
    named = {name: at for name in holds if (at := _found(text, name, names[name][0])) >= 0}
    named = {name: at for name, at in named.items() if not any(name != each and name in each for each in named)}
    if len(named) != 1 or "“" in text or '"' in text:
        return
    name, at = next(iter(named.items()))
    where = ProseSpan(sentence.start + at, sentence.start + at + len(name))
    for cell in names[name]:
        alike = [claim for claim in claims_in(article, sentence) if _is_told(article, cell, claim, where)]
        if len(alike) != 1 or stands_beside(article, cell, alike[0]):
            continue
        if values(cell.value, alike[0].value) is not Outcome.CONFLICTING:
            continue
        yield Told(cell, alike[0], Outcome.CONFLICTING)


def _found(text: str, name: str, cell: Stated) -> int:
    """Where a name stands in a sentence as whole words; -1 where it does not."""
    at = text.find(name)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + len(name) : at + len(name) + 1].isalnum():
            person = " " in name and bool(cell.names) and not _PERSONS.isdisjoint(cell.names[0][0].split())
            longer = at > 1 and text[at - 2].isalpha() and text[:at].rstrip().rpartition(" ")[2][:1].isupper()
            return -1 if longer and not person and " " in text[:at].strip() else at
        at = text.find(name, at + 1)
    return -1


def _is_told(article: Article, cell: Stated, claim: Claim, where: ProseSpan) -> bool:
    """Whether a reading is of the sort that a cell states, and of the thing of the row."""
    if claim.quoted or claim.parts:
        return False
    if is_date(cell.value):
        return claim.kind is Kind.DATE and _dated(article, cell, claim, where)
    if not isinstance(claim.value, type(cell.value)) or not isinstance(claim.value, (Number, Quantity)):
        return False
    slip, sized = misread(cell.value, claim.value), _sized(article, cell, claim, where)
    if not (sized or _one_time(article, cell, claim)):
        return False
    said = _between_text(article, where, claim) if sized else _ahead_and_clause(article, claim)
    name = article.page.text(where)
    for own in (name, name.lower(), article.page.title):
        said = said.replace(own, " ")
    if not again().isdisjoint(words_of(said)) or STRANGE.search(said) or (not slip and _ABROAD.search(said)):
        return False
    before = article.page.prose.text[max(where.start - 24, 0) : where.start]
    if _PLACED.search(before) and not (
        slip and (_WHOSE.match(article.page.prose.text, where.end) or _there(article, where, claim))
    ):
        return False
    if isinstance(claim.value, Quantity):
        words = words_of(article.page.text(sentence_at(article, claim.span.start)))
        return sized or (slip and (_only_unit(article, cell) or any(cell.told.by(word) for word in words)))
    noun = claim.value.noun
    whole = article.page.text(sentence_at(article, claim.span.start)).lower()
    if cell.loose and not all(word in whole for word in words_of(cell.heading)):
        return False
    return noun is not None and cell.told.by(noun.rsplit(" ", 1)[-1].lower()) and len(noun.split()) == 1


def _sized(article: Article, cell: Stated, claim: Claim, where: ProseSpan) -> bool:
    """Whether a sentence gives a thing its measure by name, and in no year: "the reflector has a mirror of"."""
    told_of = _SIZE.search(left(article, claim.span.start, 60))
    named = told_of is not None and cell.told.by(told_of[1].lower()) and _near(article, cell, where, claim)
    return named and isinstance(claim.value, Quantity) and not cell.years


def _near(article: Article, cell: Stated, where: ProseSpan, claim: Claim) -> bool:
    """Whether nothing but the measure stands between the name of a thing and a figure: "X has a mirror of"."""
    words = words_of(_between_text(article, where, claim))
    known = clause_list("measured") | having()
    return where.end <= claim.span.start and all(word in known or cell.told.by(word) for word in words)


def _there(article: Article, where: ProseSpan, claim: Claim) -> bool:
    """Whether a figure stands right before the place that has so many: "620 beds in the Castle Barracks"."""
    words = words_of(_between_text(article, where, claim))
    return claim.span.end <= where.start and len(words) <= _CLOSE


def _between_text(article: Article, where: ProseSpan, claim: Claim) -> str:
    return article.lowered[slice(*_between(where, claim))]


def _ahead_and_clause(article: Article, claim: Claim) -> str:
    """A sentence up to a reading, and its clause behind it."""
    behind = right(article, claim.span.end, 60).partition(",")[0]
    return f"{left(article, claim.span.start, 300)} {behind}"


def _clause(article: Article, claim: Claim) -> str:
    """The words around a reading, as far as the next signs."""
    ahead = left(article, claim.span.start, 120)
    behind = right(article, claim.span.end, 60)
    return f"{ahead.rpartition(', ')[2]} {behind.partition(',')[0]}"


def _only_unit(article: Article, cell: Stated) -> bool:
    """Whether no other column of a table has figures of a cell's unit."""
    assert isinstance(cell.value, Quantity)
    return not any(
        isinstance(each.value, Quantity) and each.value.unit == cell.value.unit and each.heading != cell.heading
        for rows in article.once(stated)
        for each in rows.cells
        if each.table is cell.table
    )


def _one_time(article: Article, cell: Stated, claim: Claim) -> bool:
    """Whether a sentence and a table speak of one time: neither names a year that the other does not."""
    if intrinsic(cell.heading) and not measure(cell.heading).by("population"):
        return True
    said = set(_YEAR.findall(article.page.text(sentence_at(article, claim.span.start))))
    said -= set(_YEAR.findall(article.page.text(_row(cell))))  # "opened in 1956", as the row says too
    headed = set(_YEAR.findall(cell.heading))
    if len(article.once(_years)) == 1:
        return True
    ours = set(_YEAR.findall(article.page.title))
    return said - ours <= cell.years and headed <= said


def _years(article: Article) -> frozenset[str]:
    """The years that an article names anywhere."""
    return frozenset(_YEAR.findall(article.page.prose.text))


def _row(cell: Stated) -> ProseSpan:
    """All of the row of a cell."""
    cells = cell.table.rows[cell.row]
    return ProseSpan(cells[0].prose.start, cells[-1].prose.end)


def _dated(article: Article, cell: Stated, claim: Claim, where: ProseSpan) -> bool:
    """Whether a date is that of the deed, or of the making, that a column of dates is of."""
    value = claim.value
    if not isinstance(value, Date) or value.circa or not _ON.search(left(article, claim.span.start, 30)):
        return False
    clause, head = _clause(article, claim).lower(), cell.heading.lower()
    if not again().isdisjoint(words_of(clause)) or _CAPITAL.search(
        article.page.text(ProseSpan(*_between(where, claim)))
    ):
        return False
    if head in ("year", "date"):
        kind = cell.names[0][0] if cell.names else ""
        return (
            kind in _WORKS
            and _MADE.search(article.page.text(sentence_at(article, claim.span.start)).lower()) is not None
        )
    words = lexicon()
    deed = words.did.get(head) or words.deed.get(head)
    told = [words.did[found] for found in words.did if f" {found} " in f" {clause} "] if deed else []
    alike = deed in told or (deed is None and cell.told.words and any(cell.told.by(word) for word in words_of(clause)))
    return bool(alike) and not _PLACED.search(article.page.prose.text[max(where.start - 24, 0) : where.start])


def _between(where: ProseSpan, claim: Claim) -> tuple[int, int]:
    """The stretch between a name and a reading."""
    return (where.end, claim.span.start) if where.end <= claim.span.start else (claim.span.end, where.start)
