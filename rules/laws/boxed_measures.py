"""Numbers of the infobox and those that the text tells of the subject in any way: its guns, its course, its crowd.

A field is compared by the property that its kind gives it, or, where it is a plain number, by the noun that its key is:
"guns", "number_of_spans", "room_count".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number
from articles.facts.fields import BARE, normal, own_boxes
from articles.page import Place
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.agreement import values
from rules.laws.measured_subject import own_measures
from rules.laws.nearby import claims_in
from rules.laws.own_measures import Measure, told_measures, too_far
from rules.rule import Outcome

_AROUND = WordList(__file__, "around")
_FACTOR = 3
_LEAST = 3
"""Letters of a key that is the noun of what it counts."""


class Boxed(NamedTuple):
    """A number of the infobox: the keys under which the text may tell it."""

    name: str
    keys: frozenset[str]
    claim: Claim


def boxed_measures(article: Article) -> Iterator[tuple[Boxed, Measure]]:
    """Each number of the infobox with the first that the text tells of the same thing, if none of the text agrees."""
    boxed = list(_boxed(article)) if article.page.infoboxes else []
    told = article.once(told_measures) if boxed else ()
    for number in boxed:
        about = [each for each in told if each.key in number.keys and each.year is None]
        outcomes = [values(number.claim.value, each.claim.value) for each in about]
        if any(outcome in (Outcome.CONSISTENT, Outcome.BY_ROUNDING) for outcome in outcomes):
            continue
        for each, outcome in zip(about, outcomes, strict=True):
            if outcome is Outcome.CONFLICTING and not too_far(Measure("", number.claim, None), each, _FACTOR):
                yield number, each
                break


def _boxed(article: Article) -> Iterator[Boxed]:
    """The numbers of the infobox: those read as facts, and plain ones by the noun of their key."""
    known: set[ProseSpan] = set()
    for name, keys in own_measures()["boxed"].items():
        for fact in article.facts_by_property.get(name, ()):
            if fact.place is Place.INFOBOX and fact.claim is not None and fact.scope.basis not in ("mean", "average"):
                known.add(fact.span)
                yield Boxed(name.replace("-", " "), frozenset(keys), fact.claim._replace(value=fact.value))  # type: ignore[arg-type]
    for box in own_boxes(article.page):
        for field in box.fields:
            noun = _noun(normal(field.key))
            claims = claims_in(article, field.prose) if noun else ()
            if noun and len(claims) == 1 and claims[0].kind is Kind.NUMBER and claims[0].span not in known:
                value = claims[0].value
                plain = BARE.fullmatch(article.page.text(field.prose)) is not None
                if isinstance(value, Number) and (plain or (value.noun or "").endswith(noun)):
                    yield Boxed(noun, frozenset((f"holding {noun}",)), claims[0])


def _noun(key: str) -> str | None:
    """The noun in the plural that a key is, what counts it left out: "spans" for "number_of_spans"."""
    words = [word for word in key.split("_") if word not in _AROUND and not word.isdigit()]
    if len(words) != 1 or len(words[0]) < _LEAST or not words[0].isalpha():
        return None
    plural = words[0].endswith("s")
    return words[0] if plural else f"{words[0]}s" if key.endswith("_count") else None
