"""The text gives one quantity twice, for one subject and one time, with two values.

Why: a reader who finds 12,400 in the lead and 14,200 three sections below cannot know which to trust, and neither can
the next editor.

Right all the same: the two are of different dates, kinds or parts that the text does not name. Only statements in
running text that name the same year and the same way of counting are compared; what needs no date (an area) is compared
without, and what differs many times over is taken for another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.facts.properties import properties
from articles.page import Form, Place
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement, comparable, far_apart
from rules.laws.nearby import block_of, left
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

TOLD = (Place.LEAD, Place.BODY, Place.CAPTION)
NUMERIC = frozenset({"money", "quantity", "number", "percent", "duration"})
FARTHEST = 3
"""By what factor two values may differ and still be taken for one thing."""

FLOWS = frozenset({"trade", "exports", "imports", "investment", "aid", "trade-balance"})
"""What has a counterpart that the text often leaves to the heading."""

LASTING = frozenset({"area", "elevation", "length", "height", "width", "depth", "coastline", "diameter"})
"""What needs no date to be one thing."""

_TOLD = re.compile(r"\b(?:is|was|are|were|has|had|have|covers?|covered|of|with|makes?|reach\w*|stands?|stood|rises?)\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every fact of the text with the first one that speaks of the same thing."""
    for name, facts in article.facts_by_property.items():
        known = properties().get(name)
        if known is None or not known.once or known.value not in NUMERIC or name in FLOWS:
            continue
        firsts: list[Fact] = []
        for fact in facts:
            if fact.place not in TOLD or not fact.polarity or _loose(article, fact):
                continue
            earlier = next((first for first in firsts if comparable(first, fact)), None)
            if earlier is None:
                firsts.append(fact)
            elif _one_time(earlier, fact) and earlier.statement != fact.statement:
                yield from _judge(article, earlier, fact)


def _loose(article: Article, fact: Fact) -> bool:
    """Whether a fact is quoted, has no verb, or stands in a list, where items have subjects of their own."""
    if fact.claim is None or fact.claim.quoted or not _TOLD.search(left(article, fact.span.start, 60)):
        return True
    block = block_of(article, fact.span.start)
    return block is None or block.form is Form.ITEM


def _one_time(first: Fact, second: Fact) -> bool:
    return first.property in LASTING or (first.scope.when is not None and first.scope.when == second.scope.when)


def _judge(article: Article, first: Fact, second: Fact) -> Iterator[Verdict | Outcome]:
    outcome = agreement(first, second)
    if outcome is not Outcome.CONFLICTING:
        yield outcome
    elif far_apart(first, second, FARTHEST):
        yield Outcome.INCOMPARABLE
    else:
        one, other = (" ".join(article.page.text(fact.span).split()) for fact in (first, second))
        name = first.property.replace("-", " ").replace("gdp", "GDP")
        yield Verdict(
            f"{name} of {first.subject}: first “{one}”, then “{other}”",
            (Mark(first.span, "said first"), Mark(second.span, f"said later, against {one}")),
            changes=(
                Change(f"say {other} in both places", ((first.span, article.page.text(second.span)),)),
                Change(f"say {one} in both places", ((second.span, article.page.text(first.span)),)),
            ),
        )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was ⟦1:12,400⟧.\n\n== People ==\n\n"
            "In 2011 Norby had a population of ⟦2:14,260⟧."
        ),
    ),
    good=(
        Example(
            "= Norby =\n\nNorby is a town in Ostland. In 2011 its population was 12,400.\n\n== People ==\n\n"
            "In 2011 Norby had a population of 12,412. In 2021 Norby had a population of 14,260."
        ),
    ),
    properties=frozenset(
        name for name in ("population", "area", "elevation", "length", "height", "gdp", "exports", "imports")
    ),
)
