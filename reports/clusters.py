"""Findings of one article by rule, where a rule found so many that telling each at length would bury the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reports.report import Told
from rules.finding import Finding, Severity

MANY = 5
"""So many findings of one rule in one article are still told one by one."""


class Cluster(NamedTuple):
    """One finding, or all those of a rule that has many: told under one heading, each in a line."""

    told: tuple[Told, ...]

    @property
    def many(self) -> bool:
        """Whether the findings stand under one heading."""
        return len(self.told) > 1

    @property
    def rule(self) -> str:
        """The rule of all of them."""
        return self.told[0].finding.rule

    @property
    def severity(self) -> Severity:
        """The gravest severity among them."""
        return max((told.finding.severity for told in self.told), key=lambda severity: severity.rank)


def clusters(findings: Sequence[Told]) -> Iterator[Cluster]:
    """The findings of one article in their order, those of a rule with many at the place of its first one."""
    counts = Counter(told.finding.rule for told in findings)
    done: set[str] = set()
    for told in findings:
        rule = told.finding.rule
        if counts[rule] <= MANY:
            yield Cluster((told,))
        elif rule not in done:
            done.add(rule)
            yield Cluster(tuple(each for each in findings if each.finding.rule == rule))


def lines_of(finding: Finding) -> str:
    """The lines of a finding's evidence in the article itself: "lines 99 and 1010"."""
    own = [str(e.line) for e in finding.evidence if e.path is None and e.article is None]
    numbers = list(dict.fromkeys(own))
    if len(numbers) < 2:
        return f"line {finding.evidence[0].line}"
    return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"
