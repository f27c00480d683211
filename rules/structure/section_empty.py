"""A heading with nothing under it.

Why: the table of contents promises what the article does not hold.

Right all the same: when the section is waiting for a text that is being written; a template that says so
("empty section", "expand section") counts as content.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from articles.article import Article
from articles.page import Page, Section
from articles.regex import regex
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_SEEN = regex(r"\S")


def check(article: Article) -> Iterator[Verdict]:
    """Look at what stands between each heading and the next one; a section with subsections is not empty."""
    page = article.page
    ends = [section.heading.start for section in page.sections[1:]] + [len(page.source.text)]
    starts = [section.span.start for section in page.sections[1:]] + [len(page.source.text)]
    for index, section in enumerate(page.sections):
        below = page.sections[index + 1] if index + 1 < len(page.sections) else None
        if below and below.level > section.level:
            continue
        if ends[index] > section.heading.end and _is_bare(page, section, starts[index]):
            message = f"the section “{section.title}” is empty"
            yield Verdict(message, (Mark(section.heading, "nothing stands under this heading"),))


def _is_bare(page: Page, section: Section, end: int) -> bool:
    """Whether nothing but comments and categories stands between a heading and ``end``."""
    source = page.source
    start = source.text.find("\n", section.heading.end, end)
    if start < 0:
        return not _comment_free(source.text[section.heading.end : end]).strip(" =\t\r")
    first = _SEEN.search(source.text, start, end)
    if first and first[0] not in "<[":
        return False
    at = start
    index = bisect_left(page.categories, start, key=lambda category: category.span.start)
    while index < len(page.categories) and page.categories[index].span.start < end:
        category = page.categories[index]
        opened = source.text.rfind("[[", at, category.span.start)
        if opened < 0 or _comment_free(source.text[at:opened]).strip():
            return False
        at = source.text.find("]]", category.span.end) + 2
        index += 1
    return not _comment_free(source.text[at:end]).strip()


def _comment_free(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (opened := text.find("<!--", at)) >= 0:
        kept.append(text[at:opened])
        closed = text.find("-->", opened)
        at = closed + 3 if closed >= 0 else len(text)
    return "".join(kept) + text[at:]


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= Norby =\n\nNorby is a town.\n\n== ⟦1:History⟧ ==\n\n== Economy ==\nFish."),
        Example("= Norby =\n\nNorby is a town.\n\n== Economy ==\nFish.\n\n==⟦1:See also⟧=="),
        wikitext("A town.\n\n== ⟦1:History⟧ ==\n<!-- to be written -->\n\n== Economy ==\nFish.", title="Norby"),
        wikitext("A town.\n\n== Economy ==\nFish.\n\n== ⟦1:Links⟧ ==\n\n[[Category:Towns]]\n", title="Norby"),
    ),
    good=(
        Example(
            "= Norby =\n\nNorby is a town.\n\n== History ==\n\n=== Middle ages ===\nA fort.\n\n== Economy ==\n- Fish"
        ),
        wikitext(
            "A town.\n\n== History ==\n{{empty section}}\n\n== Economy ==\n[[File:Port.jpg|thumb]]", title="Norby"
        ),
        wikitext("A town.\n\n== Gallery ==\n<gallery>\nPort.jpg\n</gallery>\n\n== Table ==\n{|\n|x\n|}", title="Norby"),
        wikitext("A town.\n\n== References ==\n<references/>\n\n[[Category:Towns]]", title="Norby"),
    ),
)
