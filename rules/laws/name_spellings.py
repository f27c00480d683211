"""Two spellings of one person's surname, as transcriptions differ: Volkonsky and Volkonski, Meier and Meyer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.facts.gazetteer import gazetteer
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.laws.cited import cited

_PERSON = regex(r"(?<![\w’'-])([A-Z][a-z]{2,14}) ([A-Z][a-z]{4,19})(?![\w-])(?!['’]s [A-Z])")
_FORMS = frozenset((Form.PARAGRAPH, Form.CAPTION))
_ALIKE = (("tch", "ch"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("w", "v"), ("j", "i"))
_DOUBLE = regex(r"(.)\1")
MOST = 2000
"""More names than any article has persons are not compared."""


class Spelt(NamedTuple):
    """One person's name in its two spellings, every place of each."""

    first: list[ProseSpan]
    second: list[ProseSpan]


def name_spellings(article: Article) -> Iterator[Spelt]:
    """Persons of one given name whose surnames sound alike and are spelt in two ways."""
    text = article.page.prose.text
    found: dict[tuple[str, str], dict[str, list[ProseSpan]]] = {}
    seen = 0
    for block in article.page.blocks:
        if block.form not in _FORMS or block.place not in (Place.LEAD, Place.BODY, Place.CAPTION) or seen > MOST:
            continue
        for match in _PERSON.finditer(text, block.span.start, block.span.end):
            seen += 1
            spellings = found.setdefault((match[1], _sound(match[2])), {})
            spellings.setdefault(match[2], []).append(ProseSpan(*match.span()))
    for (given, _), spellings in found.items():
        if len(spellings) != 2 or given == "The" or gazetteer().named(given):
            continue
        first, second = spellings.values()
        if not any(cited(article.page, span.start) for span in (first[0], second[0])):
            yield Spelt(first, second)


def _sound(name: str) -> str:
    """A name as far as transcriptions agree on it."""
    low = name.lower()
    for spelt, sound in _ALIKE:
        low = low.replace(spelt, sound)
    return _DOUBLE.sub(r"\1", low)
