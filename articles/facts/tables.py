"""What tables state: header, row entity and cell; dates with their remarks; notes cells as prose tied to their row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from articles.claims.calendar import Date, of_year
from articles.claims.claim import Claim, Number, Quantity, Value
from articles.claims.claim import Kind as ClaimKind
from articles.claims.reader import read as read_claims
from articles.facts.fact import Fact, Scope, Via
from articles.facts.figure_times import usable
from articles.facts.figure_words import dimension
from articles.facts.parties import Parties
from articles.facts.properties import properties
from articles.facts.prose import ProseReader
from articles.facts.table_words import Column, column_of, header, table_words
from articles.facts.terse import Row, terse
from articles.page import Block, Cell, Form, Page, Place, Table
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import worded

WORD = regex(r"[A-Za-z][A-Za-z-]*")
YEAR = regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")
OF_RELATIONS = regex(r"(?:Foreign|Diplomatic|Bilateral|International|External) relations of ")
LISTED = worded(__file__, r"\b{listed}\b")
"""What the words around a list of states name: them, or a part of the world."""
BULLET = regex(r"[*#:•·–-]+ ?(?=[^\W_])")
POINTER = regex(r"See (?:also:? )?(?:the )?")
TIES = ("elations", "ties", "Ties")
"""The words one of which a terse note has."""
LONGEST_CELL = 120
DASHES = ("-", "–", "—")
HEADER_ROWS = 3
NO_COLUMN = 1 << 30
"""A column beyond all."""
LONGEST_NAME = 60
Cells = dict[int, Cell]


class Layout(NamedTuple):
    """What the columns of a table are: the one that names the row, those that state something, those of prose."""

    entity: int
    columns: dict[int, Column]
    notes: tuple[int, ...]


class TableReader:
    """Reads the tables of one page."""

    def __init__(self, page: Page, prose: ProseReader, parties: Parties) -> None:
        """Take the page, the reader of its prose and whom it is about."""
        self.page = page
        self.prose = prose
        self.parties = parties

    @cached_property
    def _links(self) -> dict[int, int]:
        return {link.prose.start: link.prose.end for link in self.page.links}

    def facts(self) -> Iterator[Fact]:
        """The facts of every table whose headers say what it states."""
        for table in self.page.tables:
            rows = table.grid()
            layouts, first = self._layouts(table, rows)
            for row in rows[first:] if layouts else ():
                for layout in layouts:
                    yield from self._row(row, layout)

    # --- layout ---

    def _layouts(self, table: Table, rows: Sequence[Cells]) -> tuple[list[Layout], int]:
        """The layouts by the first row of headers that names an entity and a value, and the first row of data.

        A table whose headers come twice, "Country, Date, Country, Date", has a layout for each.
        """
        context = self._context(table)
        for at, row in enumerate(rows[:HEADER_ROWS]):
            marked = all(cell.header for cell in row.values())
            if not row or not (marked or at == 0):
                continue
            names = {column: self.page.text(cell.prose) for column, cell in sorted(row.items())}
            found = [self._layout(part, context, marked=marked) for part in _repeated(names)]
            layouts = [layout for layout in found if layout is not None]
            if layouts:
                return layouts, at + 1
        return [], 0

    def _layout(self, names: dict[int, str], context: str, *, marked: bool) -> Layout | None:
        """What the columns with these headers are, if one of them names the rows."""
        words = table_words()
        entities = [column for column, text in names.items() if header(text)[0] in words.entity]
        if not entities:
            return None
        own = [column for column in entities if header(names[column])[0] not in words.groups]
        entity = (own or entities)[0]
        columns = {c: found for c, text in names.items() if c != entity and (found := column_of(text, context))}
        notes = any(header(text)[0] in words.notes for text in names.values())
        if not columns and not (notes and marked):
            return None
        # Any other column may hold prose: what is none tells nothing.
        return Layout(entity, columns, tuple(sorted(names.keys() - columns.keys() - {entity})))

    def _context(self, table: Table) -> str:
        """What stands around a table: its caption, its section's titles and the paragraph before it."""
        words = [self.page.text(table.caption)]
        section = table.section
        while section >= 0:
            words.append(self.page.sections[section].title)
            section = self.page.sections[section].parent
        first = next((cell.prose.start for row in table.rows for cell in row), table.caption.start)
        before = bisect_left(self.page.block_starts, first) - 1
        while before >= 0 and self.page.blocks[before].form is Form.CAPTION:
            before -= 1
        if before >= 0 and self.page.blocks[before].form is Form.PARAGRAPH:
            words.append(self.page.text(self.page.blocks[before].span))
        said = " ".join(words).lower()
        if (
            OF_RELATIONS.match(self.page.title)
            and LISTED.search(said)
            and not any(w in said for w in table_words().undated)
        ):
            said = f"{said} diplomatic relations"  # an article on nothing else need not say so over each table
        return said

    # --- rows ---

    def _row(self, row: Cells, layout: Layout) -> Iterator[Fact]:
        cell = row.get(layout.entity)
        name = self._entity(cell) if cell is not None else None
        if len(row) < 2:
            return
        for at in () if name else layout.notes:
            if at in row:
                yield from self._notes(row[at], None)
        if name is None:
            return
        for at, column in layout.columns.items():
            if at in row:
                yield from self._cell(row[at], column, name)
        for at in layout.notes:
            if at in row:
                yield from self._notes(row[at], name)

    def _entity(self, cell: Cell) -> str | None:
        """What a row is about: the canonical name where one is known, else the cell's words."""
        text = self.page.text(cell.prose).replace("\n", " ").strip()
        short = text.split("(")[0].strip()
        if not text or len(text) > LONGEST_NAME or header(text)[0] in table_words().totals:
            return None
        names = self.parties.names
        known = names.canonical(text) or (names.canonical(short) if short != text else None)
        head, comma, tail = short.partition(", ")
        if known is None and comma:  # "Korea, Republic of"
            known = names.canonical(f"{tail} {head}")
        return known or (short.replace(GAP, "").strip() or None)

    def _claims(self, cell: Cell) -> list[Claim]:
        return [c for c in self.prose.claims_in(cell.prose.start, cell.prose.end) if c.span.end <= cell.prose.end]

    def _cell(self, cell: Cell, column: Column, name: str) -> Iterator[Fact]:
        row = properties()[column.property]
        own, other = (name, self.parties.own) if column.reverse else (self.parties.own, name)
        if row.value == "date":
            for claim, value, what, basis in _dates(self._claims(cell), self.page, cell):
                yield self._fact(cell, own, what or column.property, value, Scope(other, None, basis), claim)
            return
        subject, counterpart = (own, other) if column.towards else (name, None)
        for claim in self._claims(cell):
            typed = _typed(claim, column)
            if typed is not None:
                scope = Scope(counterpart, _year(column.remark), None)
                yield self._fact(cell, subject, column.property, typed, scope, claim)
                return

    def _fact(self, cell: Cell, subject: str, name: str, value: Value, scope: Scope, claim: Claim) -> Fact:
        pattern, own = f"table cell {name}", self.parties.own
        via = Via.TITLE if subject == own else Via.ROW
        towards = None if scope.counterpart is None else Via.TITLE if scope.counterpart == own else Via.ROW
        place = Place.TABLE
        return Fact(subject, name, value, claim.span, cell.prose, place, scope, True, claim, pattern, via, towards)

    def _notes(self, cell: Cell, name: str | None) -> Iterator[Fact]:
        """The sentences of a notes cell, told of the article's subject and the row's entity, if it is known."""
        pair = (self.parties.own, name) if name and self.parties.state and name != self.parties.own else None
        for block in self._blocks(cell.prose):
            span = self._said(block.span)
            text = self.page.text(span)
            if text.isdecimal() or not self.prose.may_tell(span):
                continue
            told = list(self.prose.text(span, Place.TABLE, pair))
            yield from told
            if pair is not None and any(word in text for word in TIES):
                claims = self.prose.claims_in(span.start, span.end)
                yield from terse(self.page, self.parties.names, Row(span, *pair), claims, {fact.span for fact in told})

    def _said(self, span: ProseSpan) -> ProseSpan:
        """A note without a bullet that is none, and without the line that only points elsewhere.

        That is "See A–B relations", with "The two ..." on the next line.
        """
        text = self.page.prose.text
        bullet = BULLET.match(text, span.start, span.end)
        span = ProseSpan(bullet.end(), span.end) if bullet else span
        pointer = POINTER.match(text, span.start, span.end)
        end = self._links.get(pointer.end(), span.end) if pointer else span.end
        begins = end + 1 < span.end and text[end] == " " and text[end + 1].isupper()
        return ProseSpan(end + 1, span.end) if begins else span

    def _blocks(self, span: ProseSpan) -> Iterator[Block]:
        at = bisect_left(self.page.block_starts, span.start)
        while at < len(self.page.block_starts) and self.page.block_starts[at] < span.end:
            yield self.page.blocks[at]
            at += 1


