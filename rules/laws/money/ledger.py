"""What a state, or a pair of states, exported and imported at one time, from facts or within one sentence.

The words of the sentences are data, in ``ledger.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind, Money
from articles.claims.written import Written
from articles.facts.fact import Fact
from articles.facts.figure_words import figure_words
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file, worded
from rules.laws.money.economy import MOST, flows, route
from rules.laws.names.missions import pair_of
from rules.laws.names.states_named import states_named
from rules.laws.nearby import before, claims_in, gap, may_hold, right, sentence_at

_WORD = regex(r"[\w'’-]+")
_SLASHED = regex(
    r"exports/imports:[ \u00a0]([0-9]{1,6}(?:\.[0-9]{1,6})?)/([0-9]{1,6}(?:\.[0-9]{1,6})?)[ \u00a0](million|billion)"
    r"(?:[ \u00a0](?:USD?|US\$|EUR))?\b"
)
_SCALES = {"million": 1_000_000, "billion": 1_000_000_000}
_REACH = 60
_LONGEST = 600
_OUT = ("export", "shipments", "shipped ", "sales ", "left the ", "sold ", "selling ", "sells ")
_IN = ("import", "purchases", "landed ", "bought ", "buying ", "buys ", "purchased ")
_ASIDE = regex(r", (?!and |but |or |which )[^,;:()]{3,50}(?:, [a-z][^,;:()]{2,30})?, ")
_PLACED = worded(
    __file__,
    r" (?:into|through|via|from|of|for|to|at|in) (?:the|this|that|its|their|all) (?:whole |free |outside |same )?"
    r"{places}(?: as a whole)?(?=[ ,])",
)
_LISTED = regex(
    r"^ of (?!(?:an?|the)\b)[a-z -]{3,20}(?:, [a-z -]{3,20}){1,4} and [a-z]{3,12}"
    r"(?: (?!(?:at|was|were|for)\b)[a-z]{3,12})?(?= )"
)
"""Goods of so many sorts are goods in general: "shipments of wool, tallow and skins"."""
_PRICED = regex(
    r"(?:worth|for|valued at|to the (?:value|tune|amount) of|at)"
    r"(?: (?:about|around|some|over|nearly|almost|approximately|roughly|only|just))?,? ?$"
)
"""How the words between a verb of trade and an amount end, whatever was traded."""


class Entry(NamedTuple):
    """An amount of money and where it stands."""

    span: ProseSpan
    amount: Written
    currency: str


class Ledger(NamedTuple):
    """Exports and imports of one time that belong together.

    ``flow`` is a fact that says whose they are, towards whom and when, None where only the sentence holds them
    together; ``total`` is what the sentence says they come to; ``sentence`` where the exports are told.
    """

    exports: Entry
    imports: Entry
    sentence: ProseSpan
    flow: Fact | None = None
    total: Entry | None = None


def ledgers(article: Article) -> tuple[Ledger, ...]:
    """Every pair of exports and imports, once: as its sentence tells it, with the fact that says whose they are.

    To be asked for :meth:`Article.once`.
    """
    facts = {_amounts(each): each for each in _of_facts(article)}
    found = [
        each._replace(flow=facts[_amounts(each)].flow) if _amounts(each) in facts else each
        for each in (*_of_sentences(article), *_slashed(article), *_of_paragraphs(article))
    ]
    told = {_amounts(each) for each in found}
    return (*found, *(each for amounts, each in facts.items() if amounts not in told))[:MOST]


def _amounts(ledger: Ledger) -> tuple[Decimal, Decimal]:
    return ledger.exports.amount.value, ledger.imports.amount.value


def entry(fact: Fact) -> Entry | None:
    """A fact's amount; None where it is no money."""
    return Entry(fact.span, fact.value.amount, fact.value.currency) if isinstance(fact.value, Money) else None


def same_time(first: Fact, second: Fact) -> bool:
    """Whether two figures are of one time: one date, or none and one sentence."""
    one, other = first.scope.when, second.scope.when
    if one is None or other is None:
        return one is other and first.statement == second.statement
    return one == other and one.earliest is not None and one.latest is not None


def _of_facts(article: Article) -> Iterator[Ledger]:
    """Exports and imports of one state, or what two states export to each other."""
    one_way = [flow for flow in flows(article) if flow.property != "trade" and flow.scope.basis != "part"]
    for at, first in enumerate(one_way):
        for second in one_way[at + 1 :]:
            if route(first) != route(second)[::-1] or not same_time(first, second):
                continue
            one, other = entry(first), entry(second)
            if one is None or other is None or one.currency != other.currency:
                continue
            if first.scope.basis != second.scope.basis:
                continue
            swapped = first.property == "imports"
            pair = (other, one) if swapped else (one, other)
            yield Ledger(*pair, first.statement, second if swapped else first)


class Words(NamedTuple):
    """``ledger.toml``."""

    roles: dict[str, re.Pattern[str]]
    behind: dict[str, re.Pattern[str]]
    lists: dict[str, frozenset[str]]
    foreign: tuple[str, ...]
    other: frozenset[str]
    bare: frozenset[str]
    balance: dict[str, re.Pattern[str]]


