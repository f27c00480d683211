"""The documentation shows real output. A block marked ``console`` is run, and what it shows is what comes out.

``$ `` starts a command; a line of three dots stands for any lines; blocks of one file share a folder in
which the samples lie.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(name: str) -> list[tuple[str, str]]:
    """Each command of a document with the output it shows."""
    found: list[tuple[str, str]] = []
    for block in BLOCK.findall((ROOT / name).read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def shown(output: str) -> re.Pattern[str]:
    """What a documented output allows: itself, with ``...`` lines for anything."""
    lines = [r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + r"\s*\n" for line in output.splitlines()]
    return re.compile("".join(lines))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_the_documentation_shows_is_what_comes_out(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "articles" / "samples", tmp_path / "samples")
    scripts = Path(sys.executable).parent
    env = os.environ | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100", "NO_COLOR": "1"}
    for command, output in examples(name):
        assert shlex.split(command)[0] in {"factlint", "python"}, f"{name} runs {command}"
        done = subprocess.run(shlex.split(command), cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        assert shown(output).fullmatch(done.stdout), f"{name}: {command} printed:\n{done.stdout}{done.stderr}"


def test_the_readme_shows_a_finding_and_both_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert any(command.startswith("factlint check") and output.strip() for command, output in examples("README.md"))
    for marker in ("<!-- the main job -->", "<!-- the tests -->"):
        block = text.split(marker)[1].strip()
        assert re.match(r"```\w*\n[^\n]+\n```", block), f"{marker} is not followed by one line"


def test_every_relative_link_leads_somewhere() -> None:
    for name in (*DOCUMENTS, "CHANGELOG.md"):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{name} links to {target}"
