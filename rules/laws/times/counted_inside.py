"""Counts of time whose two dates stand in their sentence: "it fell in 1910, nine years after its completion in 1894".

Nothing is asked of the words but their places: one count, two dates, the one at the end of what the count starts from
and the other in the main clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind
from articles.claims.written import Hedge, Written
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, occurrences, sentence_at
from rules.laws.times.counted_from import SINGLE, Counted, plain
from rules.laws.times.deeds import is_past
from rules.laws.times.orderings import FORMS, usable

_JOINT = regex(r" (after|before) ")
_SIGN = regex(r"[,;:()\[\]“”\"—–]")
_LED = regex(
    r"(?: (?:in|on|of|from)|^in|^the year)(?: the)?(?: early| late)?(?: year| summer| autumn| winter)?(?: of)? $"
)
_ENDS = regex(r"(?:\)?[,.;)]|$)")
_GOES_ON = regex(r"(?:[,.;)]|$| (?:by|in|at|with|to|for|from|as|near|on|under|and) )")
_JOINED = worded(__file__, r"\b{joining}\b")
_AND = regex(r"(?P<comma>,)? (?:and|or) (?P<next>[A-Za-z]+)")
_DOUBTED = worded(__file__, r"(?i)\b{doubted}\b")
_APART = regex(r"[;:()\[\]“”\"—–]")
_OPENS = regex(r",| (?:it|he|she|they|the) ")
_WHEN = regex(r",? when, ")
_BE = WordList(__file__, "helping")
_SUBJECTS = WordList(__file__, "subjects")
_WORD = regex(r"[a-z]+")
_LONGEST = 90


def in_sentence(article: Article) -> Iterator[Counted]:
    """Every count that stands in a sentence with the two dates between which it lies, and no third."""
    text = article.page.prose.text
    for length in (*article.claims_by_kind.get(Kind.DURATION, ()), *_single(article)):
        joint = _JOINT.match(text, length.span.end)
        value = length.value
        if joint is None or length.quoted or not isinstance(value, Duration) or value.amount.hedge is not Hedge.NONE:
            continue
        block = article.page.block_at(length.span.start)
        sentence = sentence_at(article, length.span.start)
        said = claims_in(article, sentence)
        dates = [plain(claim) for claim in said if claim.kind is Kind.DATE]
        lengths = [claim for claim in said if claim.kind is Kind.DURATION and claim.span != length.span]
        if block is None or block.form not in FORMS or lengths or len(dates) != 2 or not all(map(usable, dates)):
            continue
        if _DOUBTED.search(text, *sentence):
            continue
        behind = [date for date in dates if date.span.start >= joint.end()]
        other = dates[0] if behind and behind[0] is dates[1] else dates[1]
        if behind and _is_origin(text, joint.end(), behind[0]) and _is_main(text, length, behind[0], other):
            yield Counted(length, other, behind[0], joint[1] == "after")


def _single(article: Article) -> Iterator[Claim]:
    """Every count of one without a number: "a decade before the lodge was built"."""
    for word, (amount, unit) in SINGLE.items():
        if unit != "year":
            for at in occurrences(article, (word,)):
                span = ProseSpan(at, at + len(word))
                if _JOINT.match(article.lowered, span.end):
                    value = Decimal(amount)
                    yield Claim(Kind.DURATION, span, Duration(Written(value, value, Decimal(0)), unit), "single")


def _is_origin(text: str, start: int, date: Claim) -> bool:
    """Whether a date is that of what a count starts from: it ends it, and nothing else is told there."""
    phrase = text[start : date.span.start]
    if len(phrase) > _LONGEST or not _LED.search(phrase) or _SIGN.search(phrase) or _parted(phrase):
        return False
    told = [word for word in _WORD.findall(phrase) if is_past(word) and word not in _BE]
    return len(told) < 2 and _ENDS.match(text, date.span.end) is not None


def _parted(words: str) -> bool:
    """Whether another clause begins among some words: "and" may also join two names."""
    clauses = (found["comma"] or is_past(found["next"]) or found["next"] in _SUBJECTS for found in _AND.finditer(words))
    return _JOINED.search(words) is not None or any(clauses)


def _is_main(text: str, length: Claim, origin: Claim, other: Claim) -> bool:
    """Whether a date is that of the clause which a count stands in."""
    if other.span.end <= length.span.start:
        gap = text[other.span.end : length.span.start]
        return bool(_WHEN.fullmatch(gap)) or not (_APART.search(gap) or _parted(gap))
    gap = text[origin.span.end : other.span.start]
    if not _OPENS.match(gap) or "," in gap[1:] or _APART.search(gap) or _parted(gap):
        return False
    return _LED.search(gap) is not None and _GOES_ON.match(text, other.span.end) is not None
