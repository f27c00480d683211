"""When an article's person held an office or reigned: "was Bishop of Ems from 1158 to 1192 and Archbishop of Lorne".

Read where the sentence begins with the person and nothing but such words stands between them and the dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.claims.claim import Claim
from articles.facts.clauses import is_finite
from articles.facts.fact import Fact, Scope
from articles.facts.frames import frames
from articles.facts.roles import first_subject
from articles.facts.sentence import Sentence
from articles.facts.telling import closed
from articles.facts.tokens import Token
from articles.facts.voice import is_unreal
from articles.regex import regex
from articles.textmap import ProseSpan

PATTERN = "tenure"
FROM = frozenset(("from", "since", "between"))
UNTIL = frozenset(("until", "till", "to"))
JOINTS = frozenset((",", "and", "as", "the", "of", "a", "an", "then", "later", "also", "both"))
REIGN, TERM = "reign", "term"
YEAR = regex(r"[0-9]{3}")
OVER = 4
"""How many tokens may stand between "until" and its date: "until his death in 1134"."""


class Office(NamedTuple):
    """An office from its first token to the one after its last."""

    start: int
    end: int


def tenures(sentence: Sentence, throne: str | None) -> Iterator[Fact]:
    """The offices and reigns of the article's person that a sentence dates; ``throne`` is that of the infobox."""
    tokens = sentence.tokens
    run = first_subject(tokens, 0, len(tokens))
    if run.names != (sentence.parties.own,):
        return
    offices, around = list[Office](), frames().around
    at, said = run.end, False
    while at < len(tokens):
        token = tokens[at]
        office = _office(tokens, at)
        if office is not None:
            offices.append(office)
            at = office.end
            continue
        if token.low in FROM or (token.dated and (said or not _bracketed(sentence, token))):
            ends, behind = _ends(tokens, at)
            if not ends:
                return
            for told in _told(sentence, ends, offices, at, behind):
                own = throne is not None and (told.scope.basis or "").lower() == throne
                yield told._replace(property=told.property.replace(TERM, REIGN), scope=Scope()) if own else told
            at, offices = behind, []
            continue
        if token.low in around["tenure"] or token.low in around["reigning"]:
            if is_unreal(tokens, at, run.end):
                return
            offices, said = [], True
        elif not _passed(token):
            return
        at += 1


def _bracketed(sentence: Sentence, token: Token) -> bool:
    """Whether a date opens a bracket: before a verb it tells a life, "Ann Roe, Countess of Norby (1815–1852)"."""
    return sentence.slice(token.start - 1, token.start) == "("


def _passed(token: Token) -> bool:
    """Whether a word between a person and a date leaves both as they are."""
    around = frames().around
    if is_finite(token) or token.low in around["unreal"] or token.low == ";":
        return False
    return token.low in JOINTS or token.low == "who" or bool(token.entities) or not token.capital


def _office(tokens: list[Token], at: int) -> Office | None:
    """The office whose name starts at a token: "Grand Duke of Finland", "king of Aragon and Navarre"."""
    offices = frames().around["dignities"]
    end = at
    while end < len(tokens) and end < at + 4 and tokens[end].low not in offices:
        if not (tokens[end].capital or tokens[end].entities):
            return None
        end += 1
    if end >= len(tokens) or tokens[end].low not in offices:
        return None
    end += 1
    while end < len(tokens) and tokens[end].low in offices:
        end += 1
    while end + 1 < len(tokens) and tokens[end].low in ("of", "for", "to"):
        named = end + 1 + (tokens[end + 1].low == "the")
        last = named
        while last < len(tokens) and (tokens[last].capital or tokens[last].entities):
            last += 1
        if last == named:
            break
        end = last
    return Office(at, end)


def _ends(tokens: list[Token], at: int) -> tuple[tuple[Claim, ...], int]:
    """The beginning and the end that are told at a place, the end only where it is, and the token behind them."""
    led = tokens[at].low in FROM
    here = at + led
    claim = tokens[here].claim if here < len(tokens) and tokens[here].dated else None
    if claim is None or not (led or len(claim.parts) == 2):
        return (), here
    if len(claim.parts) == 2:
        return claim.parts, here + 1
    here += 1
    if here < len(tokens) and tokens[here].low in UNTIL:
        for behind in range(here + 1, min(len(tokens), here + 1 + OVER)):
            until = tokens[behind].claim if tokens[behind].dated else None
            if until is not None:
                return (claim, until), behind + 1
            if tokens[behind].low not in frames().around["leaving"]:
                break
            here = behind
    return (claim,), here + 1 if here < len(tokens) and tokens[here].low in frames().around["leaving"] else here


def _told(sentence: Sentence, ends: tuple[Claim, ...], offices: list[Office], at: int, behind: int) -> Iterator[Fact]:
    """The facts of a beginning and an end that follow offices, or right behind "reigned"."""
    tokens = sentence.tokens
    names = [sentence.slice(tokens[low].start, tokens[high - 1].end) for low, high in offices]
    reigned = not names and tokens[at - 1].low in frames().around["reigning"] and _alone(tokens, behind)
    for basis in [None] if reigned else names:
        for which, end in zip(("start", "end"), ends, strict=False):
            if YEAR.search(sentence.slice(end.span.start, end.span.end)):
                yield _fact(sentence, f"{REIGN if reigned else TERM}-{which}", basis, end)


def _alone(tokens: list[Token], at: int) -> bool:
    """Whether nothing narrows a reign behind its dates: not "jointly with his father", not "and again from 1680"."""
    if any(token.low in frames().around["again"] for token in tokens):
        return False
    return at >= len(tokens) or tokens[at].low in (".", ",", ";", "and")


def _fact(sentence: Sentence, name: str, basis: str | None, claim: Claim) -> Fact:
    own, span = sentence.parties.own, ProseSpan(claim.span.start, claim.span.end)
    scope = Scope(None, None, basis)
    return Fact(
        own, name, closed(claim.value), span, sentence.span, sentence.place, scope, claim=claim, pattern=PATTERN
    )
