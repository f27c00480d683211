"""The shares of one whole add up to more than 100 per cent.

Why: at least one of the shares is wrong, or they are of different years, and the reader cannot tell which.

Right all the same: the shares overlap (languages spoken, surveys with several answers, people with two ancestries) or
are of different wholes (men and women, town and country). Lists that say so are left alone, and so is any excess that
rounding explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Percent
from rules.finding import Confidence, Severity
from rules.laws.bounds import Bounds, exact, exceeds, total
from rules.laws.edits import MOST, write
from rules.laws.lists import share_lists
from rules.laws.nearby import told
from rules.laws.shares import HUNDRED, reckoned
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Add up the shares of every list."""
    for shares in share_lists(article):
        yield _verdict(article, shares.claims) if exceeds(_sum(shares.claims), exact(HUNDRED)) else Outcome.CONSISTENT


def _sum(claims: tuple[Claim, ...]) -> Bounds:
    return total([reckoned(claim.value) for claim in claims if isinstance(claim.value, Percent)])


def _verdict(article: Article, claims: tuple[Claim, ...]) -> Verdict:
    amounts = [claim.value.amount for claim in claims if isinstance(claim.value, Percent)]
    step = min(amount.step for amount in amounts) or Decimal(1)
    whole = number(sum((amount.value for amount in amounts), Decimal(0)), step)
    parts = " + ".join(number(amount.value, amount.step or Decimal(1)) for amount in amounts)
    marks = (Mark(claim.span, f"share {at}: {told(article, claim)}") for at, claim in enumerate(claims, 1))
    return Verdict(
        f"the shares add up to {whole} %, more than the whole",
        tuple(marks),
        calculation=f"{parts} = {whole} % > 100 %",
        changes=_changes(article, claims, sum((amount.value for amount in amounts), -HUNDRED)),
    )


def _changes(article: Article, claims: tuple[Claim, ...], excess: Decimal) -> tuple[Change, ...]:
    """Of few shares, each made smaller by what is too much."""
    return tuple(
        change
        for claim in (claims if len(claims) <= MOST else ())
        if isinstance(claim.value, Percent)
        for change in write(article, claim.span, claim.value, claim.value.amount.value - excess)
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("In 1990 ⟦1:62%⟧ of the population were Romans, ⟦2:31%⟧ Lurians and ⟦3:18%⟧ others."),
        Example("Ethnic groups: Roman ⟦1:71.2%⟧, Lurian ⟦2:22.4%⟧, Kelti ⟦3:12.8%⟧, other ⟦4:1.1%⟧."),
        Example("Of its land, ⟦1:48 %⟧ of the total is forest, ⟦2:41 %⟧ is pasture and ⟦3:27 %⟧ is arable."),
        Example("In the poll ⟦1:61 percent⟧ voted for leaving and ⟦2:43 percent⟧ for staying."),
        Example("The power comes from coal (⟦1:54%⟧), water (⟦2:33%⟧) and the sun (⟦3:21%⟧)."),
        Example(
            "Of its budget, ⟦1:51 per cent⟧ goes to schools, ⟦2:38 per cent⟧ to roads and ⟦3:24 per cent⟧ to the army."
        ),
    ),
    good=(
        Example("In 1990 62% of the population were Romans, 31% Lurians and 7% others."),
        Example("In 1990 62.3% of the population were Romans, 30.6% Lurians and 7.2% others."),
        Example("In the census 92% of the population spoke Roman, 31% Lurian and 18% Kelti."),
        Example("The power comes from coal (54%), water (33%) and the sun (13%)."),
        Example("Pupils come from Roma (54%), where few (33%) read and many (21%) work."),
        Example("The highest shares were found in Roma (54%), Luria (53%) and Kelti (51%)."),
        Example("Literacy: total 88.1%, male 92.3%, female 84.0%."),
        Example("In the poll 61 percent voted for leaving and 39 percent for staying."),
        Example("In the survey 80% of men and 75% of women agreed."),
        Example("Only 8 percent of the arms are Roman, and Lurian arms make up the majority, at 87 percent."),
    ),
    claims=frozenset({"percent"}),
)
