"""Two parties that are named together: "A and B" in running text, and those that an infobox lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.facts.gazetteer import Form, gazetteer
from articles.page import Form as Shape
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.names_in import Name, names_in
from rules.laws.names.states_named import akin
from rules.laws.nearby import sentence_at

_AND = regex(r" and (?:the )?")
_KEYS = WordList(__file__, "keys")
_NAME = r"(?:the )?(?P<{}>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})"
_LISTED = regex(rf"\s*{_NAME.format('one')}(?: and |, |; ){_NAME.format('other')}\s*")
_TOLD = regex(rf"\b(?:between|by|of) {_NAME.format('one')} and {_NAME.format('other')}(?![\w’'-])(?! and)")
_DEED = worded(__file__, r"\b{deeds}\b", re.IGNORECASE)


def joined(article: Article, span: ProseSpan, at: int) -> list[Name]:
    """The two states that "and" joins behind a place; none where that is not what stands there."""
    names = [name for name in names_in(article, ProseSpan(at, span.end)) if name.form is Form.NAME][:2]
    if len(names) < 2 or names[0].span.start != at:
        return []
    text = article.page.prose.text
    return names if _AND.fullmatch(text, names[0].span.end, names[1].span.start) else []


def listed_otherwise(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """A party in the infobox of a treaty, and another one that the first sentence names in its place."""
    first = next((block for block in article.page.lead if block.form is Shape.PARAGRAPH), None)
    if first is None or not article.page.infoboxes:
        return
    sentence = sentence_at(article, first.span.start + 1)
    text = article.page.prose.text
    told = _TOLD.search(text, *sentence)
    if told is None or not _DEED.search(text, sentence.start, told.start()):
        return
    for field in article.page.infoboxes[0].fields:
        listed = _LISTED.fullmatch(text, *field.prose) if field.key.strip().lower() in _KEYS else None
        if listed is None:
            continue
        boxed = {listed[name]: ProseSpan(*listed.span(name)) for name in ("one", "other")}
        named = {told[name]: ProseSpan(*told.span(name)) for name in ("one", "other")}
        strange = [name for name in named if name not in boxed]
        missing = [name for name in boxed if name not in named]
        one_each = len(strange) == len(missing) == 1 and missing[0] not in text[first.span.start : first.span.end]
        if one_each and not _alike(strange[0], missing[0]):
            yield boxed[missing[0]], named[strange[0]]


def _alike(one: str, other: str) -> bool:
    """Whether two names may be those of one party: of a state and one before it, or one a part of the other."""
    known = gazetteer()
    first, second = (known.entities.get(known.canonical(name) or "") for name in (one, other))
    if first is None or second is None:
        return one in other or other in one or (first is None) != (second is None)
    kin = second.name in first.successors or first.name in second.successors
    return first == second or kin or akin(first, second)
