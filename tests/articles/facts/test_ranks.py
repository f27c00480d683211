"""The places of an article's subject among its like, and what else an infobox and its lead both date."""

from __future__ import annotations

import pytest

from tests.articles.facts.conftest import article_of, line

BOX = "{{Infobox country\n| area_km2 = 302000\n| area_rank = 71st\n| population_rank = 118th\n}}\n"
STATE = "{{Infobox U.S. state\n| AreaRank = 30th\n| PopRank = 24th\n}}\n"


def told(title: str, text: str, names: set[str]) -> list[str]:
    article = article_of(title, text, reader="wikitext")
    return sorted(f"{fact.place} {line(fact)}" for fact in article.facts if fact.property in names)


@pytest.mark.parametrize(
    ("sentence", "rank"),
    [
        ("It covers 302,000 km2, making it the 73rd largest country in the world.", "area-rank 73"),
        ("It is the 73rd-most extensive country in the world.", "area-rank 73"),
        ("'''Norland''' is the world's 120th most populous country.", "population-rank 120"),
        ("Norland ranks 120th in the table.", None),
        ("It is the fifth largest country in Europe.", None),
        ("Its capital is the 73rd largest city in the world.", None),
        ("Norland lies beside Chad, the 21st largest country in the world.", None),
    ],
)
def test_a_lead_tells_the_place_among_all_countries(sentence: str, rank: str | None) -> None:
    text = f"{BOX}'''Norland''' is a country. {sentence}\n"
    lead = [f"lead Norland {rank}"] if rank else []
    assert [each for each in told("Norland", text, {"area-rank", "population-rank"}) if each[0] == "l"] == lead


def test_two_places_joined_are_among_the_same() -> None:
    text = f"{STATE}'''Altland''' is the 31st-most extensive and the 24th-most populous of the U.S. states.\n"
    assert told("Altland", text, {"area-rank", "population-rank"}) == [
        "infobox Altland area-rank 30",
        "infobox Altland population-rank 24",
        "lead Altland area-rank 31",
        "lead Altland population-rank 24",
    ]


def test_a_reign_with_its_length_behind_it_is_a_reign() -> None:
    box = "{{Infobox royalty\n| reign = 2 June 1861 – 30 May 1876 (14 years)\n| birth_date = 1830\n}}\n"
    text = f"{box}'''Example I''' was a king.\n"
    assert told("Example I", text, {"reign-start", "reign-end"}) == [
        "infobox Example I reign-end 1876-05-30",
        "infobox Example I reign-start 1861-06-02",
    ]


def test_a_saint_and_a_law_are_dated_in_box_and_lead() -> None:
    saint = "{{Infobox saint\n| name = Example\n| birth_date = 954\n| canonized_date = 1078\n}}\n"
    saint += "'''Example of Nor''' (born 954) was an abbot. He was canonised in 1079.\n"
    assert told("Example of Nor", saint, {"canonized"}) == [
        "infobox Example of Nor canonized 1078",
        "lead Example of Nor canonized 1079",
    ]
    law = "{{Infobox U.S. legislation\n| name = Barge Act\n| signeddate = July 26, 1990\n}}\n"
    law += "The '''Barge Act''' is a law. The Barge Act was signed into law on July 28, 1990.\n"
    assert told("Barge Act", law, {"enacted"}) == [
        "infobox Barge Act enacted 1990-07-26",
        "lead Barge Act enacted 1990-07-28",
    ]
