"""A field of the infobox beside what the text says of the same property, where the two differ.

Seven readers pair them: typed facts, results, described figures, values a slip of digits apart (by the words of their
field, or by their many digits), dated events and names.
What a pair says is held to be the field's own is decided here for all of them, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articles.article import Article
from articles.facts.fields import normal
from articles.page import Place
from rules.laws.boxed.events import events
from rules.laws.boxed.names import named
from rules.laws.boxed.pair import Pair
from rules.laws.boxed.results import results
from rules.laws.boxed.slips import slips
from rules.laws.boxed.typed import typed
from rules.laws.boxed.withheld import withheld
from rules.laws.figures.one_description import told_twice
from rules.laws.figures.retyped import retyped
from rules.rule import Outcome

_BOXED = frozenset({Place.INFOBOX, Place.BODY})


def pairs(article: Article) -> Iterator[Pair | Outcome]:
    """Each field that the text contradicts with the place of the text that does, and how others compare."""
    told = set()
    for found in typed(article):
        if isinstance(found, Pair):
            told.add(found.boxed)
        yield found
    for pair in chain(
        results(article), _described(article), slips(article), _retyped(article), events(article), named(article)
    ):
        if pair.boxed not in told and not withheld(article, pair):
            told.add(pair.boxed)
            yield pair


def _described(article: Article) -> Iterator[Pair]:
    """The fields whose key says what they are of, and the figures of the text that are of the same."""
    for twice in article.once(told_twice):
        one, other = twice.first.claim, twice.second.claim
        if twice.places == _BOXED:
            yield Pair(twice.called(article), one.span, one.value, other.span, other.value)


def _retyped(article: Article) -> Iterator[Pair]:
    """The fields whose figure the text has with another digit."""
    for told, boxed, place in article.once(retyped):
        if place is Place.INFOBOX:
            fields = (field for box in article.page.infoboxes for field in box.fields)
            keys = (each.key for each in fields if each.prose.start <= boxed.span.start < each.prose.end)
            yield Pair(normal(next(keys, "")).replace("_", " "), boxed.span, boxed.value, told.span, told.value)
