"""A land that a person is said never to have left, or seen, and a stay that goes against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.facts.gazetteer import Form, gazetteer
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.called import AGENT, KIN, subject_of
from rules.laws.names.denying import NEVER, denying, own_clauses
from rules.laws.names.nevers import Instance
from rules.laws.nearby import sentence_at

_DENIED = worded(
    __file__,
    r"never (?:(?P<out>{outside}|[a-z]{3,12} (?:outside|beyond)(?: of)?)|{inside}) "
    r"(?:the )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
    r"(?P<rest>(?: [\w’'-]+){0,4})",
)
_LIMITED = WordList(__file__, "limited")
_STAYED = worded(__file__, r"(?:(?:had |later |then |also |even |once |again )?{stays})\b(?P<where>[^.;:()]{1,80})")
_JOURNEY = worded(
    __file__,
    r"(?:A|An|The|Its|His|Her|Their|This) (?:[a-z-]+ ){0,2}{journeys} (?:of|to|in|through|at|across) (?:the )?"
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?: in (?:the (?:spring|summer|autumn|winter) of |[A-Z][a-z]+ )?"
    r"[12][0-9]{3})?",
)
_DOUBTED = worded(__file__, r"\b{doubted}\b", re.IGNORECASE)
_PLACE = regex(r"\b(?:in|to|at|for|visited|toured|through) (?:the )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")


def stays(article: Article) -> Iterator[Instance]:
    """The first place that was never left or seen, with the stay that goes against it."""
    text = article.page.prose.text
    if article.parties.pair or not article.parties.own:
        return
    for at in article.once(denying)[NEVER]:
        said = _DENIED.match(text, at)
        if said is None or not _LIMITED.isdisjoint(said["rest"].split()):
            continue
        sentence, subject = sentence_at(article, at), article.once(subject_of)
        denied = re.search(rf"(?P<clause>{subject} )(?:has |had )?$", text[sentence.start : at])
        if denied is None:
            continue
        start = sentence.start + denied.start("clause")
        land = _land(said["place"], Form.NAME)
        if land is None or not re.fullmatch(AGENT + "(?:.*[,;] (?:and |but )?)?", text[sentence.start : start]):
            continue
        outside = said["out"] is not None
        done = _stay(article, subject, sentence, land, outside=outside)
        done = done or _journey(article, sentence, land, outside=outside)
        if done is not None:
            yield Instance(ProseSpan(start, said.end("place")), done)
            return


def _journey(article: Article, denial: ProseSpan, land: str, *, outside: bool) -> ProseSpan | None:
    """The journey, concert or stay, told by its noun at the head of another sentence, in a land or outside of it."""
    text = article.page.prose.text
    for sentence in own_clauses(article, beside=denial):
        told = _JOURNEY.match(text, *sentence)
        if told is None or _DOUBTED.search(text, *sentence) or KIN.search(text, sentence.start, told.end()):
            continue
        there = _land(told["place"], Form.NAME) or _land(told["place"], Form.CITY)
        if there is not None and (there != land) is outside:
            return ProseSpan(sentence.start, told.end())
    return None


def _stay(article: Article, subject: str, denial: ProseSpan, land: str, *, outside: bool) -> ProseSpan | None:
    """The clause of another sentence that tells of a stay in a land, or outside of it."""
    text = article.page.prose.text
    opens = re.compile(rf"(?:{AGENT}|[^.;:]{{0,120}}(?: and|,| when| where) )(?P<who>{subject}) ")
    for sentence in own_clauses(article, beside=denial):
        head = opens.match(text, *sentence)
        told = _STAYED.match(text, head.end(), sentence.end) if head else None
        if head is None or told is None or _DOUBTED.search(text, sentence.start, told.end()):
            continue
        if KIN.search(text, sentence.start, head.start("who")):
            continue
        for place in _PLACE.finditer(text, head.end(), told.end()):
            there = _land(place["place"], Form.NAME) or _land(place["place"], Form.CITY)
            if there is not None and (there != land) is outside:
                return ProseSpan(head.start("who"), place.end())
    return None


def _land(name: str, form: Form) -> str | None:
    """The state of today that a place is or lies in."""
    names = gazetteer()
    readings = names.named(name)
    if len(readings) != 1 or readings[0].form is not form:
        return None
    state = names.entities[readings[0].entity]
    return state.name if state.kind == "state" and state.alpha3 and not state.end else None
