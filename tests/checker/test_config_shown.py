"""``factlint config --show``: every setting with the place it comes from, in a form that can be used as it is."""

import os
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.config import Config
from checker.config_shown import shown
from checker.relative import relative
from checker.settings import settings
from rules.catalogue import catalogue

Command = Callable[..., subprocess.CompletedProcess[str]]
OURS = """fail-on = "warning"
exclude = ["drafts/", 'a "b"']

[[per-path]]
paths = ["old/"]
ignore = ["dates"]

[rule.trade-share-implausible]
share = 25
"""


def written(folder: Path) -> str:
    return "".join(shown(settings(None, [str(folder)]), catalogue()))


def remark(text: str, key: str) -> str:
    (line,) = (line for line in text.splitlines() if line.startswith(f"{key} = "))
    return line.rpartition("# ")[2]


def test_what_is_shown_is_a_configuration_that_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_text(OURS)
    text = written(tmp_path)
    again = tmp_path / "again"
    again.mkdir()
    (again / "factlint.toml").write_text(text)
    assert Config.model_validate(tomllib.loads(OURS)).fail_on == settings(None, [str(again)]).fail_on
    given, repeated = settings(None, [str(tmp_path)]), settings(None, [str(again)])
    assert (repeated.exclude, repeated.per_path) == (given.exclude, given.per_path)
    assert repeated.thresholds["trade-share-implausible"]["share"] == 25


def test_every_value_says_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_text(OURS)
    text = written(tmp_path)
    assert remark(text, "fail-on").endswith("factlint.toml:1")
    assert remark(text, "share").endswith("factlint.toml:9")
    assert remark(text, "preview") == "the default"


def test_without_a_file_the_defaults_are_shown(factlint: Command, tmp_path: Path) -> None:
    done = factlint("config", "--show", str(tmp_path))
    assert done.returncode == 0
    assert 'fail-on = "error"' in done.stdout


def test_a_broken_file_is_told(tmp_path: Path, factlint: Command) -> None:
    (tmp_path / "factlint.toml").write_text("fail_on = 1\n")
    done = factlint("config", "--show", str(tmp_path))
    assert (done.returncode, "fail-on" in done.stderr) == (2, True)


def test_a_folder_to_which_no_way_leads_is_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows none leads from one drive to another: a configuration there would have ended every check."""

    def no_way(path: str, start: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", no_way)
    assert relative("/other/factlint.toml") == os.path.abspath("/other/factlint.toml")
