"""A number of things at a price each does not come to the sum that is given for all of them.

Why: "10 jets at $50 million each, $400 million in all" holds three numbers of which one is wrong.

Right all the same: when the sum holds more than the things (spare parts, training), when there was a rebate, and when
not all were paid for. Sentences that say so are left alone, and so are those with a second count or a third amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Money, Number, Quantity
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.bounds import Bounds, bounds, counted, judge_sum, times
from rules.laws.edits import write
from rules.laws.nearby import claims_in, gap, left, passages, right, sentence_at, told
from rules.laws.order import amount
from rules.laws.tables.sheet_sums import slipped
from rules.laws.wording import number, restated
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_EACH = worded(__file__, r" ?{each}\b(?! (?:way|trip|time|year|month|week|day|night|visit)\b)")
_PRICED = worded(
    __file__,
    r"\b[Ee]ach (?:(?:of (?:which|them|these) )?(?:had )?{priced}|one cost|receiving|getting|paying|contributing) $|"
    r"\b[Ee]ach of (?:the|its|their|his|these|those) [\w,]+ (?:[a-z-]+ ){1,6}$|\b(?:unit (?:price|cost)|price "
    r"per unit|cost per unit)s?\b[^,;.]{0,20}$|\b(?:[Aa]|[Oo]ne|[Tt]he) single [a-z -]{3,30} (?:{single}) $|"
    r"\b(?:price|cost) (?:of|for|per) (?:one|each|every|a(?: single)?) [a-z -]{3,30}?(?: {single})? $|"
    r"\b[Ff]or (?:each|every)(?: of (?:them|these|those)| one)?,?(?: [a-z]+){0,6} (?:paid|charged|received|asked|got) $"
    r"|"
    r"\b(?:one|each|every one) of (?:them|these|which|the [a-z]+) {single} $|\b[Ee]ach [a-z]{3,20} {single} $|"
    r"\b[Ee]ach [a-z]{3,20} (?:{got}) (?:an? (?:[a-z]+ ){1,2}of )?$",
)
_SOLD_AT = worded(
    __file__,
    r"\b{sold}(?: by [a-z ]{3,20}| [0-9,]+(?: [a-z-]+){1,3}| [a-z-]+ [a-z-]+)? at (?:an? (?:price|cost) of )?$",
)
"""Behind things counted: the price of one, if another amount is the sum for all."""
_FOR = regex(r" (?:for|on) (?:the |all |its |these |their |a fleet of |a batch of |a series of )?")
"""From the sum for all to what was bought: "paid £4.5 million for 15 buses"."""
_IN_ALL = regex(
    r" ?,? ?(?:for (?:the (?:whole|entire|lot|fleet|order|batch|series)|all)|in (?:all|total)|altogether|overall"
    r"|total)\b"
)
_PAID = worded(
    __file__,
    r"(?:(?! and )[^.;:,]){0,30} (?:for (?:them|these|it|all|the (?:lot|fleet|order|batch|series|set))\b|{altogether})",
)
_TOTAL = regex(
    r"\b(?:(?:total|sum|combined|overall|whole|full|entire)(?:ing|led|ling|ed|s)?(?: (?:price|cost|value|sum|amount|"
    r"bill|of|was|came|to|for|is)){0,3}|(?:contract|deal|order|purchase|agreement|sale)s?,? (?:was |were |is )?"
    r"(?:worth|valued at|priced at|of|for)|rais(?:ed|ing)|earn(?:ed|ing)|yield(?:ed|ing)|took in|taking in|"
    r"bill (?:came|amounted|ran) to|(?:is|was|were) worth|"
    r"(?:bringing|brought)(?: in| (?:the|it|him|her|them)(?: [a-z]+)?)?|altogether|in (?:all|total),?) "
    r"(?:some |about |around |nearly |over |only |just |a |the |an ){0,2}$"
)
_OR_EACH = regex(r"(?: in [0-9]{4})?,? \(?(?:or|i\.e\.|that is|equal to|making),? (?:about |some |around |nearly )?")
"""From the sum for all to the price of one: "for $480 million, or $60 million each"."""
_ALIKE = worded(__file__, r"\b(?:an?|the) {alike} (?:[a-z]+ ){1,2}of $")
_SUMMED = worded(__file__, r"\b{summed}(?: (?:the|its|their) [a-z][a-z ]{2,24})? $")
_FOR_ALL = regex(r"\b[Ff]or (?:all|the (?:lot|set|batch|series))(?: of (?:them|these|those))?,? (?:[a-z]+ ){1,5}$")
_PAID_OUT = worded(__file__, r" {paid-out}\b")
_WITH = regex(r"(?:^|\. )(?:Together |Along )?[Ww]ith (?:the|its|their|a|an|two|three) (?!price|cost|unit)[a-z]")
"""How a sentence begins that adds something to what was bought."""
_LEFT_OUT = worded(__file__, r",? [a-z][a-z ]{2,40},? {left-out}\b")
_SUBJECT = worded(__file__, r"(?:The|Its|Their|His|Her|An?) ((?:[a-z’'-]+ ){1,8}?)(?:had |has |have )?{was-for}\b")
_OF_SALE = frozenset((*WordList(__file__, "sums"), *WordList(__file__, "generic"), *WordList(__file__, "income")))
"""Of the words before a sum, those that leave it the sum for all."""
_GENERIC = WordList(__file__, "generic")
_AT_COST = worded(__file__, r"\b(?:{at-cost})(?: (?:of|for|him|them|it|her|the [a-z]+))?(?: {nearly})? $")
"""Behind things counted: what they cost."""
_ALL_COST = worded(
    __file__,
    r"\b[Tt]h(?:e|is|ey) (?:(?:whole|entire|full|total|complete) )?"
    r"(?:{deals}|lot|batch|bill|invoice|tender|price|cost|fleet|set|sum|all)\b"
    r"[^.;,]{0,40}(?:{single}|for|at)(?: {nearly})? $",
)
_PAID_SUM = worded(__file__, r"\b{paid}(?: [a-z]+){0,4}(?: {nearly})? $")
_FOR_THEM = regex(
    r" (?:for|on) (?:them|all|these|those|the (?:first |second |third |last )?"
    r"(?:phase|series|batch|lot|order|set|fleet))\b"
)
_INCLUDED = regex(
    r", (?:all |with all |complete with )?[a-z ,]{3,50} (?:included|thrown in)\b|, inclusive of [a-z ,]{3,50}(?=[.,;])"
)
"""What the price of one holds, is held by the sum for all as well."""
_DEAL = worded(__file__, r" (?:[a-z]+ )?{deals}s?\b")
_AND_MORE = regex(r" and (?:an?|several|some|another|two|three|four) (?!total\b|sum\b|bill\b)[a-z]")
"""Between the price of one and the sum: something else was bought."""
_SOME_OF_THEM = regex(r"(?<!ach )\bof (?:which|these|them) (?:only |just |about )?[0-9]")
"""Not all of the things were sold."""
_MORE = worded(
    __file__,
    r"\b(?:{more}|(?:one|some|several|half|most|(?:two|three|a)(?:[ -](?:thirds?|quarters?|fifths?))?) "
    r"(?:of (?:them|these|the [a-z]+) )?(?:was|were|had|could)|"
    r"from (?=(?:US|A|C)?[$£€0-9])|(?:more|further|another|additional)(?! than)|"
    r"only \w+ (?:were|was) (?:paid|delivered)|of (?:the )?[0-9]+ (?:ordered|planned|on order|built|issued))\b",
    re.IGNORECASE,
)

_APART = worded(__file__, r"; (?:the|their|its|his|her) (?!{sums}\b)[a-z’']+\b")
_DOUBT = worded(__file__, r"\b{doubt}\b", re.IGNORECASE)

FAR = 12
"""So many times more or less than the sum may all prices come to and still be meant."""
SURE = 2
"""Digits besides zeros that an amount has at the least, to be a slip of the sum for all and no other amount."""


class Sale(NamedTuple):
    """How many things, the price of one and the sum for all, told in one sentence."""

    things: Claim
    price: Claim
    total: Claim


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Multiply out every sentence that tells a count of things, a price for each and a sum for all."""
    for claim in article.claims_by_kind.get(Kind.MONEY, ()):
        if _is_each(article, claim):
            found = _sale(article, claim)
            if found is not None:
                yield _judge(article, found)


