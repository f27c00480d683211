"""The dated deeds that fields and the rows of chronologies tell: "Demolished: 1967", "Topping out | August 1979"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.page import Block, Cell, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.nearby import claims_in
from rules.laws.times.told_deeds import OWN, Deed, Scene, Telling, by_noun, doubtful, lexicon, plain, thing

_DATES = worded(__file__, r"(?:{dates})")
_EVENTS = worded(__file__, r"(?:{events})")
_WORD = regex(r"[\w’'-]+")


def sheet_tellings(article: Article) -> Iterator[Telling]:
    """Every dated deed of the fields and of the tables of events."""
    for box in article.page.infoboxes[:1]:
        for field in box.fields:
            yield from _of_field(article, field.key, field.prose)
    for table in article.page.tables:
        yield from _of_table(article, table)


def _of_field(article: Article, key: str, prose: ProseSpan) -> Iterator[Telling]:
    """The deed of a field, whose value is a date, with or without a place: "Debut: Norby Theatre, 1947"."""
    deed = _deed(key)
    claim = _only(article, prose) if deed else None
    if deed is None or claim is None:
        return
    said = article.lowered[prose.start : claim.span.start] + article.lowered[claim.span.end : prose.end]
    beside = thing(article, said, any_=True) or OWN
    if not doubtful(_WORD.findall(said)) and "(" not in said:
        yield Telling(deed, OWN, {"at": beside} if beside else {}, claim, prose, noun=True)


@lru_cache(1 << 10)
def _deed(key: str) -> Deed | None:
    """The deed that the key of a field names."""
    words = key.strip().lower().replace("_", " ")
    words = words.removeprefix("date of ").removesuffix(" date").removeprefix("date ").removesuffix(" year")
    return lexicon().did.get(words) or lexicon().deed.get(words)


def _of_table(article: Article, table: Table) -> Iterator[Telling]:
    """The deeds of a table of events and their dates."""
    grid = table.grid()
    heads = (
        {at: article.lowered[cell.prose.start : cell.prose.end].strip() for at, cell in grid[0].items()} if grid else {}
    )
    dates = [at for at, text in heads.items() if _DATES.fullmatch(text)]
    events = [at for at, text in heads.items() if _EVENTS.fullmatch(text)]
    for row in grid[1:] if len(dates) == len(events) == 1 else ():
        if dates[0] in row and events[0] in row:
            yield from _of_row(article, row[events[0]], row[dates[0]])


def _of_row(article: Article, event: Cell, date: Cell) -> Iterator[Telling]:
    claim = _only(article, date.prose)
    block = article.page.block_at(event.prose.start)
    if claim is None or not isinstance(block, Block):
        return
    said = article.lowered[event.prose.start : event.prose.end].strip()
    told = by_noun(Scene(article, block, event.prose, _WORD.findall(said)), said, claim, bare=True)
    if told is not None and not doubtful(_WORD.findall(said)):
        yield told


def _only(article: Article, prose: ProseSpan) -> Claim | None:
    """The one date of a cell or a field."""
    found = [claim for claim in claims_in(article, prose) if claim.kind is Kind.DATE]
    return found[0] if len(found) == 1 and plain(found[0]) else None
