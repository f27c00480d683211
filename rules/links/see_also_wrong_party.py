"""“See also” of an article on two parties links the relations of a third one.

Why: such articles are often begun as a copy of another one, and the links of the copied pair stay behind.

Right all the same: when the third party is a predecessor or a part of one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.gazetteer import gazetteer
from articles.kinds.parties import PARTY, parties, plain_title
from articles.page import Form
from rules.finding import Confidence, Severity
from rules.laws.names.states_named import within
from rules.rule import Example, Mark, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Look for an entry of the form that the kind demands, but for neither party, while one of theirs is missing."""
    page = article.page
    named = parties(page.title)
    if not named:
        return
    for form in article.kind.see_also:
        prefix = plain_title(form.partition(PARTY)[0])
        own = {plain_title(form.replace(PARTY, party)) for party in named}
        entries = [(entry, plain_title(entry.name)) for entry in page.see_also]
        strangers = [(entry, name) for entry, name in entries if name.startswith(prefix) and name not in own]
        missing = own - {name for _, name in entries}
        for entry, name in strangers:
            other = name.removeprefix(prefix).strip()
            related = any(within(party, name) or within(other, party) for party in named)
            if (missing or _nowhere(article, other)) and not related:
                told = " and ".join(named)
                yield Verdict(
                    f"“See also” links “{entry.name}”, but the article is on {told}",
                    (Mark(entry.span, "a third party"),),
                )


def _nowhere(article: Article, name: str) -> bool:
    """Whether a state of today stands in the list alone, and the text does not say what it has to do with the two."""
    words = [word.capitalize() if word not in ("of", "and", "the") else word for word in name.split()]
    entity = gazetteer().entities.get(gazetteer().canonical(" ".join(words)) or "")
    if entity is None or entity.kind != "state" or entity.end:
        return False
    page = article.page
    told = (page.text(block.span) for block in page.blocks if block.form is not Form.ITEM)
    return not any(known in text for text in told for known in (*entity.names, *entity.adjectives))


_BOX = "Infobox\n- Map: A.svg\n\nThey share a border.\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example(
            "= Jordan–Niger relations =\n\nInfobox\n- Map: A.svg\n\nThey are friends.\n\n== See also ==\n"
            "- Foreign relations of Jordan\n- Foreign relations of Niger\n- ⟦1:Foreign relations of Nigeria⟧"
        ),
        Example(
            f"= Narvia–Ostland relations =\n\n{_BOX}== See also ==\n- Foreign relations of Narvia\n"
            "- ⟦1:Foreign relations of Westland⟧"
        ),
        wikitext(
            "Near.\n\n== See also ==\n* [[⟦1:Foreign relations of Westland⟧]]\n* [[Foreign relations of Ostland]]\n",
            title="Narvia–Ostland relations",
        ),
    ),
    good=(
        Example(
            f"= Narvia–Ostland relations =\n\n{_BOX}== See also ==\n- Foreign relations of Narvia\n"
            "- Foreign relations of Ostland\n- Foreign relations of Westland"
        ),
        Example(
            "= Jordan–Niger relations =\n\nInfobox\n- Map: A.svg\n\nJordan trades through Nigeria.\n\n== See also ==\n"
            "- Foreign relations of Jordan\n- Foreign relations of Niger\n- Foreign relations of Nigeria"
        ),
        Example(
            f"= Narvia–Ostland relations =\n\n{_BOX}== See also ==\n- Foreign relations of Narvia\n- Narvians abroad"
        ),
    ),
)
