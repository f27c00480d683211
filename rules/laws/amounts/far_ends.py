"""The ends of a change that stand elsewhere: in the rows of two years, or beside the holder that "more than" names.

"Between 1871 and 1901 the population tripled", with a table of both years; "31 points, nine more than Norby", with
"Norby: second, 24 points" in a list.
"""

from __future__ import annotations

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.page import Form, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.amounts.passages import plain
from rules.laws.nearby import before, claims_in, gap, right, sentence_at
from rules.laws.nouns import SHORTEST, head, people, same_thing

_YEARS = regex(
    r"\b(?:[Bb]etween|[Ff]rom) (?:the census(?:es)? of )?"
    r"(?P<first>1[0-9]{3}|20[0-9]{2}) (?:and|to) (?P<second>1[0-9]{3}|20[0-9]{2})\b"
)
_THAN = regex(
    r"(?: points| goals| seats| votes| medals| wins| victories)? (?:more|fewer|less) than "
    r"((?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){0,3})(?=[.,;:)]|$| (?:and|but|in|from|who|which) )"
)
_APPOSED = regex(r"[^.;:()0-9]{0,30}, (?:or |that is )?$")
_YEAR_CELL = regex(r"[^0-9]{0,12}((?:1[0-9]|20)[0-9]{2})[^0-9]{0,6}")
_WORD = regex(r"[a-z]{3,}")
MOST_ROWS = 60


def year_rows(article: Article, at: int) -> tuple[Claim, Claim] | None:
    """The amounts that a table of the section gives for the two years of the sentence of a place."""
    sentence = sentence_at(article, at, 200)
    found = _YEARS.search(article.page.prose.text, *sentence)
    block = article.page.block_at(at)
    if found is None or block is None or block.form not in (Form.PARAGRAPH, Form.ITEM):
        return None
    tables = [table for table in article.page.tables if table.section == block.section]
    if len(tables) != 1 or len(tables[0].rows) > MOST_ROWS or not _counts_it(article, tables[0], sentence):
        return None
    ends: dict[str, Claim] = {}
    for row in tables[0].rows:
        year = (
            _YEAR_CELL.fullmatch(article.page.text(row[0].prose).strip())
            if len(row) == 2 and not row[1].header
            else None
        )
        claims = claims_in(article, ProseSpan(*row[1].prose)) if year is not None else ()
        if year is not None and len(claims) == 1 and claims[0].kind in (Kind.NUMBER, Kind.QUANTITY, Kind.MONEY):
            ends[year[1]] = claims[0]
    first, second = ends.get(found["first"]), ends.get(found["second"])
    return (first, second) if first is not None and second is not None and first.kind is second.kind else None


def _counts_it(article: Article, table: Table, sentence: ProseSpan) -> bool:
    """Whether the column of figures is of what the sentence tells: "Inhabitants" and "the number of inhabitants"."""
    header = article.page.text(table.rows[0][1].prose) if table.rows and len(table.rows[0]) > 1 else ""
    told = {head(word) for word in _WORD.findall(article.page.text(sentence).lower())}
    counted = [word for word in _WORD.findall(header.lower()) if len(word) > SHORTEST]
    of_people = any(people(word) or word == "population" for word in counted)
    return any(head(word) in told for word in counted) or (
        of_people and any(people(word) or word == "population" for word in told)
    )


def holders_amount(article: Article, change: Claim) -> tuple[Claim, Claim] | None:
    """The amount right before "nine more than Norby", and the only one of its noun that is told of Norby elsewhere."""
    than = _THAN.match(right(article, change.span.end, 70))
    own = before(article, change.span.start, 40)
    if than is None or own is None or not isinstance(own.value, Number) or not own.value.noun or not plain(own):
        return None
    if not _APPOSED.fullmatch(gap(article, own.span.end, change.span.start)):
        return None
    sentence, noun = sentence_at(article, change.span.start), own.value.noun
    others: dict[ProseSpan, Claim] = {}
    holder = than[1].rstrip(".")
    at = article.page.prose.text.find(holder)
    while at >= 0:
        if not sentence.start <= at < sentence.end:
            for claim in claims_in(article, sentence_at(article, at)):
                counted = claim.value.noun if isinstance(claim.value, Number) else None
                if counted and same_thing(counted, noun) and claim.span.start > at and plain(claim):
                    others[claim.span] = claim
        at = article.page.prose.text.find(holder, at + 1)
    return (own, next(iter(others.values()))) if len(others) == 1 else None
