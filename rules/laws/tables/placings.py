"""A place that a row gives, in a race, a league or a chart, and a sentence that gives the same one otherwise.

"She finished fourth at the European Championships of 1974", "in Norway it climbed to number 4": the sentence has one
place and names one row, by its year where the rows have years, and nothing in it speaks of a part or another time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.facts.table_words import header
from articles.page import Cell, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, data_file, worded
from rules.laws.asides import without_concession
from rules.laws.nearby import may_hold, occurrences, sentence_at
from rules.laws.tables.running import is_running
from rules.rule import Outcome

_PLACES = WordList(__file__, "places")
_DOERS = WordList(__file__, "doers")
_VERBS = WordList(__file__, "verbs")
_GAINED = worded(
    __file__,
    r"\b{verbs} (?:{filling} ){0,4}(?:(?:(?i:number|no\.?) |#)(?P<number>[0-9]{1,3}|{numbers})"
    r"|(?P<ordinal>{ordinals}|[0-9]{1,3}(?:st|nd|rd|th)))\b(?! {no-places}\b)",
)
_CELL = regex(r"\s*([0-9]{1,3})(?:st|nd|rd|th)?\.?\s*")
_YEAR = regex(r"\b((?:1[89]|20)[0-9]{2})\b")
_NAME = regex(r"[^\W\d_][^|]{2,49}")
_CAPITAL = regex(r"(?<=[a-z,] )[A-ZÀ-Þ][\w'’-]+")
_PARTLY = worded(__file__, r"\b{partly}\b")
_MOST = 500
"""With more rows an article is a list, whose rows are not told again one by one."""


class Placed(NamedTuple):
    """A row with a place: the place, where it stands, its heading, what names the row, and its year.

    ``around`` are the years of the whole table; ``doer`` says that it lists those who were placed.
    """

    place: int
    span: ProseSpan
    heading: str
    names: tuple[str, ...]
    year: str
    around: frozenset[str]
    doer: bool


def placings(article: Article) -> Iterator[tuple[Placed, ProseSpan, Outcome]]:
    """Each row's place with the sentence that tells it, and whether they agree."""
    tables = [rows for table in article.page.tables if (rows := _rows(article, table))]
    if not 0 < sum(map(len, tables)) <= _MOST or not any(may_hold(article, verb) for verb in _VERBS):
        return
    starts = {sentence_at(article, at) for at in occurrences(article, _VERBS)}
    for sentence in sorted(starts):
        if is_running(article.page.block_at(sentence.start)):
            yield from _told(article, sentence, tables)


def _told(
    article: Article, sentence: ProseSpan, tables: list[list[Placed]]
) -> Iterator[tuple[Placed, ProseSpan, Outcome]]:
    text = article.page.text(sentence)
    gained = list(_GAINED.finditer(text))
    if len(gained) != 1 or "“" in text or '"' in text:
        return
    which = "number" if gained[0]["number"] else "ordinal"
    years = set(_YEAR.findall(text))
    named = [row for rows in tables for row in rows if _is_named(row, text, years, gained[0].start())]
    text = without_concession(text)
    if len(named) == 1 and not _PARTLY.search(_without(text, (*named[0].names, article.page.title))):
        row, place = named[0], _value(gained[0][which])
        span = ProseSpan(sentence.start + gained[0].start(which), sentence.start + gained[0].end(which))
        yield row, span, Outcome.CONSISTENT if row.place == place else Outcome.CONFLICTING


def _without(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = text.replace(name, " ")
    return text.lower()


def _is_named(row: Placed, text: str, years: set[str], verb: int) -> bool:
    """Whether a sentence is of the thing of a row: who is placed stands before the verb, and nobody else does."""
    if years - row.around != ({row.year} if row.year else set()):
        return False
    places = [text.find(name) for name in row.names if name in text]
    if not row.doer:
        return bool(places)
    return any(0 <= at < verb and not _CAPITAL.search(text[:at]) for at in places)


def _rows(article: Article, table: Table) -> list[Placed]:
    """The rows of a table with one column of places; a name that several rows of one year have is none."""
    grid = table.grid()
    if len(grid) < 3 or not all(cell.header for cell in grid[0].values()):
        return []
    texts = {at: article.page.text(cell.prose) for at, cell in grid[0].items()}
    heads = {at: header(text)[0] for at, text in texts.items()}
    columns = [at for at, head in heads.items() if head in _PLACES]
    if len(columns) != 1:
        return []
    dated = {at for at, head in heads.items() if head in ("year", "season", "edition")}
    around = frozenset(_YEAR.findall(" ".join((article.page.title, article.page.text(table.caption), *texts.values()))))
    read = _Reader(article, heads, columns[0], dated, around, not _DOERS.isdisjoint(heads.values()))
    found = [made for row in grid[1:] if (made := read.row(row))]
    times = Counter((name, row.year) for row in found for name in row.names)
    return [
        row._replace(names=names)
        for row in found
        if (names := tuple(name for name in row.names if times[name, row.year] == 1))
    ]


class _Reader(NamedTuple):
    """What the header of a table says of its rows."""

    article: Article
    heads: dict[int, str]
    column: int
    dated: set[int]
    around: frozenset[str]
    doer: bool

    def row(self, row: dict[int, Cell]) -> Placed | None:
        """A row with one place."""
        texts = {at: " ".join(self.article.page.text(cell.prose).split()) for at, cell in row.items()}
        place = _CELL.fullmatch(self.article.page.text(row[self.column].prose)) if self.column in row else None
        years = {year for at in self.dated for year in _YEAR.findall(texts.get(at, ""))}
        if place is None or len(years) > 1 or (self.dated and not years):
            return None
        labels = {at for at, head in self.heads.items() if head in _DOERS} if self.doer else texts.keys() - self.dated
        names = tuple(texts[at] for at in sorted(labels & texts.keys() - {self.column}) if _NAME.fullmatch(texts[at]))
        start = row[self.column].prose.start
        span = ProseSpan(start + place.start(1), start + len(place[0].rstrip(". \n")))
        return Placed(
            int(place[1]), span, self.heads[self.column], names, next(iter(years), ""), self.around, self.doer
        )


@cache
def _listed(name: str) -> list[str]:
    words: str = data_file(__file__, "words.toml")["placings"][name]
    return [word.strip() for word in words.split(",")]


def _value(told: str) -> int:
    """The number of a place: "fourth", "4th", "4", "four"."""
    if told[0].isdecimal():
        return int(told.rstrip("stndrh"))
    return next(words.index(told) for words in (_listed("numbers"), _listed("ordinals")) if told in words) + 1
