"""Which of two flows of an account is the larger by what the article says of them, and by how much.

A surplus, a deficit, a favourable balance, "it bought more than it sold", "exports exceeded imports", of the account's
owner or of the other side, in the sentences of the account, beside them, or of its year anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Money
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import RUNNING
from rules.laws.money.accounts import Account, accounts, doubtful, plainly, same_time
from rules.laws.money.balance import OF_A_PURSE, Balance
from rules.laws.money.holders import parties_in
from rules.laws.money.ledger import Ledger, ledger_words
from rules.laws.money.roles import BALANCE, told_amounts
from rules.laws.nearby import claims_in, gap, left, occurrences, right, sentence_at

_SIGN = worded(
    __file__,
    r"\b(?:(?P<surplus>surplus)|(?P<deficit>deficit|(?<=trade )(?:gap|shortfall))|(?P<more>{positive})(?= balance)"
    r"|(?P<less>{negative})(?= balance))\b",
)
_BALANCE_WAS = worded(
    __file__,
    r"\b(?:balance|trade)(?: of trade)?\b[^.;:]{0,90}? (?:(?P<more>{positive}|in favou?r of [A-Z][\w-]+"
    r"|in (?:the )?[A-Z][\w-]+['’]s? favou?r)|(?P<less>{negative}))\b",
)
_COMPARED = worded(
    __file__,
    r"\b(?:(?P<more>(?:{sell}) (?:{much} )?more\b[^,.;:]{0,40}? than (?:[a-z]+ ){1,3}(?:{buy})(?: {there})?)"
    r"|(?P<less>(?:{buy}) (?:{much} )?more\b[^,.;:]{0,40}? than (?:[a-z]+ ){1,3}(?:{sell})(?: {there})?)"
    r"|(?P<above>(?:{outward}) (?:{clearly} )?(?:{exceed}) (?:its |the |their )?(?:{inward}))"
    r"|(?P<below>(?:{inward}) (?:{clearly} )?(?:{exceed}) (?:its |the |their )?(?:{outward})))\b",
)
_WORDS = WordList(__file__, "hints")
_DENIED = worded(__file__, r"\b{denied}\b[^,;.]{0,30}$", re.IGNORECASE)
_FOR = worded(
    __file__,
    r"(?: (?:of|with|in|from)? ?[^,;.]{0,30})? "
    r"(?:for|in favou?r of|on the part of|of|(?:lay|lies|was|rested|remained) with) (?:the )?$",
)
_FAVOUR = regex(r"^['’]s? favou?r\b")
_GIVEN = worded(
    __file__,
    r"\b(?:left|leaving|gave|giving|brought|bringing) (?!(?:it|them|behind|an?|the (?:{lands}))\b)[^,;.]{1,40}$",
)
"""Before a surplus: somebody else is left with it."""
_BROKEN = regex(r"[,;:] (?!(?:of|worth|at|amounting|put|estimated|or|about|some|nearly)\b)[a-z]+ [a-z]+")
"""Between a balance and its amount: another clause, whose amount it is."""
_CLAUSE = regex(r"; |, (?:and|but) ")
_PARTNER = regex(r"\b(?:with|to|from|in|between) (?:the )?$")
_LONGEST = 600
MOST = 20
"""So many accounts of an article, and so many words for their balances, are held against each other."""
_REACH = 60
_SO_FAR = 25
"""So far behind a word it may be said that it is another balance than that of goods."""


class Said(NamedTuple):
    """That one side sold more than it bought, or less, in words; ``holder`` is the side, None where none is named."""

    word: ProseSpan
    more: bool
    holder: str | None
    sentence: ProseSpan


def signs(article: Article) -> Iterator[tuple[Ledger, Balance]]:
    """Every account with the balance told of it: as an amount, else as a word."""
    found = article.once(accounts)
    if not found:
        return
    said = list(islice(_said(article), MOST))
    for account in found[:MOST]:
        if not plainly(article, account):
            continue
        amount = {told.word: told for told in _amounts(article, account)}
        signed = {
            each.word: each.more == _sold_by(account, each) for each in said if _of(article, account, each, found)
        }
        for word in (*amount, *(word for word in signed if word not in amount)):
            yield account.ledger, Balance(word, signed.get(word), amount[word].amount if word in amount else None)


def _sold_by(account: Account, said: Said) -> bool:
    """Whether the word is of the side whose exports the ledger has as such."""
    return said.holder is None or account.owner is None or said.holder == account.owner


def _amounts(article: Article, account: Account) -> Iterator[Balance]:
    """The amounts told as what the one flow is more than the other."""
    larger = max(account.sold.entry.amount.value, account.bought.entry.amount.value)
    for told in article.once(told_amounts):
        if told.role != BALANCE or told.entry.currency != account.sold.entry.currency or told.sides.foreign:
            continue
        if told.entry.amount.value > larger or not all(same_time(told, flow) for flow in account):
            continue
        if _BROKEN.search(gap(article, told.word.end, told.claim.span.start)):
            continue
        if _other_balance(article, told.word) or not plainly(article, (*account, told)):
            continue
        some = account.sold.partial or account.bought.partial
        if some and not told.sentence == account.sold.sentence == account.bought.sentence:
            continue
        yield Balance(told.word, None, told.entry)


def _other_balance(article: Article, word: ProseSpan) -> bool:
    """Whether a surplus is one of a budget, of services, denied or of another time."""
    ahead, behind = left(article, word.start, _REACH), right(article, word.end, _REACH)
    last = ahead.lower().split()[-1:]
    return bool(ledger_words().other.intersection(last)) or bool(
        OF_A_PURSE.match(behind)
        or _DENIED.search(ahead)
        or behind.startswith((" on current", " in services", " on services"))
    )


def _said(article: Article) -> Iterator[Said]:
    """Every word that says which of two flows is the larger, in running text."""
    seen: set[int] = set()
    for at in occurrences(article, _WORDS):
        sentence = sentence_at(article, at, _LONGEST)
        block = article.page.block_at(at)
        if sentence.start in seen or block is None or block.form not in RUNNING:
            continue
        seen.add(sentence.start)
        text = gap(article, *sentence)
        for words in (_COMPARED, _BALANCE_WAS, _SIGN):
            for match in words.finditer(text):
                name = match.lastgroup or ""
                span = ProseSpan(sentence.start + match.start(name), sentence.start + match.end(name))
                if not _other_balance(article, span):
                    yield Said(span, name in ("surplus", "more", "above"), _holder(article, sentence, span), sentence)
            if words.search(text):
                break


def _holder(article: Article, sentence: ProseSpan, word: ProseSpan) -> str | None:
    """Whose surplus it is: named behind it with "for", else the nearest before it that is no partner."""
    inside = [party for _, party in parties_in(article, word) if party]
    if inside and "favo" in gap(article, *word):
        return inside[0]
    behind = parties_in(article, ProseSpan(word.end, sentence.end))
    for span, party in behind:
        between = gap(article, word.end, span.start)
        favoured = _FAVOUR.match(gap(article, span.end, sentence.end))
        if party and (_FOR.fullmatch(between) or favoured):
            return party
    amounts = [
        each.span.end
        for each in claims_in(article, sentence)
        if isinstance(each.value, Money) and each.span.end <= word.start
    ]
    start = max([sentence.start, *amounts])
    ahead = [
        party
        for span, party in parties_in(article, ProseSpan(start, word.start))
        if not _PARTNER.search(gap(article, max(start, span.start - 20), span.start))
    ]
    return ahead[-1] if ahead else None


def _of(article: Article, account: Account, said: Said, all_: tuple[Account, ...]) -> bool:
    """Whether a word is told of an account."""
    named = {party for _, party in parties_in(article, said.sentence)}
    clause = [cut.end() for cut in _CLAUSE.finditer(gap(article, said.sentence.start, said.word.start))]
    told_of = ProseSpan(said.sentence.start + max(clause, default=0), min(said.sentence.end, said.word.end + _SO_FAR))
    if None in named or doubtful(article, told_of):
        return False
    pair = article.parties.pair
    sentences = {flow.sentence for flow in account}
    within = said.sentence in sentences
    if pair and account.owner is None:
        return False
    if pair and said.holder is None and not (within and account.sold.sides.owner == account.bought.sides.owner):
        return False
    smaller = min(account, key=lambda flow: flow.entry.amount.value)
    if smaller.partial and not within:
        return False  # of the larger one a part is enough
    if said.holder is None and _GIVEN.search(gap(article, said.sentence.start, said.word.start)):
        return False
    own = _own_year(article, said.word)
    if own is not None and own != account.sold.year:
        return False
    year = _year(article, said.sentence)
    if within or year is not None:
        return within or year == account.sold.year
    return _beside(article, account, said) or (len(all_) == 1 and pair is not None and account.sold.year is not None)


def _own_year(article: Article, word: ProseSpan) -> int | None:
    """The year told right behind a word: "the deficit of 2009"."""
    dates = [claim for claim in claims_in(article, ProseSpan(word.end, word.end + 12)) if isinstance(claim.value, Date)]
    return _year(article, ProseSpan(word.end, dates[0].span.end)) if dates else None


def _beside(article: Article, account: Account, said: Said) -> bool:
    """Whether a sentence without a year stands right before an account or right behind it."""
    first, last = sorted(flow.sentence for flow in account)
    block = article.page.block_at(first.start)
    if block is None or block != article.page.block_at(said.sentence.start):
        return False
    return (
        not gap(article, last.end, said.sentence.start).strip()
        if said.sentence.start >= last.end
        else (said.sentence.end <= first.start and not gap(article, said.sentence.end, first.start).strip())
    )


def _year(article: Article, sentence: ProseSpan) -> int | None:
    """The one year of a sentence; 0 where it tells several, None where none."""
    years = {
        civil(end)[0]
        for claim in claims_in(article, sentence)
        if isinstance(claim.value, Date)
        for end in (claim.value.earliest, claim.value.latest)
        if end is not None
    }
    return None if not years else years.pop() if len(years) == 1 else 0
