"""Who won: the result that an infobox gives, and the one that the text tells of the same battle or war."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.facts.gazetteer import Form, gazetteer
from articles.kinds.kind import normal
from articles.page import Form as BlockForm
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.boxed.pair import Pair

_WON = regex(
    r"(?<![\w’'-])(?P<who>[A-ZÀ-Þ][\w’'-]*(?:(?:[ –-]| and )[A-ZÀ-Þ][\w’'-]*){0,3})(?: [a-z-]+){0,2}? "
    r"(?P<how>victory|win|triumph|defeat)\b"
)
_DRAWN = regex(r"\b(?:[Ii]nconclusive|[Ii]ndecisive|[Ss]talemate|[Dd]raw|[Dd]rawn)\b")
_TOLD = regex(
    r"\b(?:ended|resulted|concluded|ending|resulting|culminated) (?:in|with) (?:an? |the )?(?:[a-z-]+,? ){0,3}$|"
    r"\b(?:was|is) (?:an? )?(?:[a-z-]+,? ){0,3}$"
)
_UMBRELLAS = WordList(__file__, "umbrellas")
"""Sides that a people may belong to, and words that are no side at all."""
_OTHER = worded(__file__, r"\b(?i:{others})\b")
"""Before a result: it is that of another fight."""
_OF_ANOTHER = worded(
    __file__, r"\s?(?:The|This|That|An?) (?!(?:[a-z]+ )?{fights}\b(?! (?:at|of|on|in|off|for|between) ))[a-z]+ "
)
_OF_IT = worded(
    __file__, r"\s?(?:The|This) {fights}(?: itself)?(?: thus| so| therefore| finally)? (?:ended|resulted|concluded)\b"
)
"""How a sentence of the body begins that tells how the fight went."""
_STEM = 4
_OPENING = 1200


def results(article: Article) -> Iterator[Pair]:
    """A result of the text that gives the victory to the other side than the infobox does."""
    if article.kind.name != "conflict":
        return
    boxed = [fact for fact in article.facts_by_property.get("result", ()) if fact.place is Place.INFOBOX]
    if len(boxed) != 1 or not isinstance(boxed[0].value, str):
        return
    stated = _WON.search(boxed[0].value)
    drawn = _DRAWN.search(boxed[0].value)
    if bool(stated) == bool(drawn):
        return
    for span, match in _told(article):
        if drawn or (stated and _contrary(article, stated, match)):
            yield Pair("result", boxed[0].span, boxed[0].value, span, match[0])
            return


def _told(article: Article) -> Iterator[tuple[ProseSpan, re.Match[str]]]:
    """The victories and defeats that the first sentences say the battle was, or any that it ended in."""
    text = article.page.prose.text
    for block in article.page.blocks:
        if block.form is not BlockForm.PARAGRAPH or block.place not in (Place.LEAD, Place.BODY):
            continue
        for match in _WON.finditer(text, block.span.start, min(block.span.end, block.span.start + _OPENING)):
            start = max(text.rfind(". ", block.span.start, match.start()) + 1, block.span.start)
            if _OTHER.search(text, start, match.start()) or _OF_ANOTHER.match(text, start):
                continue
            if block.place is Place.BODY and not _OF_IT.match(text, start):
                continue
            if _TOLD.search(text, start, match.start()) and match["who"].split()[0].lower() not in _UMBRELLAS:
                yield ProseSpan(*match.span()), match


def _contrary(article: Article, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two results give the victory to two sides."""
    if (one["how"] == "defeat") != (other["how"] == "defeat"):
        return False
    first, second = _stems(one["who"]), _stems(other["who"])
    if first & second or any(word.lower() in _UMBRELLAS for word in (*one["who"].split(), *other["who"].split())):
        return False
    sides = _sides(article)
    if len(sides) == 2:
        mine, theirs = ([bool(stems & side) for side in sides] for stems in (first, second))
        return sum(mine) == sum(theirs) == 1 and mine != theirs
    return not sides


def _sides(article: Article) -> list[frozenset[str]]:
    """The stems of the words that name each side in the infobox."""
    page = article.page
    found: dict[str, frozenset[str]] = {}
    for box in page.infoboxes[:1]:
        for field in box.fields:
            key = normal(field.key)
            if key.startswith("combatant") and key[-1:].isdigit():
                found[key] = _stems(page.text(field.prose))
    return list(found.values())


def _stems(text: str) -> frozenset[str]:
    """What names share whatever their ending: the first letters, and those of the state that a people belongs to."""
    words = [word for word in re.findall(r"[A-ZÀ-Þ][\w’'-]+", text) if len(word) >= _STEM]
    names = [*words, *(r.entity for word in words for r in gazetteer().named(word) if r.form is not Form.CITY)]
    return frozenset(name[:_STEM].lower() for name in names)
