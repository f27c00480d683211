"""A package of rules by somebody else: installed as any package is, used by name, proved by the same harness."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = Path(__file__).with_name("harbour")
RULE = "harbour_rules/quay_longer_than_harbour.py"


def run(*command: object, cwd: Path, path: str = "") -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "FACTLINT", "VIRTUAL"))}
    words = [str(word) for word in command]
    # The writer of a package has pytest and this plugin, and not what our own tests have beside.
    environment = {**kept, "PYTHONPATH": path, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a venv that has the example package, and sees factlint and what it needs."""
    folder = tmp_path_factory.mktemp("venv")
    assert run(sys.executable, "-m", "venv", folder / "venv", cwd=folder).returncode == 0
    python = folder / "venv" / "bin" / "python"
    source = folder / "harbour"
    shutil.copytree(PACKAGE, source)
    done = run(python, "-m", "pip", "install", "-q", "--no-deps", source, cwd=folder)
    if done.returncode and ("No matching distribution" in done.stderr or "Could not find a version" in done.stderr):
        pytest.skip("no package index reachable for the build backend")
    assert done.returncode == 0, done.stderr
    (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
    site.joinpath("factlint.pth").write_text(f"{ROOT}\n{sysconfig.get_paths()['purelib']}\n", encoding="utf-8")
    return python


def test_the_installed_rule_is_listed_and_finds_its_fault(python: Path, tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_text('plugins = ["harbour"]\n')
    (tmp_path / "norby.txt").write_text("= Norby =\n\nThe harbour is 400 m long. Its quay measures 650 m.\n")
    listed = run(python, "-m", "checker.cli", "rules", cwd=tmp_path)
    assert any(line.split()[:2] == ["quay-longer-than-harbour", "plugin"] for line in listed.stdout.splitlines())
    done = run(python, "-m", "checker.cli", "check", "--no-cache", "--fail-on", "warning", "norby.txt", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "warning quay-longer-than-harbour: the quay is “650 m” long, but the harbour “400 m”" in done.stdout


def test_the_installed_rule_has_a_page_like_any_other(python: Path, tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_text('plugins = ["harbour"]\n')
    page = run(python, "-m", "checker.cli", "explain", "quay-longer-than-harbour", cwd=tmp_path).stdout
    assert "Precision: unmeasured." in page
    assert "warning quay-longer-than-harbour: the quay is “650 m” long" in page


def test_the_examples_are_tests_of_pytest(python: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(PACKAGE, tmp_path / "harbour")
    done = run(python, "-m", "pytest", "-v", "-p", "no:cacheprovider", cwd=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("manual page", "bad example 1", "good example 2"):
        assert f"quay-longer-than-harbour: {name} PASSED" in done.stdout
    assert "5 passed" in done.stdout


def test_an_example_that_proves_nothing_fails_in_plain_words(python: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(PACKAGE, tmp_path / "harbour")
    rule = copy / RULE
    rule.write_text(rule.read_text(encoding="utf-8").replace("measures 350 m", "measures 850 m"), encoding="utf-8")
    done = run(python, "-m", "pytest", "-p", "no:cacheprovider", cwd=copy, path=str(copy))
    assert done.returncode == 1
    assert "the evidence is not what the example marks" in done.stdout
    assert "marked: nothing" in done.stdout
    assert "'850 m'" in done.stdout
    assert "1 failed, 4 passed" in done.stdout
