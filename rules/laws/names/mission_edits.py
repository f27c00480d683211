"""The edits that would settle whether a party has an embassy: one more mission in the infobox, or a denial."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.gazetteer import gazetteer
from articles.kinds.kind import normal
from articles.page import Field, Infobox
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan
from rules.rule import Change

_HAS = regex(r"\b(?:has|maintains|operates)(?= an? (?:resident )?(?:embassy|high commission)\b)")
_NUMBER = regex(r"[0-9]+")
_LEAD_IN = " \t*-|"
"""What may stand on a field's line before its key."""


def listed_too(article: Article, fact: Fact, infobox: Infobox) -> Iterator[Change]:
    """Add the mission to the fields of an infobox, written as its other fields are."""
    city = fact.value if isinstance(fact.value, str) else _capital(fact.scope.counterpart)
    if not infobox.fields or not city:
        return
    missions = [field for field in infobox.fields if normal(field.key).startswith("mission")]
    last = (missions or list(infobox.fields))[-1]
    numbers = [int(found[0]) for field in missions if (found := _NUMBER.search(field.key))]
    word = "Mission" if last.key[:1].isupper() else "mission"
    name = f"Embassy of {fact.subject}, {city}"
    source = article.page.source.text
    linked = source.startswith("{{", infobox.span.start)
    before, behind = _around(source, last)
    text = f"{before}{word}{max(numbers, default=0) + 1}{behind}{f'[[{name}]]' if linked else name}"
    end = max(last.value.end, last.key_span.end)
    yield Change(f"list the {name} in the infobox", ((Span(end, end), text),))


def denied(article: Article, fact: Fact) -> Iterator[Change]:
    """Say in the text that there is no such embassy."""
    found = list(_HAS.finditer(article.page.prose.text, fact.statement.start, fact.span.start + 1))
    if found:
        verb = {"has": "have", "maintains": "maintain", "operates": "operate"}[found[-1][0]]
        span = ProseSpan(*found[-1].span())
        yield Change(f"say that {fact.subject} has none there", ((span, f"does not {verb}"),))


def _capital(name: str | None) -> str | None:
    entity = gazetteer().entities.get(name or "")
    return entity.capital if entity else None


def _around(source: str, field: Field) -> tuple[str, str]:
    """What stands before a field's key from the end of the field before it, and between its key and its value."""
    start = field.key_span.start
    while start > 0 and source[start - 1] in _LEAD_IN:
        start -= 1
    if start > 0 and source[start - 1] == "\n":
        start -= 1
    return source[start : field.key_span.start], source[field.key_span.end : max(field.value.start, field.key_span.end)]
