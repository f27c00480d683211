from __future__ import annotations

import pytest

from tests.articles.facts.conftest import lines

BOX = """{{{{Infobox country
| common_name = Ruritania
| capital = [[Strelsau]]
| area_km2 = 12,345
| population_estimate = 4,100,000
| population_estimate_year = 2019
| population_density_km2 = 332
| GDP_PPP = $60 billion
| GDP_PPP_year = 2018
| GDP_PPP_per_capita = $14,600
| GDP_nominal = $50.1 billion
| GDP_nominal_year = 2019
{more}}}}}
'''Ruritania''' is a country.
"""
TABLE = """== Diplomatic relations ==
List of countries with which Ruritania maintains diplomatic relations:
{| class="wikitable sortable"
! colspan="3" |[[File:Map.svg]]
|-
! # !! Country !! Date
|-
| 1 || {{flag|Norway}} || {{dts|4 May 1962}}
|-
| 2 || {{flag|Chad}} || {{dts|1965}}
|-
| 3 || Sylvania || {{Date table sorting|7 June 1966}}
|-
| 4 || {{flag|Peru}} || Unknown
|}
== Bilateral relations ==
{| class="wikitable"
! Country !! Formal relations began !! Notes
|-
| {{flag|Norway}} || 5 May 1962 || See [[Norway–Ruritania relations]]
* Both countries established diplomatic relations on 6 May 1962.
* Norway has an embassy in Strelsau.
|-
| {{flag|Chad}} || 1965, severed 1970, restored 12 March 1980 ||
|-
| {{flag|Peru}} || 1922; 1991 || Peru recognized Ruritania in 1921.
|}
"""


def stated(text: str, title: str = "Foreign relations of Ruritania") -> list[str]:
    """The facts of an article in wikitext."""
    return lines(title, text, reader="wikitext")


def test_infobox_fields_take_units_from_their_keys_and_years_from_their_sisters() -> None:
    read = stated(BOX.format(more=""), "Ruritania")
    assert read == sorted(
        [
            "Ruritania capital Strelsau",
            "Ruritania area 12345 kilometer ** 2 [total]",
            "Ruritania population 4100000 in 2019 [estimate]",
            "Ruritania population-density 332 1 / kilometer ** 2 in 2019",
            "Ruritania gdp 60000000000 USD in 2018 [ppp]",
            "Ruritania gdp-per-capita 14600 USD in 2018 [ppp]",
            "Ruritania gdp 50100000000 USD in 2019 [nominal]",
        ]
    )


def test_a_field_without_a_readable_value_states_nothing() -> None:
    text = "{{Infobox country\n| area_km2 = unknown\n| population_estimate = \n| capital = \n}}"
    assert stated(text, "Ruritania") == []


def test_several_figures_in_one_field_are_told_apart_by_basis_and_year() -> None:
    text = "Infobox economy\n- Currency: crown\n- GDP: $50.1 billion (nominal, 2019); $60 billion (PPP, 2018)\n\nText."
    read = lines("Economy of Ruritania", text)
    assert "Ruritania gdp 50100000000 USD in 2019 [nominal]" in read
    assert "Ruritania gdp 60000000000 USD in 2018 [ppp]" in read


def test_a_dated_list_of_states_yields_a_fact_a_row() -> None:
    read = stated(TABLE)
    for told in ("1962-05-04 > Norway", "1965 > Chad", "1966-06-07 > Sylvania"):
        assert f"Ruritania relations-established {told}" in read


def test_a_row_ties_its_notes_to_its_entity() -> None:
    read = stated(TABLE)
    assert "Ruritania relations-established 1962-05-05 > Norway" in read
    assert "Ruritania relations-established 1962-05-06 > Norway" in read
    assert "Norway mission Strelsau > Ruritania [embassy]" in read
    assert "Peru recognition 1921 > Ruritania" in read


def test_several_dates_in_a_cell_are_what_the_words_beside_them_say() -> None:
    read = stated(TABLE)
    assert "Ruritania relations-severed 1970 > Chad" in read
    assert "Ruritania relations-resumed 1980-03-12 > Chad" in read
    assert "Ruritania relations-established 1922 > Peru" in read
    assert "Ruritania relations-resumed 1991 > Peru" in read


