"""Where an article denies something: its words of denial, which several laws begin from, and their clauses.

A clause here is a main one with what leads up to it: "He sang, and she never married" is two. What hangs on behind
without taking up anything is left out: ", though few took notice".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from articles.article import Article
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.names.called import AGENT, KIN, subject_of
from rules.laws.nearby import apart, sentence_at

NO, NOT, NEVER, LACK, LACKS, WITHOUT = "no", "not", "never", "lack", "lacks", "without"
_SENTENCE = regex(r"[.!?][\"”)]? +(?=[A-Z“\"(])")
_JOINT = worded(
    __file__,
    r"(?:, (?:and|but|so|yet|{conceding}) |; (?:(?:and|but) )?|: )"
    r"(?=(?P<pronoun>he|she|it|they)\b|{opening}\b|[A-Z])",
)
_TAIL = worded(
    __file__, r"(?:(?:,? {conceding}\b|, (?:{adding}|[a-z]{3,}ing)\b)(?P<more>[^,(]{0,200})| \([^()]{1,200}\)[.!?]?)$"
)
_NAMED = regex(r"(?<=\w )[A-Z]")
_TAKES_UP = worded(__file__, r"[0-9]|\b{taking-up}\b", re.IGNORECASE)
"""Something before is spoken of again, or another time."""


_LONGEST = 2000
"""A sentence longer than this is not parted."""


def denying(article: Article) -> dict[str, tuple[int, ...]]:
    """The places of each word of denial, in order; to be asked for :meth:`Article.once`."""
    return {word: tuple(apart(article, (word,))) for word in (NO, NOT, NEVER, LACK, LACKS, WITHOUT)}


def clauses_at(article: Article, places: Iterable[int]) -> Iterator[ProseSpan]:
    """The clauses of running text in which some places lie, in order."""
    last = None
    for at in sorted(places):
        sentences = article.once(_sentences)
        index = bisect_right(sentences, at, key=lambda each: each.start) - 1
        clauses = reversed(_clauses(article, sentences[index])) if index >= 0 else ()
        clause = next((each for each in clauses if each.start <= at < each.end), None)
        if clause is not None and clause != last:
            last = clause
            yield clause


def without_remark(article: Article, at: int) -> ProseSpan:
    """The sentence around a place up to the end of the clause there, without a remark behind that."""
    sentence = sentence_at(article, at)
    return sentence._replace(end=next(clauses_at(article, (at,)), sentence).end)


def own_clauses(article: Article, word: str = "", beside: ProseSpan | None = None) -> Iterator[ProseSpan]:
    """The clauses of running text, of the sentences with a word if one is given, but those of one span's sentence."""
    for sentence in article.once(_sentences):
        elsewhere = beside is None or not sentence.start <= beside.start < sentence.end
        if elsewhere and article.page.prose.text.find(word, *sentence) >= 0:
            yield from _clauses(article, sentence)


def _is_running(block: Block) -> bool:
    return block.form is Form.PARAGRAPH and block.place in (Place.LEAD, Place.BODY)


def _sentences(article: Article) -> list[ProseSpan]:
    """The sentences of running text."""
    text, found = article.page.prose.text, []
    for block in filter(_is_running, article.page.blocks):
        start = block.span.start
        for end in _SENTENCE.finditer(text, *block.span):
            found.append(ProseSpan(start, end.start() + 1))
            start = end.end()
        found.append(ProseSpan(start, block.span.end))
    return found


def _parted(_: Article) -> dict[ProseSpan, list[ProseSpan]]:
    """The sentences that were parted already, with their clauses."""
    return {}


def _clauses(article: Article, sentence: ProseSpan) -> list[ProseSpan]:
    """The clauses of a sentence; one that what follows takes up reaches to the end of that."""
    known = article.once(_parted)
    if sentence not in known:
        known[sentence] = list(_part(article, sentence))
    return known[sentence]


def _part(article: Article, sentence: ProseSpan) -> Iterator[ProseSpan]:
    text, start = article.page.prose.text, sentence.start
    if sentence.end - start > _LONGEST:
        yield sentence
        return
    for joint in _JOINT.finditer(text, *sentence):
        if joint["pronoun"] and not _goes_on(article, text[sentence.start : joint.start()], colon=joint[0] == ": "):
            continue
        goes_on = _TAKES_UP.search(text, joint.end(), sentence.end)
        yield _without_tail(text, start, sentence.end if goes_on else joint.start())
        start = joint.end()
    yield _without_tail(text, start, sentence.end)


def _goes_on(article: Article, head: str, *, colon: bool) -> bool:
    """Whether the subject of a clause before is the article's, and so is a pronoun behind it, or nobody is named."""
    settled = colon and _NAMED.search(head) is None
    settled = settled or re.match(rf"{AGENT}{article.once(subject_of)}\b", head) is not None
    return settled and not KIN.search(head)


def _without_tail(text: str, start: int, end: int) -> ProseSpan:
    """A clause without what hangs on behind it and takes up nothing of it."""
    tail = _TAIL.search(text, start + 1, end)
    return ProseSpan(start, end if tail is None or _TAKES_UP.search(tail["more"] or "") else tail.start())
