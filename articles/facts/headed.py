"""Deeds that a guide's heading names without a date: "Relations Interrupted", dated by what stands under it.

Only where the paragraphs date no such deed themselves. The date is the day on which an envoy presented his credentials,
or on which he was recalled or war was declared, or the one year in which all under the heading happened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from articles.claims.calendar import Date, Precision, civil, of_year
from articles.claims.claim import Claim
from articles.facts.fact import Fact, Scope
from articles.facts.frames import frames
from articles.facts.prose import ProseReader
from articles.facts.telling import Told, closed
from articles.page import Block, Form, Page
from articles.textmap import ProseSpan

BEGINNINGS = frozenset(
    ("relations-established", "relations-resumed", "legation-opened", "embassy-opened", "legation-raised-to-embassy")
)
"""What an envoy's credentials bring about."""
ENDING = "relations-severed"
FINE = (Precision.DAY, Precision.MONTH, Precision.YEAR)
PATTERN = "heading with the date below it"


class Dated(NamedTuple):
    """A date, and the sentence or paragraph that gives it."""

    value: Date
    claim: Claim
    statement: ProseSpan


def headed(page: Page, reader: ProseReader, told: Collection[Fact]) -> Iterator[Fact]:
    """The deeds of undated headings; ``told`` are the facts of the page's prose."""
    parties = reader.parties
    if parties.pair or not parties.state or page.infoboxes or not page.sections:
        return
    below: dict[int, list[Block]] = {}
    for block in page.blocks:
        if block.form is Form.PARAGRAPH:
            below.setdefault(block.section, []).append(block)
    for block in page.blocks:
        if block.form is Form.HEADING and block.section in below and not reader.claims_in(*block.span):
            yield from _dated(page, reader, block, below[block.section], told)


def _dated(
    page: Page, reader: ProseReader, heading: Block, blocks: Sequence[Block], told: Collection[Fact]
) -> Iterator[Fact]:
    deeds = list(reader.deeds(heading))
    if not deeds or reader.partner is None:
        return
    start, end = blocks[0].span.start, blocks[-1].span.end
    known = {(fact.property, fact.subject, fact.scope.counterpart) for fact in told if start <= fact.span.start < end}
    known |= {(name, other, subject) for name, subject, other in known if other is not None}
    for deed in dict.fromkeys(deeds):
        if not _is_between(reader, deed):
            continue
        date = None if (deed.property, deed.subject, deed.counterpart) in known else _date(page, reader, deed, blocks)
        if date is not None:
            scope = Scope(deed.counterpart, None, deed.basis, deed.region)
            place = blocks[0].place
            yield Fact(
                *(deed.subject, deed.property, date.value, date.claim.span, date.statement, place, scope),
                claim=date.claim,
                pattern=PATTERN,
            )


def _is_between(reader: ProseReader, deed: Told) -> bool:
    """Whether a deed is between the two states of a guide, or a state that its own succeeded and the other."""
    own, known = reader.parties.own, reader.parties.names.entities
    others = {deed.subject, deed.counterpart} - {reader.partner}
    other = others.pop() if len(others) == 1 else None
    return other is not None and (other == own or (other in known and own in known[other].successors))


def _date(page: Page, reader: ProseReader, deed: Told, blocks: Sequence[Block]) -> Dated | None:
    """The day of the credentials, else the one year of all dates under the heading."""
    first = blocks[0].span
    dates = [*_dates(reader.claims_in(first.start, blocks[-1].span.end))]
    if deed.property in BEGINNINGS:
        for claim, value in dates:
            statement = reader.sentence_at(first, claim.span.start)
            words = page.text(statement).lower()
            elsewhere = "resident" in words and not deed.property.startswith("relations")
            named = any(word in words for word in frames().around["credentials"])
            if value.precision is Precision.DAY and named and not elsewhere:
                return Dated(value, claim, statement)
    if deed.property == ENDING and (parting := _parting(page, reader, first, dates)) is not None:
        return parting
    years = {_year(value) for _, value in dates}
    if len(years) != 1 or None in years:
        return None
    claim, value = dates[0]
    return Dated(of_year(_year(value) or 0, circa=value.circa), claim, first)


def _parting(page: Page, reader: ProseReader, first: ProseSpan, dates: Sequence[tuple[Claim, Date]]) -> Dated | None:
    """The year of the first deed that ends relations though nothing says so: "was recalled", "declared war"."""
    parting = frames().around["parting"]
    for claim, value in dates:
        statement = reader.sentence_at(first, claim.span.start)
        known = closed(value)
        year = _year(known) if isinstance(known, Date) else None
        if year is not None and not parting.isdisjoint(page.text(statement).lower().split()):
            return Dated(of_year(year, circa=value.circa), claim, statement)
    return None


def _dates(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Date]]:
    for claim in claims:
        if isinstance(claim.value, Date) and claim.value.precision in FINE:
            yield claim, claim.value


def _year(value: Date) -> int | None:
    if value.earliest is None or value.latest is None:
        return None
    first, last = civil(value.earliest)[0], civil(value.latest)[0]
    return first if first == last else None
