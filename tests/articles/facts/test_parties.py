from __future__ import annotations

import pytest

from articles.facts.parties import demonyms, parties
from articles.kinds.kind import built_in
from articles.readers.plain import read
from articles.source import Source


def parties_of(title: str, text: str = "A lead."):  # type: ignore[no-untyped-def]
    page = read(Source("case.txt", f"= {title} =\n\n{text}\n"))
    return parties(page, built_in().of(page))


@pytest.mark.parametrize(
    ("title", "pair"),
    [
        ("Chad–Norway relations", ("Chad", "Norway")),
        ("Chad-Norway relations", ("Chad", "Norway")),
        ("Chad — Norway relations", ("Chad", "Norway")),
        ("Guinea-Bissau–Portugal relations", ("Guinea-Bissau", "Portugal")),
        ("United States–Vietnam relations", ("United States", "Vietnam")),
        ("Holy See–Palestine relations", ("Holy See", "Palestine")),
        ("Ruritania–Sylvania relations", ("Ruritania", "Sylvania")),
        ("Soviet–American relations", ("Soviet Union", "United States")),
        ("Relations between Chad and Norway", None),
    ],
)
def test_a_title_names_two_parties_known_or_not(title: str, pair: tuple[str, str] | None) -> None:
    assert parties_of(title).pair == pair


@pytest.mark.parametrize(
    ("title", "own", "state"),
    [
        ("Foreign relations of Chad", "Chad", True),
        ("Economy of the Gambia", "Gambia", True),
        ("Georgia (country)", "Georgia", True),
        ("Alameda, California", "Alameda, California", False),
        ("Bank of Japan", "Bank of Japan", False),
    ],
)
def test_any_other_title_names_one(title: str, own: str, state: bool) -> None:
    found = parties_of(title)
    assert (found.own, found.pair, found.state) == (own, None, state)


def test_unknown_parties_have_demonyms_by_form() -> None:
    assert "Ruritanian" in demonyms("Ruritania")
    names = parties_of("Ruritania–Sylvania relations").names
    assert {reading.entity for reading in names.named("Sylvanian")} == {"Sylvania"}


def test_a_demonym_that_the_list_has_is_not_taken_from_its_owner() -> None:
    names = parties_of("Foreign relations of Niger").names
    assert {reading.entity for reading in names.named("Nigerian")} == {"Nigeria"}
    assert {reading.entity for reading in names.named("Nigerien")} == {"Niger"}


def test_a_demonym_of_two_states_is_the_party_s_in_an_article_on_one() -> None:
    from articles.facts.tokens import Scanner

    scanner = Scanner(parties_of("Chad–Dominica relations"))
    assert scanner.tokens("Dominican exports", 0, ())[0].entities == ("Dominica",)
    scanner = Scanner(parties_of("Chad–Norway relations"))
    assert scanner.tokens("Dominican exports", 0, ())[0].entities == ()
