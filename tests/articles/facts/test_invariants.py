"""What holds of every fact, whatever the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.article import Article
from articles.facts.properties import properties
from articles.readers import plain, wikitext
from articles.source import Source

VOCABULARY = """
Chad Norway Ruritania both countries the its it established severed recognized opened embassy
legation diplomatic relations between and in on 1962 4 May 1962 GDP exports to from $5 million 3%
population 5,000 was were is of , . ; ( ) while independence declared member of the United Nations
born died founded 's has an embassy ’ - – re-established same day
"""
WORDS = st.sampled_from(VOCABULARY.split())
SAMPLES = sorted(Path("articles/samples").glob("*.[tw]*[ti]"))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from(("Chad–Norway relations", "Economy of Chad", "Ruritania", "")))
def test_reading_never_raises_and_every_fact_stands_where_it_says(words: list[str], title: str) -> None:
    for article in (
        Article(plain.read(Source("a.txt", f"= {title} =\n\n{' '.join(words)}\n"))),
        Article(wikitext.read(Source("a.wiki", " ".join(words)), title)),
    ):
        check(article)


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_the_facts_of_the_samples_stand_where_they_say(path: Path) -> None:
    source = Source(str(path), path.read_text(encoding="utf-8"))
    page = plain.read(source) if path.suffix == ".txt" else wikitext.read(source, path.stem)
    article = Article(page)
    assert article.facts
    check(article)


def check(article: Article) -> None:
    prose = article.page.prose.text
    for fact in article.facts:
        row = properties()[fact.property]
        assert prose[fact.span.start : fact.span.end].strip()
        assert fact.pattern
        assert fact.statement.start <= fact.span.start
        assert fact.span.end <= fact.statement.end
        assert (row.value in ("entity", "text", "none")) == (fact.claim is None and not _dated(fact.value))
        assert fact.subject != fact.scope.counterpart


def _dated(value: object) -> bool:
    return value is not None and not isinstance(value, str)


def test_long_lines_of_fact_words_are_read_in_time() -> None:
    text = "Chad established diplomatic relations with Norway in 1962 and " * 20_000
    article = Article(plain.read(Source("a.txt", f"= Chad =\n\n{text}\n")))
    assert isinstance(article.facts, tuple)
