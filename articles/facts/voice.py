"""How a verb stands: passive or active, told as done or only wished, and who its subject is."""

from __future__ import annotations

from articles.facts.clauses import Clause
from articles.facts.frames import frames
from articles.facts.roles import Run, first_subject, names_before
from articles.facts.tokens import Token

SPAN = 8
"""How many tokens before a verb are looked at for "would", "not" or "planned to"."""
RANKS = frozenset(("first", "second", "third", "last"))


def has(tokens: list[Token], start: int, end: int, sort: str) -> bool:
    """Whether a word of a list of ``frames.toml`` stands between two tokens."""
    listed = frames().around[sort]
    return any(token.low in listed for token in tokens[start:end])


def is_passive(tokens: list[Token], verb: int, start: int) -> bool:
    """Whether a form of "be" belongs to a verb."""
    around = frames().around
    here = verb - 1
    while here >= start and tokens[here].low in around["light"]:
        here -= 1
    return here >= start and tokens[here].low in around["be"]


def auxiliary(tokens: list[Token], verb: int, start: int) -> int:
    """The first token of a verb with its auxiliaries: "had formally been"."""
    around = frames().around
    here = verb
    while here > start and (tokens[here - 1].low in around["light"] or tokens[here - 1].low in around["be"]):
        here -= 1
    return here


def is_unreal(tokens: list[Token], verb: int, start: int) -> bool:
    """Whether a verb is denied, wished, planned or doubted."""
    return has(tokens, max(start, verb - SPAN), verb, "unreal") and not is_first_to(tokens, verb)


def is_first_to(tokens: list[Token], verb: int) -> bool:
    """Whether an infinitive tells what was done: "the first country to recognize Albania"."""
    if verb < 2 or tokens[verb - 1].low != "to":
        return False
    return any(token.low in RANKS for token in tokens[max(verb - SPAN, 0) : verb])


def is_done(tokens: list[Token], verb: int) -> bool:
    """Whether a form that is not of the past tells what was done all the same: "since establishing relations"."""
    low = tokens[verb].low
    gerund = verb > 0 and low.endswith("ing") and tokens[verb - 1].low in ("since", "after", "upon")
    dating = low in ("date", "dates") and verb + 1 < len(tokens) and tokens[verb + 1].low in ("from", "back")
    return gerund or dating or is_first_to(tokens, verb)


def subject_of(tokens: list[Token], clause: Clause, verb: int) -> Run:
    """The names that are the subject of an active verb."""
    start = auxiliary(tokens, verb, clause.start)
    run = names_before(tokens, start, clause.start)
    if not run.names:
        run = first_subject(tokens, clause.start, start)
    if not run.names and clause.intro in ("which", "who") and start == clause.start + 1:
        # "Sylvania, which became independent": the name before the clause.
        run = names_before(tokens, clause.start, 0)
    return run
