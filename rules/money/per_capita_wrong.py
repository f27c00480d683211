"""The GDP is not the GDP per capita times the number of people.

Why: the three are tied by one multiplication; if they disagree, one has lost its scale or is another year's or
another state's.

Right all the same: when one of the two is in purchasing power and the article does not say so, or the population
was counted long before. A population within ``years`` years counts, and ``tolerance`` percent are allowed for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from articles.article import Article
from articles.claims.claim import Money
from articles.claims.written import Written
from articles.facts.fact import Fact
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.bounds import bounds
from rules.laws.figures.slips import slip
from rules.laws.money.economy import possessive, told, years_between
from rules.laws.money.heads import told_apart
from rules.laws.money.per_head import (
    MOST,
    People,
    PerHead,
    Together,
    agree,
    newest,
    per_heads,
    populations,
    told_elsewhere,
    told_together,
)
from rules.laws.wording import number, restated
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

ROUGHLY = Decimal("0.03")
"""How far the three of one sentence may be from each other beside their rounding."""


def check(article: Article, *, tolerance: float = 15, years: int = 3) -> Iterator[Verdict | Outcome]:
    """Hold every GDP and GDP per capita against the populations told; else against another such pair."""
    reach = Decimal(str(tolerance)) / 100
    pairs = list(islice(per_heads(article), MOST))
    once = {(pair.head.span, pair.gdp_amount): pair for pair in sorted(pairs, key=_distance, reverse=True)}
    alone: list[PerHead] = []
    found_wrong: set[ProseSpan] = set()
    for pair in pairs:
        found = list(islice(populations(article, pair, years, newest(pairs, pair)), MOST))
        outcomes = [agree(people.bounds, pair.people, reach) for people in found]
        if found and set(outcomes) == {Outcome.CONFLICTING}:
            nearest = min(found, key=lambda people: abs(people.fact.span.start - pair.gdp.span.start))
            found_wrong.add(pair.head.span)
            if once[pair.head.span, pair.gdp_amount] is pair:
                yield _against_people(article, pair, nearest, reach)
        elif found:
            yield next(outcome for outcome in outcomes if outcome is not Outcome.CONFLICTING)
        else:
            alone.append(pair)
    yield from _among_pairs(article, alone, reach, years)
    told_of = set(found_wrong)
    for together in (*told_together(article), *told_elsewhere(article), *told_apart(article)):
        told_already = together.head.span in told_of
        told_of.add(together.head.span)
        yield from _in_one_sentence(article, together, told_of=told_already)


def _distance(pair: PerHead) -> int:
    """How far a GDP stands from its GDP per capita: one told twice, as in the infobox and the text, is found once."""
    return abs(pair.gdp.span.start - pair.head.span.start)


def _in_one_sentence(article: Article, told_: Together, *, told_of: bool) -> Iterator[Verdict | Outcome]:
    """A product, a people and a product a head of one sentence, for which no other people can be meant."""
    gdp, head, count = (" ".join(article.page.text(each.span).split()) for each in told_[:3])
    said = bounds(told_.head.value.amount) if isinstance(told_.head.value, Money) else None
    if said is None or told_of:
        return
    outcome = agree(told_.made, said, ROUGHLY)
    if outcome is not Outcome.CONFLICTING:
        yield outcome
        return
    real = number(told_.real, _place(told_.real))
    yield Verdict(
        f"a GDP of “{gdp}” among “{count}” is {real} a head, not “{head}”",
        (
            Mark(told_.gdp.span, "the GDP"),
            Mark(told_.head.span, "the GDP per capita"),
            Mark(told_.people.span, "the population"),
        ),
        calculation=f"{gdp} / {count} = {real}, not {head}",
    )


def _against_people(article: Article, pair: PerHead, people: People, reach: Decimal) -> Verdict:
    gdp, head, count = (told(article, fact) for fact in (pair.gdp, pair.head, people.fact))
    amount, per_head = pair.gdp_amount, pair.head_amount
    product = _written(gdp, amount, people.amount.value * per_head.value)
    factor = slip(pair.point, people.amount.value, reach)
    return Verdict(
        f"a GDP per capita of “{head}” and a population of “{count}” make a GDP of {product}, not “{gdp}”",
        (
            Mark(pair.gdp.span, "the GDP"),
            Mark(pair.head.span, "the GDP per capita"),
            Mark(people.fact.span, "the population"),
        ),
        calculation=f"{head} x {count} = {product}, not {gdp}",
        hint=f"the three agree if one of them is wrong by a factor of {factor}" if factor else None,
        changes=(
            _change("GDP", pair.gdp, product),
            _change("GDP per capita", pair.head, _written(head, per_head, amount.value / people.amount.value)),
            _change("population", people.fact, _written(count, people.amount, pair.point)),
        ),
    )


def _among_pairs(article: Article, pairs: list[PerHead], reach: Decimal, years: int) -> Iterator[Verdict | Outcome]:
    """Two pairs of one state, as in nominal terms and in purchasing power, are of one people."""
    for at, first in enumerate(pairs):
        for second in pairs[at + 1 :]:
            gap = years_between(first.gdp.scope.when, second.gdp.scope.when)
            if first.gdp.subject != second.gdp.subject or first.gdp is second.gdp or first.head is second.head:
                continue
            if gap is None or gap > years:
                continue
            outcome = agree(first.people, second.people, reach)
            yield _against_pair(article, first, second) if outcome is Outcome.CONFLICTING else outcome


def _against_pair(article: Article, first: PerHead, second: PerHead) -> Verdict:
    shown = [told(article, fact) for fact in (first.gdp, first.head, second.gdp, second.head)]
    one, other = (number(pair.point, _place(pair.point)) for pair in (first, second))
    state = possessive(first.gdp.subject)
    return Verdict(
        f"{state} GDP of “{shown[0]}” at “{shown[1]}” a head makes {one} people, but “{shown[2]}” at “{shown[3]}” "
        f"a head makes {other}",
        (
            Mark(first.gdp.span, "the GDP"),
            Mark(first.head.span, "its GDP per capita"),
            Mark(second.gdp.span, "the other GDP"),
            Mark(second.head.span, "the other GDP per capita"),
        ),
        calculation=f"{shown[0]} / {shown[1]} = {one} people; {shown[2]} / {shown[3]} = {other} people",
    )


def _written(like: str, old: Written, new: Decimal) -> str:
    return restated(like, (old.value,), (new,), old.step) or number(new, _place(new))


def _place(value: Decimal) -> Decimal:
    """The place value that leaves three digits."""
    return Decimal(1).scaleb(value.adjusted() - 2)


def _change(name: str, fact: Fact, text: str) -> Change:
    return Change(f"write a {name} of {text}", ((fact.span, text),))


_FIJI = "= Economy of Fiji =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= Saint Orr =\n\nSaint Orr is an island state of ⟦3:62,000⟧ people.\n\n== Economy ==\nThe gross domestic "
            "product, put at ⟦1:$648 million⟧, comes to ⟦2:$14,500⟧ a head, and the least wage is $4 an hour."
        ),
        Example(
            "= Orr =\n\nOrr has a population of ⟦3:750,000⟧ (2015 census).\n\n== Economy ==\nGDP per capita reached "
            "⟦2:$28,000⟧ in 2015 and total GDP ⟦1:$12.0 billion⟧."
        ),
        Example(
            "= Economy of Orr =\n\nThe census of 2012 counted ⟦3:1.4 million⟧ people. In that year the gross domestic "
            "product was ⟦1:$5.6 billion⟧, or ⟦2:$2,600⟧ per head, and prices rose by 2 %."
        ),
        Example(
            "= Orrland =\n\nOrrland is a region. The land has a population of ⟦3:3.2 million⟧.\n\n== Output "
            "==\nIn 2014 its gross domestic product was ⟦1:€32 billion⟧, or ⟦2:€17,500⟧ per inhabitant."
        ),
        Example(
            "= Canton of Aar =\n\nIn 2010 cantonal output was ⟦1:CHF 18.0 billion⟧ and output per resident was "
            "⟦2:CHF 84,000⟧.\n\n== Population ==\nThe canton had ⟦3:300,000⟧ residents at the end of 2010."
        ),
        Example(
            "= Elmar Islands =\n\nPer head, the gross domestic product amounted to ⟦2:$11,200⟧ in 2011. It was "
            "⟦1:$2.17 billion⟧ for the islands as a whole. Among the ⟦3:310,000⟧ islanders registered in 2011, "
            "one in eight was a sailor."
        ),
        Example(
            "= Cape Tilman =\n\nCape Tilman is a territory. At the end of 2018 it had ⟦3:48,200⟧ inhabitants.\n\n"
            "== Economy ==\nIn 2018 gross domestic product reached ⟦1:$1.06 billion⟧, or ⟦2:$12,400⟧ per head."
        ),
        Example(
            "= Free Port of Azur =\n\nWith ⟦3:200,000⟧ inhabitants and a gross domestic product of ⟦1:$5.2 billion⟧ in "
            "2008, the port had a GDP per capita of ⟦2:$61,000⟧ that year."
        ),
        Example(
            "= Norland =\n\nNorland's GDP was ⟦1:$12 billion⟧ in 2010, which for a population of ⟦3:3 million⟧ means "
            "⟦2:$7,200⟧ a head."
        ),
        Example(
            "= Economy of Karelmark =\n\nKarelmark, a grand duchy of ⟦3:1.25 million⟧ people, lives on paper. In "
            "2016 the "
            "GDP of the duchy was ⟦1:$9.4 billion⟧, or ⟦2:$12,400⟧ per capita."
        ),
        Example(
            _FIJI
            + "Fiji had a population of ⟦3:900,000⟧ in 2021. Its nominal GDP was ⟦1:$4.5 billion⟧ and its nominal "
            "GDP per capita was ⟦2:$15,000⟧ in the same year."
        ),
        Example(
            "= Norland =\n\nNorland has a population of ⟦3:4.2 million⟧. As of 2022, Norland's GDP stands at "
            "⟦1:$31.5 billion⟧. Norland's GDP per capita is ⟦2:$750⟧."
        ),
        wikitext(
            "{{Infobox country|population_estimate=⟦3:896,000⟧|population_estimate_year=2020"
            "|GDP_nominal=⟦1:$5.4 billion⟧|GDP_nominal_year=2020|GDP_nominal_per_capita=⟦2:$60,270⟧"
            "|GDP_nominal_per_capita_year=2020}}\nFiji is a country.",
            title="Fiji",
        ),
        Example(
            _FIJI
            + "In 2021 the nominal GDP was ⟦1:$4.5 billion⟧ and the nominal GDP per capita ⟦2:$5,000⟧. In 2021 the "
            "GDP (PPP) was ⟦3:$11.2 billion⟧ and the GDP per capita (PPP) ⟦4:$27,000⟧."
        ),
    ),
    good=(
        Example(
            "= Orr Spit =\n\nA state of 90,000 people in summer and 30,000 in winter.\n\n== Output ==\nIn 2014 its"
            " gross domestic product was €900 million, or €30,000 per inhabitant."
        ),
        Example(
            "= Ister Province =\n\nThe product was €16.4 billion in 2014, when the province had 820,000 "
            "inhabitants. Public debt came to €1,300 per inhabitant."
        ),
        Example(
            "= Duchy of Wendel =\n\nThe duchy had 400,000 inhabitants in 2018. The gross domestic product was "
            "€9.6 billion in 2018, or €48,000 for each of the 200,000 people in work."
        ),
        Example(
            "= Norland =\n\nNorland's GDP was $12 billion in 2010, which for a population of 3 million means $4,000 "
            "a head. With 200,000 inhabitants and a GDP of $5.2 billion it spends $61,000 per head of its workers."
        ),
        Example(
            "= Economy of Karelmark =\n\nKarelmark, a grand duchy of 1.25 million people, lives on paper. In "
            "2016 the GDP "
            "of the duchy was $9.4 billion, or $7,500 per capita."
        ),
        Example(
            "= Kenya =\n\nKenya is a country. In 2019 it had a population of 6 million, a GDP of $48 "
            "billion and a GDP per capita of $8,000; at purchasing power parity GDP per capita was $12,400."
        ),
        Example(
            _FIJI
            + "Fiji had a population of 900,000 in 2021. Its nominal GDP was $4.5 billion and its nominal GDP per "
            "capita was $5,000 in the same year."
        ),
        Example(
            _FIJI
            + "Fiji had a population of 720,000 in 1990. Its nominal GDP was $4.5 billion and its nominal GDP per "
            "capita was $5,000 in 2021."
        ),
        Example(
            _FIJI + "Fiji had a population of 900,000 in 2021. Its nominal GDP was $4.5 billion and its GDP per capita "
            "(PPP) was $15,000 in 2021."
        ),
        Example(
            _FIJI + "Fiji had an urban population of 450,000 in 2021. Its nominal GDP was $4.5 billion and its nominal "
            "GDP per capita was $5,000 in 2021."
        ),
        Example(
            _FIJI + "In 2021 the nominal GDP was $4.5 billion and the nominal GDP per capita $5,000. In 2021 the GDP "
            "(PPP) was $11.2 billion and the GDP per capita (PPP) $12,300."
        ),
        Example(
            "= Norland–Sudland relations =\n\nAs of 2023, Norland's GDP stands at $23.5 billion, while Sudland's is "
            "higher at $109.3 billion. However, Norland's GDP per capita is higher at $8,526 compared to "
            "Sudland's $2,183."
        ),
    ),
    claims=frozenset(("money",)),
)
