"""When the body, building or thing that an article is about began and ended, and where the text speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.facts.gazetteer import gazetteer, plain
from articles.facts.parties import short_names
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, occurrences, sentence_at

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
ANEW = WordList(__file__, "anew")
"""Where an article has one of these words, its subject may have been there before or after its years."""

_THEN_IT = regex(r"(?<=\.) (?:In|On) (?:[A-Z][a-z]+ |[0-9]{1,2} [A-Z][a-z]+ )?[0-9]{4},? (?P<it>it) ")
_BEGUN = WordList(__file__, "begun")
_ENDED = WordList(__file__, "ended")
_WAS = regex(r" was (?:an?|the) ")
_LAST = worded(__file__, r"(?:[Ii]ts|[Tt]he) (?:last|final) {numbers} (?:[a-z]+ )?{shown} (?:in|on) ")
PLACED = WordList(__file__, "placed")
SHORTEST = 5
"""A word of a name shorter than this may be any other's."""


class Bound(NamedTuple):
    """A beginning or an end: its days and where they are told."""

    value: Date
    span: ProseSpan


class Years(NamedTuple):
    """The founding and the dissolution of an article's subject, as far as they are told, and the subject's names."""

    founded: Bound | None
    dissolved: Bound | None
    names: tuple[str, ...]
    phrases: tuple[str, ...]


def own_years(article: Article) -> Years | None:
    """The years of the article's own subject; None for a person, a state or a pair, and where they are not sure."""
    about = article.parties
    if about.person or (about.state and "the currency" not in about.aliases) or about.pair:
        return None
    founded = _only(article, "founded", about.own) or _boxed(article, _BEGUN) or _lead(article, 0)
    dissolved = _only(article, "dissolved", about.own) or _boxed(article, _ENDED) or _lead(article, 1)
    dissolved = dissolved or _last(article) or _only(article, "closed", about.own)
    if (founded is None and dissolved is None) or any(word in article.lowered for word in ANEW):
        return None
    names = (*short_names(about.own, person=False), *_first_word(article))
    return Years(founded, dissolved, names, tuple(sorted(about.aliases | _head(article))))


def _head(article: Article) -> frozenset[str]:
    """The noun of a title of several words, as the text may call its subject: "the survey" of the Tidal Survey."""
    words = article.parties.own.partition(" of ")[0].split()
    noun = f"the {words[-1].lower()}" if len(words) > 1 and words[-1].isalpha() else ""
    return frozenset((noun,)) if noun and f"{noun} " in article.lowered else frozenset()


def _first_word(article: Article) -> Iterator[str]:
    """The first word of a title of several, if the text never takes it for a place: "Bellweather" of a piano works."""
    word, _, rest = article.parties.own.removeprefix("The ").partition(" ")
    if rest and len(word) >= SHORTEST and word[0].isupper() and word.isalpha():
        low = word.lower()
        if not any(f"{placed} {low}" in article.lowered for placed in PLACED) and not gazetteer().find(
            [plain(word)], 0
        ):
            yield word


def _boxed(article: Article, keys: Set[str]) -> Bound | None:
    """The date of a field of the infobox that tells when something was brought in or given up."""
    for box in article.page.infoboxes[:1]:
        for field in box.fields:
            if field.key.lower().replace("_", " ").strip() in keys:
                return _bound(claims_in(article, field.prose))
    return None


def _lead(article: Article, which: int) -> Bound | None:
    """The end of the range with which the lead tells how long something was what it was: "was the currency from"."""
    lead = article.page.lead[0].span if article.page.lead else None
    sentence = sentence_at(article, lead.start) if lead else None
    claims = claims_in(article, sentence) if sentence else ()
    found = _WAS.search(article.page.prose.text, *sentence) if sentence else None
    for claim in claims if found else ():
        if (
            claim.kind is Kind.DATE
            and len(claim.parts) == len(("start", "end"))
            and found
            and found.end() <= claim.span.start
        ):
            between = article.page.prose.text[found.end() : claim.span.start]
            return (
                _bound((claim.parts[which],))
                if "," not in between and between.endswith(("from ", "between "))
                else None
            )
    return None


def _last(article: Article) -> Bound | None:
    """The date on which the last issue appeared, or the last train of a line ran."""
    places = sorted(occurrences(article, ("its last", "the last", "its final", "the final")))
    for found in filter(None, (_LAST.match(article.page.prose.text, at) for at in places)):
        end = sentence_at(article, found.start() + 1).end
        dates = [claim for claim in claims_in(article, ProseSpan(found.end(), end)) if claim.kind is Kind.DATE]
        return _bound(dates) if len(dates) == 1 and dates[0].span.start == found.end() else None
    return None


def _bound(claims: Sequence[Claim]) -> Bound | None:
    dates = [claim for claim in claims if claim.kind is Kind.DATE]
    value = dates[0].value if len(dates) == 1 else None
    plain = isinstance(value, Date) and not value.circa and value.precision in EXACT
    return Bound(value, dates[0].span) if plain and isinstance(value, Date) and not dates[0].parts else None


def _only(article: Article, name: str, own: str) -> Bound | None:
    """The one date of an event of the subject; None where there is none or where two differ."""
    facts = [fact for fact in article.facts_by_property.get(name, ()) if fact.subject == own and fact.polarity]
    dates = [fact.value for fact in facts if isinstance(fact.value, Date)]
    if not dates or any(date.circa or date.precision not in EXACT for date in dates):
        return None
    return Bound(dates[0], facts[0].span) if all(date.overlaps(dates[0]) for date in dates) else None


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
        and re.search(
            rf"(?<!\b(?:is|as) )(?<!\bwas )\ban? (?:[^\W\d_]+(?:['’]s?|s['’])? ){{0,4}}{re.escape(noun)}\b", told
        )
        is not None
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
    for found in _THEN_IT.finditer(text) if " it " in text else ():
        block, before = article.page.block_at(found.start()), sentence_at(article, found.start())
        if block is not None and block.form in FORMS and article.lowered.startswith(openings, before.start):
            yield ProseSpan(*found.span("it"))
