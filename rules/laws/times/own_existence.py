"""When the body, building or thing that an article is about began and ended, and where the text speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.facts.fact import Fact
from articles.facts.gazetteer import gazetteer, plain
from articles.facts.parties import short_names
from articles.page import Block, Form
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.nearby import sentence_at

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
ANEW = WordList(__file__, "anew")
"""Where an article has one of these words, its subject may have been there before or after its years."""


PLACED = WordList(__file__, "placed")
SHORTEST = 5
"""A word of a name shorter than this may be any other's."""


class Years(NamedTuple):
    """The founding and the dissolution of an article's subject, as far as they are told, and the subject's names."""

    founded: Fact | None
    dissolved: Fact | None
    names: tuple[str, ...]
    phrases: tuple[str, ...]


def own_years(article: Article) -> Years | None:
    """The years of the article's own subject; None for a person, a state or a pair, and where they are not sure."""
    known = article.facts_by_property
    if "founded" not in known and "dissolved" not in known:
        return None
    about = article.parties
    if about.person or about.state or about.pair or any(word in article.lowered for word in ANEW):
        return None
    founded, dissolved = (_only(article, name, about.own) for name in ("founded", "dissolved"))
    if founded is None and dissolved is None:
        return None
    names = (*short_names(about.own, person=False), *_first_word(article))
    return Years(founded, dissolved, names, tuple(sorted(about.aliases)))


def _first_word(article: Article) -> Iterator[str]:
    """The first word of a title of several, if the text never takes it for a place: "Bellweather" of a piano works."""
    word, _, rest = article.parties.own.removeprefix("The ").partition(" ")
    if rest and len(word) >= SHORTEST and word[0].isupper() and word.isalpha():
        low = word.lower()
        if not any(f"{placed} {low}" in article.lowered for placed in PLACED) and not gazetteer().find(
            [plain(word)], 0
        ):
            yield word


def _only(article: Article, name: str, own: str) -> Fact | None:
    """The one date of an event of the subject; None where there is none or where two differ."""
    facts = [fact for fact in article.facts_by_property.get(name, ()) if fact.subject == own and fact.polarity]
    dates = [fact.value for fact in facts if isinstance(fact.value, Date)]
    if not dates or any(date.circa or date.precision not in EXACT for date in dates):
        return None
    return facts[0] if all(date.overlaps(dates[0]) for date in dates) else None


def spoken_of(article: Article, years: Years) -> Iterator[ProseSpan]:
    """The places in the text that name the subject: by its name, or as "the company"."""
    for text, names in ((article.page.prose.text, years.names), (article.lowered, years.phrases)):
        for name in names:
            at = text.find(name)
            while at >= 0:
                end = at + len(name)
                block = article.page.block_at(at)
                whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
                if whole and block is not None and block.form in FORMS and not _of_another(article, block, at, name):
                    yield ProseSpan(at, end)
                at = text.find(name, end)
    yield from _called_it(article, years)


def _of_another(article: Article, block: Block, at: int, name: str) -> bool:
    """Whether a paragraph has told of another one: "grew out of an evening school. The school closed in 1915"."""
    noun = name.removeprefix("the ")
    told = article.lowered[block.span.start : at]
    return (
        noun != name
        and re.search(rf"\ban? (?:[^\W\d_]+(?:['’]s?|s['’])? ){{0,4}}{re.escape(noun)}\b", told) is not None
    )


def _called_it(article: Article, years: Years) -> Iterator[ProseSpan]:
    """Every "It" that opens a sentence right behind one that opens with the subject."""
    text, names = article.page.prose.text, tuple(name.lower() for name in (*years.names, *years.phrases))
    openings = (*names, *(f"the {name}" for name in years.names))
    at = text.find(". It ")
    while at >= 0:
        block, before = article.page.block_at(at), sentence_at(article, at)
        if block is not None and block.form in FORMS and article.lowered.startswith(openings, before.start):
            yield ProseSpan(at + 2, at + 4)
        at = text.find(". It ", at + 4)
