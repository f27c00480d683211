"""The embassies that the state of an article has or has not, by clauses, items and tables that name only the host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.facts.gazetteer import WORD, Form, gazetteer, plain
from articles.page import Form as Shape
from articles.page import Table
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.called import subject_of
from rules.laws.names.names_in import Name, names_in
from rules.laws.nearby import may_hold, sentence_at

_NONE = worded(
    __file__,
    r" (?:{light} )?(?:(?:{having}) no|(?:does|do) not (?:{light} )?{have} an?|lacks an?) (?:{sorts} )?{embassies} "
    "(?:in|to) ",
)
_HAS = worded(__file__, r" (?:{light} )?(?:{having}) (?:an?|its) (?:{sorts} )?{embassies} (?:in|to) ")
_OPENED = worded(__file__, r"\b[Aa]n? (?:{sorts} )?{embassies} (?:was|has been) (?:opened|established|set up) in ")
_SET_UP = worded(__file__, r" (?:{light} )?(?:opened|established|set up) (?:an?|its) (?:{sorts} )?{embassies} in ")
_LASTS = worded(__file__, r"\b{lasts}\b")
_TIMED = worded(__file__, r"\b{timed}\b")
_ENDED = worded(__file__, r"\b{ended}\b")
_MISSIONS = worded(__file__, r"\b{missions}\b", re.IGNORECASE)
_HEADS = WordList(__file__, "hosts")


class Post(NamedTuple):
    """A statement that there is an embassy in a country, or none, and where it is made."""

    host: str
    span: ProseSpan
    has: bool


def own_state(article: Article) -> str | None:
    """The one state that an article on a state's affairs is about."""
    about = article.parties
    if about.pair or about.person:
        return None
    if about.own in gazetteer().entities:
        return about.own
    words = [plain(word) for word in WORD.findall(article.page.title)]
    found = (gazetteer().find(words, at) for at in range(len(words)))
    named = {reading.entity for name in found if name for reading in name[1] if reading.form is Form.NAME}
    return named.pop() if len(named) == 1 else None


def posts(article: Article) -> Iterator[Post]:
    """What clauses, items and tables say of the embassies of the article's state."""
    own = own_state(article)
    if own is None or not may_hold(article, "embassy"):
        return
    for name in _mentions(article):
        yield from _of_clause(article, own, name)
    for table in article.page.tables:
        yield from _of_table(article, own, table)


def _mentions(article: Article) -> Iterator[int]:
    """Where "embassy" stands in running text."""
    low = article.lowered
    at = low.find("embassy")
    while at >= 0:
        block = article.page.block_at(at)
        if block is not None and block.form is Shape.PARAGRAPH:
            yield at
        at = low.find("embassy", at + 1)


def _of_clause(article: Article, own: str, at: int) -> Iterator[Post]:
    """What the clause around a mention says, of now."""
    text = article.page.prose.text
    sentence = sentence_at(article, at)
    sign = text.rfind("; ", sentence.start, at)
    start = sign + 2 if sign >= 0 else sentence.start
    behind = text.find(";", at, sentence.end)
    part = ProseSpan(start, behind if behind >= 0 else sentence.end)
    if _TIMED.search(text, *part):
        return
    subject = rf"(?:{re.escape(own)}|{article.once(subject_of)})"
    for who in re.finditer(rf"\b{subject}(?= )", text[part.start : at]):
        for words, has in ((_NONE, False), (_HAS, True)):
            said = words.match(text, part.start + who.end(), part.end)
            host = _host(article, own, said.end(), part.end) if said else None
            if host is not None:
                yield Post(host.entity, ProseSpan(part.start + who.start(), host.span.end), has)
                return
        set_up = _SET_UP.match(text, part.start + who.end(), part.end)
        host = _host(article, own, set_up.end(), part.end) if set_up else None
        if host is not None and (_LASTS.search(text, *part) or not _ENDED.search(article.lowered)):
            yield Post(host.entity, ProseSpan(part.start + who.start(), host.span.end), True)
            return
    opened = _OPENED.search(text, *part)
    host = _host(article, own, opened.end(), part.end) if opened else None
    if opened and host is not None and (_LASTS.search(text, *part) or not _ENDED.search(article.lowered)):
        yield Post(host.entity, ProseSpan(opened.start(), host.span.end), True)


def _host(article: Article, own: str, at: int, end: int) -> Name | None:
    """The country, or the city in one, that begins at a place."""
    names = names_in(article, ProseSpan(at, end))
    text = article.page.prose.text
    first = names[0] if names and text[at : names[0].span.start] in ("", "the ") else None
    return first if first is not None and first.form is not Form.ADJECTIVE and first.entity != own else None


def _of_table(article: Article, own: str, table: Table) -> Iterator[Post]:
    """The hosts of a table of embassies, where nothing of its row says that one is gone or serves from elsewhere."""
    grid = table.grid()
    heads = {at: article.page.text(cell.prose).strip().lower() for at, cell in grid[0].items()} if grid else {}
    hosts = [at for at, head in heads.items() if head in _HEADS]
    section = article.page.sections[table.section].title if table.section >= 0 else ""
    whole = f"{section} {article.page.text(table.caption)}"
    if len(hosts) != 1 or _ENDED.search(whole.lower()) or not _MISSIONS.search(f"{whole} {' '.join(heads.values())}"):
        return
    for row in grid[1:]:
        told = " ".join(article.page.text(cell.prose) for cell in row.values()).lower()
        names = names_in(article, row[hosts[0]].prose) if hosts[0] in row else []
        if len(names) == 1 and names[0].entity != own and "embassy" in told and not _ENDED.search(told):
            yield Post(names[0].entity, names[0].span, True)
