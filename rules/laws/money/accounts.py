"""Goods out, goods in and what they come to, of one party or between two, wherever an article tells the three.

They belong together where they are of one stated year, or stand in one paragraph with no other year between them. A
year of which two amounts are told of one sort tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Money
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.money.ledger import Ledger
from rules.laws.money.roles import BALANCE, IN, OUT, SEVERAL, TRADE, Told, told_amounts
from rules.laws.nearby import claims_in, gap, left, right

_DOUBT = worded(__file__, r"\b{doubt}\b", re.IGNORECASE)
_FOLLOWS = worded(__file__, r"\b{follows}\b", re.IGNORECASE)
_REST = worded(__file__, r"(?:The |Its )?(?i:{rest})\b")
_PLAIN = worded(__file__, r"\b{plain-words}\b", re.IGNORECASE)
_COMPARED = regex(
    r"\b(?:against|up from|down from|compared (?:with|to)) (?:about |some |only )?$|\((?:in )?[0-9]{4}[:,]? $"
)
"""Before an amount: it is that of another time, beside the one told."""
_SUMS = 2
_NEAR = 700
"""How far apart amounts without a year may stand."""


class Account(NamedTuple):
    """What one party sold and what it bought, at one time."""

    sold: Told
    bought: Told

    @property
    def ledger(self) -> Ledger:
        """The two amounts, and the sentence of the later one."""
        return Ledger(self.sold.entry, self.bought.entry, max(self.sold, self.bought, key=_place).sentence)

    @property
    def owner(self) -> str | None:
        """Whose account it is."""
        return self.sold.sides.seller


def accounts(article: Article) -> tuple[Account, ...]:
    """Every two flows that run against each other; to be asked for :meth:`Article.once`."""
    flows = [each for each in article.once(told_amounts) if each.role in (OUT, IN) and _closed(each)]
    return tuple(
        Account(*sorted((first, second), key=lambda each: each.role != OUT))
        for at, first in enumerate(flows)
        for second in flows[at + 1 :]
        if _against(article, first, second)
        and same_time(first, second)
        and alone(article, first, flows)
        and alone(article, second, flows)
        and first.entry.currency == second.entry.currency
    )


def sums(article: Article) -> Iterator[Ledger]:
    """Every account with the trade that is told of the same parties and time."""
    trades = [each for each in article.once(told_amounts) if each.role == TRADE and _closed(each)]
    for account in article.once(accounts):
        for trade in trades:
            if _totals(article, account, trade) and alone(article, trade, trades):
                yield account.ledger._replace(total=trade.entry)


def _totals(article: Article, account: Account, trade: Told) -> bool:
    """Whether a trade is that of an account: of its time, of nothing else, and near its sum."""
    one, other, whole = (each.entry for each in (account.sold, account.bought, trade))
    if whole.currency != one.currency or not all(same_time(trade, each) for each in account):
        return False
    larger, added = max(one.amount.value, other.amount.value), one.amount.value + other.amount.value
    if not larger <= whole.amount.value <= _SUMS * added:
        return False
    if whole.amount.value > added and _rest_told(article, account, trade):
        return False
    some = account.sold.partial or account.bought.partial
    if some and whole.amount.value > added and not _follows(article, account, trade):
        return False
    return plainly(article, (account.sold, account.bought, trade))


def _rest_told(article: Article, account: Account, trade: Told) -> bool:
    """Whether the next sentence tells what else a trade was: "The rest was fish"."""
    end = max((*account, trade), key=_place).sentence.end
    return _REST.match(right(article, end + 1, 60)) is not None


def _follows(article: Article, account: Account, trade: Told) -> bool:
    """Whether a text says that two flows are all there is of a trade: "thus", "together", "of this"."""
    last = max((*account, trade), key=_place)
    start = min((*account, trade), key=_place).claim.span.start
    if len({each.block for each in (*account, trade)}) > 1:
        return False
    broken_down = trade.claim.span.start == start and ": " in gap(article, trade.claim.span.end, last.claim.span.start)
    return broken_down or _FOLLOWS.search(gap(article, start, last.sentence.end)) is not None


def plainly(article: Article, told: Iterable[Told]) -> bool:
    """Whether the sentences of some amounts tell no others, and nothing that would make them come out otherwise."""
    each = tuple(told)
    spans = {one.claim.span for one in each}
    known = {one.claim.span for one in article.once(told_amounts)}
    for sentence in {_weighed(one) for one in each}:
        if doubtful(article, sentence):
            return False
        others = (claim for claim in claims_in(article, sentence) if isinstance(claim.value, Money))
        strange = [claim for claim in others if claim.span not in spans and claim.span not in known]
        if not all(_COMPARED.search(left(article, claim.span.start, 20)) for claim in strange):
            return False
    return True


def _weighed(told: Told) -> ProseSpan:
    """The sentence of an amount; of a balance only so far as it is told: what follows is what became of it."""
    end = max(told.claim.span.end, told.word.end) if told.role == BALANCE else told.sentence.end
    return ProseSpan(told.sentence.start, end)


def doubtful(article: Article, sentence: ProseSpan) -> bool:
    """Whether a sentence tells of less than all trade, or of more, or of several times."""
    return _DOUBT.search(_PLAIN.sub("", gap(article, *sentence))) is not None


def same_time(first: Told, second: Told) -> bool:
    """Whether two amounts are of one year, or of none that is told in their paragraph."""
    if first.year is None or second.year is None:
        near = first.block == second.block and abs(first.claim.span.start - second.claim.span.start) < _NEAR
        return near and first.year == second.year
    if first.year != second.year or first.year == SEVERAL:
        return first.year == second.year and first.sentence == second.sentence
    return first.block == second.block or not (first.implied or second.implied)


def alone(article: Article, told: Told, all_: Iterable[Told]) -> bool:
    """Whether no other amount of the same sort and time is told; what is told again is no other."""
    return all(
        each is told
        or each.role != told.role
        or each.sides[:2] != told.sides[:2]
        or each.entry.amount.value == told.entry.amount.value
        or not same_time(each, told)
        or (each.partial and not told.partial)
        for each in all_
    )


def _closed(told: Told) -> bool:
    """Whether an amount is of nobody but those whom the article is about."""
    return not told.sides.foreign and not told.sides.world


def _against(article: Article, first: Told, second: Told) -> bool:
    """Whether two flows run against each other."""
    if article.parties.pair is None:
        return first.role != second.role
    sides = first.sides[:2]
    if None in sides or None in second.sides[:2]:
        return sides == second.sides[:2] and first.role != second.role and first.block == second.block
    return sides == second.sides[1::-1] and sides != second.sides[:2]


def _place(told: Told) -> int:
    return told.claim.span.start
