"""The word lists of a language, read once when first asked for. What each list means stands in its file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("lexicon")


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """One word list, by the name of its file."""
    with (_FOLDER / language / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def phrases(joined: str) -> tuple[str, ...]:
    """The phrases of a comma-separated list."""
    return tuple(" ".join(part.split()) for part in joined.split(",") if part.strip())
