"""Two sections of one level, under one heading, bear the same heading.

Why: a link to the section leads to the first one only, and often one was written without knowing of the other.

Right all the same: when a list has the same heading under each of several headings, which is no fault here, or
when numbered seasons or parts are told under a bare word.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Section
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Compare the headings of the sections that share a parent."""
    named: dict[tuple[int, int, str], list[Section]] = {}
    for section in article.page.sections:
        title = " ".join(section.title.lower().split())
        if title:
            named.setdefault((section.parent, section.level, title), []).append(section)
    for sections in named.values():
        if len(sections) > 1:
            marks = tuple(Mark(section.heading, "this heading") for section in sections)
            above = sections[0].parent
            where = f"under “{article.page.sections[above].title}”" if above >= 0 else "in the article"
            times = f"{len(sections)} sections {where} are headed “{sections[0].title}”"
            yield Verdict(f"{times}, and a link to it leads to the first only", marks)


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= Norby =\n\nA town.\n\n== ⟦1:History⟧ ==\nOld.\n\n== Trade ==\nFish.\n\n==⟦2:History⟧==\nNew."),
        wikitext("A town.\n\n== Life ==\n=== ⟦1:Work⟧ ===\nA.\n=== ⟦2:Work⟧ ===\nB.", title="Norby"),
    ),
    good=(
        Example("= Norby =\n\nA town.\n\n== Men ==\n\n=== Results ===\nA.\n\n== Women ==\n\n=== Results ===\nB."),
        wikitext("A town.\n\n== History ==\nOld.\n=== History of trade ===\nFish.", title="Norby"),
    ),
)
