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
from articles.page import Block, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.passages import RUNNING
from rules.laws.money.roles import BALANCE, SEVERAL, TRADE, Told, told_amounts
from rules.laws.names.states_named import states_named
from rules.laws.nearby import claims_in, gap, left, may_hold, right, sentence_at

_PRODUCED = worded(__file__, r"\b(?i:{produced}|{made})\b(?:[^.;:()]{0,70}\(?|: )$")
_IS_PRODUCED = worded(
    __file__, r"(?:-| )(?i:(?:gross |annual )?(?:{produced}))\b|,? (?:being|was|is) (?:the|its) (?i:{produced})\b"
)
_IT_ROSE = worded(__file__, r"\b[Ii]t (?:had |has |was )?{changed} (?:to |at )?(?:about |some |nearly )?$")
_SHARE_OF = regex(
    r"(?:%|\b(?:per ?cent|share|part|fraction|percentage|half|third|quarter|fifth|sixth|eighth|tenth)s?) of "
    r"(?:[\w'’]+ ){0,3}$"
)
_WHICH_WAS = regex(r" of $|,? (?:which|that) (?:itself )?(?:then )?(?:stood|amounted|reached|came|totalled) ")
"""Behind a product of which a share is told: it is told itself."""
_YEARS_LONG = regex(
    r"\b(?:years (?:from|to|before|after|since|up)|decades?|altogether|cumulative|over the years|[a-z]+ years)\b"
)
"""Of a trade: it is that of several years together."""
_SOON = 20
_EACH_OTHER = regex(r"\b(?:there|from it|to it|each other|in return|its partner|in exchange)\b")
_WHO = regex(r", (?:which|whose) [^,.;]*$")
_ITS_PRODUCT = worded(__file__, r",? (?:the|its|[A-Z][\w-]+['’]s?) (?i:{produced})\b(?! (?:per|a head))")
_WITH = regex(r"\b(?:[Ww]ith|[Aa]t) (?:some |about |around |only |nearly )?$")
_A_HEAD = worded(__file__, r"(?i:{a-head})\b")
_OF_A_PART = worded(__file__, r"\b[Tt]he (?:[a-z]+ )?{parts}\b[^.;]{0,30} with (?:its |about |some )?$")
_AT_TIMES = regex(
    r"(?: people| inhabitants| residents)? \(?(?:in (?:the )?(?:high |dry |rainy |holiday )?(?:summer|winter|season)"
    r"|(?:at|on) (?:the )?(?:weekends?|week-ends?|holidays)|by (?:day|night)|during the (?:day|season|summer|winter))\b"
)
_OTHERWISE = worded(__file__, r"\b(?i:{otherwise})\b")
_DOUBT = worded(__file__, r"\b(?i:{doubt})\b")
_THEN = worded(__file__, r"\b(?i:{then})\b")
WHOLE = frozenset((None, "census", "estimate", "total"))
"""Ways of counting that cover everybody who lives in a state."""
MOST = 40
"""So many products, trades and populations of an article are weighed against each other."""
_SHORT = 200
_LEAD = 70
"""So far before an amount the words may stand that make it one a head."""
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


def outputs(article: Article) -> tuple[Output, ...]:
    """Every amount that running text tells as what an economy produced; for :meth:`Article.once`."""
    if "gdp" not in article.facts_by_property and not any(may_hold(article, word) for word in _HINTS):
        return ()
    found = [each for claim in _told(article) if (each := _output(article, claim)) is not None]
    return tuple([*found, *_of_boxes(article)][:MOST])


def _output(article: Article, claim: Claim) -> Output | None:
    """An amount as what an economy produced, by the words before it or right behind it."""
    lead, behind = left(article, claim.span.start, 120), right(article, claim.span.end, 60)
    start = claim.span.start - len(lead)
    sums = [each.span.end for each in claims_in(article, ProseSpan(start, claim.span.start)) if each.kind is Kind.MONEY]
    lead = lead[sums[-1] - start :] if sums else lead
    produced = _PRODUCED.search(lead)
    if produced is None and (again := _IT_ROSE.search(lead)) and _told_of_product(article, claim):
        produced = again
    between = produced[0].replace("goods and services", "") if produced else ""
    ahead_of_it = lead[: produced.start()][-40:] if produced else ""
    if (_SHARE_OF.search(ahead_of_it) and not _WHICH_WAS.search(between)) or _A_HEAD.search(
        ahead_of_it.rpartition(". ")[2]
    ):
        return None
    apart = _OTHERWISE.search(between) or _A_HEAD.search(between) or any(sign in between for sign in "$€£%")
    if _A_HEAD.match(behind.lstrip(" (,")) or (
        (produced is None or apart)
        and not (_IS_PRODUCED.match(behind) or (_WITH.search(lead) and _ITS_PRODUCT.match(behind)))
    ):
        return None
    sentence = sentence_at(article, claim.span.start)
    near = ProseSpan(claim.span.start - len(lead.rpartition(", ")[2]), claim.span.start)
    clause = clause_of(article, sentence, claim)
    ahead = ProseSpan(clause.start, claim.span.start)
    states = states_named(article, near) or states_named(article, ahead) or states_named(article, clause)
    return Output(claim, sentence, year_of(article, claim), states)


