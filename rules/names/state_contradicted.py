"""The article says of one place what cannot both be: two capitals, or a coast of a landlocked country.

Why: the two statements shut each other out, and a reader may meet either one first.

Right all the same: when a capital was moved or is shared, and the sentences leave the time or the sort unsaid;
when the coast is that of a lake.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Quantity
from articles.facts.fact import Fact
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement, comparable
from rules.laws.edits import say_alike
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

PROSE = (Place.LEAD, Place.BODY)
_MOST = 50
"""How many statements on a capital are compared with each other."""

_LANDLOCKED = regex(r"\b(?:is|was) (?:an? )?(?!no |not |never )(?:[\w-]+ ){0,3}?(landlocked)\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the capitals that the text names, and look for a coast of a landlocked country."""
    yield from _capitals(article)
    yield from _coast(article)


def _capitals(article: Article) -> Iterator[Verdict | Outcome]:
    facts = [fact for fact in article.facts_by_property.get("capital", ()) if fact.place in PROSE and fact.polarity]
    facts = facts[:_MOST]
    for index, fact in enumerate(facts):
        for other in facts[index + 1 :]:
            if not comparable(fact, other) or fact.statement == other.statement:
                continue
            outcome = agreement(fact, other)
            if outcome is Outcome.CONFLICTING:
                message = f"the text names {fact.value} as the capital of {fact.subject}, and {other.value} as well"
                marks = (Mark(fact.span, "one capital"), Mark(other.span, "another one"))
                yield Verdict(message, marks, changes=say_alike(article, fact.span, other.span))
                return
            yield outcome


def _coast(article: Article) -> Iterator[Verdict]:
    coasts = [fact for fact in article.facts_by_property.get("coastline", ()) if _is_long(fact)]
    if not coasts or article.kind.name != "country":
        return
    for block in article.page.lead:
        said = _LANDLOCKED.search(article.page.prose.text, block.span.start, block.span.end)
        if said:
            coast = coasts[0]
            text = article.page.text(coast.span)
            message = f"a landlocked country has no coast, but the article gives one of {text}"
            yield Verdict(message, (Mark(ProseSpan(*said.span(1)), "no coast"), Mark(coast.span, "a coast")))
            return


def _is_long(fact: Fact) -> bool:
    return fact.polarity and isinstance(fact.value, Quantity) and fact.value.amount.value > 0


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        wikitext(
            "{{Infobox country|capital=[[Norby]]|coastline=⟦2:410 km⟧}}\nOstland is a ⟦1:landlocked⟧ country in the "
            "north.",
            title="Ostland",
        ),
    ),
    good=(
        wikitext(
            "{{Infobox country|capital=[[Norby]]|coastline=0 km}}\nOstland is a landlocked country in the north.",
            title="Ostland",
        ),
        wikitext(
            "{{Infobox country|capital=[[Norby]]|coastline=410 km}}\nOstland, unlike its neighbour, is no landlocked "
            "country.",
            title="Ostland",
        ),
        Example("= Ostland =\n\nOstland is a landlocked country. The capital of Ostland is Norby."),
    ),
    properties=frozenset(("capital", "coastline")),
)
