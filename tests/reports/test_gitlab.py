from __future__ import annotations

import json
from typing import Any

import pytest

from reports.formats import written
from reports.report import Report


def issues(report: Report) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(b"".join(written("gitlab", report)))
    return made


@pytest.mark.parametrize("case", ["empty", "failed_only", "nasty", "many"])
def test_every_issue_has_what_gitlab_asks_for(case: str, request: pytest.FixtureRequest) -> None:
    report = request.getfixturevalue(case)
    made = issues(report)
    assert len(made) == len(report.findings) + len(report.failures)
    for issue in made:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in ("info", "minor", "major", "critical")
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith("./")
        issue["location"]["path"].encode()


def test_no_two_issues_share_a_fingerprint_for_gitlab_would_show_one(nasty: Report) -> None:
    twice = Report("0", nasty.findings + nasty.findings)
    fingerprints = [issue["fingerprint"] for issue in issues(twice)]
    assert len(set(fingerprints)) == len(fingerprints)
