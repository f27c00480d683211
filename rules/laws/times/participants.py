"""Who took part in the event that an article is about, and when they died."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.words import worded
from rules.laws.blocks import dated
from rules.laws.nearby import sentence_at
from rules.laws.times.lifetimes import Point
from rules.laws.times.vitals import DIED, vitals

EVENTS = ("event-date", "start-date", "signed")
_PERSON = r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:de|van|von|der|of|the|al) ){0,2}[A-ZÀ-Þ][\w’'.-]*){0,4})"
_TAKES_PART = worded(
    __file__,
    rf"\b(?:(?P<verb>{{doing}})(?: (?:for|at|in|on) [^,.;:()]{{2,30}})? by|"
    rf"(?:under|at) (?:the )?(?P<noun>{{guiding}}) of|(?P<active>{{acting}}))"
    rf" (?:the |a |an )?(?:(?!of )[a-z-]+ ){{0,3}}{_PERSON}(?:, who (?:had |himself |was |been ){{0,3}}| \()$",
)


class Part(NamedTuple):
    """Somebody's part in an event, its date, and the death."""

    who: str
    act: str
    event: Point
    died: Claim


def parts(article: Article) -> Iterator[Part]:
    """Everybody who is said to take part in the article's own event, and when that person died."""
    event = _event(article)
    if event is None:
        return
    text = article.page.prose.text
    deaths = (each for block in article.once(dated) for each in vitals(article, block) if each.name == DIED)
    for vital in deaths:
        sentence = sentence_at(article, vital.words.start)
        found = _TAKES_PART.search(text[sentence.start : vital.words.start])
        if found is not None:
            yield Part(found["name"], found["verb"] or found["noun"] or found["active"], event, vital.date)


def _event(article: Article) -> Point | None:
    """The one date of the event that an article is about."""
    facts: list[Fact] = [fact for name in EVENTS for fact in article.facts_by_property.get(name, ())]
    dates = [fact.value for fact in facts if fact.subject == article.parties.own and isinstance(fact.value, Date)]
    if len(dates) != len(facts) or not dates or not all(date.overlaps(dates[0]) for date in dates):
        return None
    return None if dates[0].circa else Point(dates[0], facts[0].span)
