"""What keeps a field and a reading of the text that differ from being a contradiction.

The text gives the field's value as well, or the reading is of another extent, state or calendar.
"""

from __future__ import annotations

from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Number, Quantity, Value
from articles.page import Place
from articles.regex import regex
from articles.words import worded
from rules.laws.agreement import values
from rules.laws.boxed.pair import Pair
from rules.laws.explained import another_date
from rules.laws.figures.clause_owner import ANY, SELF
from rules.laws.figures.descriptions import describe
from rules.laws.figures.narrowed import begun_so, narrowed, once_so
from rules.laws.names.called import KIN
from rules.laws.nearby import claims_in, left, sentence_at
from rules.laws.times.both_calendars import in_both_calendars
from rules.rule import Outcome

_TELLING = {Number: 3, Quantity: 2}
"""A number of so many digits hardly stands in two places by chance; one with a unit needs fewer."""
_SAID = worded(__file__, r"\b(?i:{said})\b")
"""Before a reading: it is what some hold, and not what the article says."""
_PRONOUN = regex(r"\s*(?:By all accounts |[A-Z][^,.;:]{1,40}[,:] )?(?:[Ss]?[Hh]e) ")
_SUBJECT = regex(r"\b(?:was|is|had|has|lived|came|went|became|[a-z]+ed)\b")
_LONGEST = 300
_RUNNING = (Place.LEAD, Place.BODY, Place.CAPTION)


def withheld(article: Article, pair: Pair) -> bool:
    """Whether a pair that differs is no contradiction for all that."""
    value, said = pair.value, pair.said
    if value is None or said is None or isinstance(value, str) or isinstance(said, str):
        return False
    if _SAID.search(left(article, pair.told.start, _LONGEST)):
        return True
    if isinstance(value, Date):
        return _of_kin(article, pair) or _dated_too(article, pair, value)
    then = isinstance(said, Quantity) and once_so(article, pair.told.start)
    then = then or (isinstance(said, Number) and begun_so(article, pair.told.start))
    other = then or narrowed(article, pair.told.start, pair.told.end) or _of_another(article, pair)
    return other or _stands_too(article, value)


def _of_kin(article: Article, pair: Pair) -> bool:
    """Whether a pronoun means whom the sentence before is on: "Her sister Ida lived in Norby. She died on"."""
    sentence = sentence_at(article, pair.told.start)
    if not article.parties.person or not _PRONOUN.match(article.page.prose.text, *sentence):
        return False
    return KIN.search(_SUBJECT.split(left(article, max(sentence.start - 1, 0), _LONGEST), maxsplit=1)[0]) is not None


def _of_another(article: Article, pair: Pair) -> bool:
    """Whether a sentence says that the figure is of another: "the parish, of which the town is a part, covers"."""
    block = article.page.block_at(pair.told.start)
    claims = claims_in(article, pair.told)
    pending = describe(article, claims[0], block) if claims and block is not None else None
    told = pending.settle() if pending is not None else None
    return told is not None and told.owner not in (SELF, ANY)


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
