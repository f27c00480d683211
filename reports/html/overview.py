"""What stands above and below the findings: the counts, what was compared, and the rules' manual pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from itertools import groupby
from typing import NamedTuple

from reports.html.passages import Mark, Piece, pieces
from reports.manual import marked, paragraphs, shown
from reports.report import Comparisons, Report, RuleDescription
from reports.wording import CAME_TO
from rules.finding import Severity

MOST = 40
"""Articles in the overview; the table of what was read has them all."""


class Tally(NamedTuple):
    """How many findings something has, by severity; ``share`` is its part of the largest, in percent."""

    name: str
    anchor: str
    errors: int
    warnings: int
    notes: int
    share: float

    @property
    def total(self) -> int:
        """All of them."""
        return self.errors + self.warnings + self.notes


class Part(NamedTuple):
    """A part of all comparisons: ``start`` and ``length`` are percent of the bar."""

    name: str
    words: str
    number: int
    start: float
    length: float


class RulePage(NamedTuple):
    """A rule's manual page."""

    rule: RuleDescription
    fault: list[str]
    why: list[str]
    right: list[str]
    bad: list[tuple[Piece, ...]]
    good: list[tuple[Piece, ...]]
    found: int


def by_rule(report: Report) -> list[Tally]:
    """Findings by rule, the most first."""
    counts: dict[str, Counter[Severity]] = {}
    for told in report.findings:
        counts.setdefault(told.finding.rule, Counter())[told.finding.severity] += 1
    return _ranked((_tally(rule, f"rule-{rule}", count) for rule, count in counts.items()), len(counts))


def by_article(report: Report) -> list[Tally]:
    """Findings by article, the most first; no more than anyone reads, so that a dump costs no memory."""
    groups = groupby(report.findings, key=lambda told: (told.finding.path, told.finding.article))
    counted = ((key[1], Counter(told.finding.severity for told in group)) for key, group in groups)
    return _ranked((_tally(title, f"a{number}", count) for number, (title, count) in enumerate(counted, 1)), MOST)


def _tally(name: str, anchor: str, count: Counter[Severity]) -> Tally:
    return Tally(name, anchor, count[Severity.ERROR], count[Severity.WARNING], count[Severity.NOTE], 0.0)


def _ranked(rows: Iterable[Tally], most: int) -> list[Tally]:
    ranked = nsmallest(most, rows, key=lambda row: (-row.total, row.name, row.anchor))
    return [row._replace(share=round(100 * row.total / ranked[0].total, 2)) for row in ranked]


def parts(comparisons: Comparisons) -> list[Part]:
    """The comparisons as parts of a bar; those of which there are none are left out."""
    shown, start = [], 0.0
    for name, told, number in zip(Comparisons._fields, CAME_TO, comparisons, strict=True):
        if number:
            length = 100 * number / comparisons.total
            shown.append(Part(name.replace("_", "-"), told, number, round(start, 3), round(length, 3)))
            start += length
    return shown


def rule_pages(report: Report) -> list[RulePage]:
    """The rules that ran, those with findings first; only they have something to explain."""
    found = Counter(told.finding.rule for told in report.findings)
    pages = []
    for rule in report.rules:
        fault, why, right = map(paragraphs, shown(rule.manual))
        if found[rule.slug]:
            bad, good = ([example_pieces(text) for text in texts[:2]] for texts in (rule.bad, rule.good))
            pages.append(RulePage(rule, fault, why, right, bad, good, found[rule.slug]))
        else:
            pages.append(RulePage(rule, fault, [], [], [], [], 0))
    return sorted(pages, key=lambda page: (page.found == 0, page.rule.slug))


def example_pieces(text: str) -> tuple[Piece, ...]:
    """An example with its evidence marked, as the templates show it."""
    plain, evidence = marked(text.strip())
    marks = [Mark(start, end, str(number), "", number, 0) for number, start, end in evidence]
    return pieces(plain, 0, len(plain), marks)
