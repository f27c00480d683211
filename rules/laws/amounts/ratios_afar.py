"""A share told twice in different places: as a ratio and as a percentage, or as a fraction and as a percentage.

Either a part stands beside its percentage and its whole before them ("8,000 inhabitants; 2,000 of them (35 %)"), or a
turnout stands in a paragraph with the voters and the votes, or two sentences tell the share of one thing in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number, Percent
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import plain, size
from rules.laws.amounts.ratios import Ratio
from rules.laws.amounts.shares import X_OF_N, fraction, share
from rules.laws.amounts.taken_up import taken_up
from rules.laws.amounts.ties import ties
from rules.laws.nearby import after, claims_in, gap, left, may_hold, passages, right, sentence_at
from rules.laws.nouns import head

_BESIDE = regex(
    r"(?: (?:of (?:them|(?:these|those|the|its|their|his|her)(?: [a-z]+)?)|[a-z]+))?"
    r"(?: \(|, (?:or|i\.e\.,?|that is(?: to say)?,?|namely|(?:which is )?(?:equal|equivalent) to|which is|representing|"
    r"making up|corresponding to|amounting to) )(?:about |around |some |only |just )?"
)
_CLAUSED = regex(r"(?: (?!(?:and|or|but|while|of|than|from|to)\b)[\w'’-]+){1,7} \((?:about |only |just )?")
"""Between a part and the percentage in brackets behind its clause: "90 are under eighteen (46 %)"."""
_FAR = 70
_RATE = worded(
    __file__,
    r"(?:, (?:giving |making )?an? (?:{sorts} )?|\b(?P<this>[Tt]his|[Tt]hat) ){shares} of (?:about |only |just )?$",
)
_AMONG = regex(r"(?: [a-z]+){0,2} (?:among|amongst|out of|in a total of) (?:the|its|their|all|all the|a total of) ")
_SHARE_OF = regex(r"(?: [a-z]+){0,3}(?: \(|, (?:or|i\.e\.,?|that is(?: to say)?,?|namely) )(?:about |only |just )?")
_CLOSED = regex(r"[),;.]| of (?:the total|them|all)\b")
_TURNOUT = worded(__file__, r"(?i:\b(?:turnout|participation)\b)[^.;:,]{0,40}$")
_ENTITLED = worded(__file__, r"(?i:\b{entitled}\b)")
_CAST = worded(__file__, r"(?i:\b{cast}\b)")
_OF_NOUN = regex(r" of (?:all |the |its |their |this |his |her )*(?:total |whole |entire |annual )?([a-z]{4,})\b")
_DOUBT = worded(__file__, r"(?i:\b{doubt}\b)")
_LATEST = regex(r"\b(?:latest|current|currently|now|today|most recent)\b")
_YEAR = regex(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")
_WORD = regex(r"\b[A-Za-z][a-z]{3,}\b")
_COMMON = WordList(__file__, "common")


class _Told(NamedTuple):
    claim: Claim
    noun: str
    words: frozenset[str]
    years: frozenset[str]


def ratios_afar(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """Every ratio or fraction and the percentage that states the same share elsewhere."""
    yield from _tied(article)
    yield from _among(article)
    yield from _rated(article)
    yield from _turnouts(article)
    yield from _fractions(article)


def _tied(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """A part with its percentage behind it, of a whole that words tie it to."""
    for part, whole in chain(article.once(ties), article.once(taken_up)):
        if not isinstance(part.value, Number) or not isinstance(whole.value, Number) or whole.value.amount.value <= 0:
            continue
        ahead = claims_in(article, ProseSpan(part.span.end, part.span.end + _FAR))
        percent = next((claim for claim in ahead if claim.kind is Kind.PERCENT), None)
        if percent is None or not _is_share(percent) or part.value.amount.value > whole.value.amount.value:
            continue
        told = claims_in(article, ProseSpan(min(whole.span.end, part.span.end), max(whole.span.start, part.span.start)))
        own = after(article, whole.span.end, 40)
        if any(map(_is_share, told)) or (own is not None and own is not percent and _is_share(own)):
            continue  # "1.4 million (13 %), of whom 700,000 (6 %)": both are of another whole
        joint = gap(article, part.span.end, percent.span.start)
        if _BESIDE.fullmatch(joint) or _CLAUSED.fullmatch(joint):
            yield Ratio((part, whole), share(part.value.amount, whole.value.amount), False), percent


def _among(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """A part among a whole, and its percentage: "58 women among the 160 deputies (46 %)"."""
    text = article.page.prose.text
    for percent in article.claims_by_kind.get(Kind.PERCENT, ()):
        beside = text[max(percent.span.start - 24, 0) : percent.span.start]
        if "(" not in beside and "," not in beside:
            continue
        start = percent.span.start - len(left(article, percent.span.start))
        told = [
            claim for claim in claims_in(article, ProseSpan(start, percent.span.start)) if claim.kind is Kind.NUMBER
        ]
        if len(told) < 2 or not _is_share(percent) or not all(map(plain, told[-2:])):
            continue
        part, whole = told[-2:]
        joint, beside = gap(article, part.span.end, whole.span.start), gap(article, whole.span.end, percent.span.start)
        closed = _CLOSED.match(right(article, percent.span.end, 16)) is not None
        told_so = closed and _AMONG.fullmatch(joint) and _SHARE_OF.fullmatch(beside)
        counts = isinstance(part.value, Number) and isinstance(whole.value, Number) and 0 < size(part) < size(whole)
        if told_so and counts:
            yield Ratio((part, whole), share(part.value.amount, whole.value.amount), False), percent  # type: ignore[union-attr]


def _rated(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """The ratio of a sentence that goes on to its rate: "41 of 60 boys passed the five papers, a pass rate of 68 %"."""
    for percent in article.claims_by_kind.get(Kind.PERCENT, ()):
        rate = _RATE.search(left(article, percent.span.start, 40))
        if rate is None or not _is_share(percent):
            continue
        told = list(passages(article, percent.span.start, 2))
        if rate["this"] and len(told) > 1:
            told[0] = ProseSpan(told[1].start, percent.span.end)
        claims = claims_in(article, ProseSpan(told[0].start, percent.span.end))
        pairs = [claim.parts for claim in claims if claim.pattern == X_OF_N and not claim.quoted]
        if not pairs:
            tied = chain(article.once(ties), article.once(taken_up))
            pairs = [(tie.part, tie.whole) for tie in tied if tie.part in claims]
        if len(pairs) == 1 and sum(map(_is_share, claims)) == 1:
            part, whole = (each.value.amount for each in pairs[0] if isinstance(each.value, Number))
            if 0 < part.value <= whole.value:
                yield Ratio(tuple(pairs[0]), share(part, whole), False), percent


def _is_share(claim: Claim) -> bool:
    return isinstance(claim.value, Percent) and not claim.value.points and not claim.quoted and not claim.parts


def _turnouts(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """A turnout in the paragraph or the infobox that tells how many might vote and how many did."""
    if not may_hold(article, "turnout") and not may_hold(article, "participation"):
        return
    for percent in article.claims_by_kind.get(Kind.PERCENT, ()):
        block = article.page.block_at(percent.span.start)
        if block is None or not _is_share(percent) or not _TURNOUT.search(left(article, percent.span.start, 60)):
            continue
        counts = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.NUMBER and plain(claim)]
        might = [claim for claim in counts if _said(article, claim, _ENTITLED)]
        did = [claim for claim in counts if claim not in might and _said(article, claim, _CAST)]
        if len(might) == len(did) == 1 and 0 < size(did[0]) < size(might[0]):
            part, whole = did[0].value, might[0].value
            if (
                isinstance(part, Number)
                and isinstance(whole, Number)
                and not _DOUBT.search(article.page.text(block.span))
            ):
                yield Ratio((did[0], might[0]), share(part.amount, whole.amount), False), percent


def _said(article: Article, claim: Claim, words: re.Pattern[str]) -> bool:
    """Whether the words right around a number say what it counts."""
    lead = left(article, claim.span.start, 40).rpartition(",")[2]
    return words.search(lead + right(article, claim.span.end, 34).partition(",")[0]) is not None


def _fractions(article: Article) -> Iterator[tuple[Ratio, Claim]]:
    """A fraction and a percentage that are told of one thing in another: of the tickets in the revenue."""
    fractions = [
        (claim, claim.value, told)
        for claim in article.claims_by_kind.get(Kind.NUMBER, ())
        if isinstance(claim.value, Number) and _is_part(claim) and not claim.parts and not claim.quoted
        if (told := _told(article, claim)) is not None
    ]
    if not fractions:
        return
    percents = [told for claim in article.claims_by_kind.get(Kind.PERCENT, ()) if (told := _told(article, claim))]
    for claim, value, one in fractions:
        for other in percents:
            apart = sentence_at(article, claim.span.start) != sentence_at(article, other.claim.span.start)
            if apart and _same(one, other):
                yield Ratio((claim,), fraction(value.amount.value, value.amount.hedge), True), other.claim


def _told(article: Article, claim: Claim) -> _Told | None:
    """A share with what it is of, and the words and years of its sentence; None where it is told with doubt."""
    block = article.page.block_at(claim.span.start)
    found = _OF_NOUN.match(right(article, claim.span.end, 60))
    if (
        block is None
        or block.form is not Form.PARAGRAPH
        or found is None
        or (claim.kind is Kind.PERCENT and not plain(claim))
    ):
        return None
    sentence = gap(article, *sentence_at(article, claim.span.start))
    shares = [each for each in claims_in(article, sentence_at(article, claim.span.start)) if _is_part(each)]
    if _DOUBT.search(sentence) or len(shares) != 1:
        return None
    words = frozenset(head(word.lower()) for word in _WORD.findall(sentence)) - _COMMON.words - {head(found[1])}
    years = frozenset(() if _LATEST.search(sentence) else _YEAR.findall(sentence))
    return _Told(claim, head(found[1]), words, years)


def _is_part(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Percent) or (isinstance(value, Number) and 0 < value.amount.value < 1)


def _same(one: _Told, other: _Told) -> bool:
    """Whether two shares are of one thing in one other, at no two times."""
    return one.years == other.years and one.noun == other.noun and bool(one.words & other.words)
