"""What single sentences tell: one case a frame, and its near misses."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.articles.facts.conftest import lines

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("told.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_sentence_tells_its_facts_and_no_other(case: dict[str, Any]) -> None:
    assert lines(case["title"], case["text"]) == sorted(set(case["facts"]))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_the_same_words_in_wikitext_tell_the_same(case: dict[str, Any]) -> None:
    text = "\n".join(f"*{row[1:]}" if row.startswith("- ") else row for row in case["text"].split("\n"))
    assert lines(case["title"], text, reader="wikitext") == sorted(set(case["facts"]))
