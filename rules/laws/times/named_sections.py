"""Sections that each tell of a thing of their own, by its name: "== Vendel ==" beside "== Valsgärde ==".

There "it" and "the ship" are the heading's thing, and not what the article is about.
"""

from __future__ import annotations

from articles.article import Article
from articles.page import Section

_FEWEST = 2
_LONGEST = 5
"""A heading of more words is no name."""
_MOST = 300
"""More sections are those of a list, and not of some things each with a section."""


def named_sections(article: Article) -> frozenset[int]:
    """The sections whose headings name things, at least two beside each other; to be asked for with ``once``."""
    if article.parties.person or len(article.page.sections) > _MOST:
        return frozenset()
    named: dict[tuple[int, int], list[int]] = {}
    for at, section in enumerate(article.page.sections):
        if _is_name(article, section):
            named.setdefault((section.parent, section.level), []).append(at)
    return frozenset(at for found in named.values() if len(found) >= _FEWEST for at in found)


def _is_name(article: Article, section: Section) -> bool:
    """Whether a heading is a name: in italics, or written with a capital within a sentence too."""
    title = section.title.strip(" '")
    words = title.split()
    if not words or len(words) > _LONGEST or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    source = article.page.source
    if (
        source.text.startswith("''", section.heading.start)
        or source.text[section.heading.start - 2 : section.heading.start] == "''"
    ):
        return True
    text = article.page.prose.text
    at = text.find(title)
    while at >= 0:
        if text[max(at - 2, 0) : at - 1].isalpha() and text[at - 1 : at] == " ":
            return True
        at = text.find(title, at + 1)
    return False
