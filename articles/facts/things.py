"""What an act is done to: relations, an embassy, a consulate, with the names and words that belong to it."""

from __future__ import annotations

from typing import NamedTuple

from articles.facts.clauses import is_finite
from articles.facts.frames import DEED, DOES, frames
from articles.facts.gazetteer import Form
from articles.facts.relative import GENITIVES
from articles.facts.sentence import Sentence
from articles.facts.tokens import Token

JOINTS = frozenset(("-", "and", "/", "&"))
PLAIN = frozenset(("relations", "ties"))
"""What need not be called diplomatic."""
OFFICIAL = frozenset(("diplomatic", "special"))
"""What a mission is called that is no embassy and stays."""
PUNCTUATION = frozenset((",", ";", ":", "-", "/", "and", "&", "or"))


class Thing(NamedTuple):
    """A thing at a token.

    ``names`` are those before it in its phrase ("the Soviet–Sudanese relations", "Albania's embassy"). ``sort``
    narrows it (consular relations), ``explicit`` says that diplomatic relations are named as such, ``head`` that
    it is not itself inside another phrase ("the staff of the embassy"). ``works`` says that what it does is spoken of
    instead of the thing itself: "the embassy's operations", "operations at the embassy".
    """

    name: str
    at: int
    low: int
    names: tuple[str, ...]
    sort: str | None
    explicit: bool
    head: bool
    works: bool = False


def thing_at(sentence: Sentence, at: int, start: int) -> Thing | None:
    """The thing whose head word is a token, or None where the words around say that it is another."""
    tokens = sentence.tokens
    name = frames().things.get(tokens[at].low)
    if name is None:
        return None
    if name in ("relations", "ties"):
        return _relations(tokens, at, start)
    if name == "independence":
        names, low, _ = _modifiers(tokens, at, start, frozenset())
        return Thing(name, at, low, names, None, True, _heads(tokens, low, start))
    return _mission(tokens, at, start, name, heading=sentence.heading)


def _mission(tokens: list[Token], at: int, start: int, name: str, *, heading: bool) -> Thing | None:
    around = frames().around
    before = tokens[at - 1].low if at > start else ""
    names, low, words = _modifiers(tokens, at, start, around["missionary"])
    sort = None
    match name:
        case "commission":
            name = "embassy" if before == "high" else ""
        case "post":
            name = "consulate" if before == "consular" else ""
        case "office":
            name = "office" if before in around["offices"] else ""
            sort = before
        case "presence":
            official = before in OFFICIAL or (heading and bool(names) and tokens[at].low == "mission")
            name = "office" if official else name
            sort = "mission"
        case "consulate":
            sort = "honorary" if "honorary" in words else None
    if not name:
        return None
    own = _works_before(tokens, low, start)
    works = own is not None or _works_behind(tokens, at)
    return Thing(name, at, low, names, sort, True, _heads(tokens, low if own is None else own, start), works)


def _works_before(tokens: list[Token], low: int, start: int) -> int | None:
    """Where "the operations of" starts that goes before a mission; None where nothing of that does."""
    here = _before(tokens, low, start)
    if here <= start or tokens[here].low not in ("of", "at", "in") or not is_work(tokens[here - 1]):
        return None
    return here - 1


def _works_behind(tokens: list[Token], at: int) -> bool:
    """Whether a mission's word only says whose work is spoken of: "embassy operations", "Embassy Oslo's operations"."""
    for token in tokens[at + 1 : at + 5]:
        if is_work(token):
            return True
        if not (token.entities or token.capital or token.low in GENITIVES):
            return False
    return False


def is_work(token: Token) -> bool:
    """Whether a word is what a mission does as long as it is open."""
    return token.low in frames().around["works"]


def _relations(tokens: list[Token], at: int, start: int) -> Thing | None:
    around = frames().around
    names, low, words = _modifiers(tokens, at, start, around["diplomatic"] | around["sorts"])
    if low > start and not _boundary(tokens[low - 1]):
        return None
    explicit = any(word in around["explicit"] for word in words)
    explicit = explicit or _ranked(tokens, at)
    if not explicit and tokens[at].low not in PLAIN:
        return None
    sort = next((word for word in words if word in around["sorts"]), None)
    if "diplomatic" in words:
        sort = None
    return Thing(
        "relations" if explicit else tokens[at].low, at, low, names, sort, explicit, _heads(tokens, low, start)
    )


def _ranked(tokens: list[Token], at: int) -> bool:
    """Whether relations are told to be at a level: "relations at ambassadorial level", "at the level of embassies"."""
    behind = [token.low for token in tokens[at + 1 : at + 5]]
    return len(behind) > 2 and behind[0] in ("at", "on") and "level" in behind


def _modifiers(
    tokens: list[Token], at: int, start: int, allowed: frozenset[str]
) -> tuple[tuple[str, ...], int, set[str]]:
    """The names and the words in a thing's phrase before it, and the token at which the phrase starts."""
    names: list[str] = []
    words: set[str] = set()
    low = at
    here = at - 1
    while here >= start:
        token = tokens[here]
        if token.entities:
            names = [*token.entities, *names]
            low = here
            if token.genitive:
                break
        elif token.low == "whose":
            names = [*_before_comma(tokens, here - 1), *names]
            break
        elif token.low in allowed:
            words.add(token.low)
            low = here
        elif token.low not in JOINTS or here == start or not _continues(token, tokens[here - 1], allowed):
            break
        here -= 1
    return tuple(dict.fromkeys(names)), low, words


def _before_comma(tokens: list[Token], at: int) -> tuple[str, ...]:
    """Whose something is: "Sudan, whose embassy"."""
    at -= at > 0 and tokens[at].low == ","
    return tokens[at].entities if at >= 0 and tokens[at].bare else ()


def _continues(joint: Token, token: Token, allowed: frozenset[str]) -> bool:
    """Whether a phrase goes on to the left of a hyphen ("Albania–Sudan") or of "and" ("Albanian and Sudanese")."""
    named = bool(token.entities) and (joint.low != "and" or token.form is Form.ADJECTIVE)
    return named or token.low in allowed


def _boundary(token: Token) -> bool:
    """Whether a token ends a phrase to its right: an article, a preposition, a verb, a sign."""
    around = frames().around
    return (
        token.low in around["articles"]
        or token.low in around["prepositions"]
        or token.low in PUNCTUATION
        or token.low in around["be"]
        or token.low in around["light"]
        or token.low in around["clause"]
        or token.claim is not None
        or bool(token.word)
        or is_finite(token)
    )


def _heads(tokens: list[Token], low: int, start: int) -> bool:
    """Whether a phrase is no part of another: no preposition before it, no "establishing", no "talks on resumption of".

    The "establishment of relations" that began is relations that did.
    """
    here = _before(tokens, low, start)
    if here < start:
        return True
    act = frames().acts.get(tokens[here].low)
    if act is not None and act.form == DEED and tokens[low].low == "of":
        here = _before(tokens, here, start)
        return act.act == "establish" and (here < start or tokens[here].low not in frames().around["prepositions"])
    if act is not None and act.form == DOES and here > start:
        return False
    return tokens[here].low not in frames().around["prepositions"]


def _before(tokens: list[Token], low: int, start: int) -> int:
    """The token before a phrase and its article."""
    here = low - 1
    while here >= start and tokens[here].low in frames().around["articles"]:
        here -= 1
    return here
