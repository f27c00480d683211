"""The clause that makes a statement, as a reader would mark it: from its subject to the end of what it states."""

from __future__ import annotations

import re

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.gazetteer import WORD, Form, plain
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.names.names_in import names_in

LONGEST = 200
"""A clause longer than this says more than its statement, and only the operand is marked."""

_JOINT = regex(
    r"[,;:] |\b(?:and|but|while|although|though|whereas|as|since|because|that|where|when|after|before|until|"
    r"despite|following|through|via|by) "
)
_OPENERS = regex(
    r"(?:(?:by all accounts|and|but|while|although|though|even|whereas|as|since|because|that|where|when|however|today"
    r"|currently|now|so|at present|at the moment|for (?:its|their) part|in (?:return|turn))\b[, ]*)+",
)
_VAGUE = regex(
    r"(?:there|no|its?|they|their|both|neither|each|he|she|the (?:two|country|countries|latter|former|state|kingdom)|"
    r"n?either)\b"
)
_DATED = regex(
    r"(?:(?:in|on|since|by|until|as of) (?:[a-z0-9]+ ){0,3}[0-9]{4}"
    r"|(?:[a-z0-9]+ ){1,3}(?:days|weeks|months|years?|decades?) (?:later|afterwards?|after that|before|earlier)),? ",
    re.IGNORECASE,
)
_ARTICLE = regex(r"(?:the|an?|both) ")
_VERB = regex(r"\b(?:[a-z]{2,}(?:s|ed)|have|had|are|were|keep|run)\b")
_EACH_OTHER = regex(r" in (?:the other|each other|one another|either)(?:['’]s)?(?: (?:country|territory|capital))?\b")


_WHERE = regex(
    r",? (?:in |to )?where (?P<told>[^,.;\n]{1,60}? (?:embassy|high commission|consulate|mission))\b(?! "
    r"in\b)"
)
"""Behind a host: "Ghana, where Malta has no embassy"."""
_FRONTED = regex(
    r"(?i:in|on|at|after|before|under|with|for|during|by|following|because of|due to|owing to|despite|from|upon) "
    r"[^,;]*$"
)
_MISSION = regex(r"(?:the|an?) (?:[A-Z]\w+ )?(?:embassy|high commission) ", re.IGNORECASE)
_LED = regex(r"\b(?:in|on|at|to|of|from|with|by|for|between|and|under|after|before|against|in the|of the|by the) $")
"""Before a name that is no subject."""


def told_clause(article: Article, fact: Fact, operand: str | None = None) -> ProseSpan:
    """The clause in which a fact is told; the whole value of the field for one that an infobox states.

    ``operand`` is a name at which the clause ends where that stands behind the fact's own operand: in "In 2003 Chad
    left the League" the date is the fact's.
    """
    text = article.page.prose.text
    start, (first, end) = fact.statement.start, fact.span
    named = text.find(operand, first, fact.statement.end) if operand else -1
    if operand and named >= 0:
        first, end = named, named + len(operand)
    if fact.place is Place.INFOBOX:
        written = text[fact.statement.start : fact.statement.end]
        start += len(written) - len(written.lstrip())
        return ProseSpan(start, start + len(written.strip()))
    where = _WHERE.match(text, end, fact.statement.end)
    if where is not None:
        return ProseSpan(*where.span("told"))
    other = _EACH_OTHER.match(text, end, fact.statement.end)
    end = other.end() if other else end
    start = _start(article, fact, text[:first], start)
    return ProseSpan(start, end) if 0 < end - start <= LONGEST and "\n" not in text[start:end] else fact.span


def _start(article: Article, fact: Fact, text: str, first: int) -> int:
    """Where the clause begins: at the last joint behind which its subject stands."""
    found = _opened(text, first)
    last = first
    for joint in _JOINT.finditer(text, first):
        at = _opened(text, joint.end())
        parts = joint[0][0] in ",;:" or joint[0] != "and " or _VERB.search(text, last, joint.start())
        if parts and _is_subject(article, fact, text[at:]):
            found, last = at, joint.end()
    return _behind_phrase(article, fact, ProseSpan(found, len(text)))


def _behind_phrase(article: Article, fact: Fact, clause: ProseSpan) -> int:
    """Where the subject stands in a clause that begins with a phrase: "In the course of the war Chad closed"."""
    text = article.page.prose.text
    if _FRONTED.match(text, *clause):
        for name in names_in(article, clause):
            led = _LED.search(text, clause.start, name.span.start)
            if name.entity == fact.subject and name.form is Form.NAME and not led and text[name.span.end] == " ":
                return name.span.start - 4 * text[clause.start : name.span.start].lower().endswith(" the ")
    return clause.start


def _opened(text: str, at: int) -> int:
    """The place behind the words, and the date, that open a clause."""
    dated = _DATED.match(text, at)
    at = dated.end() if dated else at
    while match := _OPENERS.match(text[at : at + 1].lower() + text[at + 1 : at + LONGEST]):
        at += match.end()
    return at


def _is_subject(article: Article, fact: Fact, rest: str) -> bool:
    """Whether a text begins with the fact's subject, or with a word that stands for it."""
    low = rest[:1].lower() + rest[1:LONGEST]
    told = _VAGUE.match(low) or _MISSION.match(rest)
    if told or any(low.startswith(f"{alias} ") for alias in article.parties.aliases):
        return True
    opened = _ARTICLE.match(low)
    words = [plain(word) for word in WORD.findall(rest[opened.end() if opened else 0 : LONGEST])]
    named = article.parties.names.find(words, 0) if words else None
    return named is not None and any(reading.entity == fact.subject for reading in named[1])