def _is_each(article: Article, claim: Claim) -> bool:
    """Whether an amount is the price of one thing."""
    assert isinstance(claim.value, Money)
    if claim.value.per is not None:
        return True
    ahead = left(article, claim.span.start, 60)
    said = (_PRICED, _ALIKE, _SOLD_AT)
    return bool(_EACH.match(right(article, claim.span.end, 24)) or any(words.search(ahead) for words in said))


def _sale(article: Article, price: Claim) -> Sale | None:
    """The sale of a price: told in its sentence, in that and one beside it."""
    one = sentence_at(article, price.span.start)
    text = article.page.prose.text
    alone = text[one.end : one.end + 1] in ("\n", "")
    wider = () if alone else (ProseSpan(one.start, one.end + 1 + len(right(article, one.end + 1, 200))),)
    stretches: tuple[ProseSpan, ...] = (*passages(article, price.span.start, 2), *wider)
    before_it = next(islice(passages(article, price.span.start, 2), 1, None), one)
    if wider and before_it != one:
        stretches = (*stretches, ProseSpan(before_it.start, wider[0].end))
    return next((sale for stretch in stretches if (sale := _sale_in(article, price, stretch)) is not None), None)


def _sale_in(article: Article, price: Claim, sentence: ProseSpan) -> Sale | None:
    claims = claims_in(article, sentence)
    numbers = [each for each in claims if isinstance(each.value, Number) or _measured(article, each, price)]
    numbers = [each for each in numbers if article.page.text(ProseSpan(each.span.end, each.span.end + 1)) != "-"]
    counts = numbers if len(numbers) == 1 else [each for each in numbers if _noun(each)]
    amounts = [each for each in claims if isinstance(each.value, Money) and each is not price]
    whole = any(each.quoted or each.parts for each in claims if each.kind is not Kind.DATE)
    apart = _APART.search(gap(article, price.span.end, amounts[-1].span.start)) if amounts else None
    text = _LEFT_OUT.sub("", gap(article, sentence.start, sentence.end))
    more = apart or _WITH.search(text) or _MORE.search(_held(article, price, sentence, text))
    if len(counts) != 1 or len(amounts) != 1 or whole or more or _SOME_OF_THEM.search(gap(article, *sentence)):
        return None
    if _AND_MORE.search(gap(article, price.span.end, max(amounts[0].span.start, price.span.end))):
        return None
    one, other = price.value, amounts[0].value
    assert isinstance(one, Money)
    assert isinstance(other, Money)
    measured = isinstance(counts[0].value, Quantity)
    fits = (
        one.per is None or measured or (_noun(counts[0]) or "").lower().rpartition(" ")[2].startswith(one.per.lower())
    )
    fits = fits or one.per in _GENERIC
    for_all = _FOR.fullmatch(gap(article, amounts[0].span.end, counts[0].span.start))
    summed = (
        for_all
        or _of_all(article, amounts[0], counts[0])
        or _is_total(article, amounts[0])
        or _OR_EACH.fullmatch(gap(article, amounts[0].span.end, price.span.start))
    )
    if _of_another(article, amounts[0], counts[0]):
        return None
    sale = Sale(counts[0], price, amounts[0])
    return sale if one.currency == other.currency and fits and (summed or _near(article, sale, sentence)) else None


