"""Two flows of trade and what they come to, told in up to three sentences: their total, or the balance of them.

What each amount is follows from the last telling word before it, or the first behind it; any words may stand between.
So a passage counts only if it holds one amount of each kind and no other, one time, no third state, no word of doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind, Money, Number
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import RUNNING
from rules.laws.money.balance import OF_A_PURSE, Balance
from rules.laws.money.ledger import Entry, Ledger, ledger_words
from rules.laws.names.missions import pair_of
from rules.laws.names.states_named import states_named
from rules.laws.nearby import claims_in, gap, sentence_at

_KINDS = {
    "out": worded(__file__, r"\b{outward}\b", re.IGNORECASE),
    "in": worded(__file__, r"\b{inward}\b", re.IGNORECASE),
    "total": worded(__file__, r"\b{total}\b", re.IGNORECASE),
    "balance": worded(__file__, r"\b{balance}\b", re.IGNORECASE),
}
_SIGNS = {
    "positive": worded(
        __file__, r"\b(surplus)\b|\b({positive}) balance|\bbalance of trade [a-z ]{0,20}\b({positive})\b"
    ),
    "negative": worded(
        __file__, r"\b(deficit)\b|\b({negative}) balance|\bbalance of trade [a-z ]{0,20}\b({negative})\b"
    ),
}
_HINTS = WordList(__file__, "hints")
_DOUBT = worded(__file__, r"\b{doubt}\b", re.IGNORECASE)
_CHANGE = worded(__file__, r"\b{change} (?:about |some |only |nearly )?$", re.IGNORECASE)
_CAPITAL = regex(r"(?<![\w-])[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*")
_OBJECT = worded(__file__, r"\b{object} (?:the )?$")
_SENTENCES = 3
_MOST = 40
"""So many sentences with money of an article are read."""
_LONGEST = 600
_BEHIND = 40
_PARTS = 2
_SMALLEST = 100
_SOME_GOODS = worded(
    __file__,
    r"\b(?:{flows} of (?!(?:{goods}|all|the|its|their|an?)\b)|{traded} (?!(?:{goods}|for|to|worth|abroad|at)\b))[a-z]",
)
_TO_OTHERS = regex(r"\b(?:left|leaving|gave|giving|brought|bringing) (?!(?:it|them|behind|an?)\b)[^,;.]{1,40}$")
"""Before a surplus: somebody else is left with it."""


class Told(NamedTuple):
    """One amount of a passage: what it is, which state it is told of first, and the words before it."""

    claim: Claim
    kind: str
    of: frozenset[str]
    ahead: str

    @property
    def entry(self) -> Entry:
        """The amount as a ledger has it."""
        assert isinstance(self.claim.value, Money)
        return Entry(self.claim.span, self.claim.value.amount, self.claim.value.currency)


def told_sums(article: Article) -> tuple[tuple[Ledger, Balance | None], ...]:
    """Every two flows with their total, or with their balance; to be asked for :meth:`Article.once`."""
    if not any(word in article.lowered for word in _HINTS):
        return ()
    return tuple(_passages(article))


def _passages(article: Article) -> Iterator[tuple[Ledger, Balance | None]]:
    sentences: list[ProseSpan] = []
    for claim in article.claims_by_kind.get(Kind.MONEY, ()):
        block = article.page.block_at(claim.span.start)
        if block is not None and block.form in RUNNING and (not sentences or claim.span.start >= sentences[-1].end):
            sentences.append(sentence_at(article, claim.span.start, _LONGEST))
    for at in range(min(len(sentences), _MOST)):
        for last in sentences[at : at + _SENTENCES]:
            passage = ProseSpan(sentences[at].start, last.end)
            one_block = article.page.block_at(sentences[at].start) == article.page.block_at(last.start)
            found = _read(article, passage) if one_block and passage.end - passage.start <= _LONGEST else None
            if found is not None:
                yield found
                break


def _read(article: Article, passage: ProseSpan) -> tuple[Ledger, Balance | None] | None:
    """The flows of a passage and what they come to; None where it tells anything else."""
    claims = claims_in(article, passage)
    sums = [claim for claim in claims if isinstance(claim.value, Money)]
    text = gap(article, *passage)
    if (
        len(sums) not in (_PARTS, _PARTS + 1)
        or len({claim.value for claim in claims if isinstance(claim.value, Date)}) > 1
    ):
        return None
    plain = all(not claim.quoted and not claim.parts and _plain(claim) for claim in sums)
    if any(map(_bare, claims)) or not plain or _DOUBT.search(text) or not _own(article, passage):
        return None
    told = [_told(article, passage, sums, at) for at in range(len(sums))]
    kinds = sorted(each.kind for each in told)
    flows = [each for each in told if each.kind in ("out", "in")]
    third = next((each for each in told if each.kind in ("total", "balance")), None)
    if (
        len(flows) != _PARTS
        or len({each.entry.currency for each in told}) > 1
        or (third is None) != (len(told) == _PARTS)
    ):
        return None
    if not _two_sides(article, flows, sale=kinds.count("out")):
        return None
    if any(map(_partial, flows)) and not _broken_down(article, told, third):
        return None  # "exports of timber", and a total which may hold fish as well
    one, other = sorted(flows, key=lambda each: each.kind, reverse=True)  # "out" before "in"
    ledger = Ledger(one.entry, other.entry, passage)
    if third is None:
        return _signed(article, passage, ledger, one.of or other.of) if kinds == ["in", "out"] else None
    if third.kind == "total":
        return (ledger._replace(total=third.entry), None) if _near(ledger, third.entry) else None
    return _balance(article, passage, ledger, third)


def _plain(claim: Claim) -> bool:
    return isinstance(claim.value, Money) and claim.value.per is None and claim.value.amount.value > 0


def _partial(told: Told) -> bool:
    """Whether a flow is told of some goods only."""
    return _SOME_GOODS.search(told.ahead) is not None


def _broken_down(article: Article, told: list[Told], third: Told | None) -> bool:
    """Whether one sentence tells two flows of some goods as all there is: of a balance, or behind a colon."""
    if len({sentence_at(article, each.claim.span.start, _LONGEST) for each in told}) > 1:
        return False
    whole = third is None or third.kind != "total"
    return whole or (told[0] is third and ":" in gap(article, told[0].claim.span.end, told[1].claim.span.start))


def _bare(claim: Claim) -> bool:
    """Whether a number may be an amount of money without its currency: "worth 9,000 back"."""
    return isinstance(claim.value, Number) and claim.value.noun is None and claim.value.amount.value >= _SMALLEST


def _own(article: Article, passage: ProseSpan) -> bool:
    """Whether a passage names no states but those that the article is on."""
    pair = pair_of(article)
    return states_named(article, passage) <= (pair or frozenset((article.parties.own,)))


def _told(article: Article, passage: ProseSpan, sums: list[Claim], at: int) -> Told:
    """What an amount is, by its own words: those since the amount before it, or since the sentence began."""
    claim = sums[at]
    sentence = sentence_at(article, claim.span.start, _LONGEST)
    start = max(sentence.start, sums[at - 1].span.end if at else passage.start)
    ahead = gap(article, start, claim.span.start)
    following = sums[at + 1].span.start if at + 1 < len(sums) else passage.end
    behind = gap(article, claim.span.end, min(following, sentence.end, claim.span.end + _BEHIND))
    behind = re.split(r"[,;:(]| and ", behind)[0]
    of = _subject(article, ProseSpan(start, claim.span.start))
    if _CHANGE.search(ahead):
        return Told(claim, "", of, ahead)
    kind = max(((match.end(), name) for name, words in _KINDS.items() for match in words.finditer(ahead)), default=None)
    if kind is None or article.page.text(ProseSpan(claim.span.end, claim.span.end + 4)) in (" in ", " of "):
        first = min(
            ((match.start(), name) for name, words in _KINDS.items() for match in words.finditer(behind)), default=None
        )
        kind = first or kind
    return Told(claim, kind[1] if kind else "", of, ahead)


def _subject(article: Article, span: ProseSpan) -> frozenset[str]:
    """The first state of a stretch that is not one to which or from which something goes."""
    text = gap(article, *span)
    for found in _CAPITAL.finditer(text):
        named = states_named(article, ProseSpan(span.start + found.start(), span.start + found.end()))
        if named and not _OBJECT.search(text[: found.start()]):
            return named
    return frozenset()


def _two_sides(article: Article, flows: list[Told], sale: int) -> bool:
    """Whether two flows run against each other: one state's both ways, or what each of two sold or bought."""
    first, second = (each.of for each in flows)
    pair = pair_of(article)
    if sale == 1:
        return not first or not second or first == second
    return bool(pair) and len(first) == len(second) == 1 and first | second == pair


