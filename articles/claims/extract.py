"""All readings of a page, in order, never overlapping."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from articles.claims.amount_claims import read_measure
from articles.claims.claim import Claim, Claims, Kind, Ordinal
from articles.claims.date_claims import date_claims, year_claims
from articles.claims.date_pieces import months
from articles.claims.dates import Reading, read_from_day, read_from_month
from articles.claims.guards import guarded
from articles.claims.left import Left, word_before
from articles.claims.number_words import cardinals, ordinals, scales
from articles.claims.numerals import LONGEST, ZERO
from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted
from articles.claims.vocabulary import trie
from articles.claims.written import Written
from articles.claims.years import read_years
from articles.page import Page
from articles.textmap import ProseSpan

_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])")


@cache
def anchor() -> re.Pattern[str]:
    """Where a claim can start: at digits (group 1), at a month's name (group 2) or at a number word (group 3)."""
    words = {*cardinals(), *(w for w in ordinals() if w not in ("first", "second")), *scales(), "half"} - {
        "zero",
        "one",
    }
    both = {*words, *(word.capitalize() for word in words)}
    return re.compile(
        rf"([0-9]+(?:[.,'’·][0-9]+)*)|\b(?:({trie(months())})(?![A-Za-z])|({trie(both)})(?![A-Za-z]))",
    )


def extract(page: Page) -> Claims:
    """Read every claim in a page's prose."""
    found = mark_quoted(page.prose.text, read(page.prose.text))
    return Claims(tuple(found), pairs(page.prose.text, found))


def read(text: str) -> list[Claim]:
    """Every claim in a text whose blocks stand a line each, in order."""
    claims: list[Claim] = []
    done = 0
    for found in anchor().finditer(text):
        start = found.start()
        if start < done:
            continue
        made, end = _at(text, start, found)
        claims.extend(made)
        done = max(done, end)
    return claims


def _at(text: str, start: int, found: re.Match[str]) -> tuple[tuple[Claim, ...], int]:
    """The claims that start at an anchor, and where reading goes on."""
    left = word_before(text, start)
    if found[2] is not None:
        return _date(text, read_from_month(text, start), left, start)
    token = found[1] or ""
    if len(token) > LONGEST:
        return (), found.end()
    if token:
        blocked = guarded(text, start, found.end(), left)
        if blocked:
            return (), blocked
        dated = _dated(text, start, token, left)
        if dated is not None:
            return dated
    elif found[3].lower() in ordinals():
        return (), found.end()
    claim = read_measure(text, start, token, left)
    if claim is None:
        return (), found.end()
    return (claim,), claim.span.end


def _dated(text: str, start: int, token: str, left: Left) -> tuple[tuple[Claim, ...], int] | None:
    """The date that starts with a token of digits, if one does."""
    if len(token) <= 2 or not token.isdigit():
        reading = read_from_day(text, start)
        if reading is not None:
            return _date(text, reading, left, start)
    elif len(token) == 4 and (reading := read_from_day(text, start)) is not None:
        return _date(text, reading, left, start)
    if token.isdigit() and len(token) <= 4:
        years = read_years(text, start, token, left)
        if years is not None:
            return year_claims(text, start, years, left), years.end
        suffix = _SUFFIX.match(text, start + len(token))
        if suffix is not None:
            value = Ordinal(Written(Decimal(token), Decimal(token), ZERO))
            return (Claim(Kind.ORDINAL, ProseSpan(start, suffix.end()), value, "ordinal"),), suffix.end()
    return None


def _date(text: str, reading: Reading | None, left: Left, start: int) -> tuple[tuple[Claim, ...], int]:
    if reading is None:
        return (), start + 1
    if reading.year is None:
        return (), reading.end
    return date_claims(text, reading, left), reading.end
