"""Two are said to be the first to do one thing.

Why: only one can be; a reader who meets one of the two sentences takes it for a fact.

Right all the same: firsts of different sorts that the article tells apart in words that are not understood, and two who
did it together. Only sentences that give the same words for what was done, and name somebody else, are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from rules.finding import Confidence, Severity
from rules.laws.times.firsts import First, firsts, sure
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold every "first" against the one that says the same of another, or of another time."""
    told: dict[frozenset[str], First] = {}
    for first in firsts(article):
        other = told.setdefault(first.key, first)
        if other is first or not sure(other, first):
            continue
        differs = _apart(other, first)
        if differs is not None:
            yield _verdict(article, other, first) if differs else Outcome.CONSISTENT


def _apart(one: First, other: First) -> bool | None:
    """Whether two firsts have other holders or other dates; None where they cannot be held against each other."""
    dates = [each.date.value for each in (one, other) if each.date is not None and isinstance(each.date.value, Date)]
    if len(dates) == len((one, other)):
        return not dates[0].overlaps(dates[1])
    return not (one.who <= other.who or other.who <= one.who) if one.who and other.who else None


def _verdict(article: Article, one: First, other: First) -> Verdict:
    said = [" ".join(article.page.text(first.span).split()) for first in (one, other)]
    return Verdict(
        f"“{said[0]}”, but “{said[1]}”: only one can be the first",
        (Mark(one.span, one.name or "a first"), Mark(other.span, other.name or "another first")),
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby Bridge =\n\nNorby Bridge is a bridge. ⟦1:The first train crossed the bridge on 4 May 1871⟧. A "
            "stone says that ⟦2:the first train crossed the bridge on 9 June 1874⟧."
        ),
        Example(
            "⟦1:Bo Lind made the first flight in the country in 1910⟧. At Alder, where "
            "⟦2:Ada Roth made the first flight in the country⟧, a stone stands."
        ),
        Example(
            "⟦1:Anton Greve was elected the first president of the republic⟧ in 1921. In 1929 ⟦2:Karl Lund became the "
            "first president of the republic⟧."
        ),
        Example(
            "⟦1:The first women's match was played at Norby in 1893⟧. A league was formed. ⟦2:The first women's "
            "match took place at Alder in 1904⟧."
        ),
        Example(
            "= Norby Medal =\n\nThe Norby Medal is a prize. ⟦1:The first winner was Ada Lind⟧. It was cut by Bo Roth, "
            "⟦2:who was the first winner of the medal⟧."
        ),
        Example(
            "In 1901 ⟦1:Ada Lind was the first woman to graduate from the university⟧. ⟦2:Eva Roth "
            "became the first woman to graduate from the university⟧ in 1911."
        ),
        Example(
            "⟦1:Ana Roe was the first woman to cross the strait⟧. She lived in Norby.\n\nIn 1950, ⟦2:Ida Holm became "
            "the first woman to cross the strait⟧."
        ),
        Example(
            "⟦1:The Norby Line was the first railway in the valley⟧. ⟦2:The Alder Line was the first railway in the "
            "valley⟧, built in 1870."
        ),
        Example(
            "= Mount Karsa =\n\nMount Karsa is a mountain. ⟦1:The first ascent was made in 1911⟧. ⟦2:The first ascent "
            "of the mountain was made in 1924⟧ by Ada Lind, a guide."
        ),
        Example(
            "= Mount Karsa =\n\nMount Karsa is a mountain. ⟦1:The first ascent was made in 1911⟧, on a fine day. "
            "⟦2:It was first climbed in 1924⟧ by two guides, whose names are lost."
        ),
        Example(
            "= Flying in Norland =\n\n⟦1:The first flight over Norland was made by Bo Roth in 1911⟧. A mast marks the "
            "field where ⟦2:Ivar Sten made the first flight over Norland in 1913⟧."
        ),
        Example(
            "⟦1:Karl Ohm was the first Speaker of the Diet⟧, chosen in 1848. A portrait shows ⟦2:Johann Reuss, the "
            "first Speaker of the Diet⟧, in furs."
        ),
        Example(
            "⟦1:The first woman to be elected to the council was Ada Lind⟧. In 1931 ⟦2:Eva Roth became the "
            "first woman elected to the council⟧."
        ),
        wikitext(
            "⟦1:Norway was the first country to recognise the republic⟧. ⟦2:Sweden was the first country to "
            "recognize the republic⟧ in 1906."
        ),
        Example(
            "= Mount Norby =\n\nMount Norby is a mountain. ⟦1:The first ascent was made in 1911⟧ by Ana Roe. ⟦2:Ida "
            "Holm was the first person to stand on the summit⟧."
        ),
    ),
    good=(
        Example(
            "= Mount Norby =\n\nMount Norby is a mountain. The first ascent was made in 1911 by Ana Roe. Ida Holm was "
            "the first woman to stand on the summit."
        ),
        Example(
            "= Norland parliament =\n\nBo Lund was the first Speaker of the House of Peers. Karl Ohm was the first "
            "Speaker of the House of Burgesses. Ana Roe was the first woman to row across the sound in winter. Kari "
            "Moe was the first woman to row across the sound."
        ),
        Example(
            "= Mount Karsa =\n\nMount Karsa is a mountain. The first ascent was made in 1911. It was first mapped in "
            "1924. The mountain was first climbed on skis in 1950."
        ),
        Example(
            "= Mount Karsa =\n\nMount Karsa is a mountain. The first ascent was made in 1911. The first winter ascent "
            "of the mountain was made in 1924. The first ascent of Mount Bor was made in 1930."
        ),
        Example(
            "Ana Roe was the first woman to cross the strait. In 1950, Ida Holm became the first man to cross the "
            "strait."
        ),
        Example(
            "Ana Roe was the first woman to cross the strait. Roe was the first woman to cross the strait and the bay."
        ),
        Example(
            "Ana Roe and Ida Holm were together the first women there. Ana Roe was the first mayor. "
            "Ida Holm was the first mayor."
        ),
        Example("Ana Roe was one of the first to cross the strait. Ida Holm was the first to cross the strait."),
    ),
)
