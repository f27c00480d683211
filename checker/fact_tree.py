"""How a fact was read: whom it is about, what it says, when it may be compared, and the row that led to it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact, Via
from articles.facts.gazetteer import gazetteer
from articles.facts.properties import properties
from checker.frame_rows import frame_row
from checker.tree import Tree, flat, where
from checker.value_words import date_words, value_words
from checker.view import fact_words

VIA = {
    Via.NAME: "by name",
    Via.ADJECTIVE: "by an adjective or by the name of its people",
    Via.CITY: "by the name of its capital or of another of its cities",
    Via.BOTH: "together with the other: both countries, they",
    Via.PRONOUN: "by a pronoun, which the sentences before leave only one meaning",
    Via.PHRASE: "by what it is: the country, the town",
    Via.TITLE: "by the article's title",
    Via.SECTION: "by the title of the section",
    Via.ROW: "by the row of the table",
    Via.PARTNER: "by the whole article, which is about its dealings with one other state",
}
"""How a party was told, in words."""
STATEMENT = 240
"""So many characters of a statement are shown."""


def fact_tree(article: Article, fact: Fact) -> Tree:
    """The tree of one fact."""
    return Tree(f"{where(article, fact.span)} fact {fact_words(fact)}", tuple(_below(article, fact)))


def _below(article: Article, fact: Fact) -> Iterator[Tree]:
    page = article.page
    yield Tree(f"subject: {fact.subject}", tuple(Tree(told) for told in _subject(article, fact)))
    yield Tree(f"property: {fact.property}", tuple(Tree(told) for told in _property(fact)))
    operand = page.source.slice(page.prose.to_source(fact.span))
    yield Tree(f'value: {value_words(fact.value) or "none, a bare statement"}, from "{flat(operand)}"', _claim(fact))
    scope = _scope(fact)
    yield Tree("scope" if scope else "scope: none told", tuple(Tree(told) for told in scope))
    yield Tree(f"polarity: {'affirmed' if fact.polarity else 'denied'}")
    row = frame_row(article, fact)
    yield Tree(f"pattern: {fact.pattern or 'not named'}", (Tree(f"data: {row}"),) if row else ())
    statement = flat(page.text(fact.statement))
    shown = statement if len(statement) <= STATEMENT else statement[: STATEMENT - 1] + "…"
    yield Tree(f'statement ({fact.place}, {where(article, fact.statement)}): "{shown}"')


def _subject(article: Article, fact: Fact) -> Iterator[str]:
    whom = article.parties
    if whom.pair and fact.subject in whom.pair:
        yield "one of the two parties that the article is about"
    elif fact.subject == whom.own:
        yield "what the article is about"
    yield f"told {VIA[fact.via]}"
    entity = gazetteer().entities.get(fact.subject)
    if entity is not None:
        yield f'data: articles/facts/gazetteer.json "{entity.name}" ({entity.kind})'


def _property(fact: Fact) -> Iterator[str]:
    row = properties().get(fact.property)
    if row is None:
        return
    yield row.definition
    must = ["subject", *row.match]
    yield f"compared only where these match: {', '.join(must)}{'; the two sides may swap' if row.symmetric else ''}"
    yield "holds once, so that two values conflict" if row.once else "may hold more than once"
    yield f"data: articles/facts/properties.toml [{row.name}]"


def _claim(fact: Fact) -> tuple[Tree, ...]:
    if fact.claim is None:
        return ()
    same = fact.claim.value == fact.value
    told = "" if same else f", which reads {value_words(fact.claim.value)} by itself"
    return (Tree(f"by the claim of kind {fact.claim.kind}, pattern {fact.claim.pattern}{told}"),)


def _scope(fact: Fact) -> tuple[str, ...]:
    scope = fact.scope
    when = date_words(scope.when) if scope.when else None
    towards = f", told {VIA[fact.towards]}" if fact.towards else ""
    counterpart = f"{scope.counterpart}{towards}" if scope.counterpart else None
    parts = (("counterpart", counterpart), ("when", when), ("basis", scope.basis), ("region", scope.region))
    return tuple(f"{name}: {told}" for name, told in parts if told is not None)
