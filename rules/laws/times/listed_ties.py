"""When states established relations or opened embassies, as tables and lists under a leading sentence tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.facts.fact import Fact, Scope
from articles.facts.gazetteer import Form
from articles.facts.telling import closed
from articles.page import Block, Cell, Place, Table
from articles.page import Form as Shape
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.names.names_in import names_in
from rules.laws.names.posts import own_state
from rules.laws.nearby import claims_in
from rules.laws.times.told_ties import PATTERN, begun

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_OTHER = worded(__file__, r"\b{other}\b")
_REMARK = regex(r"\([a-z]|\b[a-z]{3,15} [a-z]{2,15} ")
LONGEST = 60
"""An item with more than a country and a date tells of something else."""


def listed_ties(article: Article) -> tuple[Fact, ...]:
    """The beginnings that lists and tables date, of the article's state with others; for ``Article.once``."""
    own = own_state(article)
    if own is None:
        return ()
    found = [fact for table in article.page.tables for fact in _of_table(article, own, table)]
    return (*found, *_of_lists(article, own))


def _of_table(article: Article, own: str, table: Table) -> Iterator[Fact]:
    grid = table.grid()
    heads = {at: article.page.text(cell.prose).lower() for at, cell in grid[0].items()} if grid else {}
    topics = {at: topic for at, head in heads.items() if (topic := begun(head)) and not _OTHER.search(head)}
    for row in grid[1:] if len(set(topics.values())) > 1 else ():
        other = _state(article, own, row)
        for at, topic in topics.items() if other else ():
            claim = _date(article, row[at].prose) if at in row and _bare(article, row[at].prose) else None
            if claim is not None and other is not None:
                yield _fact((own, other), topic, claim, row[at].prose)


def _bare(article: Article, span: ProseSpan) -> bool:
    """Whether a cell holds a date and no remark on it."""
    return not _REMARK.search(article.page.text(span))


def _state(article: Article, own: str, row: Mapping[int, Cell]) -> str | None:
    """The one other state that a row names."""
    names = (name for cell in row.values() for name in names_in(article, cell.prose))
    states = {name.entity for name in names if name.form is Form.NAME} - {own}
    return states.pop() if len(states) == 1 else None


def _of_lists(article: Article, own: str) -> Iterator[Fact]:
    """The items that are a state and a date, under a sentence that ends with a colon and says what is listed."""
    leading: Block | None = None
    for block in article.page.blocks:
        if block.form is not Shape.ITEM:
            leading = block
            continue
        said = article.lowered[leading.span.start : leading.span.end].rstrip() if leading else ""
        topic = begun(said[said.rfind(". ") + 1 :]) if said.endswith(":") else None
        if topic != "relations-established" or block.span.end - block.span.start > LONGEST:
            continue
        names = {name.entity for name in names_in(article, block.span) if name.form is Form.NAME} - {own}
        claim = _date(article, block.span)
        if len(names) == 1 and claim is not None and not _OTHER.search(said):
            yield _fact((own, names.pop()), topic, claim, block.span)


def _date(article: Article, span: ProseSpan) -> Claim | None:
    """The one date of a cell or an item."""
    dates = [claim for claim in claims_in(article, span) if claim.kind is Kind.DATE]
    value = closed(dates[0].value) if len(dates) == 1 else None
    if not isinstance(value, Date) or value.precision not in EXACT or value.circa or dates[0].parts:
        return None
    return dates[0]._replace(value=value)


def _fact(states: tuple[str, str], topic: str, claim: Claim, statement: ProseSpan) -> Fact:
    scope = Scope(states[1])
    return Fact(states[0], topic, claim.value, claim.span, statement, Place.BODY, scope, True, claim, PATTERN)
