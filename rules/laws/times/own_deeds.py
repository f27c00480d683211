"""Deeds of an article's person that another thing is the subject of: "was finished by him in 1861", "his election".

Only dates that lie outside the life are looked at, so that an article whose dates fit pays a comparison each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Form, Place
from articles.regex import regex
from articles.words import WordList, worded
from rules.laws.nearby import sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.deeds import words
from rules.laws.times.lifetimes import Life

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
PLACES = frozenset({Place.LEAD, Place.BODY})
_BREAK = regex(r"[;:()“”\"]|,? (?:and|but|while|where|when|which|who|whose|that|after|before|until|since|though) ")
_DATED = (
    r"(?:,? (?:at|for|with|from|in|near|ahead of|over) [\w’'-]{1,24}(?: [\w’'-]{1,24}){0,6}?)?"
    r",? (?:in|on|from|by)(?: early| late| the)? $"
)
_DONE = worded(
    __file__,
    r"\b(?P<verb>[a-z]+) by (?P<who>him|her|[A-Z][\w’'-]{1,24}(?: [A-Z][\w’'-]{1,24}){0,2})(?: (?:himself|herself))?"
    + _DATED,
)
_UNDER = worded(
    __file__,
    r"\bunder (?P<who>his|her|[A-Z][\w’-]{1,24}['’]s) (?:own |personal )?(?P<verb>{guiding})"
    r"(?: of [^,]{1,40})?" + _DATED,
)
_OWN = worded(
    __file__,
    r"\b(?P<who>[Hh]is|[Hh]er|[A-Z][\w’-]{1,24}['’]s) (?:[a-z-]+ ){0,2}?(?P<verb>{nouns})\b"
    r"(?: (?:to|as|at|over|from|in|with|of) (?:[\w’'-]{1,24} ){1,6}?)?"
    r"(?:,? (?:which )?(?:was|came|took place|followed|dates|had come|had taken place)(?: [a-z]+ly)?)?" + _DATED,
)
_FIRST = worded(
    __file__,
    r"\b(?P<who>[Hh]is|[Hh]er|[A-Z][\w’-]{1,24}['’]s) (?P<verb>(?:own )?first(?: [a-z-]+){1,3}?)"
    r"(?:, [^,.;:]{1,40},)? (?:was|were|had been|came|appeared|took place|began|followed)(?: [a-z]+){0,2}" + _DATED,
)
_KEY = regex(r" ?[:,–—-] ?(?:(?:[Hh]e|[Ss]he) )?(?P<verb>[a-z]+)\b")
_THINGS_DO = WordList(__file__, "things-do")
_PRESENT = WordList(__file__, "present")
"""Verbs of a person's doing, in the present, whose past is none of "ed"."""
_WORD = regex(r"[\w’'-]+")
REACH = 200
SHORTEST = 4


class Told(NamedTuple):
    """The words for a deed, and its date."""

    verb: str
    date: Claim


def outside(article: Article, life: Life) -> Iterator[Told]:
    """The deeds that are told of a person in such words and are dated outside the life."""
    text = article.page.prose.text
    names = {part for name in life.names for part in name.split()}
    for claim in dates_outside(article, life):
        early = _outside(claim, life)
        sentence = sentence_at(article, claim.span.start, REACH)
        said = {word.lower() for word in _WORD.findall(text, *sentence)}
        if not words()["afterlife"].isdisjoint(said) or not said.isdisjoint(article.parties.strange):
            continue
        keyed = _keyed(article, claim)
        if keyed:
            yield Told(keyed, claim)
            continue
        ahead = text[max(sentence.start, claim.span.start - REACH) : claim.span.start]
        for pattern in (_DONE, _UNDER, _OWN, _FIRST)[: 4 if early else 3]:
            found = pattern.search(ahead)
            if found is not None and _is_own(found, names) and _tied(found, pattern):
                yield Told(found["verb"].strip(), claim)
                break


def dates_outside(article: Article, life: Life) -> Iterator[Claim]:
    """The dates of the running text that lie before a life or after it."""
    for claim in article.claims_by_kind.get(Kind.DATE, ()):
        block = article.page.block_at(claim.span.start) if _outside(claim, life) is not None else None
        if block is not None and block.form in FORMS and block.place in PLACES:
            yield claim


def _outside(claim: Claim, life: Life) -> bool | None:
    """Whether a date lies before a life; False where it lies behind it, None within."""
    date = claim.value
    if not isinstance(date, Date) or date.circa or claim.quoted or claim.parts or date.precision not in EXACT:
        return None
    if life.died and life.died.date.before(date):
        return False
    return True if life.born and date.before(life.born.date) else None


def _is_own(found: re.Match[str], names: set[str]) -> bool:
    """Whether who is spoken of is the person: "by him", "Berg's election"."""
    who = found["who"].removesuffix("'s").removesuffix("’s")
    return who.lower() in ("him", "his", "her") or set(who.split()) <= names


def _keyed(article: Article, claim: Claim) -> str:
    """The verb of an item that begins with its date and tells what the person did then: "1986: accepts the prize"."""
    block = article.page.block_at(claim.span.start)
    if block is None or block.form is not Form.ITEM or block.span.start != claim.span.start:
        return ""
    found = _KEY.match(article.page.prose.text, claim.span.end, block.span.end)
    verb = found["verb"] if found else ""
    if verb in _THINGS_DO:
        return ""
    stem = verb.removesuffix("s")
    past = (f"{stem}ed", f"{stem}d", f"{stem.removesuffix('e')}ed", f"{stem.removesuffix('ie')}ied", verb)
    return verb if verb in _PRESENT or not words()["person"].isdisjoint(past) else ""


def _tied(found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether the words are those of a deed, and no clause begins between them and the date."""
    verb, known = found["verb"], words()
    made = verb.endswith("ed") and len(verb) > SHORTEST and verb not in known["not_person"] | known["not_body"]
    if pattern is _DONE and not made and verb not in known["done_by"] | known["person"] | known["irregular"]:
        return False
    return _BREAK.search(found.string, found.end("verb"), found.end()) is None
