"""One deed on one thing that two places of an article date differently.

What is done to a thing once has one date. What may be done again (a castle is stormed, a prize is won) is told twice
only where one date may be a slip of the other: the same day of another month, a year a few years off.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from rules.laws.headed import of_its_own
from rules.laws.nouns import head
from rules.laws.times.dated_sentences import FORMS
from rules.laws.times.old_style import GREGORIAN_EVERYWHERE
from rules.laws.times.told_deeds import Telling, tellings
from rules.laws.times.told_sheets import sheet_tellings

COMPARED = 24
"""So many tellings of one deed are held against each other."""
NEAR = 6
"""So many years may lie between a year and its slip."""
_LOCAL = ("publish", "premiere", "air", "open", "close", "discover")
"""What is done in one place after the other."""
_BETWEEN = ("restore", "sever")
"""What two states do, and no fact tells."""
_PLACED = ("by", "to", "at", "for", "as", "from", "in", "into", "under")
_YEARLY = (
    "annual",
    "every year",
    "each year",
    "yearly",
    "biennial",
    "every two years",
    "every four years",
    "every five years",
)
_AGAIN = (
    "reopen",
    "re-open",
    "rebuil",
    "refound",
    "re-found",
    "re-establish",
    "reestablish",
    "relaunch",
    "again",
    "revived",
)


class Twice(NamedTuple):
    """Two tellings of one deed, in order, whose dates exclude each other."""

    first: Telling
    other: Telling


def same_event(article: Article) -> Iterator[Twice]:
    """The deeds that an article dates in two ways, each once."""
    if article.parties.state and article.parties.pair is None:
        return  # what a state has opened and signed, it has many of
    found: dict[str, list[Telling]] = {}
    only = None if article.parties.pair is None else _BETWEEN  # all others are facts of their own
    sheets = tuple(each for each in sheet_tellings(article) if only is None or each.deed.name in only)
    for told in (*tellings(article, sheets, only), *sheets):
        found.setdefault(told.deed.name, []).append(told)
    for told_of in found.values():
        if len(told_of) > 1 and (told_of[0].deed.once or not article.once(_is_yearly)):
            yield from _of_deed(article, sorted(told_of, key=lambda told: told.date.span)[:COMPARED])


def _is_yearly(article: Article) -> bool:
    """Whether an article is on what comes round again and again."""
    lead = " ".join(article.page.text(block.span).lower() for block in article.page.lead[:1])
    return any(word in lead for word in _YEARLY)


def _of_deed(article: Article, told: list[Telling]) -> Iterator[Twice]:
    pairs = [Twice(one, other) for one, other in combinations(told, 2) if _is_one(article, one, other)]
    conflict = next((pair for pair in pairs if _apart(pair)), None)
    if conflict is None:
        return
    own = [each for each in told if not _of_another(article, each.date.span.start)]
    if len(own) < len(told):
        yield from _of_deed(article, own)
        return
    alike = [each for each in told if any(_one_thing(article, each, one, slip=True) for one in conflict)]
    if any(_apart(Twice(each, conflict.first)) and _apart(Twice(each, conflict.other)) for each in alike):
        return  # three dates: it happened again and again
    if len({each.sentence for each in alike}) == len(alike) or len(alike) > len({each.date.value for each in alike}):
        yield conflict


def _of_another(article: Article, at: int) -> bool:
    """Whether a sentence stands in a section on a thing of its own."""
    block = article.page.block_at(at)
    return block is not None and block.form in FORMS and of_its_own(article, at)


def _apart(pair: Twice) -> bool:
    one, other = pair.first.date.value, pair.other.date.value
    return isinstance(one, Date) and isinstance(other, Date) and not one.overlaps(other)


def _is_one(article: Article, one: Telling, other: Telling) -> bool:
    """Whether two tellings are of one deed on one thing."""
    if one.sentence == other.sentence:
        return False
    if any(
        one.beside[word].isdisjoint(other.beside[word])
        for word in _PLACED
        if word in one.beside and word in other.beside
    ):
        return False
    slip = _slip(one, other)
    if not _one_thing(article, one, other, slip=slip):
        return False
    if not one.deed.once or any(word in article.lowered for word in _AGAIN):
        return slip and (one.noun or other.noun or _days(one, other))
    parts = ("to", "for", "as", "in", "at") if one.deed.name in _LOCAL else ("to", "for", "as")
    lone = {word for word in parts if (word in one.beside) != (word in other.beside)}
    return slip or not lone


def _one_thing(article: Article, one: Telling, other: Telling, *, slip: bool) -> bool:
    """Whether the things of two tellings are one: the same words, or a person's deed that the one tells more fully."""
    if not one.deed.own:
        more = one.thing ^ other.thing
        fuller = one.thing <= other.thing or other.thing <= one.thing
        return not more or (fuller and slip and _days(one, other) and more <= article.once(_lead_words))
    first, second = _all_words(one), _all_words(other)
    if one.noun or other.noun:
        return slip and bool(first & second) and (first <= second or second <= first)
    return slip and bool(first) and first == second


def _lead_words(article: Article) -> frozenset[str]:
    """The words of the first sentences, by which an article calls what it is about."""
    lead = " ".join(article.lowered[block.span.start : block.span.end] for block in article.page.lead[:1])
    return frozenset(head(word.strip(".,;:()")) for word in lead.split())


def _days(one: Telling, other: Telling) -> bool:
    """Whether both dates are days."""
    values = [told.date.value for told in (one, other)]
    return all(isinstance(value, Date) and value.precision is Precision.DAY for value in values)


def _all_words(told: Telling) -> frozenset[str]:
    words = told.thing.union(*(told.beside[word] for word in ("to", "as", "at") if word in told.beside))
    return words or told.beside.get("from", words)


def _slip(one: Telling, other: Telling) -> bool:
    """Whether one date may be a slip of the other."""
    first, second = one.date.value, other.date.value
    if not isinstance(first, Date) or not isinstance(second, Date) or first.earliest is None or second.earliest is None:
        return False
    if first.overlaps(second):
        return True
    (year, month, day), (later, moon, dies) = civil(first.earliest), civil(second.earliest)
    if first.precision is second.precision is Precision.DAY:
        if _calendars(first.earliest, second.earliest):
            return False
        return ((year, month) == (later, moon)) + ((month, day) == (moon, dies)) + (
            (year, day) == (later, dies)
        ) > 0 and (abs(year - later) <= 4 * NEAR)
    return abs(year - later) <= NEAR


def _calendars(one: int, other: int) -> bool:
    """Whether two days are as far apart as the two calendars, or as two zones of time."""
    year, apart = civil(one)[0], abs(one - other)
    return 1582 <= year < GREGORIAN_EVERYWHERE and abs(apart - (year // 100 - year // 400 - 2)) <= 1
