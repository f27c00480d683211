"""What breaks a kind's schema is told at its place and in an editor's words, never in those of a validator."""

import subprocess
import sys

import pytest

from articles.kinds.kind import built_in
from articles.kinds.nearest import nearest
from articles.kinds.offences import Sort, offences
from articles.kinds.parties import parties
from articles.readers import plain
from articles.source import Source


def found(text: str) -> list[tuple[Sort, str, str | None]]:
    page = plain.read(Source("x.txt", text))
    return [
        (offence.sort, offence.demand, page.source.slice(offence.field.value) if offence.field else None)
        for offence in offences(page, built_in().of(page))
    ]


def country(*lines: str) -> str:
    return (
        "= Ostland =\n\nInfobox country\n- Capital: Norby\n" + "".join(f"- {line}\n" for line in lines) + "\nA country."
    )


@pytest.mark.parametrize(
    ("line", "demand", "value"),
    [
        ("HDI: 78.3", "a number from 0 to 1", "78.3"),
        ("HDI: high", "a number from 0 to 1", "high"),
        ("HDI: −0.5", "a number from 0 to 1", "−0.5"),
        ("Gini: 140", "a percentage from 0 to 100", "140"),
        ("Percent water: -3", "a percentage from 0 to 100", "-3"),
        ("Population estimate: plenty", "an amount with a number in it, not below zero", "plenty"),
        ("Population estimate: -500", "an amount with a number in it, not below zero", "-500"),
        ("Population estimate year: 20199", "a year", "20199"),
        ("Area km2: twelve", "a number, 0 or more", "twelve"),
        ("Gini change: grows", "increase, decrease or steady", "grows"),
        ("Drives on: up", "left or right", "up"),
        ("UTC offset: +19", "an offset from UTC of at most 14 hours", "+19"),
        ("latm: 61", "a number from 0 to below 60", "61"),
        ("cctld: os", "an internet domain that starts with a dot", "os"),
    ],
)
def test_a_wrong_field_is_told_by_its_value_and_what_it_must_be(line: str, demand: str, value: str) -> None:
    told = [offence for offence in found(country(line)) if offence[0] is Sort.FIELD]
    assert told == [(Sort.FIELD, demand, value)]


@pytest.mark.parametrize(
    "line",
    [
        "HDI: 0.783",
        "HDI: 0.783 (high)",
        "Gini: 31.9",
        "Percent water: negligible",
        "Percent water: 4.5 %",
        "Population estimate: about 12 million",
        "Population estimate: uninhabited",
        "Population estimate year: 2019 estimate",
        "Area km2: 12,345.6",
        "UTC offset: +5:45",
        "UTC offset: −03:30",
        "Established date: 3 May 1871",
        "National flower: edelweiss",
        "HDI:",
    ],
)
def test_what_real_infoboxes_hold_is_no_offence(line: str) -> None:
    assert [offence for offence in found(country(line)) if offence[0] is Sort.FIELD] == []


def test_a_field_whose_partner_is_missing_is_told_with_the_partner() -> None:
    assert found(country("Leader name1: Ada Berg")) == [(Sort.TOGETHER, "leader_title1", "Ada Berg")]
    assert found(country("Leader name1: Ada Berg", "Leader title1: Queen")) == []
    assert found(country("Leader name1: Ada Berg", "Leader title1:")) == [(Sort.TOGETHER, "leader_title1", "Ada Berg")]


def test_a_kind_that_demands_an_infobox_misses_it_and_others_do_not() -> None:
    missing = found("= Narvia–Ostland relations =\n\nA border.\n\n== See also ==\n- Ostland")
    assert missing == [(Sort.INFOBOX_MISSING, "an infobox", None)]
    assert found("= Economy of Ostland =\n\nFish.") == []


def test_an_infobox_without_a_value_is_empty() -> None:
    assert (Sort.INFOBOX_EMPTY, "an infobox with values", None) in found(
        "= Norby =\n\nInfobox settlement\n- Name:\n\nA."
    )


def test_a_country_told_in_some_sections_needs_its_history_but_a_stub_does_not() -> None:
    long = country() + "\n\n== Geography ==\nFlat.\n\n== Economy ==\nFish.\n\n== Culture ==\nSong."
    assert found(long) == [(Sort.SECTION, "History", None)]
    assert found(long + "\n\n== Prehistory ==\nOld.") == []
    assert found(country() + "\n\n== Economy ==\nFish.") == []


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("captial", "capital"),
        ("curency", "currency"),
        ("currrency", "currency"),
        ("leadr_name2", "leader_name2"),
        ("leader_nmae", "leader_name"),
        ("motto2", None),
        ("capitals", None),
        ("leadername", None),
        ("colour", None),
        ("national_flower", None),
    ],
)
def test_only_a_slip_of_one_letter_is_near(key: str, name: str | None) -> None:
    known = frozenset({"capital", "currency", "leader_name#", "leader_name", "motto"})
    assert nearest(key, known) == name


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Albania–Sudan relations", ("Albania", "Sudan")),
        ("Albania-Sudan relations", ("Albania", "Sudan")),
        ("Guinea-Bissau–Portugal relations", ("Guinea-Bissau", "Portugal")),
        ("Guinea-Bissau-Portugal relations", ()),
        ("Relations between Narvia and Ostland", ("Narvia", "Ostland")),
        ("Sino-Soviet relations", ()),
        ("Arab–Israeli relations", ()),
        ("Pakistan–Oman relations", ("Pakistan", "Oman")),
        ("Ostland", ()),
    ],
)
def test_the_parties_of_a_title_are_taken_where_they_are_certain(title: str, named: tuple[str, ...]) -> None:
    assert parties(title) == named


def test_a_page_with_nothing_to_validate_does_not_pay_for_jsonschema() -> None:
    script = (
        "import sys\nfrom articles.article import Article\nfrom articles.readers.plain import read\n"
        "from articles.source import Source\n"
        "assert Article(read(Source('x.txt', '= Fish =\\n\\nA fish.'))).offences == ()\n"
        "sys.exit('jsonschema' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
