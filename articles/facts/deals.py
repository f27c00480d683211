"""Deals: who sold or bought goods for how much, to or from whom: "Fiji imported fuel worth $1.6 billion from Malta"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from articles.facts.clauses import Clause
from articles.facts.figure_owners import Owner, part_behind
from articles.facts.figure_words import Figure, figure_words
from articles.facts.frames import frames
from articles.facts.gazetteer import Form
from articles.facts.roles import names_after
from articles.facts.sentence import Sentence
from articles.facts.subjects import topic_of
from articles.facts.tokens import Token
from articles.facts.voice import is_passive, subject_of

REACH = 14
"""How many tokens after a verb its amount may stand, and before it where the verb is passive."""
ASIDE = 30
"""How many tokens an aside between a subject and its verb may have."""
PILED = 8
"""How many tokens behind an amount "since" may stand."""
PRICE = 5
"""How many tokens before an amount may say that it is the price of what was named."""
FROM = frozenset(("from",))
TO = frozenset(("to",))
BY = frozenset(("by",))


class Deal(NamedTuple):
    """Whose deal it is, with whom, and the token of the amount."""

    owner: Owner
    number: int


def deal(sentence: Sentence, figure: Figure, verb: int, clause: Clause) -> Deal | None:
    """What a verb of selling or buying tells; None where an operand of it is not certain."""
    tokens = sentence.tokens
    passive = is_passive(tokens, verb, clause.start)
    number = _amount_before(tokens, figure, verb, clause) if passive else _object(tokens, verb + 1, figure)
    if number is None or _piled_up(tokens, number):
        return None
    sides = (
        _passive_sides(sentence, figure, verb, clause) if passive else _sides(sentence, figure, verb, number, clause)
    )
    if sides is None or sides[0] == sides[1]:
        return None
    first, last = (max(clause.start, number - PRICE), number) if passive else (verb + 1, number)
    part = "part" if _of_one_sort(tokens, first, last) else part_behind(tokens, number + 1)
    return Deal(Owner(sides[0], sides[1], part), number)


def _piled_up(tokens: list[Token], number: int) -> bool:
    """Whether an amount was dealt in over years: "has imported fuel worth $2 billion from Malta since 1990"."""
    return any(token.low == "since" for token in tokens[number + 1 : number + PILED])


def _object(tokens: list[Token], at: int, figure: Figure) -> int | None:
    """The amount that is a verb's object, goods and linking words and the partner passed over."""
    turns = figure_words().lists["turns"]
    stranger = False
    for here in range(at, min(len(tokens), at + REACH)):
        token = tokens[here]
        if token.claim is not None and not token.dated:
            return here if figure.takes(token.claim) and (not stranger or priced(tokens, at, here)) else None
        if token.entities:
            given = here == at and figure.property == "exports"  # "sold Cuba goods worth"
            if token.form is not Form.ADJECTIVE and not given and tokens[here - 1].low not in ("to", "from"):
                return None
            stranger = True
        elif token.low in ("a", "an") and here + 1 < len(tokens) and not _plain(tokens[here + 1]):
            return None  # one thing is sold, not the exports of a year
        elif not (token.dated or _plain(token)):
            if token.low in turns or not (token.low.isalpha() or token.low == ","):
                return None
            stranger = True
    return None


def _plain(token: Token) -> bool:
    """Whether a word says nothing of what is dealt in."""
    lists = figure_words().lists
    return token.low in lists["link"] or token.low in lists["goods"] or token.low in lists["before"]


