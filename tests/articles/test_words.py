"""Words in data files: an expression with a list in it, and lists that nothing reads."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from articles.words import WordList, trie, worded

ROOT = Path(__file__).parents[2]
TABLES = sorted(path for room in ("articles", "rules") for path in (ROOT / room).rglob("words.toml"))


@pytest.fixture
def module(tmp_path: Path) -> str:
    """A module with words of its own."""
    (tmp_path / "words.toml").write_text('[price-wrong]\nsold = """sold, sold\n for, bought, pric*, e.g"""\n', "utf-8")
    return str(tmp_path / "price_wrong.py")


def test_an_expression_takes_any_word_of_a_list_and_counts_as_ever(module: str) -> None:
    sold = worded(module, r"\b{sold} [0-9]{2}\b")
    for text in ("sold 12", "sold for 12", "bought 12", "priced 12", "pricing 12", "e.g 12"):
        assert sold.fullmatch(text), text
    for text in ("sold for 1", "boughts 12", "eeg 12", "for 12"):
        assert not sold.fullmatch(text), text


def test_flags_and_groups_are_kept(module: str) -> None:
    found = worded(module, r"({sold}) (?P<number>[0-9]+)", re.IGNORECASE).match("Sold For 7")
    assert found is not None
    assert found.groups() == ("Sold For", "7")


def test_a_list_is_a_set_of_words(module: str) -> None:
    sold = WordList(module, "sold")
    assert list(sold) == ["bought", "e.g", "pric*", "sold", "sold for"]
    assert "sold for" in sold
    assert not sold.isdisjoint({"bought"})
    assert {"bought", "kept"} - sold == {"kept"}


def test_a_trie_matches_the_longest_word() -> None:
    assert re.fullmatch(trie(["a", "at", "at least"]), "at least")
    assert re.match(trie(["a", "at", "at least"]), "at le")[0] == "at"  # type: ignore[index]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_list_is_read_by_the_module_that_its_table_names(path: Path) -> None:
    """A list that nothing reads looks as if it had a say."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for table, lists in tables.items():
        code = path.with_name(f"{table.replace('-', '_')}.py").read_text(encoding="utf-8")
        for name, listed in lists.items():
            assert f"{{{name}}}" in code or f'"{name}"' in code, f"{path}: {table}.{name} is not read"
            words = [" ".join(word.split()) for word in listed.split(",")]
            assert sorted({*words} - {""}) == sorted(words), f"{path}: {table}.{name} has a word twice, or none"
