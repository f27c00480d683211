"""What an act is done to where its clause does not name it: the thing of a clause or of a sentence before."""

from __future__ import annotations

from typing import NamedTuple

from articles.facts.clauses import Clause
from articles.facts.frames import Act, frames
from articles.facts.outcome import done
from articles.facts.roles import Side
from articles.facts.sentence import Sentence
from articles.facts.things import PLAIN, Thing, thing_at
from articles.facts.tokens import Token
from articles.facts.voice import auxiliary

NEAR = 8
"""How many tokens before a relative clause the thing that it is about may stand: "its legation in Oslo, which"."""
OBJECTS = frozenset(("them", "it"))
THEY = frozenset(("they", "these"))
IT = frozenset(("it",))


class Last(NamedTuple):
    """The last thing that a sentence tells an act of, and whose it is."""

    thing: Thing
    sides: tuple[Side, ...]


class Carried:
    """What was told of before a place.

    ``things`` are those of the clauses before in a sentence; ``before`` is the last one of the sentence before, with
    no sides where that told of two of a sort; ``now`` becomes it.
    """

    __slots__ = ("before", "now", "things")

    def __init__(self) -> None:
        """Begin a paragraph."""
        self.things: list[Thing] = []
        self.before: Last | None = None
        self.now: Last | None = None

    def next_sentence(self) -> None:
        """Go on to the next sentence, in which what the one before told last may be left to a pronoun."""
        self.things, self.before, self.now = [], self.now, None

    def tell(self, thing: Thing, sides: list[Side]) -> None:
        """Take what an act is told of."""
        self.things = [thing._replace(explicit=True)]
        if any(side.subject is not None for side in sides):
            other = self.now is not None and self.now.thing.name == thing.name and self.now.sides != tuple(sides)
            self.now = Last(thing._replace(explicit=True, works=False), () if other else tuple(sides))

    def meant(self, sentence: Sentence, clause: Clause, act: Act, verb: int) -> Thing | None:
        """What the pronoun before a verb stands for, where the sentence before told of it: "It was closed in 1990"."""
        tokens = sentence.tokens
        if self.before is None or clause.intro or clause.start:
            return None
        at = auxiliary(tokens, verb, 0) - 1
        if at > 0 and tokens[at].low == "not":  # "They were not restored until 1990"
            at = auxiliary(tokens, at, 0) - 1
        thing = self.before.thing
        if at < 0 or not _opens(tokens, at) or not done(thing, act, tokens, verb):
            return None
        told = sentence.slice(tokens[at].start, tokens[at].end).lower()
        several = thing.name in PLAIN or len(self.before.sides) > 1
        return thing._replace(at=at, low=at) if told in (THEY if several else IT) else None

    def owned(self, thing: Thing) -> tuple[Side, ...]:
        """Whose "the embassy" is, where the sentence before told of one."""
        return self.before.sides if self.before is not None and self.before.thing.name == thing.name else ()


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether a sentence begins with a token, but for a date and the like: "On 4 May 1960, they"."""
    openers = frames().around["openers"]
    return all(token.claim is not None or token.low in openers for token in tokens[:at])


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
