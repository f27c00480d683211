"""What an act on a thing comes to: an embassy that is closed, a legation that is raised, relations that begin."""

from __future__ import annotations

from itertools import pairwise

from articles.claims.calendar import Date, Precision
from articles.claims.claim import Duration
from articles.facts.frames import Act, frames
from articles.facts.things import Thing
from articles.facts.tokens import Token

REACH = 16
"""How many tokens may stand between an act and the thing it is done to."""
AMBASSADORIAL = frozenset(("ambassadorial", "ambassador", "ambassadors", "ambassadorship"))
"""Words for a rank that is an embassy's."""
BRIEF = 8
"""How many tokens behind "closed" its length may stand."""
VAGUE = frozenset(("begin", "date", "keep", "join", "reach", "stand"))
"""Acts that tell of diplomatic relations only where these are called so."""

BEGINNING = frozenset(("begin", "date"))


def done(thing: Thing, act: Act, tokens: list[Token], at: int) -> str | None:
    """What an act on a thing is; raising depends on what to."""
    name = act.act
    if thing.works:
        name = f"{name} work"
    elif name == "raise":
        name = f"raise to {_target(tokens, at)}"
        if thing.name == "office" and thing.sort == "mission" and name == "raise to embassy":
            return "legation-raised-to-embassy"
        if thing.name == "office" and name == "raise to embassy" and _from_legation(tokens, at):
            return "legation-raised-to-embassy"
    elif name in ("become", "gain"):
        became = (token.word for token in tokens[at + 1 : at + 7] if token.word in ("embassy", "legation"))
        name = f"raise to {next(became, '')}"
    if act.act in VAGUE and not thing.explicit and not (act.act in BEGINNING and _to_the_day(tokens, at)):
        return None
    if name == "evacuate" and _in_part(thing, tokens, at):
        return None
    return frames().events.get((thing.name, name))


def _to_the_day(tokens: list[Token], at: int) -> bool:
    """Whether a verb is right before a day, which only diplomatic relations have: "relations date from 3 May 1976"."""
    date = next((token.claim for token in tokens[at + 1 : at + 3] if token.claim is not None), None)
    return date is not None and isinstance(date.value, Date) and date.value.precision is Precision.DAY


def is_brief(tokens: list[Token], at: int, act: Act) -> bool:
    """Whether what is closed opens again: "was closed for two weeks", "closed for three days in March"."""
    for token in tokens[at + 1 : at + BRIEF] if act.act == "close" else ():
        value = token.claim.value if token.claim is not None else None
        if isinstance(value, Duration):
            return value.unit in frames().around["brief"]
        if token.claim is not None:
            return False
    return False


def _in_part(thing: Thing, tokens: list[Token], at: int) -> bool:
    """Whether not all who work at a mission are brought out of it."""
    low, high = min(thing.low, at), max(thing.at, at)
    return any(token.low in frames().around["partial"] for token in tokens[max(low - 3, 0) : high + 5])


def raised(thing: Thing, what: str) -> Thing:
    """What a mission is once it has been raised: the embassy of "raised to an embassy, which closed in 1990"."""
    name = {"legation-raised-to-embassy": "embassy", "embassy-opened": "embassy", "legation-opened": "legation"}.get(
        what
    )
    return thing._replace(name=name, sort=None) if name is not None else thing


def _target(tokens: list[Token], at: int) -> str:
    """What something is raised to: "to embassy status", "to the level of a legation"."""
    for here in range(at, min(len(tokens), at + 20)):
        if tokens[here].low in ("to", "into") or tokens[here].low.endswith((" into", " of")):
            for token in tokens[here + 1 : here + 7]:
                if token.word in ("embassy", "legation", "consulate"):
                    return token.word
                if token.low in AMBASSADORIAL:
                    return "embassy"
    return ""


def _from_legation(tokens: list[Token], at: int) -> bool:
    """Whether a legation is raised by another name: "raised its representation from a legation to an embassy"."""
    behind = tokens[at : at + REACH]
    return any(here.word == "legation" and before.low in ("from", "a") for before, here in pairwise(behind))
