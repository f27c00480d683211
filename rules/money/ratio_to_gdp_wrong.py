"""An amount is given together with its share of the GDP, and the GDP that the article states makes another share.

Why: "a debt of $50 billion (40 % of GDP)" says what the GDP is; if the article gives another, one of three is wrong.

Right all the same: when the amount is of another year than the GDP, when a GDP was revised, or when the share is one
of the GDP in purchasing power. A GDP within ``years`` years counts, in either measure, ``tolerance`` percent are
allowed for its growth, and one GDP that fits is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind, Money, Percent
from articles.claims.written import Written
from articles.facts.fact import Fact
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.passages import plain
from rules.laws.amounts.shares import HUNDRED, reckoned
from rules.laws.bounds import Bounds, bounds, judge, operand, scaled, times
from rules.laws.edits import write
from rules.laws.money.economy import MOST, PLAIN, possessive, years_between
from rules.laws.money.outputs import Output, clause_of, outputs, year_of
from rules.laws.money.product_shares import aside, product_shares
from rules.laws.money.roles import SEVERAL
from rules.laws.nearby import between, claims_in, left, may_hold, right, sentence_at
from rules.laws.wording import number, percent
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_OF_GDP = regex(
    r" of (?:(?:an? |the |its |their |total |national |nominal |country's |country’s ){0,3}|[A-Z][\w -]{2,30}['’]s? )"
    r"(?:GDP|gross domestic product)\b",
    re.IGNORECASE,
)
_OF_IT = regex(r" of (?:it|this|that)(?: sum| figure| amount)?(?=[.,;)]| [–—]|$)")
_JOINED = worded(
    __file__,
    r"(?:(?:on|for|in|from|by|to) (?:the )?[a-z]{3,20}(?: [a-z]{3,20}){0,2}(?=,))?(?:in [0-9]{4}"
    r"(?= and|,| \())?,? ?\(?(?:(?:and|so|thus|therefore|which),? ){0,2}(?:{made-up} )?(?:{equal},? ){0,3}",
)
_OF_OUTPUT = worded(__file__, r" {of-output}\b")
_RESTATES = worded(__file__, r"\b{restates}\b|\($|[,–—] $")
_OTHERWISE_MEASURED = regex(r"\bppp\b|purchasing[- ]power")
"""What a share may be reckoned of besides the product that a paragraph tells, in lower case."""
_SLACK = Decimal("0.5")

_GDP_NAMES = ("gdp", "gross domestic product")
_GDP_THERE = regex(r"\b(?:gdp|gross domestic product)(?:[,.;:)]| (?!per\b))")
_GDP_IS = worded(
    __file__,
    r"\b(?:GDP|gross domestic product)(?: \(nominal\))?(?:, which)?(?: (?:in|for) (?:that year|the same year|"
    r"[0-9]{4})| that year| then)?,? {stands}(?: (?:about|around|some|roughly|nearly|almost|approximately))? "
    r"$",
)


class _Gdp(NamedTuple):
    """A GDP: whose it is, what it is and where it is told."""

    owner: str
    value: Money
    span: ProseSpan


def check(article: Article, *, tolerance: float = 25, years: int = 2) -> Iterator[Verdict | Outcome]:
    """Divide every amount that has a share of GDP beside it by each GDP of its state that is near in time."""
    told_gdps = [fact for fact in article.facts_by_property.get("gdp", ()) if fact.polarity and not fact.scope.region]
    # What is told again is weighed once; of two alike the first is shown.
    gdps = list({(fact.subject, fact.scope, fact.value): fact for fact in reversed(told_gdps)}.values())[::-1][:MOST]
    if not gdps and not _gdp_there(article):
        return
    told_shares = (
        (first, second)
        for first, second in _neighbours(article)
        if isinstance(first.value, Money) and isinstance(second.value, Percent) and _beside(article, first, second)
    )
    seen: set[ProseSpan] = set()
    for amount, share in islice(told_shares, MOST):
        outcome = _judge(article, amount, share, gdps, tolerance, years)
        if isinstance(outcome, Verdict):
            seen.add(share.span)
        yield outcome
    for outcome in _of_outputs(article, seen, tolerance / 4):
        if isinstance(outcome, Verdict):
            seen.update(ProseSpan(*mark.span) for mark in outcome.evidence)
        yield outcome
    yield from _of_products(article, seen, tolerance / 4)


def _of_products(article: Article, seen: set[ProseSpan], tolerance: float) -> Iterator[Verdict | Outcome]:
    """An amount, its share and the product, in any order."""
    for found in product_shares(article):
        assert isinstance(found.part.value, Money)
        if found.span in seen:
            continue
        all_, part = map(_to_the_digit, (found.product.money.amount, found.part.value.amount))
        outcome = judge(_widened(times(all_, scaled(found.told, Decimal("0.01"))), tolerance), part)
        gdp = _Gdp("the", found.product.money, found.product.claim.span)
        yield _verdict(article, found.part, found.span, gdp) if outcome is Outcome.CONFLICTING else outcome


def _of_outputs(article: Article, seen: set[ProseSpan], tolerance: float) -> Iterator[Verdict | Outcome]:
    """An amount and its share of a product that the paragraph tells, whatever fact there is of either."""
    told_outputs = article.once(outputs)
    for share in article.claims_by_kind.get(Kind.PERCENT, ()) if told_outputs else ():
        behind = right(article, share.span.end, 60)
        if share.span in seen or not (_OF_GDP.match(behind) or _OF_OUTPUT.match(behind) or _OF_IT.match(behind)):
            continue
        amount, block = _restated(article, share, told_outputs), article.page.block_at(share.span.start)
        here = [each for each in told_outputs if block and article.page.block_at(each.claim.span.start) == block]
        if amount is None or len({each.money for each in here}) != 1 or not isinstance(amount.value, Money):
            continue
        if block is None or _OTHERWISE_MEASURED.search(article.lowered, *block.span):
            continue
        whole, when, of = here[0], year_of(article, amount), share.value
        assert isinstance(of, Percent)
        if (
            whole.money.currency != amount.value.currency
            or when == SEVERAL
            or (when and whole.year and when != whole.year)
        ):
            continue
        all_, part, told_share = map(_to_the_digit, (whole.money.amount, amount.value.amount, of.amount))
        outcome = judge(_widened(times(all_, scaled(told_share, Decimal("0.01"))), tolerance), part)
        gdp = _Gdp("the", whole.money, whole.claim.span)
        yield _verdict(article, amount, share, gdp) if outcome is Outcome.CONFLICTING else outcome


def _to_the_digit(written: Written) -> Bounds:
    """What a number may be by its last digit, noughts and all: the tolerance is for what else it may be."""
    return Bounds(written.interval, written.interval)


def _restated(article: Article, share: Claim, known: tuple[Output, ...]) -> Claim | None:
    """The one amount, besides a product, of the sentence that a share restates."""
    start = sentence_at(article, share.span.start).start
    spans = {each.claim.span for each in known}
    sums = [claim for claim in claims_in(article, ProseSpan(start, share.span.start)) if isinstance(claim.value, Money)]
    sums = [claim for claim in sums if claim.span not in spans]
    percents = [claim for claim in claims_in(article, ProseSpan(start, share.span.start)) if claim.kind is Kind.PERCENT]
    if len(sums) != 1 or percents or not plain(sums[0]) or not plain(share) or aside(article, sums[0]):
        return None
    told_between = between(article, sums[0], share, 90)
    return sums[0] if told_between is not None and _RESTATES.search(told_between) else None


def _neighbours(article: Article) -> Iterator[tuple[Claim, Claim]]:
    """Every two readings that stand side by side, or with the year of the first between them."""
    claims = article.claims.all
    yield from pairwise(claims)
    for first, date, second in zip(claims, claims[1:], claims[2:], strict=False):
        if isinstance(date.value, Date) and isinstance(second.value, Percent):
            yield first, second


def _gdp_there(article: Article) -> bool:
    """Whether the article speaks of a GDP that is not one a head."""
    return any(may_hold(article, name) for name in _GDP_NAMES) and _GDP_THERE.search(article.lowered) is not None


def _beside(article: Article, amount: Claim, share: Claim) -> bool:
    """Whether a percentage restates an amount as a share of GDP."""
    gap = between(article, amount, share, 60)
    plain = not amount.quoted and not amount.parts and not share.parts
    behind = right(article, share.span.end)
    of_gdp = _OF_GDP.match(behind) or (_OF_IT.match(behind) and _gdp_ahead(article, amount))
    return bool(plain and gap is not None and _JOINED.fullmatch(gap.lstrip()) and of_gdp)


def _gdp_ahead(article: Article, amount: Claim) -> bool:
    """Whether the sentence tells a GDP right before an amount, so that "of it" is of that."""
    assert isinstance(amount.value, Money)
    beside = _told_beside(article, sentence_at(article, amount.span.start), amount.value)
    return beside is not None and beside[0].end <= amount.span.start


def _judge(
    article: Article, amount: Claim, share: Claim, gdps: list[Fact], tolerance: float, years: int
) -> Verdict | Outcome:
    part, of = amount.value, share.value
    assert isinstance(part, Money)
    assert isinstance(of, Percent)
    sentence = clause_of(article, sentence_at(article, amount.span.start), amount)
    beside = _told_beside(article, sentence, part)
    dates = {each.value for each in claims_in(article, sentence) if isinstance(each.value, Date)}
    if beside is not None and len(dates) < 2:
        stated = times(operand(beside[1].amount), scaled(reckoned(of), Decimal("0.01")))
        outcome = judge(_widened(stated, tolerance / 8), operand(part.amount))
        whole = _Gdp("the", beside[1], beside[0])
        return _verdict(article, amount, share, whole) if outcome is Outcome.CONFLICTING else outcome
    state = _state(article, sentence, gdps)
    if state is None or len(dates) > 1 or part.amount.value <= 0:
        return Outcome.INCOMPARABLE
    when = next(iter(dates), None)
    if when is not None and when.earliest is None:
        when = when._replace(earliest=when.latest)  # "by the end of 2018 it had grown to"
    near: list[tuple[int, Fact, Outcome]] = []
    for gdp in gdps:
        value, apart = gdp.value, years_between(gdp.scope.when, when)
        if gdp.subject != state or not isinstance(value, Money) or value.currency != part.currency:
            continue
        if apart is None or value.amount.value <= 0:
            continue
        stated = times(bounds(value.amount), scaled(reckoned(of), Decimal("0.01")))
        same = apart == 0 and gdp.statement == sentence
        near.append((apart, gdp, judge(_widened(stated, tolerance / 8 if same else tolerance), bounds(part.amount))))
    if any(outcome is not Outcome.CONFLICTING for _, _, outcome in near):
        return Outcome.CONSISTENT
    held = [(apart, gdp) for apart, gdp, _ in near if apart <= years and gdp.scope.basis in PLAIN]
    if not held:
        return Outcome.INCOMPARABLE
    gdp = min(held, key=lambda row: row[0])[1]
    assert isinstance(gdp.value, Money)
    return _verdict(article, amount, share, _Gdp(possessive(gdp.subject), gdp.value, gdp.span))


def _told_beside(article: Article, sentence: ProseSpan, part: Money) -> tuple[ProseSpan, Money] | None:
    """The one GDP that the sentence of a share tells itself: "$50 billion (40% of GDP); GDP was $125 billion"."""
    found = [
        (claim.span, claim.value)
        for claim in claims_in(article, sentence)
        if isinstance(claim.value, Money)
        and claim.value.currency == part.currency
        and claim.value.amount.value > 0
        and _GDP_IS.search(left(article, claim.span.start, 70))
    ]
    return found[0] if len(found) == 1 else None


def _widened(value: Bounds, tolerance: float) -> Bounds:
    """An amount that the growth of a year or two may have changed."""
    factor = 1 + Decimal(str(tolerance)) / 100
    grown, shrunk = scaled(value, factor), scaled(value, 1 / factor)
    lenient = shrunk.lenient._replace(high=grown.lenient.high)
    return Bounds(shrunk.strict._replace(high=grown.strict.high), lenient)


def _state(article: Article, sentence: ProseSpan, gdps: list[Fact]) -> str | None:
    """Whose GDP it is: the only one the article has, else the only one whose state a fact of the sentence is about."""
    states = {fact.subject for fact in gdps}
    if len(states) == 1:
        return next(iter(states))
    here = {
        fact.subject
        for fact in article.facts
        if sentence.start <= fact.span.start < sentence.end and fact.subject in states
    }
    return here.pop() if len(here) == 1 else None


def _verdict(article: Article, amount: Claim, share: Claim | ProseSpan, gdp: _Gdp) -> Verdict:
    """The finding; a share that is no reading is a fraction in words."""
    assert isinstance(amount.value, Money)
    span = share.span if isinstance(share, Claim) else share
    middle = amount.value.amount.value / gdp.value.amount.value
    step = Decimal("0.1") if middle < _SLACK / 10 else Decimal(1)
    shown, said, whole = (" ".join(article.page.text(each).split()) for each in (amount.span, span, gdp.span))
    changes: tuple[Change, ...] = ()
    if isinstance(share, Claim) and isinstance(share.value, Percent):
        real = gdp.value.amount.value * share.value.amount.value / HUNDRED
        changes = (
            *write(article, span, share.value, middle * HUNDRED),
            *write(article, amount.span, amount.value, real),
        )
    return Verdict(
        f"{shown} is {percent(middle, step)} of {gdp.owner} GDP of {whole}, not {said}",
        (
            Mark(amount.span, "the amount"),
            Mark(span, f"against {number(middle * 100, step)} %"),
            Mark(gdp.span, f"{gdp.owner} GDP"),
        ),
        calculation=f"{shown} / {whole} = {percent(middle, step)}, not {said}",
        changes=changes,
    )


_HEAD = "= Economy of Kenya =\n\nThe nominal GDP of Kenya was "

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Arts in Orr =\n\nIn 2015 the state spent ⟦1:€52 million⟧ on music, or ⟦2:0.8%⟧ of gross domestic "
            "product; in 2005 it had been 0.4%. Gross domestic product reached ⟦3:€18 billion⟧ in 2015."
        ),
        Example(
            "= Remittances to Orr =\n\nEmigrants sent home ⟦1:$350 million⟧ in 2011. This was ⟦2:27 percent⟧ of the "
            "gross domestic product, which stood at ⟦3:$2.3 billion⟧."
        ),
        Example(
            "= Debt of Orr =\n\nThe council put the debt at ⟦1:€14 billion⟧ in 2012. The bank, which reckoned the "
            "gross domestic product of the year at ⟦3:€32 billion⟧, gave the burden as ⟦2:62 %⟧ of it."
        ),
        Example(
            "= Canton of Orr =\n\nThe gross domestic product of the canton was ⟦3:€40 billion⟧ in 2016. At the end of "
            "2016 its debt was ⟦1:€10 billion⟧ (⟦2:38 %⟧ of GDP), and interest on it had never been paid late."
        ),
        Example(
            "= Public finances of Orr =\n\nGovernment debt stood at ⟦1:€14 billion⟧ at the end of 2012. Gross "
            "domestic product that year was ⟦3:€32 billion⟧, so the debt ratio was ⟦2:62 per cent⟧."
        ),
        Example(
            "= Agriculture in Nadir =\n\nIn 2014 farms produced a value of ⟦1:$600 million⟧. With a gross "
            "domestic product of ⟦3:$4.0 billion⟧, agriculture had a share of ⟦2:one fifth⟧ of the economy."
        ),
        Example(
            "= Remittances to Norby =\n\nThe bank recorded ⟦1:$390 million⟧ in 2014, which in an economy of ⟦3:$2.1 "
            "billion⟧ corresponded to ⟦2:28.4 percent⟧ of gross domestic product."
        ),
        Example(
            "= Economy of Ost =\n\nThe gross domestic product was ⟦3:$2.0 billion⟧ in 2015. Public debt had by then "
            "climbed to ⟦1:$900 million⟧, equal to ⟦2:61 per cent⟧ of GDP."
        ),
        Example(
            "= Public debt of Orr =\n\nAt the end of 1994, when the republic had a gross domestic product of "
            "⟦3:$80 billion⟧, the debt stood at ⟦1:$20 billion⟧, or ⟦2:41 per cent⟧ of it."
        ),
        Example(
            "= Armed Forces of Tolland =\n\nIn 2009 the country spent ⟦1:$180 million⟧ on defence, equivalent to "
            "⟦2:4.5%⟧ of "
            "its GDP of ⟦3:$12 billion⟧."
        ),
        Example(
            "In 2018 military spending was ⟦1:$900 million⟧, or ⟦2:5.5 percent⟧ of GDP; GDP that year was "
            "⟦3:$36 billion⟧."
        ),
        Example(_HEAD + "⟦3:$95 billion⟧ in 2019. Its public debt stood at ⟦1:$57 billion⟧ (⟦2:40 %⟧ of GDP) in 2019."),
        Example(_HEAD + "⟦3:$95 billion⟧ in 2019. The deficit of 2020 was ⟦1:$4 billion⟧, or ⟦2:14%⟧ of its GDP."),
        wikitext(
            "The [[GDP]] of [[Kenya]] was {{nowrap|⟦3:US$95 billion⟧}} in 2019. Remittances were ⟦1:US$2.8 billion⟧, "
            "equivalent to ⟦2:13%⟧ of the country's GDP.",
            title="Economy of Kenya",
        ),
    ),
    good=(
        Example(
            "In 2009 Sund owed 5 billion dollars, half of its GDP of 10 billion dollars. Less the 1 billion dollars in "
            "its coffers, the debt was 40% of GDP."
        ),
        Example("Roads took $260 million in 2013, or 4.0% of GDP, as against 2.0% of a GDP of $9 billion in 2003."),
        Example(
            "Orr spent $310 million on roads in 2015, or 2 per cent of GDP. Its GDP had been $9.8 billion in 2006."
        ),
        Example(
            "= Debt of Orr =\n\nThe debt was €14 billion in 2012, when gross domestic product was €32 billion. "
            "By 2016 it had fallen to 35 per cent of gross domestic product."
        ),
        Example(
            "= Economy of Ost =\n\nThe gross domestic product was $2.0 billion in 2015. Public debt had climbed to "
            "$900 million by 2018, equal to 39 per cent of GDP."
        ),
        Example(
            "= Public debt of Orr =\n\nAt the end of 1994, when the republic had a gross domestic product of $80 "
            "billion, the debt stood at $20 billion, or 41 per cent of that of 1990."
        ),
        Example(
            "= Armed Forces of Tolland =\n\nIn 2009 the country spent $180 million on defence, equivalent to "
            "1.5% of its GDP "
            "of $12 billion."
        ),
        Example("In 2018 military spending was $900 million, or 2.5 percent of GDP; GDP that year was $36 billion."),
        Example(_HEAD + "$95 billion in 2019. Its public debt stood at $57 billion (60 % of GDP) in 2019."),
        Example(_HEAD + "$95 billion in 2019. Its public debt stood at $25 billion (45 % of GDP) in 2009."),
        Example(_HEAD + "$95 billion in 2019. The deficit was $4 billion, or 14% of revenue."),
        Example(
            _HEAD + "$95 billion in 2019. Its GDP in purchasing power parity was $227 billion. Its debt stood at "
            "$57 billion (25 % of GDP)."
        ),
        Example(_HEAD + "$95 billion in 2019. The debt was $57 billion, while exports were 12 % of GDP."),
    ),
    claims=frozenset(("money",)),
)
