"""What is done once to one named thing, told with two dates: "was founded in 1934", "He founded the Guild in 1929".

Only acts of ``happenings.toml`` that are done once are held against each other, of things that a name of their own or
the article's title tells apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, trie
from rules.laws.clause_words import Token, act_of, lexicon, tokens_of
from rules.laws.deeds import tied
from rules.laws.happenings import EXACT, clause, deed, own_name, thing
from rules.laws.nearby import claims_in, sentence_at

_ONCE = WordList(__file__, "once")
_REPEATED = WordList(__file__, "repeated")
_LOCAL = WordList(__file__, "local")
"""Acts that are done to one thing once in every place: a book is published in English later than in German."""
_SOMEWHERE = regex(r"[a-z] (?:in|at) (?:the )?[A-Z]")
_NOUN = regex(r"\b[Tt]he [a-z]+ of \w|\b[Ii]ts [a-z]+\b")
_MOST = 2
"""So many dates of one act are two versions of it; more tell of several acts."""
_TOLD = (Place.LEAD, Place.BODY)


class Told(NamedTuple):
    """An act on a thing and its date."""

    thing: str
    act: str
    date: Claim


def told_twice(article: Article) -> Iterator[tuple[Told, Told]]:
    """Each act on one thing that has two dates, which exclude each other: its first telling, and the other."""
    found: dict[tuple[str, str], list[Told]] = {}
    for told in _acts(article):
        found.setdefault((told.thing, told.act), []).append(told)
    for tellings in found.values():
        values = {telling.date.value for telling in tellings}
        others = [told for told in tellings if _apart(tellings[0].date, told.date)]
        if len(values) == _MOST and others:
            yield tellings[0], others[0]


def _apart(one: Claim, other: Claim) -> bool:
    return isinstance(one.value, Date) and isinstance(other.value, Date) and not one.value.overlaps(other.value)


def _acts(article: Article) -> Iterator[Told]:
    """What the sentences of the running text say was done once, with its date."""
    own, read = own_name(article), -1
    for claim in article.claims_by_kind.get(Kind.DATE, ()):
        block = article.page.block_at(claim.span.start) if claim.span.start >= read else None
        if block is not None and block.form is Form.PARAGRAPH and block.place in _TOLD:
            sentence = sentence_at(article, claim.span.start)
            read = sentence.end
            if _hints().search(article.page.prose.text, *sentence) is None:
                continue
            for told in _of_sentence(article, sentence):
                if told.thing == own or _proper(article, told.thing, sentence):
                    yield told
                elif not told.thing and block.place is Place.LEAD:  # "it" of a lead is the article's subject
                    yield told._replace(thing=own)


@cache
def _hints() -> re.Pattern[str]:
    """The words of the acts that are done once: most sentences hold none."""
    rows = lexicon().acts.items()
    words = {word for word, acts in rows for act in acts if act.name in _ONCE and act.form != "doing"}
    return re.compile(rf"\b{trie(words | {act for act in _ONCE if act.endswith('ed')})}\b", re.IGNORECASE)


def _proper(article: Article, name: str, sentence: ProseSpan) -> bool:
    """Whether a sentence writes a thing's name with capitals."""
    at = article.lowered.find(name, *sentence) if name else -1
    return at >= 0 and article.page.prose.text[at].isupper()


def _of_sentence(article: Article, sentence: ProseSpan) -> Iterator[Told]:
    tokens, front = tokens_of(article, *sentence)
    nouns = [found.start() for found in _NOUN.finditer(article.page.prose.text, *sentence)]
    if not nouns and _ONCE.isdisjoint(act_of(token.low) for token in tokens):
        return
    found = [clause(article, *sentence), *(deed(article, at, sentence.end) for at in nouns)]
    told = [Told(each.thing, each.act, each.date) for each in found if each is not None and each.date is not None]
    for each in (*told, *_done(article, tokens, front, sentence)):
        said = {token.low for token in tokens if token.start < each.date.span.end}
        elsewhere = each.act in _LOCAL and _SOMEWHERE.search(
            article.page.prose.text, sentence.start, each.date.span.start
        )
        if each.thing[:1] != "#" and each.act in _ONCE and _REPEATED.isdisjoint(said) and not elsewhere:
            yield each


def _done(article: Article, tokens: Sequence[Token], front: Claim | None, sentence: ProseSpan) -> Iterator[Told]:
    """What somebody did to a thing: "He founded the Guild in 1929 with"."""
    words = lexicon().words
    at = next((at for at, token in enumerate(tokens) if act_of(token.low)), 0)
    act = act_of(tokens[at].low) if at else None
    before = {token.low for token in tokens[:at]}
    if act not in _ONCE or tokens[at - 1].low in words["be"] or not before.isdisjoint(words["unreal"]):
        return
    rest = tokens[at + 1 :]
    size = next((here for here, token in enumerate(rest) if token.low in words["breaking"] or token.low in ",.;("), 0)
    name = thing(article, rest[:size])
    if name is None:
        return
    dates = [
        claim for claim in claims_in(article, ProseSpan(rest[size - 1].end, sentence.end)) if claim.kind is Kind.DATE
    ]
    date = front or tied(article, rest[size - 1].end, dates)
    if date is not None and not date.quoted and not date.parts and _plain(date):
        yield Told(name, str(act), date)


def _plain(date: Claim) -> bool:
    return isinstance(date.value, Date) and not date.value.circa and date.value.precision in EXACT
