"""What stands above and below the findings: the counts, what was compared, and the rules' manual pages."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from reports.html.passages import Mark, Piece, pieces
from reports.manual import marked, paragraphs, shown
from reports.report import Comparisons, Report, RuleDescription
from rules.finding import Severity


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


def tallies(report: Report, *, by_rule: bool) -> list[Tally]:
    """Findings by rule or by article, the most first."""
    counts: dict[tuple[str, str], Counter[Severity]] = {}
    for told in report.findings:
        key = (told.finding.rule, "") if by_rule else (told.finding.path, told.finding.article)
        counts.setdefault(key, Counter())[told.finding.severity] += 1
    most = max((count.total() for count in counts.values()), default=1)
    rows = []
    for number, (key, count) in enumerate(counts.items(), 1):
        name, anchor = (key[0], f"rule-{key[0]}") if by_rule else (key[1], f"a{number}")
        by_severity = (count[Severity.ERROR], count[Severity.WARNING], count[Severity.NOTE])
        rows.append(Tally(name, anchor, *by_severity, round(100 * count.total() / most, 2)))
    return sorted(rows, key=lambda row: (-row.total, row.name, row.anchor))


def parts(comparisons: Comparisons) -> list[Part]:
    """The comparisons as parts of a bar; those of which there are none are left out."""
    words = ("consistent", "consistent only by rounding", "conflicting", "not comparable")
    shown, start = [], 0.0
    for name, told, number in zip(Comparisons._fields, words, comparisons, strict=True):
        if number:
            length = 100 * number / comparisons.total
            shown.append(Part(name.replace("_", "-"), told, number, round(start, 3), round(length, 3)))
            start += length
    return shown


def rule_pages(report: Report) -> list[RulePage]:
    """The manual pages of the rules that ran, those with findings first."""
    found = Counter(told.finding.rule for told in report.findings)
    pages = []
    for rule in report.rules:
        page = shown(rule.manual)
        fault, why, right = map(paragraphs, page)
        bad, good = ([example_pieces(text) for text in texts[:2]] for texts in (rule.bad, rule.good))
        pages.append(RulePage(rule, fault, why, right, bad, good, found[rule.slug]))
    return sorted(pages, key=lambda page: (page.found == 0, page.rule.slug))


def example_pieces(text: str) -> tuple[Piece, ...]:
    """An example with its evidence marked, as the templates show it."""
    plain, evidence = marked(text.strip())
    marks = [Mark(start, end, str(number), "", number, 0) for number, start, end in evidence]
    return pieces(plain, 0, len(plain), marks)
