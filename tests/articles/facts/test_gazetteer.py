from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from articles.facts.build_gazetteer import HERE, build
from articles.facts.gazetteer import Entity, Form, Reading, gazetteer

FACTBOOK = Path("../shared/corpora/reference/factbook.json")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Ivory Coast", "Ivory Coast"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("the Gambia", "Gambia"),
        ("The Gambia", "Gambia"),
        ("Burma", "Myanmar"),
        ("DR Congo", "Democratic Republic of the Congo"),
        ("Zaire", "Democratic Republic of the Congo"),
        ("Republic of the Congo", "Republic of the Congo"),
        ("Swaziland", "Eswatini"),
        ("Holy See", "Holy See"),
        ("Vatican City", "Holy See"),
        ("U.S.", "United States"),
        ("USSR", "Soviet Union"),
        ("Federal Republic of Yugoslavia", "Federal Republic of Yugoslavia"),
        ("South Sudan", "South Sudan"),
        ("Guinea-Bissau", "Guinea-Bissau"),
        ("Organization of the Islamic Conference", "Organisation of Islamic Cooperation"),
        ("OIC", "Organisation of Islamic Cooperation"),
        ("São Tomé and Príncipe", "São Tomé and Príncipe"),
    ],
)
def test_a_state_or_body_is_known_by_each_of_its_names(text: str, entity: str) -> None:
    assert gazetteer().canonical(text) == entity


@pytest.mark.parametrize("text", ["Congo", "Korean", "Dominican", "Ruritania", "", "the"])
def test_a_name_of_two_states_or_of_none_is_not_guessed(text: str) -> None:
    assert gazetteer().canonical(text) is None


def test_demonyms_and_capitals_are_told_from_names() -> None:
    assert gazetteer().named("Albanian") == (Reading("Albania", Form.ADJECTIVE),)
    assert gazetteer().named("Tirana") == (Reading("Albania", Form.CITY),)


def test_the_longest_name_wins() -> None:
    words = ["in", "South", "Sudan", "Sudan"]
    assert gazetteer().find(words, 1) == (3, (Reading("South Sudan", Form.NAME),))
    assert gazetteer().find(words, 3) == (4, (Reading("Sudan", Form.NAME),))


def test_former_states_have_years_and_successors() -> None:
    soviet_union = gazetteer().entities["Soviet Union"]
    assert (soviet_union.start, soviet_union.end, soviet_union.successors) == (1922, 1991, ("Russia",))
    assert ("Zaire", 1971, 1997) in gazetteer().entities["Democratic Republic of the Congo"].renamed


def test_an_article_adds_its_own_names_without_changing_the_list() -> None:
    freedonia = Entity("Freedonia", "party", names=("Freedonia", "South Freedonia"), adjectives=("Freedonian",))
    own = gazetteer().extended([freedonia])
    assert own.canonical("South Freedonia") == "Freedonia"
    assert own.canonical("South Sudan") == "South Sudan"
    assert gazetteer().canonical("Freedonia") is None
    assert gazetteer().canonical("South Freedonia") is None


def test_every_successor_is_an_entity() -> None:
    known = gazetteer().entities
    assert [name for entity in known.values() for name in entity.successors if name not in known] == []


def test_the_committed_gazetteer_is_what_the_script_builds() -> None:
    if not FACTBOOK.exists():
        pytest.skip("../shared/corpora/reference is not here")
    supplement = tomllib.loads(HERE.joinpath("gazetteer_supplement.toml").read_text(encoding="utf-8"))
    built = build(json.loads(FACTBOOK.read_text(encoding="utf-8")), supplement)
    assert built == HERE.joinpath("gazetteer.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("state", "years"),
    [
        ("Slovakia", (1993,)),
        ("Latvia", (1940, 1991)),
        ("Turkey", (1923,)),
        ("Morocco", (1912, 1956)),
        ("India", ()),
        ("United States", ()),
        ("Ruritania", ()),
    ],
)
def test_a_state_began_anew_where_it_left_another_but_not_where_a_colony_became_free(
    state: str, years: tuple[int, ...]
) -> None:
    assert gazetteer().breaks(state) == years
