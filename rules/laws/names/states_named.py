"""Which states a stretch of prose names, by name or by what their people are called; and whose names are akin."""

from __future__ import annotations

from articles.article import Article
from articles.facts.gazetteer import WORD, Entity, Form, plain
from articles.textmap import ProseSpan


def states_named(article: Article, span: ProseSpan) -> frozenset[str]:
    """The states and bodies named there; a name that may be one of the article's own counts as that."""
    about = article.parties
    own = frozenset(about.pair or (about.own,))
    words = [plain(word) for word in WORD.findall(article.page.text(span))]
    found: set[str] = set()
    at = 0
    while at < len(words):
        name = about.names.find(words, at)
        if name:
            meant = {reading.entity for reading in name[1] if reading.form is not Form.CITY}
            found |= meant & own or meant
        at = name[0] if name else at + 1
    return frozenset(found)


def akin(one: Entity, other: Entity) -> bool:
    """Whether a name of one is, word for word, part of a name of the other: Guinea and Equatorial Guinea."""
    first, second = _worded(one.names), _worded(other.names)
    return any(name in full or full in name for name in first for full in second)


def within(name: str, full: str) -> bool:
    """Whether a name is, word for word, part of a longer text; "Niger" is no part of "Nigeria"."""
    return _worded((name,))[0] in _worded((full,))[0]


def _worded(names: tuple[str, ...]) -> list[str]:
    return [f" {' '.join(plain(word).lower() for word in WORD.findall(name))} " for name in names]
