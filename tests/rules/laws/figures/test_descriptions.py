"""What a figure is of: were its owner or its time lost, two figures of different things would be held to be one."""

from __future__ import annotations

import pytest

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from rules.laws.figures.candidates import figures, may_say
from rules.laws.figures.clause_owner import ANY, SELF
from rules.laws.figures.descriptions import Described, describe
from rules.laws.figures.one_description import told_twice

OPENING = "Orr Hall is a concert hall in Norby. "


def _article(text: str) -> Article:
    return Article(plain.read(Source("Orr Hall.txt", f"= Orr Hall =\n\n{OPENING}{text}\n")))


def _described(text: str) -> list[Described]:
    article = _article(text)
    pending = [describe(article, claim, block) for claim, block, _ in figures(article) if may_say(article, claim)]
    return [told for each in pending if each is not None and (told := each.settle()) is not None]


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        ("The hall has a floor area of 3,400 m².", "floor area", SELF),
        ("The floor area of the foyer is 340 m².", "floor area", "foyer"),
        ("Its foyer, a low room of brick, has a floor area of 340 m².", "floor area", "foyer"),
        ("Oak lines the great room, which seats 612.", "seats", "great room"),
        ("The storage capacity, 40 cubic metres, has never been used.", "volume", ANY),
        ("With a staff of 40 in 2014, Orr Hall was a large employer.", "staff", SELF),
        ("All 32 arches were repointed.", "number of arche", ANY),
        ("The hall rests on 32 arches of stone.", "number of arche", SELF),
        ("Beside it stands a mill. The tower is 41 m high.", "height", "tower"),
        ("The hall's organ weighs 12 tonnes.", "mass", "organ"),
    ],
)
def test_a_figure_is_told_with_its_property_and_whoever_has_it(text: str, name: str, owner: str) -> None:
    """The verb, noun, adjective or count says what a figure is of, the build of the sentence whose it is."""
    assert [(told.property, told.owner) for told in _described(text)] == [(name, owner)]


@pytest.mark.parametrize(
    "text",
    [
        "A hall has a floor area of 3,400 m².",
        "Before the fire the hall seated 612.",
        "The hall was to have a floor area of 3,400 m² and would seat 612.",
        "In winter the hall seats 612.",
        "The hall employed 40 people.",
    ],
)
def test_a_figure_of_no_certain_owner_or_time_is_not_described(text: str) -> None:
    """What is planned, past, of one season or of some hall or other is held against nothing."""
    assert _described(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It seats 612. The hall also has a small room, which seats 312.",
        "It has 12 doors. Its cellar has 14 doors. Its loft has 17 doors.",
        "In 1950 it employed 40 people. In 1960 it employed 60 people.",
        "The hall was 41 m long. The hall is 46 m long.",
        "It weighs 900 tonnes. It weighs 40 tonnes.",
    ],
)
def test_two_owners_times_or_sizes_are_no_two_values(text: str) -> None:
    """A reader who is shown two different things as a contradiction trusts the next finding less."""
    assert told_twice(_article(text)) == ()


def test_more_than_two_values_of_one_description_are_left_alone() -> None:
    """A series that is told without its years would be a contradiction at every step."""
    assert told_twice(_article("It is 41 m long. The hall is 46 m long. Orr Hall is 52 m long.")) == ()
    assert len(told_twice(_article("It is 41 m long. The hall is 46 m long."))) == 1
