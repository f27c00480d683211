"""Deeds with their dates: one that is given to the wrong person, or to the dead, is a false alarm in a biography."""

import pytest

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from rules.laws.times.deeds import deed
from rules.laws.times.lifetimes import own_life
from rules.laws.times.mentions import mentions

HEAD = "= Ada Berg =\n\nAda Berg (4 March 1850 – 6 May 1920) was a chemist.\n\n== Life ==\n\n"


def deeds(text: str) -> list[tuple[str, str]]:
    """The verbs and dates of what the article's person did."""
    article = Article(plain.read(Source("ada.txt", HEAD + text)))
    life = own_life(article)
    assert life is not None
    done = (deed(article, name, "person", "suffered") for name in mentions(article, life, [life]))
    return [(each.verb, article.page.text(each.date.span)) for each in done if each]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("In 1875, she moved to Rome.", ("moved", "1875")),
        ("In 1875 she moved to Rome.", ("moved", "1875")),
        ("She later moved to Rome in May 1875.", ("moved", "May 1875")),
        ("Berg was elected to the academy in 1890.", ("elected", "1890")),
        ("In 1890 Berg became the second director of the laboratory.", ("became", "1890")),
        ("Berg, who led the laboratory until 1912, was a chemist.", ("led", "1912")),
        ("The soap was invented by Ada Berg in 1888.", ("invented", "1888")),
    ],
)
def test_a_deed_is_read_with_its_date(text: str, done: tuple[str, str]) -> None:
    assert deeds(text) == [done]


@pytest.mark.parametrize(
    "text",
    [
        "Berg was honoured in 1950.",
        "In 1935 Berg became the first chemist on a stamp.",
        "Her son moved to Rome in 1935. He returned in 1940.",
        "Anna Berg moved to Rome in 1935.",
        "The Berg Museum opened in 1935.",
        "Berg posthumously won a medal in 1935.",
        "Berg won a prize that was founded in 1780.",
        "Berg appeared in a film in 1999.",
        "In 1935 a street was named after Berg.",
        "Berg moved to Rome, and her house burned down in 1935.",
    ],
)
def test_what_befalls_the_dead_or_others_is_no_deed(text: str) -> None:
    assert deeds(text) == []
