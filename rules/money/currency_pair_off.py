"""An amount is given in two currencies, and at no rate of its year are the two the same.

Why: the second amount is reckoned once and then left standing when the first is corrected, or it is reckoned the wrong
way round, or a figure slips; few readers know the rate of the year and none can check it from the article.

Right all the same: when the second amount is in the money of another year, counts purchasing power, or is another
thing than the first. A sentence that speaks of prices of today, of inflation or purchasing power is left alone, and so
is one with a year of which no rate is known. A pair may lie a tenth beyond the lowest and the highest rate of its year.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Claim, Kind, Money
from articles.claims.written import Interval
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.bounds import bounds, ratio
from rules.laws.edits import write
from rules.laws.money.exchange_rates import band, meant, years
from rules.laws.nearby import claims_in, gap, sentence_at
from rules.laws.wording import restated
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

LONGEST = 60
_BETWEEN = worded(
    __file__,
    r"(?:,? ?\(|,? or |,? ?/ ?|,? (?:\()?{alike} |, which (?:is|was|were|came to|amounted to) )(?:(?:or |i\.e\. )?"
    r"(?:{alike} )?(?:{then},? )?(?:{nearly} )?(?:worth )?(?:{nearly} )?)",
)
_OTHERWISE = worded(__file__, r"\b{otherwise}\b")
_FAR = 300
_SHOWN = 2
"""Digits that a rate is shown with, and an amount that is reckoned by it."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at every amount of money that another currency stands right behind."""
    for one, other in pairwise(article.claims_by_kind.get(Kind.MONEY, ())):
        apart = other.span.start - one.span.end
        if not 0 < apart <= LONGEST or not _two_currencies(one, other) or one.quoted:
            continue
        if _BETWEEN.fullmatch(gap(article, one.span.end, other.span.start)):
            yield _judge(article, one, other)


def _two_currencies(one: Claim, other: Claim) -> bool:
    first, second = one.value, other.value
    assert isinstance(first, Money)
    assert isinstance(second, Money)
    return first.currency != second.currency and first.per == second.per and not (first.year or second.year)


def _judge(article: Article, one: Claim, other: Claim) -> Verdict | Outcome:
    first, second = one.value, other.value
    assert isinstance(first, Money)
    assert isinstance(second, Money)
    sentence = sentence_at(article, one.span.start)
    if _OTHERWISE.search(gap(article, sentence.start, max(sentence.end, other.span.end)).lower()):
        return Outcome.INCOMPARABLE
    said = [each.value for each in claims_in(article, sentence) if isinstance(each.value, Date)]
    said = said or _year_around(article, one)
    bands = [
        (source, target, found)
        for source in sorted(meant(article.page.text(one.span), first.currency))
        for target in sorted(meant(article.page.text(other.span), second.currency))
        if source != target and (found := _band(article, source, target, said)) is not None
    ]
    told = ratio(bounds(second.amount), bounds(first.amount)).strict
    chosen = next((each for each in bands if each[:2] == (first.currency, second.currency)), None)
    if chosen is None:
        return Outcome.INCOMPARABLE
    if any(told.overlaps(found) for _, _, found in bands):
        return Outcome.CONSISTENT
    return _verdict(article, one, other, chosen[2], bool(said))


def _band(article: Article, one: str, other: str, said: list[Date]) -> Interval | None:
    """What one currency was worth in the other in the years of its sentence; in any year where it tells none."""
    known = range(max(years(one).start, years(other).start), min(years(one).stop, years(other).stop))
    if not said:
        earlier = (each.value for each in article.claims_by_kind.get(Kind.DATE, ()))
        young = "EUR" in (one, other) or all(_first(each) >= known.start for each in earlier if isinstance(each, Date))
        return band(one, other, known) if young else None
    told = {year for each in said for year in _years(each, known)}
    return band(one, other, told) if all(_years(each, known) for each in said) else None