def test_units_and_years_in_headers_belong_to_the_cells() -> None:
    table = (
        "{|\n! Province !! Area (km2) !! Population (2011)\n|-\n| Upper Hills || 450 || 12,000\n|-\n"
        "| Total || 900 || 24,000\n|}"
    )
    read = stated(table, "Ruritania")
    assert read == ["Upper Hills area 450 kilometer ** 2", "Upper Hills population 12000 in 2011"]


def test_a_biography_tells_birth_and_death_in_bracket_infobox_and_category() -> None:
    text = (
        "{{Infobox person\n| birth_date = {{birth date|1950|5|5}}\n}}\n"
        "'''Jane Example''' (5 May 1950 – 6 June 2001) was a poet.\n\n"
        "Example was born on 5 May 1950. Her father died in 1960. She died in 2001.\n\n"
        "[[Category:1950 births]]\n[[Category:2001 deaths]]"
    )
    read = stated(text, "Jane Example")
    assert read == [
        "Jane Example born 1950",
        "Jane Example born 1950-05-05",
        "Jane Example died 2001",
        "Jane Example died 2001-06-06",
    ]


def test_the_years_of_a_reign_are_not_a_life() -> None:
    text = "'''Rudolf''' (reigned 1850–1870) was king of Ruritania.\n\n[[Category:1820 births]]"
    assert stated(text, "Rudolf of Ruritania") == ["Rudolf of Ruritania born 1820"]


def test_a_census_and_an_estimate_have_each_their_own_year() -> None:
    more = "| population_census = 3,900,000\n| population_census_year = 2011\n"
    read = stated(BOX.format(more=more), "Ruritania")
    assert "Ruritania population 3900000 in 2011 [census]" in read
    assert "Ruritania population 4100000 in 2019 [estimate]" in read
    assert "Ruritania population-density 332 1 / kilometer ** 2" in read, "of which of the two years, nobody knows"


def test_a_template_may_take_its_units_for_granted() -> None:
    fields = "| TotalAreaUS = 52,419\n| TotalArea = 135,765\n| 2010Pop = 4,858,990 (2015 est.)\n"
    box = "{{Infobox %s\n" + fields + "}}\n'''Morvania''' is a state."
    read = stated(box % "U.S. state", "Morvania")
    assert "Morvania area 52419 mile ** 2 [total]" in read
    assert "Morvania area 135765 kilometer ** 2 [total]" in read
    assert "Morvania population 4858990 in 2015" in read
    assert not any(" area " in line for line in stated(box % "state", "Morvania"))


def test_a_geobox_is_metric_where_it_names_no_unit() -> None:
    box = "{{Geobox|Region\n| area = 2333\n| population_density = 105.87\n}}\n'''Morvania''' is a group of islands."
    read = stated(box, "Morvania")
    assert "Morvania area 2333 kilometer ** 2" in read
    assert "Morvania population-density 105.87 1 / kilometer ** 2" in read


def test_a_column_that_only_says_when_is_of_what_the_words_around_it_say() -> None:
    table = "== {title} ==\n{{| class=wikitable\n{mark} Country {mark}{mark} Date of establishment\n"
    table += "|-\n| Norway || 4 May 1962\n|}}\n"
    for mark in ("!", "|"):
        read = stated(table.format(title="Diplomatic relations", mark=mark))
        assert read == ["Ruritania relations-established 1962-05-04 > Norway"]
    assert stated(table.format(title="Companies", mark="!")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sovereign state", "Formal relations began"),
        ("Country or entity", "Established on"),
        ("UN member state", "Diplomatic relations"),
        ("Partner country", "Commenced"),
    ],
)
def test_the_columns_of_relations_go_by_many_names(first: str, second: str) -> None:
    table = f"== Diplomatic relations ==\n{{|\n! # !! {first} !! {second}\n|-\n| 1 || Norway || 4 May 1962\n|}}\n"
    read = stated(table)
    assert read == ["Ruritania relations-established 1962-05-04 > Norway"]


