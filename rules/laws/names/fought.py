"""The day on which the fighting is told, held against the infobox of a battle: the 17th there, the 27th here."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.page import Form, Place
from articles.regex import regex

_FIGHTING = frozenset(
    ("battle", "the battle", "engagement", "the engagement", "fighting", "the fighting", "the action")
)
"""Headings under which the day of the battle itself is told first."""
_OPENING = regex(r"(?:[A-Z][a-z]+ (?:[a-z]+ ){0,3}|[A-Z][a-z]+, )$")
"""How a sentence opens on its day: "Early on", "At dawn on", "On"."""


def fought(article: Article) -> Iterator[tuple[Fact, Claim]]:
    """The day in a battle's infobox and the one on which the text begins the fight, if one is a slip for the other."""
    if article.kind.name != "conflict":
        return
    boxed = [fact for fact in article.facts_by_property.get("event-date", ()) if fact.place is Place.INFOBOX]
    if len(boxed) != 1 or not isinstance(boxed[0].value, Date) or boxed[0].value.precision is not Precision.DAY:
        return
    day = boxed[0].value
    told = [claim for claim in article.claims_by_kind.get("date", ()) if claim.span != boxed[0].span]
    if any(isinstance(claim.value, Date) and claim.value == day for claim in told):
        return
    first = next((claim for claim in told if _begins_the_fight(article, claim)), None)
    if first is not None and isinstance(first.value, Date) and _slip(day, first.value):
        yield boxed[0], first


def _begins_the_fight(article: Article, claim: Claim) -> bool:
    """Whether a date is the first of a paragraph under a heading such as "Battle"."""
    block = article.page.block_at(claim.span.start)
    if block is None or block.form is not Form.PARAGRAPH or block.section < 0:
        return False
    title = article.page.sections[block.section].title.strip().lower()
    opening = article.page.prose.text[block.span.start : claim.span.start].lstrip()
    return title in _FIGHTING and len(opening) < 40 and _OPENING.fullmatch(opening) is not None


def _slip(one: Date, other: Date) -> bool:
    """Whether two days of one month differ in their tens, or have their two digits exchanged."""
    if other.precision is not Precision.DAY or one.earliest is None or other.earliest is None:
        return False
    mine, theirs = civil(one.earliest), civil(other.earliest)
    first, second = f"{mine[2]:02}", f"{theirs[2]:02}"
    exchanged = first == second[::-1] and first != second
    return mine[:2] == theirs[:2] and (exchanged or (first[1] == second[1] and first[0] != second[0]))
