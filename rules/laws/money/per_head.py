"""Economic product, product a head and people: any two give the third."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Money, Number
from articles.claims.written import Written
from articles.facts.fact import Fact
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.bounds import Bounds, bounds, counted, operand, ratio
from rules.laws.money.economy import year_of, years_between
from rules.laws.money.outputs import WHOLE, at_times, beside_head, outputs, people_told
from rules.laws.nearby import claims_in, gap, left, occurrences, passages, right
from rules.rule import Outcome

FEWEST = 100
"""A product is of no fewer people than so many."""
_A_HEAD = (
    "per capita",
    "per head",
    "a head",
    "per person",
    "per inhabitant",
    "per resident",
    "apiece",
    "every inhabitant",
    "each inhabitant",
    "every head",
)
_FAR = 300
_PRODUCT = regex(r"\bGDP\b|[Gg]ross (?:domestic|national) product|\bGNP\b|\beconomy\b|\btotal of\b")
_OTHERWISE = regex(
    r"\bPPP\b|purchasing[- ]power|\b(?:debt|workers?|employees?|households?|capital|city|grew|growth|rose|fell|from|"
    r"aid|exports?|imports?|spending|tax|budget|would|if|abroad|non-|except|excluding|without|urban|rural)\b"
)
_MADE = worded(__file__, r"\b{makes}\b")
_DOUBT = worded(__file__, r"\b{doubt}\b")
_OF_OTHERS = worded(__file__, r" (?:per|a|an|for (?:each|every)) {others}\b")
"""Behind a sum: it is not one for each who lives there."""
_LIVING = frozenset(("people", "inhabitants", "residents", "persons", "citizens", "islanders", "souls"))
_POPULATION = regex(r"\b[Pp]opulation(?: of| was| is| stood at| numbered)(?: about| some| only| just)? $")
NEARLY = Decimal("0.15")
MOST = 40
"""How many figures of one sort are paired with each other: more are a series, not statements."""


class People(NamedTuple):
    """A population as told, and what it may be."""

    fact: Fact
    amount: Written
    bounds: Bounds


class PerHead(NamedTuple):
    """A GDP and the GDP per capita that goes with it, and how many people the two imply."""

    gdp: Fact
    head: Fact
    people: Bounds

    @property
    def point(self) -> Decimal:
        """The number of people, without rounding."""
        return self.gdp_amount.value / self.head_amount.value

    @property
    def gdp_amount(self) -> Written:
        """The GDP as written."""
        return _money(self.gdp).amount

    @property
    def head_amount(self) -> Written:
        """The GDP per capita as written."""
        return _money(self.head).amount


def per_heads(article: Article) -> Iterator[PerHead]:
    """Every GDP with each GDP per capita of the same state, time, basis and currency."""
    for gdp in _money_facts(article, "gdp"):
        for head in _money_facts(article, "gdp-per-capita"):
            same = gdp.subject == head.subject and gdp.scope.region == head.scope.region
            if same and _basis(gdp) == _basis(head) and _same_time(gdp, head):
                one, other = _money(gdp), _money(head)
                if one.currency == other.currency:
                    yield PerHead(gdp, head, ratio(bounds(one.amount), bounds(other.amount)))


def populations(article: Article, pair: PerHead, years: int, latest: bool) -> Iterator[People]:
    """The populations of a state about the time of a GDP; undated ones only where the GDP is the ``latest``."""
    for fact in article.facts_by_property.get("population", ()):
        if fact.subject != pair.gdp.subject or fact.scope.region != pair.gdp.scope.region:
            continue
        if fact.scope.basis not in WHOLE or not isinstance(fact.value, Number) or not fact.value.amount.value:
            continue
        apart = years_between(fact.scope.when, pair.gdp.scope.when)
        if at_times(article, fact.span.end):
            continue
        if apart is not None and apart <= years and (latest or fact.scope.when is not None):
            yield People(fact, fact.value.amount, counted(fact.value.amount))


class Together(NamedTuple):
    """A product, the same a head and the people, told in one sentence; ``real`` is what the two make a head."""

    gdp: Claim
    head: Claim
    people: Claim
    made: Bounds
    real: Decimal


def told_together(article: Article) -> Iterator[Together]:
    """Every product, or other sum, told with the people and the same a head: in one sentence, or in up to three."""
    seen: set[int] = set()
    for at in occurrences(article, _A_HEAD):
        for passage in passages(article, at):
            told = list(_told_in(article, passage, at))
            if told:
                yield from (each for each in told if each.head.span.start not in seen)
                seen.update(each.head.span.start for each in told)
                break


def told_elsewhere(article: Article) -> Iterator[Together]:
    """Every product told with the same a head in one sentence, and the people that the article tells elsewhere."""
    for made in article.once(outputs):
        sums = [claim for claim in claims_in(article, made.sentence) if isinstance(claim.value, Money)]
        heads = [claim for claim in sums if claim.span != made.claim.span and beside_head(article, claim)]
        people = people_told(article, made.year)
        plainly = _OTHERWISE.search(gap(article, *made.sentence)) is None and not any(claim.quoted for claim in sums)
        if len(sums) == 2 and len(heads) == 1 and people and plainly:
            said, all_ = bounds(_amount(heads[0])), [each for claim in people for each in _together(sums, claim)]
            if all_ and all(agree(each.made, said, NEARLY) is Outcome.CONFLICTING for each in all_):
                yield all_[0]


def _told_in(article: Article, passage: ProseSpan, at: int) -> Iterator[Together]:
    text = article.page.prose.text[passage.start : passage.end]
    claims = claims_in(article, passage)
    sums = [claim for claim in claims if isinstance(claim.value, Money)]
    counts = [claim for claim in claims if isinstance(claim.value, Number) and _peopled(article, claim)]
    years = {str(claim.value)[:20] for claim in claims if isinstance(claim.value, Date)}
    whole = len(sums) == 2 and len(counts) == 1 and len(years) < 2 and not any(claim.quoted for claim in claims)
    if not whole:
        return
    product = _PRODUCT.search(text) is not None and _OTHERWISE.search(text) is None
    made = _MADE.search(left(article, sums[1].span.start, 40)) is not None and _DOUBT.search(text) is None
    if product or (made and sums[1].span.start < at + _FAR and counts[0].span.start < sums[1].span.start):
        yield from _together(sums, counts[0])


def _together(sums: list[Claim], people: Claim) -> Iterator[Together]:
    head, gdp = sorted(sums, key=lambda claim: claim.value.amount.value if isinstance(claim.value, Money) else 0)
    one, other, count = gdp.value, head.value, people.value
    if not isinstance(one, Money) or not isinstance(other, Money) or not isinstance(count, Number):
        return
    if one.currency == other.currency and count.amount.value > 0 and one.amount.value > other.amount.value * FEWEST:
        counted_ = count.amount if count.amount.step else count.amount._replace(step=Decimal(1))
        made = ratio(operand(one.amount), operand(counted_))
        yield Together(gdp, head, people, made, one.amount.value / count.amount.value)


def _peopled(article: Article, claim: Claim) -> bool:
    """Whether a number counts the people who live somewhere."""
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    if noun is not None and noun.rsplit(" ", 1)[-1] in _LIVING:
        return True
    return _POPULATION.search(left(article, claim.span.start, 40)) is not None


def newest(pairs: list[PerHead], pair: PerHead) -> bool:
    """Whether no other pair of the same state is of a later year."""
    mine = year_of(pair.gdp.scope.when)
    years = [year_of(each.gdp.scope.when) for each in pairs if each.gdp.subject == pair.gdp.subject]
    return mine is None or all(year is None or year <= mine for year in years)


def agree(first: Bounds, second: Bounds, tolerance: Decimal) -> Outcome:
    """Whether two numbers of people agree: to rounding, within the tolerance, or not at all."""
    if first.strict.overlaps(second.strict):
        return Outcome.CONSISTENT
    low, high = second.lenient
    wider = second.lenient._replace(
        low=None if low is None else low * (1 - tolerance), high=None if high is None else high * (1 + tolerance)
    )
    return Outcome.BY_ROUNDING if first.lenient.overlaps(wider) else Outcome.CONFLICTING


def _money_facts(article: Article, name: str) -> Iterator[Fact]:
    for fact in article.facts_by_property.get(name, ())[:MOST]:
        plain = isinstance(fact.value, Money) and fact.polarity and fact.value.amount.value > 0
        if plain and not _OF_OTHERS.match(right(article, fact.span.end, 40)):
            yield fact


def _amount(claim: Claim) -> Written:
    assert isinstance(claim.value, Money)
    return claim.value.amount


def _money(fact: Fact) -> Money:
    assert isinstance(fact.value, Money)
    return fact.value


def _basis(fact: Fact) -> str:
    """A GDP of which nothing is said is taken as nominal, which is what is usual."""
    return fact.scope.basis or "nominal"


def _same_time(gdp: Fact, head: Fact) -> bool:
    first, second = gdp.scope.when, head.scope.when
    if first is None or second is None:
        boxed = gdp.place is Place.INFOBOX and head.place is Place.INFOBOX
        return first is second or boxed or gdp.statement == head.statement
    return year_of(first) is not None and year_of(second) is not None and first.overlaps(second)
