"""The word lists: each states its source, and the currencies are CLDR's."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import articles.claims.vocabulary as vocabulary
from articles.words import trie

FOLDER = Path(vocabulary.__file__).with_name("lexicon") / "en"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_each_table_states_its_source(path: Path) -> None:
    head = path.read_text(encoding="utf-8").split("\n[", 1)[0]
    assert "ource" in head or "CLDR" in head


def script(name: str = "make_currencies") -> ModuleType:
    """A script that makes a table: of the currencies, unless named otherwise."""
    spec = importlib.util.spec_from_file_location(name, FOLDER.parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_currencies_are_what_the_script_makes_of_cldr() -> None:
    pytest.importorskip("babel")
    written = (FOLDER / "currencies.toml").read_text(encoding="utf-8").splitlines()
    made = script().lines("en")
    assert written[1:] == made[1:]  # the first line names the version of babel


def test_the_units_are_what_the_script_makes_of_pint() -> None:
    written = (FOLDER / "pint_units.toml").read_text(encoding="utf-8").splitlines()
    assert written[1:] == script("make_units").lines()[1:]  # the first line names the version of pint


def test_reading_claims_needs_no_pint_and_no_babel() -> None:
    program = (
        "import sys; from articles.claims.reader import read; "
        "read('5 km (3 mi), $5, 12 May 1990'); print({'pint', 'babel', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_trie_matches_its_words_and_no_others() -> None:
    import re

    pattern = re.compile(rf"\b{trie(['may', 'march', 'mar', 'a.d.'])}(?![a-z])")
    assert pattern.findall("may march mar marc a.d. axd mary") == ["may", "march", "mar", "a.d."]
