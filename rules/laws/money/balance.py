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
from articles.words import worded
from rules.laws.money.ledger import Entry, Ledger, ledger_words, reckons
from rules.laws.names.missions import pair_of
from rules.laws.names.states_named import states_named
from rules.laws.nearby import after, before, claims_in, gap, left, right, sentence_at

_WORDS = regex(r"\b(?:surplus|deficit|(?<=trade )(?:gap|shortfall))(?![\w-])")
_FLOWS_FOLLOW = regex(r",? (?:with|as) (?:total |its |annual )?(?:exports|imports) [^0-9;:()]{0,30}$")
_TURNS = worded(__file__, r"\b{turns}\b")
_EXCEEDS = worded(__file__, r"\b{exceeds}\b")
_BY = regex(r",? by (?:about |some |around |nearly |over |only |just )?")
_RESULTING = regex(
    r"^The (?:trade )?$|\b[Tt]he (?:resulting|ensuing|consequent) (?:trade )?$|"
    r"\b(?:[Tt]hus|[Tt]herefore|[Hh]ence|accordingly|consequently|so)\b[^,;:.0-9]{0,30} (?:an?|the|its) (?:[a-z]+ )?"
    r"trade $|\b(?:thus|therefore|hence|so) (?:had|ran|showed|closed|ended|left|was left|enjoyed|recorded)\b"
    r"[^,;:.0-9]{0,20} an? (?:[a-z]+ )?$"
)
_OF_OTHERS = worded(__file__, r" (?:in|on|of) (?:the )?{others}\b")
OF_A_PURSE = regex(
    r"(?: of [^a-z;]{1,15}(?:million|billion)?)? ?(?:in|on) (?:(?:the|its) "
    r"(?!year|trade|balance|exchange|commerce|traffic)[a-z]|(?:current|capital|services|invisibles)\b)"
)
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
        resulting = _resulting(article, ledger, sentence, word) if word.start >= sentence.end else None
        if resulting is not None:
            yield resulting
            continue
        if not _of_trade(article, word, same=word.end <= sentence.end):
            continue
        if not reckons(article, ProseSpan(last.end, word.end + len(right(article, word.end, _REACH)))):
            continue
        if word.end <= sentence.end:
            between = ProseSpan(last.end, word.start)
            if not _of_other_times(article, ledger, between):
                yield Balance(word, _way(article, ledger, word, between), _amount(article, ledger, word))
        elif (said := _after(article, ledger, word)) is not None:
            yield said
    yield from _margin(article, ledger, sentence, last)
    yield from _ahead(article, ledger, sentence)
    yield from _elsewhere(article, ledger, block)


def _margin(article: Article, ledger: Ledger, sentence: ProseSpan, last: ProseSpan) -> Iterator[Balance]:
    """By how much the one flow exceeds the other: "exports, at a, exceeded imports, at b, by c"."""
    following = after(article, last.end, _REACH)
    if following is None or not isinstance(following.value, Money) or following.span.end > sentence.end:
        return
    told = _entry(following.span, following.value, ledger)
    exceeds = _EXCEEDS.search(gap(article, sentence.start, last.end))
    if told is not None and exceeds and _BY.fullmatch(gap(article, last.end, following.span.start)):
        yield Balance(following.span, None, told)


def _ahead(article: Article, ledger: Ledger, sentence: ProseSpan) -> Iterator[Balance]:
    """A balance told right before the two flows: "a trade surplus, with exports of a and imports of b"."""
    first = min(ledger.exports.span, ledger.imports.span)
    for match in _WORDS.finditer(article.lowered, sentence.start, first.start):
        word = ProseSpan(*match.span())
        following = gap(article, word.end, first.start)
        close = _FLOWS_FOLLOW.match(following) and _of_trade(article, word, same=False)
        if close or (_leads_to(article, ledger, word, first) and _of_trade(article, word, same=True)):
            yield Balance(word, _surplus(article, word), _amount(article, ledger, word))


def _leads_to(article: Article, ledger: Ledger, word: ProseSpan, first: ProseSpan) -> bool:
    """Whether the flows that follow are those of a balance: "a surplus with Peru in 2015: it exported"."""
    following = gap(article, word.end, first.start)
    if len(following) > 3 * _REACH or _TURNS.search(following):
        return False
    amounts = [
        claim for claim in claims_in(article, ProseSpan(word.end, first.start)) if isinstance(claim.value, Money)
    ]
    told = _amount(article, ledger, word)
    if [claim.span for claim in amounts] != ([told.span] if told else []):
        return False
    ahead = states_named(article, ProseSpan(sentence_at(article, word.start).start, word.start))
    flow = ledger.flow
    if flow is None:
        return len(ahead) <= 1 and not pair_of(article)
    holder = flow.subject if flow.property == "exports" else flow.scope.counterpart
    return ahead == {holder} or (not ahead and flow.scope.counterpart is None)


def _resulting(article: Article, ledger: Ledger, sentence: ProseSpan, word: ProseSpan) -> Balance | None:
    """The balance that the next sentence takes for told: "The resulting deficit was met by loans"."""
    own = sentence_at(article, word.start)
    flow = ledger.flow
    follows = not gap(article, sentence.end, own.start).strip()
    if not follows or (flow is not None and flow.scope.counterpart) or (flow is None and pair_of(article)):
        return None
    near = ProseSpan(own.start, min(own.end, word.end + _REACH // 2))
    if not _RESULTING.search(left(article, word.start, _REACH)) or states_named(article, near) - {
        flow and flow.subject
    }:
        return None
    behind = right(article, word.end, _REACH)
    if not reckons(article, own) or _OF_OTHERS.match(behind) or OF_A_PURSE.match(behind):
        return None
    if _of_other_times(article, ledger, own) or _frame("held_by").match(behind):
        return None
    return Balance(word, _surplus(article, word), _amount(article, ledger, word))


def _of_other_times(article: Article, ledger: Ledger, span: ProseSpan) -> bool:
    """Whether a stretch tells of a time that is not that of the flows."""
    when = ledger.flow.scope.when if ledger.flow else None
    dates = [claim.value for claim in claims_in(article, span) if isinstance(claim.value, Date)]
    return any(when is None or not when.overlaps(date) for date in dates)


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
    between_two = pair_of(article) == {flow.subject, flow.scope.counterpart}
    towards = f" with {flow.scope.counterpart}" if flow.scope.counterpart and not between_two else ""
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
    if last != "trade" and OF_A_PURSE.match(right(article, word.end, _REACH)):
        return False
    return last == "trade" or (same and last in ledger_words().bare)


def _frame(name: str) -> re.Pattern[str]:
    return ledger_words().balance[name]


def _surplus(article: Article, word: ProseSpan) -> bool:
    return article.lowered.startswith("surplus", word.start)


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
    if word.end < behind:
        return None
    if preceding is None or not isinstance(preceding.value, Money) or preceding.span.start < behind:
        return None
    leads = _frame("amount_has").fullmatch(gap(article, preceding.span.end, word.start))
    return _entry(preceding.span, preceding.value, ledger) if leads else None


def _entry(span: ProseSpan, value: Money, ledger: Ledger) -> Entry | None:
    return Entry(span, value.amount, value.currency) if value.currency == ledger.exports.currency else None
