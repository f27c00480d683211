"""Sections that are each on a thing of its own: under "Vendel" and "Orm" of a class of ships "the ship" is another.

Two sibling headings at least have to be names: in italics, spoken of in sentences, or over the same headings.
"""

from __future__ import annotations

from articles.article import Article
from articles.regex import regex
from articles.words import WordList

_NAME = regex(r"(?:[A-ZÀ-Þ0-9][\w’'.-]*)(?: (?:(?:of|the|and|de|du|von|la|le|in|at) )*[A-ZÀ-Þ0-9][\w’'.-]*){0,5}")
_WORD = regex(r"[^\W\d_]{4,}")
_VERB = regex(
    r"\b(?:is|was|are|were)\b(?P<places> an? (?:[\w’'-]+ ){0,2}?(?:parish|commune|municipality|township|ward|district|"
    r"county|borough|constituency|barony|hundred|estate|diocese|benefice)\b)?"
)
_FEWEST, _MOST = 2, 300
"""More sections are those of a list, and not of some things each with a section."""
_SIDES = WordList(__file__, "sides")
_ITALICS = ("''", "<i>")


def of_its_own(article: Article, at: int) -> bool:
    """Whether a place stands in a section on a thing that is not the article's subject."""
    block = article.page.block_at(at)
    return block is not None and block.section in article.once(named_sections)


def of_several(article: Article) -> bool:
    """Whether an article is on several things, each of which may have what the other has: "Upper and Lower Marl"."""
    lead = article.page.lead[0].span if article.page.lead else None
    joined = " and " in article.page.title or " & " in article.page.title
    verb = _VERB.search(article.page.prose.text, *lead) if joined and lead and not article.parties.pair else None
    return verb is not None and (verb[0] in ("are", "were") or verb["places"] is not None)


def named_sections(article: Article) -> frozenset[int]:
    """The sections whose headings are names beside others that are, with all below them; to be asked for ``once``."""
    sections = article.page.sections
    if len(sections) > _MOST or article.parties.person:
        return frozenset()
    below: dict[int, set[str]] = {}
    for section in sections:
        below.setdefault(section.parent, set()).add(section.title)
    named: dict[tuple[int, int] | tuple[int, int, str], list[int]] = {}
    for at, section in enumerate(sections):
        words = section.title.split()
        if len(words) == _FEWEST and (words[0].lower() in _SIDES or all(word[0].isupper() for word in words)):
            named.setdefault((section.parent, section.level, words[-1]), []).append(at)  # "North Mill", "South Mill"
        if _NAME.fullmatch(section.title.strip()) and _is_name(article, at, below):
            named.setdefault((section.parent, section.level), []).append(at)
    own = set(_WORD.findall(article.page.title))
    apart = (
        group for group in named.values() if any(own.isdisjoint(_WORD.findall(sections[at].title)) for at in group)
    )
    found = {at for group in apart if len(group) >= _FEWEST for at in group}
    for at, section in enumerate(sections):  # a section stands behind the one that it is below
        if section.parent in found:
            found.add(at)
    return frozenset(found)


def _is_name(article: Article, at: int, below: dict[int, set[str]]) -> bool:
    section = article.page.sections[at]
    if any(sign in article.page.source.text[section.span.start : section.heading.end + 1] for sign in _ITALICS):
        return True
    return _parallel(article, at, below) or _spoken_of(article.page.prose.text, section.title.strip())


def _parallel(article: Article, at: int, below: dict[int, set[str]]) -> bool:
    """Whether another section beside it is divided by the same headings: each has its "History"."""
    sections, mine = article.page.sections, below.get(at)
    return mine is not None and any(
        sections[other].parent == sections[at].parent and not mine.isdisjoint(titles)
        for other, titles in below.items()
        if other not in (at, -1)
    )


def _spoken_of(text: str, title: str) -> bool:
    """Whether a title is a name in a sentence: behind "the" or another word in small letters, and no part of a name."""
    place = text.find(title)
    while place >= 0:
        ahead, behind = text[max(place - 5, 0) : place], text[place + len(title) : place + len(title) + 2]
        led = ahead.endswith(("The ", "the ")) or (ahead[-2:-1].islower() and ahead[-1:] == " ")
        if led and not (behind[:1].isalnum() or (behind[:1] == " " and behind[1:].isupper())):
            return True
        place = text.find(title, place + 1)
    return False
