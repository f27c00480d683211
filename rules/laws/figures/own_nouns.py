"""The nouns by which the sentences of an article on one thing call it: "the bridge", "the line"."""

from __future__ import annotations

from articles.article import Article
from articles.facts.own_subject import OwnSubject
from articles.page import Form
from articles.regex import regex
from articles.words import data_file

_THINGS = frozenset(("generic", "organization", "settlement"))
"""The kinds of article whose subject is one thing, and not a country or a person."""
_FRONT = frozenset(("lake", "mount", "fort", "cape", "castle", "river", "port"))
_IS_A = regex(r" (?:is|was|are|were) (?:an?|the|one of the) ([^,.;()]{3,90})")
_CUT = regex(
    r" (?:of|in|on|at|that|which|for|from|between|across|by|with|near|to|over|built|designed|located|launched)\b|"
    r" [a-z]+ed (?:up|in|by|on|from|at|to|with|for)\b"
)
_OPENER = regex(r"(?:[\w’'-]+ ){0,3}?([a-z-]{3,}) (?:of|in|at|on) ")


def own_nouns(article: Article) -> frozenset[str]:
    """The nouns behind "the" that mean the subject of an article; for :meth:`Article.once`."""
    nouns = OwnSubject(article.page, article.parties).nouns
    lead = next((block for block in article.page.lead if block.form is Form.PARAGRAPH), None)
    if article.kind.name not in _THINGS or article.parties.pair or lead is None:
        return nouns
    said = _IS_A.search(article.page.prose.text[lead.span.start : lead.span.start + 400])
    head = _CUT.split(said[1])[0].split(" ")[-1].lower() if said else ""
    title = article.page.title.split(" (")[0].lower()
    words = title.split(",")[0].split(" ")
    opener = _OPENER.match(title)
    heads = {head, words[-1], *({words[0]} & _FRONT), *({opener[1]} if opener else ())} - {""}
    called: dict[str, str] = data_file(__file__, "described.toml")["called"]
    heads |= {name for name, sorts in called.items() if heads & set(sorts.split())}
    return nouns | heads
