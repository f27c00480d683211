"""GitLab's Code Quality report: a JSON array of issues."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from reports.formats import Look
from reports.places import named, slashed, without_lines
from reports.report import Failure, Report
from reports.terminal import plainly
from reports.wording import failed
from rules.finding import Evidence, Finding, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(report: Report, look: Look) -> Iterator[str]:
    """An issue to a line: the failures, which are critical, and then the findings."""
    dumps = without_lines(report)
    seen: Counter[str] = Counter()
    issues = [_failure(failure, seen) for failure in report.failures]
    yield "["
    between = "\n"
    for issue in issues:
        yield between + json.dumps(issue, ensure_ascii=False)
        between = ",\n"
    for told in report.findings:
        issue = _issue(named(told.finding, dumps), seen, lines=told.finding.path not in dumps)
        yield between + json.dumps(issue, ensure_ascii=False)
        between = ",\n"
    yield "\n]\n"


def _issue(finding: Finding, seen: Counter[str], *, lines: bool) -> dict[str, Any]:
    issue: dict[str, Any] = {
        "type": "issue",
        "check_name": finding.rule,
        "description": _description(finding),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _unique(finding.fingerprint, seen),
        "location": _location(finding.path, finding.evidence[0], lines=lines),
    }
    others = [
        _location(evidence.path or finding.path, evidence, lines=lines or evidence.path is not None)
        for evidence in finding.evidence[1:]
    ]
    return issue | ({"other_locations": others} if others else {})


def _description(finding: Finding) -> str:
    parts = [finding.message, finding.calculation or "", f"hint: {finding.hint}" if finding.hint else ""]
    return plainly("; ".join(part for part in parts if part))


def _location(path: str, evidence: Evidence, *, lines: bool) -> dict[str, Any]:
    begin, end = (evidence.line, evidence.end_line) if lines else (1, 1)
    return {"path": _path(path), "lines": {"begin": begin, "end": end}}


def _path(path: str) -> str:
    """A path as GitLab matches it. Half a surrogate pair, which strict readers of JSON refuse, becomes a "?"."""
    return slashed(path).removeprefix("./").encode("utf-8", "replace").decode()


def _failure(failure: Failure, seen: Counter[str]) -> dict[str, Any]:
    words = "\0".join((failure.path, failure.article or "", failure.rule or "", failure.message))
    return {
        "type": "issue",
        "check_name": "failure",
        "description": plainly(failed(failure)),
        "categories": ["Bug Risk"],
        "severity": "critical",
        "fingerprint": _unique(sha256(words.encode("utf-8", "backslashreplace")).hexdigest(), seen),
        "location": {"path": _path(failure.path), "lines": {"begin": 1, "end": 1}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """GitLab shows one issue a fingerprint; the same statements found twice get one of their own each."""
    seen[fingerprint] += 1
    if seen[fingerprint] == 1:
        return fingerprint
    return sha256(f"{fingerprint}#{seen[fingerprint]}".encode()).hexdigest()
