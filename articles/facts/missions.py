"""Whose embassy stands where: the names before it, after "of" and after "in", or what the article settles."""

from __future__ import annotations

from collections.abc import Iterator

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
    where = relative_place(sentence, clause, at) or _beside(sentence, at, clause.end)
    where = where or place_after(sentence, at, clause.end)
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


def relative_place(sentence: Sentence, clause: Clause, at: int) -> Where | None:
    """The place that "where" is, unless another follows the mission at once: "Paris, where it has had an embassy"."""
    if clause.intro != "where" or _beside(sentence, at, clause.end) or place_after(sentence, at, clause.end, 3):
        return None
    found = _antecedent(sentence, clause.start)
    return found if found is not None and found.state is not None else None


def sides_at(sentence: Sentence, clause: Clause, thing: Thing, high: int, subject: Names) -> list[Side]:
    """The same for each of the places of several missions: "closed its embassies in Lima and Quito"."""
    tokens = sentence.tokens
    first = side_of(sentence, clause, thing, high, subject)
    if sentence.pair or not tokens[thing.at].low.endswith("s"):
        return [first]
    found = [first]
    where = place_after(sentence, thing.at + 1, clause.end, 3)
    while where is not None and where.end < clause.end and tokens[where.end].low in (",", "and"):
        at = where.end + 1
        at += at < clause.end and tokens[at].low in ("and", "in")
        where = place_at(sentence, at, clause.end) if at < clause.end and tokens[at].entities else None
        if where is not None:
            host = where.state if where.state != first.subject else None
            found.append(_completed(sentence, first.subject, host, where.city))
    return found


def theirs(sentence: Sentence, clause: Clause, high: int) -> Iterator[tuple[Side, int]]:
    """The missions of others that share the verb: "the Turkish embassy opened in 1996 and Chad's in Ankara in 1997"."""
    tokens = sentence.tokens
    for at in range(high + 1, clause.end - 4):
        if tokens[at].low in ("and", ",") and tokens[at + 1].genitive and tokens[at + 2].low == "in":
            where = place_at(sentence, at + 3, clause.end)
            names = tokens[at + 1].entities
            dated = where is not None and any(token.dated for token in tokens[where.end : where.end + 2])
            if where is not None and dated and len(names) == 1 and where.state != names[0]:
                yield _completed(sentence, names[0], where.state, where.city), where.last


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
    known = sentence.parties.names.entities
    if own is not None and own in known and host in known[own].successors:
        host = own  # "Dar es Salaam" in an article on Tanganyika
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
