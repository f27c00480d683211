"""A figure in the notes of a row that is the misread of its cell, or a day on which the notes tell the header's deed.

The words around a figure need not be known: it is the only one of its unit, a slip of digits apart, and no word speaks
of another thing or time. A day must be told of the same deed as the header names: "Consecrated" and "dedicated on".
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim, Kind, Quantity
from articles.page import Cell
from articles.regex import regex
from rules.laws.agreement import values
from rules.laws.figures.misread import misread
from rules.laws.nearby import claims_in, left, right
from rules.laws.tables.row_notes import Beside
from rules.laws.tables.row_words import again, words_of
from rules.laws.tables.stated_rows import Remarks, Stated, is_date, numbers, stated
from rules.laws.tables.told_rows import STRANGE
from rules.laws.times.told_deeds import lexicon
from rules.rule import Outcome

_REMARK = 20
_OF = regex(r"\b([a-z]+) of $")


def note_slips(article: Article) -> Iterator[Beside]:
    """Every cell with the reading in the notes of its row that tells the same otherwise."""
    for rows in article.once(stated):
        for note in rows.remarks:
            claims = list(numbers(article, note.span))
            for cell in (cell for cell in rows.cells if cell.row == note.row):
                told = [claim for claim in claims if _is_told(article, cell, claim, note)]
                agreed = any(_agrees(cell, claim) for claim in claims)
                if len(told) == 1 and not agreed and _alone(rows.cells, cell):
                    yield Beside(cell, told[0])


def repeated(article: Article) -> Iterator[tuple[str, Claim, Claim]]:
    """A header of dates that the notes of a row repeat before another date: "In force from", "in force from 1975"."""
    for table in article.page.tables:
        grid = table.grid()
        if not grid:
            continue
        heads = {at: " ".join(article.page.text(cell.prose).lower().split()) for at, cell in grid[0].items()}
        for row in grid[1:]:
            for note in (cell for cell in row.values() if cell.prose.end - cell.prose.start > _REMARK):
                for at, head in heads.items():
                    if at in row and row[at] is not note and " " in head:
                        yield from _repeats(article, head, row[at], note)


def _repeats(article: Article, head: str, cell: Cell, note: Cell) -> Iterator[tuple[str, Claim, Claim]]:
    dates = [claim for claim in claims_in(article, cell.prose) if claim.kind is Kind.DATE and not claim.parts]
    for claim in claims_in(article, note.prose) if len(dates) == 1 else ():
        ahead = article.lowered[note.prose.start : claim.span.start].removesuffix("on ").removesuffix("in ").rstrip()
        told = claim.kind is Kind.DATE and ahead.endswith(head) and not STRANGE.search(ahead)
        if told and values(dates[0].value, claim.value) is Outcome.CONFLICTING:
            yield head, dates[0], claim


def _agrees(cell: Stated, claim: Claim) -> bool:
    return values(cell.value, claim.value) in (Outcome.CONSISTENT, Outcome.BY_ROUNDING)


def _alone(cells: list[Stated], cell: Stated) -> bool:
    """Whether a row has one cell only of a unit."""
    unit = cell.value.unit if isinstance(cell.value, Quantity) else None
    same = [each for each in cells if each.row == cell.row and isinstance(each.value, Quantity)]
    return unit is None or sum(each.value.unit == unit for each in same if isinstance(each.value, Quantity)) == 1


def _is_told(article: Article, cell: Stated, claim: Claim, note: Remarks) -> bool:
    """Whether a reading of the notes is the cell's but for a slip."""
    ahead = f"{left(article, claim.span.start, 200)}"
    said = f"{ahead} {right(article, claim.span.end, 50).partition(';')[0].partition(',')[0]}"
    if claim.span.end > note.span.end or STRANGE.search(said) or not again().isdisjoint(words_of(said)):
        return False
    if isinstance(cell.value, Quantity):
        subject = ahead.rpartition("; ")[2].strip().lower()
        if subject.startswith(("the ", "its ", "a ", "an ")):
            return False
        noun = _OF.search(ahead)
        of_head = noun is not None and noun[1].lower() in words_of(cell.heading) and not cell.told.by(noun[1].lower())
        told = isinstance(claim.value, Quantity) and values(cell.value, claim.value) is Outcome.CONFLICTING
        return (of_head and told) or misread(cell.value, claim.value)
    return is_date(cell.value) and _same_deed(cell, claim, ahead) and _one_slip(cell.value, claim.value)


def _same_deed(cell: Stated, claim: Claim, ahead: str) -> bool:
    """Whether the words before a date name the deed of a header, or are the header's own."""
    clause, head = ahead.rpartition("; ")[2].lower(), cell.heading.lower()
    deed = lexicon().did.get(head)
    words = words_of(clause.rpartition(", ")[2])
    known = lexicon()
    at = next((here for here, word in enumerate(words) if word in known.did), 0)
    own = set(words[:at]) <= known.lists["helping"] | known.lists["pronouns"]
    verbs = [known.did[word] for word in words if word in known.did]
    return deed is not None and own and verbs == [deed] and clause.endswith((" on ", " in "))


def _one_slip(one: object, other: object) -> bool:
    """Whether two days, or two years, are those of one event, the one misread."""
    if not isinstance(one, Date) or not isinstance(other, Date) or one.earliest is None or other.earliest is None:
        return False
    if one.overlaps(other) or one.circa or other.circa or one.precision is not other.precision:
        return False
    (year, month, day), (later, moon, dies) = civil(one.earliest), civil(other.earliest)
    same = (year, month) == (later, moon) or (month, day) == (moon, dies) or (year, day) == (later, dies)
    return one.precision is Precision.DAY and same
