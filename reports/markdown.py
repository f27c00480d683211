"""Markdown for the summary of a CI step: what was found, article by article, with every statement.

Article text goes in as character references or inside code fences longer than any in it, so it stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reports.clusters import clusters, lines_of
from reports.formats import Look
from reports.places import without_lines
from reports.report import TOOL, Failure, Report, Told
from reports.terminal import plainly
from reports.text import body
from reports.wording import count, failed, in_articles, set_apart, severities, work_done

LIMIT = 1_000_000
"""Bytes: a step summary may have 1 MiB; some room is left for what another tool appends."""

_SPECIAL = re.compile(r"[&<>\\`*_{}\[\]#|~$@:^!=]")
_SIGNS = {"error": "🔴", "warning": "🟠", "note": "🔵"}


def write(report: Report, look: Look) -> Iterator[str]:
    """The report, cut after the last finding that fits into the limit, which is then said."""
    head = _head(report)
    yield head
    room = LIMIT - _size(head)
    dumps = without_lines(report)
    tail = list(map(_failure, report.failures))
    if tail:
        tail.insert(0, f"\n### {count(len(report.failures), 'failure')}\n\n")
    room -= min(sum(map(_size, tail)), LIMIT // 4)
    shown = 0
    for (path, article), group in groupby(report.findings, key=lambda told: (told.finding.path, told.finding.article)):
        pieces = [_article(path, article)]
        for number, piece in _pieces(list(group), lines=path not in dumps):
            pieces.append(piece)
            room -= sum(map(_size, pieces))
            if room < 0:
                yield f"\n*{count(len(report.findings) - shown, 'more finding')} did not fit here.*\n"
                yield from _cut(tail)
                return
            yield from pieces
            pieces = []
            shown += number
    yield from _cut(tail)


def text(words: str) -> str:
    """Words that stay words in Markdown, in a table, and in HTML."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", plainly(words))


def fenced(lines: str) -> str:
    """Lines in a code fence that nothing in them can close."""
    longest = max((len(run) for run in re.findall("`+", lines)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{lines}{fence}\n"


def _size(piece: str) -> int:
    return len(piece.encode("utf-8", "backslashreplace"))


def _head(report: Report) -> str:
    lines = [f"## {TOOL}: {severities(report)} in {in_articles(report)}", "", work_done(report)]
    if apart := set_apart(report):
        lines += ["", apart]
    return "\n".join(lines) + "\n"


def _article(path: str, article: str) -> str:
    return f"\n### {text(article)}\n\n<code>{text(path)}</code>\n"


def _finding(told: Told, *, lines: bool) -> str:
    finding = told.finding
    where = f", line {finding.evidence[0].line}" if lines else ""
    summary = (
        f"{_SIGNS[finding.severity]} {finding.severity} <b>{text(finding.rule)}</b>{where}: {text(finding.message)}"
    )
    frames = fenced("".join(body(told, Look())))
    return f"\n<details><summary>{summary}</summary>\n\n{frames}\n</details>\n"


def _pieces(findings: list[Told], *, lines: bool) -> Iterator[tuple[int, str]]:
    """The findings of an article, each piece with how many it tells: a rule with many has one heading and a list."""
    for cluster in clusters(findings):
        if not cluster.many:
            yield 1, _finding(cluster.told[0], lines=lines)
            continue
        many = count(len(cluster.told), "finding")
        yield 0, f"\n{_SIGNS[cluster.severity]} {cluster.severity} <b>{text(cluster.rule)}</b>: {many}\n\n"
        for told in cluster.told:
            where = f"{lines_of(told.finding)}: " if lines else ""
            yield 1, f"- {where}{text(told.finding.message)}\n"


def _failure(failure: Failure) -> str:
    return f"- <code>{text(failure.path)}</code> {text(failed(failure))}\n"


def _cut(tail: list[str]) -> Iterator[str]:
    """The failures, as many as a quarter of the limit holds."""
    room = LIMIT // 4
    for number, piece in enumerate(tail):
        room -= _size(piece)
        if room < 0:
            yield f"- and {count(len(tail) - number, 'more failure')}\n"
            return
        yield piece
