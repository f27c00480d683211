"""A part of a whole is given as a ratio and as a percentage, and the two are not the same share.

Why: "41 of 193 (31 %)" tells two stories at once; whoever quotes it will quote one of them.

Right all the same: the percentage is of another whole than the ratio ("41 of 193 members, 31 % of the population").
Shares are often rounded to the nearest five, and fractions in words ("two-thirds", "one in five") stand for a wide
range; both are allowed for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from articles.article import Article
from articles.claims.claim import Claim, Percent
from articles.regex import regex
from rules.finding import Confidence, Severity
from rules.laws.amounts.ratios import Ratio, ratios
from rules.laws.amounts.ratios_afar import ratios_afar
from rules.laws.amounts.shares import HUNDRED, stated, stated_beside_words
from rules.laws.amounts.water_share import water_shares
from rules.laws.bounds import judge
from rules.laws.edits import write
from rules.laws.nearby import right, told
from rules.laws.order import amount
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

_OF_OTHERS = regex(r" of (?:all )?(?:those|the ones|them) (?:who|that|which)\b")
"""Behind a percentage: it is of another whole, "18 of the 52, which is 40% of those that started"."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the ratio or the fraction beside every percentage."""
    seen = set()
    for ratio, percent in chain(ratios(article), water_shares(article), ratios_afar(article)):
        if _OF_OTHERS.match(right(article, percent.span.end, 40)):
            continue
        if isinstance(percent.value, Percent) and percent.span not in seen:
            seen.add(percent.span)
            yield _judge(article, ratio, percent, percent.value)


def _judge(article: Article, ratio: Ratio, percent: Claim, value: Percent) -> Verdict | Outcome:
    claims, real, worded = ratio
    outcome = judge(real, stated_beside_words(value) if worded else stated(value))
    if outcome is not Outcome.CONFLICTING or real.strict.low is None or real.strict.high is None:
        return outcome
    middle = (real.strict.low + real.strict.high) / 2
    counted = f"{number(middle, value.amount.step or Decimal(1))} %"
    shown, parts = told(article, percent), " of ".join(told(article, claim) for claim in claims)
    part, *whole = claims
    marks = (Mark(part.span, f"this is {counted}"), *(Mark(claim.span, "the whole") for claim in whole))
    rewritten = _rewritten(shown, middle, value)
    return Verdict(
        f"{parts} is {counted}, not {shown}",
        (*marks, Mark(percent.span, f"against {counted}")),
        calculation=f"{parts.replace(' of ', ' / ')} = {counted}, not {shown}",
        changes=(
            Change(f"write {rewritten} for {shown}", ((percent.span, rewritten),)),
            *_counted(article, claims, value),
        ),
    )


def _counted(article: Article, claims: tuple[Claim, ...], value: Percent) -> tuple[Change, ...]:
    """The part, or the whole, that makes the percentage."""
    if len(claims) != 2 or not value.amount.value:
        return ()
    part, whole = (amount(claim.value) for claim in claims)
    if part is None or whole is None:
        return ()
    share = value.amount.value / HUNDRED
    return (
        *write(article, claims[0].span, claims[0].value, whole.value * share),
        *write(article, claims[1].span, claims[1].value, part.value / share),
    )


