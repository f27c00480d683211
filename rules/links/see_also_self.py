"""“See also” lists the article itself.

Why: the entry leads nowhere, and stands where another one was meant.

Right all the same: when the entry leads to a section of the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.edits import struck_line
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Compare the entries of the section with the title."""
    page = article.page
    for entry in page.see_also:
        if _same(entry.name) == _same(page.title):
            marks = (Mark(entry.span, "this is the article itself"),)
            changes = (Change("strike the entry", ((struck_line(article, entry.span), ""),)),)
            yield Verdict(f"“See also” lists the article itself, “{page.title}”", marks, changes=changes)


def _same(name: str) -> str:
    plain = " ".join(name.replace("_", " ").split())
    return plain[:1].upper() + plain[1:]


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= Norby =\n\nA town.\n\n== See also ==\n- Ostland\n- ⟦1:Norby⟧"),
        wikitext("A town.\n\n== See also ==\n* [[⟦1:Norby⟧]]\n", title="Norby"),
    ),
    good=(
        Example("= Norby =\n\nA town.\n\n== See also ==\n- Norby Light"),
        wikitext("A town.\n\n== See also ==\n* [[Norby#History]]\n", title="Norby"),
    ),
)
