"""``factlint demo``: the first thing a newcomer types."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_a_first_run_needs_nothing_and_leaves_a_report(factlint: Command, project: Path) -> None:
    (project / "factlint.toml").unlink()
    done = factlint("demo")
    assert done.returncode == 0, done.stderr
    assert "samples/" in done.stdout
    assert "factlint-demo.html" in done.stdout
    assert (project / "factlint-demo.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in project.iterdir()] == ["factlint-demo.html"]


def test_a_folder_that_cannot_be_written_is_told(factlint: Command, project: Path) -> None:
    (project / "factlint-demo.html").mkdir()
    done = factlint("demo")
    assert done.returncode == 2
    assert "factlint-demo.html: cannot be written: it is a folder" in done.stderr