def _of_all(article: Article, claim: Claim, count: Claim) -> bool:
    """Whether a sum is told as the cost of things counted before it or behind it, in its own sentence or another."""
    sentence = sentence_at(article, claim.span.start)
    ahead, behind = gap(article, sentence.start, claim.span.start), right(article, claim.span.end, 60)
    counted_there = sentence.start <= count.span.start < claim.span.start
    if _FOR_THEM.match(behind):
        return bool(_PAID_SUM.search(ahead))
    return not behind.startswith((" for ", " on ", " to ")) and bool(
        _ALL_COST.search(ahead) or (counted_there and _AT_COST.search(ahead))
    )


def _of_another(article: Article, total: Claim, count: Claim) -> bool:
    """Whether a sum is the cost of something else: "The press had cost 6,100 shillings"."""
    sentence = sentence_at(article, total.span.start)
    subject = _SUBJECT.match(gap(article, sentence.start, total.span.start))
    if subject is None or sentence.start <= count.span.start < sentence.end:
        return False
    noun = (_noun(count) or "").lower().rpartition(" ")[2].rstrip("s")
    words = subject[1].lower().split()
    return not any(word in _OF_SALE or (noun and word.startswith(noun)) for word in words)


def _near(article: Article, sale: Sale, stretch: ProseSpan) -> bool:
    """Whether an amount not called the sum for all is a slip of one digit away from it, and nothing explains it."""
    count, price, total = (amount(claim.value) for claim in sale)
    if count is None or price is None or total is None or not count.value * price.value:
        return False
    product = count.value * price.value
    rounded = any(len(value.normalize().as_tuple().digits) < SURE for value in (product, total.value))
    doubted = rounded or _DOUBT.search(gap(article, stretch.start, stretch.end)) is not None
    return not doubted and slipped(product, total.value)


