"""What is said to remain of a whole is not what the shares before it leave.

Why: "60 % are Romans and 25 % Lurians; the remaining 20 % ..." counts some people twice.

Right all the same: the remainder is of another whole than the shares before it, or shares were told that are not
parts of it. Any of the shares before it may be left out of the sum, or be the whole itself; only when no choice fits is
it flagged.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.regex import regex
from rules.finding import Confidence, Severity
from rules.laws.bounds import bounds, exact, judge, minus, total
from rules.laws.edits import MOST as MOST_PARTS
from rules.laws.edits import write
from rules.laws.lists import share_lists
from rules.laws.nearby import left, told, within
from rules.laws.shares import HUNDRED, by_fives, reckoned
from rules.laws.wording import number
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

MOST = 8
MOST_LISTS = 50
"""How many remainders of an article are looked at: each is held against every choice of the shares before it."""
REACH = 1500
_REMAINING = regex(r"\b(?:remaining|the other|(?:rest|remainder)(?: \(|, ))(?: about| some)? ?$")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every "remaining" share at the end of a list with what the list leaves."""
    left_to_judge = MOST_LISTS
    for shares in share_lists(article, with_rest=True):
        rest = shares.claims[-1]
        if _REMAINING.search(left(article, rest.span.start, 24)):
            parts = _before(article, rest)
            if len(parts) <= MOST and left_to_judge:
                left_to_judge -= 1
                yield _judge(article, parts, rest)


def _before(article: Article, rest: Claim) -> list[Claim]:
    """The shares before the remainder in its paragraph: a list may run over several sentences."""
    far = max(rest.span.start - REACH, 0)
    start = max(article.page.prose.text.rfind("\n", far, rest.span.start) + 1, far)
    return [claim for claim in within(article, start, rest.span.start) if claim.kind is Kind.PERCENT]


def _judge(article: Article, parts: list[Claim], rest: Claim) -> Verdict | Outcome:
    values = [claim.value for claim in parts if isinstance(claim.value, Percent)]
    assert isinstance(rest.value, Percent)
    said = bounds(rest.value.amount)
    fives = by_fives((*values, rest.value))
    outcomes = {
        judge(minus(whole, total([reckoned(value, fives=fives) for value in chosen])), said)
        for size in range(1, len(values) + 1)
        for chosen in combinations(values, size)
        for whole in (exact(HUNDRED), *(reckoned(value, fives=fives) for value in values if value not in chosen))
    }
    for outcome in (Outcome.CONSISTENT, Outcome.BY_ROUNDING):
        if outcome in outcomes:
            return outcome
    amounts = [value.amount for value in values]
    step = min(amount.step for amount in amounts) or rest.value.amount.step
    sum_ = " - ".join(number(amount.value, amount.step or step) for amount in amounts)
    remains = number(HUNDRED - sum(amount.value for amount in amounts), step)
    shown = told(article, rest)
    return Verdict(
        f"the remainder is {remains} %, not {shown}",
        (Mark(rest.span, f"{remains} % remains"), *(Mark(claim.span, "a part") for claim in parts)),
        calculation=f"100 - {sum_} = {remains} %, not {shown}",
        changes=_changes(article, parts, rest),
    )


def _changes(article: Article, parts: list[Claim], rest: Claim) -> tuple[Change, ...]:
    """The remainder that the parts leave, or, of few parts, one of them made to leave it."""
    told = [claim for claim in (*parts, rest) if isinstance(claim.value, Percent)]
    excess = sum((claim.value.amount.value for claim in told if isinstance(claim.value, Percent)), -HUNDRED)
    return tuple(
        change
        for claim in (rest, *(parts if len(parts) <= MOST_PARTS else ()))
        if isinstance(claim.value, Percent)
        for change in write(article, claim.span, claim.value, claim.value.amount.value - excess)
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "The family holds ⟦2:55 per cent⟧ of the shares and a bank ⟦3:12 per cent⟧, while the "
            "other ⟦1:35 per cent⟧ are traded."
        ),
        Example(
            "Some ⟦2:45%⟧ speak Lurian and ⟦3:30%⟧ Norlandic as their first language; the remaining ⟦1:35%⟧ "
            "speak Romansh."
        ),
        Example(
            "By 1990 ⟦2:60%⟧ of the population live by the sea, ⟦3:25%⟧ in hills and the remaining ⟦1:25%⟧ in towns."
        ),
        Example("About ⟦2:71%⟧ of the land is forest and the other ⟦1:19%⟧ is pasture."),
    ),
    good=(
        Example(
            "The family holds 55 per cent of the shares and a bank 12 per cent, while the other 33 per cent are traded."
        ),
        Example("Some 60% of the population live on the coast, 25% in the hills, and the remaining 15% in towns."),
        Example("About 71% of the land is forest and the other 29% is pasture."),
        Example("Of all exports, 60% of the total went north, 12% by rail, and the remaining 40% south."),
        Example("In the other 19% of cases nothing was found."),
    ),
    claims=frozenset({"percent"}),
)
