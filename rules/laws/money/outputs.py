"""What economies produce in a year, and what a sentence says was traded, as amounts of money with a year.

They are known by what stands around an amount, not by a fact: the word for what is produced before it, or one verb or
noun of trade in a sentence that tells no other amount. So an article on a place that no list knows is read as well,
and so is "in the same year it bought goods for $620 million".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Claim, Kind, Money, Number
from articles.page import Block
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import RUNNING
from rules.laws.names.missions import pair_of
from rules.laws.names.states_named import states_named
from rules.laws.nearby import claims_in, gap, left, right, sentence_at

_PRODUCED = worded(__file__, r"\b(?i:{produced})\b(?:[^.;:()]{0,70}|: )$")
_A_HEAD = worded(__file__, r"(?i:{a-head})\b")
_OTHERWISE = worded(__file__, r"\b(?i:{otherwise})\b")
_TRADED = worded(__file__, r"\b(?i:{traded})\b")
_DOUBT = worded(__file__, r"\b(?i:{doubt})\b")
_THEN = worded(__file__, r"\b(?i:{then})\b")
_ONE_WAY = worded(__file__, r"\b(?i:{one-way})\b")
_IT = regex(r"\b(?:[Ii]t|[Tt]hey|[Tt]he (?:two|other|latter|former|republic|kingdom|island|islands|country))\b")
_ABROAD = worded(__file__, r"\b(?i:{abroad})\b")
_BOTH = regex(r"\bbetween (?:the two|both)\b")
_WAY = regex(r"\b(?:to|from|with|between|in) (?:the )?[A-Z]")
WHOLE = frozenset((None, "census", "estimate", "total"))
"""Ways of counting that cover everybody who lives in a state."""
MOST = 40
"""So many products, trades and populations of an article are weighed against each other."""
_SHORT = 200
SEVERAL = -1
"""Stands for the year of a reading whose sentence tells more than one."""
_HINTS = WordList(__file__, "hints")


class Output(NamedTuple):
    """What an economy produces: the amount, its sentence and its year; ``states`` are those that the sentence names."""

    claim: Claim
    sentence: ProseSpan
    year: int | None
    states: frozenset[str]

    @property
    def money(self) -> Money:
        """The amount as money."""
        assert isinstance(self.claim.value, Money)
        return self.claim.value


class Trade(NamedTuple):
    """What a sentence says was bought or sold: the amount, its sentence and its year."""

    claim: Claim
    sentence: ProseSpan
    year: int | None

    @property
    def money(self) -> Money:
        """The amount as money."""
        assert isinstance(self.claim.value, Money)
        return self.claim.value


def outputs(article: Article) -> tuple[Output, ...]:
    """Every amount that running text tells as what an economy produced; for :meth:`Article.once`."""
    if not any(word in article.lowered for word in _HINTS):
        return ()
    found = []
    for claim in _told(article):
        lead = left(article, claim.span.start, 120)
        produced = _PRODUCED.search(lead)
        if produced is None or _A_HEAD.match(right(article, claim.span.end, 24).lstrip(" (,")):
            continue
        between = produced[0].replace("goods and services", "")
        if _OTHERWISE.search(between) or _A_HEAD.search(between) or any(sign in between for sign in "$€£%"):
            continue
        sentence = sentence_at(article, claim.span.start)
        near = ProseSpan(claim.span.start - len(lead.rpartition(", ")[2]), claim.span.start)
        clause = _clause(article, sentence, claim)
        ahead = ProseSpan(clause.start, claim.span.start)
        states = states_named(article, near) or states_named(article, ahead) or states_named(article, clause)
        found.append(Output(claim, sentence, year_of(article, claim), states))
    return tuple(found[:MOST])


def beside_head(article: Article, claim: Claim) -> bool:
    """Whether an amount is told as what each had: "$12,400 per head"."""
    behind, lead = right(article, claim.span.end, 24), left(article, claim.span.start, 40)
    return _A_HEAD.match(behind.lstrip()) is not None or _A_HEAD.search(lead) is not None


def trades(article: Article) -> Iterator[Trade]:
    """Every amount that stands alone in a clause on trade."""
    made = {each.claim.span: each for each in article.once(outputs)}
    for claim in _told(article):
        sentence = sentence_at(article, claim.span.start)
        clause = _clause(article, sentence, claim)
        sums = [each for each in claims_in(article, clause) if isinstance(each.value, Money)]
        text = _without(article, clause, [made[each.span] for each in sums if each.span in made])
        alone = len(sums) - sum(each.span in made for each in sums) == 1
        if alone and claim.span not in made and _TRADED.search(text) and not _DOUBT.search(text):
            yield Trade(claim, sentence, year_of(article, claim))


def _without(article: Article, clause: ProseSpan, made: list[Output]) -> str:
    """The words of a clause without those that tell a product: "with a GDP of $5.5 billion"."""
    text = gap(article, *clause)
    for each in sorted(made, key=lambda each: -each.claim.span.start):
        lead = left(article, each.claim.span.start, 120)
        told = _PRODUCED.search(lead)
        start = each.claim.span.start - (len(told[0]) if told else 0) - clause.start
        text = text[: max(start, 0)] + text[each.claim.span.end - clause.start :]
    return text


def weighed(article: Article) -> tuple[tuple[Trade, Output], ...]:
    """Each trade with the product of one of those that carry it on, of one year; for :meth:`Article.once`."""
    known = article.once(outputs)
    if not known:
        return ()
    return tuple(
        (trade, max(fitting, key=lambda each: each.money.amount.value))
        for trade in islice(trades(article), MOST)
        if (fitting := [each for each in known if _of_one(article, trade, each)])
    )


def _of_one(article: Article, trade: Trade, made: Output) -> bool:
    """Whether a trade is one of the economy of a product, at one time."""
    if trade.money.currency != made.money.currency or trade.claim.span == made.claim.span:
        return False
    if trade.year != made.year or trade.year == SEVERAL or (trade.year is None and trade.sentence != made.sentence):
        return False
    pair = pair_of(article)
    if not pair:
        own = frozenset((article.parties.own,))
        before = states_named(article, ProseSpan(trade.sentence.start, trade.claim.span.start))
        one_way = _ONE_WAY.search(gap(article, *trade.sentence)) is not None
        return one_way and (not before or before == own) and made.states <= own
    if _ABROAD.search(gap(article, *trade.sentence)):
        return bool(made.states) and made.states <= pair and states_named(article, trade.sentence) <= made.states
    named = states_named(article, trade.sentence) - (made.states if made.sentence == trade.sentence else frozenset())
    return _between_both(article, trade, pair, named) and len(made.states & pair) == 1 and made.states <= pair


def _between_both(article: Article, trade: Trade, pair: frozenset[str], named: frozenset[str]) -> bool:
    """Whether a sentence says that goods went from one of two states to the other."""
    text = gap(article, *trade.sentence)
    told = states_named(article, trade.sentence)
    if not told <= pair:
        return False
    of_other = any(state not in text for state in told)  # "it took in Kenyan tea"
    if _BOTH.search(text) and not told - pair:
        return True
    both = told == pair or _IT.search(text) is not None
    return both and bool(named or told) and (of_other or _WAY.search(text) is not None)


def _clause(article: Article, sentence: ProseSpan, claim: Claim) -> ProseSpan:
    """The part of a sentence, cut at semicolons, in which a reading stands."""
    text = gap(article, *sentence)
    at = claim.span.start - sentence.start
    start, end = text.rfind("; ", 0, at) + 1, text.find("; ", at)
    return ProseSpan(sentence.start + start, sentence.end if end < 0 else sentence.start + end)


def _told(article: Article) -> Iterator[Claim]:
    """The plain amounts of money of running text."""
    for claim in article.claims_by_kind.get(Kind.MONEY, ()):
        value = claim.value
        if isinstance(value, Money) and not claim.quoted and not claim.parts and value.per is None:
            block = article.page.block_at(claim.span.start)
            if block is not None and block.form in RUNNING and value.amount.value > 0:
                yield claim


def year_of(article: Article, claim: Claim) -> int | None:
    """The one year that the sentence of a reading tells, else ``SEVERAL``; or that to which "that year" points."""
    block = article.page.block_at(claim.span.start)
    sentence = sentence_at(article, claim.span.start)
    years = _years(article, sentence)
    if years or block is None:
        return years.pop() if len(years) == 1 else SEVERAL
    if not _THEN.search(gap(article, *sentence)):
        return None
    return _last_year(article, block, sentence)


def _last_year(article: Article, block: Block, sentence: ProseSpan) -> int | None:
    """The last year told before a sentence, in its paragraph."""
    told = _years(article, ProseSpan(max(block.span.start, sentence.start - _SHORT), sentence.start))
    return told.pop() if len(told) == 1 else None


def _years(article: Article, span: ProseSpan) -> set[int]:
    found = (claim.value for claim in claims_in(article, span))
    return {
        civil(ends[-1])[0]
        for value in found
        if isinstance(value, Date) and (ends := [end for end in (value.earliest, value.latest) if end is not None])
    }


def people_told(article: Article, year: int | None) -> list[Claim]:
    """How many people the article says live where it is on, about a year."""
    own = article.parties.own
    found = []
    for fact in article.facts_by_property.get("population", ())[:MOST]:
        when = civil(fact.scope.when.latest)[0] if fact.scope.when and fact.scope.when.latest else None
        near = when is None or year is None or abs(when - year) <= 1
        all_ = fact.scope.region is None and fact.scope.basis in WHOLE and fact.polarity
        if fact.subject == own and all_ and near and isinstance(fact.value, Number):
            found.append(Claim(Kind.NUMBER, fact.span, fact.value, "population"))
    return found
