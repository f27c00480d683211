"""Two references of one name hold different texts.

Why: MediaWiki shows the first text for both and an error in the list, so one of the two sources is lost and
statements point to a source that does not support them.

Right all the same: never, though the two texts may be two descriptions of one source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.article import Article
from articles.page import Page
from articles.regex import regex
from articles.source import Span
from rules.finding import Confidence, Severity
from rules.rule import Mark, Rule, Verdict, wikitext

_OPENED = regex(r"<ref\b([^<>]{0,300})>", re.IGNORECASE)
_NAMELESS = "<ref>"
_NAME = regex(r"""\bname\s{0,4}=\s{0,4}(?:"([^"]{1,100})"|'([^']{1,100})'|([^\s"'/>]{1,100}))""", re.IGNORECASE)
_GROUP = regex(r"""\bgroup\s{0,4}=\s{0,4}["']?([^\s"'/>]{1,60})""", re.IGNORECASE)


class Reference(NamedTuple):
    """A named reference with a text of its own."""

    name: str
    group: str
    text: Span


def check(article: Article) -> Iterator[Verdict]:
    """Compare the texts of the references that share a name and a group."""
    page = article.page
    named: dict[tuple[str, str], list[Reference]] = {}
    for reference in _named(page):
        named.setdefault((reference.name, reference.group), []).append(reference)
    for (name, _), references in named.items():
        if len(references) == 1:
            continue
        different = {_compared(page, reference): reference for reference in reversed(references)}
        if len(different) > 1:
            marks = [Mark(reference.text, f"“{name}” is this") for reference in reversed(different.values())]
            yield Verdict(f"the reference “{name}” has {len(different)} different texts", tuple(marks))


def _named(page: Page) -> Iterator[Reference]:
    for span in page.references:
        if page.source.text.startswith(_NAMELESS, span.start):
            continue
        opened = _OPENED.match(page.source.text, span.start, span.end)
        if not opened or not opened[1] or opened[1].endswith("/"):
            continue
        name = _NAME.search(opened[1])
        closed = page.source.text.rfind("</", span.start, span.end)
        if not name or closed < opened.end():
            continue
        group = _GROUP.search(opened[1])
        text = page.source.text[opened.end() : closed]
        start = opened.end() + len(text) - len(text.lstrip())
        if text.strip():
            title = (name[1] or name[2] or name[3]).strip()
            yield Reference(title, group[1] if group else "", Span(start, start + len(text.strip())))


def _compared(page: Page, reference: Reference) -> str:
    """A text without what makes no other source of it: spaces, signs, case."""
    return re.sub(r"[\W_]+", "", page.source.slice(reference.text)).lower()


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        wikitext(
            "Old.<ref name=\"Berg\">⟦1:Berg 1950.⟧</ref> New.<ref name=Berg>⟦2:Lund, ''Fish'', 1961.⟧</ref>",
            title="Norby",
        ),
    ),
    good=(
        wikitext(
            'Old.<ref name="Berg">Berg 1950.</ref> New.<ref name="Berg" /> So.<ref name=Berg></ref>', title="Norby"
        ),
        wikitext('Old.<ref name="Berg">Berg 1950.</ref> New.<ref name="Berg">Berg, 1950 </ref>', title="Norby"),
        wikitext('Old.<ref name="a">Berg 1950.</ref> New.<ref name="a" group="n">It is told so.</ref>', title="Norby"),
    ),
)
