"""Which facts tell of an embassy, and whose it is."""

from __future__ import annotations

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.parties import parties
from articles.kinds.kind import normal
from articles.page import Infobox

EMBASSIES = frozenset(("embassy", "high commission"))
KIND = "bilateral-relations"


def embassies(article: Article) -> list[Fact]:
    """The facts that say that one party of an article on two states has, or has not, an embassy with the other."""
    pair = set(parties(article.page, article.kind).pair or ()) if article.kind.name == KIND else set()
    facts = article.facts_by_property.get("mission", ())
    return [fact for fact in facts if fact.scope.basis in EMBASSIES and {fact.subject, fact.scope.counterpart} == pair]


def same_parties(one: Fact, other: Fact) -> bool:
    """Whether two missions have one owner and one host."""
    return (one.subject, one.scope.counterpart) == (other.subject, other.scope.counterpart)


def listed(article: Article, infobox: Infobox) -> int:
    """How many missions an infobox lists, whether their names were understood or not."""
    missions = (field for field in infobox.fields if normal(field.key).startswith("mission"))
    return sum(bool(article.page.text(field.prose).strip()) for field in missions)
