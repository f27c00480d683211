"""The word lists of a language, read when first asked for. What each list means stands in its file."""

from __future__ import annotations

from typing import Any

from articles.words import data_file


def table(name: str, language: str = "en") -> dict[str, Any]:
    """One word list, by the name of its file."""
    return data_file(__file__, f"lexicon/{language}/{name}.toml")


def phrases(joined: str) -> tuple[str, ...]:
    """The phrases of a comma-separated list."""
    return tuple(" ".join(part.split()) for part in joined.split(",") if part.strip())
