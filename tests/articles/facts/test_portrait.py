"""What an article says of its own subject: unread, the infobox has nothing to be held against."""

import pytest

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from tests.articles.facts.conftest import lines


def told(title: str, infobox: str, text: str) -> list[tuple[str, str]]:
    article = Article(plain.read(Source("x.txt", f"= {title} =\n\nInfobox {infobox}\n- Name: {title}\n\n{text}")))
    facts = (fact for fact in article.facts if fact.place != "infobox")
    return [(fact.property, article.page.text(fact.span)) for fact in facts if fact.subject == title]


@pytest.mark.parametrize(
    ("title", "infobox", "text", "fact"),
    [
        ("Skarv", "river", "The Skarv is a river. It is 241 km long.", ("length", "241 km")),
        ("Skarv", "river", "The Skarv is a river with a total length of about 241 km.", ("length", "241 km")),
        ("Mount Hild", "mountain", "Mount Hild is 2,401 m high.", ("height", "2,401 m")),
        ("Norby University", "university", "Norby University has 2,100 students.", ("students", "2,100")),
        ("Lund Company", "company", "Lund Company is a maker of nets with 2,100 employees.", ("employees", "2,100")),
        ("Lund Company", "company", "Lund Company makes nets. It employs 2,100 people.", ("employees", "2,100")),
        ("Lund Company", "company", "Lund Company is a maker of nets founded in 1910.", ("founded", "1910")),
        ("Lund Company", "company", "Lund Company makes nets. Founded in 1910, it is old.", ("founded", "1910")),
        ("Ports Council", "organization", "Ports Council is a body. It was formed in 1952.", ("founded", "1952")),
        ("Norby Bridge", "bridge", "Norby Bridge is a bridge. It was opened in 1952.", ("opened", "1952")),
        (
            "Battle of Norby",
            "military conflict",
            "The Battle of Norby was fought near Norby on 5 May 1810.",
            ("event-date", "5 May 1810"),
        ),
        ("Ostland", "country", "Ostland is a country. Its capital is Sudby.", ("capital", "Sudby")),
        (
            "Ostland",
            "country",
            "Ostland is a country. The capital and largest city is New Sudby.",
            ("capital", "New Sudby"),
        ),
        ("Ostland", "country", "Ostland is a country. Sudby is the capital of Ostland.", ("capital", "Sudby")),
    ],
)
def test_a_plain_sentence_on_the_subject_is_read(title: str, infobox: str, text: str, fact: tuple[str, str]) -> None:
    assert fact in told(title, infobox, text)


@pytest.mark.parametrize(
    ("title", "infobox", "text"),
    [
        ("Skarv", "river", "The Skarv is a river. The Lunde joins it. It is 41 km long."),
        ("Norby", "settlement", "Norby is a town. It is the oldest see in Ostland and was established in 1240."),
        ("Norby University", "university", "Norby University is old. Its school of law has 210 students."),
        ("Lund Company", "company", "Lund Company is a subsidiary of Berg, whose works, founded in 1910, are large."),
        ("Battle of Norby", "military conflict", "The Battle of Norby is famous. The truce took place on 9 May 1810."),
        ("Norby", "settlement", "Norby is a town. Its capital is Sudby."),
    ],
)
def test_a_sentence_that_may_speak_of_another_is_left_alone(title: str, infobox: str, text: str) -> None:
    assert told(title, infobox, text) == []


def test_the_time_behind_a_figure_is_its_scope() -> None:
    text = "= Norby University =\n\nNorby University has 2,100 students in 2011."
    facts = Article(plain.read(Source("x.txt", text))).facts_by_property["students"]
    assert [fact.scope.when is not None for fact in facts] == [True]


def test_a_waterway_of_so_many_miles_is_no_elevation() -> None:
    text = "'''Morvania''' is a country. At 1,300 mi, Morvania has one of the longest waterways."
    assert lines("Morvania", text, reader="wikitext") == []


def test_a_phrase_between_commas_leaves_a_birth_to_the_name_before_it() -> None:
    born = (
        "Jane Example (5 May 1950 – 6 June 2001) was a poet.\n\n== Life ==\nExample, the third child of a miller, was "
        "born on 5 May 1951. Example, whose son Karl was born in 1980, moved to Lyon."
    )
    read = lines("Jane Example", born, reader="wikitext")
    assert [line for line in read if " born " in line] == [
        "Jane Example born 1950-05-05",
        "Jane Example born 1951-05-05",
    ]


def test_a_settlements_date_is_its_founding_where_its_title_says_so() -> None:
    fields = "| name = Norby\n| established_title = {}\n| established_date = 1284"
    box = f"{{{{{{{{Infobox settlement\n{fields}\n}}}}}}}}\n'''Norby''' is a city."
    assert "Norby founded 1284" in lines("Norby", box.format("Founded"), reader="wikitext")
    assert "Norby founded 1284" not in lines("Norby", box.format("Town charter"), reader="wikitext")


def test_a_capital_is_read_wherever_a_paragraph_tells_it_by_name() -> None:
    text = (
        "{{Infobox country\n| common_name = Ruritania\n| capital = [[Strelsau]]\n| largest_city = capital\n}}\n"
        "'''Ruritania''' is a country. A river parts it in two. The capital and largest city of Ruritania is [[Zenda]]."
    )
    read = lines("Ruritania", text, reader="wikitext")
    assert "Ruritania capital Zenda" in read
    assert [line for line in read if "largest-city" in line] == ["Ruritania largest-city Zenda"]
