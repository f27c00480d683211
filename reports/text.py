"""Findings for a terminal: where, what, every statement underlined in its sentence, and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reports.clusters import Cluster, clusters, lines_of
from reports.formats import Look
from reports.frame import Frame, Row, frames
from reports.places import without_lines
from reports.report import Failure, Report, Told
from reports.terminal import plainly
from reports.wording import change, count, failed, in_articles, lead, set_apart, severities, work_done
from rules.finding import Finding, Severity

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_BOLD, _DIM, _RED = "1", "2", "1;31"
_NARROWEST = 40


def write(report: Report, look: Look) -> Iterator[str]:
    """The report as text, a finding at a time."""
    dumps = without_lines(report)
    for (path, article), group in groupby(report.findings, key=lambda told: (told.finding.path, told.finding.article)):
        within = article if path in dumps else None
        for cluster in clusters(list(group)):
            if cluster.many:
                yield from _many(cluster, look, within)
            else:
                yield header(cluster.told[0].finding, look)
                yield from body(cluster.told[0], look, within)
            yield "\n"
    for failure in report.failures:
        yield _failure(failure, look)
    if report.failures:
        yield "\n"
    yield from _summary(report, look)


def header(finding: Finding, look: Look) -> str:
    """The line that says where, how grave, which rule, and what; editors read its first part as a place."""
    first = finding.evidence[0]
    where = look.paint(f"{plainly(finding.path)}:{first.line}:{first.column}:", _BOLD)
    what = f"{look.paint(finding.severity, _STYLES[finding.severity])} {look.paint(finding.rule, _BOLD)}"
    return f"{where} {what}: {plainly(finding.message)}\n"


def _many(cluster: Cluster, look: Look, within: str | None) -> Iterator[str]:
    """The findings of a rule that has many in one article: one heading, and for each its place and message."""
    where = look.paint(f"{plainly(cluster.told[0].finding.path)}:", _BOLD)
    what = f"{look.paint(cluster.severity, _STYLES[cluster.severity])} {look.paint(cluster.rule, _BOLD)}"
    about = f" in {plainly(within)}" if within is not None else ""
    yield f"{where} {what}: {count(len(cluster.told), 'finding')}{about}\n"
    for told in cluster.told:
        line = header(told.finding, look).rstrip("\n")
        yield f"{line} {look.paint(f'({lines_of(told.finding)})', _DIM)}\n"


def body(told: Told, look: Look, within: str | None = None) -> Iterator[str]:
    """Every statement underlined in its sentence, the arithmetic, and what may be done.

    ``within`` names the article, where the path alone does not.
    """
    finding = told.finding
    gutter = max(len(str(evidence.end_line)) for evidence in finding.evidence) + 1
    bar = " " * gutter + look.paint("|", _DIM)
    if within is not None:
        yield f"{bar} {look.paint('in', _DIM)} {plainly(within)}\n"
    width = max(look.width, _NARROWEST) - gutter - 2
    for frame in frames(told, width):
        yield from _frame(frame, gutter, _STYLES[finding.severity], look)
    yield from _advice(finding, gutter, look)


def _frame(frame: Frame, gutter: int, style: str, look: Look) -> Iterator[str]:
    bar = " " * gutter + look.paint("|", _DIM)
    if frame.elsewhere is not None:
        yield f"{bar} {look.paint('in', _DIM)} {frame.elsewhere}\n"
    for row in frame.rows:
        number = look.paint(f"{row.line:>{gutter - 1}} |", _DIM)
        yield f"{number} {row.text}\n"
        for line in _underlines(row, style, look):
            yield f"{bar} {line}\n"


def _underlines(row: Row, style: str, look: Look) -> Iterator[str]:
    for underline in row.underlines:
        carets = " ".join(part for part in ("^" * underline.width, underline.label) if part)
        if carets:
            yield " " * underline.indent + look.paint(carets, style)


def _advice(finding: Finding, gutter: int, look: Look) -> Iterator[str]:
    lines = []
    if finding.calculation:
        lines.append(look.paint(plainly(finding.calculation), _BOLD))
    if finding.hint:
        lines.append(f"hint: {plainly(finding.hint)}")
    for index, alternative in enumerate(finding.alternatives):
        lines.append(f"{lead(finding, index)}: {plainly(change(alternative, finding))}")
    for line in lines:
        yield " " * gutter + look.paint("=", _DIM) + f" {line}\n"


def _failure(failure: Failure, look: Look) -> str:
    where = look.paint(f"{plainly(failure.path)}:", _BOLD)
    return f"{where} {look.paint('failure', _RED)} {plainly(failed(failure))}\n"


def _summary(report: Report, look: Look) -> Iterator[str]:
    gravest = max((told.finding.severity for told in report.findings), key=lambda s: s.rank, default=None)
    counts = severities(report)
    yield f"{look.paint(counts, _STYLES[gravest]) if gravest else counts} in {in_articles(report)}\n"
    yield f"{work_done(report)}\n"
    if apart := set_apart(report):
        yield f"{apart}\n"
    if report.failures:
        yield look.paint(count(len(report.failures), "failure"), _RED) + "\n"
