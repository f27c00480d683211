"""An infobox field's name is a misspelling of one that the kind knows.

Why: a template drops a field whose name it does not know without a word, so what stands there is never shown.

Right all the same: when the template does know the field and the two names are only alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.kinds.kind import built_in, normal
from articles.kinds.nearest import nearest
from articles.kinds.offences import own_infoboxes
from rules.finding import Confidence, Severity
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

PLAIN, SHORTEST_PLAIN = "infobox", 4
"""A plain infobox has few fields, so that even short names are told apart."""
GENERIC = "generic"


def check(article: Article, *, shortest: int = 6, most: int = 1000) -> Iterator[Verdict]:
    """Look for near misses among the fields that no kind knows; shorter names than ``shortest`` are left alone.

    No more than ``most`` fields of an infobox are looked at.
    """
    kinds, kind = article.kinds or built_in(), article.kind
    own = own_infoboxes(article.page, kind)
    for infobox in article.page.infoboxes:
        for field in infobox.fields[:most]:
            key = normal(field.key)
            if len(key) < SHORTEST_PLAIN or kinds.knows(key):
                continue
            least = SHORTEST_PLAIN if normal(infobox.name) == PLAIN else shortest
            if infobox not in own or kind.name == GENERIC:
                name = _shared(key, kinds.by_name[GENERIC].known, (least + shortest) // 2)
            else:
                name = nearest(key, kind.known) if len(key) >= least else None
            if name:
                message = f"the infobox field “{field.key}” is not known; “{name}” is"
                fix = Change(f"call it “{name}”", ((field.key_span, name),))
                yield Verdict(message, (Mark(field.key_span, f"did you mean “{name}”?"),), changes=(fix,))


def _shared(key: str, known: frozenset[str], shortest: int) -> str | None:
    """The field of many infoboxes that a name in one of an unknown kind is a misspelling of.

    Another last letter may be another word ("discoverer"), and a short name may be one as well, unless its letters are
    those of the known one.
    """
    name = nearest(key, known)
    if name is None or key[:-1] == name[:-1] or key.startswith(name) or name.startswith(key):
        return None
    swapped = len(key) > SHORTEST_PLAIN and sorted(key) == sorted(name)  # "last" is no "lats"
    return name if len(key) > shortest or swapped else None


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= Ostland =\n\nInfobox country\n- ⟦1:Captial⟧: Norby\n- Currency: crown\n\nOstland is a country."),
        wikitext("{{Infobox settlement|name=Norby|⟦1:populaton_total⟧=12,000}}\nNorby is a town.", title="Norby"),
        wikitext("{{Infobox country\n| capital = Norby\n| ⟦1:leadr_name2⟧ = Ada Berg\n}}\nA country.", title="Ostland"),
        wikitext("{{Infobox river|⟦1:lenght⟧=12 km|progression=Lunde}}\nThe Lys is a river.", title="Lys"),
        wikitext("{{Infobox bridge|crosses=Lys|⟦1:widht⟧=8 m|design=arch}}\nA bridge.", title="Norby Bridge"),
    ),
    good=(
        Example("= Lake Orr =\n\nInfobox\n- Type: tarn\n- Max. depth: 17 m\n\nLake Orr is a tarn."),
        Example("= Ostland =\n\nInfobox country\n- Capital: Norby\n- National flower: edelweiss\n\nA country."),
        wikitext("{{Infobox settlement|name=Norby|leader_name7=Ada Berg|leader_title7=Clerk}}\nA town.", title="Norby"),
        wikitext("{{Infobox comet|last=4 May|discoverer=Ada Berg|launches=3|colour=red}}\nA comet.", title="Berg"),
    ),
)
