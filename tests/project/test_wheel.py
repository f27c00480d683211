"""What is installed is what was written: nothing missing, nothing more, and it runs away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("articles", "checker", "reports", "rules")
CLEAN = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=CLEAN, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    if built.returncode and "No matching distribution" in built.stderr:
        pytest.skip("no package index reachable for the build backend")
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of a venv of its own that has the wheel and its dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    assert run(sys.executable, "-m", "venv", folder / "venv", cwd=folder).returncode == 0
    scripts = folder / "venv" / "bin"
    done = run(scripts / "pip", "install", "-q", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return scripts


def test_every_file_of_the_four_rooms_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    names = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}
    written = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == written
    assert {n.split("/")[0] for n in names} == set(ROOMS)


def test_samples_and_schemas_are_among_them(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(n.startswith("articles/samples/") and n.endswith(".txt") for n in names)
    assert any(n.startswith("articles/samples/") and n.endswith(".wiki") for n in names)
    assert any(n.startswith("articles/kinds/") and n.endswith(".schema.json") for n in names)
    assert any(n.startswith("articles/claims/lexicon/en/") and n.endswith(".toml") for n in names)


def test_the_installed_demo_runs_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    """The first thing a newcomer types."""
    done = run(installed / "factlint", "demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = (tmp_path / "factlint-demo.html").read_text(encoding="utf-8")
    assert "embassy-before-relations" in report


def test_an_installed_check_stops_a_bad_article(installed: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("= Hill =\n\nThe hill rises to 2,917 m (9,750 ft) above the sea.\n", encoding="utf-8")
    done = run(installed / "factlint", "check", "--no-cache", bad, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "conversion-wrong" in done.stdout
