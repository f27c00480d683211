"""A share of a closed whole is above 100 per cent, or below nothing.

Why: no more than all of a population can be literate or vote, and no fewer than none; the number or the whole is wrong.

Right all the same: the percentage is growth, an index, or measured against another thing than the whole ("120 % of
GDP", "110 % of the target"). Only wholes that nothing can exceed are looked at (people, votes, households, land), what
covers land or makes up a number of things, and shares that something happens to: "120 % of the fleet was lost" is no
ratio of two fleets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articles.article import Article
from articles.claims.claim import Claim, Percent
from articles.regex import regex
from articles.words import data_file, worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.closed_shares import of_named_whole
from rules.laws.amounts.shares import HUNDRED
from rules.laws.nearby import left, right, told
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_AROUND = 400
_FRAUD = worded(__file__, r"(?i)\b{fraud}\b")
_POLL = regex(r"(?i)\b(?:turnout|vot(?:es?|ers?|ed|ing)|ballots?|electorate)\b")
_SAID = worded(__file__, r"(?i)\b{said}\b[^.;]{0,40}$")
_BUILDS = (
    ("part", "of_things"),
    ("part", "of_what"),
    ("agent", "of_things"),
    ("ground", "of_it"),
    ("part", "of_it"),
    ("ground", "of_land"),
    ("contains", "matter"),
    ("opens", "happened"),
    ("of_those", "done"),
)
"""Frames by what they ask of the words before a share and behind it."""


def check(article: Article) -> Iterator[Verdict]:
    """Look at the words around every percentage above 100 and below 0."""
    for claim in article.claims_by_kind.get("percent", ()):
        value = claim.value
        if not isinstance(value, Percent) or value.points or claim.quoted:
            continue
        low, high = value.amount.lenient
        above, below = low is not None and low > HUNDRED, high is not None and high < 0
        if (
            (above or below)
            and not _disowned(article, claim)
            and (of_named_whole(article, claim) or _of_whole(article, claim))
        ):
            shown = told(article, claim)
            yield Verdict(
                f"{shown} is {'more than the whole' if above else 'less than nothing'}",
                (Mark(claim.span, f"a share cannot {'exceed 100 %' if above else 'be below 0'}"),),
                f"{shown} {'> 100 %' if above else '< 0'}",
            )


def _disowned(article: Article, claim: Claim) -> bool:
    """Whether the article itself says why a share may be false: it speaks of fraud, or lets somebody else say it."""
    voted = _POLL.search(left(article, claim.span.start) + right(article, claim.span.end)) is not None
    text, (start, end) = article.page.prose.text, claim.span
    near = text[max(text.rfind("\n", 0, start), start - _AROUND, 0) : end + _AROUND]
    told = _FRAUD.search(text if voted else near) is not None
    return told or _SAID.search(left(article, start)) is not None


def _of_whole(article: Article, claim: Claim) -> bool:
    frames = _frames()
    before, behind = left(article, claim.span.start), right(article, claim.span.end)
    if frames["lost"].search(before) and frames["had"].match(behind):
        return True
    if frames["exempt_behind"].match(behind):
        return False
    if frames["rate"].search(before) or frames["share"].search(before):
        return True
    if frames["exempt"].search(frames["hedge"].sub("", before)):
        return False
    if (
        frames["whole"].match(behind)
        or frames["those"].match(behind)
        or frames["made_of"].search(before)
        or frames["by_weight"].match(behind)
    ):
        return True
    return any(frames[one].search(before) and frames[other].match(behind) for one, other in _BUILDS)


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    table = data_file(__file__, "../laws/amounts/wholes.toml")
    words = {
        name: "|".join(table[name])
        for name in ("wholes", "rates", "exempt", "parts", "things", "covers", "lands", "measures")
    }
    frames: dict[str, str] = table["impossible"]
    return {
        name: regex(re.sub(r"\{([a-z]+)\}", lambda found: words[found[1]], frame), re.IGNORECASE)
        for name, frame in frames.items()
    }


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("The widows received ⟦1:115%⟧ of the fund."),
        Example("The lake has lost ⟦1:120%⟧ of the water that it once had."),
        Example("The moor is dry. Heather covers ⟦1:128 per cent⟧ of it, and the rest is grass."),
        Example("The strike was approved by ⟦1:108 per cent⟧ of the drivers on 3 March."),
        Example("In 1978 ⟦1:112%⟧ of the pupils passed the examination of 12 May."),
        Example("The share of women among the staff was ⟦1:130 percent⟧ by then."),
        Example("Nearly all houses, ⟦1:104 percent⟧ of them, are of wood."),
        Example("The alloy contains ⟦1:121 %⟧ zinc."),
        Example("Among those who fell ill, ⟦1:104 per cent⟧ died."),
        Example("By then ⟦1:104%⟧ of the population could read."),
        Example("He was elected with ⟦1:112 percent⟧ of the votes."),
        Example("The literacy rate was ⟦1:108.5%⟧ in 1990."),
        Example("Forests cover ⟦1:130 %⟧ of the land area."),
        Example("By the census ⟦1:−4.2%⟧ of residents were aged over 80."),
        Example("Turnout reached ⟦1:118 per cent⟧ in the hills."),
        Example("Of the eggs laid that season, ⟦1:140 per cent⟧ hatched."),
        Example("About ⟦1:120 per cent⟧ of the fleet was lost in the gale."),
        Example("Mixed forest covers ⟦1:112 percent⟧ of the drainage basin."),
        Example("Since then ⟦1:118 per cent⟧ of the voting stock has been held by a foundation."),
        Example("Women make up ⟦1:104 per cent⟧ of the teaching staff."),
        Example("Unemployment, 31% at its worst, had come down to ⟦1:−3.5%⟧ when the yard reopened."),
        Example("The share of evening students was never larger than in 1966, when it was ⟦1:127%⟧."),
        Example("A survey of 12 May showed that ⟦1:109%⟧ of the wells sampled that spring contained nitrate."),
        Example("Beetles form ⟦1:124 per cent⟧ of what the lizard hunts on the dunes."),
        Example("= Norby vote =\n\nInfobox\n- Turnout: ⟦1:106.3%⟧\n\nThe Norby vote was a referendum."),
        wikitext(
            "{|\n|+ Share of the area by parish\n! Parish !! Meadow !! Bog\n|-\n| Sund || 41.5% || 8%\n|-\n"
            "| Alder || ⟦1:123.5%⟧ || 2%\n|}"
        ),
    ),
    good=(
        Example("After the flood 130 % of the wheat was sown again."),
        Example("The cake contains 104 % of the daily dose of iron, and the new one contains 121 % more zinc."),
        Example("By then 94% of the population could read."),
        Example("Ticket sales covered 118 per cent of the costs, and grants made up 104 per cent of what was spent."),
        Example("By then 300 per cent of the original membership was on the books."),
        Example("In summer 105 per cent of the beds are taken, as folding beds are brought in."),
        Example("Public debt was 120% of GDP."),
        Example("The population grew by 140% of the population of 1900."),
        Example("Sales reached 110% of the target."),
        Example("The population of the district changed by −4.2% of the inhabitants."),
        Example("Primary enrolment stood at 112% because pupils over age were counted."),
        Example("Sales to residents were 140% of those of 1920."),
        Example("The literacy rate rose by 108.5% in 1990."),
        Example("He was elected with 100 percent of the votes."),
        Example("The commission announced a turnout of 104%, and the court annulled the vote for fraud."),
        Example("Unemployment rose from 4% to 9%, by 125%, and the real growth of wages was −3%."),
        wikitext("{|\n! Year !! Change\n|-\n| 1951 || −3.4%\n|-\n| 1952 || 118%\n|}"),
    ),
    claims=frozenset({"percent"}),
)