def priced(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the words before an amount make it the price of what was named: "oil for", "phosphates worth"."""
    return any(token.low in figure_words().lists["priced"] for token in tokens[max(start, at - PRICE) : at])


def _amount_before(tokens: list[Token], figure: Figure, verb: int, clause: Clause) -> int | None:
    """The amount that is sold or bought: "goods worth $5 million were exported"."""
    for here in range(verb - 1, max(clause.start, verb - REACH) - 1, -1):
        claim = tokens[here].claim
        if claim is not None and not tokens[here].dated:
            return here if figure.takes(claim) and priced(tokens, clause.start, here) else None
    return None


Sides = tuple[str, str | None]


def _sides(sentence: Sentence, figure: Figure, verb: int, number: int, clause: Clause) -> Sides | None:
    """The subject of an active verb and whom it deals with."""
    tokens = sentence.tokens
    subject = _subject(sentence, verb, clause)
    if subject is None:
        return None
    imports = figure.property == "imports"
    sorts = FROM if imports else TO
    names = names_after(tokens, verb + 1, number, sorts, REACH).names
    names = names or names_after(tokens, number + 1, clause.end, sorts).names
    if not names and not imports and tokens[verb + 1].form is Form.NAME:
        names = tokens[verb + 1].entities
    if not names and imports:
        names = next((t.entities for t in tokens[verb + 1 : number] if t.form is Form.ADJECTIVE), ())
    if len(names) > 1 or names == (subject,):
        return None
    if names:
        return subject, names[0]
    other = _other(sentence, subject, tokens[number + 1 : clause.end], sorts)
    return None if other is None and (sentence.pair or figure.partnered) else (subject, other)


def _passive_sides(sentence: Sentence, figure: Figure, verb: int, clause: Clause) -> Sides | None:
    """Who sold what "was exported from A to B", and to whom."""
    tokens, pair = sentence.tokens, sentence.pair
    origin, goal, doer = (_one(names_after(tokens, verb + 1, clause.end, sort).names) for sort in (FROM, TO, BY))
    seller, buyer = (origin, doer or goal) if figure.property == "imports" else (doer or origin, goal)
    if pair:
        if (seller or buyer) not in pair:
            return None
        seller = seller or pair[buyer == pair[0]]
        buyer = buyer or pair[seller == pair[0]]
    subject, other = (buyer, seller) if figure.property == "imports" else (seller, buyer)
    if subject is None and other is None and sentence.parties.state and not any(token.entities for token in tokens):
        subject = sentence.parties.own
    return None if subject is None or (figure.partnered and other is None) else (subject, other)


def _other(sentence: Sentence, subject: str, behind: list[Token], sorts: frozenset[str]) -> str | None:
    """The other of two parties that a sentence deals with: "to it", "a surplus with Peru: it sold goods"."""
    pair = sentence.pair
    if not pair or subject not in pair:
        return None
    other = pair[subject == pair[0]]
    meant = any(one.low in sorts and two.low in ("it", "them") for one, two in pairwise(behind))
    tokens = sentence.tokens
    named = any(one.low == "with" and two.entities == (other,) for one, two in pairwise(tokens))
    return other if meant or named else None


def _subject(sentence: Sentence, verb: int, clause: Clause) -> str | None:
    """Who sells or buys: the subject, that before an aside, the state whose firms do, that of the clause before."""
    tokens = sentence.tokens
    names = subject_of(tokens, clause, verb).names
    if names:
        return _one(names)
    at = verb - 1
    while at > 0 and tokens[at].low in frames().around["light"]:
        at -= 1
    if at < 0:
        return None
    if tokens[at].low == ",":
        return before_aside(tokens, at)
    if tokens[at].low in figure_words().lists["traders"] and at:
        return _one(tokens[at - 1].entities)
    joined = tokens[at].low in ("and", "but", "while", "it") or tokens[verb].low.endswith("ing")
    return topic_of(tokens) if joined else None


def before_aside(tokens: list[Token], comma: int) -> str | None:
    """The name before an aside that ends with a comma: "Togo, whose GDP amounted to $5 billion, imported"."""
    openers = figure_words().lists["asides"]
    for here in range(comma - 1, max(0, comma - ASIDE), -1):
        if tokens[here].low == "," and tokens[here + 1].low in openers:
            return _one(tokens[here - 1].entities) if tokens[here - 1].bare else None
    return None


def _one(names: tuple[str, ...]) -> str | None:
    return names[0] if len(set(names)) == 1 else None


def _of_one_sort(tokens: list[Token], first: int, last: int) -> bool:
    """Whether one product is dealt in, and not goods at large."""
    priced = figure_words().lists["priced"]
    return any(
        token.low.isalpha() and not (_plain(token) or token.low in priced or token.entities)
        for token in tokens[first:last]
    )
