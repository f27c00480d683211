"""A heading stands two or more levels below the one that it belongs to.

Why: the table of contents shows a gap, and readers who move by headings (with a screen reader) think that they
missed one.

Right all the same: when a deep level was chosen to keep minor headings out of the table of contents.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

TOP = 2
"""The level of a section, below the title's."""


def check(article: Article) -> Iterator[Verdict]:
    """Compare each heading's level with that of the section around it; the first below each section is told."""
    sections = article.page.sections
    told: set[int] = set()
    for section in sections:
        above = sections[section.parent] if section.parent >= 0 else None
        level = above.level if above else TOP - 1
        if section.level <= level + 1 or section.parent in told:
            continue
        told.add(section.parent)
        under = f"“{above.title}” of level {level}" if above else "the title"
        message = f"the heading “{section.title}” has level {section.level}, but stands right under {under}"
        yield Verdict(message, (Mark(section.heading, f"level {section.level}, right under level {level}"),))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= Norby =\n\nA town.\n\n== History ==\n\n==== ⟦1:Middle ages⟧ ====\nA fort."),
        wikitext("A town.\n\n=== ⟦1:History⟧ ===\nA fort.", title="Norby"),
    ),
    good=(
        Example("= Norby =\n\nA town.\n\n== History ==\n\n=== Middle ages ===\n\n==== The fort ====\nOld."),
        wikitext("= History =\nA fort.\n== Middle ages ==\nOld.", title="Norby"),
    ),
)
