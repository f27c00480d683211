"""An article of a kind that always has an infobox has none, or an empty one.

Why: readers and machines look for the basic facts of such an article in its infobox; where it is missing they
find nothing, and where it is empty they find a frame without a picture.

Right all the same: when the article is a redirect in the making or a list that only looks like an article of
its kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.kinds.offences import Sort
from rules.absence import title_place
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Ask the kind's schema whether it demands an infobox."""
    for offence in article.offences:
        kind = article.kind.name.replace("-", " ")
        if offence.sort is Sort.INFOBOX_MISSING:
            place = title_place(article.page)
            yield Verdict(
                f"no infobox, though an article of the kind “{kind}” has one", (Mark(place, "an infobox belongs here"),)
            )
        elif offence.sort is Sort.INFOBOX_EMPTY and offence.infobox:
            place = offence.infobox.name_span
            yield Verdict("the infobox has no field with a value", (Mark(place, "this infobox is empty"),))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= ⟦1:Narvia–Ostland relations⟧ =\n\nNarvia and Ostland share a border.\n\n== See also ==\n- Narvia"),
        Example(
            "= Narvia–Ostland relations =\n\n⟦1:Infobox⟧\n- Map:\n- Mission1:\n\nThey share a border.\n\n== See also =="
        ),
        wikitext("⟦1:N⟧arvia and Ostland share a border.\n\n== See also ==", title="Narvia–Ostland relations"),
        wikitext("{{⟦1:Infobox country⟧\n| capital =\n}}\nOstland is a country in the north.", title="Ostland"),
    ),
    good=(
        Example("= Narvia–Ostland relations =\n\nInfobox\n- Map: A.svg\n\nThey share a border.\n\n== See also =="),
        Example("= Ostland =\n\nOstland is a country in the north."),
        Example("= Labour–management relations =\n\nThey are not always good."),
        wikitext(
            "{{Infobox diplomatic mission|name=Embassy}}\nThey share a border.\n\n== See also ==",
            title="Narvia–Ostland relations",
        ),
    ),
)
