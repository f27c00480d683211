"""The real command in a process of its own, and rules of the tests' own that come as a plugin does."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

YEARS = '''"""Two years are given.

Why: one of them is wrong.

Right all the same: hardly ever.
"""
import re
from articles.source import Span
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Outcome, Rule, Verdict


def check(article, *, apart: int = 1):
    text = article.page.source.text
    years = [Span(*found.span()) for found in re.finditer(r"[0-9]{4}", text)]
    for one, other in zip(years, years[1:]):
        first, second = (int(text[span.start : span.end]) for span in (one, other))
        if abs(first - second) < apart:
            yield Outcome.CONSISTENT
        else:
            yield Verdict(f"{first} against {second}", (Mark(one, "the first"), Mark(other, "the second")))


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(Example("In ⟦1:1989⟧ and in ⟦2:1990⟧."),),
    good=(Example("In 1989."),),
)
'''

HYPHEN = '''"""A hyphen stands where a dash belongs.

Why: dashes part ranges.

Right all the same: never.
"""
import re
from articles.source import Span
from rules.finding import Confidence, Severity
from rules.rule import Change, Example, Mark, Rule, Verdict


def check(article):
    for found in re.finditer(r"(?<=[A-Z])-(?=[A-Z])", article.page.source.text):
        span = Span(*found.span())
        yield Verdict("a hyphen", (Mark(span, ""),), changes=(Change("a dash", ((span, "–"),)),), safe=True)


RULE = Rule(check, Severity.NOTE, Confidence.HIGH, bad=(Example("A⟦1:-⟧B"),), good=(Example("A"),))
'''

CRASH = '''"""It crashes.

Why: to see what happens.

Right all the same: never.
"""
import os
import signal
from rules.finding import Confidence, Severity
from rules.rule import Example, Rule


def check(article):
    if "drop dead" in article.page.source.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "crash" in article.page.source.text:
        raise ValueError("of\\nno use")
    yield from ()


RULE = Rule(check, Severity.NOTE, Confidence.LOW, bad=(Example("⟦1:crash⟧"),), good=(Example("A"),))
'''

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as an installed distribution leaves it, with rules under several entry points."""
    folder = tmp_path_factory.mktemp("site")
    package = folder / "testrules"
    package.mkdir()
    (package / "__init__.py").write_text("")
    for name, text in (("years_differ", YEARS), ("hyphen_left", HYPHEN), ("crashing", CRASH), ("empty", "")):
        (package / f"{name}.py").write_text(text)
    (package / "broken.py").write_text("import nothing_of_that_name\n")
    info = folder / "testrules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: testrules\nVersion: 1.0\n")
    points = ("years_differ", "hyphen_left", "crashing", "empty", "broken")
    lines = [f"{name.replace('_', '-')} = testrules.{name}" for name in points]
    (info / "entry_points.txt").write_text("\n".join(["[factlint]", *lines, ""]))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder whose configuration uses the test rules, and only them."""
    (tmp_path / "factlint.toml").write_text(
        'plugins = ["years-differ", "hyphen-left", "crashing"]\nselect = ["years-differ", "hyphen-left", "crashing"]\n'
    )
    return tmp_path


@pytest.fixture
def factlint(tmp_path_factory: pytest.TempPathFactory, plugins: Path, project: Path) -> Command:
    """Runs the command in the project's folder."""
    cache = tmp_path_factory.mktemp("cache")

    def run(
        *arguments: object,
        cwd: Path = project,
        stdin: str = "",
        env: dict[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "FACTLINT_"))}
        environment |= {"PYTHONPATH": f"{ROOT}{os.pathsep}{plugins}", "FACTLINT_CACHE_DIR": str(cache), **(env or {})}
        command = [sys.executable, "-m", "checker.cli", *map(str, arguments)]
        return subprocess.run(
            command, cwd=cwd, env=environment, input=stdin, capture_output=True, text=True, timeout=60, check=False
        )

    return run


@pytest.fixture
def on_a_terminal(project: Path, plugins: Path) -> Callable[..., bytes]:
    """Runs the command in the project's folder as a person does, and tells what the terminal was sent."""
    pty = pytest.importorskip("pty")

    def run(*arguments: str) -> bytes:
        shown: list[bytes] = []

        def listen(handle: int) -> bytes:
            shown.append(os.read(handle, 4096))
            return shown[-1]

        path = f"PYTHONPATH='{ROOT}{os.pathsep}{plugins}'"
        command = f"{path} '{sys.executable}' -m checker.cli {' '.join(arguments)}"
        pty.spawn(["/bin/sh", "-c", f"cd '{project}' && {command}"], listen)
        return b"".join(shown)

    return run
