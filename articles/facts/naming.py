"""How a fact's subject and its counterpart were told: by a name, an adjective, a pronoun, or by what stands around."""

from __future__ import annotations

from collections.abc import Sequence

from articles.facts.fact import Via
from articles.facts.gazetteer import Form
from articles.facts.sentence import Sentence
from articles.facts.tokens import PRONOUNS, Token
from articles.page import Place

FORMS = {Form.NAME: Via.NAME, Form.ADJECTIVE: Via.ADJECTIVE, Form.CITY: Via.CITY}
BEST = (Via.NAME, Via.ADJECTIVE, Via.CITY, Via.BOTH, Via.PRONOUN, Via.PHRASE)
"""The surest way first, where a sentence names one in several."""


def via(sentence: Sentence, name: str) -> Via:
    """How a sentence names a party; what settles it where the sentence does not."""
    return told(sentence.tokens, name) or _around(sentence, name)


def told(tokens: Sequence[Token], name: str) -> Via | None:
    """The surest way in which tokens name a party, None where they do not."""
    found = {_way(token) for token in tokens if name in token.entities}
    return next((way for way in BEST if way in found), None)


def _way(token: Token) -> Via:
    if token.vague:
        return Via.PRONOUN if token.low in PRONOUNS else Via.PHRASE
    if len(token.entities) > 1:
        return Via.BOTH
    return FORMS[token.form] if token.form is not None else Via.NAME


def _around(sentence: Sentence, name: str) -> Via:
    """What settles a party that a sentence leaves out."""
    if sentence.parties.pair:
        return Via.TITLE
    if sentence.pair and name in sentence.pair and name != sentence.parties.own:
        return Via.ROW if sentence.place is Place.TABLE else Via.SECTION
    return Via.TITLE if name == sentence.parties.own else Via.PARTNER