def _near(ledger: Ledger, total: Entry) -> bool:
    """Whether an amount may be meant as the sum of two flows."""
    one, other = ledger.exports.amount.value, ledger.imports.amount.value
    return max(one, other) <= total.amount.value <= 2 * (one + other)


def _signed(
    article: Article, passage: ProseSpan, ledger: Ledger, of: frozenset[str]
) -> tuple[Ledger, Balance | None] | None:
    """The one word by which a passage says which of two flows is the larger, of who sells and buys."""
    text = gap(article, *passage)
    found = [(match, name) for name, words in _SIGNS.items() for match in words.finditer(text)]
    if len(found) != 1:
        return None
    match, name = found[0]
    word = match.span(match.lastindex or 0)
    span = ProseSpan(passage.start + word[0], passage.start + word[1])
    ends = [each.span.end for each in (ledger.exports, ledger.imports) if each.span.end <= span.start]
    start = max([*ends, sentence_at(article, span.start, _LONGEST).start])
    holder, behind = _subject(article, ProseSpan(start, span.start)), text[word[1] : word[1] + _BEHIND]
    aside = ledger_words().other.intersection(text[: word[0]].lower().split()[-1:])
    held = ledger_words().balance["held_by"].match(behind) or OF_A_PURSE.match(behind)
    denied = ledger_words().balance["denied"].search(text[max(word[0] - _BEHIND, 0) : word[0]].lower())
    if (
        aside
        or held
        or denied
        or _TO_OTHERS.search(text[: word[0]])
        or (holder and of and holder != of)
        or (pair_of(article) and not of)
    ):
        return None
    return ledger, Balance(span, name == "positive", None)


def _balance(article: Article, passage: ProseSpan, ledger: Ledger, third: Told) -> tuple[Ledger, Balance | None] | None:
    """The balance that an amount tells of two flows, by the word for it before the amount or behind."""
    around = gap(article, passage.start, passage.end).lower()
    at = third.claim.span.start - passage.start
    words = list(_KINDS["balance"].finditer(around))
    if not words or third.entry.amount.value > max(ledger.exports.amount.value, ledger.imports.amount.value):
        return None
    word = min(words, key=lambda match: abs(match.start() - at))
    span = ProseSpan(passage.start + word.start(), passage.start + word.end())
    if ledger_words().other.intersection(around[: word.start()].split()[-1:]):
        return None
    told = {"surplus": True, "deficit": False}.get(word[0]) if not pair_of(article) else None
    denied = ledger_words().balance["denied"].search(around[max(word.start() - _BEHIND, 0) : word.start()])
    return None if denied else (ledger, Balance(span, told, third.entry))
