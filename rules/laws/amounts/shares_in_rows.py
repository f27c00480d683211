"""Shares of one whole that stand under each other or in one field: a column "Share of the vote", an infobox's "Owners".

The header or the key says what they are shares of. Columns of rates, growth or turnout hold no shares, and where one
may be in two of the rows (languages, several answers) they may come to more than the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.claims.written import Written
from articles.facts.cell_figures import Figure
from articles.facts.sheets import Role, Sheet
from articles.words import worded
from rules.laws.amounts.passages import plain, size
from rules.laws.nearby import claims_in

_FEWEST, _MOST = 3, 13
_LEAST, _LARGEST = Decimal(100), Decimal(140)
_SHARE = worded(__file__, r"(?i:\b{shares}\b)|%")
_WHOLE = worded(__file__, r"(?i:\b{wholes}\b)")
_RATE = worded(__file__, r"(?i:\b{rates}\b)")
_KEY = worded(__file__, r"^(?i:{keys})$")


def shares_in_rows(article: Article) -> Iterator[tuple[Claim, ...]]:
    """The shares of every column and every field that holds those of one whole."""
    for sheet in article.sheets:
        yield from _columns(sheet)
    for box in article.page.infoboxes if article.claims_by_kind.get("percent") else ():
        for field in box.fields:
            claims = [claim for claim in claims_in(article, field.prose) if claim.kind is Kind.PERCENT]
            keyed = _KEY.match(field.key.strip().lower().replace("_", " ")) is not None
            if keyed and 1 < len(claims) <= _MOST and all(map(plain, claims)) and sum(map(size, claims)) <= _LARGEST:
                yield tuple(claims)


def _columns(sheet: Sheet) -> Iterator[tuple[Claim, ...]]:
    rows = [line for line in sheet.lines if line.role is not Role.HEADING]
    labels = {line.label for line in rows}
    whole = all(line.role in (Role.PART, Role.ASIDE) for line in rows)
    if not whole or not _FEWEST <= len(rows) <= _MOST or len(labels) < len(rows):
        return
    around = f"{sheet.around} {' '.join(column.header for column in sheet.columns.values())} {' '.join(labels)}"
    named = [at for at, column in sheet.columns.items() if _SHARE.search(column.header)]
    if len(named) != 1 or not _WHOLE.search(around) or _RATE.search(around):
        return
    figures = [line.figure(named[0]) for line in rows]
    told = [figure for figure in figures if figure is not None and not figure.marked and figure.unit in ("", "%")]
    if len(told) == len(figures) and _LEAST < sum((figure.value for figure in told), Decimal(0)) <= _LARGEST:
        yield tuple(_claim(figure) for figure in told)


def _claim(figure: Figure) -> Claim:
    value = Percent(Written(figure.value, figure.value, figure.step))
    return Claim(Kind.PERCENT, figure.span, value, "cell")
