"""Which facts tell of an embassy, and whose it is."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.gazetteer import Form, gazetteer
from articles.kinds.kind import normal
from articles.page import Infobox
from articles.words import WordList, worded
from rules.laws.blocks import in_closing_section
from rules.laws.names.elliptic_missions import elliptic

EMBASSIES = frozenset(("embassy", "high commission"))
_AROUND = WordList(__file__, "around")
_COVERS = worded(__file__, r"\b{covers}\b")
_UNTRUE = worded(__file__, r"\b{untrue}\b", re.IGNORECASE)
_NONE = ("", "none", "no", "n/a", "not resident", "no mission", "no embassy")
_MANY = worded(
    __file__,
    r"\b(?:embassy|embassies|mission|missions)(?: of its own)?"
    r" (?:in (?:{many}\b|the other [a-z]+s\b)|at the [A-Z]|(?:to|with|at) (?:the )?{bodies}\b)",
)
KIND = "bilateral-relations"


def missions(article: Article) -> list[Fact]:
    """The facts that say that somebody has a mission somewhere, or has not; titles under "External links" left out."""
    facts = article.facts_by_property.get("mission", ())
    own = (fact for fact in facts if not in_closing_section(article.page, fact.span.start))
    return [fact for fact in own if not _UNTRUE.search(article.page.prose.text, *fact.statement)]


def embassies(article: Article) -> list[Fact]:
    """The facts that say that one party of an article on two states has, or has not, an embassy with the other."""
    pair = pair_of(article)
    facts = [fact for fact in missions(article) if fact.scope.basis in EMBASSIES]
    told = [fact for fact in facts if {fact.subject, fact.scope.counterpart} == pair and not _elsewhere(article, fact)]
    spans = {fact.span for fact in told}
    return told + [fact for fact in elliptic(article, pair) if fact.span not in spans]


def _elsewhere(article: Article, mission: Fact) -> bool:
    """Whether a mission of which no city is told is one of many: "no embassy in any other state", or with a body."""
    said = _MANY.search(article.page.prose.text, *mission.statement)
    return said is not None and (mission.value is None or said.start() < mission.span.start <= said.end())


def same_parties(one: Fact, other: Fact) -> bool:
    """Whether two missions have one owner and one host."""
    return (one.subject, one.scope.counterpart) == (other.subject, other.scope.counterpart)


def seats(hosts: frozenset[str]) -> frozenset[str]:
    """The countries in which missions to some states stand: their own, or the one around a state without room."""
    pairs = (pair.partition(" in ") for pair in _AROUND)
    return hosts | {around for host, _, around in pairs if host in hosts}


def land_of_city(article: Article, mission: Fact) -> str | None:
    """The third country in which a mission of one party lies; None where all is well or not known.

    All is well where the sentence names that country, or the article says that the host is looked after from there.
    """
    pair = pair_of(article)
    if not isinstance(mission.value, str) or mission.subject not in pair:
        return None
    lands = {reading.entity for reading in gazetteer().named(mission.value) if reading.form is Form.CITY}
    if not lands or lands & seats(pair - {mission.subject}):
        return None
    statement = article.page.text(mission.statement)
    named = any(name in statement for land in lands for name in gazetteer().entities[land].names)
    hosted = (fact.value for fact in article.facts_by_property.get("mission-host", ()))
    return None if named or mission.value in hosted or _covered_from(article, mission.value) else min(lands)


def _covered_from(article: Article, city: str) -> bool:
    """Whether a sentence says that somebody in that city looks after a country where he does not live."""
    return city in _covering(article.page.prose.text)


@lru_cache(2)
def _covering(text: str) -> str:
    """The sentences that say who looks after a country from elsewhere."""
    found: list[str] = []
    end = -1
    for match in _COVERS.finditer(text):
        if match.start() < end:
            continue
        start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        ends = (text.find(". ", match.end()), text.find("\n", match.end()))
        end = min((each for each in ends if each >= 0), default=len(text))
        found.append(text[start:end])
    return "\n".join(found)


def pair_of(article: Article) -> frozenset[str]:
    """The two parties of an article on relations; empty for any other."""
    return frozenset(article.parties.pair or ()) if article.kind.name == KIND else frozenset()


def listed(article: Article, infobox: Infobox) -> int:
    """How many missions an infobox lists, whether their names were understood or not."""
    missions = (field for field in infobox.fields if normal(field.key).startswith("mission"))
    return sum(article.page.text(field.prose).strip(" -–—.").lower() not in _NONE for field in missions)
