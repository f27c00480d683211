"""One of the closing sections stands before the text or out of its usual order.

Why: readers know where to find notes, references and links; an article that puts text after them looks as if it
had ended.

Right all the same: when a field of study has an order of its own, as some lists of works have. Notes that explain the
text often follow it at once, before "See also": that is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Form, Section
from articles.words import WordList
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

RANKS = {
    "see also": 1,
    "notes": 2,
    "footnotes": 2,
    "explanatory notes": 2,
    "references": 3,
    "citations": 3,
    "notes and references": 3,
    "references and notes": 3,
    "external links": 5,
}
"""The order of English Wikipedia's manual of style; further reading and bibliographies stand where they like."""

CLOSING = frozenset({"references", "external links", "notes and references", "see also"})
APPENDIX = WordList(__file__, "appendix")
"""Words one of which is in the name of a section that may stand behind the references."""
SHORTEST = 25
"""A section of the text has a paragraph of at least so many characters."""
TOP = 2
CITED = (2, 3)
SEE_ALSO, NOTES = 1, 2


def check(article: Article) -> Iterator[Verdict]:
    """Walk over the top-level sections and find those that a later one should stand behind."""
    top = [section for section in article.page.sections if section.level == TOP]
    early = _early(article, top)
    if early is not None:
        yield _before_text(*early)
        return
    last: tuple[int, Section] | None = None
    for section in top:
        rank = RANKS.get(" ".join(section.title.lower().split()))
        if rank is None:
            continue
        if last and rank < last[0] and not _fine(last[0], rank):
            yield _behind(last[1], section)
            return
        last = (rank, section)


def _early(article: Article, top: list[Section]) -> tuple[Section, Section] | None:
    """The first of the closing sections, and the section of the text that stands behind it."""
    titles = [" ".join(section.title.lower().split()) for section in top]
    at = next((at for at, title in enumerate(titles) if title in CLOSING), None)
    if at is None or at + 1 == len(top):
        return None
    behind = next((top[place] for place in range(at + 1, len(top)) if _is_text(article, top[place])), None)
    return (top[at], behind) if behind else None


def _is_text(article: Article, section: Section) -> bool:
    """Whether a section tells something in prose, and is no appendix."""
    said = section.title.lower().split()
    if " ".join(said) in RANKS or not APPENDIX.isdisjoint(said):
        return False
    number = article.page.sections.index(section)
    return any(
        block.section == number and block.form is Form.PARAGRAPH and block.span.end - block.span.start >= SHORTEST
        for block in article.page.blocks
    )


def _before_text(closing: Section, text: Section) -> Verdict:
    message = f"the section “{closing.title}” stands before “{text.title}”, but closes the article after it"
    marks = (Mark(closing.heading, f"this comes behind “{text.title}”"), Mark(text.heading, "this comes first"))
    return Verdict(message, marks)


def _fine(before: int, after: int) -> bool:
    """Whether two ranks may stand the other way round."""
    return (before in CITED and after in CITED) or (before, after) == (NOTES, SEE_ALSO)


def _behind(first: Section, second: Section) -> Verdict:
    message = f"the section “{first.title}” stands before “{second.title}”, but closes the article after it"
    marks = (Mark(first.heading, "this comes behind it"), Mark(second.heading, f"this comes before “{first.title}”"))
    return Verdict(message, marks)


_TOLD = (
    "The pots of Norby are of a red clay that is dug on the island, and were fired with driftwood in pits on the shore "
    "until the kiln was built."
)

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("= Norby =\n\nA town.\n\n== ⟦1:References⟧ ==\n- A book\n\n== ⟦2:Its pottery⟧ ==\n" + _TOLD),
        Example("= Norby =\n\nA town.\n\n== ⟦1:References⟧ ==\n- A book\n\n== ⟦2:See also⟧ ==\n- Ostland"),
        wikitext(
            "A town.\n== ⟦1:External links⟧ ==\n* x\n== Trade ==\nFish.\n== ⟦2:References⟧ ==\n<references/>",
            title="Norby",
        ),
    ),
    good=(
        Example("= Norby =\n\nA town.\n\n== References ==\n- A book\n\n== Selected works ==\n" + _TOLD),
        Example(
            "= Norby =\n\nA town.\n\n== See also ==\n- Ostland\n\n== References ==\n- A book\n\n== External links ==\n"
        ),
        wikitext("A town.\n== References ==\n<references/>\n== Notes ==\n{{notelist}}", title="Norby"),
        wikitext("A town.\n== Notes ==\n{{notelist}}\n== See also ==\n* [[Ostland]]", title="Norby"),
        wikitext("A town.\n== History ==\nOld.\n=== See also ===\n* x\n== Trade ==\nFish.", title="Norby"),
    ),
)
