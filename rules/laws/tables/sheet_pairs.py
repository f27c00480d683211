"""Two tables of an article that share a column of keys and other columns: one cell of which the two tell otherwise.

The keys may be names, years or numbers of lines, in any column and any order, a person by the last name; the other
columns are paired by their headers and the years that header, caption and section name. A term ("1929–1936") is a
beginning and an end. Only where all the other cells that two tables share agree is the one that does not a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, of_year
from articles.claims.claim import Claim, Kind, Number, Percent, Quantity, Value
from articles.claims.written import Hedge, Written
from articles.facts.cell_figures import read_cell
from articles.facts.table_words import header
from articles.page import Cell, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.agreement import values
from rules.laws.nearby import claims_in
from rules.laws.nouns import head
from rules.laws.tables.row_words import alone, event, intrinsic, measure, words_of
from rules.rule import Outcome

MOST_TABLES, MOST_ROWS, MOST_COLUMNS = 12, 80, 16
_FEWEST = 2
_AGREEING = 3
"""So many other cells agree where all are small numbers, which agree by chance."""
_SMALL = 10
_YEAR = regex(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_BARE = regex(r"(?:1[0-9]|20)[0-9]{2}")
_KEY = regex(r"[\w’'. /()-]{1,60}")
_TERMS = WordList(__file__, "terms")
_STARTS = WordList(__file__, "starts")
_ENDS = WordList(__file__, "ends")
_APART = WordList(__file__, "apart")


class Read(NamedTuple):
    """What a cell states of a column: its value, and where it stands."""

    value: Value
    span: ProseSpan


class Label(NamedTuple):
    """What a column states, and the years of which."""

    words: frozenset[str]
    years: frozenset[str]


class Sheet(NamedTuple):
    """A table by columns: the keys of each with their rows, and by label the values of the rows."""

    heads: dict[int, str]
    keys: dict[int, dict[str, int]]
    columns: dict[Label, dict[int, Read]]
    sources: dict[Label, int]
    words: dict[str, dict[int, str]]


class Differing(NamedTuple):
    """A cell of one table and that of another that tells the same otherwise."""

    what: str
    one: ProseSpan
    other: ProseSpan


def sheet_pairs(article: Article) -> Iterator[Differing | Outcome]:
    """The cells that two tables tell differently, each pair of tables giving one at most."""
    tables = [table for table in article.page.tables[:MOST_TABLES] if _FEWEST < len(table.rows) <= MOST_ROWS]
    sheets = [sheet for table in tables if (sheet := _sheet(article, table))] if len(tables) > 1 else []
    for one, other in combinations(sheets, 2):
        yield from _pair(one, other)


def _sheet(article: Article, table: Table) -> Sheet | None:
    grid = table.grid()
    heads = {at: " ".join(article.page.text(cell.prose).lower().split()) for at, cell in grid[0].items()}
    if len(heads) > MOST_COLUMNS or not all(cell.header for cell in grid[0].values()):
        return None
    section = article.page.sections[table.section].title if table.section >= 0 else ""
    around = frozenset(_YEAR.findall(f"{article.page.text(table.caption)} {section}"))
    around -= set(_YEAR.findall(article.page.title))
    keys: dict[int, dict[str, int]] = {}
    columns: dict[Label, dict[int, Read]] = {}
    sources: dict[Label, int] = {}
    words: dict[str, dict[int, str]] = {}
    for at, text in heads.items():
        cells = {number: row[at] for number, row in enumerate(grid[1:]) if at in row}
        keys[at] = _keys(article, cells)
        words[text] = {number: article.page.text(cell.prose).strip() for number, cell in cells.items()}
        lasting = intrinsic(text) and "population" not in text and "inhabitants" not in text
        label = Label(_words(text, heads), frozenset() if lasting else frozenset(_YEAR.findall(text)) or around)
        for each, reads in _reads(article, label, text, cells):
            if each in columns:
                return None
            columns[each], sources[each] = reads, at
    return Sheet(heads, keys, columns, sources, words)


def _words(text: str, heads: dict[int, str]) -> frozenset[str]:
    """The words by which a header tells its column from others: "River length" beside "River" is length."""
    name = header(text)[0]
    first, _, rest = name.partition(" ")
    name = rest if rest and first in heads.values() else name
    if alone(name):
        return measure(name).words
    told = event(name.replace("of building", "built"), "")
    if told:
        return told.stems or told.words
    return frozenset(head(word) for word in words_of(name) if word not in ("of", "the", "in", "number", "and"))


def _keys(article: Article, cells: dict[int, Cell]) -> dict[str, int]:
    """The short texts of a column that stand in one row only."""
    found: dict[str, list[int]] = {}
    for number, cell in cells.items():
        text = " ".join(article.page.text(cell.prose).split()).lower()
        if text and _KEY.fullmatch(text):
            found.setdefault(text, []).append(number)
    return {text: rows[0] for text, rows in found.items() if len(rows) == 1}


def _reads(
    article: Article, label: Label, text: str, cells: dict[int, Cell]
) -> Iterator[tuple[Label, dict[int, Read]]]:
    """The values of a column; of a column of terms the beginnings and the ends."""
    if not label.words or text in _APART:
        return
    name = header(text)[0]
    if name in _TERMS:
        ranges = {number: claim.parts for number, cell in cells.items() if (claim := _range(article, cell))}
        for end, kind in enumerate(("#start", "#end")):
            yield (
                Label(frozenset((kind,)), label.years),
                {number: Read(parts[end].value, parts[end].span) for number, parts in ranges.items()},
            )
        return
    reads = {number: read for number, cell in cells.items() if (read := _read(article, cell))}
    if reads and all(isinstance(read.value, Date) for read in reads.values()):
        kind = "#start" if name in _STARTS else "#end" if name in _ENDS else ""
        yield Label(frozenset((kind,)) if kind else label.words, frozenset()), reads
    elif reads:
        yield label, reads


def _range(article: Article, cell: Cell) -> Claim | None:
    found = [claim for claim in claims_in(article, cell.prose) if claim.kind is Kind.DATE]
    return found[0] if len(found) == 1 and len(found[0].parts) == 2 else None


def _read(article: Article, cell: Cell) -> Read | None:
    """The one value of a cell."""
    text = article.page.text(cell.prose).strip()
    claims = claims_in(article, cell.prose)
    if len(claims) == 1 and not claims[0].parts and claims[0].kind in (Kind.DATE, Kind.QUANTITY, Kind.PERCENT):
        whole = claims[0].span.end - claims[0].span.start == len(text)
        return Read(claims[0].value, claims[0].span) if whole else None
    if _BARE.fullmatch(text):
        start = cell.prose.start + article.page.text(cell.prose).index(text)
        return Read(of_year(int(text)), ProseSpan(start, start + len(text)))
    figure = read_cell(article.page.text(cell.prose), cell.prose.start).figure
    if figure is None or figure.marked or figure.unit or figure.value < 0:
        return None
    return Read(Number(Written(figure.value, figure.value, 0 * figure.step, Hedge.NONE)), figure.span)


def _pair(one: Sheet, other: Sheet) -> Iterator[Differing | Outcome]:
    found = _joined(one, other)
    if found is None:
        return
    mine, theirs, rows = found
    same = {text for text in one.words if text in other.words and not _is_value(one, text)}
    rows = {(a, b) for a, b in rows if all(one.words[text].get(a) == other.words[text].get(b) for text in same)}
    outcomes: list[tuple[Outcome, Label, Read, Read]] = []
    for label in one.columns.keys() & other.columns.keys():
        if one.sources[label] == mine or other.sources[label] == theirs:
            continue
        for a, b in sorted(rows):
            first, second = one.columns[label].get(a), other.columns[label].get(b)
            if first is not None and second is not None:
                outcomes.append((values(first.value, second.value), label, first, second))
    conflicts = [each for each in outcomes if each[0] is Outcome.CONFLICTING]
    agreed = [each for each in outcomes if each[0] in (Outcome.CONSISTENT, Outcome.BY_ROUNDING)]
    large = any(not _small(first.value) for _, _, first, _ in agreed)
    if len(conflicts) != 1 or len(agreed) < (_FEWEST if large else _AGREEING):
        yield from (Outcome.INCOMPARABLE for _ in conflicts)
        yield from (Outcome.CONSISTENT for _ in agreed)
        return
    _, label, first, second = conflicts[0]
    text = one.heads[one.sources[label]]
    yield Differing(text, first.span, second.span)


def _is_value(sheet: Sheet, text: str) -> bool:
    """Whether a column holds what is compared, or remarks."""
    return any(sheet.heads[at] == text for at in sheet.sources.values()) or text in _APART


def _joined(one: Sheet, other: Sheet) -> tuple[int, int, set[tuple[int, int]]] | None:
    """The two columns of keys that share most, of one header or of names, and the rows that they share."""
    best: tuple[int, int, set[tuple[int, int]]] | None = None
    for mine, theirs in product(one.keys, other.keys):
        if one.heads[mine] in _APART or not one.keys[mine] or not other.keys[theirs]:
            continue
        alike = one.heads[mine] == other.heads[theirs]
        rows = _rows(one.keys[mine], other.keys[theirs], alike=alike)
        fewer = min(len(one.keys[mine]), len(other.keys[theirs]))
        if len(rows) >= _FEWEST and 2 * len(rows) >= fewer and (best is None or len(rows) > len(best[2])):
            best = mine, theirs, rows
    return best


def _rows(one: dict[str, int], other: dict[str, int], *, alike: bool) -> set[tuple[int, int]]:
    """The rows with one key: the same text, or, of names, the last word of the longer one."""
    rows = {(row, other[text]) for text, row in one.items() if text in other and (alike or not text[:1].isdecimal())}
    if rows:
        return rows
    short, long_ = _by_last(one), _by_last(other)
    return {
        (short[text], long_[text])
        for text in short.keys() & long_.keys()
        if not text[:1].isdecimal() and (text in one or text in other)
    }


def _by_last(keys: dict[str, int]) -> dict[str, int]:
    found: dict[str, list[int]] = {}
    for text, row in keys.items():
        found.setdefault(text.split(" ")[-1], []).append(row)
    return {text: rows[0] for text, rows in found.items() if len(rows) == 1}


def _small(value: Value) -> bool:
    """Whether a value is so small a number that two may be equal by chance."""
    if isinstance(value, (Quantity, Percent, Date)):
        return False
    return isinstance(value, Number) and value.amount.value < _SMALL