def _repeated(names: dict[int, str]) -> list[dict[int, str]]:
    """The headers of a table, in parts where they come again from the first on: "Country, Date, Country, Date"."""
    first = next(iter(names.values()), "")
    starts = [column for column, text in names.items() if text == first]
    parts = [{c: t for c, t in names.items() if c >= low and c < high} for low, high in pairwise([*starts, NO_COLUMN])]
    same = first and len(starts) > 1 and all([*part.values()] == [*parts[0].values()] for part in parts)
    return parts if same else [names]


def _dates(claims: list[Claim], page: Page, cell: Cell) -> Iterator[tuple[Claim, Value, str | None, str | None]]:
    """The dates of a cell with what the words beside them make of them: property (None the column's) and basis.

    Of several dates that nothing is said of, the earliest is the column's event and a later one its renewal.
    """
    dates = _single_dates(claims, page, cell)
    told = [(claim, *_remark(dates, claim, page, cell)) for claim in dates]
    plain = [claim for claim, what, basis in told if what is None and basis is None]
    first = min(plain, key=_earliest, default=None)
    for claim, what, basis in told:
        later = what is None and basis is None and claim is not first
        yield claim, claim.value, "relations-resumed" if later else what, basis


def _single_dates(claims: list[Claim], page: Page, cell: Cell) -> list[Claim]:
    """The dates of a cell: the two ends of a range are two, and a bare year is one in a column of dates.

    "Since 1962" is 1962 there: it is then that what the column dates began.
    """
    found: list[Claim] = []
    for claim in claims:
        if claim.kind is ClaimKind.DATE:
            begun = len(claim.parts) == 2 or (claim.parts and claim.pattern.startswith("since-"))
            found += claim.parts if begun else (claim,)
    text = page.text(cell.prose)
    for match in YEAR.finditer(text, 0, LONGEST_CELL):
        span = ProseSpan(cell.prose.start + match.start(), cell.prose.start + match.end())
        if not any(claim.span.start < span.end and span.start < claim.span.end for claim in claims):
            found.append(Claim(ClaimKind.DATE, span, of_year(int(match[0])), "year in a column of dates"))
    return sorted(found, key=lambda claim: claim.span)


