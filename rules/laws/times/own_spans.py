"""From when to when an article's own subject was there, worked, reigned or held its office.

Told as a field or an item with two dates ("Reign: 1412–1431"), as two of them ("Opened", "Closed"), or in sentences of
which it is the subject. Two beginnings, or two ends, that differ leave the span untold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.kinds.kind import normal
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.asides import words_ahead
from rules.laws.blocks import dated
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.clause_times import EXACT
from rules.laws.times.counted_from import plain
from rules.laws.times.own_events import own_names

_BEGIN_KEYS = WordList(__file__, "begin-keys")
_END_KEYS = WordList(__file__, "end-keys")
_SPAN_KEYS = WordList(__file__, "span-keys")
_KEY = regex(r"(?P<key>[A-Z][a-z]+(?: [a-z]+){0,2}):? ?(?:in |on )?")
_BEGAN = worded(
    __file__, r"(?:^| )(?:{began}|{own-first} [^.;:]{1,60}?)(?:,? [\w’'-]+){0,6}? (?:in|on)(?: the)? $", re.IGNORECASE
)
_ENDED = worded(
    __file__, r"(?:^| )(?:{ended}|{own-last} [^.;:]{1,60}?)(?:,? [\w’'-]+){0,6}? (?:in|on)(?: the)? $", re.IGNORECASE
)
_ONE_OF_ALL = worded(__file__, r"(?:{own-first}|{own-last}) ", re.IGNORECASE)
_PRONOUN = regex(r"(?:It|They) ")
_BODY = worded(__file__, r"The {bodies} ")
_PARTS = regex(r"[;:(]|, (?:which|who|whose|when|where|while|but|and the) |\. ")

Ends = tuple[Claim, Claim]


def own_span(article: Article) -> Ends | None:
    """The beginning and the end of the article's own subject; to be asked for :meth:`Article.once`."""
    told = [*_fields(article), *_items(article)]
    ranges = [claim for key, claim in told if key in _SPAN_KEYS and len(claim.parts) == 2]
    if ranges:
        parts = {tuple(part.value for part in claim.parts): claim for claim in ranges}
        ends = ranges[0].parts
        return (ends[0], ends[1]) if len(parts) == 1 and all(map(_exact, ends)) else None
    begun = [claim for key, claim in told if key in _BEGIN_KEYS]
    over = [claim for key, claim in told if key in _END_KEYS]
    for block in article.once(dated) if not (begun and over) else ():
        for began, claim in _sentences(article, block):
            (begun if began else over).append(claim)
    first, last = _one(begun), _one(over)
    if first is None or last is None:
        return None
    ordered = isinstance(first.value, Date) and isinstance(last.value, Date) and first.value.before(last.value)
    return (first, last) if ordered else None


def own_beginnings(article: Article) -> list[Claim]:
    """The dates at which the own subject is said to have begun, in fields, items or sentences about it."""
    if article.parties.person or article.parties.pair:
        return []
    told = [claim for key, claim in (*_fields(article), *_items(article)) if key in _BEGIN_KEYS]
    told += [claim for block in article.once(dated) for began, claim in _sentences(article, block) if began]
    return [claim for claim in told if _exact(claim)]


def _fields(article: Article) -> Iterator[tuple[str, Claim]]:
    """The infobox's fields with one date."""
    for box in article.page.infoboxes:
        for field in box.fields:
            dates = [claim for claim in claims_in(article, field.prose) if claim.kind is Kind.DATE]
            if len(dates) == 1:
                yield normal(field.key).replace("_", " "), dates[0]


def _items(article: Article) -> Iterator[tuple[str, Claim]]:
    """The items of lists that are a key and a date: "Formed: 14 January 1931"."""
    text = article.page.prose.text
    for block in article.once(dated):
        dates = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
        if block.form is Form.ITEM and len(dates) == 1 and not text[dates[0].span.end : block.span.end].strip(" ."):
            key = _KEY.fullmatch(text, block.span.start, dates[0].span.start)
            if key is not None:
                yield key["key"].lower(), dates[0]


def _sentences(article: Article, block: Block) -> Iterator[tuple[bool, Claim]]:
    """The dates of sentences that say when the own subject began or ended: whether it did, and when."""
    text = article.page.prose.text
    if block.form is not Form.PARAGRAPH:
        return
    for date in (plain(claim) for claim in claims_in(article, block.span) if claim.kind is Kind.DATE):
        if not _exact(date):
            continue
        sentence = sentence_at(article, date.span.start)
        clause = _PARTS.split(words_ahead(text[sentence.start : date.span.start]))
        one_of_all = _ONE_OF_ALL.match(clause[-1])
        if len(clause) > 1 or not (one_of_all or _is_own(article, sentence)):
            continue
        if _BEGAN.search(clause[-1]) and not _ENDED.search(clause[-1]):
            yield True, date
        elif _ENDED.search(clause[-1]):
            yield False, date


def _is_own(article: Article, sentence: ProseSpan) -> bool:
    """Whether the article's own subject is the subject of a sentence."""
    text = article.page.prose.text
    if _PRONOUN.match(text, sentence.start):
        return True
    low = article.lowered
    if _BODY.match(text, sentence.start):
        return True
    names = article.once(own_names)
    return any(low.startswith(f"{name} ", sentence.start) for name in (*names, article.page.title.lower()))


def _one(told: list[Claim]) -> Claim | None:
    """The one date of several that are told, the finest of them; None where they differ."""
    dates = [claim for claim in told if _exact(claim)]
    if not dates or len(dates) != len(told):
        return None
    best = min(dates, key=_width)
    agree = all(_overlap(best, claim) for claim in dates)
    return best if agree else None


def _overlap(one: Claim, other: Claim) -> bool:
    first, second = one.value, other.value
    return isinstance(first, Date) and isinstance(second, Date) and first.overlaps(second)


def _width(claim: Claim) -> int:
    value = claim.value
    if not isinstance(value, Date) or value.earliest is None or value.latest is None:
        return 10**9
    return value.latest - value.earliest


def _exact(claim: Claim) -> bool:
    date = claim.value
    exact = isinstance(date, Date) and not date.circa and date.precision in EXACT
    return exact and not claim.parts and not claim.quoted
