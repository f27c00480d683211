"""What is told of the subject in the middle of a sentence: unread, a misprint in the infobox stays unseen."""

import pytest

from articles.article import Article
from articles.readers import wikitext
from articles.source import Source


def told(title: str, infobox: str, text: str) -> list[tuple[str, str]]:
    article = Article(wikitext.read(Source("x.wiki", f"{{{{Infobox {infobox}}}}}\n{text}"), title))
    facts = (fact for fact in article.facts if fact.place != "infobox")
    return [(fact.property, article.page.text(fact.span)) for fact in facts if fact.subject == title]


@pytest.mark.parametrize(
    ("title", "infobox", "text", "fact"),
    [
        (
            "Hild Bridge",
            "bridge|mainspan=240 m",
            "The Hild Bridge is a road bridge. The deck is narrow, and the 204 m main span is high.",
            ("main-span", "204 m"),
        ),
        (
            "Norby University",
            "university|students=900",
            "Norby University is old.\n\n== Today ==\nAltogether 2,100 students are enrolled.",
            ("students", "2,100"),
        ),
        (
            "Lund Works",
            "company|founded=1908",
            "Lund Works is a maker of nets.\n\n== History ==\nIn 1918 Ada Berg founded the company.",
            ("founded", "1918"),
        ),
        (
            "Lund Works",
            "company|num_employees=90",
            "Lund Works has about 40 shops, serving 12 countries with 72,000 employees.",
            ("employees", "72,000"),
        ),
        (
            "Norby",
            "settlement|established_title=Founded|established_date=1794",
            "Norby is a town.\n\n== History ==\nA royal letter of 1784 founded the town and freed it from taxes.",
            ("founded", "1784"),
        ),
        (
            "The Weir",
            "film|runtime=104 minutes",
            "The Weir is a film.\n\n== Production ==\nA raft broke loose. The finished picture runs 114 minutes.",
            ("running-time", "114 minutes"),
        ),
        (
            "Ostmark",
            "country|area_km2=30,000",
            "Ostmark is a state. It is a small country which covers an area of 30,528 km2 and has two ports.",
            ("area", "30,528 km2"),
        ),
    ],
)
def test_a_figure_is_read_wherever_the_subject_governs_it(
    title: str, infobox: str, text: str, fact: tuple[str, str]
) -> None:
    assert fact in told(title, infobox, text)


@pytest.mark.parametrize(
    ("title", "infobox", "text"),
    [
        ("Lund Works", "company|founded=1908", "Lund Works is a firm. Ada Berg supported the founding of it in 1918."),
        ("Lund Works", "company|num_employees=90", "Lund Works is a firm. Its works at Norby employ 460 people."),
        ("Norby", "settlement|population=9", "Norby is part of the Lys area, with over 11 million inhabitants."),
        ("Hild Dam", "dam|height=87 m", "The Hild Dam is a dam. It was to have been 78 m high."),
        ("Hild Hall", "building|floor_count=5", "Hild Hall is a building. Originally the building had four floors."),
        (
            "Norby Airport",
            "airport|elevation_m=142",
            "Norby Airport is old. The beacon stands at an elevation of 412 m.",
        ),
        ("Lund Press", "publisher|founded=1902", "Lund Press is a publisher, owned by a school founded in 1209."),
    ],
)
def test_a_figure_of_something_else_is_left_alone(title: str, infobox: str, text: str) -> None:
    assert told(title, infobox, text) == []


DEFINED = [
    ("Orr Mill", "is a paper mill in Norland that opened in 1851 and was demolished in 1974.", ("opened", "1851")),
    ("Orr Mill", "is a paper mill in Norland that opened in 1851 and was demolished in 1974.", ("demolished", "1974")),
    ("Orr Ferry", "was a cargo ship launched in 1912 and scrapped in 1951.", ("launched", "1912")),
    ("Orr Ferry", "was laid down in 1910, launched in 1912 and commissioned in 1913.", ("commissioned", "1913")),
    ("River Orr", "is a river in Norland, 145 km long.", ("length", "145 km")),
    ("Lake Orr", "is a lake with a surface area of 42 km2 and a maximum depth of 78 m.", ("depth", "78 m")),
    ("Orr County", "is divided into twelve municipalities.", ("subdivision-count", "twelve")),
    ("Orr Act", "is a law that was enacted in 1867.", ("event-date", "1867")),
]


@pytest.mark.parametrize(("title", "text", "fact"), DEFINED)
def test_what_a_first_sentence_says_of_its_subject_is_read_without_an_infobox(
    title: str, text: str, fact: tuple[str, str]
) -> None:
    article = Article(wikitext.read(Source("x.wiki", f"{title} {text}"), title))
    assert fact in [(each.property, article.page.text(each.span)) for each in article.facts]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Orr", "is a village near a mill, built in 1851."),
        ("Orr", "is a suburb with a school that opened in 1851."),
        ("Orr", "is a village in Norland with a castle completed in 1851."),
        ("Orr", "is the seat of Falk University, founded in 1921."),
        ("Orr Bridge", "is a bridge over the Falk, 145 km long."),
    ],
)
def test_what_another_thing_in_a_first_sentence_is_said_to_be_is_not_the_subjects(title: str, text: str) -> None:
    article = Article(wikitext.read(Source("x.wiki", f"{title} {text}"), title))
    assert not [(fact.property, article.page.text(fact.span)) for fact in article.facts]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("is a state. Ostmark is divided into twelve provinces.", [("twelve", "provinces")]),
        ("is an archipelago composed of nine volcanic islands.", [("nine", "volcanic islands")]),
        ("is a state. Ostmark has diplomatic relations with 188 states.", []),
        ("is a state. The northern part is divided into nine districts.", []),
    ],
)
def test_into_how_many_parts_the_subject_falls_is_read_with_their_sort(
    text: str, counted: list[tuple[str, str]]
) -> None:
    article = Article(wikitext.read(Source("x.wiki", f"{{{{Infobox country}}}}\nOstmark {text}"), "Ostmark"))
    facts = article.facts_by_property.get("subdivision-count", ())
    assert [(article.page.text(fact.span), fact.scope.basis) for fact in facts] == counted
