"""What infobox fields state, typed by the article's kind.

A plain number takes its unit from the key (``area_km2``), a figure its year from a sister field (``GDP_PPP_year``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from articles.claims.calendar import Date, of_year
from articles.claims.claim import Claim, Duration, Number, Ordinal, Percent, Quantity, Value
from articles.claims.claim import Kind as ClaimKind
from articles.claims.written import Written
from articles.facts.fact import Fact, Scope
from articles.facts.figure_times import usable
from articles.facts.figure_words import dimension
from articles.facts.parties import Parties
from articles.facts.properties import Property, properties
from articles.facts.ranks import RANKS
from articles.facts.toll_words import ALL, counted, toll
from articles.kinds.kind import FieldType, Kind
from articles.page import Field, Infobox, Page, Place
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import data_file

DIGITS = regex(r"[0-9]+")
YEAR = regex(r"\b([12][0-9]{3})\b")
ENTITY_END = regex(rf"[(,;\[{GAP}]| and |  ")
BARE = regex(r"\s*([0-9]{1,12}(?:,[0-9]{3}){0,6}(?:\.[0-9]{1,8})?)\s*")
LONGEST_ENTITY = 60
ROUND = ("nominal", "ppp")
SEVERAL = ("infobox ship", "infobox aircraft")
"""Infoboxes that are begun by one template and filled by others behind it."""
SAME = frozenset(("capital", "same"))
"""What stands in a field whose value another field has: ``largest_city = capital``."""
BEGUN = frozenset(("founded", "founding", "foundation", "established", "date founded", "year founded"))
"""Titles of a settlement's date of which the text tells as its founding."""

INCORPORATED = "incorporated"
"""The title of a settlement's date, and the basis of its founding."""
FREE = "independen"
ACTS = {"declar": "declared", "proclaim": "declared", "recogni": "recognized"}
"""What a country's title says of the sort of its independence."""
NO_STATE = ("war ", "pre-", "end of", "start of")


class Rules(NamedTuple):
    """``fields.toml``."""

    units: dict[str, str]
    templates: dict[str, dict[str, str]]
    times: tuple[str, ...]
    sides: dict[str, list[str]]
    until: dict[str, str]


@cache
def rules() -> Rules:
    """What field keys tell."""
    rows: dict[str, Any] = data_file(__file__, "fields.toml")
    times = tuple(sorted(rows["times"]["endings"], key=len, reverse=True))
    return Rules(rows["units"], rows["templates"], times, rows["sides"], rows["until"])


def own_boxes(page: Page) -> tuple[Infobox, ...]:
    """The infoboxes that are surely about the article's subject: the first, or all of one that is made of several."""
    boxes = page.infoboxes
    if not boxes or not boxes[0].name.lower().startswith(SEVERAL):
        return boxes[:1]
    first = boxes[0].name.lower().split(" ")[1]
    return tuple(takewhile(lambda box: box.name.lower().split(" ")[1:2] == [first], boxes))


@lru_cache(1 << 12)
def normal(key: str) -> str:
    """A field key as the kinds list it."""
    return key.strip().lower().replace(" ", "_").replace("-", "_")


