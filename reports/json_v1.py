"""The JSON report, version 1. A change that breaks a reader makes a version 2 beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reports.formats import Look
from reports.report import TOOL, ArticleSummary, Failure, Report
from rules.finding import Evidence, Finding, Severity

VERSION = 1


def write(report: Report, look: Look) -> Iterator[str]:
    """The report as one JSON object, a finding, article or failure to a line."""
    yield f'{{"version": {VERSION}, "tool": {_line({"name": TOOL, "version": report.version})},\n'
    yield from _list("articles", map(article, report.articles))
    yield from _list("findings", (finding(told.finding) for told in report.findings))
    yield from _list("failures", map(failure, report.failures))
    yield f'"summary": {_line(summary(report))}}}\n'


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(name: str, values: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f'"{name}": ['
    lead = "\n"
    for value in values:
        yield lead + _line(value)
        lead = ",\n"
    yield "],\n"


def article(summary: ArticleSummary) -> dict[str, Any]:
    """An article as the report lists it."""
    return summary._asdict()


def finding(finding: Finding) -> dict[str, Any]:
    """A finding as the report lists it."""
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "path": finding.path,
        "article": finding.article,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "calculation": finding.calculation,
        "hint": finding.hint,
        "alternatives": [
            {"label": alternative.label, "edits": [edit._asdict() for edit in alternative.edits]}
            for alternative in finding.alternatives
        ],
        "fingerprint": finding.fingerprint,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    order = ("path", "article", "start", "end", "line", "column", "end_line", "end_column", "text", "note")
    return {name: getattr(evidence, name) for name in order}


def failure(failure: Failure) -> dict[str, Any]:
    """A failure as the report lists it."""
    return failure._asdict()


def summary(report: Report) -> dict[str, Any]:
    """The counts at the end."""
    return {
        "articles": len(report.articles),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "claims": report.claims,
        "facts": report.facts,
        "comparisons": report.comparisons._asdict(),
        "suppressed": report.suppressed,
        "baselined": report.baselined,
    }
