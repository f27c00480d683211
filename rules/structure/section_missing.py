"""A section that every article of the kind has is missing.

Why: readers look for it in its usual place, and an article without it leaves them at a dead end.

Right all the same: when the article is still being built, or tells the same under a heading of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.kinds.offences import Sort
from articles.kinds.parties import wanted_links
from articles.page import Form
from rules.absence import title_place
from rules.finding import Confidence, Severity
from rules.laws.blocks import is_closing
from rules.rule import Example, Mark, Rule, Verdict, wikitext

SEE_ALSO = "See also"
PAIR = "bilateral-relations"
STUB = 45
"""Words up to which an article on two states is a stub, which needs no sections: one with more has more to tell."""


def check(article: Article) -> Iterator[Verdict]:
    """Ask the kind's schema which sections it demands; links that stand in the text need no section of their own."""
    if article.kind.name == PAIR and _is_all_lead(article):
        message = "no section of text, though the article says more of the two states than a lead sums up"
        yield Verdict(message, (Mark(title_place(article.page), "sections belong in here"),))
    for offence in article.offences:
        if offence.sort is not Sort.SECTION:
            continue
        if offence.demand == SEE_ALSO and not any(wanted_links(article.page, article.kind)):
            continue
        kind = article.kind.name.replace("-", " ")
        message = f"no section “{offence.demand}”, though an article of the kind “{kind}” has one"
        yield Verdict(message, (Mark(title_place(article.page), f"a section “{offence.demand}” belongs in here"),))


def _is_all_lead(article: Article) -> bool:
    """Whether a lead that is longer than a stub's is all the text, and links or sources follow it at once."""
    page = article.page
    told = sum(len(page.text(block.span).split()) for block in page.lead if block.form is Form.PARAGRAPH)
    return told > STUB and bool(page.sections) and all(is_closing(page, index) for index in range(len(page.sections)))


_COUNTRY = (
    "= {title} =\n\nInfobox country\n- Capital: Norby\n\nA country.\n\n== Economy ==\nFish.\n\n== Culture ==\nSong.\n\n"
)

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("= ⟦1:Narvia–Ostland relations⟧ =\n\nInfobox\n- Map: A.svg\n\nA border.\n\n== History ==\nA long one."),
        Example(_COUNTRY.format(title="⟦1:Ostland⟧") + "== Geography ==\nFlat."),
        Example(
            "= ⟦1:Narvia–Ostland relations⟧ =\n\nInfobox\n- Map: A.svg\n\nNarvia–Ostland relations are the relations "
            "between Narvia and Ostland. A road over the pass of Ems was opened to carts under the last king, "
            "and its tolls paid for the school at Norby. Millers from Ostland taught their trade in the valleys, where "
            "the wheels still turn. A treaty on the water of the upper lakes has been in force for thirty years.\n\n"
            "== See also ==\n- Foreign relations of Narvia\n- Foreign relations of Ostland"
        ),
        wikitext(
            "⟦1:{⟧{Infobox country|capital=Norby}}\nA country.\n\n== History ==\nOld.\n== Economy ==\nFish.\n"
            "== Culture ==\nSong.",
            title="Ostland",
        ),
    ),
    good=(
        Example("= Narvia–Ostland relations =\n\nInfobox\n- Map: A.svg\n\nA border.\n\n== See also ==\n- Ostland"),
        Example(_COUNTRY.format(title="Ostland") + "== Early history ==\nOld.\n\n== Geography and climate ==\nFlat."),
        Example("= Ostland =\n\nInfobox country\n- Capital: Norby\n\nOstland is a country."),
        Example(
            "= Ostland =\n\nInfobox country\n- Capital: Norby\n\nA land.\n\n== History ==\nOld.\n\n== Trade ==\nFish."
            "\n\n== References ==\n- A book"
        ),
        wikitext(
            "{{Infobox bilateral relations|map=A.svg}}\nSee [[Foreign relations of Narvia]] and "
            "[[Foreign relations of Ostland]].\n\n== History ==\nA long one.",
            title="Narvia–Ostland relations",
        ),
    ),
)
