"""The words of ``tables.toml``: what headers name, and what words in a cell make of its dates."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.regex import regex
from articles.words import data_file

REMARK = regex(r"\([^()]*\)|\[[^\[\]]*\]")
SPACE = regex(r"\s+")


class Column(NamedTuple):
    """What a column states: a property of the row's entity, or of the article's subject ``towards`` it.

    ``reverse`` turns the two round: the row's entity recognized the subject. ``remark`` is what the header says in
    brackets, a unit or a year.
    """

    property: str
    towards: bool = False
    reverse: bool = False
    remark: str = ""


class Remark(NamedTuple):
    """Words in a cell that say what a date there is."""

    words: frozenset[str]
    property: str
    basis: str | None


class Terse(NamedTuple):
    """The words of a note without a verb: what names relations, what their beginning, and what changes nothing.

    ``formal`` are those that leave no doubt which relations are meant, ``behind`` what may follow the date.
    """

    relations: frozenset[str]
    begin: frozenset[str]
    light: frozenset[str]
    formal: frozenset[str]
    behind: frozenset[str]


class Words(NamedTuple):
    """``tables.toml``, indexed."""

    entity: frozenset[str]
    groups: frozenset[str]
    notes: frozenset[str]
    totals: frozenset[str]
    dates: frozenset[str]
    undated: tuple[str, ...]
    columns: dict[str, Column]
    dated: tuple[tuple[str, Column], ...]
    phrases: tuple[tuple[frozenset[str], Column], ...]
    remarks: tuple[Remark, ...]
    terse: Terse


@cache
def table_words() -> Words:
    """The headers that ship with factlint."""
    rows = data_file(__file__, "tables.toml")
    columns = {header: _column(row) for row in rows["column"] for header in row["headers"]}
    dated = tuple((word, _column(row)) for row in rows["dated"] for word in row["words"])
    phrases = tuple((frozenset(words), _column(row)) for row in rows["phrase"] for words in row["together"])
    remarks = tuple(Remark(frozenset(row["words"]), row["property"], row.get("basis")) for row in rows["remark"])
    return Words(
        frozenset(rows["entity"]),
        frozenset(rows["groups"]),
        frozenset(rows["notes"]),
        frozenset(rows["totals"]),
        frozenset(rows["dates"]),
        tuple(rows["undated"]),
        columns,
        dated,
        phrases,
        remarks,
        Terse(*(frozenset(rows["terse"][name]) for name in Terse._fields)),
    )


def _column(row: dict[str, object]) -> Column:
    return Column(str(row["property"]), bool(row.get("towards")), bool(row.get("reverse")))


def dated_by(context: str) -> Column | None:
    """What the words around a table or a list, in lower case, say that its dates are of."""
    return next((column for word, column in table_words().dated if word in context), None)


def header(text: str) -> tuple[str, str]:
    """A header without its remarks, in lower case, and the remarks."""
    remarks = " ".join(found.strip("()[]") for found in REMARK.findall(text))
    return SPACE.sub(" ", REMARK.sub(" ", text)).strip().lower(), remarks


def column_of(text: str, context: str) -> Column | None:
    """What a column with a header states; ``context`` is what stands around the table, in lower case."""
    name, remark = header(text)
    words = table_words()
    found = words.columns.get(name)
    if found is None and name in words.dates:
        found = dated_by(context)
    if found is None:
        said = set(name.split())
        found = next((column for phrase, column in words.phrases if phrase <= said), None)
    return found._replace(remark=remark) if found else None
