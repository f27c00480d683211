"""Who is recognized, and by whom where the sentence does not say."""

from __future__ import annotations

from typing import NamedTuple

from articles.facts.clauses import Clause
from articles.facts.roles import Names
from articles.facts.sentence import Sentence
from articles.facts.telling import Told


class Whom(NamedTuple):
    """What is recognized: a state, the basis ("government") and the token after it."""

    name: str
    basis: str | None
    end: int


def told_of(subject: str, whom: Whom, low: int, pattern: str, *, strict: bool = False) -> Told:
    """The recognition of a state, told from the token ``low`` on."""
    high = max(low, whom.end - 1)
    return Told(subject, "recognition", whom.name, whom.basis, None, low, high, strict, pattern)


def implied(sentence: Sentence, whom: str) -> Names:
    """The other one where the sentence does not say: the other party, or the article's own state and its partner."""
    pair = sentence.pair
    if pair is None and sentence.parties.state and sentence.partner:
        pair = sentence.parties.own, sentence.partner
    return (pair[0] if whom == pair[1] else pair[1],) if pair and whom in pair else ()


def names_two(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause of a guide to one state's dealings with another names nobody else."""
    if sentence.pair or sentence.partner is None:
        return False
    two = {sentence.parties.own, sentence.partner}
    return all(two >= set(token.entities) for token in sentence.tokens[clause.start : clause.end])


def names_nobody(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause of such a guide names nobody at all, where the guide's other state is who recognizes."""
    return not sentence.pair and not any(token.entities for token in sentence.tokens[clause.start : clause.end])
