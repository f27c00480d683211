"""What "it", "its" and "the country" stand for, where that is certain; elsewhere they stay words."""

from __future__ import annotations

from articles.facts.frames import frames
from articles.facts.gazetteer import WORD, Form, plain
from articles.facts.parties import Parties
from articles.facts.tokens import PRONOUNS, Token
from articles.regex import regex
from articles.words import worded

ACRONYM = 3
"""A capitalized word up to this length is taken for an abbreviation such as GDP, not for a name."""
PLACED = frozenset(("in", "at", "to", "from", "near"))
"""A name that no list knows is a place behind one of these, nobody that "he" could mean."""
BY = "by"
"""Behind it somebody is named, whom "it" does not mean: "Designed by Ann Roe, it was opened in 1934"."""
PEOPLE = frozenset(("he", "his", "she", "her"))


_KIN = worded(__file__, r"(?:His|Her|Their|[A-Z][\w’'-]*s['’]|[A-Z][\w’'-]*['’]s) (?:[a-z-]+ ){0,2}{kin}\b")
_CALLED = regex(r"([A-Z][\w’'-]+) ([A-Z][\w’'-]+)")


def of_relative(text: str, parties: Parties) -> bool:
    """Whether a sentence begins with somebody else of a person's family, whom "she" means in the next."""
    if not parties.person:
        return False
    called = _CALLED.match(text)
    namesake = called is not None and plain(called[2]) in parties.words and plain(called[1]) not in parties.words
    return namesake or _KIN.match(text) is not None


def naming(parties: Parties) -> frozenset[str] | None:
    """The words one of which a sentence in plain letters has where it speaks of an article's subject.

    None where a name of the subject is not written in letters alone.
    """
    own = parties.names.entities.get(parties.own)
    names = (*own.names, *own.adjectives, *own.cities) if own is not None else ()
    first = {plain(found[0]) for name in names if (found := WORD.search(name))}
    called = {*PRONOUNS, *(alias.rpartition(" ")[2] for alias in parties.aliases)}
    cased = {form for word in called for form in (word, word.capitalize(), word.upper())}
    words = frozenset((*first, *parties.words, *cased))
    return words if all(word.isascii() and word.isalpha() for word in words) else None


def resolved(tokens: list[Token], parties: Parties, before: str | None, phrase: str | None) -> list[Token]:
    """The tokens with the vague ones given their entity.

    ``before`` is the subject of the sentence before in the same paragraph: the article's own at the paragraph's
    start, None where it is not certain. ``phrase`` is the same for "the country", which needs less certainty.
    """
    own = topic_of(tokens)
    seen: set[str] = set()
    strangers = things = False
    led = ""
    done: list[Token] = []
    for at, token in enumerate(tokens):
        if token.vague:
            pronoun = token.low in PRONOUNS
            topic = own or (before if pronoun else phrase)
            strange = strangers if token.low in PEOPLE else things
            entity = None if strange and pronoun else _meant(token, parties, topic, seen)
            if entity:
                done.append(token.naming(entity))
                continue
        elif token.entities and token.form is Form.NAME and token.bare:
            seen.update(token.entities)
        elif token.capital and at and not token.entities:
            prior = tokens[at - 1]
            led = led if prior.capital and not prior.entities and at > 1 else prior.low
            if len(token.low) > ACRONYM:
                strangers = strangers or led not in PLACED
                things = things or (led not in PLACED and led != BY)
        done.append(token)
    return done


def looks_back(tokens: list[Token], parties: Parties) -> bool:
    """Whether it takes the sentences before to say what a vague token means; False where nothing says it."""
    people = PEOPLE - parties.strange
    vague = [token.low for token in tokens if token.vague]
    meaning = not people.isdisjoint(vague) if parties.person else not PEOPLE.issuperset(vague)
    return meaning and topic_of(tokens) is None


def _meant(token: Token, parties: Parties, topic: str | None, seen: set[str]) -> str | None:
    if token.low in PEOPLE:
        if token.low in parties.strange:
            return None
        return parties.own if parties.person and topic == parties.own and not seen - {topic} else None
    if parties.person or topic is None or seen - {topic}:
        return None
    return topic if topic == parties.own or token.low in ("it", "its") else None


def topic_of(tokens: list[Token], *, settled: bool = False) -> str | None:
    """The one name with which a sentence begins, as its subject; "the town" too where it is ``settled`` who that is."""
    openers = frames().around["openers"]
    for at, token in enumerate(tokens):
        if token.entities:
            alone = token.form is Form.NAME and len(token.entities) == 1 and (settled or not token.vague)
            fits = token.bare or (token.genitive and not settled)
            return token.entities[0] if alone and fits and not _listed(tokens, at) else None
        if token.low not in openers and token.claim is None:
            return None
    return None


def _listed(tokens: list[Token], at: int) -> bool:
    """Whether a name is the first of several: "Albania and Sudan"."""
    return at + 2 < len(tokens) and tokens[at + 1].low in ("and", ",", "&") and bool(tokens[at + 2].entities)
