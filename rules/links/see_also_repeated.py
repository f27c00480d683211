"""“See also” lists one article twice.

Why: a list of what to read next should name each article once; a repeated entry usually replaced another one
that is now lost.

Right all the same: when the two entries lead to different sections of one article.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Entry
from rules.finding import Confidence, Severity
from rules.laws.edits import struck_line
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Compare the entries of the section with each other."""
    named: dict[str, list[Entry]] = {}
    for entry in article.page.see_also:
        name = " ".join(entry.name.replace("_", " ").split())
        named.setdefault(name[:1].upper() + name[1:], []).append(entry)
    for name, entries in named.items():
        if len(entries) > 1:
            marks = tuple(Mark(entry.span, f"“{name}” stands here") for entry in entries)
            rest = tuple((struck_line(article, entry.span), "") for entry in entries[1:])
            changes = (Change("strike all but the first", rest),)
            yield Verdict(f"“See also” lists “{name}” {len(entries)} times", marks, changes=changes)


_TOWN = "= Norby =\n\nA town.\n\n== See also ==\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(_TOWN + "- ⟦1:Ostland⟧\n- Towns of Ostland\n- ⟦2:Ostland⟧"),
        wikitext("A town.\n\n== See also ==\n* [[⟦1:Ostland⟧]]\n* [[⟦2:ostland⟧|The country]]\n", title="Norby"),
    ),
    good=(
        Example(_TOWN + "- Ostland\n- Towns of Ostland"),
        wikitext("A town.\n\n== See also ==\n* [[Ostland#History]]\n* [[Ostland#Economy]]\n", title="Norby"),
    ),
)