def _held(article: Article, price: Claim, stretch: ProseSpan, text: str) -> str:
    """A passage without what the price of one is said to hold."""
    found = _INCLUDED.match(right(article, price.span.end, 90))
    at = price.span.end - stretch.start
    return text[:at] + text[at + len(found[0]) :] if found and len(text) == stretch.end - stretch.start else text


def _measured(article: Article, claim: Claim, price: Claim) -> bool:
    """Whether a quantity is in the unit that a price is for: 300 acres at $12 an acre."""
    per = price.value.per if isinstance(price.value, Money) else None
    return isinstance(claim.value, Quantity) and per is not None and f" {per.lower()}" in told(article, claim).lower()


def _noun(claim: Claim) -> str | None:
    return claim.value.noun if isinstance(claim.value, Number) else None


def _is_total(article: Article, claim: Claim) -> bool:
    """Whether an amount is said to be for all."""
    ahead, behind = left(article, claim.span.start, 80).lower(), right(article, claim.span.end, 40)
    if _FOR_ALL.search(ahead):
        return True
    told_behind = _IN_ALL.match(behind) or _DEAL.match(behind) or _PAID_OUT.match(behind) or _PAID.match(behind)
    return bool(told_behind or _TOTAL.search(ahead) or (_SUMMED.search(ahead) and not behind.startswith(" on ")))


def _judge(article: Article, sale: Sale) -> Verdict | Outcome:
    count, price, total = sale.things.value, sale.price.value, sale.total.value
    assert isinstance(count, Number | Quantity)
    assert isinstance(price, Money)
    assert isinstance(total, Money)
    # A price is told to its last digit, trailing zeros and all: nobody orders at "about 50" and says 50.
    each = Bounds(price.amount.interval, price.amount.interval)
    outcome = judge_sum(times(counted(count.amount), each), bounds(total.amount))
    if outcome is not Outcome.CONFLICTING:
        return outcome
    product = count.amount.value * price.amount.value
    if not total.amount.value / FAR < product < total.amount.value * FAR:
        return Outcome.INCOMPARABLE  # no slip, but the price of something else
    things, one, stated = (told(article, claim) for claim in sale)
    shown = restated(stated, (total.amount.value,), (product,), total.amount.step) or number(product)
    noun = "" if isinstance(count, Quantity) else f" {count.noun or 'things'}"
    return Verdict(
        f"{things}{noun} at {one} each come to {shown}, not {stated}",
        (
            Mark(sale.things.span, "how many"),
            Mark(sale.price.span, "the price of one"),
            Mark(sale.total.span, "for all"),
        ),
        calculation=f"{things} × {one} = {shown}, not {stated}",
        changes=_changes(article, sale),
    )


