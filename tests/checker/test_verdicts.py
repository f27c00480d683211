"""``factlint.verdicts.toml``: findings let through for a reason, for texts that can hold no comment."""

import json
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.verdict_entry import quoted

Command = Callable[..., subprocess.CompletedProcess[str]]
ARTICLE = "= Town =\n\nThe plan of 31 April 1990 fell.\n"
VERDICT = """[[verdict]]
article = "Town"
rule = "date-impossible"
values = ["31 April 1990"]
reason = "as the plan has it"
"""
NAMES = ("--select", "date-impossible,allowance-unused", "--format", "json")


@pytest.fixture
def town(project: Path) -> Path:
    (project / "town.txt").write_text(ARTICLE)
    (project / "factlint.verdicts.toml").write_text(VERDICT)
    return project


def found(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [finding["rule"] for finding in json.loads(done.stdout)["findings"]]


def test_what_was_let_through_fails_nobody_and_is_counted(factlint: Command, town: Path) -> None:
    done = factlint("check", "town.txt", *NAMES)
    assert (done.returncode, found(done)) == (0, [])
    assert json.loads(done.stdout)["summary"]["suppressed"] == 1


def test_it_survives_edits_elsewhere(factlint: Command, town: Path) -> None:
    (town / "town.txt").write_text(ARTICLE.replace("The plan", "== Plans ==\nIt is small.\n\nEvery plan"))
    assert found(factlint("check", "town.txt", *NAMES)) == []


def test_it_comes_back_when_a_value_changes_and_the_entry_is_a_note(factlint: Command, town: Path) -> None:
    (town / "town.txt").write_text(ARTICLE.replace("31 April", "31 June"))
    done = factlint("check", "town.txt", *NAMES)
    assert (done.returncode, found(done)) == (1, ["allowance-unused", "date-impossible"])
    note = json.loads(done.stdout)["findings"][0]
    assert (note["severity"], note["path"], note["evidence"][0]["line"]) == ("note", "factlint.verdicts.toml", 1)


def test_without_a_reason_it_does_not_hold(factlint: Command, town: Path) -> None:
    (town / "factlint.verdicts.toml").write_text(VERDICT.replace("as the plan has it", " "))
    assert found(factlint("check", "town.txt", *NAMES)) == ["allowance-unused", "date-impossible"]


@pytest.mark.parametrize("form", ["text", "html", "sarif", "github", "gitlab", "junit", "markdown"])
def test_every_format_tells_the_note(factlint: Command, town: Path, form: str) -> None:
    (town / "factlint.verdicts.toml").write_text(VERDICT.replace("1990", "1991"))
    told = factlint("check", "town.txt", *NAMES[:2], "--no-cache", "--format", form).stdout
    assert "nothing like it is found" in told


def test_entries_of_articles_and_rules_that_did_not_run_are_left_alone(factlint: Command, town: Path) -> None:
    other = VERDICT.replace("Town", "Other") + VERDICT.replace("date-impossible", "weekday-wrong")
    (town / "factlint.verdicts.toml").write_text(VERDICT + other)
    assert found(factlint("check", "town.txt", *NAMES)) == []


def test_the_configuration_can_name_the_file(factlint: Command, town: Path) -> None:
    (town / "factlint.verdicts.toml").rename(town / "judged.toml")
    (town / "factlint.toml").write_text('verdicts = "judged.toml"\n')
    assert found(factlint("check", "town.txt", *NAMES)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[verdict]", "cannot be read"),
        ("[other]\n", "[[verdict]]"),
        ("verdict = 1\n", "[[verdict]]"),
        (VERDICT.replace('"as the plan has it"', "1"), "verdict[0]"),
        (VERDICT.replace("reason", "because"), "verdict[0]"),
        (VERDICT.replace('["31 April 1990"]', "[]"), "verdict[0]"),
        (VERDICT.replace('["31 April 1990"]', "[1]"), "verdict[0]"),
    ],
)
def test_a_broken_file_is_told(factlint: Command, town: Path, text: str, said: str) -> None:
    (town / "factlint.verdicts.toml").write_text(text)
    done = factlint("check", "town.txt", *NAMES)
    assert done.returncode == 2
    assert "factlint.verdicts.toml" in done.stderr
    assert said in done.stderr


@pytest.mark.parametrize("text", ["", 'a "b" \\ c', "a\nb\t\x00\x1f\x7f\x85", "🜂 \u202e \ud800", "'''", "]]"])
def test_any_text_can_be_quoted(text: str) -> None:
    read = tomllib.loads(f"a = {quoted(text)}\n")["a"]
    assert read == text.encode("utf-8", "replace").decode()
