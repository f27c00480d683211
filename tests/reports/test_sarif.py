from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reports.formats import written
from reports.places import uri
from reports.report import Report

PACKAGE, VERSION = "@microsoft/sarif-multitool-linux", "5.7.0"
"""MIT; ships the official schema and the validator that code hosts recommend."""


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked validator, fetched once and kept in the project's cache."""
    kept = Path(__file__).parents[2] / ".cache" / f"sarif-multitool-{VERSION}"
    if kept.exists():
        return kept
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not here to fetch the SARIF schema and validator")
    folder = tmp_path_factory.mktemp("sarif")
    command = [npm, "pack", f"{PACKAGE}@{VERSION}"]
    run = subprocess.run(command, check=False, cwd=folder, capture_output=True, timeout=300)
    packed = next(folder.glob("*.tgz"), None)
    if run.returncode or packed is None:
        pytest.skip(f"npm could not fetch {PACKAGE}")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    kept.parent.mkdir(exist_ok=True)
    shutil.move(folder / "package", kept)
    (kept / "Sarif.Multitool").chmod(0o755)
    return kept


def log(report: Report) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(b"".join(written("sarif", report)))
    return made


@pytest.mark.parametrize("case", ["empty", "failed_only", "nasty"])
def test_the_log_obeys_the_official_schema(case: str, multitool: Path, request: pytest.FixtureRequest) -> None:
    schema = json.loads((multitool / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    jsonschema.Draft202012Validator(schema).validate(log(request.getfixturevalue(case)))


def test_the_validator_of_code_hosts_has_no_error_to_tell(multitool: Path, nasty: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.sarif"
    path.write_bytes(b"".join(written("sarif", nasty)))
    told = tmp_path / "told.sarif"
    command = [str(multitool / "Sarif.Multitool"), "validate", str(path), "--output", str(told)]
    command += ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--kind", "Fail"]
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    run = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=300)
    if not told.exists():
        pytest.skip(f"the validator does not run here: {run.stdout[-200:]}{run.stderr[-200:]}")
    results = json.loads(told.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    # SARIF2005 wants a home page of the tool, SARIF2017 more of a region than a page of a dump has.
    assert {result["ruleId"] for result in results} <= {"SARIF2005", "SARIF2017"}
    assert "error" not in {result.get("level", "warning") for result in results}


def test_the_first_statement_is_the_place_and_the_message_links_the_others(nasty: Report) -> None:
    results = log(nasty)["runs"][0]["results"]
    result = next(result for result in results if result["ruleId"] == "trade-share-implausible")
    assert [place["physicalLocation"]["region"]["snippet"]["text"] for place in result["locations"]] == ["$9.1 billion"]
    assert [place["message"]["text"] for place in result["relatedLocations"]] == ["Ora's economy"]
    assert "[“$23.5 billion” Ora's economy](1)" in result["message"]["text"]


def test_regions_point_at_the_text_in_code_points(nasty: Report) -> None:
    run = log(nasty)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    for told, result in zip(nasty.findings, run["results"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        text = nasty.texts.get((told.finding.path, told.finding.article)) or ""
        if told.finding.path == "treaty.wiki":
            assert region == {"startLine": 1}, "a page of a dump has no line in the file"
            continue
        for part in ("region", "contextRegion"):
            region = result["locations"][0]["physicalLocation"][part]
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            assert text[start:end] == region["snippet"]["text"]
            line = text.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"])


def test_failures_are_notifications_of_a_run_that_did_not_succeed(failed_only: Report, empty: Report) -> None:
    invocation = log(failed_only)["runs"][0]["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "no such file"
    assert log(empty)["runs"][0]["invocations"][0] == {"executionSuccessful": True}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/ü%.txt", "a%20b/%C3%BC%25.txt"),
        ("./a:b#c?.txt", "a%3Ab%23c%3F.txt"),
        ("../a.txt", "../a.txt"),
        ("/here/a b.txt", "file:///here/a%20b.txt"),
        ("C:\\a\\b c.txt", "file:///C:/a/b%20c.txt"),
        ("bad-\udcff.txt", "bad-%FF.txt"),
        ("\ud800", "%3F"),
    ],
)
def test_a_path_is_a_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_a_path_has_slashes_on_windows(monkeypatch: pytest.MonkeyPatch, nasty: Report) -> None:
    told = nasty.findings[0]
    made = Report("0", (told._replace(finding=told.finding._replace(path="a\\b c.txt")),))
    assert uri("a\\b c.txt") == "a%5Cb%20c.txt"
    monkeypatch.setattr("os.sep", "\\")
    assert uri("a\\b c.txt") == "a/b%20c.txt"
    for name in ("github", "gitlab", "sarif"):
        assert "b c.txt" not in b"".join(written(name, made)).decode().replace("a/b c.txt", "")


def test_words_of_an_article_cannot_become_a_link(nasty: Report) -> None:
    first = nasty.findings[0]
    hostile = first.finding._replace(message="see [this](evil:x)")
    made = log(Report("0", (first._replace(finding=hostile),)))
    assert "](evil" not in made["runs"][0]["results"][0]["message"]["text"]


def test_every_rule_carries_its_page_for_it_has_no_address(nasty: Report) -> None:
    rules = {rule["id"]: rule for rule in log(nasty)["runs"][0]["tool"]["driver"]["rules"]}
    for rule in rules.values():
        for part in ("**Why.** ", "**Right all the same.** ", "**Fires on**", "**Silent on**", "Precision: "):
            assert part in rule["help"]["markdown"]
    assert "Precision: 97 % of 120 judged." in rules["trade-share-implausible"]["help"]["markdown"]
