"""Numbers of things that a table lists: "the line has six tunnels" above a table of its tunnels.

The header of the names, or the caption, must be the noun that is counted, and the number that of all: told by what the
article is about, or by a sentence that opens the table. A table of some, of former things, or with groups of rows
counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.facts.sheets import Role, role_of, sheet_words
from articles.facts.table_words import header
from articles.page import Block, Cell, Form, Place, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.nearby import claims_in, left, right, sentence_at
from rules.laws.nouns import head

FEWEST = 3
LONGEST = 13
"""A finding holds the number and so many names."""
_HEADER_ROWS = 2
_WIDTH = 160
_HAS = worded(__file__, r"\b{has}(?: {kept})?(?: (?:a total|the sum) of)?(?: the)? $")
_OPENS = worded(__file__, r"\b{opens}\b|:\s*$")
_SOME = worded(__file__, r"\b{some}\b")
_CHOSEN = worded(__file__, r"\b{chosen}\b")
_WHOLE = regex(
    r"(?:[.;:]|, (?!(?:and|with|plus|as)\b)|$| (?:at|along|on|over|through|which are|and (?:has|had|was|is))\b)"
)
"""Behind the noun of a number: nothing that makes it one of some."""
_TITLED = regex(r"[^\W\d_][\w'’ -]{2,40}")
_PLAIN = WordList(__file__, "plain")


def counted_rows(article: Article) -> Iterator[tuple[Claim, tuple[ProseSpan, ...]]]:
    """Every number that counts the rows of a table, and the names in its rows."""
    for table in article.page.tables:
        if FEWEST < len(table.rows) <= LONGEST + _HEADER_ROWS:
            named = _names(article, table)
            if named is not None:
                claim = _counted(article, table, *named)
                if claim is not None:
                    yield claim, named[1]


def _names(article: Article, table: Table) -> tuple[frozenset[str], tuple[ProseSpan, ...]] | None:
    """The nouns that a table's rows are called by, and the name in each; None where they are not told one by one."""
    grid = table.grid()
    top = next(
        (at for at, row in enumerate(grid[:_HEADER_ROWS]) if len(row) > 1 and all(c.header for c in row.values())), None
    )
    if top is None:
        return None
    body, heads = grid[top + 1 :], grid[top]
    column = next((at for at in sorted(heads) if _is_named(article, body, at)), None)
    if column is None or not FEWEST <= len(body) <= LONGEST:
        return None
    cells = [row[column] for row in body]
    names = [" ".join(article.page.text(cell.prose).split()) for cell in cells]
    if len(set(names)) < len(names) or any(role_of(name.lower()) is not Role.PART for name in names):
        return None
    said = f"{article.page.text(table.caption)} {_section(article, table)}"
    if any(cell.rowspan > 1 for cell in cells) or _CHOSEN.search(f"{said} {article.page.title}".lower()):
        return None
    if any(_CHOSEN.search(article.page.text(cell.prose).lower()) for row in body for cell in row.values()):
        return None
    nouns = _nouns(header(article.page.text(heads[column].prose))[0], said, article.page.title)
    return nouns, tuple(cell.prose for cell in cells)


def _nouns(heading: str, said: str, title: str) -> frozenset[str]:
    """What the rows of a table are called: by the header of their names, or by the words around it."""
    words = heading.split()
    if words and words[-1] not in _PLAIN:
        return frozenset((_singular(words[-1]),)) - sheet_words()["serial"]
    around = (*said.split(), title.partition(" of ")[0].rpartition(" ")[2])
    return frozenset(_singular(word) for word in around if word.endswith("s"))


def _singular(noun: str) -> str:
    """The last word of a noun in the singular: "breweries" are told by "brewery"."""
    last = noun.rsplit(" ", 1)[-1].lower()
    return f"{last[:-3]}y" if last.endswith("ies") else head(last)


def _is_named(article: Article, body: list[dict[int, Cell]], column: int) -> bool:
    """Whether a column has a cell of words in every row, that of no heading over others."""
    texts = [article.page.text(row[column].prose).strip() for row in body if column in row and len(row) > 1]
    return bool(body) and len(texts) == len(body) and all(_TITLED.match(text) for text in texts)


def _section(article: Article, table: Table) -> str:
    return article.page.sections[table.section].title if table.section >= 0 else ""


def _counted(article: Article, table: Table, nouns: frozenset[str], names: tuple[ProseSpan, ...]) -> Claim | None:
    """The one number that the text gives of what a table lists."""
    found: list[tuple[Claim, bool]] = []
    for claim in article.claims_by_kind.get(Kind.NUMBER, ()):
        value = claim.value
        if isinstance(value, Number) and value.noun is not None and _singular(value.noun) in nouns:
            block = article.page.block_at(claim.span.start)
            told = block is not None and block.form is Form.PARAGRAPH and block.place in (Place.LEAD, Place.BODY)
            if told and block is not None:
                found.append((claim, _of_all(article, claim, value.noun, block, table)))
    numbers = {int(claim.value.amount.value) for claim, _ in found if isinstance(claim.value, Number)}
    alone = len(numbers) == 1 and not any(
        _lists(article, other, nouns) for other in article.page.tables if other is not table
    )
    return next((claim for claim, whole in found if whole), None) if alone else None


def _lists(article: Article, table: Table, nouns: frozenset[str]) -> bool:
    """Whether a header of a table is one of some nouns."""
    rows = table.rows[:_HEADER_ROWS]
    return any(_singular(article.page.text(cell.prose).strip()) in nouns for row in rows for cell in row if cell.header)


def _of_all(article: Article, claim: Claim, noun: str, block: Block, table: Table) -> bool:
    """Whether a sentence says that there are so many in all."""
    if block.section not in (-1, table.section) or " " in noun or claim.quoted:
        return False
    before, behind = left(article, claim.span.start, _WIDTH), right(article, claim.span.end, _WIDTH)
    said = f"{before}{behind}"
    start = sentence_at(article, claim.span.start).start
    dated = any(each.kind is Kind.DATE for each in claims_in(article, ProseSpan(start, claim.span.start)))
    if dated or _SOME.search(said):
        return False
    tail = behind[behind.find(noun) + len(noun) :] if noun in behind[: len(noun) + 2] else None
    if tail is None or _WHOLE.match(tail) is None:
        return False
    return _HAS.search(before) is not None or _OPENS.search(said) is not None