def _changes(article: Article, sale: Sale) -> tuple[Change, ...]:
    """The sum that they come to, or the price that makes the sum stated."""
    count, price, total = (amount(claim.value) for claim in sale)
    if count is None or price is None or total is None or not count.value:
        return ()
    return (
        *write(article, sale.total.span, sale.total.value, count.value * price.value),
        *write(article, sale.price.span, sale.price.value, total.value / count.value),
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("There were ⟦1:42⟧ boats in 1996. Each boat paid a fee of ⟦2:$150⟧, a total of ⟦3:$8,400⟧."),
        Example(
            "The ⟦1:six⟧ windows cost ⟦2:2,500 florins⟧ apiece. For all of them the guild paid ⟦3:17,000 florins⟧."
        ),
        Example("For the match ⟦1:2,400⟧ seats were sold at ⟦2:5 crowns⟧, bringing in ⟦3:16,000 crowns⟧."),
        Example(
            "= Vesta Tramways =\n\nThe company signed for ⟦1:16⟧ articulated trams in 2011. The price of one "
            "tram was ⟦2:€2.4 million⟧. The whole order cost ⟦3:€34.8 million⟧."
        ),
        Example(
            "= Tenwick Buses =\n\nA batch of ⟦1:30⟧ double-deckers arrived in 2006 at a cost of ⟦3:£5.7 "
            "million⟧. At ⟦2:£160,000⟧ per vehicle they were the cheapest in the country."
        ),
        Example("The state bought ⟦1:300 acres⟧ from the company at ⟦2:$12⟧ an acre and paid ⟦3:$4,600⟧."),
        Example("The city took ⟦1:12⟧ cars at ⟦2:14,000 kroner⟧ apiece, for which it laid out ⟦3:186,000 kroner⟧."),
        Example("It ordered ⟦1:six⟧ jets at ⟦2:$4 million⟧ apiece. The whole order was worth ⟦3:$34 million⟧."),
        Example(
            "The board ordered ⟦1:14⟧ cars from a Czech yard at ⟦2:€2.5 million⟧ apiece, a contract worth ⟦3:€25 "
            "million⟧ overall, spare parts and training not being included."
        ),
        Example(
            "Each year it chose ⟦1:20⟧ boys, who drew an equal stipend of ⟦2:50 crowns⟧; the ⟦3:10,000 crowns⟧ thus "
            "paid out came from the interest."
        ),
        Example("The company paid ⟦3:£4.5 million⟧ for ⟦1:15⟧ buses, each of which cost ⟦2:£250,000⟧."),
        Example("In 2007 it ordered ⟦1:eight⟧ aircraft for ⟦3:$480 million⟧, or ⟦2:$75 million⟧ each."),
        Example(
            "The air force ordered ⟦1:10⟧ jets at ⟦2:$50 million⟧ each, ⟦3:$400 million⟧ in all.",
        ),
        Example("It bought ⟦1:24⟧ tanks at a unit price of ⟦2:€2.5 million⟧ for a total of ⟦3:€80 million⟧."),
        Example("The line took ⟦1:12⟧ trams for ⟦2:£1.5 million⟧ apiece in a contract worth ⟦3:£28 million⟧."),
        Example("At the fair ⟦1:5,000⟧ tickets were sold at ⟦2:$20⟧ per ticket, raising ⟦3:$150,000⟧."),
        wikitext("In a ⟦3:US$90 million⟧ deal it [[lease]]d ⟦1:six⟧ ships at {{nowrap|⟦2:US$12 million⟧}} each."),
    ),
    good=(
        Example("It issued 3,000 shares at £25 each. Two thirds had been taken up by May, which brought in £50,000."),
        Example("It sold 340 casks at 15 crowns a cask. The press had cost 6,100 crowns."),
        Example("It ordered five mirrors at $2 million each. One was dropped, so that the bill came to $8 million."),
        Example("The 900 seats cost €220 each. The renovation of the hall as a whole cost €2.9 million."),
        Example("For the match 2,400 seats were sold at 5 crowns; the cup cost 16,000 crowns."),
        Example(
            "Five cars were ordered at €2 million each. The firm cancelled one, so €8 million was paid for the order."
        ),
        Example(
            "= Orrin Ferries =\n\nFour ferries were ordered in 2003 at £12 million each. With the new quay the "
            "bill came to £61 million."
        ),
        Example("The city bought 12 trams at €3 million apiece and a depot, spending €48 million in all."),
        Example("It issued 20,000 shares of £5 each, of which 15,000 were taken up, raising £75,000."),
        Example("The press printed 500 copies at $2 each; the author's share came to $700."),
        Example("The society has 300 members at £12 each and spent £4,200 on its library."),
        Example("It ordered six jets at $4 million apiece. With spares and training the order was worth $34 million."),
        Example(
            "The board ordered 14 cars at €2.5 million apiece, a contract worth €40 million with training included."
        ),
        Example(
            "Each year it chose 20 boys, who drew a stipend of 50 crowns; 10,000 crowns had been left to the fund."
        ),
        Example("The state paid £4.5 million for 15 buses, each of which cost £250,000 to run in a year."),
        Example("In 2007 it ordered eight aircraft for $480 million, or $60 million each."),
        Example("The air force ordered 10 jets at $40 million each, $400 million in all."),
        Example(
            "It bought 24 tanks at a unit price of €2.5 million for a total of €80 million, including spare parts."
        ),
        Example("The line took 12 trams for £2.3 million apiece in a contract worth £28 million."),
        Example("At the fair 5,000 tickets were sold at $20 per ticket; the prize was $150,000."),
        Example("The air force ordered 10 jets at $50 million each, and 8 pilots were hired for $400 million in all."),
        Example("The air force ordered 10 jets at about $40 million each, $420 million in all."),
    ),
    claims=frozenset(("money",)),
)
