"""Which states a stretch of prose names, by name or by what their people are called."""

from __future__ import annotations

from articles.article import Article
from articles.facts.gazetteer import WORD, Form, plain
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
