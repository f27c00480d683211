"""Who won: the result that an infobox gives, and the one that the text tells of the same battle or war."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.facts.gazetteer import Form, gazetteer
from articles.kinds.kind import normal
from articles.page import Block, Place
from articles.page import Form as BlockForm
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.boxed.pair import Pair
from rules.laws.nearby import may_tell, sentence_at

_WON = regex(
    r"(?<![\w’'-])(?P<who>[A-ZÀ-Þ][\w’'-]*(?:(?:[ –-]| and )[A-ZÀ-Þ][\w’'-]*){0,3})(?: [a-z-]+){0,2}? "
    r"(?P<how>victory|win|triumph|defeat)\b"
)
_NAME = r"(?P<who>[A-ZÀ-Þ][\w’'-]*(?:(?:[ –-]| and | of )[A-ZÀ-Þ][\w’'-]*){0,3})"
_FOR = regex(
    r"\b(?P<how>victory|win|triumph|success|defeat|disaster) (?P<to>for|of|by|to) (?:the )?(?:[a-z]+ ){0,2}" + _NAME
)
"""A result that names its side behind it: "a decisive victory for the League"."""
_WON_IT = worded(
    __file__,
    rf"(?<![\w’'-]){_NAME} (?:[a-z]+ ){{0,2}}?(?P<how>won|carried|gained|lost) (?:the )?(?:[a-z]+ )?{{fights}}\b",
)
_WON_BY = worded(__file__, rf"\b{{fights}} (?:was|had been) (?:[a-z]+ )?won by (?:the )?{_NAME}")
_BEATEN = regex(
    rf"(?<![\w’'-]){_NAME} (?:[a-z]+ )?(?:was|were) (?:[a-z]+ )?(?P<how>defeated|routed|beaten|crushed|overwhelmed)\b"
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
_LOSING = WordList(__file__, "losing")
_TELLING = WordList(__file__, "telling")
_BEFORE = regex(r"(?:(?<= )(?!an? |the |in |with |was |is )[a-z-]{2,20} ){1,2}$")
_PART = worded(__file__, r"\b{parts}\b")
_DAYS = regex(r"\b(?:[Oo]n|[Bb]y) (?:the )?(?:[0-9]{1,2} |[a-z]+ day)")
"""A result of a day is one of a part of a siege."""
_OPENING = 1200


class _Result(NamedTuple):
    """Of whom a result is told, and whether it is that they lost."""

    who: str
    lost: bool


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
    mine = _Result(stated["who"], lost=stated["how"] == "defeat") if stated else None
    for span, result in _told(article):
        if drawn or (mine and _contrary(article, mine, result)):
            yield Pair("result", boxed[0].span, boxed[0].value, span, article.page.text(span))
            return


def _told(article: Article) -> Iterator[tuple[ProseSpan, _Result]]:
    """The victories and defeats that the first sentences say the battle was, or any that it ended in."""
    text = article.page.prose.text
    for block in article.page.blocks:
        if block.form is not BlockForm.PARAGRAPH or block.place not in (Place.LEAD, Place.BODY):
            continue
        end = min(block.span.end, block.span.start + _OPENING)
        for match in _WON.finditer(text, block.span.start, end):
            start = max(text.rfind(". ", block.span.start, match.start()) + 1, block.span.start)
            if _OTHER.search(text, start, match.start()) or _OF_ANOTHER.match(text, start):
                continue
            if block.place is Place.BODY and not _OF_IT.match(text, start):
                continue
            if _TOLD.search(text, start, match.start()) and match["who"].split()[0].lower() not in _UMBRELLAS:
                yield ProseSpan(*match.span()), _Result(match["who"], lost=match["how"] == "defeat")
        yield from _told_of_a_side(article, block, end)


def _told_of_a_side(article: Article, block: Block, end: int) -> Iterator[tuple[ProseSpan, _Result]]:
    """The results that name their side in another way: "a victory for the League", "Parliament won the siege"."""
    text = article.page.prose.text
    if not may_tell(article, block.span, _TELLING.words):
        return
    for pattern in (_FOR, _WON_IT, _WON_BY, _BEATEN):
        for match in pattern.finditer(text, block.span.start, end):
            sentence = sentence_at(article, match.start("who"))
            told = sentence.start, match.end()
            if any(doubt.search(text, *told) for doubt in (_OTHER, _PART, _DAYS)):
                continue
            how = match.groupdict().get("how") or "won"
            lost = how in _LOSING and match.groupdict().get("to") != "by"
            if pattern is _FOR and not _TOLD.search(text, sentence.start, match.start()):
                continue
            if pattern is _BEATEN and block.place is not Place.LEAD:
                continue
            yield _whole(text, sentence.start, match), _Result(match["who"], lost=lost)


def _whole(text: str, start: int, match: re.Match[str]) -> ProseSpan:
    """A result with the adjectives before it: "decisive victory for the League"."""
    ahead = _BEFORE.search(text, start, match.start()) if "to" in match.groupdict() else None
    return ProseSpan(ahead.start() if ahead else match.start(), match.end())


def _contrary(article: Article, one: _Result, other: _Result) -> bool:
    """Whether two results give the victory to two sides."""
    first, second = _stems(one.who), _stems(other.who)
    if any(
        word.lower() in _UMBRELLAS for word in (*one.who.split(), *other.who.split()) if not _is_side(article, word)
    ):
        return False
    sides = _sides(article)
    if len(sides) == 2:
        mine, theirs = ([bool(stems & side) for side in sides] for stems in (first, second))
        if sum(mine) != 1 or sum(theirs) != 1:
            return False
        return (mine != theirs) != (one.lost != other.lost)
    return not sides and one.lost == other.lost and not first & second


def _is_side(article: Article, word: str) -> bool:
    """Whether a word that may mean many is in the name that the infobox gives one side alone."""
    return sum(bool(_stems(word) & side) for side in _sides(article)) == 1


def _sides(article: Article) -> list[frozenset[str]]:
    """The stems of the words that name each side in the infobox."""
    page = article.page
    found: dict[str, frozenset[str]] = {}
    for box in page.infoboxes[:1]:
        for field in box.fields:
            key = normal(field.key)
            if key.startswith("combatant") and key[-1:].isdecimal():
                found[key] = _stems(page.text(field.prose))
    return list(found.values())


def _stems(text: str) -> frozenset[str]:
    """What names share whatever their ending: the first letters, and those of the state that a people belongs to."""
    words = [word for word in re.findall(r"[A-ZÀ-Þ][\w’'-]+", text) if len(word) >= _STEM]
    names = [*words, *(r.entity for word in words for r in gazetteer().named(word) if r.form is not Form.CITY)]
    return frozenset(name[:_STEM].lower() for name in names)
