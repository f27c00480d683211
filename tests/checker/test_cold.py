"""What a cold check of one small article leaves undone. Everybody who waits for an editor's save waits for the rest."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.speed import SMALL

ROOT = Path(__file__).parents[2]
HEAVY = {
    "pydantic",
    "pint",
    "jsonschema",
    "jinja2",
    "rich",
    "babel",
    "asyncio",
    "multiprocessing",
    "sqlite3",
    "difflib",
}
COUNTING = """
import json, re, sys
import re._compiler as compiler
made = []
compile_it = compiler.compile
compiler.compile = lambda *given: made.append(1) or compile_it(*given)
from articles.regex import Regex
kept = []
Regex.__init__ = lambda self, pattern, flags: kept.append(1) or self.__dict__.update(pattern=pattern, _flags=flags)
from checker.cli import main
main(sys.argv[1:])
print(json.dumps([len(made), len(kept), sorted(sys.modules)]), file=sys.stderr)
"""


def test_a_cold_check_loads_and_compiles_no_more_than_it_uses(tmp_path: Path) -> None:
    """Time is too noisy to be asserted here (``tests/bench/speed.py`` measures it): what takes the time is counted."""
    (tmp_path / "small.txt").write_text(SMALL, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", COUNTING, "check", "--no-cache", "small.txt"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    compiled, constants, modules = json.loads(done.stderr)
    assert constants > 300, "expressions that are compiled while modules load"
    assert b"2.4 billion" in done.stdout
    assert compiled < constants / 2, "expressions compiled that nothing was asked of"
    assert not HEAVY & {name.split(".")[0] for name in modules}
    assert "articles.readers.wikitext.scanner" not in modules, "the reader of another format"
