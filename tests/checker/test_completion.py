"""``factlint completion``: scripts that a shell takes, and that know commands, options and rules."""

import shutil
import subprocess

import pytest

from checker.completion import script
from checker.options import SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_knows_the_commands_and_the_rules(shell: str) -> None:
    made = script(shell)
    assert all(name in made for name in ("check", "resolve", "changed-since", "embassy-before-relations"))


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_takes_its_script(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    done = subprocess.run([shell, "-n"], input=script(shell), capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_bash_completes_a_rule() -> None:
    if not shutil.which("bash"):
        pytest.skip("there is no bash here")
    ask = (
        "COMP_WORDS=(factlint explain embassy-); COMP_CWORD=2; COMP_LINE='factlint explain embassy-';"
        " _shtab_factlint; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    done = subprocess.run(
        ["bash", "--norc"], input=script("bash") + ask, capture_output=True, encoding="utf-8", check=False
    )
    assert "embassy-before-relations" in done.stdout, done.stderr
