from __future__ import annotations

import json

import pytest

from articles.source import Source
from reports.clusters import MANY, clusters, lines_of
from reports.formats import written
from reports.report import ArticleSummary, Checked, Gathering, Report, tell
from rules.finding import Confidence, Evidence, Finding, Severity

TEXT = "\n".join(f"row {number} of the list" for number in range(40))


def report(*counts: tuple[str, int]) -> Report:
    """An article in which each rule finds so many things, a row each, the rules taking turns."""
    source = Source("a.wiki", TEXT)
    told = []
    for rule, count in counts:
        for number in range(count):
            start = TEXT.index(f"row {number} ")
            places = [Evidence(start, start + 3, number + 1, 1, number + 1, 4, "row", "here")]
            if number % 2:
                places.append(Evidence(0, 3, 1, 1, 1, 4, "row", "there"))
            finding = Finding(
                rule, "tables", Severity.ERROR, Confidence.HIGH, f"{rule} {number}", "a.wiki", "A", tuple(places), None,
                None, (), f"{rule}{number}",
            )  # fmt: skip
            told.append(tell(finding, source))
    gathering = Gathering("0")
    gathering.add(Checked(ArticleSummary("a.wiki", "A", "generic"), tuple(told), text=TEXT))
    return gathering.report()


def whole(name: str, made: Report) -> str:
    return b"".join(written(name, made)).decode()


def test_a_rule_with_many_findings_has_them_together_at_the_place_of_the_first() -> None:
    found = list(clusters(report(("few", 2), ("forty", 40)).findings))
    assert [(cluster.rule, len(cluster.told)) for cluster in found] == [("few", 1), ("forty", 40), ("few", 1)]


def test_as_many_as_a_reader_takes_in_are_told_one_by_one() -> None:
    assert not any(cluster.many for cluster in clusters(report(("few", MANY)).findings))
    assert [cluster.many for cluster in clusters(report(("few", MANY + 1)).findings)] == [True]


def test_the_lines_of_a_finding_are_named_once_each() -> None:
    one, other = (told.finding for told in report(("few", 2)).findings)
    assert (lines_of(one), lines_of(other)) == ("line 1", "lines 2 and 1")


def test_forty_findings_take_a_line_each_in_a_terminal_and_keep_their_places() -> None:
    lines = whole("text", report(("forty", 40))).splitlines()
    assert lines[0] == "a.wiki: error forty: 40 findings"
    assert lines[1] == "a.wiki:1:1: error forty: forty 0 (line 1)"
    assert lines[2] == "a.wiki:2:1: error forty: forty 1 (lines 2 and 1)"
    assert len(lines) < 48


def test_forty_findings_are_a_list_under_one_heading_in_markdown() -> None:
    made = whole("markdown", report(("forty", 40), ("few", 1)))
    assert made.count("<details>") == 1
    assert "<b>forty</b>: 40 findings" in made
    assert made.count("\n- line") == 40


def test_forty_findings_stand_under_one_heading_in_html_and_all_but_the_first_are_closed() -> None:
    made = whole("html", report(("forty", 40)))
    assert made.count('class="many"') == 1
    assert made.count('<details class="finding error"') == 40
    assert sum(" open>" in line for line in made.splitlines() if '<details class="finding' in line) == 1


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github", "gitlab"])
def test_machines_are_told_every_finding_by_itself(name: str) -> None:
    made = whole(name, report(("forty", 40)))
    assert made.count("forty 39") >= 1
    if name == "json":
        assert len(json.loads(made)["findings"]) == 40
