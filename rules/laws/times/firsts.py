"""What an article calls a first: who was it or when, and at what, in whatever form the clause tells it.

"Ada Lind was the first woman to cross the strait", "the first ascent was made in 1911 by Bo Roth", "it was first
climbed in 1924", "made the first flight over the valley", "Eva Holm, the first speaker of the house".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.deeds import is_past
from rules.laws.times.first_words import is_own, key_of, nouns

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
NEAR = 60
"""How far behind a deed or its date the name of who did it may end."""
PRONOUNS = frozenset(
    ("He", "She", "It", "They", "This", "That", "These", "There", "One", "Who", "What", "Its", "His", "Her", "In", "On")
)
_PART = r"(?:[A-ZÀ-Þ][\w’'.-]{0,24}|[0-9]{1,4})"
_FULL = rf"[A-ZÀ-Þ][\w’'.-]{{0,24}}(?: (?:(?:de|von|van|der|of|the|la) ){{0,2}}{_PART}){{0,4}}"
_NAMED = r"[A-ZÀ-Þ][\w’'.-]{0,24}(?: (?:[A-ZÀ-Þ][\w’'.-]{0,24}|[a-z]{2,12}|[0-9]{1,4})){0,6}?"
_DATED = (
    r"(?:(?:In|On|By) (?:[^,]{3,40}, |(?:[A-Z][a-z]+ |[0-9]{1,2} [A-Z][a-z]+ )?[0-9]{4} )|(?:However|Later|Then),? )"
)
_SUBJECT = worded(
    __file__,
    rf"{_DATED}?(?:the |The )?(?P<name>{_NAMED})(?: \([^()]{{1,30}}\))?(?:, [^.;:]{{3,80}},)? "
    r"(?:was|became|is|had been|had become|remains) "
    r"(?:{made-it}(?: as)? )?",
)
_APPOSED = regex(rf"(?P<name>{_FULL})(?: \([^()]{{1,40}}\))?, $")
_WHO = regex(rf"(?P<name>{_FULL}), (?P<who>who (?:in [0-9]{{4}} )?(?:was|became|had been|had become|has been) )$")
_HOLDER = regex(
    rf" (?:was|is|were) (?:the |an? )?(?:(?!by |in |on |at |to |with |from |of )[a-z-]+ ){{0,5}}(?P<name>{_FULL})"
)
_NEXT_TO = regex(rf",? (?P<name>{_FULL}),")
_PUT = regex(r",? [a-z]{3,14}(?: (?:at|to|by) [^,;:.]{2,30}?)? (?:in|on) $")
"""Behind a holder, what leads to the date: "was Radio Norby, opened in"."""
_BY = regex(r" by (?:the |an? )?(?P<name>[^,.;:()]{3,60}?)(?= (?:in|on|at|from|who|after) |[,.;:()]|$)")
_MADE = worded(__file__, rf"(?P<name>{_NAMED})(?:, (?P<who>who))? (?:had )?{{makes}} $")
_SO = regex(r"first [a-z-]+ to do (?:so|it|this|that)")
_DOING = regex(
    rf"{_DATED}?(?P<name>{_FULL}) (?:had )?(?P<done>[a-z]+ [^.;:]{{3,80}}?)(?:,? (?:in|on) [^,.;:]{{4,20}})?, $"
)
_TOLD = worded(__file__, r" (?:was|were|had been|{happened})\b")
_NOUN_END = worded(
    __file__,
    r"[,.;:()]| {verbs}\b| {bounds}\b| (?:in|on) (?:the )?(?:early |late |mid-)?(?=[0-9]|{months}\b)| {joints} ",
)
_MEANS = worded(
    __file__,
    r" (?:by|via|over|from|without|on|with|using) [^,.;:()0-9]{3,40}?(?= {verbs}\b)"
    r"| by (?:an? )?[a-z]{3,20}(?=[.,;)]|$)",
)
"""Behind what was first, by what means: "the first crossing of the strait by balloon was made"."""
_SCOPE = regex(r" (?:since|after|during|before|until|under)\b")
_LED = regex(r" (?:in|on)(?: early| late| the)? $")
_ACTS = regex(r"first (?:[a-z-]+ ){1,3}?(?P<verb>[a-z]+) (?:[a-z]+ )?(?:the|this) [\w’' -]{3,40}")
"""What a first thing did, with its object, up to the date."""
_OWNER = regex(r"(?P<owner>(?:[Tt]he )?[\w’'-]{2,24}(?: [\w’'-]{2,24}){0,3}?)['’]s? $")
_DOUBT = worded(__file__, r"\b{together}\b")
_MODE = worded(__file__, r"\b{modes}\b")
_OFFICES = WordList(__file__, "offices")
_ONCE = WordList(__file__, "once")
_PEAKS = WordList(__file__, "peaks")
_PRIZES = WordList(__file__, "prizes")


class First(NamedTuple):
    """Who was first, or when, at what, and the clause that tells it.

    ``key`` is what it was in plain words; ``owned`` says that it is surely of the article's own subject or place.
    """

    key: frozenset[str]
    owned: bool
    name: str
    date: Claim | None
    span: ProseSpan

    @property
    def who(self) -> frozenset[str]:
        """The words of a name that tell its holder from others."""
        return frozenset(word for word in self.name.split() if not word[:1].islower() and word != "The")


class _Phrase(NamedTuple):
    """The words for what was first: from "the" or "its" on, from "first" on, and where they end."""

    sentence: ProseSpan
    start: int
    at: int
    end: int
    owned: bool


def firsts(article: Article) -> Iterator[First]:
    """Every first of the running text, in its order."""
    text, low = article.page.prose.text, article.lowered
    at = low.find("first ")
    while at >= 0:
        block = article.page.block_at(at)
        if block is not None and block.form in FORMS and not text[at - 1 : at].isalnum() and text[at] != "F":
            found = _first(article, at)
            if found is not None and found.key:
                yield found
        at = low.find("first ", at + 1)


def _first(article: Article, at: int) -> First | None:
    """The first that a word tells of; None where it is not sure whose, or shared, or doubted."""
    text = article.page.prose.text
    sentence = sentence_at(article, at + 1)
    if text[max(at - 5, 0) : at].endswith(("was ", "were ")):
        return _of_verb(article, sentence, at)
    phrase = _phrase(article, sentence, at)
    if _SCOPE.match(text, phrase.end) or _DOUBT.search(text, sentence.start, min(phrase.end + NEAR, sentence.end)):
        return None
    said = text[phrase.at : phrase.end]
    so = _SO.match(said) is not None
    told = _so(article, phrase) if so else _held(article, phrase) or _deed(article, phrase)
    if told is None:
        return None
    key, placed = key_of(article, said)
    key = (key - {"do"} if so else key) | told.key
    key = key if key.isdisjoint(_ONCE) else key - {"person"}
    peak = key <= _ONCE.words and not _PEAKS.isdisjoint(article.parties.aliases)
    prize = key == {"win"} and not _PRIZES.isdisjoint(article.parties.aliases)
    return told._replace(key=key, owned=phrase.owned or placed or peak or prize)


def _phrase(article: Article, sentence: ProseSpan, at: int) -> _Phrase:
    text = article.page.prose.text
    stop = _NOUN_END.search(text, at + len("first "), sentence.end)
    end = stop.start() if stop else sentence.end
    means = _MEANS.match(text, end, sentence.end)
    end = means.end() if means else end
    if article.lowered.startswith("the ", at - 4):
        return _Phrase(sentence, at - 4, at, end, owned=False)
    if article.lowered.startswith("its ", at - 4):
        return _Phrase(sentence, at - 4, at, end, owned=not article.parties.person)
    owner = _OWNER.search(text, max(sentence.start, at - 60), at)
    if owner is not None:
        starts = [owner.start(), *(owner.start() + found.end() for found in re.finditer(" ", owner["owner"]))]
        own = next((start for start in starts if is_own(article, text[start : owner.end("owner")])), None)
        if own is not None:
            return _Phrase(sentence, own, at, end, owned=True)
    return _Phrase(sentence, at, at, end, owned=False)


def _held(article: Article, phrase: _Phrase) -> First | None:
    """Somebody's or something's place in a row: "Ada Lind was the first", "the first was Ada Lind"."""
    text = article.page.prose.text
    sentence, start, _, end, _ = phrase
    near = max(sentence.start, start - 80)
    subject = _SUBJECT.fullmatch(text, sentence.start, start)
    ahead = subject or _WHO.search(text, near, start) or _APPOSED.search(text, near, start)
    if ahead is not None:
        if ahead["name"].split()[0] in PRONOUNS:
            return None
        begin = ahead.start("who") if "who" in ahead.groupdict() else _with_the(text, ahead.start("name"))
        begin = start if start == phrase.at else begin
        return First(frozenset(), False, ahead["name"], None, ProseSpan(begin, end))
    if start != sentence.start and not re.fullmatch(_DATED, text[sentence.start : start]):
        return None
    behind = _HOLDER.match(text, end, sentence.end) or _NEXT_TO.match(text, end, sentence.end)
    if behind is None or behind["name"].split()[0] in PRONOUNS:
        return None
    stop = behind.start("name") + len(behind["name"].rstrip("."))
    dates = [claim for claim in claims_in(article, ProseSpan(stop, sentence.end)) if _plain_date(claim)]
    led = dates and _PUT.fullmatch(text, stop, dates[0].span.start)
    return First(frozenset(), False, behind["name"], None, ProseSpan(start, dates[0].span.end if led else stop))


def _so(article: Article, phrase: _Phrase) -> First | None:
    """Who did what the clause before tells: "Jonas Kirk swam the strait in 1931, the first person to do so"."""
    found = _DOING.fullmatch(article.page.prose.text, phrase.sentence.start, phrase.start)
    if found is None or found["name"].split()[0] in PRONOUNS:
        return None
    done, _ = key_of(article, f"{found['done']}")
    return First(done, False, found["name"], None, ProseSpan(found.start("name"), phrase.end))


def _deed(article: Article, phrase: _Phrase) -> First | None:
    """A first thing or deed that is told with a date: "the first ascent was made in 1911", "made the first ascent"."""
    text = article.page.prose.text
    sentence, start, at, end, _ = phrase
    date = _only_date(article, sentence)
    made = _MADE.search(text, sentence.start, start)
    if (date is None and made is None) or _MODE.search(text[sentence.start : at] + text[end : sentence.end]):
        return None
    if date is None:
        begin = made.start("who") if made and made["who"] else _with_the(text, made.start("name")) if made else start
        return First(frozenset(), False, made["name"] if made else "", None, ProseSpan(begin, end))
    if made is None and not _TOLD.match(text, end, sentence.end):
        return _acting(article, phrase, date)
    by = _BY.search(text, end, min(max(end, date.span.end) + NEAR, sentence.end))
    name = made["name"] if made else by["name"] if by else ""
    begin = (made.start("who") if made["who"] else _with_the(text, made.start("name"))) if made else start
    # who did it stands behind the date as a rule, and is no part of when it was
    stop = max(end, date.span.end, by.end() if by and by.start() < date.span.start else 0)
    return First(frozenset(), False, name, date, ProseSpan(min(begin, date.span.start), stop))


def _acting(article: Article, phrase: _Phrase, date: Claim) -> First | None:
    """A first thing that did something: "the first train crossed the bridge on 4 May 1871"."""
    text = article.page.prose.text
    led = _LED.search(text, phrase.at, date.span.start)
    acts = _ACTS.fullmatch(text, phrase.at, led.start()) if led else None
    if acts is None or not is_past(acts["verb"]):
        return None
    done = frozenset(_WORD.findall(acts[0].lower()))
    return First(done, False, "", date, ProseSpan(phrase.start, date.span.end))


def _of_verb(article: Article, sentence: ProseSpan, at: int) -> First | None:
    """A first that a verb tells: "it was first climbed in 1922 by"."""
    text = article.page.prose.text
    verb = _WORD.match(text, at + len("first "), sentence.end)
    noun = nouns().get(verb[0].lower()) if verb else None
    date = _only_date(article, sentence)
    if verb is None or noun is None or date is None:
        return None
    subject = text[sentence.start : at].removesuffix("was ").removesuffix("were ").strip()
    owned = subject == "It" or is_own(article, subject)
    if verb[0] == "reached" and subject.lower().split()[-1:] not in (["summit"], ["peak"], ["top"]):
        return None
    if not owned or _MODE.search(text, sentence.start, sentence.end) or _DOUBT.search(text, *sentence):
        return None
    by = _BY.search(text, verb.end(), min(max(verb.end(), date.span.end) + NEAR, sentence.end))
    end = max(date.span.end, verb.end(), by.end() if by and by.start() < date.span.start else 0)
    return First(frozenset({noun}), owned, by["name"] if by else "", date, ProseSpan(sentence.start, end))


_WORD = regex(r"[\w’'-]+")


def sure(one: First, other: First) -> bool:
    """Whether two firsts of the same words are surely of the same thing."""
    if len(one.key) > 1 or (one.owned and other.owned):
        return True
    return (one.owned or other.owned) and not one.key.isdisjoint(_ONCE | _OFFICES)


def _only_date(article: Article, sentence: ProseSpan) -> Claim | None:
    """The one date of a sentence."""
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    return dates[0] if len(dates) == 1 and _plain_date(dates[0]) else None


def _plain_date(claim: Claim) -> bool:
    date = claim.value
    plain = isinstance(date, Date) and not date.circa and date.precision in EXACT
    return plain and not claim.parts and not claim.quoted


def _with_the(text: str, at: int) -> int:
    """Where a name begins with its article: "The Alder Line"."""
    return at - len("the ") if text[max(at - 4, 0) : at].lower() == "the " else at