def _earliest(claim: Claim) -> int:
    assert isinstance(claim.value, Date)
    return claim.value.earliest if claim.value.earliest is not None else claim.value.latest or 0


def _remark(claims: list[Claim], claim: Claim, page: Page, cell: Cell) -> tuple[str | None, str | None]:
    at = claims.index(claim)
    start = claims[at - 1].span.end if at else cell.prose.start
    gap = page.prose.text[start : claim.span.start]
    if at and gap.strip() in DASHES:
        return "relations-severed", None
    before = set(WORD.findall(gap[gap.find(")") + 1 if at and gap.lstrip().startswith("(") else 0 :].lower()))
    behind = page.prose.text[claim.span.end : cell.prose.end].lstrip()
    bracket = behind[1:].split(")")[0] if behind.startswith("(") else ""
    # A bracket with a date of its own speaks of that one: "1939 (severed 1980)".
    aside = set() if YEAR.search(bracket) else set(WORD.findall(bracket.lower()))
    for remark in table_words().remarks:
        if remark.words & before or remark.words & aside:
            return remark.property, remark.basis
    return None, None


def _typed(claim: Claim, column: Column) -> Value | None:
    """A claim's value as the column wants it, a plain number with the unit of the header."""
    row = properties()[column.property]
    value = claim.value
    if claim.kind == row.value:
        if row.unit is not None and isinstance(value, Quantity) and dimension(value.unit) != dimension(row.unit):
            return None
        return value
    if row.unit is not None and isinstance(value, Number):
        unit = _unit(column.remark)
        return Quantity(value.amount, unit) if unit and dimension(unit) == dimension(row.unit) else None
    return None


def _unit(remark: str) -> str | None:
    """The unit in a header's bracket: "km2", "per km2"."""
    units = [c.value.unit for c in read_claims(f"1 {remark}") if isinstance(c.value, Quantity)]
    return units[0] if len(units) == 1 else None


def _year(remark: str) -> Date | None:
    """The year in a header's bracket."""
    dates = [c.value for c in read_claims(f"in {remark}") if c.kind is ClaimKind.DATE and isinstance(c.value, Date)]
    return usable(dates[0]) if len(dates) == 1 else None