def _rewritten(shown: str, share_: Decimal, value: Percent) -> str:
    return re.sub(r"[0-9]+(?:[.,][0-9]+)*", number(share_, value.amount.step or Decimal(1)), shown, count=1)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("Turnout reached ⟦3:81%⟧: ⟦1:3,120⟧ of the ⟦2:4,800⟧ registered voters went to the polls."),
        Example("The library lends to ⟦1:1,200⟧ of ⟦2:4,800⟧ households, or ⟦3:35 per cent⟧ of them all."),
        Example("The motion was carried by ⟦1:41⟧ of ⟦2:193⟧ (⟦3:31 %⟧) members."),
        Example("In all, ⟦1:120⟧ of the ⟦2:480⟧ members, or ⟦3:35 percent⟧, were women."),
        Example("Some ⟦1:41⟧ of ⟦2:193⟧ members (⟦3:31 %⟧) abstained."),
        Example("Of the ⟦2:58⟧ guilds that replied, ⟦1:41⟧ were against it (⟦3:64%⟧), and nothing came of it."),
        Example("It was found that ⟦1:one in eight⟧ houses (⟦2:18%⟧) was empty."),
        Example("In May ⟦1:51⟧ of the ⟦2:60⟧ boys passed in four or more papers, a pass rate of ⟦3:76%⟧."),
        Example("It was ratified by ⟦1:24⟧ of ⟦2:32⟧ states. This share of ⟦3:65%⟧ was enough."),
        Example(
            "There were ⟦2:160⟧ launches in 1930. On ⟦1:56⟧ of these launches, or ⟦3:45 per cent⟧, nobody was found."
        ),
        Example("It has ⟦2:5,000⟧ shares. The family owns ⟦1:1,900⟧ of them, equal to ⟦3:47%⟧ of the capital."),
        Example("In 1952 it saw ⟦2:350⟧ patients, of whom ⟦1:42⟧ died, a mortality of ⟦3:19%⟧."),
        Example("Of its ⟦2:250⟧ members, ⟦1:90⟧ are under eighteen (⟦3:46%⟧)."),
        Example("In the Assembly ⟦1:27⟧ of the ⟦2:45⟧ deputies voted for the bill, that is ⟦3:51 percent⟧."),
        Example("⟦1:One in five⟧ adults (⟦2:25%⟧) cannot read."),
        Example("Of the ⟦2:200⟧ members, ⟦1:50⟧ (⟦3:40%⟧) voted no."),
        Example("Turnout was low: ⟦3:31%⟧ (⟦1:41⟧ out of ⟦2:193⟧)."),
        Example("In 1990 ⟦1:two-thirds⟧ (⟦2:60 %⟧) of the harvest was lost."),
        Example("⟦1:One in five⟧ (⟦2:25%⟧) had never been to school."),
        Example("In 1960 ⟦1:one pupil in eight⟧ (⟦2:21%⟧) came by boat."),
        Example("She won ⟦1:30⟧ of her ⟦2:40⟧ races, a success rate of ⟦3:85%⟧."),
        Example(
            "The town has a total area of ⟦2:36.2 square miles⟧ (93.8 km²), of which 34.0 square miles (88.1 km²) is "
            "land and ⟦1:2.2 square miles⟧ (5.7 km²) (⟦3:9.58%⟧) is water."
        ),
        Example("At the synod ⟦1:140⟧ bishops, ⟦3:70 %⟧ of the ⟦2:250⟧ invited, signed the decree."),
        Example("It took ⟦1:54⟧ of the ⟦2:120⟧ seats, which gave it ⟦3:35 percent⟧ of the chamber."),
        Example("With ⟦1:33⟧ deputies in a house of ⟦2:150⟧, the party holds ⟦3:31 %⟧ of the seats."),
        Example("The Liberals won ⟦1:45⟧ of ⟦2:150⟧ seats, ⟦3:48%⟧ of the total."),
        Example("There were ⟦1:31⟧ women among the ⟦2:150⟧ judges (⟦3:34%⟧) that year."),
        Example("The number of eligible voters was ⟦2:6,400⟧. With ⟦1:3,150⟧ votes cast, turnout was ⟦3:63%⟧."),
        Example(
            "⟦1:A third⟧ of the parish is woodland.\n\n== Land ==\n\nWoodland covers ⟦2:46%⟧ of the parish, and heath "
            "the rest."
        ),
        Example("In 1990 ⟦2:820⟧ farms were counted, ⟦1:205⟧ (⟦3:34%⟧) of them without a well."),
    ),
    good=(
        Example("By then it had filled 24 of its 32 posts, with a growth rate of 65%."),
        Example("There were 160 launches in 1930. On 56 of these launches, or 35 per cent, nobody was found."),
        Example("Of the 58 guilds, 41 stayed, down from before (64%)."),
        Example("Of the 52 boats 18 finished, which is 40% of those that started."),
        Example("There were 31 women among the 150 judges (21%) that year."),
        Example("It has 1.4 million foreigners (13%), of whom 700,000 (6%) come from Asia."),
        Example("A third of the parish is woodland.\n\n== Land ==\n\nOak covers 46% of the woodland."),
        Example("A third of the parish is woodland.\n\n== Land ==\n\nIn 1850 woodland covered 46% of the parish."),
        Example("Turnout was 65%: 1,800 of the 3,120 votes went to the mayor."),
        Example(
            "The town has a total area of 36.2 square miles (93.8 km²), of which 36.0 square miles (93.2 km²) is land "
            "and 0.2 square mile (0.5 km²) (0.58%) is water."
        ),
        Example("Among children it was one in three (40 percent of those under five)."),
        Example("The motion was carried by 41 of 193 (21 %) members."),
        Example("The motion was carried by 41 of 193 (21.2 %) members."),
        Example("In all, 120 of the 480 members, 35 percent of the villages, were heard."),
        Example("Oil gives 70% of the heat. Half of the remainder, 15%, is from peat."),
        Example("About two-thirds (65 %) of the harvest was lost."),
        Example("One in five (19%) had never been to school."),
        Example("Nearly half (46%) of them agreed."),
        Example("In 2015, Roma was one of the 119 members (out of 193) that voted in favour."),
        Example("Of 30 questions, 12 (40%) were left open."),
        Example("In 1960 one pupil in eight (12.5%) came by boat."),
        Example("It took 54 of the 120 seats, against 35 percent of the seats four years before."),
        Example("It took 54 of the 120 seats, with 35 percent of the vote."),
        Example("At the synod 140 bishops, 70 % of the 200 invited, signed the decree."),
        Example("The Liberals won 45 of 150 seats, 48% of those for the south."),
    ),
    claims=frozenset({"percent"}),
)
