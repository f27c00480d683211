"""The amounts of a paragraph in order, with the bare numbers that are no readings of their own.

Behind a name a number is not read ("Apollo 11"), yet of what a passage counts it may be one more: "the Farmers took 41,
the Liberals 33 and the Reform party 25".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Duration, Kind, Money, Number, Quantity
from articles.claims.number_words import cardinals
from articles.claims.written import Hedge, Written
from articles.page import Form
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from rules.laws.nearby import before, claims_in, passages
from rules.laws.order import amount

_BARE = regex(
    r"(?<= )(?:[0-9]{1,3}(?:,[0-9]{3}){0,3}(?![\w:/–—%°]|-|[.,][0-9])|"
    r"(?:[Tt](?:wo|hree|en|welve|hirteen|wenty)|[Ff](?:our|ive|ourteen|ifteen)|[Ss](?:ix|even|ixteen)|[Ee]ight|[Ee]leven|"
    r"[Nn]ine)(?![\w-]))"
)
_DIGIT = regex(r"[0-9]")
_IN_WORDS = regex(
    r"\b(?:[Tt](?:wo|hree|en|welve|hirteen|wenty)|[Ff](?:our|ive|ourteen|ifteen)|[Ss](?:ix|even|ixteen)|[Ee]ight|"
    r"[Ee]leven|[Nn]ine)\b"
)
_BRACKET = regex(r"\((?:about |some |around |approximately |nearly |almost |roughly |or |c\. ?|~)?$")
_HEDGE = 15
RUNNING = frozenset({Form.PARAGRAPH, Form.ITEM})
"""Where sentences stand."""
REACH = 700
"""So far behind its start a passage is read."""


def passage(article: Article, start: int, reach: int = REACH) -> ProseSpan:
    """What follows a place in its paragraph, as far as text is known."""
    text = article.page.prose.text
    end = min(start + reach, len(text))
    for sign in ("\n", GAP):
        found = text.find(sign, start, end)
        end = found if found >= 0 else end
    return ProseSpan(start, end)


def opening(article: Article, at: int, reach: int = REACH) -> int:
    """Where the paragraph of a place begins, no farther before it than a reach."""
    text = article.page.prose.text
    start = max(at - reach, 0)
    return max(start, text.rfind("\n", start, at) + 1, text.rfind(GAP, start, at) + 1)


def amounts(article: Article, span: ProseSpan) -> Iterator[Claim]:
    """The readings of a stretch, and the whole numbers between them that are no readings, as they are asked for."""
    at = span.start
    for claim in claims_in(article, span):
        yield from _bare(article, at, claim.span.start)
        yield claim
        at = claim.span.end
    yield from _bare(article, at, span.end)


def _bare(article: Article, start: int, end: int) -> Iterator[Claim]:
    for number in _BARE.finditer(article.page.prose.text, start, end):
        digits = number[0].replace(",", "")
        value = Decimal(digits if digits.isdecimal() else cardinals()[digits.lower()])
        yield Claim(Kind.NUMBER, ProseSpan(*number.span()), Number(Written(value, value, Decimal(0))), "bare")


def counted(text: str, start: int, end: int) -> bool:
    """Whether a number stands in a stretch: most have a digit, which is found sooner than a word."""
    return (_DIGIT.search(text, start, end) or _IN_WORDS.search(text, start, end)) is not None


def sort(claim: Claim) -> str:
    """What a reading may be added to: its unit, its currency or its kind."""
    match claim.value:
        case Quantity() | Duration() as value:
            return value.unit
        case Money() as value:
            return value.currency
        case _:
            return claim.kind.value


def restated(article: Article, claim: Claim) -> bool:
    """Whether an amount stands in brackets right behind another, which it tells in another unit."""
    bracket = _BRACKET.search(article.page.prose.text, max(claim.span.start - _HEDGE, 0), claim.span.start)
    if bracket is None:
        return False
    other = before(article, bracket.start(), 2)
    return other is not None and amount(other.value) is not None


def plain(claim: Claim) -> bool:
    """Whether a reading is one exact number of the article's own: no range, no hedge, no quotation."""
    written = amount(claim.value)
    return written is not None and not claim.parts and not claim.quoted and written.hedge is Hedge.NONE


def single(claim: Claim) -> bool:
    """Whether a reading is one number of the article's own, hedged or not."""
    return amount(claim.value) is not None and not claim.parts and not claim.quoted


def size(claim: Claim) -> Decimal:
    """The number of a reading; 0 where it has none."""
    written = amount(claim.value)
    return written.value if written is not None else Decimal(0)


def with_earlier(article: Article, sentence: ProseSpan, sentences: int) -> ProseSpan:
    """A sentence with some before it, of the paragraph before where it opens its own."""
    block, last = article.page.block_at(sentence.start), article.page.block_at(sentence.start - 2)
    at = sentence.start
    if block is not None and last is not None and block is not last and last.section == block.section:
        at, sentences = (last.span.end - 1, sentences - 1) if last.form is Form.PARAGRAPH else (at, 1)
    return ProseSpan(list(passages(article, at, sentences))[-1].start, sentence.end)