@pytest.mark.parametrize(
    ("lead", "head", "row"),
    [
        (
            "== Diplomatic relations ==",
            "Region !! Country !! Established",
            'rowspan="1" | Europe || Norway || 4 May 1962',
        ),
        ("=== Europe ===", "Country !! Date of establishment", "Norway || 4 May 1962"),
        ("Relations with:", "Country !! Since !! Country !! Since", "Norway || 4 May 1962 || ||"),
    ],
)
def test_the_columns_of_relations_stand_in_many_layouts(lead: str, head: str, row: str) -> None:
    read = stated(f"{lead}\n{{|\n! {head}\n|-\n| {row}\n|}}\n")
    assert read == ["Ruritania relations-established 1962-05-04 > Norway"]


def test_headers_that_come_twice_name_two_states_in_a_row() -> None:
    table = "Relations with:\n{|\n! Country !! Since !! Country !! Since\n|-\n| Norway || 1962 || Chad || 1965\n|}\n"
    read = stated(table)
    assert read == ["Ruritania relations-established 1962 > Norway", "Ruritania relations-established 1965 > Chad"]


@pytest.mark.parametrize(
    "note",
    [
        "Diplomatic relations since 4 May 1962.",
        "Ruritania and Norway have diplomatic relations since 4 May 1962",
        "Date of establishment of diplomatic relations: 4 May 1962",
        "Diplomatic relations: 4 May 1962 (at the level of embassies)",
        "Since 4 May 1962, the two countries have diplomatic relations.",
        "4 May 1962: establishment of diplomatic relations",
        "Relations between Norway and Ruritania began on 4 May 1962.",
        "See [[Norway–Ruritania relations]]\nRuritania and Norway established diplomatic relations on 4 May 1962.",
        "On 4 May 1962 a protocol on the establishment of diplomatic relations was signed in Oslo.",
        "A joint communiqué on establishing diplomatic relations was signed on 4 May 1962.",
        "The ministers signed on 4 May 1962 a protocol establishing diplomatic relations.",
        "* Diplomatic relations were established on 4 May 1962.",
    ],
)
def test_notes_tell_the_beginning_of_relations_in_few_words(note: str) -> None:
    table = f"{{|\n! Country !! Notes\n|-\n| Norway || {note}\n|}}\n"
    read = stated(table)
    assert read == ["Ruritania relations-established 1962-05-04 > Norway"]


@pytest.mark.parametrize(
    "note",
    [
        "No diplomatic relations since 4 May 1962.",
        "Diplomatic relations with Sweden since 4 May 1962.",
        "Economic relations since 4 May 1962.",
        "Relations between Norway and Ruritania began in 1962.",
        "The relationship began in 1962.",
        "Diplomatic relations since 1962 were cool.",
        "On 4 May 1962 an agreement on opening embassies was signed.",
        "Relations between the parliaments were established on 4 May 1962.",
    ],
)
def test_notes_on_something_else_tell_no_beginning_of_relations(note: str) -> None:
    table = f"{{|\n! Country !! Notes\n|-\n| Norway || {note}\n|}}\n"
    read = stated(table)
    assert not any("Ruritania relations-established" in line for line in read)


@pytest.mark.parametrize(
    "item",
    [
        "Norway, since 4 May 1962",
        "Norway – 4 May 1962 (embassy in Oslo)",
        "4 May 1962: Norway",
    ],
)
def test_a_list_of_states_by_continent_is_of_what_the_section_says(item: str) -> None:
    text = f"== Diplomatic relations ==\n=== Europe ===\n* {item}\n* Sweden, 5 May 1963\n"
    read = stated(text)
    assert "Ruritania relations-established 1962-05-04 > Norway" in read
    assert stated(text.replace("Diplomatic relations", "Visits")) == []


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Since 4 May 1962", ["relations-established 1962-05-04"]),
        (
            "1 May 1960 (recognition); 4 May 1962 (relations)",
            ["recognition 1960-05-01", "relations-established 1962-05-04"],
        ),
    ],
)
def test_a_remark_in_brackets_is_of_the_date_before_it(cell: str, told: list[str]) -> None:
    table = f"{{|\n! Country !! Formal relations began\n|-\n| Korea, South || {cell}\n|}}\n"
    read = stated(table)
    assert read == [f"Ruritania {line} > South Korea" for line in told]