class FieldReader:
    """Reads the infobox fields of one page."""

    def __init__(self, page: Page, claims_in: Any, parties: Parties, kind: Kind) -> None:
        """Take the page, a way to its claims by prose span, whom it is about and its kind."""
        self.page = page
        self.parties = parties
        self.kind = kind
        self._claims_in = claims_in

    def facts(self) -> Iterator[Fact]:
        """The facts of the page's infobox; of several boxes only the first is surely about the article's subject."""
        for box in own_boxes(self.page):
            keys = {normal(field.key): field for field in box.fields}
            times, units = self._times(box), rules().templates.get(box.name.strip().lower(), {})
            for field in box.fields:
                stated = self._type(normal(field.key)) or self._begun(normal(field.key), keys)
                if stated is not None:
                    yield from self._field(field, stated, times, keys, units)

    def _type(self, key: str) -> FieldType | None:
        return self.kind.fields.get(key) or self.kind.fields.get(DIGITS.sub("#", key))

    def _begun(self, key: str, keys: dict[str, Field]) -> FieldType | None:
        """What an ``established_date`` is, as its ``established_title`` or ``established_event`` says."""
        if not key.startswith("established_date"):
            return None
        title, event, state = (
            self.page.text(field.prose).strip().lower() if field is not None else ""
            for field in (
                keys.get(key.replace("_date", "_title")),
                keys.get(key.replace("_date", "_event")),
                keys.get("sovereignty_type"),
            )
        )
        told = title or event
        if told in BEGUN:
            return FieldType("founded")
        if told.startswith(INCORPORATED):
            return FieldType("founded", INCORPORATED)
        if FREE not in f"{told} {state}" or told.startswith(NO_STATE):
            return None
        basis = next((basis for word, basis in ACTS.items() if word in told), None)
        return FieldType("independence", basis) if basis or FREE in told or told.startswith("from ") else None

    def _claims(self, field: Field) -> list[Claim]:
        claims: Sequence[Claim] = self._claims_in(field.prose.start, field.prose.end)
        return [claim for claim in claims if claim.span.end <= field.prose.end]

    def _times(self, box: Infobox) -> list[tuple[str, Date]]:
        """The beginnings of keys that a sister field dates, longest first."""
        found = []
        for field in box.fields:
            key = normal(field.key)
            ending = next((end for end in rules().times if key.endswith(end) and key != end), None)
            date = self._year(field) if ending else None
            if ending and date is not None:
                found += [(key[: -len(each)], date) for each in rules().times if key.endswith(each) and key != each]
        several = {start for start, date in found if any(start == other and date != its for other, its in found)}
        return sorted((pair for pair in found if pair[0] not in several), key=lambda pair: -len(pair[0]))

    def _year(self, field: Field) -> Date | None:
        """The date of a field such as ``population_as_of``: "2010", "2010 census"."""
        for claim in self._claims(field):
            if isinstance(claim.value, Date):
                return usable(claim.value)
        year = YEAR.search(self.page.text(field.prose))
        return of_year(int(year[1])) if year else None

    def _field(
        self,
        field: Field,
        stated: FieldType,
        times: list[tuple[str, Date]],
        keys: dict[str, Field],
        units: dict[str, str],
    ) -> Iterator[Fact]:
        """``units`` are those that the infobox's template takes for granted, by key."""
        row = properties()[stated.property]
        key = normal(field.key)
        when = next((date for start, date in times if key.startswith(start)), None) if "when" in row.match else None
        counterpart = self._side(key, stated.property, keys)
        if row.value in ("entity", "text"):
            yield from self._words(field, stated, row, when)
            return
        if stated.property in rules().until:
            yield from self._range(field, stated.property, keys)
            return
        for claim, value, basis, dated in self._values(field, row, units.get(key) or _unit(key), key):
            scope = Scope(counterpart, dated or when, stated.basis or basis)
            yield self._fact(field, stated.property, value, claim.span, scope, claim)

    def _range(self, field: Field, name: str, keys: dict[str, Field]) -> Iterator[Fact]:
        """The beginning and the end of a range, where it is the only one."""
        claims = [claim for claim in self._claims(field) if not isinstance(claim.value, Duration)]  # "(14 years)"
        several = any(f"{normal(field.key)}{number}" in keys for number in (1, 2))
        if len(claims) == 1 and len(claims[0].parts) == 2 and not several:
            for each, end in zip((name, rules().until[name]), claims[0].parts, strict=True):
                yield self._fact(field, each, end.value, end.span, Scope(), end)

    def _fact(
        self, field: Field, name: str, value: Value | str, span: ProseSpan, scope: Scope, claim: Claim | None
    ) -> Fact:
        pattern = f"field {field.key.strip()}"
        own = self.parties.own
        return Fact(own, name, value, span, field.prose, Place.INFOBOX, scope, claim=claim, pattern=pattern)

    def _side(self, key: str, name: str, keys: dict[str, Field]) -> str | None:
        """The side that a numbered field of a conflict is about."""
        stems = rules().sides.get(name)
        number = DIGITS.search(key)
        if stems is None or number is None:
            return None
        field = next((keys[stem + number[0]] for stem in stems if stem + number[0] in keys), None)
        text = self.page.text(field.prose).strip() if field else ""
        return text.replace(GAP, "").strip() or f"side {number[0]}"

    # --- values ---

    def _values(
        self, field: Field, row: Property, unit: str | None, key: str
    ) -> Iterator[tuple[Claim, Value, str | None, Date | None]]:
        """The readings that are the field's value: the first, or all where each has its own basis or year."""
        claims = self._claims(field)
        found = [(at, value) for at, claim in enumerate(claims) if (value := _typed(claim, row, unit, key)) is not None]
        if not found and (bare := self._bare(field, row, unit, key)):
            yield bare, bare.value, None, None
            return
        told = []
        for place, (at, value) in enumerate(found):
            end = found[place + 1][0] if place + 1 < len(found) else len(claims)
            stop = claims[end].span.start if end < len(claims) else field.prose.end
            behind = self.page.prose.text[claims[at].span.end : stop].lower()
            basis = (
                toll(self.page.prose.text, counted(self.page.prose.text, claims[at]), stop)
                if row.name == ALL
                else _basis(behind, claims[at], row)
            )
            told.append((claims[at], value, basis, _dated(claims[at + 1 : end], row)))
        if row.value == "date" and row.once and len(told) > 1:
            told = told[:1] if row.name in ("born", "died") else []
        several = len({(basis, date) for _, _, basis, date in told}) == len(told) or row.name in rules().sides
        yield from told if several else told[:1]

    def _bare(self, field: Field, row: Property, unit: str | None, key: str) -> Claim | None:
        """A field that is one plain number, which prose would not have told from a year or from nothing."""
        text = self.page.text(field.prose)
        match = BARE.fullmatch(text)
        if match is None:
            return None
        span = ProseSpan(field.prose.start + match.start(1), field.prose.start + match.end(1))
        digits = match[1].replace(",", "")
        if row.value == "date":
            year = int(digits) if digits.isdecimal() and len(digits) <= 4 else 0
            return Claim(ClaimKind.DATE, span, of_year(year), "plain year of a field") if year else None
        value = Decimal(digits)
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        number = Number(Written(value, value, Decimal(1).scaleb(exponent) if exponent else Decimal(0)))
        claim = Claim(ClaimKind.NUMBER, span, number, "plain number of a field")
        typed = _typed(claim, row, unit, key)
        return claim._replace(kind=ClaimKind(row.value), value=typed) if typed is not None else None

    def _words(self, field: Field, stated: FieldType, row: Property, when: Date | None) -> Iterator[Fact]:
        """A name or a phrase: up to a bracket, a comma or a gap."""
        text = self.page.text(field.prose)
        if row.value == "entity":
            end = ENTITY_END.search(text.lstrip())
            text = text[: len(text) - len(text.lstrip()) + end.start()] if end else text
        name = text.strip()
        if not name or GAP in name or len(name) > LONGEST_ENTITY or name.lower() in SAME:
            return
        start = field.prose.start + len(text) - len(text.lstrip())
        span = ProseSpan(start, start + len(name))
        yield self._fact(field, stated.property, name, span, Scope(None, when, stated.basis), None)


