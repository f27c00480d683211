"""What is worked out of an article is worked out once, however many rules ask for it."""

from __future__ import annotations

from articles.article import Article
from articles.readers.plain import read
from articles.source import Source


def _article(text: str) -> Article:
    return Article(read(Source("norby.txt", text)))


def test_what_a_law_works_out_is_worked_out_once_an_article() -> None:
    asked: list[str] = []

    def law(article: Article) -> tuple[str, ...]:
        asked.append(article.page.title)
        return (article.page.title,)

    first, second = _article("= Norby =\n\nA town."), _article("= Sorby =\n\nA town.")
    assert first.once(law) is first.once(law)
    assert second.once(law) == ("Sorby",)
    assert asked == ["Norby", "Sorby"], "a second rule pays for the same work again, or is told of another article"
