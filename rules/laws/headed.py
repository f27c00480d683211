"""Sections that are each on a thing of its own: under "Vendel" and "Orm" of a class of ships "the ship" is another.

Two sibling headings at least have to be names; a heading is one that its own section takes for a name, or italics do.
"""

from __future__ import annotations

from articles.article import Article
from articles.page import Form, Section
from articles.regex import regex

_FORMS = frozenset((Form.PARAGRAPH, Form.ITEM))
_NAME = regex(r"(?:[A-ZÀ-Þ0-9][\w’'.-]*)(?: (?:(?:of|the|and|de|du|von|la|le|in|at) )*[A-ZÀ-Þ0-9][\w’'.-]*){0,5}")
_WORD = regex(r"[^\W\d_]{4,}")
_FEWEST = 2
_ITALICS = ("''", "<i>")


def of_its_own(article: Article, at: int) -> bool:
    """Whether a place stands in a section on a thing that is not the article's subject."""
    block = article.page.block_at(at)
    return block is not None and block.section in article.once(_own_sections)


def _own_sections(article: Article) -> frozenset[int]:
    """The sections whose headings are names beside others that are, with all below them."""
    sections = article.page.sections
    named: dict[tuple[int, int], list[int]] = {}
    for at, section in enumerate(sections):
        if _is_name(article, at, section):
            named.setdefault((section.parent, section.level), []).append(at)
    found = {at for group in named.values() if len(group) >= _FEWEST for at in group}
    for at, section in enumerate(sections):  # a section stands behind the one that it is below
        if section.parent in found:
            found.add(at)
    return frozenset(found)


def _is_name(article: Article, at: int, section: Section) -> bool:
    title = section.title.strip()
    if not _NAME.fullmatch(title) or not set(_WORD.findall(title)).isdisjoint(_WORD.findall(article.page.title)):
        return False
    if any(sign in article.page.source.slice(section.heading) for sign in _ITALICS):
        return True
    page = article.page
    texts = (page.text(block.span) for block in page.blocks if block.section == at and block.form in _FORMS)
    told = " ".join(texts)
    place = told.find(title)
    while place >= 0:
        ahead = told[max(place - 5, 0) : place]
        if ahead.endswith(("The ", "the ")) or (ahead.strip() and ahead[-2:-1].islower()):
            return True
        place = told.find(title, place + 1)
    return False