@cache
def ledger_words() -> Words:
    """The words that ship with factlint."""
    table = data_file(__file__, "ledger.toml")
    lists = {name: frozenset(words) for name, words in table["words"].items()}
    return Words(
        {name: regex(pattern, re.IGNORECASE) for name, pattern in table["roles"].items()},
        {name: regex(pattern) for name, pattern in table["behind"].items()},
        lists,
        tuple(table["words"]["foreign"]),
        frozenset(table["balance"]["other"]),
        frozenset(table["balance"]["bare"]),
        {name: regex(table["balance"][name]) for name in ("denied", "has_amount", "amount_has", "held_by")},
    )


def _of_sentences(article: Article) -> Iterator[Ledger]:
    """Sentences that tell exports and imports, one of each, and at most one total."""
    done = -1
    for claim in article.claims_by_kind.get(Kind.MONEY, ()):
        if claim.span.start < done or claim.quoted:
            continue
        sentence = sentence_at(article, claim.span.start, _LONGEST)
        done = sentence.end
        low = article.lowered[sentence.start : sentence.end]
        two_ways = any(word in low for word in _OUT) and any(word in low for word in _IN)
        if two_ways and reckons(article, sentence):
            yield from _read(article, sentence)


def _of_paragraphs(article: Article) -> Iterator[Ledger]:
    """Paragraphs that tell exports in one sentence and imports in the next, one of each, at one time and place."""
    blocks = {article.page.block_at(claim.span.start): None for claim in article.claims_by_kind.get(Kind.MONEY, ())}
    for block in blocks:
        low = article.lowered[block.span.start : block.span.end] if block else ""
        if block and any(word in low for word in _OUT) and any(word in low for word in _IN):
            for ledger in _read(article, ProseSpan(*block.span)):
                first, last = sorted((ledger.exports.span, ledger.imports.span))
                if first.end <= (near := sentence_at(article, last.start, _LONGEST)).start and one_economy(
                    article, ProseSpan(sentence_at(article, first.start, _LONGEST).start, near.end)
                ):
                    yield ledger._replace(sentence=near)


def one_economy(article: Article, span: ProseSpan) -> bool:
    """Whether a stretch of sentences tells of all trade of one state or place."""
    others = states_named(article, span) - {article.parties.own}
    return not others and not pair_of(article) and reckons(article, span)


def total_near(article: Article, ledger: Ledger) -> Entry | None:
    """The total that the sentence before or behind two flows tells, of one economy at one time."""
    block = article.page.block_at(ledger.sentence.start)
    if block is None or ledger.flow is not None:
        return None
    ahead, behind = ledger.sentence.start - 2, ledger.sentence.end + 1
    for at in (ahead, behind):
        if not block.span.start <= at < block.span.end:
            continue
        other = sentence_at(article, at, _LONGEST)
        around = ProseSpan(min(other.start, ledger.sentence.start), max(other.end, ledger.sentence.end))
        claims = [claim for claim in claims_in(article, other) if isinstance(claim.value, Money)]
        dates = {claim.value for claim in claims_in(article, around) if isinstance(claim.value, Date)}
        if len(claims) == 1 and len(dates) < 2 and one_economy(article, around):
            value = claims[0].value
            assert isinstance(value, Money)
            if value.currency == ledger.exports.currency and role_of(article, other.start, claims[0]) == "total":
                return Entry(claims[0].span, value.amount, value.currency)
    return None


def reckons(article: Article, span: ProseSpan) -> bool:
    """Whether the amounts of a stretch can be reckoned up: no services in one of them, no forecast, no quarter."""
    low = article.lowered[span.start : span.end].replace("exports and re-exports", "exports")
    return not any(word in low for word in ledger_words().foreign)


def _slashed(article: Article) -> Iterator[Ledger]:
    """Both flows in one bracket behind the trade in all: "$434 million (exports/imports: 73/361 million USD)"."""
    for match in _SLASHED.finditer(article.page.prose.text) if may_hold(article, "exports/imports") else ():
        total = before(article, match.start(), _REACH)
        total = before(article, total.span.start, _REACH) if total and isinstance(total.value, Date) else total
        if total is None or not isinstance(total.value, Money) or total.quoted:
            continue
        whole = Entry(total.span, total.value.amount, total.value.currency)
        spans = ProseSpan(*match.span(1)), ProseSpan(match.start(2), match.end())
        scale = Decimal(_SCALES[match[3]])
        one, other = (
            Entry(span, _scaled(Decimal(digits), scale), whole.currency)
            for span, digits in zip(spans, match.group(1, 2), strict=True)
        )
        yield Ledger(one, other, total.span, None, whole)


def _scaled(number: Decimal, scale: Decimal) -> Written:
    """A number as written before a scale word."""
    value = number * scale
    return Written(value, value, Decimal(1).scaleb(int(number.as_tuple().exponent)) * scale)


