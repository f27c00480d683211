"""The article begins with a heading: nothing says first what it is about.

Why: the lead is what most readers read, what search results quote, and where the subject is named.

Right all the same: when the article is a bare list or a disambiguation page whose title says it all.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Page
from articles.words import worded
from rules.absence import title_place
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_LIST = worded(__file__, r"{lists} of ")

_SILENT = worded(__file__, r"{silent}|use ")
"""What templates before the lead are usually called; none of them shows a sentence of it."""


def check(article: Article) -> Iterator[Verdict]:
    """Look for a paragraph or an item before the first heading."""
    page = article.page
    if not page.sections or _LIST.match(page.title.lower()) or _has_lead(page):
        return
    first = page.sections[0]
    yield Verdict(
        f"no text stands before the first heading, “{first.title}”", (Mark(title_place(page), "no lead behind it"),)
    )


def _has_lead(page: Page) -> bool:
    """Whether anything can be read before the first heading; what an unknown template shows there may be it."""
    if any(page.text(block.span).strip() for block in page.lead):
        return True
    start = page.sections[0].span.start
    boxes = [box.span for box in page.infoboxes]
    before = (call for call in page.templates if call.span.end <= start)
    outside = (call for call in before if not any(box.start <= call.span.start < box.end for box in boxes))
    return not all(_SILENT.match(call.name.lower()) for call in outside)


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= ⟦1:Norby⟧ =\n\n== History ==\nNorby is old."),
        Example("= ⟦1:Norby⟧ =\n\nInfobox settlement\n- Name: Norby\n\n== History ==\nNorby is old."),
        wikitext("⟦1:{⟧{Infobox settlement|name=Norby}}\n== History ==\nNorby is old.", title="Norby"),
    ),
    good=(
        Example("= Norby =\n\nNorby is a town.\n\n== History ==\nNorby is old."),
        Example("= List of towns in Ostland =\n\n== A ==\n- Ansby"),
        Example("= Norby =\n\nNorby is a town without a history."),
        wikitext("* [[Norby]]\n== Others ==\n* [[Norby Light]]", title="Norby (disambiguation)"),
    ),
)
