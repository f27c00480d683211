from __future__ import annotations

import re

from reports.formats import written
from reports.report import ArticleSummary, Checked, Failure, Gathering, Report

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)\Z")


def lines(report: Report) -> list[str]:
    return b"".join(written("github", report)).decode().splitlines()


def unescaped(text: str) -> str:
    for escaped, plain in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


def test_an_annotation_stands_where_the_finding_does(nasty: Report) -> None:
    commands = [match for line in lines(nasty) if (match := _COMMAND.match(line))]
    told = next(match for match in commands if "trade-share-implausible" in match[2])
    properties = dict(part.split("=", 1) for part in told[2].split(","))
    assert unescaped(properties["file"]) == "articles/ora %0A & <belt>.txt"
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("6", "40", "52")
    assert "$9.1 billion / $23.5 billion = 38.7 %" in unescaped(told[3]).split("\n")


def test_words_of_an_article_start_no_command(nasty: Report) -> None:
    """The runner obeys `::name::` at the start of a line and `##[name]` anywhere in one."""
    hostile = []
    for number in range(40):
        told = nasty.findings[number % len(nasty.findings)]
        finding = told.finding._replace(
            path="::warning::x", message="##[error]\n::add-mask::a", fingerprint=str(number)
        )
        hostile.append(told._replace(finding=finding))
    gathering = Gathering("0")
    gathering.add(Checked(ArticleSummary("::warning::x", "\n::error::", "generic"), tuple(hostile)))
    for _ in range(12):
        gathering.fail(Failure("::notice::\n::error::", "##[group]", None, "\r\n::error::"))
    for line in lines(gathering.report()):
        assert re.match(
            r"::(error|warning|notice) |::group::2 more failures, 22 more findings$|::endgroup::$|[^:]", line
        )
        if not _COMMAND.match(line):
            assert "##[" not in line


def test_more_than_github_shows_is_listed_in_the_log(many: Report) -> None:
    made = lines(many)
    for level in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{level} ") for line in made) == 10
    assert "::group::9,970 more findings" in made
    assert sum("one against another" in line for line in made) == 10_000
