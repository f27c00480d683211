"""What the pictures of the HTML report are drawn from: the values of the evidence, and the article's dated facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration, Money, Quantity
from articles.facts.fact import Fact
from articles.facts.properties import properties
from articles.source import Span
from reports.readings import Dated, Reading
from reports.report import Told
from rules.finding import Evidence

_FIGURE = re.compile(r"[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5}")

LONGER = 12
"""Characters that evidence may go on after the value that it opens with."""

MOST_DATED = 300
"""Dated facts of an article that are drawn; a line of time with more shows nobody anything."""


def with_readings(article: Article, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """The findings with the value of each piece of evidence that is a claim of the article."""
    claims = _by_span(article)
    return tuple(each._replace(readings=_readings(each, claims)) for each in told)


def dated(article: Article) -> tuple[Dated, ...]:
    """The article's dated facts, each statement of a date once, in the order of time."""
    page = article.page
    known: dict[tuple[str, Date], Dated] = {}
    for fact in article.facts:
        if not isinstance(fact.value, Date) or not fact.polarity:
            continue
        what = _what(fact)
        if (what, fact.value) in known:
            continue
        span = page.prose.to_source(fact.span)
        line = page.source.position(span.start).line
        text = page.text(fact.span)
        known[what, fact.value] = Dated(*span, line, fact.value.earliest, fact.value.latest, text, what)
        if len(known) == MOST_DATED:
            break
    return tuple(sorted(known.values(), key=lambda each: (each.low or each.high or 0, each.start)))


def _what(fact: Fact) -> str:
    clause = properties()[fact.property].told or f"{fact.property.replace('-', ' ')} of {{subject}}"
    return clause.format(subject=fact.subject, counterpart=fact.scope.counterpart or "the other party")


def _by_span(article: Article) -> dict[tuple[int, int], Claim]:
    """The claims by where they stand in the source; the two ends of a range too."""
    to_source = article.page.prose.to_source
    found: dict[tuple[int, int], Claim] = {}
    for claim in article.claims.all:
        found[_ends(to_source(claim.span))] = claim
        for part in claim.parts:
            found.setdefault(_ends(to_source(part.span)), part)
    return found


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _readings(told: Told, claims: dict[tuple[int, int], Claim]) -> tuple[Reading | None, ...]:
    values = []
    for place in told.finding.evidence:
        own = place.path is None and place.article is None
        claim = _claim(place, claims) if own else None
        values.append(reading(claim) if claim else _bare(place.text))
    return tuple(_in_one_unit(values)) if any(values) else ()


def _claim(place: Evidence, claims: dict[tuple[int, int], Claim]) -> Claim | None:
    """The claim that evidence is, or that it opens with: "18 years" in "18 years later"."""
    exact = claims.get((place.start, place.end))
    ends = range(place.end - 1, max(place.start, place.end - LONGER) - 1, -1)
    return exact or next((claims[place.start, end] for end in ends if (place.start, end) in claims), None)


def reading(claim: Claim) -> Reading | None:
    """A claim's value in plain numbers; None for one that plain numbers do not hold."""
    value = claim.value
    if isinstance(value, Date):
        ends = [day for day in (value.earliest, value.latest) if day is not None]
        return Reading("date", "", _day(value.earliest), sum(ends) / len(ends), _day(value.latest)) if ends else None
    unit = value.currency if isinstance(value, Money) else value.unit if isinstance(value, Quantity | Duration) else ""
    if isinstance(value, Quantity) and value.difference:
        unit = f"delta_{unit}"
    interval = value.amount.interval
    made = Reading(str(claim.kind), unit, _plain(interval.low), float(value.amount.value), _plain(interval.high))
    return made if all(isfinite(number) for number in made[2:] if isinstance(number, float)) else None


def _bare(text: str) -> Reading | None:
    """A figure that stands alone and was not claimed of anything, such as the parts of a sum after the first."""
    digits = text.strip().replace(",", "")
    if not _FIGURE.fullmatch(text.strip()):
        return None
    return Reading("number", "", float(digits), float(digits), float(digits))


def _day(number: int | None) -> float | None:
    return None if number is None else float(number)


def _plain(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _in_one_unit(values: list[Reading | None]) -> Iterator[Reading | None]:
    """Quantities in the unit of the first, where they measure one thing, so that they can stand on one scale."""
    first = next((value for value in values if value and value.kind == "quantity"), None)
    for value in values:
        if value is None or first is None or value.kind != "quantity" or value.unit == first.unit:
            yield value
        else:
            yield _converted(value, first.unit)


def _converted(value: Reading, unit: str) -> Reading | None:
    from articles.claims.units import convert

    try:
        ends = [None if number is None else convert(number, value.unit, unit) for number in value[2:]]
    except Exception:  # pint raises many kinds for a unit that it cannot convert; then there is no picture
        return None
    low, middle, high = ends
    return None if middle is None else Reading(value.kind, unit, low, middle, high)
