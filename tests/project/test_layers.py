"""Imports run one way. If they did not, nothing in a lower room could be understood without the upper ones."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("articles", "rules", "reports", "checker")
MAY_IMPORT = {
    "articles": {"articles"},
    "rules": {"articles", "rules"},
    "reports": {"rules", "articles", "reports"},
    "checker": {"articles", "rules", "reports", "checker"},
}
REPORTS_MAY_IMPORT = ("rules.finding", "articles.source", "reports")
ORDER_IN_ARTICLES = (
    *("regex", "toml", "words", "source", "textmap", "page"),
    *("readers", "claims", "kinds", "facts", "article"),
)
"""Each may import itself and what stands before it; readers and claims know nothing of each other."""
STRANGERS = {("readers", "claims"), ("claims", "readers"), ("kinds", "readers"), ("facts", "readers")}
HEAVY = {"pydantic", "pint", "jsonschema", "jinja2", "rich", "babel", "sqlite3", "asyncio", "multiprocessing"}


def modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def imports(path: Path, *, top_only: bool = False) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.relative_to(ROOT)}:{node.lineno} imports relatively"
            yield node.lineno, node.module or ""


def room_of(name: str) -> str | None:
    """The part of ``articles`` a module name belongs to."""
    parts = name.split(".")
    return parts[1] if parts[0] == "articles" and len(parts) > 1 else None


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    here = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    room = here.split(".")[0]
    for line, name in imports(path):
        head = name.split(".")[0]
        if head not in ROOMS:
            continue
        place = f"{path.relative_to(ROOT)}:{line} imports {name}"
        assert head in MAY_IMPORT[room], place
        if room == "reports":
            assert name.startswith(REPORTS_MAY_IMPORT), place
        mine, theirs = room_of(here), room_of(name)
        if mine in ORDER_IN_ARTICLES and theirs in ORDER_IN_ARTICLES:
            assert ORDER_IN_ARTICLES.index(theirs) <= ORDER_IN_ARTICLES.index(mine), place
            assert (mine, theirs) not in STRANGERS, place


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_import_time_loads_nothing_heavy(path: Path) -> None:
    """Everyone who checks one file would wait for it."""
    for line, name in imports(path, top_only=True):
        if path.stem in {"config", "workers"} or path.stem.endswith("models") or path.parent.name == "lsp":
            continue  # they are made of pydantic's classes, processes or tasks; imported only when asked for
        assert name.split(".")[0] not in HEAVY, f"{path.relative_to(ROOT)}:{line} imports {name} at import time"


def test_only_the_command_prints() -> None:
    """A library that prints spoils the JSON on standard output."""
    printing = []
    for path in modules():
        if path.relative_to(ROOT).as_posix().startswith(("reports/", "checker/cli")):
            continue
        printing += [
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        ]
    assert printing == []


def test_the_top_level_is_the_one_that_was_agreed() -> None:
    """Who looks for a thing knows which of the rooms it is in."""
    import subprocess

    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in listed.stdout.splitlines()}
    plain = {name for name in top if not name.startswith(".")}
    assert plain == {
        "pyproject.toml", "README.md", "checker", "rules", "articles", "reports", "tests",
        "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "requirements.lock", "action.yml",
    }  # fmt: skip
