"""``factlint baseline``: known findings fail nobody, new ones do, and what is gone is told."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
ARTICLE = "= Town =\n\nThe plan of 31 April 1990 fell. So did that of 31 June 1991.\n"
ONE = ("--select", "date-impossible", "--baseline", "known.json")


@pytest.fixture
def town(project: Path) -> Path:
    path = project / "town.txt"
    path.write_text(ARTICLE)
    return path


def findings(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [finding["evidence"][0]["text"] for finding in json.loads(done.stdout)["findings"]]


def known(project: Path) -> list[str]:
    return [row["message"] for row in json.loads((project / "known.json").read_text())["findings"]]


def test_known_findings_do_not_fail_and_are_counted(factlint: Command, town: Path) -> None:
    assert factlint("check", "town.txt", "--select", "date-impossible").returncode == 1
    assert factlint("baseline", "create", *ONE, "town.txt").returncode == 0
    done = factlint("check", "town.txt", *ONE, "--format", "json")
    assert (done.returncode, findings(done)) == (0, [])
    assert json.loads(done.stdout)["summary"]["baselined"] == 2


def test_a_new_finding_and_a_changed_value_fail(factlint: Command, town: Path) -> None:
    factlint("baseline", "create", *ONE, "town.txt")
    town.write_text(ARTICLE.replace("= Town =", "= Town =\n\nMoved down.").replace("31 June", "31 September"))
    done = factlint("check", "town.txt", *ONE, "--format", "json")
    assert (done.returncode, findings(done)) == (1, ["31 September 1991"])


def test_what_is_found_no_more_is_told_and_pruned(factlint: Command, town: Path, project: Path) -> None:
    factlint("baseline", "create", *ONE, "town.txt")
    town.write_text(ARTICLE.replace("31 June", "30 June") + "And one of 30 February 2001.\n")
    assert "1 entry is found no more" in factlint("check", "town.txt", *ONE).stderr
    factlint("baseline", "prune", *ONE, "town.txt")
    assert len(known(project)) == 1
    factlint("baseline", "update", *ONE, "town.txt")
    assert len(known(project)) == 2
    assert "no more" not in factlint("check", "town.txt", *ONE).stderr


def test_articles_that_are_not_checked_keep_their_entries(factlint: Command, town: Path, project: Path) -> None:
    (project / "other.txt").write_text(ARTICLE.replace("Town", "Other"))
    factlint("baseline", "create", *ONE, ".")
    factlint("baseline", "prune", *ONE, "town.txt")
    assert len(known(project)) == 4


def test_rules_that_do_not_run_or_crash_keep_their_entries(factlint: Command, town: Path, project: Path) -> None:
    town.write_text(f"{ARTICLE}Built in 1990 and 1991.\n")
    both = ("--select", "date-impossible,years-differ,crashing", "--baseline", "known.json")
    factlint("baseline", "create", *both, "town.txt")
    entries = len(known(project))
    assert entries > 2
    assert factlint("check", "town.txt", *ONE).stderr == "", "pruning is advised of what was not looked for"
    factlint("baseline", "prune", *ONE, "town.txt")
    assert len(known(project)) == entries
    town.write_text("= Town =\n\nA crash.\n")
    assert factlint("baseline", "prune", *both, "town.txt").returncode == 2
    assert len(known(project)) == entries, "a rule that crashed finds nothing, and its findings would be new again"


def test_a_baseline_that_could_not_be_written_is_told_before_the_work(factlint: Command, town: Path) -> None:
    done = factlint("baseline", "create", "--baseline", "no/such/known.json", "nowhere.txt")
    assert "no/such/known.json: cannot be written" in done.stderr
    assert "nowhere.txt" not in done.stderr


def test_two_findings_of_one_fingerprint_are_two(factlint: Command, town: Path) -> None:
    factlint("baseline", "create", *ONE, "town.txt")
    town.write_text(ARTICLE + "The next plan was of 31 April 1990 as well.\n")
    assert findings(factlint("check", "town.txt", *ONE, "--format", "json")) == ["31 April 1990"]


def test_the_configuration_can_name_the_file(factlint: Command, town: Path, project: Path) -> None:
    (project / "factlint.toml").write_text('select = ["date-impossible"]\nbaseline = "known.json"\n')
    assert factlint("baseline", "create", "town.txt").returncode == 0
    assert factlint("check", "town.txt").returncode == 0


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}'])
def test_a_broken_file_is_an_error_and_stays(factlint: Command, town: Path, project: Path, text: str) -> None:
    (project / "known.json").write_text(text)
    done = factlint("baseline", "update", *ONE, "town.txt")
    assert done.returncode == 2
    assert "known.json" in done.stderr
    assert (project / "known.json").read_text() == text


def test_create_overwrites_nothing(factlint: Command, town: Path) -> None:
    factlint("baseline", "create", *ONE, "town.txt")
    done = factlint("baseline", "create", *ONE, "town.txt")
    assert done.returncode == 2
    assert "exists already" in done.stderr