def _told_of_product(article: Article, claim: Claim) -> bool:
    """Whether the sentence before tells one amount, a product: "By 2018 it had risen to $740 million"."""
    start = sentence_at(article, claim.span.start).start
    before = sentence_at(article, max(start - 2, 0))
    sums = [each for each in claims_in(article, before) if each.kind is Kind.MONEY] if before.end <= start else []
    return len(sums) == 1 and _PRODUCED.search(left(article, sums[0].span.start, 120)) is not None


def _of_boxes(article: Article) -> Iterator[Output]:
    """The products that an infobox tells."""
    for fact in article.facts_by_property.get("gdp", ())[:MOST]:
        plain = fact.scope.basis in (None, "nominal") and not fact.scope.region
        if plain and isinstance(fact.value, Money) and fact.place is Place.INFOBOX and fact.subject:
            claim = Claim(Kind.MONEY, fact.span, fact.value, "gdp")
            when = fact.scope.when
            year = civil(when.latest)[0] if when and when.latest is not None else None
            yield Output(claim, fact.statement, year, frozenset((fact.subject,)))


def beside_head(article: Article, claim: Claim) -> bool:
    """Whether an amount is told as what each had: "$12,400 per head", "per head it was $12,400"."""
    behind = right(article, claim.span.end, 24)
    start = claim.span.start - len(left(article, claim.span.start, _LEAD))
    sums = [each.span.end for each in claims_in(article, ProseSpan(start, claim.span.start)) if each.kind is Kind.MONEY]
    lead = gap(article, max([start, *sums]), claim.span.start)
    return _A_HEAD.match(behind.lstrip()) is not None or _A_HEAD.search(lead) is not None


def trades(article: Article) -> Iterator[Told]:
    """Every amount of trade of those whom the article is about; of some goods as well, which are a part of it."""
    for told in article.once(told_amounts):
        known = not told.sides.foreign and not told.sides.world and told.role != BALANCE and told.year != SEVERAL
        if (
            known
            and _of_both(article, told)
            and not _DOUBT.search(gap(article, *clause_of(article, told.sentence, told.claim)))
        ):
            yield told


def _of_both(article: Article, told: Told) -> bool:
    """Whether a flow in an article on two states is one between them: "Italy imported goods" may be from everybody."""
    if article.parties.pair is None or told.role == TRADE or len(told.sides.named) > 1:
        return True
    if _EACH_OTHER.search(gap(article, *told.sentence)):
        return True
    return _WHO.search(gap(article, max(told.sentence.start, told.word.start - 40), told.word.start)) is None


def weighed(article: Article) -> tuple[tuple[Told, Output], ...]:
    """Each trade with the product of one of those that carry it on, of one year; for :meth:`Article.once`."""
    known = article.once(outputs)
    if not known:
        return ()
    return tuple(
        (trade, max(fitting, key=lambda each: each.money.amount.value))
        for trade in islice(trades(article), MOST)
        if (fitting := [each for each in known if _of_one(article, trade, each)])
    )


def _of_one(article: Article, trade: Told, made: Output) -> bool:
    """Whether a trade is one of the economy of a product, at one time."""
    if trade.entry.currency != made.money.currency or trade.claim.span == made.claim.span:
        return False
    if _YEARS_LONG.search(gap(article, trade.sentence.start, min(trade.claim.span.end + _SOON, trade.sentence.end))):
        return False
    if trade.year != made.year or (trade.year is None and trade.sentence != made.sentence):
        return False
    pair = article.parties.pair
    if pair:
        one = len(made.states) < len(pair) or trade.sentence == made.sentence  # "in a year in which it produced"
        return made.states <= frozenset(pair) and one
    return trade.role != TRADE and made.states <= {article.parties.own}


def clause_of(article: Article, sentence: ProseSpan, claim: Claim) -> ProseSpan:
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
    years = _years(article, clause_of(article, sentence, claim)) or _years(article, sentence)
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


def at_times(article: Article, end: int) -> bool:
    """Whether a number of people is one of some months, days or hours only: "50,000 in summer"."""
    return _AT_TIMES.match(right(article, end, _LEAD)) is not None


def people_told(article: Article, year: int | None) -> list[Claim]:
    """How many people the article says live where it is on, about a year; a time that is not understood is none."""
    own = article.parties.own
    found = []
    for fact in article.facts_by_property.get("population", ())[:MOST]:
        when = fact.scope.when
        of = civil(when.latest)[0] if when and when.latest else SEVERAL if when else None
        near = of is None or year is None or (of != SEVERAL and abs(of - year) <= 1)
        all_ = (
            fact.scope.region is None and fact.scope.basis in WHOLE and fact.polarity and fact.place is not Place.TABLE
        )
        apart = _OF_A_PART.search(left(article, fact.span.start, _LEAD)) or at_times(article, fact.span.end)
        if fact.subject == own and all_ and near and not apart and isinstance(fact.value, Number):
            found.append(Claim(Kind.NUMBER, fact.span, fact.value, "population"))
    return found
