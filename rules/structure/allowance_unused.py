"""A comment that allows a finding allows nothing.

Why: an allowance without its reason, for a rule that does not exist, or for a finding that is no longer there only
hides the next fault, and the reason it gives is no longer about anything.

Right all the same: when the finding comes and goes with another setting, such as a day or a threshold.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from rules.finding import Confidence, Severity
from rules.laws.allowances import allowances
from rules.rule import Example, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict]:
    """Look at what the comments say; whether they are needed shows when all the rules have run."""
    for allowance in article.once(allowances):
        if not allowance.slug:
            yield allowance.verdict("this is no allowance: expected “factlint: allow SLUG: reason”")
        elif not allowance.reason:
            yield allowance.verdict(f"the allowance of {allowance.slug} gives no reason, so it does not hold")


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.HIGH,
    bad=(
        wikitext("Norby fell on 31 April 1801.⟦1:<!-- factlint: allow date-impossible -->⟧", title="Norby"),
        wikitext("⟦1:<!-- factlint: ignore -->⟧\nNorby fell on 31 April 1801.", title="Norby"),
    ),
    good=(
        wikitext("Norby fell on 31 April 1801.<!-- factlint: allow date-impossible: as the chronicle has it -->"),
        wikitext("Norby fell in 1801.<!-- allow for another year: the chronicle is older -->"),
        Example("= Norby =\n\nA comment such as <!-- factlint: allow date-impossible --> needs wikitext."),
    ),
)
