"""The names of states and of their cities in a stretch of prose, each where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.facts.gazetteer import WORD, Form, plain
from articles.page import Place
from articles.source import Span
from articles.textmap import ProseSpan
from rules.absence import title_place
from rules.laws.nearby import sentence_at


class Name(NamedTuple):
    """A name, the one state that it names or in which its city lies, and in which form it does."""

    span: ProseSpan
    entity: str
    form: Form


def names_in(article: Article, span: ProseSpan) -> list[Name]:
    """The names of one state each, in order; the longest where several begin at one word."""
    text, known = article.page.prose.text, article.parties.names
    found = list(WORD.finditer(text, span.start, span.end))
    words = [plain(word[0]) for word in found]
    names: list[Name] = []
    at = 0
    while at < len(words):
        name = known.find(words, at) if words[at][:1].isupper() else None
        if name is None:
            at += 1
            continue
        end, readings = name
        entities = {reading.entity for reading in readings}
        forms = {reading.form for reading in readings}
        if len(entities) == 1 and len(forms) == 1:
            place = ProseSpan(found[at].start(), found[end - 1].end())
            names.append(Name(place, readings[0].entity, readings[0].form))
        at = end
    return names


def nearest(article: Article, state: str, beside: ProseSpan) -> ProseSpan | Span | None:
    """Where a state is named beside a place: in its sentence, else last before it, else in the title or behind it."""
    sentence = sentence_at(article, beside.start)
    within = [name.span for name in names_in(article, sentence) if _names(name, state)]
    if within:
        return min(within, key=lambda span: abs(span.start - beside.start))
    said = [block.span for block in article.page.blocks if block.place is not Place.CATEGORY]
    before = (block for block in reversed(said) if block.start < beside.start)
    behind = (block for block in said if block.end > beside.end)
    found = next((span for span in _told(article, state, before, last=True) if span.end <= beside.start), None)
    if found is None and article.page.title_span:
        return title_place(article.page)
    return found or next(_told(article, state, behind, last=False), None)


def _told(article: Article, state: str, blocks: Iterator[ProseSpan], *, last: bool) -> Iterator[ProseSpan]:
    """The names of a state in blocks, in each the last one first if so wished."""
    for block in blocks:
        spans = [name.span for name in names_in(article, block) if _names(name, state)]
        yield from reversed(spans) if last else spans


def _names(name: Name, state: str) -> bool:
    return name.entity == state and name.form is Form.NAME
