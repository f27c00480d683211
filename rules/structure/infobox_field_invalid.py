"""An infobox field holds what cannot stand there, or lacks the field that it needs beside it.

Why: a field of the wrong form is shown wrongly or not at all, and whoever reads the infobox by machine takes
it for what it is not. A field whose partner is missing (a name without its title) is not shown, which is a note only.

Right all the same: when the template was extended and takes forms that the kind's schema does not know yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.kinds.offences import Offence, Sort
from articles.page import Page
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

LONGEST = 60


def check(article: Article) -> Iterator[Verdict]:
    """Ask the kind's schema about every field."""
    for offence in article.offences:
        if offence.field and offence.sort is Sort.FIELD:
            yield _wrong(article.page, offence)
        elif offence.sort is Sort.TOGETHER:
            yield _alone(offence)


def _wrong(page: Page, offence: Offence) -> Verdict:
    assert offence.field
    value = page.text(offence.field.prose).strip()
    told = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    message = f"the infobox field “{offence.field.key}” is “{told}”, but it must be {offence.demand}"
    return Verdict(message, (Mark(offence.field.value, f"must be {offence.demand}"),))


def _alone(offence: Offence) -> Verdict:
    if offence.field:
        message = f"the infobox field “{offence.field.key}” stands without “{offence.demand}”, which it needs"
        mark = Mark(offence.field.value, f"needs “{offence.demand}” beside it")
        return Verdict(message, (mark,), severity=Severity.NOTE)
    assert offence.infobox
    message = f"the infobox lacks the field “{offence.demand}”, which an article of this kind needs"
    return Verdict(message, (Mark(offence.infobox.name_span, f"“{offence.demand}” belongs in here"),))


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("= Ostland =\n\nInfobox country\n- Capital: Norby\n- HDI: ⟦1:7.83⟧\n\nOstland is a country."),
        Example("= Narvia–Ostland relations =\n\nInfobox\n- Filetype: ⟦1:vector⟧\n\nA border.\n\n== See also =="),
        Example("= Ostland =\n\nInfobox country\n- Capital: Norby\n- GDP nominal year: ⟦1:next⟧\n\nA country."),
        wikitext("{{Infobox country\n| capital = Norby\n| percent_water = ⟦1:104⟧\n}}\nA country.", title="Ostland"),
        wikitext("{{Infobox settlement|population_total=⟦1:plenty⟧|latd=⟦2:97⟧}}\nNorby is a town.", title="Norby"),
        wikitext(
            "{{Infobox settlement|leader_title=Mayor|leader_name1=⟦1:[[Ada Berg]]⟧}}\nNorby is a town.", title="Norby"
        ),
        wikitext("{{Infobox dam|dam_height=⟦1:very tall⟧}}\nThe Norby Dam is a dam.", title="Norby Dam"),
        wikitext("{{Infobox officeholder|birth_date=⟦1:in Norby⟧}}\nA minister.", title="Ada Berg"),
    ),
    good=(
        Example("= Ostland =\n\nInfobox country\n- Capital: Norby\n- HDI: 0.783 (high)\n\nOstland is a country."),
        Example("= Narvia–Ostland relations =\n\nInfobox\n- Filetype: SVG\n\nA border.\n\n== See also =="),
        wikitext("{{Infobox country\n| capital = Norby\n| percent_water = 4.5%\n}}\nA country.", title="Ostland"),
        wikitext("{{Infobox country\n| capital = Norby\n| percent_water = negligible\n}}\nA country.", title="Ostland"),
        wikitext("{{Infobox settlement|population_total={{some census|Norby}}}}\nA town.", title="Norby"),
        wikitext("{{Infobox settlement|population_total=about 12,000|latd=-7}}\nA town.", title="Norby"),
        wikitext("{{Infobox settlement|leader_title1=Mayor|leader_name1=[[Ada Berg]]}}\nA town.", title="Norby"),
        wikitext("{{Infobox dam|dam_height=about 60 m|depth=varies|area=one hectare}}\nA dam.", title="Norby Dam"),
        wikitext("{{Infobox settlement|established_date=1204}}\nA town.", title="Norby"),
        wikitext("{{Infobox military conflict|date=1809|casualties1=300 dead}}\nA battle.", title="Battle of Norby"),
        wikitext("{{Infobox officeholder|birth_date=unknown|death_date=17th century}}\nA minister.", title="Ada Berg"),
    ),
)
