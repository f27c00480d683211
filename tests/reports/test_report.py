from __future__ import annotations

from articles.source import Source
from reports.report import ArticleSummary, Checked, Comparisons, Failure, Gathering, tell
from reports.texts import Texts
from rules.finding import Confidence, Evidence, Finding, Severity


def finding(path: str, start: int, rule: str = "some-rule", severity: Severity = Severity.ERROR) -> Finding:
    at = Evidence(start, start + 1, 1, start + 1, 1, start + 2, "x", "")
    return Finding(rule, "dates", severity, Confidence.HIGH, "m", path, "T", (at,), None, None, (), f"{path}{start}")


def checked(path: str, *starts: int) -> Checked:
    source = Source(path, "x" * 50)
    told = tuple(tell(finding(path, start), source) for start in starts)
    return Checked(ArticleSummary(path, "T", "generic", None, None, 2, 1), told, (), Comparisons(1, 0, 1, 2), 1, 1)


def test_findings_stand_in_the_order_of_paths_and_places_however_they_came() -> None:
    orders = []
    for parts in ([("b", 9, 3), ("a", 7)], [("a", 7), ("b", 3, 9)]):
        gathering = Gathering("0")
        for path, *starts in parts:
            gathering.add(checked(str(path), *map(int, starts)))
        orders.append(gathering.report())
    assert orders[0] == orders[1]
    assert [told.finding.evidence[0].start for told in orders[0].findings] == [7, 3, 9]


def test_the_graver_finding_comes_first_at_one_place() -> None:
    gathering = Gathering("0")
    source = Source("a", "xxx")
    note, error = (finding("a", 0, severity=s) for s in (Severity.NOTE, Severity.ERROR))
    gathering.add(Checked(ArticleSummary("a", "T", "generic"), (tell(note, source), tell(error, source))))
    assert [told.finding.severity for told in gathering.report().findings] == [Severity.ERROR, Severity.NOTE]


def test_counts_add_up_over_articles() -> None:
    gathering = Gathering("0")
    gathering.add(checked("a", 1, 2))
    gathering.add(checked("b"))
    gathering.fail(Failure("c", None, None, "cannot be read"))
    report = gathering.report()
    assert report.comparisons == Comparisons(2, 0, 2, 4)
    assert (report.claims, report.facts, report.suppressed, report.baselined) == (4, 2, 2, 2)
    assert [article.findings for article in report.articles] == [2, 0]
    assert report.count(Severity.ERROR) == 2
    assert len(report.failures) == 1


def test_evidence_in_a_sister_article_is_cut_from_that_article() -> None:
    sister = Evidence(4, 8, 1, 5, 1, 9, "1957", "", "b.txt", "B")
    told = tell(
        finding("a", 0)._replace(evidence=(sister,)), Source("a", "nothing"), {("b.txt", "B"): Source("b", "in: 1957.")}
    )
    assert told.excerpts[0].text == "1957"
    unknown = tell(finding("a", 0)._replace(evidence=(sister,)), Source("a", "nothing"))
    assert unknown.excerpts[0].text == "1957"


def test_texts_come_back_as_they_were_put() -> None:
    texts = Texts()
    for number in range(50):
        texts.put(("dump.xml", str(number)), f"é{number}\r\n" * 30_000)
    texts.put(("dump.xml", "0"), "second")
    assert texts.get(("dump.xml", "49")) == "é49\r\n" * 30_000
    assert texts.get(("dump.xml", "0")) == "é0\r\n" * 30_000
    assert texts.get(("dump.xml", "none")) is None
