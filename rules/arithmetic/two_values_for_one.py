"""The text gives one quantity twice, for one subject and one time, with two values.

Why: a reader who finds 12,400 in the lead and 14,200 three sections below cannot know which to trust, and neither can
the next editor.

Right all the same: the two are of different dates, kinds or parts that the text does not name. Only statements in
running text that name the same year and the same way of counting are compared; what needs no date (an area) is compared
without, and what differs many times over is taken for another thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement, far_apart
from rules.laws.edits import say_alike
from rules.laws.retold import RETOLD, retold, slip
from rules.rule import Example, Mark, Outcome, Rule, Verdict

FARTHEST = 3
"""By what factor two values may differ and still be taken for one thing."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every fact of the text with the first one that speaks of the same thing."""
    for first, second in retold(article):
        outcome = agreement(first, second)
        if outcome is not Outcome.CONFLICTING:
            yield outcome
        elif far_apart(first, second, FARTHEST) or slip(first, second):
            yield Outcome.INCOMPARABLE
        else:
            yield _verdict(article, first, second)


def _verdict(article: Article, first: Fact, second: Fact) -> Verdict:
    one, other = (" ".join(article.page.text(fact.span).split()) for fact in (first, second))
    name = first.property.replace("-", " ").replace("gdp", "GDP")
    return Verdict(
        f"{name} of {first.subject}: first “{one}”, then “{other}”",
        (Mark(first.span, "said first"), Mark(second.span, f"said later, against {one}")),
        calculation=f"{one} ≠ {other}",
        changes=say_alike(article, first.span, second.span),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Lake Orr =\n\nLake Orr is a lake in Norland. It has a maximum depth of ⟦1:46 "
            "m⟧.\n\n== Geography ==\n\nThe lake has a maximum depth of ⟦2:64 m⟧."
        ),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was ⟦1:12,400⟧.\n\n== People ==\n\n"
            "In 2011 Norby had a population of ⟦2:14,260⟧."
        ),
    ),
    good=(
        Example(
            "= Lake Orr =\n\nLake Orr is a lake in Norland. It has a maximum depth of 46 m.\n\n== "
            "Lake of Finn ==\n\nThe lake has a maximum depth of 64 m."
        ),
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was 12,400.\n\n== People ==\n\n"
            "In 2011 Norby had a population of 12,412. In 2021 Norby had a population of 14,260."
        ),
    ),
    properties=RETOLD,
)