def _year_around(article: Article, one: Claim) -> list[Date]:
    """The one year that the paragraph of an amount tells before it, where its rates are known."""
    block = article.page.block_at(one.span.start)
    before = ProseSpan(max(block.span.start, one.span.start - _FAR), one.span.start) if block else one.span
    dates = [each.value for each in claims_in(article, before) if isinstance(each.value, Date)]
    spans = {_years(each, years("USD")) for each in dates}
    return dates if len(spans) == 1 and len(spans.pop()) == 1 else []


def _first(date: Date) -> int:
    return 0 if date.earliest is None else civil(date.earliest)[0]


def _years(date: Date, known: range) -> range:
    """The years known that a date may lie in, none where it may lie in others as well."""
    if date.earliest is None or date.latest is None or date.circa:
        return range(0)
    first, last = civil(date.earliest)[0], civil(date.latest)[0]
    return range(first, last + 1) if first in known and last in known else range(0)


def _verdict(article: Article, one: Claim, other: Claim, found: Interval, dated: bool) -> Verdict:
    first, second = one.value, other.value
    assert isinstance(first, Money)
    assert isinstance(second, Money)
    assert found.low is not None
    assert found.high is not None
    shown, against = (" ".join(article.page.text(each.span).split()) for each in (one, other))
    middle = (found.low + found.high) / 2
    reckoned = [_rough(first.amount.value * rate) for rate in (found.low, found.high)]
    low, high = (restated(against, (second.amount.value,), (each,), Decimal(0)) or each for each in reckoned)
    when = "its year" if dated else "any year known"
    return Verdict(
        f"“{shown}” is given as “{against}”, which no exchange rate of {when} makes the same",
        (Mark(one.span, "the amount"), Mark(other.span, "the same in another currency")),
        calculation=f"{shown} × {_rough(found.low)} to {_rough(found.high)} = {low} to {high}, not {against}",
        changes=(
            *write(article, other.span, second.amount, _rough(first.amount.value * middle)),
            *write(article, one.span, first.amount, _rough(second.amount.value / middle)),
        ),
    )


def _rough(value: Decimal | None) -> Decimal:
    """A number to the digits that a yearly rate allows."""
    assert value is not None
    return round(value, _SHOWN - 1 - value.adjusted()) if value else value


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.MEDIUM,
    bad=(
        Example("= Orr Hall =\n\nThe hall was opened in 2012. It cost ⟦1:€30 million⟧ (⟦2:$71 million⟧)."),
        Example("In 2014 the yard was sold for ⟦1:10 million euros⟧ (⟦2:30 million dollars⟧)."),
        Example("The prize of ⟦1:£50,000⟧ (about ⟦2:€35,000⟧) was first awarded in 2012."),
        Example("The line was built for ⟦1:400 million yuan⟧, or ⟦2:US$26 million⟧, in 2016."),
        Example("The club paid ⟦1:€8 million⟧ (then worth ⟦2:£9.6 million⟧) for the player."),
        wikitext(
            "The film made ⟦1:¥2.4 billion⟧ ([[United States dollar|⟦2:US$210 million⟧]]) in 2018.", title="Skarv"
        ),
    ),
    good=(
        Example("In 2014 the yard was sold for 10 million euros (13.3 million dollars)."),
        Example("The prize of £50,000 (about €62,000) was first awarded in 2012."),
        Example("In 1936 it was bought for £3,000 (US$15,000)."),
        Example("In 2012 it fetched £2 million (equivalent to €3.6 million in today's prices)."),
        Example("A ticket was sold for $7.8 million (£800,000) in 2010, in the money of Hong Kong."),
        Example("It raised €2 million of the $9 million that it needed in 2011."),
        Example("The grant was €40 million (of which $12 million went to schools) in 2011."),
        Example("The tower was begun in 1961. Its repair cost £1,000 ($2,800)."),
    ),
    claims=frozenset({"money"}),
)
