"""Whose embassy stands where: the names before it, after "of" and after "in", or what the article settles."""

from __future__ import annotations

from articles.facts.clauses import Clause
from articles.facts.gazetteer import Form
from articles.facts.roles import Names, Side, Where, names_from, place_after, place_at
from articles.facts.sentence import Sentence
from articles.facts.things import Thing


def side_of(sentence: Sentence, clause: Clause, thing: Thing, high: int, subject: Names) -> Side:
    """The owner, the host and the city of a mission; ``high`` is the last token of what is told of it."""
    tokens = sentence.tokens
    owner = thing.names[-1] if thing.names else None
    at = thing.at + 1
    if at < clause.end and tokens[at].low == "general":
        at += 1
    if owner is None and at < clause.end and tokens[at].low == "of":
        run = names_from(tokens, at + 1, clause.end)
        owner, at = (run.names[0], run.end) if run.names else (None, at)
    where = _beside(sentence, at, clause.end) or place_after(sentence, at, clause.end)
    if where is None and high > thing.at:
        where = place_after(sentence, high + 1, clause.end)
    if owner is None and len(subject) == 1:
        owner = subject[0]
    if where is None and clause.intro == "where":
        where = _antecedent(sentence, clause.start)
        if where is None:
            return Side(owner, None, None)
    host = where.state if where else None
    city = where.city if where else None
    if owner == host and owner is not None:
        host = None
    return _completed(sentence, owner, host, city)


def _antecedent(sentence: Sentence, end: int) -> Where | None:
    """The place that "where" is, right before it: "resident in Addis Ababa, where it has had an embassy"."""
    for at in range(end - 1, max(end - 5, -1), -1):
        if sentence.tokens[at].entities:
            return place_at(sentence, at, end)
    return None


def _beside(sentence: Sentence, at: int, end: int) -> Where | None:
    """The city right after the word: "Embassy Hanoi"."""
    return place_at(sentence, at, end) if at < end and sentence.tokens[at].form is Form.CITY else None


def _completed(sentence: Sentence, owner: str | None, host: str | None, city: str | None) -> Side:
    """The owner or host that is left to the context: the other party."""
    pair = sentence.pair
    if pair:
        owner, host = _former(sentence, owner), _former(sentence, host)
        if owner is None and host in pair:
            owner = pair[1] if host == pair[0] else pair[0]
        elif host is None and owner in pair:
            host = pair[1] if owner == pair[0] else pair[0]
        return Side(owner, host, city)
    own = sentence.parties.own if sentence.parties.state else None
    if owner is None:
        owner = own if host is not None and host != own else sentence.partner
    if host is None:
        host = own if owner != own else sentence.partner
    return Side(owner, host if host != owner else None, city)


def _former(sentence: Sentence, name: str | None) -> str | None:
    """The party whose successor a name is, by a city of today's: "Prague" in an article on Czechoslovakia."""
    known = sentence.parties.names.entities
    for party in sentence.pair or ():
        if (
            name is not None
            and name not in (sentence.pair or ())
            and party in known
            and name in known[party].successors
        ):
            return party
    return name