def _typed(claim: Claim, row: Property, unit: str | None, key: str) -> Value | None:
    """A claim's value as the property wants it: a plain number with the field's unit, or as a share."""
    value = claim.value
    if row.value == claim.kind:
        if row.unit is None or not isinstance(value, Quantity):
            return value
        return value if dimension(value.unit) == dimension(row.unit) else None
    if isinstance(value, Ordinal) and row.name in RANKS:
        return Number(value.amount)
    if not isinstance(value, Number):
        return None
    if row.value == "quantity" and row.unit is not None:
        return Quantity(value.amount, unit) if unit and dimension(unit) == dimension(row.unit) else None
    if row.value == "percent" and claim.kind is ClaimKind.NUMBER and ("percent" in key or key.startswith("pc")):
        return Percent(value.amount)
    return None


def _unit(key: str) -> str | None:
    """The unit that a key ends with."""
    endings = [ending for ending in rules().units if key.endswith(ending)]
    return rules().units[max(endings, key=len)] if endings else None


def _basis(behind: str, claim: Claim, row: Property) -> str | None:
    """What the words behind a number say it is."""
    if row.name in rules().sides:
        return claim.value.noun if isinstance(claim.value, Number) else None
    return next((basis for basis in ROUND if basis in behind), None)


def _dated(claims: Sequence[Claim], row: Property) -> Date | None:
    if "when" not in row.match:
        return None
    return next((usable(claim.value) for claim in claims if isinstance(claim.value, Date)), None)
