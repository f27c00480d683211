"""Workflow commands of GitHub Actions: findings become annotations on the lines of a change.

GitHub shows ten annotations of a level for a step and drops the rest without a word. So the gravest ten of each
level are commands, failures before all, and what remains is listed in the log in a group that unfolds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.formats import Look
from reports.places import named, slashed, without_lines
from reports.report import Failure, Report
from reports.terminal import plainly
from reports.text import header
from reports.wording import change, count, failed, lead, severities, work_done
from rules.finding import Finding, Severity

LIMIT = 10
"""Annotations of one level that GitHub shows for one step."""

_LINE_ENDS = re.compile(r"([\r\n])")
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(report: Report, look: Look) -> Iterator[str]:
    """A command a line, errors first, then what is over the limit, then the counts."""
    dumps = without_lines(report)
    for failure in report.failures[:LIMIT]:
        yield _failure(failure)
    rest: list[Finding] = []
    for severity in Severity:
        room = LIMIT - (min(len(report.failures), LIMIT) if severity is Severity.ERROR else 0)
        these = [named(told.finding, dumps) for told in report.findings if told.finding.severity is severity]
        for finding in these[:room]:
            yield _annotation(finding, lines=finding.path not in dumps)
        rest += these[room:]
    yield from _listed(rest, report.failures[LIMIT:])
    articles = count(len(report.articles), "article")
    failures = f", {count(len(report.failures), 'failure')}" if report.failures else ""
    yield f"{severities(report)} in {articles}{failures}; {work_done(report)}\n"


def _annotation(finding: Finding, *, lines: bool) -> str:
    first = finding.evidence[0]
    properties = {"file": slashed(finding.path)}
    if lines:
        properties |= {"line": str(first.line), "endLine": str(first.end_line), "col": str(first.column)}
        if first.line == first.end_line:
            properties["endColumn"] = str(first.end_column)
    return _command(_COMMANDS[finding.severity], properties | {"title": finding.rule}, "\n".join(_told(finding)))


def _told(finding: Finding) -> Iterator[str]:
    """The lines of an annotation, each made plain."""
    yield plainly(finding.message)
    if finding.calculation:
        yield plainly(finding.calculation)
    if finding.hint:
        yield f"hint: {plainly(finding.hint)}"
    for evidence in finding.evidence[1:]:
        where = f"{evidence.article or evidence.path}, " if evidence.path or evidence.article else ""
        yield plainly(f"against “{evidence.text}” ({where}line {evidence.line}) {evidence.note}".rstrip())
    for index, alternative in enumerate(finding.alternatives):
        yield plainly(f"{lead(finding, index)}: {change(alternative, finding)}")


def _failure(failure: Failure) -> str:
    return _command("error", {"file": slashed(failure.path), "title": "could not be checked"}, plainly(failed(failure)))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value as the runner reads it back, line ends included; other controls would steer the terminal of the log."""
    pieces = (piece if piece in "\r\n" else plainly(piece) for piece in _LINE_ENDS.split(text))
    return _data("".join(pieces)).replace(":", "%3A").replace(",", "%2C")


def _listed(rest: list[Finding], failures: tuple[Failure, ...]) -> Iterator[str]:
    more = [count(len(these), f"more {what}") for these, what in ((failures, "failure"), (rest, "finding")) if these]
    if not more:
        return
    yield f"::group::{', '.join(more)}\n"
    for failure in failures:
        yield _inert(plainly(f"{failure.path}: failure {failed(failure)}")) + "\n"
    for finding in rest:
        yield _inert(header(finding, Look()).rstrip("\n")) + "\n"
    yield "::endgroup::\n"


def _inert(line: str) -> str:
    """A line that the runner takes for no command: neither ``::name::`` at its start nor ``##[name]`` anywhere."""
    line = line.replace("##[", "## [")
    return f"| {line}" if line.lstrip().startswith("::") else line
