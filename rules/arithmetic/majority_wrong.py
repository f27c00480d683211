"""A share below one half is called a majority.

Why: the word and the number tell two stories, and either may be the slip.

Right all the same: a relative majority (a plurality) is meant, or the number is a majority of something else than the
share beside it (a lead, a number of seats). The words "relative", "simple" and "largest" are taken at their word.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.claim import Claim, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.nearby import after, before, gap, left, occurrences, right, told
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

HALF = Decimal(50)
LEAD = Decimal(30)
"""Below this, "by a majority of 3 percent" tells how far the one side was ahead."""
_AFTER = regex(
    r"(?:,? at|,? with|, or| of(?: the (?:votes?|population|people|electorate|inhabitants|total))?,?|"
    r"(?: of (?:the |its |all )?[\w'’-]+)? \(| of (?:the |its |all )?[\w'’-]+(?: [\w'’-]+)?,)"
    r"(?: about| around| some| only| just)? ?$"
)
_BEFORE = regex(
    r"\)?,? (?:was |were |is |are |being |formed |form |constituted |made up |make up )?an? "
    r"(?:absolute |clear |large |slim |small |overall |outright |vast )?$"
)
_OTHER = (
    "relative",
    "simple",
    "plural",
    "largest",
    "not ",
    "no ",
    "lost",
    "without",
    "short of",
    "two-thirds",
    "minority",
    "parliamentary",
)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Find the percentage beside every "majority"."""
    for at in occurrences(article, ("majority",)):
        end = at + len("majority")
        claim = _beside(article, at, end)
        if claim is None or not isinstance(claim.value, Percent) or claim.quoted:
            continue
        around = (left(article, at, 40) + right(article, end, 30)).lower()
        high = claim.value.amount.lenient.high
        lead = high is not None and high < LEAD and left(article, at, 8).lower().endswith("by a ")
        if high is None or lead or claim.value.points or any(word in around for word in _OTHER):
            yield Outcome.INCOMPARABLE
        elif high >= HALF:
            yield Outcome.CONSISTENT
        else:
            shown = told(article, claim)
            marks = (Mark(claim.span, "less than half"), Mark(ProseSpan(at, end), f"called so at {shown}"))
            changes = (Change("call it a plurality", ((ProseSpan(at, end), "plurality"),)),)
            yield Verdict(f"{shown} is called a majority", marks, f"{shown} < 50 %", changes=changes)


def _beside(article: Article, at: int, end: int) -> Claim | None:
    """The percentage right after the word ("a majority of 43 %") or right before it ("43 %, a majority")."""
    following = after(article, end)
    theirs = following is not None and right(article, following.span.end, 12).startswith((" of which", " of whom"))
    if following and not theirs and _AFTER.fullmatch(gap(article, end, following.span.start)):
        return following
    preceding = before(article, at)
    return preceding if preceding and _BEFORE.fullmatch(gap(article, preceding.span.end, at)) else None


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("In 1961 a ⟦2:majority⟧ of islanders, ⟦1:44 percent⟧, chose to keep the old boat."),
        Example("The bill passed with a ⟦2:majority⟧ of ⟦1:43 %⟧ in the lower house."),
        Example("Farmers made up ⟦1:38.5%⟧, a ⟦2:majority⟧ of the delegates."),
        Example("A ⟦2:majority⟧ (⟦1:47%⟧) opposed the plan."),
        Example("A ⟦2:majority⟧ of members (⟦1:42%⟧) opposed the plan."),
    ),
    good=(
        Example("By a majority of 3 percent the mayor won."),
        Example("A majority of the seats, 38 percent of which were reserved, was empty."),
        Example("The bill passed with a majority of 53 % in the lower house."),
        Example("The party won a relative majority of 43 % of the votes."),
        Example("A majority (50%) opposed the plan."),
        Example("Without a majority of its own, at 43 %, the party sought a partner."),
        Example("They make up the majority, at 87 percent."),
        Example("Most live in the north (28%), the majority being farmers."),
    ),
    claims=frozenset({"percent"}),
)
