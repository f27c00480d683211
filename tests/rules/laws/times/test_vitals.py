"""Whose birth and death stand side by side: a pair of two persons would make a false finding."""

from __future__ import annotations

import pytest

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from rules.laws.times.vitals import pairs


def told(text: str) -> list[tuple[str, str]]:
    article = Article(plain.read(Source("x.txt", f"= Norby =\n\nNorby is a town.\n\n{text}\n")))
    return [(article.page.text(pair.born.span), article.page.text(pair.died.span)) for pair in pairs(article)]


@pytest.mark.parametrize(
    "text",
    [
        "- Olaf Lund, born 1801, died 1871",
        "- Olaf Lund (born 1801; died 1871)",
        "Olaf Lund was born in 1801 and died in 1871.",
        "Olaf Lund, who was born at Alder in 1801, the son of a miller, and died in 1871.",
        "Olaf Lund was born in 1801. He died in 1871.",
    ],
)
def test_the_two_ends_of_one_life_are_a_pair(text: str) -> None:
    assert told(text) == [("1801", "1871")]


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Lund was born in 1801; his father died in 1871.",
        "Its first owner was born in 1801; its last died in 1971.",
        "Olaf Lund was born in 1801. Sten Lund died in 1871.",
        "Olaf is said to have been born in 1801 and died in 1971.",
        "Olaf Lund was born about 1801 and died in 1971.",
    ],
)
def test_two_lives_are_none(text: str) -> None:
    assert told(text) == []
