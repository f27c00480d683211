"""Rules of other distributions: used when named, refused in plain words when broken."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("year-differs", "no plugin 'year-differs' is installed; did you mean years-differ?"),
        ("broken", "the plugin 'broken' (testrules.broken) cannot be loaded: ModuleNotFoundError"),
        ("empty", "the plugin 'empty' (testrules.empty) has no module with a RULE"),
    ],
)
def test_a_plugin_that_does_not_work_is_told(factlint: Command, project: Path, name: str, said: str) -> None:
    (project / "factlint.toml").write_text(f'plugins = ["{name}"]\n')
    done = factlint("check", ".")
    assert done.returncode == 2
    assert f"factlint.toml:1: plugins: {said}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_rule_that_exists_already_is_refused(factlint: Command, project: Path) -> None:
    (project / "factlint.toml").write_text('plugins = ["years-differ", "years-differ"]\n')
    assert "has a rule 'years-differ', which exists already" in factlint("rules").stderr


def test_rules_are_there_only_when_named(factlint: Command, project: Path) -> None:
    assert "years-differ" in factlint("rules").stdout
    (project / "factlint.toml").write_text("")
    assert "years-differ" not in factlint("rules").stdout
