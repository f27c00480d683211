"""An amount, the share of the product that it is said to be, and the product, of one year, in any order.

"Visitors spent $340 million, which is 11 per cent of gross domestic product. That product was $2.1 billion": the share
says itself that it is one of the product, the amount is the one beside it, the product the one told of its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Money, Percent
from articles.claims.written import Written
from articles.kinds.kind import normal
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.amounts.passages import RUNNING, plain, single
from rules.laws.amounts.shares import fraction, reckoned
from rules.laws.bounds import Bounds
from rules.laws.money.outputs import MOST, Output, beside_head, clause_of, outputs, year_of
from rules.laws.money.roles import SEVERAL
from rules.laws.names.states_named import states_named
from rules.laws.nearby import claims_in, gap, left, occurrences, right, sentence_at

_OF_PRODUCT = worded(
    __file__,
    r" (?:of|in|to) (?:(?:the|its|their|this|that|a|all) )?(?:[\w-]+['’]s? )?"
    r"(?:(?:whole|total|national|nominal|annual|country's|regional|entire|domestic) )*"
    r"(?i:{product})\b(?! (?:per|a head|of [a-z]+ing))",
)
_OF_THIS = regex(r" of (?:it|this|that)(?: sum| amount| figure)?\b")
_MEASURED = ("ppp", "purchasing power", "purchasing-power")
_RATIO = worded(__file__, r"\b(?:{ratio})\b[^.;:]{0,30} $")
_CLAUSE_END = regex(r";|,? \b(?:and|while|whereas)\b")
_ANOTHER = regex(
    r"^(?![^.;]*[;,] (?:[a-z]+ )?(?:it|this|that|which|these|they)\b)[^.;]*(?:;|, (?:and|but|while|whereas)) "
)
"""Between an amount and a share behind it: a clause of its own that says nothing of the amount."""
_ELSE = worded(__file__, r"\b{else}\b", re.IGNORECASE)
_ASIDE = worded(__file__, r"\b(?i:{aside})(?: (?:the|its|their|some|about|another|a|further))* $")
_FRACTION = regex(
    r"\b(?:(?P<of>half)|(?:(?:an?|one) )(?P<one>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth)"
    r"|(?P<many>two|three|four|five)[- ](?P<parts>thirds|quarters|fifths|sixths|sevenths|eighths|tenths))\b"
)
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_NOTHING = Written(Decimal(0), Decimal(0), Decimal(0))


class ProductShare(NamedTuple):
    """A share of a product: where it stands and what it may be, in percent; the amount that it is; the product."""

    span: ProseSpan
    told: Bounds
    part: Claim
    product: Output


def product_shares(article: Article) -> Iterator[ProductShare]:
    """Every share of a product with its amount and the product, each of one year."""
    known = article.once(outputs)
    if not known or any(True for _ in occurrences(article, _MEASURED)):
        return
    yield from _of_boxes(article, known)
    for span, told in islice(_shares(article), MOST):
        sentence = sentence_at(article, span.start)
        block = article.page.block_at(span.start)
        text = gap(article, sentence.start, span.end) + _CLAUSE_END.split(gap(article, span.end, sentence.end), 1)[0]
        if block is None or block.form not in RUNNING or _ELSE.search(text):
            continue
        part = _part(article, sentence, span, known)
        if part is not None and _ANOTHER.search(gap(article, part.span.end, span.start)):
            continue
        if part is None or not states_named(article, sentence) <= {article.parties.own}:
            continue
        year, of = year_of(article, part), year_of(article, part._replace(span=span))
        if None not in (year, of) and year != of:
            continue
        made = [each for each in known if _fits(article, each, part, year)]
        if len({each.money for each in made}) == 1 and year != SEVERAL:
            yield ProductShare(span, told, part, made[0])


def _of_boxes(article: Article, known: tuple[Output, ...]) -> Iterator[ProductShare]:
    """The share and the one amount that an infobox tells, of the product told in the text."""
    for box in article.page.infoboxes[:MOST]:
        told = [(normal(field.key), claims_in(article, field.prose)) for field in box.fields]
        sums = [claim for key, claims in told for claim in claims if claim.kind is Kind.MONEY and "gdp" not in key]
        rates = [claim for key, claims in told for claim in claims if claim.kind is Kind.PERCENT and "gdp" in key]
        if len(sums) != 1 or len(rates) != 1 or not isinstance(rates[0].value, Percent) or not plain(sums[0]):
            continue
        years = {year_of(article, each) for each in (*sums, *rates)}
        made = [each for each in known if years == {each.year} and _fits(article, each, sums[0], each.year)]
        if len({each.money for each in made}) == 1 and made[0].year is not None:
            yield ProductShare(rates[0].span, reckoned(rates[0].value, fives=False), sums[0], made[0])


def _shares(article: Article) -> Iterator[tuple[ProseSpan, Bounds]]:
    """The percentages and fractions that are said to be shares of a product."""
    for claim in article.claims_by_kind.get(Kind.PERCENT, ()):
        behind = right(article, claim.span.end, 70)
        said = (
            _OF_PRODUCT.match(behind)
            or (_OF_THIS.match(behind) and _told_before(article, claim))
            or _RATIO.search(left(article, claim.span.start, 60))
        )
        if isinstance(claim.value, Percent) and single(claim) and said:
            yield claim.span, reckoned(claim.value, fives=False)
    for at in occurrences(article, (*_PARTS, *(f"{name}s" for name in _PARTS))):
        start = at - len(left(article, at, 8))
        found = _FRACTION.search(gap(article, start, at + 10))
        if found and start + found.end() > at and _OF_PRODUCT.match(right(article, start + found.end(), 70)):
            yield ProseSpan(start + found.start(), start + found.end()), fraction(_value(found))


def _told_before(article: Article, share: Claim) -> bool:
    """Whether "of this" is of a product: the last amount told before it, in its sentence or in the one before."""
    start = max(sentence_at(article, share.span.start).start - 2, 0)
    before = ProseSpan(sentence_at(article, start).start, share.span.start)
    sums = [claim.span for claim in claims_in(article, before) if claim.kind is Kind.MONEY]
    return bool(sums) and sums[-1] in {each.claim.span for each in article.once(outputs)}


def _value(found: re.Match[str]) -> Decimal:
    if found["many"]:
        return Decimal(_COUNTS[found["many"]]) / _PARTS[found["parts"].removesuffix("s")]
    return Decimal(1) / _PARTS[found["of"] or found["one"]]


def aside(article: Article, amount: Claim) -> bool:
    """Whether an amount is one that a share leaves out: "net of the 600 million crowns held by the fund"."""
    return _ASIDE.search(left(article, amount.span.start, 60)) is not None


def _part(article: Article, sentence: ProseSpan, share: ProseSpan, known: tuple[Output, ...]) -> Claim | None:
    """The one amount that is no product: of the sentence of a share, else of the one before or behind it."""
    block = article.page.block_at(share.start)
    if block is None:
        return None
    made = {each.claim.span for each in known}
    ahead = ProseSpan(
        max(block.span.start, sentence.start - len(left(article, sentence.start - 1, 300)) - 1), sentence.start
    )
    behind = ProseSpan(sentence.end, min(block.span.end, sentence.end + 1 + len(right(article, sentence.end + 1, 300))))
    own = clause_of(article, sentence, Claim(Kind.PERCENT, share, Percent(_NOTHING), "share"))
    for stretch in (own, sentence, ahead, behind) if own != sentence else (sentence, ahead, behind):
        sums = [each for each in claims_in(article, stretch) if isinstance(each.value, Money) and each.span not in made]
        sums = [each for each in sums if not beside_head(article, each)]
        percents = [each for each in claims_in(article, stretch) if each.kind is Kind.PERCENT and each.span != share]
        if sums or percents:
            otherwise = stretch != sentence and _ELSE.search(gap(article, *stretch))
            lone = len(sums) == 1 and not percents and plain(sums[0]) and not otherwise and not aside(article, sums[0])
            return sums[0] if lone else None
    year = year_of(article, Claim(Kind.PERCENT, share, Percent(_NOTHING), "share"))
    alike = [
        each
        for each in article.claims_by_kind.get(Kind.MONEY, ())
        if each.span not in made and not beside_head(article, each) and year_of(article, each) == year
    ]
    return alike[0] if len(alike) == 1 and year not in (None, SEVERAL) and plain(alike[0]) else None


def _fits(article: Article, made: Output, part: Claim, year: int | None) -> bool:
    """Whether a product is of the place and the time of an amount."""
    value = part.value
    assert isinstance(value, Money)
    if made.money.currency != value.currency or made.money.amount.value <= value.amount.value:
        return False
    if not made.states <= {article.parties.own} and article.parties.sort == "state":
        return False
    one_block = article.page.block_at(made.claim.span.start) == article.page.block_at(part.span.start)
    if made.year is None or year is None:
        return one_block
    return made.year == year
