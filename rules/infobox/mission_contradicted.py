"""The infobox lists an embassy that the text denies, or puts it in another city.

Why: a reader who wants to find the embassy is sent to the wrong place, or to none.

Right all the same: when the text tells of a time before the embassy was opened or moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.gazetteer import plain
from articles.page import Place
from rules.finding import Confidence, Severity
from rules.laws.missions import embassies, same_parties
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

PROSE = (Place.LEAD, Place.BODY)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare each embassy of the infobox with the first statement of the text on it."""
    facts = embassies(article)
    told = [fact for fact in facts if fact.place in PROSE]
    for boxed in facts:
        if boxed.place is not Place.INFOBOX:
            continue
        about = [fact for fact in told if same_parties(boxed, fact)]
        denied = next((fact for fact in about if not fact.polarity), None)
        moved = [fact for fact in about if fact.polarity and _elsewhere(boxed, fact)]
        if denied and not any(fact.polarity for fact in about):
            message = f"the infobox lists an embassy of {boxed.subject}, but the text denies that there is one"
            yield Verdict(message, (Mark(boxed.span, "listed"), Mark(denied.span, "denied")))
        elif moved and len(moved) == sum(fact.polarity for fact in about):
            places = f"in {boxed.value}, but the text in {moved[0].value}"
            message = f"the infobox puts the embassy of {boxed.subject} {places}"
            yield Verdict(message, (Mark(boxed.span, "in the infobox"), Mark(moved[0].span, "in the text")))
        elif about:
            yield Outcome.CONSISTENT


def _elsewhere(one: Fact, other: Fact) -> bool:
    """Whether two statements put one embassy into two cities."""
    if not isinstance(one.value, str) or not isinstance(other.value, str):
        return False
    first, second = plain(one.value).lower(), plain(other.value).lower()
    return first not in second and second not in first


_MORE = "\n\n== See also ==\n- Foreign relations of France"

_TITLE = "France–Norway relations"
_PAIR = f"= {_TITLE} =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, ⟦1:Oslo⟧\n\nFrance does not have an "
            "embassy in ⟦2:Norway⟧." + _MORE
        ),
        wikitext(
            "{{Infobox bilateral relations|mission1=[[Embassy of France, Oslo|Embassy of France, ⟦1:Oslo⟧]]}}\n"
            "France has an embassy in [[⟦2:Bergen⟧]].",
            title=_TITLE,
        ),
    ),
    good=(
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo. "
            "Norway does not have an embassy in France." + _MORE
        ),
        Example(
            _PAIR + "Infobox\n- Mission1: Embassy of France, Oslo\n\nFrance has an embassy in Oslo "
            "and a consulate in Bergen." + _MORE
        ),
    ),
    properties=frozenset(("mission",)),
)
