"""A comment allows a finding without naming the values that were judged.

Why: whoever allowed it looked at two values. When one of them changes, the finding should come back; tied to them by
its key, it does.

Right all the same: when whatever the rule may find on that line is to be allowed for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.allowances import allowances
from rules.rule import Mark, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Look for allowances without a key; the key to add shows when all the rules have run."""
    for allowance in article.once(allowances):
        if allowance.reason and not allowance.keys:
            message = f"the allowance of {allowance.slug} is not tied to the values it was given for"
            yield Verdict(message, (Mark(allowance.span, "holds for whatever is found on the line"),))


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.HIGH,
    bad=(
        wikitext(
            "Norby fell on 31 April 1801.⟦1:<!-- factlint: allow date-impossible: as the chronicle has it -->⟧",
            title="Norby",
        ),
    ),
    good=(
        wikitext(
            "Norby fell on 31 April 1801.<!-- factlint: allow date-impossible [0a1b2c3d]: as the chronicle has it -->",
            title="Norby",
        ),
        wikitext("Norby fell on 31 April 1801.<!-- factlint: allow date-impossible -->", title="Norby"),
    ),
)
