"""Whether a clause leaves out what its verb is done to, which then is what the words before told of."""

from __future__ import annotations

from articles.facts.clauses import Clause
from articles.facts.frames import Act, frames
from articles.facts.relative import LATER
from articles.facts.tokens import Token
from articles.facts.voice import auxiliary

BECOMING = frozenset(("become", "gain", "raise"))
"""Acts whose words are followed by what a thing becomes."""


def reduced(tokens: list[Token], at: int, clause: Clause) -> bool:
    """Whether a participle by itself follows what it is done to: "relations, established in 1962, were severed"."""
    if at < clause.start + 2 or tokens[at - 1].low != "," or at + 2 >= clause.end:
        return False
    before = at - 2
    while before > clause.start and (tokens[before].entities or tokens[before].low in ("with", "in", "the")):
        before -= 1
    at += tokens[at + 1].low == "off" and at + 3 < clause.end
    if tokens[at + 1].low == "by":  # "relations, interrupted by the war in 1940, were"
        at = next((here for here in range(at + 2, min(at + 6, clause.end - 2)) if tokens[here + 2].dated), at)
    return bool(tokens[before].word) and tokens[at + 1].low in ("in", "on") and tokens[at + 2].dated


def listed(tokens: list[Token], at: int, clause: Clause) -> bool:
    """Whether a participle with its date goes on behind another's: "was opened in 1920, closed in 1939"."""
    if at < clause.start + 2 or at + 2 >= clause.end or tokens[at - 1].low != "," or not tokens[at - 2].dated:
        return False
    return tokens[at + 1].low in ("in", "on") and tokens[at + 2].dated


def only_starts(tokens: list[Token], at: int, act: Act) -> bool:
    """Whether a verb only leads to another: "relations began to deteriorate"."""
    return act.act == "begin" and at + 2 < len(tokens) and tokens[at + 1].low == "to" and tokens[at + 2].low.isalpha()


def continues(tokens: list[Token], at: int, clause: Clause, act: Act, *, passive: bool) -> bool:
    """Whether a clause goes on about the thing before: "and severed in 1999", "; in 1939 they were broken off"."""
    if clause.intro in ("and", "but") and (passive or elliptic(tokens, at, clause, act)):
        return True
    if clause.intro not in (";", "which", "and", "but") or not (passive or alone(tokens, at, clause, act)):
        return False
    if clause.intro == "which":
        return True
    pronoun = auxiliary(tokens, at, clause.start) - 1
    if pronoun > clause.start and tokens[pronoun].low == "not":  # "they were not renewed until 1969"
        pronoun = auxiliary(tokens, pronoun, clause.start) - 1
    openers = frames().around["openers"]
    return (
        pronoun > clause.start
        and (tokens[pronoun].low in frames().around["pronouns"] or len(tokens[pronoun].entities) > 1)
        and all(token.low in openers or token.claim for token in tokens[clause.start + 1 : pronoun])
    )


def elliptic(tokens: list[Token], at: int, clause: Clause, act: Act) -> bool:
    """Whether the thing is left out: "(relations were established in 1990) and severed in 1999"."""
    return opens(tokens, at, clause) and alone(tokens, at, clause, act)


def opens(tokens: list[Token], at: int, clause: Clause) -> bool:
    """Whether a clause that goes on begins with its verb: "and formally severed"."""
    light = frames().around["light"]
    return clause.intro in ("and", "but") and all(t.low in light for t in tokens[clause.start + 1 : at])


def alone(tokens: list[Token], at: int, clause: Clause, act: Act) -> bool:
    """Whether a verb has no object: not "and ended restrictions"; what is raised is followed by what it becomes."""
    around = frames().around
    at += 1
    while at < clause.end and tokens[at].low in around["light"]:
        at += 1
    at += _is_lapse(tokens, at, clause.end)
    ends = at >= clause.end or tokens[at].dated or tokens[at].low in around["unobjective"]
    return act.act in BECOMING or ends


def _is_lapse(tokens: list[Token], at: int, end: int) -> int:
    """How many tokens of "two years later," stand at a place, where a date follows that says it exactly."""
    if at + 2 >= end or tokens[at].claim is None or tokens[at + 1].low not in LATER:
        return 0
    return 2
