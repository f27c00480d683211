"""``--statistics``: how many findings each rule has, the gravest and the most first."""

from reports.report import Report
from reports.statistics import statistics


def test_the_counts_add_up_to_the_findings(nasty: Report) -> None:
    lines = "".join(statistics(nasty)).split("\n")
    rows = [line.split() for line in lines[1 : lines.index("")]]
    assert sum(int(row[0]) for row in rows) == len(nasty.findings)
    ranks = [{"error": 0, "warning": 1, "note": 2}[row[2]] for row in rows]
    assert ranks == sorted(ranks)
    assert any(line.startswith("5 errors, ") for line in lines)


def test_nothing_found_is_no_table() -> None:
    assert "".join(statistics(Report("1"))).startswith("no findings in 0 articles\n")
