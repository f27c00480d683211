"""Headings that date an event with a year, and the exact dates that their sections tell of it.

A heading names what comes about at one time ("Flood of 1953", "1938 tournament"), or sets its year apart ("Journey to
Malta, 1906"). The dates are those of its section's first sentences, if nothing in the section falls in that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, of_year
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form, Place
from articles.regex import regex
from articles.words import worded
from rules.laws.elapsed import year_of
from rules.laws.nearby import claims_in, sentence_at, told

FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
EXACT = frozenset({Precision.DAY, Precision.MONTH})
_LEADS = regex(r"(?:,| in| \()[ ]$|\($")
"""What stands between a heading's words and its year."""
_OF = regex(r"(?:The |Great )*([A-Z][a-z]+) of ")
_HAPPENS = worded(__file__, r"\b{happens}\b(?! (?:{things})\b)", re.IGNORECASE)
_AWAITED = worded(__file__, r"\b{awaited}\b", re.IGNORECASE)
_OUTCOME = worded(__file__, r"\b{outcome}\b", re.IGNORECASE)
_TOLD = worded(__file__, r"(?:The|This) [a-z]+ (?:of [A-Z][a-z]+ )?{happening}\b[^,;:()]{0,80} (?:on|in) ")
_FRONTED = regex(r"(?:On|In) |")
"""What makes a date in a section that of its heading, where the heading is a year."""
_SPOKEN = worded(__file__, r"[\"“”«»]|\b{around}\b", re.IGNORECASE)
_DAY = regex(r"\b[0-9]{1,2} [A-Z][a-z]{2,8}\b|\b[A-Z][a-z]{2,8} [0-9]{1,2}\b")
_OPEN = regex(r"\b(?:[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Bb]y) (?:the )?$")
_FEWEST = 2
_AHEAD = 3
"""So many years before it what is awaited is prepared."""


class Headed(NamedTuple):
    """A heading, its year, and the exact dates that its section tells instead."""

    heading: Block
    year: Claim
    dates: tuple[Claim, ...]


def headed_years(article: Article) -> Iterator[Headed | None]:
    """Each heading with a year of which its section tells another date; None for one that cannot be compared."""
    headed = {block.section: (block, year) for block in article.page.blocks if (year := _year(article, block))}
    under: dict[int, list[Block]] = {section: [] for section in headed}
    for block in article.page.blocks if headed else ():
        if block.section in headed and block.form in FORMS and block.place is not Place.TABLE:
            under[block.section].append(block)
    for section, blocks in under.items():
        heading, year = headed[section]
        dates = _others(article, year, blocks)
        if dates:
            own = _set_apart(article, year, dates[0]) or _of_event(article, heading, year, dates)
            yield Headed(heading, year, tuple(dates)) if own else None


def _year(article: Article, block: Block) -> Claim | None:
    """The year of a heading, where it is the only date there."""
    if block.form is not Form.HEADING or block.section < 0:
        return None
    claims = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
    if len(claims) != 1 or claims[0].parts or not isinstance(claims[0].value, Date):
        return None
    heading, words = article.page.text(block.span), _words(article, claims[0])
    if (
        claims[0].value.precision not in (Precision.YEAR, Precision.MONTH)
        or claims[0].value.circa
        or _SPOKEN.search(heading)
    ):
        return None
    behind = heading[claims[0].span.end - block.span.start :].strip(" ).")
    if _HAPPENS.search(heading) or (not words and behind.startswith((": ", "– "))):
        return claims[0]
    led = not words or _LEADS.search(words) or _OF.fullmatch(words)
    return claims[0] if led and not behind and (not words or len(words.split()) >= _FEWEST) else None


def _others(article: Article, year: Claim, blocks: list[Block]) -> list[Claim]:
    """The exact dates of a section that nowhere names the heading's year."""
    found: list[Claim] = []
    for block in blocks:
        if told(article, year) in article.page.text(block.span):
            return []
        for claim in claims_in(article, block.span):
            if any(_within(part, year) for part in (claim, *claim.parts)):
                return []
            if claim.kind is Kind.DATE and not claim.quoted and all(map(_exact, claim.parts or (claim,))):
                found.append(claim)
    return found


def _within(claim: Claim, year: Claim) -> bool:
    """Whether a date may lie in a year."""
    if not isinstance(claim.value, Date) or not isinstance(year.value, Date):
        return False
    named = year_of(year.value)
    return claim.value.overlaps(year.value if named is None else of_year(named))


def _exact(claim: Claim) -> bool:
    """Whether a date is one day or one month of a year."""
    value = claim.value
    return isinstance(value, Date) and value.precision in EXACT and not value.circa and year_of(value) is not None


def _words(article: Article, year: Claim) -> str:
    """The words of a heading before its year."""
    block = article.page.block_at(year.span.start)
    return "" if block is None else article.page.prose.text[block.span.start : year.span.start]


def _set_apart(article: Article, year: Claim, other: Claim) -> bool:
    """Whether a heading sets its year apart, or its first sentence says that what it names came about on a date.

    Below a bare year it is the date with which the section begins.
    """
    sentence, words = sentence_at(article, other.span.start), _words(article, year)
    text = article.page.prose.text
    before = text[sentence.start : other.span.start]
    if _LEADS.search(words):
        return " had " not in before
    block = article.page.block_at(other.span.start)
    if not words:
        fronted = _FRONTED.fullmatch(before) is not None and " had " not in text[sentence.start : sentence.end]
        return fronted and block is not None and (block.span.start == sentence.start or block.form is Form.ITEM)
    named = _OF.fullmatch(words)
    return (
        named is not None and _TOLD.fullmatch(before, 0) is not None and before.split()[1].lower() == named[1].lower()
    )


def _of_event(article: Article, heading: Block, year: Claim, dates: list[Claim]) -> bool:
    """Whether the dates of a section that opens with one are those of what the heading names: all of one time."""
    words, text = article.page.text(heading.span), article.page.prose.text
    block = article.page.block_at(dates[0].span.start)
    colon = text.startswith((": ", " –"), year.span.end) and heading.span.start == year.span.start
    if block is None or not (colon or _HAPPENS.search(words)):
        return False
    sentence = sentence_at(article, dates[0].span.start)
    before = text[sentence.start : dates[0].span.start]
    if " had " in before or _OPEN.search(before) or _OUTCOME.search(text, block.span.start, dates[0].span.end):
        return False
    if _DAY.search(text, block.span.start, dates[0].span.start):
        return False  # "broke out on 4 June. The insurers paid in May 1890"
    first = _first_year(dates[0])
    named = year_of(year.value) if isinstance(year.value, Date) else None
    if named is None or (_AWAITED.search(words) and 0 < named - first <= _AHEAD):
        return False
    return all(abs(_first_year(date) - first) <= 1 for date in dates)


def _first_year(claim: Claim) -> int:
    """The year in which an exact date begins."""
    value = (claim.parts or (claim,))[0].value
    return (year_of(value) or 0) if isinstance(value, Date) else 0
