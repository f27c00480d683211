"""The surplus or deficit that an article tells of exports and imports, by the word and by the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Money
from articles.page import Block
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.ledger import Entry, Ledger, ledger_words, reckons
from rules.laws.nearby import after, before, claims_in, gap, left, right, sentence_at
from rules.laws.states_named import states_named

_WORDS = regex(r"\b(?:surplus|deficit)(?![\w-])")
_FLOWS_FOLLOW = regex(r",? (?:with|as) (?:total |its |annual )?(?:exports|imports) [^0-9;:()]{0,30}$")
_REACH = 50


class Balance(NamedTuple):
    """A balance as told.

    ``surplus`` is None where the word may be of another holder than the exporter; ``amount`` where none is told.
    """

    word: ProseSpan
    surplus: bool | None
    amount: Entry | None


def balances(article: Article, ledger: Ledger) -> Iterator[Balance]:
    """The balances of a pair of flows: in its sentence, and where the next one tells of the same state and time."""
    last = max(ledger.exports.span, ledger.imports.span)
    block = article.page.block_at(last.start)
    if block is None:
        return
    sentence = sentence_at(article, last.start)
    for match in _WORDS.finditer(article.lowered, last.end, min(block.span.end, last.end + 500)):
        word = ProseSpan(*match.span())
        if not _of_trade(article, word, same=word.end <= sentence.end):
            continue
        if not reckons(article, ProseSpan(last.end, word.end + len(right(article, word.end, _REACH)))):
            continue
        if word.end <= sentence.end:
            between = ProseSpan(last.end, word.start)
            if not any(isinstance(claim.value, Date) for claim in claims_in(article, between)):
                yield Balance(word, _way(article, ledger, word, between), _amount(article, ledger, word))
        elif (said := _after(article, ledger, word)) is not None:
            yield said
    yield from _ahead(article, ledger, sentence)
    yield from _elsewhere(article, ledger, block)


def _ahead(article: Article, ledger: Ledger, sentence: ProseSpan) -> Iterator[Balance]:
    """A balance told right before the two flows: "a trade surplus, with exports of a and imports of b"."""
    first = min(ledger.exports.span, ledger.imports.span)
    for match in _WORDS.finditer(article.lowered, sentence.start, first.start):
        word = ProseSpan(*match.span())
        if _FLOWS_FOLLOW.match(gap(article, word.end, first.start)) and _of_trade(article, word, same=False):
            yield Balance(word, _surplus(article, word), None)


def _elsewhere(article: Article, ledger: Ledger, block: Block) -> Iterator[Balance]:
    """Balances told in other paragraphs or in the infobox, of the same states at the same time."""
    flow = ledger.flow
    for fact in article.facts_by_property.get("trade-balance", ()) if flow else ():
        if flow is None or fact.scope != flow.scope or fact.subject != flow.subject or fact.scope.when is None:
            continue
        told = fact.claim.value if fact.claim else None
        inside = block.span.start <= fact.span.start < block.span.end
        if inside or flow.property != "exports" or not isinstance(fact.value, Money) or not isinstance(told, Money):
            continue
        yield Balance(fact.span, fact.value.amount.value > 0, _entry(fact.span, told, ledger))


def _after(article: Article, ledger: Ledger, word: ProseSpan) -> Balance | None:
    """A balance told in a later sentence, if it names the exporter and no other time."""
    flow = ledger.flow
    if flow is None:
        return None
    sentence = sentence_at(article, word.start)
    dates = [claim.value for claim in claims_in(article, sentence) if isinstance(claim.value, Date)]
    named = states_named(article, ProseSpan(sentence.start, word.start))
    others = states_named(article, ProseSpan(word.end, sentence.end)) - {flow.scope.counterpart}
    holder = flow.subject if flow.property == "exports" else flow.scope.counterpart
    if named != {holder} or others or any(date != flow.scope.when for date in dates):
        return None
    towards = f" with {flow.scope.counterpart}" if flow.scope.counterpart else ""
    if (towards and towards not in right(article, word.end, _REACH * 2)) or _frame("held_by").match(
        right(article, word.end, _REACH)
    ):
        return None
    return Balance(word, _surplus(article, word), _amount(article, ledger, word))


def _of_trade(article: Article, word: ProseSpan, *, same: bool) -> bool:
    """Whether a surplus is one of trade, and neither denied nor of another time."""
    ahead = left(article, word.start, _REACH).lower()
    words = ahead.split()
    last = words[-1].strip("(,") if words else ""
    if last in ledger_words().other or _frame("denied").search(ahead):
        return False
    return last == "trade" or (same and last in ledger_words().bare)


def _frame(name: str) -> re.Pattern[str]:
    return ledger_words().balance[name]


def _surplus(article: Article, word: ProseSpan) -> bool:
    return article.lowered[word.start] == "s"


def _way(article: Article, ledger: Ledger, word: ProseSpan, between: ProseSpan) -> bool | None:
    """Whether a surplus is told of the exporter; None where another may hold it."""
    behind = right(article, word.end, _REACH)
    if _frame("held_by").match(behind) and not _held_by_own(article, ledger, word, behind):
        return None
    named = states_named(article, between)
    own = {ledger.flow.subject} if ledger.flow and ledger.flow.property == "exports" else set()
    return _surplus(article, word) if not named or named == own else None


def _held_by_own(article: Article, ledger: Ledger, word: ProseSpan, behind: str) -> bool:
    """Whether the holder named behind the word is the exporter, the one named before the amounts: "for Ghana"."""
    if not behind.startswith(" for "):
        return False
    sentence = sentence_at(article, word.start)
    first = min(ledger.exports.span.start, ledger.imports.span.start)
    ahead = states_named(article, ProseSpan(sentence.start, first))
    return len(ahead) == 1 and states_named(article, ProseSpan(word.end, sentence.end)) == ahead


def _amount(article: Article, ledger: Ledger, word: ProseSpan) -> Entry | None:
    """The amount of a balance: right behind the word, or right before it."""
    following = after(article, word.end, _REACH)
    if (
        following
        and isinstance(following.value, Money)
        and _frame("has_amount").fullmatch(gap(article, word.end, following.span.start))
    ):
        return _entry(following.span, following.value, ledger)
    preceding = before(article, word.start, _REACH)
    behind = max(ledger.imports.span.end, ledger.exports.span.end)
    if preceding is None or not isinstance(preceding.value, Money) or preceding.span.start < behind:
        return None
    leads = _frame("amount_has").fullmatch(gap(article, preceding.span.end, word.start))
    return _entry(preceding.span, preceding.value, ledger) if leads else None


def _entry(span: ProseSpan, value: Money, ledger: Ledger) -> Entry | None:
    return Entry(span, value.amount, value.currency) if value.currency == ledger.exports.currency else None
