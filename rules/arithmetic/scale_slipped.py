"""One quantity is told twice, and the two agree as soon as a decimal point or a scale word is moved.

Why: "1.24 million" beside "124,000" is one lost digit, and one of the two is wrong by a factor that nobody can guess.

Right all the same: two quantities of different size happen to begin with the same digits. Only statements about one
property of one subject at one time are compared, and only an exact factor of ten, a hundred, a thousand or a million.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement
from rules.laws.edits import say_alike
from rules.laws.retold import RETOLD, retold, slip
from rules.rule import Example, Mark, Outcome, Rule, Verdict


def check(article: Article) -> Iterator[Verdict]:
    """Look for a factor of ten between two statements of one fact."""
    for first, second in retold(article):
        factor = slip(first, second) if agreement(first, second) is Outcome.CONFLICTING else None
        if factor is not None:  # other outcomes are counted by the rule on two values
            yield _verdict(article, first, second, factor)


def _verdict(article: Article, first: Fact, second: Fact, factor: str) -> Verdict:
    one, other = (" ".join(article.page.text(fact.span).split()) for fact in (first, second))
    name = first.property.replace("-", " ").replace("gdp", "GDP")
    return Verdict(
        f"{name} of {first.subject}: “{one}” and “{other}” are one number, {factor} times larger or smaller",
        (Mark(first.span, "said first"), Mark(second.span, f"a factor of {factor} away")),
        calculation=f"{one} and {other} agree after a factor of {factor}",
        changes=say_alike(article, first.span, second.span),
    )


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
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
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was 124,310.\n\n== People ==\n\n"
            "In 2011 Norby had a population of 124,000. In 2021 Norby had a population of 1.2431 million."
        ),
    ),
    properties=RETOLD,
)
