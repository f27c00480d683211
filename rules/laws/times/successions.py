"""Who followed whom in a seat, as sentences tell it: when the one left, and when the other, by name, took it up.

"Moe was bishop until 2001. The next bishop, Leif Berg, who had taken up the see in 1997": the end stands "
"before the words
of succession, the beginning in or behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.blocks import dated
from rules.laws.nearby import claims_in, may_tell, occurrences, sentence_at
from rules.laws.times.terms import is_seat, is_shared, words
from rules.laws.times.vitals import sure

REACH = 420
"""How far from the words of succession the two dates may stand."""
_WORDS = r"[A-ZÀ-Þ][\w’'.-]{0,24}"
_PERSON = rf"(?<![\w’'.-])(?P<name>{_WORDS}(?: (?:(?:de|van|von|der|al|of|the) ){{0,2}}{_WORDS}){{0,4}})"
_WHO = r"(?:him|her|them|[A-ZÀ-Þ][\w’'-]{1,24}(?: [A-ZÀ-Þ][\w’'-]{1,24}){0,2})"
_TITLED = r"(?:the |The |his |her |an? )?(?:[a-z-]+ ){0,4}(?:[a-z-]+, )?"
_PASSED = ("succeeded", "followed", "replaced")
_CUES = {
    ("successor", "follower"): worded(
        __file__,
        rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w’-]{{1,24}}['’]s) (?:[a-z]+ )?{{followers}}(?: as [a-z ]{{3,30}})?,? "
        rf"(?:was )?{_TITLED}{_PERSON}",
    ),
    ("the next", "the following", "the new"): worded(
        __file__, rf"\b[Tt]he (?:next|following|new) (?P<seat>[a-z -]{{3,30}}?),? (?:was )?{_PERSON}"
    ),
    _PASSED: worded(
        __file__, rf"\b{{following}}(?: as [a-z ]{{3,30}}?)?(?: (?:in|on) [^,.;:]{{4,20}}?)? by {_TITLED}{_PERSON}"
    ),
    (*_PASSED, "took over from"): worded(
        __file__, rf"{_PERSON}(?:, [^,;:.]{{3,60}},)? (?:{{following}}|took over from) {_WHO}\b"
    ),
    ("became", "appointed", "elected"): worded(
        __file__,
        rf"{_PERSON}(?:, who| then|, [^,;:.()]{{3,60}},)? (?:became|was appointed|was elected) (?:the |its |their )?"
        r"(?P<seat>[a-z -]{3,30}?)(?=,| (?:in|on) [^,.;:]{4,20}\b)",
    ),
    ("took",): worded(__file__, rf"{_PERSON}(?:, [^,;:.]{{3,60}},)? took (?:his|her|[A-Z][\w’-]{{1,24}}['’]s) place\b"),
}
"""The words of succession, by those of which one must stand in a paragraph for them."""
_END = worded(__file__, r"\b(?:{until}|{left})\b[^.;:()]{0,70}$")
_START = worded(__file__, r"\b{began}\b[^.;:()]{0,70}$")
_AT = regex(r"(?:\b(?:in|on|from|since|of))(?: early| late)? $")
_OTHERS = worded(__file__, r"\b{others}\b")
_AS = regex(r" as (?:the |its |a |their )?((?:[a-z-]+ )?[a-z-]+)\b")
_WORD = regex(r"[\w’'-]+")


class Succession(NamedTuple):
    """A holder of a seat with the end of that time, and the next one with its beginning."""

    one: str
    left: Claim
    other: str
    began: Claim


def successions(article: Article) -> Iterator[Succession]:
    """Every two holders of one seat of which a paragraph says that the one followed the other, with their dates."""
    page = article.page
    told = [({page.block_at(at) for at in occurrences(article, words)}, cue) for words, cue in _CUES.items()]
    for block in article.once(dated):
        cues = [cue for blocks, cue in told if block in blocks]
        if not cues or block.form is not Form.PARAGRAPH or not _of_seat(article, block):
            continue
        for found in chain.from_iterable(cue.finditer(page.prose.text, *block.span) for cue in cues):
            succession = _succession(article, block, found)
            if succession is not None:
                yield succession


def _of_seat(article: Article, block: Block) -> bool:
    """Whether a paragraph, its heading or the title names a seat that one person holds."""
    title = article.page.sections[block.section].title if block.section >= 0 else ""
    if not (may_tell(article, block.span, words()["seats"]) or is_seat(title) or is_seat(article.page.title)):
        return False
    said = article.page.text(block.span)
    return not is_shared(said) and not _OTHERS.search(said) and any(map(is_seat, (title, said, article.page.title)))


def _succession(article: Article, block: Block, cue: re.Match[str]) -> Succession | None:
    name = cue["name"].removesuffix(".")
    if cue.groupdict().get("seat") is not None and not is_seat(cue["seat"]):
        return None
    as_one = _AS.match(article.page.prose.text, cue.end(), block.span.end)
    if as_one is not None and as_one[1].split()[-1] not in article.lowered[block.span.start : cue.start()]:
        return None  # "was succeeded by Holm as treasurer"
    sentence = sentence_at(article, cue.start() + 1)
    began = _within(article, cue) or _front(article, sentence, cue) or _behind(article, block, cue, name)
    if began is None:
        return None
    left = _end(article, block, min(cue.start(), began.span.start), name)
    return None if left is None else Succession("the one before", left, name, began)


def _within(article: Article, cue: re.Match[str]) -> Claim | None:
    """The date in the words of succession: "was succeeded in 1963 by"."""
    return next((claim for claim in claims_in(article, ProseSpan(*cue.span())) if _dates(claim)), None)


def _front(article: Article, sentence: ProseSpan, cue: re.Match[str]) -> Claim | None:
    """The date with which a clause begins that goes on to the words of succession: "In 1963 she was succeeded by"."""
    text = article.page.prose.text
    dates = [claim for claim in claims_in(article, ProseSpan(sentence.start, cue.start())) if _dates(claim)]
    if not dates or not text[: dates[-1].span.start].endswith(("In ", "On ", " in ", " on ")):
        return None
    ahead = text[max(dates[-1].span.start - 6, sentence.start) : dates[-1].span.start]
    said = _WORD.findall(text, dates[-1].span.end, cue.start())
    opens = ahead.strip() in ("In", "On") or ahead.endswith(("and in ", "and on ", ", in ", ", on "))
    return dates[-1] if opens and len(said) <= len(("she", "was")) + 1 else None


def _behind(article: Article, block: Block, cue: re.Match[str], name: str) -> Claim | None:
    """The first date behind the words of succession at which the new holder, and nobody else, is said to begin."""
    text = article.page.prose.text
    for claim in claims_in(article, ProseSpan(cue.end(), min(block.span.end, cue.end() + REACH))):
        if claim.kind is not Kind.DATE:
            continue
        start = sentence_at(article, claim.span.start).start
        ahead = text[max(start, cue.end()) : claim.span.start]
        if start > cue.end() and not text.startswith((*name.split(), "He ", "She "), start):
            return None
        direct = start <= cue.start() and _AT.fullmatch(ahead.strip() + " ") is not None
        if direct or (_START.search(ahead) and not _END.search(ahead) and not ahead.count(";")):
            part = claim.parts[0] if claim.parts else claim
            return part if sure(part) else None
        if start <= cue.start() or _END.search(ahead):
            return None
    return None


def _end(article: Article, block: Block, before: int, name: str) -> Claim | None:
    """The last date before a place at which somebody else is said to leave the seat."""
    text = article.page.prose.text
    for claim in reversed(claims_in(article, ProseSpan(max(block.span.start, before - REACH), before))):
        if claim.kind is not Kind.DATE:
            continue
        start = sentence_at(article, claim.span.start).start
        ahead = text[start : claim.span.start]
        if _is_named(name, ahead):
            return None
        if len(claim.parts) == len(("start", "end")):
            return claim.parts[1] if sure(claim.parts[1]) else None
        if _END.search(ahead):
            part = claim.parts[0] if claim.parts else claim
            return part if sure(part) else None
        return None
    return None


def _is_named(name: str, text: str) -> bool:
    """Whether a text names somebody, and no other of the same surname."""
    last = name.split()[-1]
    words = _WORD.findall(text)
    return any(
        word == last and (not at or not words[at - 1][0].isupper() or words[at - 1] in name.split())
        for at, word in enumerate(words)
    )


def _dates(claim: Claim) -> bool:
    return claim.kind is Kind.DATE and sure(claim)
