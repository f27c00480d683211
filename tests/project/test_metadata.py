"""The files other programs read: the action, the hooks, the lock."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("schema", "name"),
    [("vendor.github-actions", "action.yml")],
)
def test_the_action_is_what_github_accepts(schema: str, name: str) -> None:
    checker = Path(sys.executable).parent / "check-jsonschema"
    if not checker.exists():
        pytest.skip("check-jsonschema is not installed")
    done = subprocess.run(
        [checker, "--builtin-schema", schema, ROOT / name], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_accepts_the_hooks_and_the_configuration() -> None:
    for kind, name in (("manifest", ".pre-commit-hooks.yaml"), ("config", ".pre-commit-config.yaml")):
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", f"validate-{kind}", ROOT / name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_dependency_is_locked_with_hashes_and_no_host_is_named() -> None:
    """An install that is not pinned is another program tomorrow."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    locked = {line.split("==")[0] for line in lock.splitlines() if "==" in line and not line.startswith(" ")}
    for requirement in wanted:
        assert requirement.split(">=")[0] in locked, f"{requirement} is not locked; run .ci/lock"
    assert "://" not in lock
    assert lock.count("--hash=sha256:") >= len(locked)
