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
from articles.regex import regex
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.contrary_shares import contrary_shares
from rules.laws.amounts.itemised_shares import itemised_shares
from rules.laws.amounts.lists import share_lists
from rules.laws.amounts.remains import remains
from rules.laws.amounts.share_passages import share_passages
from rules.laws.amounts.shares import HUNDRED, by_fives, reckoned
from rules.laws.amounts.shares_in_rows import shares_in_rows
from rules.laws.bounds import Bounds, exact, exceeds, total
from rules.laws.edits import MOST, write
from rules.laws.nearby import right, told
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

_IN_PLACE = regex(r"(?: of [a-z ]{2,30}?)? in [A-Z]")
_IN_KIND = regex(r"(?: of [a-z ]{2,30}?)? in [a-z]+s\b")
_AT_TIMES = worded(__file__, r"(?: of [a-z ]{2,30}?)? (?:in|at|by|on|during) (?:the )?{times}\b")
_OF_THOSE = regex(r" of (?:those|that) (?:to|from|in|of|at|for|who|which)\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Add up the shares of every list."""
    seen: set[Claim] = set()
    for claims in (
        *(shares.claims for shares in share_lists(article)),
        *share_passages(article),
        *itemised_shares(article),
        *shares_in_rows(article),
        *contrary_shares(article),
    ):
        tails = [right(article, claim.span.end, 60) for claim in claims]
        if sum(map(bool, map(_AT_TIMES.match, tails))) > 1:
            continue  # in winter, and in summer
        if any(map(_OF_THOSE.match, tails)) or (any(map(_IN_PLACE.match, tails)) and any(map(_IN_KIND.match, tails))):
            continue  # of the exports to Lode, and of those to Orland; in bottles, and in Orland
        if remains(article, claims[-1]) or not seen.isdisjoint(claims):
            continue  # the rule on remainders has it
        seen.update(claims)
        yield _verdict(article, claims) if exceeds(_sum(claims), exact(HUNDRED)) else Outcome.CONSISTENT


def _sum(claims: tuple[Claim, ...]) -> Bounds:
    shares = [claim.value for claim in claims if isinstance(claim.value, Percent)]
    fives = by_fives(shares)
    return total([reckoned(share, fives=fives) for share in shares])


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
        Example("The racial makeup of the town was ⟦1:91.8%⟧ White, ⟦2:7.7%⟧ Asian and ⟦3:5.5%⟧ from other races."),
        Example("In 2013 ⟦1:49.7%⟧ of the heat came from gas, ⟦2:28.9%⟧ from rivers and ⟦3:34.1%⟧ from abroad."),
        Example("= Norland =\n\n== Tongues ==\n\nNorn ⟦1:86.3%⟧; Lysk ⟦2:15.2%⟧; Orrish ⟦3:3.4%⟧; Others ⟦4:2.2%⟧"),
        Example(
            "== Energy ==\nElectricity comes from several sources:\n- Water: ⟦1:62%⟧\n- Wind: ⟦2:27%⟧\n"
            "- Diesel: ⟦3:18%⟧\n"
        ),
        Example("Its bed consists to ⟦1:52%⟧ of mud, to ⟦2:37%⟧ of sand and to ⟦3:26%⟧ of gravel."),
        Example(
            "⟦1:58%⟧ of the islanders belong to one church, ⟦2:31%⟧ are Catholics and ⟦3:24%⟧ profess no faith at all."
        ),
        Example(
            "Of the land, ⟦1:47 per cent⟧ is under beech. Spruce takes up a further ⟦2:38 per cent⟧, while heath and "
            "meadow make up the last ⟦3:22 per cent⟧."
        ),
        Example(
            "The age distribution of the town shows 1,504 people (⟦1:40.7%⟧) under the age of 18, 489 people "
            "(⟦2:7.4%⟧) aged 18 to 24, 2,100 people (⟦3:28.5%⟧) aged 25 to 44 and 2,975 people (⟦4:43.5%⟧) who were 45 "
            "years of age or older."
        ),
        Example(
            "In 1960 the Census Bureau reported Ostland's population as ⟦1:84.2%⟧ White, ⟦2:3%⟧ Black, and ⟦3:18.8%⟧ "
            "Native American."
        ),
        Example(
            "In 2010, ⟦1:48.2%⟧ of Norland's population were Romans, ⟦2:39.1%⟧ Lurians, ⟦3:15.4%⟧ "
            "Sarns and ⟦4:2%⟧ of other faiths."
        ),
        Example(
            "Of the electricity generated in 2019, ⟦1:52 percent⟧ came from water, ⟦2:33 percent⟧ from coal and "
            "⟦3:26 percent⟧ from wind."
        ),
        Example(
            "Landowners accounted for ⟦1:47%⟧ of the house, advocates for ⟦2:36%⟧, clergy for ⟦3:14%⟧ and officers for "
            "⟦4:11%⟧."
        ),
        Example("About ⟦1:46%⟧ of the members lived in the capital, ⟦2:39%⟧ in the coastal towns and ⟦3:28%⟧ abroad."),
        Example("In 1990 ⟦1:62%⟧ of the population were Romans, ⟦2:31%⟧ Lurians and ⟦3:18%⟧ others."),
        Example("Ethnic groups: Roman ⟦1:71.2%⟧, Lurian ⟦2:22.4%⟧, Kelti ⟦3:12.8%⟧, other ⟦4:1.1%⟧."),
        Example("Of its land, ⟦1:48 %⟧ of the total is forest, ⟦2:41 %⟧ is pasture and ⟦3:27 %⟧ is arable."),
        Example("In the poll ⟦1:61 percent⟧ voted for leaving and ⟦2:43 percent⟧ for staying."),
        Example("The power comes from coal (⟦1:54%⟧), water (⟦2:33%⟧) and the sun (⟦3:21%⟧)."),
        Example(
            "Of its budget, ⟦1:51 per cent⟧ goes to schools, ⟦2:38 per cent⟧ to roads and ⟦3:24 per cent⟧ to the army."
        ),
        Example("Labour force by occupation: agriculture: ⟦1:39%⟧; industry: ⟦2:28.3%⟧; services: ⟦3:67.8%⟧."),
        Example("Agriculture makes ⟦1:13%⟧ of GDP, manufacturing ⟦2:37%⟧ of GDP and services ⟦3:65%⟧ of GDP."),
        Example("The islanders were ⟦1:64.6%⟧ Roman Catholic, ⟦2:27.8%⟧ Protestant and ⟦3:53%⟧ Other in 1971."),
        Example(
            "A study found that ⟦1:52.7%⟧ of Lurians were white, ⟦2:39.3%⟧ were mestizo and ⟦3:45%⟧ were Amerindian."
        ),
        Example("The goods come to ⟦1:41%⟧ from Luria, ⟦2:38%⟧ from Kelti and ⟦3:27%⟧ from other countries."),
        Example(
            "In the city ⟦1:28.1%⟧ were under the age of 18, ⟦2:45%⟧ from 18 to 24, ⟦3:26.2%⟧ from 25 to 44, and "
            "⟦4:21.4%⟧ were 65 years of age or older."
        ),
        Example(
            "In the census ⟦1:54%⟧ of the people were Lutherans, ⟦2:37%⟧ were Catholics and ⟦3:19%⟧ had no religion."
        ),
        Example("Of its pupils, ⟦1:61%⟧ are girls and ⟦2:43%⟧ are boys."),
        Example("Sources of income in 2010 were rents (⟦1:51%⟧), fees (⟦2:34%⟧) and gifts (⟦3:22%⟧)."),
    ),
    good=(
        Example("Perch is caught by 60% of the anglers, pike by 45% and eel by 20%."),
        Example("Chess is played by 30% of the pupils, football by 60% and tennis by 25%."),
        Example("It covers 70% of the demand in winter, 45% in spring and 20% in summer."),
        Example("In 2001, 63% of the barns had a loft, 41% a cellar and 12% a well."),
        Example("The racial makeup of the town was 61.8% White and 41.5% Asian, 3.3% of the people being both."),
        Example("In 1990 61% of the heat came from gas, 28% from rivers and, in 2010, 34% from abroad."),
        Example("= Norland =\n\n== Growth ==\n\nNorn rose by 86.3%; Lysk by 15.2%; Orrish by 3.4%; others by 2.2%"),
        Example("The firm sells 58% of its beer in bottles, 47% in Orland, and 12% to the army."),
        Example("Timber makes up 61% of the exports to Orr, fish 50% of those to Ull and furs 17% of those to Norby."),
        Example("In the referendum 57% voted for the union; in the second ballot 48% voted against it."),
        Example("In 1990 domestic buyers took 58% of the salt; in 2000 52% of the salt was exported."),
        Example("The province took 51 % of the stock and the city 34 %; of the bonds, the company bought 20 %."),
        Example("Fields take up 44 % of the parish, woods 38 %, and commons, which are in part wooded, 29 %."),
        Example("Kelts form 94% of the people in the west, 74% in the north and 27% in the south."),
        Example(
            "In the census 54% of the people were Lutherans, 27% were Catholics and 19% had no religion; 62% said that "
            "they pray."
        ),
        Example("In 1990 62% of the population were Romans, 31% Lurians and 7% others."),
        Example("In the north 62% of the land is forest, in the south 41% and in the east 30%."),
        Example("About 46% of the members lived in the capital, 39% were married and 28% owned land."),
        Example("In 1990 62.3% of the population were Romans, 30.6% Lurians and 7.2% others."),
        Example("In the census 92% of the population spoke Roman, 31% Lurian and 18% Kelti."),
        Example("The power comes from coal (54%), water (33%) and the sun (13%)."),
        Example("Pupils come from Roma (54%), where few (33%) read and many (21%) work."),
        Example("The highest shares were found in Roma (54%), Luria (53%) and Kelti (51%)."),
        Example("Literacy: total 88.1%, male 92.3%, female 84.0%."),
        Example("In the poll 61 percent voted for leaving and 39 percent for staying."),
        Example("A pilgrimage was made by 60% of Catholics, 50% of Protestants and 40% of Muslims."),
        Example("Debt is 60% of GDP, the deficit 3% of GDP and trade 90% of GDP."),
        Example("Racially 72% were white, 31% black and 5% Asian, and 20% were Hispanic of any race."),
        Example("Labour force by occupation: agriculture: 3.9%; industry: 28.3%; services: 67.8%."),
        Example("In the survey 80% of men and 75% of women agreed."),
        Example("Only 8 percent of the arms are Roman, and Lurian arms make up the majority, at 87 percent."),
    ),
    claims=frozenset({"percent", "number"}),
)
