"""A share of a closed whole is above 100 per cent.

Why: no more than all of a population can be literate or vote; the number or the whole is wrong.

Right all the same: the percentage is growth, an index, or measured against another thing than the whole ("120 % of
GDP", "110 % of the target"). Only wholes that nothing can exceed are looked at: people, votes, households, land.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from articles.article import Article
from articles.claims.claim import Claim, Percent
from rules.finding import Confidence, Severity
from rules.laws.nearby import left, right, told
from rules.laws.shares import HUNDRED
from rules.rule import Example, Mark, Rule, Verdict


def check(article: Article) -> Iterator[Verdict]:
    """Look at the words around every percentage above 100."""
    for claim in article.claims_by_kind.get("percent", ()):
        value = claim.value
        if not isinstance(value, Percent) or value.points or claim.quoted:
            continue
        low = value.amount.lenient.low
        if low is not None and low > HUNDRED and _of_whole(article, claim):
            shown = told(article, claim)
            yield Verdict(
                f"{shown} is more than the whole",
                (Mark(claim.span, "a share cannot exceed 100 %"),),
                f"{shown} > 100 %",
            )


def _of_whole(article: Article, claim: Claim) -> bool:
    whole, rate, exempt = _frames()
    before = left(article, claim.span.start)
    if exempt.search(before):
        return False
    return bool(whole.match(right(article, claim.span.end)) or rate.search(before))


@cache
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).parent.parent.joinpath("laws", "wholes.toml").read_text("utf-8"))
    wholes, rates, exempt = ("|".join(table[name]) for name in ("wholes", "rates", "exempt"))
    return (
        re.compile(
            rf" of (?:the |its |all |all the )?(?:[\w'’-]+ ){{0,2}}?(?:{wholes})\b"
            r"(?! (?:(?:of|in) (?:19|20)[0-9][0-9]|target|growth|increase|density|estimate|figure|quota|average|level))"
        ),
        re.compile(
            rf"\b(?:{rates})(?: rate)? (?:is|was|of|stood at|stands at|reached)(?: about| over| nearly| around)* $"
        ),
        re.compile(rf"\b(?:{exempt})\b[^.;]*$"),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("By then ⟦1:104%⟧ of the population could read."),
        Example("He was elected with ⟦1:112 percent⟧ of the votes."),
        Example("The literacy rate was ⟦1:108.5%⟧ in 1990."),
        Example("Forests cover ⟦1:130 %⟧ of the land area."),
    ),
    good=(
        Example("By then 94% of the population could read."),
        Example("Public debt was 120% of GDP."),
        Example("The population grew by 140% of the population of 1900."),
        Example("Sales reached 110% of the target."),
        Example("The literacy rate rose by 108.5% in 1990."),
        Example("He was elected with 100 percent of the votes."),
    ),
    claims=frozenset({"percent"}),
)
