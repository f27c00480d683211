"""JUnit XML, which almost every CI server shows: a suite an article, a failed test a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from reports.formats import Look
from reports.places import without_lines
from reports.report import TOOL, Failure, Report, Told
from reports.terminal import plainly
from reports.text import body
from reports.wording import failed

Key = tuple[str, str]


def write(report: Report, look: Look) -> Iterator[str]:
    """The report as XML. An article without findings is one test that passed; a failure is a test in error."""
    found = {key: list(group) for key, group in groupby(report.findings, key=_key)}
    dumps = without_lines(report)
    silent = sum(article.findings == 0 for article in report.articles)
    counts = _counts(len(report.findings) + silent + len(report.failures), len(report.findings), len(report.failures))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites name={_quoted(TOOL)} {counts}>\n"
    for article in report.articles:
        key = (article.path, article.title)
        yield from _suite(*key, found.pop(key, []), lines=article.path not in dumps)
    for (path, title), others in found.items():
        yield from _suite(path, title, others, lines=True)  # verdicts that are not needed stand in no article
    if report.failures:
        counts = _counts(len(report.failures), 0, len(report.failures))
        yield f'<testsuite name="not checked" {counts}>\n'
        yield from map(_failure, report.failures)
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _key(told: Told) -> Key:
    return told.finding.path, told.finding.article


def _counts(tests: int, failures: int, errors: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="0" time="0"'


def _suite(path: str, title: str, found: list[Told], *, lines: bool) -> Iterator[str]:
    counts = _counts(len(found) or 1, len(found), 0)
    yield f"<testsuite name={_quoted(title)} file={_quoted(path)} {counts}>\n"
    if not found:
        yield f'<testcase name="no findings" classname={_quoted(path)} time="0"/>\n'
    for told in found:
        yield from _case(told, lines=lines)
    yield "</testsuite>\n"


def _case(told: Told, *, lines: bool) -> Iterator[str]:
    finding = told.finding
    first = finding.evidence[0]
    name = f"{finding.rule} at {first.line}:{first.column}"
    place = f'file={_quoted(finding.path)} line="{first.line}" ' if lines else ""
    yield f'<testcase name={_quoted(name)} classname={_quoted(finding.path)} {place}time="0">\n'
    yield f"<failure type={_quoted(finding.severity)} message={_quoted(finding.message)}>\n"
    yield from (_text(line) for line in body(told, Look()))
    yield "</failure>\n</testcase>\n"


def _failure(failure: Failure) -> str:
    name = failure.rule or failure.article or "could not be checked"
    return (
        f'<testcase name={_quoted(name)} classname={_quoted(failure.path)} time="0">\n'
        f'<error type="failure" message={_quoted(failed(failure))}/>\n</testcase>\n'
    )


def _quoted(text: str) -> str:
    return quoteattr(_plain(text))


def _text(line: str) -> str:
    return escape(_plain(line.removesuffix("\n"))) + "\n"


def _plain(text: str) -> str:
    """Characters that XML cannot hold are shown as escapes; the two that are no characters at all are dropped."""
    return plainly(text).replace("\ufffe", "").replace("\uffff", "")
