"""An abbreviation is used that the article never spells out.

Why: a reader who does not know it cannot go on, and may take it for another that has the same letters.

Right all the same: when the abbreviation is better known than the name behind it, in the field of the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.gazetteer import gazetteer
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_ABBREVIATION = regex(r"\b[A-Z]{3,5}\b")
_ROMAN = regex(r"[IVXLCDM]+")
_WORD = regex(r"[^\W\d_]+")
_KNOWN = WordList(__file__, "known")
_SMALL = WordList(__file__, "small")
_FORMS = frozenset((Form.PARAGRAPH, Form.ITEM))


def check(article: Article, *, fewest: int = 2) -> Iterator[Verdict]:
    """Look for the words behind every abbreviation that is used at least ``fewest`` times."""
    text = article.page.prose.text
    uses: dict[str, list[ProseSpan]] = {}
    for block in article.page.blocks:
        if block.form in _FORMS:
            for match in _ABBREVIATION.finditer(text, block.span.start, block.span.end):
                uses.setdefault(match[0], []).append(ProseSpan(*match.span()))
    unclear = {
        name: spans
        for name, spans in uses.items()
        if len(spans) >= fewest and name not in _KNOWN and not _ROMAN.fullmatch(name) and f"({name}" not in text
    }
    initials = _initials(text) if unclear else ""
    for name, spans in unclear.items():
        if name not in initials and name not in article.page.title and not gazetteer().named(name):
            yield Verdict(f"“{name}” is used {len(spans)} times, but never spelt out", (Mark(spans[0], "first used"),))


def _initials(text: str) -> str:
    """The initials of the prose's words, line by line, small words left out: where an abbreviation can be found."""
    lines = (_WORD.findall(line) for line in text.split("\n"))
    return "\n".join("".join(word[0].upper() for word in words if word not in _SMALL) for words in lines)


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.LOW,
    bad=(
        Example("= Norby =\n\nThe ⟦1:NPX⟧ runs the harbour. In 1990 the NPX sold the cranes."),
        wikitext("The ⟦1:NPX⟧ runs the harbour. In 1990 the NPX sold the cranes.", title="Norby"),
    ),
    good=(
        Example(
            "= Norby =\n\nThe Norby Port Authority runs the harbour. The NPA sold the cranes, and the NPA regrets it."
        ),
        Example("= Norby =\n\nThe NATO base is old; it became a base of NATO in 1955."),
        Example("= Norby =\n\nThe NPA (a board) runs the harbour."),
    ),
    preview=True,
)
