"""Two figures of one description: one property of one owner at one time, told twice with two values.

More than two values of one description are a series, or descriptions that were not told apart: they are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.page import Place
from rules.laws.agreement import values
from rules.laws.figures.clause_owner import ANY, SELF
from rules.laws.figures.descriptions import Described, Pending, descriptions, topics
from rules.laws.figures.one_field import cells, fields
from rules.laws.figures.retold import moved_point
from rules.laws.nearby import left, right, sentence_at
from rules.laws.order import sides
from rules.rule import Outcome

_FARTHEST = Decimal(3)
_RUNNING = frozenset({Place.LEAD, Place.BODY, Place.CAPTION})
_FEW = 10
"""Fewer may always be some of a sort."""
_AMONG = ("new ", "old ", "former ", "present ", "first ", "second ", "earlier ", "later ", "previous ")
"""How one of two of a sort is told from the other, whose figure may be the one without an owner."""
_SENTENCE = 300
_MOST = 40
"""Of so many figures of one property an article is a list."""


_NUMBER_OF = "number of "
_ALIKE = {"elevation": "height", "height": "height", "span": "length", "length": "length"}
"""A property that may turn out to be another once its owner is known."""


class Twice(NamedTuple):
    """Two figures of one description that differ; ``factor`` is the power of ten between them, if it is one."""

    first: Described
    second: Described
    factor: str | None
    sure: bool = True
    """Whether the sentences say whose both are, or leave it to the article's subject."""

    def called(self, article: Article) -> str:
        """What the two are of, for a message: as the article writes it."""
        name, owner = self.first.property, self.first.owner or self.second.owner
        noun = self.first.claim.value.noun if isinstance(self.first.claim.value, Number) else None
        if noun is not None and name.startswith(_NUMBER_OF):
            name = f"{_NUMBER_OF}{noun}"
        if owner in (ANY, SELF):
            return name
        at = article.lowered.find(owner)
        return f"{name} of {article.page.prose.text[at : at + len(owner)] if at >= 0 else owner}"

    @property
    def places(self) -> frozenset[Place]:
        """Where the two stand, running text as one."""
        return frozenset(Place.BODY if each.place in _RUNNING else each.place for each in (self.first, self.second))


def told_twice(article: Article) -> tuple[Twice, ...]:
    """The figures that contradict each other, for :meth:`Article.once`."""
    return tuple(_told_twice(article))


def _told_twice(article: Article) -> Iterator[Twice]:
    told, boxed, tabled = set(), tuple(fields(article)), tuple(cells(article))
    for found in _of_all(article, (*boxed, *descriptions(article, (*boxed, *tabled)), *tabled)):
        told |= {found.first.claim.span, found.second.claim.span}
        yield found
    for found in _of_all(article, (*boxed, *topics(article))):
        if told.isdisjoint((found.first.claim.span, found.second.claim.span)):
            yield found._replace(sure=SELF in (found.first.owner, found.second.owner))


def _of_all(article: Article, readings: Iterable[Pending]) -> Iterator[Twice]:
    """The figures of some readings that contradict each other."""
    pending: dict[str, list[Pending]] = {}
    for found in readings:
        pending.setdefault(_sort(found.property), []).append(found)
    for several in pending.values():
        if 1 < len(several) <= _MOST:
            groups: dict[str, list[Described]] = {}
            for each in filter(None, (one.settle() for one in several)):
                groups.setdefault(each.property, []).append(each)
            for group in groups.values():
                for owned in _by_owner(group):
                    yield from _differing(article, owned)


def _sort(name: str) -> str:
    """The property, or the one for all that it may turn out to be once its owner is known."""
    return next((wide for end, wide in _ALIKE.items() if name.endswith(end)), name)


def _by_owner(group: list[Described]) -> Iterator[list[Described]]:
    """The figures of each owner; those whose owner is open belong to the only one there is."""
    owners: dict[str, list[Described]] = {}
    for each in group:
        owners.setdefault(each.owner, []).append(each)
    if ANY in owners and len(owners) == 2 and not any(owner.startswith(_AMONG) for owner in owners):
        yield group
    else:
        yield from owners.values()


def _differing(article: Article, group: list[Described]) -> Iterator[Twice]:
    """The first two figures of one time that differ, where all of that time have one of two values."""
    for first in group:
        same = [other for other in group if other is first or _one_time(first, other)]
        kinds: list[Described] = []
        for each in same:
            if not any(values(each.claim.value, kind.claim.value) is not Outcome.CONFLICTING for kind in kinds):
                kinds.append(each)
        if len(kinds) > 2:
            return
        if len(kinds) == 2 and kinds[0] is first:
            yield from _told(article, kinds, same)
            return


def _one_wording(article: Article, first: Claim, second: Claim) -> bool:
    """Whether a sentence was told twice, which is a fault of its own."""
    ahead = {left(article, each.span.start, _SENTENCE) for each in (first, second)}
    behind = {right(article, each.span.end, _SENTENCE) for each in (first, second)}
    return len(ahead) == len(behind) == 1 and len(min(ahead)) > 1


def _one_sentence(article: Article, first: Claim, second: Claim) -> bool:
    return sentence_at(article, first.span.start) == sentence_at(article, second.span.start)


def _told(article: Article, kinds: list[Described], same: list[Described]) -> Iterator[Twice]:
    """The finding for two values: with both from the text where the text has both."""
    pair = []
    for kind in kinds:
        alike = [each for each in same if values(each.claim.value, kind.claim.value) is not Outcome.CONFLICTING]
        pair.append(next((each for each in alike if each.place in _RUNNING), alike[0]))
    first, second = pair
    if _one_wording(article, first.claim, second.claim):
        return
    if _RUNNING.issuperset((first.place, second.place)) and _one_sentence(article, first.claim, second.claim):
        return  # set against each other
    if first.claim.span == second.claim.span or (first.place is second.place and first.place not in _RUNNING):
        return
    factor = moved_point(first.claim.value, second.claim.value)
    if factor is not None or _near(first.claim, second.claim):
        yield Twice(first, second, factor)


def _one_time(first: Described, other: Described) -> bool:
    strict = isinstance(first.claim.value, Number) and first.claim.value.amount.value < _FEW
    if first.goods != other.goods and (strict or (first.goods and other.goods)):
        return False
    if not first.yearly and any(each.definite and not each.years for each in (first, other)):
        return True  # "the crew of 286": what was told before
    if first.past is not None and other.past is not None and first.past != other.past and not first.yearly:
        return False
    return first.years == other.years


def _near(one: Claim, other: Claim) -> bool:
    both = sides(one, other, nouns=False)
    if both is None:
        return False
    low, high = sorted((both.first.strict.low or Decimal(0), both.second.strict.low or Decimal(0)))
    return low > 0 and high < low * _FARTHEST
