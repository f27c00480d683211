"""Embassies of one party with the other that a clause tells without their noun, or denies by a verb of being there.

"A has an embassy in B's capital, but B has none in A's": what "one" and "none" are stands before them in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.facts.fact import Fact, Scope
from articles.facts.gazetteer import Form
from articles.page import Form as Shape
from articles.page import Place
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.names.names_in import Name, names_in
from rules.laws.nearby import may_hold, sentence_at

_ONE = worded(
    __file__,
    r" (?:{light} )?(?:{having}) (?:(?P<none>none)|one|(?:a|(?P<no>no)) (?:{sorts} )?(?:mission|representation)"
    r"(?: of its own)?) (?:in|at) (?:the )?$",
)
_NO = worded(__file__, r"\bno $")
_EXISTS = worded(__file__, r" {embassies} (?:{exists}) (?:in|at) (?:the )?$")
_EMBASSY = worded(__file__, r"\b{embassies}\b")
_OTHER = worded(__file__, r"\b{others}\b")
_TIMED = worded(__file__, r"\b{timed}\b")


def elliptic(article: Article, pair: frozenset[str]) -> Iterator[Fact]:
    """The embassies that such clauses tell or deny of the two parties."""
    if not pair or not (may_hold(article, "embassy") or may_hold(article, "commission")):
        return
    for block in article.page.blocks:
        if block.form is Shape.PARAGRAPH and block.place in (Place.LEAD, Place.BODY):
            names = [name for name in names_in(article, block.span) if name.entity in pair]
            for owner, city in pairwise(names):
                if city.form is not Form.ADJECTIVE and {owner.entity, city.entity} == pair:
                    yield from _told(article, owner, city, block.place)


def _told(article: Article, owner: Name, city: Name, place: Place) -> Iterator[Fact]:
    text = article.page.prose.text
    sentence = sentence_at(article, owner.span.start)
    if city.span.start >= sentence.end:
        return
    head = text[sentence.start : owner.span.start]
    between = ProseSpan(owner.span.end, city.span.start)
    polarity = None
    if owner.form is Form.NAME and (said := _ONE.fullmatch(text, *between)):
        if said["no"] or (_EMBASSY.search(head) and not _OTHER.search(head)):
            polarity = not said["none"] and not said["no"]
    elif owner.form is Form.ADJECTIVE and _NO.search(head) and _EXISTS.fullmatch(text, *between):
        polarity = False
    if polarity is None or _TIMED.search(text, max(sentence.start, owner.span.start - 30), city.span.end):
        return
    scope = Scope(city.entity, None, "embassy")
    value = text[city.span.start : city.span.end] if city.form is Form.CITY else None
    yield Fact(owner.entity, "mission", value, city.span, sentence, place, scope, polarity, None, "elliptic mission")
