"""What an act is done to where its clause does not name it: the thing of a clause before."""

from __future__ import annotations

from articles.facts.clauses import Clause
from articles.facts.frames import frames
from articles.facts.sentence import Sentence
from articles.facts.things import Thing, thing_at

NEAR = 8
"""How many tokens before a relative clause the thing that it is about may stand: "its legation in Oslo, which"."""
OBJECTS = frozenset(("them", "it"))


def antecedent(sentence: Sentence, clause: Clause) -> Thing | None:
    """What a relative clause is about: "the resumption of relations, which were severed in 1978"."""
    tokens = sentence.tokens
    if clause.intro not in ("which", "that"):
        return None
    around = frames().around
    for at in range(clause.start - 1, max(clause.start - NEAR, 0) - 1, -1):
        token = tokens[at]
        if token.word:
            return thing_at(sentence, at, 0)
        placed = token.entities or token.capital or token.dated or token.low in around["prepositions"]
        if not placed and token.low not in ("the", ",", "and", "general"):
            return None
    return None


def is_object(sentence: Sentence, verb: int) -> bool:
    """Whether a pronoun is what a verb is done to: "broke off relations and restored them"."""
    tokens = sentence.tokens
    return verb + 1 < len(tokens) and tokens[verb + 1].low in OBJECTS
