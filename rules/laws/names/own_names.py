"""Whether a noun phrase is the article's own subject: its name, the end of it, or "the port" of a port."""

from __future__ import annotations

from articles.article import Article
from articles.regex import regex
from rules.laws.names.called import subject_of

_ASIDE = regex(r" \([^()]*\)$")
_BEING = regex(
    r" (?:is|was) an? (?:[\w-]+ ){0,3}?([a-z]{4,})(?=[,.]| "
    r"(?:in|of|for|on|from|at|that|which|with|founded|based|near)\b)"
)
"""How a first sentence says what its subject is."""


def is_own(article: Article, said: str) -> bool:
    """Whether words mean what the article is about and nothing beside it; a person's or two states' never do."""
    about = article.parties
    if about.person or about.pair:
        return False
    low, name = said.lower(), _ASIDE.sub("", about.own).lower()
    noun = low.removeprefix("the ")
    if low.startswith("the ") and (name.startswith(f"{noun} of ") or name.endswith(f" {noun}")):
        return True
    # "Ulma" of "Port of Ulma"
    return low in about.aliases or low in (name, f"the {name}") or (said[:1].isupper() and name.endswith(f" of {low}"))


def own_subject(article: Article) -> str:
    """How a clause on the subject begins, as a pattern, by what the first sentence calls it too."""
    noun = own_noun(article)
    return rf"(?:{subject_of(article)}|[Tt]he {noun})" if noun else subject_of(article)


def own_noun(article: Article) -> str | None:
    """What the first sentence calls its subject: "publisher" of "Osk Press is a small publisher in Vale"."""
    lead = article.page.lead[0].span if article.page.lead else None
    told = _BEING.search(article.page.prose.text, lead.start, min(lead.end, lead.start + 200)) if lead else None
    return told[1] if told else None
