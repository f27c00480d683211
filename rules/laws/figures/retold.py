"""Facts that the running text tells twice: one property of one subject at one time."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Value
from articles.claims.written import Hedge
from articles.facts.fact import Fact
from articles.facts.properties import properties
from articles.page import Form, Place
from articles.regex import regex
from articles.words import WordList, worded
from rules.laws.agreement import comparable, values
from rules.laws.figures.narrowed import narrowed
from rules.laws.nearby import left
from rules.rule import Outcome

_TOLD = (Place.LEAD, Place.BODY, Place.CAPTION)
_NUMERIC = frozenset({"money", "quantity", "number", "percent", "duration"})
_FLOWS = frozenset({"trade", "exports", "imports", "investment", "aid", "trade-balance"})
"""What has a counterpart that the text often leaves to the heading."""

_LASTING = WordList(__file__, "lasting")
"""What needs no date to be one thing."""

_PARTED = WordList(__file__, "parted")
_VERB = worded(__file__, r"\b{verbs}\b")
_WIDER = regex(
    r"\b(?:[Tt]ogether with|[Ii]ncluding|[Cc]ombined with|[Cc]ounting|[Ii]n flood|[Ii]n spate|[Ww]hen full|"
    r"[Aa]t (?:high|low) (?:water|tide)|[Ii]n the (?:wet|dry|rainy) season)[ ,]"
)
_SORTED = regex(
    r"(?: \([^()]{1,30}\))?(?: long| in length)?,? (?:overall|between perpendiculars|(?:at|on) the waterline)\b"
)
"""Behind a length, the way in which a ship was measured."""
_SURE = frozenset((Hedge.NONE, Hedge.ABOUT))
_MONEYED = frozenset({"revenue", "net-income", "assets", "employees"})
_POWERS = (1, 2, 3, 6)
_MOST = 60
"""How many different times or kinds of one property are kept for a subject: more are a list, no prose."""


def retold(article: Article) -> Iterator[tuple[Fact, Fact]]:
    """Each numeric fact of the text with the first one that speaks of the same thing."""
    for name, facts in article.facts_by_property.items():
        known = properties().get(name)
        if known is None or not known.once or known.value not in _NUMERIC or name in _FLOWS:
            continue
        firsts: dict[str, list[Fact]] = {}
        for fact in facts:
            if fact.place not in _TOLD or not fact.polarity or _loose(article, fact) or _of_another(article, fact):
                continue
            known_of = firsts.setdefault(fact.subject, [])
            earlier = next((first for first in known_of if comparable(first, fact)), None)
            if earlier is None and len(known_of) < _MOST:
                known_of.append(fact)
            elif earlier is not None and _one_time(earlier, fact) and earlier.statement != fact.statement:
                yield earlier, fact


def slip(first: Fact, second: Fact) -> str | None:
    """The factor of ten after which two facts agree exactly, as an editor writes it; None where none does."""
    return moved_point(first.value, second.value)


def moved_point(one: Value | str | None, other: Value | str | None) -> str | None:
    """The factor of ten after which two values agree exactly; None where none does."""
    if isinstance(one, Date | str | None) or isinstance(other, Date | str | None) or not one.amount.value:
        return None
    if not {one.amount.hedge, other.amount.hedge} <= _SURE:
        return None
    for power in _POWERS:
        for sign in (power, -power):
            amount = one.amount
            moved = amount._replace(
                value=amount.value.scaleb(sign), top=amount.top.scaleb(sign), step=amount.step.scaleb(sign)
            )
            if values(one._replace(amount=moved), other) is Outcome.CONSISTENT:
                return f"{10**power:,}"
    return None


def alike(first: Fact, second: Fact) -> bool:
    """Whether two figures may be one and a slip: they differ in one digit, or by digits in another order.

    What somebody won or lost is so often told of a part that no other difference says anything.
    """
    if first.property not in _PARTED:
        return True
    one, other = (_digits(fact.value) for fact in (first, second))
    differing = [mine for mine, its in zip(one, other, strict=False) if mine != its]
    return bool(one) and len(one) == len(other) and (len(differing) == 1 or sorted(one) == sorted(other))


def _digits(value: Value | str | None) -> tuple[int, ...]:
    """The digits of an amount, without the zeros at its end."""
    return () if isinstance(value, Date | str | None) else value.amount.value.normalize().as_tuple().digits


def _loose(article: Article, fact: Fact) -> bool:
    """Whether a fact is quoted, has no verb, or stands in a list, where items have subjects of their own."""
    if fact.claim is None or fact.claim.quoted or not _VERB.search(left(article, fact.span.start, 60)):
        return True
    if narrowed(article, fact.span.start, fact.span.end):
        return True
    if _WIDER.search(article.page.prose.text, fact.statement.start, fact.span.start):
        return True
    if _SORTED.match(article.page.prose.text, fact.span.end):
        return True
    block = article.page.block_at(fact.span.start)
    return block is None or block.form is Form.ITEM


def _of_another(article: Article, fact: Fact) -> bool:
    """Whether "it" may be another company, such as a subsidiary that the paragraph is about."""
    opening = article.page.prose.text[fact.statement.start : fact.span.start]
    return fact.property in _MONEYED and fact.place is Place.BODY and opening.startswith(("It ", "Its "))


def _one_time(first: Fact, second: Fact) -> bool:
    return first.property in _LASTING or (first.scope.when is not None and first.scope.when == second.scope.when)
