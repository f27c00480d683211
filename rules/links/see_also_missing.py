"""A link that every article of the kind gives under "See also" is missing.

Why: the reader of an article on two states wants to go on to the foreign relations of each, and the pair should
not be linked from one side only.

Right all the same: when a party is no state and there is no such article, or it is called otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.kinds.parties import Wanted, wanted_links
from articles.page import Page, Section
from articles.source import Span
from rules.absence import title_place
from rules.finding import Confidence, Severity
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

SEE_ALSO = "see also"
_LAST = ("notes", "references", "sources", "footnotes", "bibliography", "further reading", "external links")


def check(article: Article) -> Iterator[Verdict]:
    """Hold the links that the kind demands for each party against those that stand on the page."""
    page = article.page
    section = next((section for section in page.sections if section.title.lower() == SEE_ALSO), None)
    for wanted in wanted_links(page, article.kind):
        message = f"“See also” does not link “{wanted.article}”, though the article is on {wanted.party}"
        place = section.heading if section else title_place(page)
        mark = Mark(place, f"a link to “{wanted.article}” belongs in here")
        yield Verdict(message, (mark,), changes=(_added(page, section, wanted),), safe=section is not None)


def _added(page: Page, section: Section | None, wanted: Wanted) -> Change:
    item = f"* [[{wanted.article}]]" if page.reader == "wikitext" else f"- {wanted.article}"
    if section:
        at = page.see_also[-1].span.end if page.see_also else section.heading.end
        at = page.source.text.find("\n", at)
        at = len(page.source.text) if at < 0 else at
        return Change(f"add “{wanted.article}”", ((Span(at, at), "\n" + item),))
    later = (section.span.start for section in page.sections if section.title.lower() in _LAST)
    at = next(later, len(page.source.text))
    return Change(f"add a section with “{wanted.article}”", ((Span(at, at), f"\n== See also ==\n{item}\n\n"),))


_BOX = "Infobox\n- Map: A.svg\n\nThey share a border.\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(f"= Narvia–Ostland relations =\n\n{_BOX}== ⟦1:See also⟧ ==\n- Foreign relations of Narvia\n"),
        Example(f"= ⟦1:⟦2:Narvia–Ostland relations⟧⟧ =\n\n{_BOX}== History ==\nA long one."),
        wikitext(
            "A border.\n\n== ⟦1:See also⟧ ==\n* [[Foreign relations of Narvia]]\n* [[Foreign relations of Westland]]\n",
            title="Narvia–Ostland relations",
        ),
    ),
    good=(
        Example(
            f"= Narvia–Ostland relations =\n\n{_BOX}== See also ==\n- Foreign relations of Narvia\n"
            "- Foreign relations of Ostland"
        ),
        wikitext(
            "A part of the [[foreign relations of the Ostland|relations]] of Ostland.\n\n== See also ==\n"
            "* [[Foreign relations of Narvia]]\n",
            title="Narvia–Ostland relations",
        ),
        Example(
            f"= Narvia–Ostland cultural relations =\n\n{_BOX}== See also ==\n- Foreign relations of Narvia\n"
            "- Foreign relations of Ostland"
        ),
        Example("= Foreign relations of Ostland =\n\nOstland has many.\n\n== See also ==\n- Ostland"),
        Example("= Sino-Soviet relations =\n\nInfobox\n- Map: A.svg\n\nThey were not always good."),
    ),
)
