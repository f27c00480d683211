"""What keeps a field and a reading of the text that differ from being a contradiction.

The text gives the field's value as well, or the reading is of another extent, state or calendar.
"""

from __future__ import annotations

from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Number, Quantity, Value
from articles.page import Place
from rules.laws.agreement import values
from rules.laws.boxed.pair import Pair
from rules.laws.explained import another_date
from rules.laws.figures.narrowed import narrowed, once_so
from rules.laws.times.both_calendars import in_both_calendars
from rules.rule import Outcome

_TELLING = {Number: 3, Quantity: 2}
"""A number of so many digits hardly stands in two places by chance; one with a unit needs fewer."""
_RUNNING = (Place.LEAD, Place.BODY, Place.CAPTION)


def withheld(article: Article, pair: Pair) -> bool:
    """Whether a pair that differs is no contradiction for all that."""
    value, said = pair.value, pair.said
    if value is None or said is None or isinstance(value, str) or isinstance(said, str):
        return False
    if isinstance(value, Date):
        return _dated_too(article, pair, value)
    then = isinstance(said, Quantity) and once_so(article, pair.told.start)
    return then or narrowed(article, pair.told.start, pair.told.end) or _stands_too(article, value)


def _dated_too(article: Article, pair: Pair, value: Date) -> bool:
    """Whether a sentence gives the infobox's date too, or its own by the other calendar."""
    if in_both_calendars(article, value, pair.said, pair.told):
        return True
    return another_date(article, pair.told, lambda date: values(value, date) is Outcome.CONSISTENT)


def _stands_too(article: Article, value: Value) -> bool:
    """Whether the text gives the infobox's number as well, one of several digits: what differs is of another count."""
    number = _several_digits(value)
    same = (claim for claim in article.claims.all if number is not None and _several_digits(claim.value) == number)
    blocks = (article.page.block_at(claim.span.start) for claim in same)
    return any(block is not None and block.place in _RUNNING for block in blocks)


def _several_digits(value: Value) -> tuple[str, Decimal] | None:
    """The unit and the number of an amount of several digits; else None."""
    if not isinstance(value, Quantity | Number):
        return None
    if len(value.amount.value.normalize().as_tuple().digits) < _TELLING[type(value)]:
        return None
    return value.unit if isinstance(value, Quantity) else "", value.amount.value
