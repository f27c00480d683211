"""Whether a noun phrase is the article's own subject: its name, the end of it, or "the port" of a port."""

from __future__ import annotations

from articles.article import Article
from articles.regex import regex

_ASIDE = regex(r" \([^()]*\)$")


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
