"""One quantity is told twice, and the two agree as soon as a decimal point or a scale word is moved.

Why: "1.24 million" beside "124,000" is one lost digit, and one of the two is wrong by a factor that nobody can guess.

Right all the same: two quantities of different size happen to begin with the same digits. Only statements about one
property of one subject at one time are compared, and only an exact factor of ten, a hundred, a thousand or a million.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.page import Place
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement
from rules.laws.amounts.slipped_products import Slipped, slipped_products
from rules.laws.amounts.yearly_sums import YearlySum, yearly_sums
from rules.laws.edits import say_alike
from rules.laws.figures.one_description import told_twice
from rules.laws.figures.retold import retold, slip
from rules.laws.figures.slipped import slipped
from rules.laws.wording import number
from rules.rule import Example, Mark, Outcome, Rule, Verdict


def check(article: Article) -> Iterator[Verdict]:
    """Look for a factor of ten between two statements of one fact, and in the sum of equal years."""
    seen: set[ProseSpan] = set()
    for first, second in retold(article):
        seen.add(second.span)
        factor = slip(first, second) if agreement(first, second) is Outcome.CONFLICTING else None
        if factor is not None:  # other outcomes are counted by the rule on two values
            name = first.property.replace("-", " ").replace("gdp", "GDP")
            yield _verdict(article, f"{name} of {first.subject}", first.span, second.span, factor)
    for twice in article.once(told_twice):
        spans = twice.first.claim.span, twice.second.claim.span
        if twice.factor is not None and twice.places == {Place.BODY} and spans[1] not in seen:
            yield _verdict(article, twice.called(article), *spans, twice.factor)
            seen.add(spans[1])
    for first_claim, second_claim, factor in slipped(article):
        if second_claim.span not in seen:
            yield _verdict(article, "one measure", first_claim.span, second_claim.span, factor)
    summed: set[ProseSpan] = set()
    for made in yearly_sums(article):
        summed.update(made.spans)
        yield _summed(article, made)
    for found in slipped_products(article):
        if summed.isdisjoint(found.spans):
            yield _multiplied(article, found)


def _verdict(article: Article, name: str, first: ProseSpan, second: ProseSpan, factor: str) -> Verdict:
    one, other = (" ".join(article.page.text(span).split()) for span in (first, second))
    return Verdict(
        f"{name}: “{one}” and “{other}” are one number, {factor} times larger or smaller",
        (Mark(first, "said first"), Mark(second, f"a factor of {factor} away")),
        calculation=f"{one} and {other} agree after a factor of {factor}",
        changes=say_alike(article, first, second),
    )


def _summed(article: Article, made: YearlySum) -> Verdict:
    times, rate, whole = (" ".join(article.page.text(span).split()) for span in made.spans)
    real = number(made.product, Decimal(1))
    return Verdict(
        f"{times} of {rate} make {real}, not {whole}: a factor of {made.factor} lies between them",
        (Mark(made.spans[0], "so often"), Mark(made.spans[1], "so much each"), Mark(made.spans[2], f"not {real}")),
        calculation=f"{times} x {rate} = {real}, not {whole}",
    )


def _multiplied(article: Article, made: Slipped) -> Verdict:
    told = [" ".join(article.page.text(span).split()) for span in made.spans]
    real = number(made.product, Decimal(1))
    return Verdict(
        f"{told[0]}, {told[1]} and {told[2]}: so many times so much make {real}, a factor of {made.factor} away",
        tuple(Mark(span, "so many, so much each, or the total") for span in made.spans),
        calculation=f"so many times so much = {real}",
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("In 1905 ⟦1:140⟧ ships sailed with an average cargo of ⟦2:700 tonnes⟧, ⟦3:9,800 tonnes⟧ in all."),
        Example(
            "= Norby Fair =\n\nNorby Fair is a fair held since 1990, and its budget for 2018 was "
            "⟦1:2.6 million crowns⟧.\n\n== Money ==\nFor the fair of 2018 the guilds put together the budget of "
            "⟦2:26 million crowns⟧ a year in advance."
        ),
        Example(
            "= Ems Steel =\n\nEms Steel was a steel company in Ems with ⟦1:7,300⟧ employees in 1958.\n\n== End ==\nOf "
            "the ⟦2:730⟧ employees of 1958, few were left in 1977."
        ),
        Example(
            "= Orr Ferry =\n\nOrr Ferry was a company. In 1878 it had ⟦1:140⟧ barges. Each could take ⟦2:250 tonnes⟧, "
            "so that the fleet could move ⟦3:350,000 tonnes⟧ at a time."
        ),
        Example(
            "= Orr Library =\n\nOrr Library is a library. It holds ⟦1:1.6 million⟧ books. For the ⟦2:80,000⟧ people of "
            "Orr this comes to ⟦3:200⟧ books a head."
        ),
        Example(
            "= Orr Reservoir =\n\nOrr Reservoir covers ⟦1:83 hectares⟧.\n\n== Birds ==\nDucks winter on its "
            "⟦2:830 hectares⟧ of open water."
        ),
        Example(
            "= Ems Colliery =\n\nEms Colliery was a mine. Output was ⟦1:57,000 tonnes⟧ in 1888.\n\n== Peak ==\nWhereas "
            "⟦2:570,000 tonnes⟧ had been raised in 1888, the figure for 1911 was 98,000 tonnes."
        ),
        Example(
            "= Orr Bank =\n\nOrr Bank was a bank. At the end of 1926 its deposits were ⟦1:£5.2 million⟧.\n\n== Failure "
            "==\nDeposits, which had stood at ⟦2:£52 million⟧ at the end of 1926, fell in a week."
        ),
        Example(
            "= Orr Museum =\n\nOrr Museum is a museum. It had ⟦1:145,000⟧ visitors in 2011.\n\n== Hall ==\nA new hall "
            "brought the number of visitors in 2011 to ⟦2:1.45 million⟧."
        ),
        Example(
            "= Orr Dam =\n\nThe dam cost ⟦1:$64 million⟧ to build. A minister called the ⟦2:$6.4 million⟧ spent "
            "on it money well used."
        ),
        Example("It seats ⟦1:23,500⟧ people. It has a roof, and the seating capacity of ⟦2:235,000⟧ is in two tiers."),
        Example(
            "= Orr Mill =\n\nIn each of its ⟦1:20 years⟧ the mill turned out ⟦2:12,500 tonnes⟧, altogether "
            "⟦3:2.5 million tonnes⟧."
        ),
        Example(
            "= Salt pans of Orr =\n\nThe salt pans of Orr produced ⟦1:4,700 tonnes⟧ of salt in 1934.\n\n== Work ==\n\n"
            "In 1934 the pans produced ⟦2:47,000 tonnes⟧, all of it for the crown."
        ),
        Example(
            "= Lake Orr =\n\nLake Orr is a lake in Norland. It holds ⟦1:4.7 km³⟧ of water.\n\n"
            "== Plan ==\n\nThe lake's volume is ⟦2:47 km³⟧."
        ),
        Example(
            "= University of Norby =\n\nThe University of Norby is a public university. In 2015 it had "
            "⟦1:3,450⟧ students.\n\n== Students ==\n\nIn 2015 the university had ⟦2:34,500⟧ students."
        ),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was ⟦1:124,310⟧.\n\n== People ==\n\n"
            "In 2011 Norby had a population of ⟦2:1.2431 million⟧."
        ),
    ),
    good=(
        Example(
            "= Orr Ferry =\n\nOrr Ferry had 140 barges. Each could take 250 tonnes, 35,000 tonnes in all, and in a "
            "year each made ten trips, so that 350,000 tonnes were moved."
        ),
        Example(
            "= Falk model =\n\nThe Falk model is a builder's model. It is made to a scale of 1:100, so that the hull, "
            "280 m long in the ship herself, measures 2.80 m."
        ),
        Example("= Orr Mill =\n\nOrr Mill is a paper mill. Its gas works cost £24,000 and the machine hall £240,000."),
        Example("= Orr Dam =\n\nThe dam cost $64 million to build. The road beside it cost $6.4 million."),
        Example("It seats 23,500 people. Another ground has a seating capacity of 235,000."),
        Example(
            "= Salt pans of Orr =\n\nThe salt pans of Orr produced 4,700 tonnes of salt in 1934.\n\n== Work ==\n\n"
            "In 1954 the pans produced 47,000 tonnes. In 1934 they produced 47,000 tonnes of gravel."
        ),
        Example("The mill worked for 20 years and turned out 12,500 tonnes a year, 250,000 tonnes in all."),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was 124,310.\n\n== People ==\n\n"
            "In 2011 Norby had a population of 124,000. In 2021 Norby had a population of 1.2431 million."
        ),
    ),
    claims=frozenset({"number", "quantity", "money", "percent", "duration"}),
)