def _read(article: Article, sentence: ProseSpan) -> Iterator[Ledger]:
    claims = claims_in(article, sentence)
    if len({claim.value for claim in claims if isinstance(claim.value, Date)}) > 1:
        return
    told: dict[str, list[Entry]] = {"exports": [], "imports": [], "total": []}
    start = sentence.start
    for claim in claims:
        if isinstance(claim.value, Money) and not claim.parts and claim.value.per is None:
            role = role_of(article, start, claim)
            if role is not None:
                told[role].append(Entry(claim.span, claim.value.amount, claim.value.currency))
            start = claim.span.end
    if len(told["exports"]) != 1 or len(told["imports"]) != 1 or len(told["total"]) > 1:
        return
    entries = [each for listed in told.values() for each in listed]
    if len({each.currency for each in entries}) == 1:
        total = told["total"][0] if told["total"] else None
        yield Ledger(told["exports"][0], told["imports"][0], sentence, None, total)


def role_of(article: Article, start: int, claim: Claim) -> str | None:
    """What an amount is, by the words behind it, else by the last telling word before it."""
    words, start = ledger_words(), max(start, sentence_at(article, claim.span.start, _LONGEST).start)
    behind = right(article, claim.span.end, _REACH)
    for name, pattern in words.behind.items():
        if pattern.search(behind):
            return name
    ahead = gap(article, start, claim.span.start)
    found = [
        (match.end(), -match.start(), name)
        for name, pattern in words.roles.items()
        for match in pattern.finditer(ahead)
    ]
    if not found:
        return None
    end, begun, name = max(found)
    word = ahead[-begun:end].lower()
    if word in words.lists["verbs"]:
        tail = ahead[end:]
        traded = word not in words.lists["shops"] or _of_goods(f"{tail}{behind[:12]}")
        return name if traded and (_leads(tail) or _priced(tail)) else None
    near = ahead.lower().rpartition(",")[2]
    if name == "total" and word.endswith(" of") and any(each in near for each in ("export", "import")):
        return None  # "exports of a total of"
    if (
        name != "total"
        and not _plainly(ahead[:-begun] if begun else "")
        and not _two_sided(article, ahead, -begun, start)
    ):
        return None
    return name if _leads(_shortened(ahead[end:])) else None


def _two_sided(article: Article, ahead: str, at: int, start: int) -> bool:
    """Whether the trade is one in something, both ways: "agricultural exports of a, agricultural imports of b"."""
    words = _WORD.findall(ahead[:at][-_REACH:])
    told = article.lowered[slice(*sentence_at(article, start + at, _LONGEST))]
    return bool(words) and all(f"{words[-1].lower()} {flow}" in told for flow in ("exports", "imports"))


def _shortened(tail: str) -> str:
    """The words behind "exports" without asides and places: ", mainly coal from Sund, were valued at"."""
    return _LISTED.sub(" ", _PLACED.sub(" ", _ASIDE.sub(" ", tail)))


def _of_goods(text: str) -> bool:
    """Whether the words behind "sold" say that it was goods at large."""
    return not ledger_words().lists["goods"].isdisjoint(_WORD.findall(text.lower()))


def _priced(tail: str) -> bool:
    """Whether the words between a verb of trade and an amount name goods and then their price."""
    if len(tail) > 2 * _REACH or not _PRICED.search(tail):
        return False
    return ledger_words().lists["turns"].isdisjoint(_WORD.findall(tail.lower()))


def total_beside(article: Article, ledger: Ledger) -> Entry | None:
    """The total that the sentence of two flows tells besides them, where facts alone made the ledger."""
    own = {ledger.exports.span, ledger.imports.span}
    start = ledger.sentence.start
    found: list[Entry] = []
    for claim in claims_in(article, ledger.sentence):
        if isinstance(claim.value, Money) and not claim.parts and claim.value.per is None:
            if claim.span not in own and role_of(article, start, claim) == "total":
                found.append(Entry(claim.span, claim.value.amount, claim.value.currency))
            start = claim.span.end
    same = [each for each in found if each.currency == ledger.exports.currency]
    return same[0] if len(same) == 1 and len(found) == 1 and reckons(article, ledger.sentence) else None


def _plainly(ahead: str) -> bool:
    """Whether the word before "exports" leaves it all exports: a name, an article, nothing; not "oil"."""
    words = _WORD.findall(ahead[-30:])
    if not words or ahead.rstrip()[-1:] in ",;:(":
        return True
    last = words[-1]
    return (
        not last[0].islower()
        or last.lower() in ledger_words().lists["before"]
        or last.endswith(("'s", "’s", "s'", "s’"))
    )


def _leads(tail: str) -> bool:
    """Whether the words between "exports" and an amount lead from the one to the other."""
    if len(tail) > _REACH:
        return False
    words = _WORD.findall(tail)
    lists = ledger_words().lists
    if words and words[-1].lower() in lists["change"]:
        return False
    linking = figure_words().lists["link"] | lists["between"]
    return all(word[0].isupper() or word[0].isdecimal() or word.lower() in linking for word in words)
