"""How many findings each rule has, the gravest first: what to look at before a rule is turned on for many articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reports.report import Report
from reports.terminal import plainly
from reports.wording import count, failure_line, set_apart, severities, work_done

_HEADS = ("findings", "articles", "severity", "rule", "precision")


def statistics(report: Report) -> Iterator[str]:
    """A table and the summary. A rule counts under every severity that its findings have."""
    findings = Counter((told.finding.rule, told.finding.severity) for told in report.findings)
    articles = Counter(
        (rule, severity)
        for rule, severity, _, _ in {
            (told.finding.rule, told.finding.severity, told.finding.path, told.finding.article)
            for told in report.findings
        }
    )
    measured = {rule.slug: rule.measured or "unmeasured" for rule in report.rules}
    order = sorted(findings, key=lambda key: (-key[1].rank, -findings[key], key[0]))
    rows = [
        (f"{findings[key]:,}", f"{articles[key]:,}", key[1].value, key[0], measured.get(key[0], "unmeasured"))
        for key in order
    ]
    if rows:
        yield from _table([_HEADS, *rows])
        yield "\n"
    yield f"{severities(report)} in {count(len(report.articles), 'article')}\n{work_done(report)}\n"
    if apart := set_apart(report):
        yield f"{apart}\n"
    for failure in report.failures:
        yield f"{plainly(failure_line(failure))}\n"


def _table(rows: list[tuple[str, str, str, str, str]]) -> Iterator[str]:
    """The rows in columns; the first two hold numbers."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        numbers = (f"{cell:>{width}}" for cell, width in zip(row[:2], widths, strict=False))
        words = (f"{cell:<{width}}" for cell, width in zip(row[2:], widths[2:], strict=True))
        yield "  ".join((*numbers, *words)).rstrip() + "\n"
