"""Who does what to whom in a clause: the names around a verb or a noun, by their prepositions and their place."""

from __future__ import annotations

from typing import NamedTuple

from articles.facts.frames import frames
from articles.facts.gazetteer import Form
from articles.facts.parties import words
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token

LINKS = frozenset({",", "and", "&", "-", "/", "the", "both", "as", "well", "of"})
"""What may stand between the names of a list."""
NAMING = frozenset({"called", "named", "nicknamed", "christened"})
"""Before a name that is another's: "her sister, also called Adelais, died"."""
BEHIND = frozenset({",", "does", "do", "did", "not"})
"""Behind a subject, before its verb."""
IN = frozenset({"in", "at", "to"})
Names = tuple[str, ...]


class Run(NamedTuple):
    """Names that stand in a list, the first of its tokens and the one after it."""

    names: Names
    start: int
    end: int


NONE = Run((), 0, 0)


def names_from(tokens: list[Token], at: int, end: int) -> Run:
    """The names of the list that starts at a token: "the United States and Mexico"."""
    names: list[str] = []
    start, stop = at, at
    while at < end:
        token = tokens[at]
        if token.entities and token.form is not Form.CITY and not token.genitive:
            names += token.entities
            stop = at + 1
        elif token.low not in LINKS and token.low not in words().heads:
            break
        at += 1
    return Run(tuple(dict.fromkeys(names)), start, stop)


SIGNS = frozenset((";", ":"))
"""A clause that one of these begins has its subject right behind it."""


def names_before(tokens: list[Token], at: int, start: int) -> Run:
    """The subject that ends just before a token (a verb)."""
    light = frames().around["light"]
    at -= 1
    while at >= start and (tokens[at].low in light or tokens[at].low in BEHIND):
        at -= 1
    names: list[str] = []
    first = last = at + 1
    while at >= start:
        token = tokens[at]
        if token.entities and token.form is not Form.CITY and (token.bare or len(token.entities) > 1):
            names = [*token.entities, *names]
            first = at
        elif not (names and token.low in LINKS and token.low != "of"):
            break
        at -= 1
    if (
        names
        and at >= start
        and (tokens[at].low in frames().around["prepositions"] or tokens[at].low in NAMING)
        and tokens[at].low != "by"
        and not _headed(tokens, at)
    ):
        return NONE
    return Run(tuple(dict.fromkeys(names)), first, last) if names else NONE


def _headed(tokens: list[Token], at: int) -> bool:
    """Whether "of" at a token follows a word such as "government", so that the state itself is meant."""
    return tokens[at].low == "of" and at > 0 and tokens[at - 1].low in words().heads


def first_subject(tokens: list[Token], start: int, verb: int) -> Run:
    """The name with which a clause begins, as subject of a verb further on: "Albania, under Hoxha, recognized"."""
    openers = frames().around["openers"]
    start += start < verb and tokens[start].low in SIGNS
    at = start
    while at < verb and (tokens[at].low in openers or tokens[at].claim is not None):
        at += 1
    run = names_from(tokens, at, verb)
    if not run.names or not tokens[run.end - 1].bare:
        return NONE
    return run if at == start or tokens[at - 1].low not in frames().around["prepositions"] else NONE


def names_after(tokens: list[Token], at: int, end: int, prepositions: frozenset[str], reach: int = 8) -> Run:
    """The names after one of these prepositions, which must follow within a phrase or two."""
    finite = frames().around["finite"]
    for here in range(at, min(end, at + reach)):
        low = tokens[here].low
        if low in prepositions:
            run = names_from(tokens, here + 1, end)
            if run.names:
                return run
        elif low in finite:
            break
    return NONE


JOINTS = frozenset(("-", "'"))
PARTICLES = frozenset(("de", "del", "la", "los", "las", "el", "al", "ez", "am", "do", "da", "dos", "di", "du"))
SHORTENED = frozenset(("st", "ste", "mt", "ft"))


class Side(NamedTuple):
    """Who (``subject``) towards whom (``counterpart``), and the city where it stands, each None where not said."""

    subject: str | None
    counterpart: str | None
    city: str | None = None


class Where(NamedTuple):
    """A place: the state it names or lies in and the city's words, each None where not known.

    ``first`` and ``last`` are the tokens of its name, ``end`` the one after all of it.
    """

    state: str | None
    city: str | None
    first: int
    last: int
    end: int


def place_after(
    sentence: Sentence, at: int, end: int, reach: int = 14, prepositions: frozenset[str] = IN
) -> Where | None:
    """Where something stands: after "in" or "at", a city, a state or a place that no list knows."""
    tokens = sentence.tokens
    for here in range(at, min(end, at + reach) - 1):
        if tokens[here].low in prepositions:
            found = place_at(sentence, here + 1, end)
            if found:
                return found
    return None


def place_at(sentence: Sentence, at: int, end: int) -> Where | None:
    """The place whose name starts at a token."""
    tokens = sentence.tokens
    while at < end and tokens[at].low in ("the", "city", "of", "town", "capital"):
        at += 1
    if at >= end:
        return None
    token = tokens[at]
    if not token.entities:
        return _unlisted(sentence, at, end)
    if token.form is Form.ADJECTIVE and at + 1 < end and tokens[at + 1].low == "capital":
        return Where(token.entities[0], None, at, at + 1, at + 2)
    if token.form is Form.ADJECTIVE or len(token.entities) > 1 or token.genitive:
        return None
    city = sentence.slice(token.start, token.end) if token.form is Form.CITY else None
    if (
        at + 1 < end
        and tokens[at + 1].capital
        and not tokens[at + 1].word
        and not tokens[at + 1].entities
        and tokens[at + 1].low not in frames().around["placeless"]
        and tokens[at + 1].start == token.end + 1
    ):
        # "Sylvania City": a city called after its state.
        return Where(token.entities[0], sentence.slice(token.start, tokens[at + 1].end), at, at + 1, at + 2)
    return Where(token.entities[0], city, at, at, at + 1)


def _within(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a token that has no capital stands inside a name: "Playa del Carmen", "St. James", "Fort-Lamy"."""
    if _inside(tokens, at, end):
        return True
    if at + 1 >= end or not tokens[at + 1].capital or tokens[at + 1].entities:
        return False
    return tokens[at].low in PARTICLES or (tokens[at].low == "." and tokens[at - 1].low in SHORTENED)


def _inside(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a hyphen or an apostrophe, or the word after one, stands inside a name: "Fort-Lamy", "T'bilisi"."""
    before = tokens[at - 1]
    if tokens[at].low in JOINTS:
        return at + 1 < end and before.end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return before.low in JOINTS and before.end == tokens[at].start


def _unlisted(sentence: Sentence, at: int, end: int) -> Where | None:
    """A place of capitalized words that no list knows, and the state named after it: "Helsingfors, Finland"."""
    tokens = sentence.tokens
    first = at
    while at < end and not tokens[at].entities and (tokens[at].capital or (at > first and _within(tokens, at, end))):
        if tokens[at].word or tokens[at].low in frames().around["placeless"]:
            break  # "in Port Arle Opened" in a heading
        at += 1
    if at == first:
        return None  # "to Embassy Status" is no place
    state, stop = None, at
    if at + 1 < end and tokens[at].low == "," and tokens[at + 1].entities and tokens[at + 1].form is Form.NAME:
        state, stop = tokens[at + 1].entities[0], at + 2
    return Where(state, sentence.slice(tokens[first].start, tokens[at - 1].end), first, at - 1, stop)
