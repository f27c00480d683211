"""Tables as encyclopedias have them: what a table gives no reason to flag, and single slips that must be seen.

A table is told as its rows; the first is that of the headers, ``/`` in a header parts two levels, ``>`` before a cell
makes it reach over two rows.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.article import Article
from articles.facts.cell_figures import read_cell
from articles.readers import wikitext
from articles.source import Source
from rules.catalogue import catalogue
from rules.judge import judge

RULES = ("table-total-wrong", "table-percent-wrong", "table-rank-disordered")


def article(*rows: str, caption: str = "") -> Article:
    """An article with one table; cells are parted by bars."""
    lines = ["{|", f"|+ {caption}"] if caption else ["{|"]
    for number, row in enumerate(rows):
        mark = "! " if number == 0 or row.startswith("!") else "| "
        cells = [cell.strip() for cell in row.lstrip("!").split("|")]
        told = [f'rowspan="2" | {cell[1:]}' if cell.startswith(">") else cell for cell in cells]
        told = [cell.replace("<2>", 'colspan="2" | ') if cell.startswith("<2>") else cell for cell in told]
        lines += [f"{mark}{cell}" for cell in told]
        lines.append("|-")
    return Article(wikitext.read(Source("x.wiki", "\n".join([*lines[:-1], "|}"])), "Ruritania"))


def findings(*rows: str, caption: str = "") -> list[str]:
    told = article(*rows, caption=caption)
    return [found.message for rule in RULES for found in judge(catalogue()[rule], told).findings]


FINE: dict[str, tuple[str, ...]] = {
    "valid, invalid and all votes, with the turnout": (
        "Candidate | Votes | %",
        "Ames | 52,140 | 58.59",
        "Bates | 22,203 | 24.95",
        "Cole | 14,649 | 16.46",
        "Total | 88,992 | 100.00",
        "Valid votes | 88,992 | 97.51",
        "Invalid/blank votes | 2,273 | 2.49",
        "Total votes | 91,265 | 100.00",
        "Registered voters/turnout | 110,772 | 82.39",
    ),
    "seats won and lost": (
        "Party | Votes | % | Seats | +/–",
        "Farmers | 1,203 | 60.1 | 12 | +3",
        "Workers | 798 | 39.9 | 8 | −3",
        "Total | 2,001 | 100 | 20 | 0",
    ),
    "a constituency": (
        "Candidate | Votes | % | ±%",
        "Ames | 20,010 | 45.5 | +2.1",
        "Bates | 15,020 | 34.1 | −1.4",
        "Cole | 8,970 | 20.4 | −0.7",
        "Majority | 4,990 | 11.3 | +3.5",
        "Turnout | 44,000 | 66.1 | −1.2",
    ),
    "medals with a row of totals": (
        "Rank | Nation | Gold | Silver | Bronze | Total",
        "1 | Norway | 9 | 4 | 3 | 16",
        "2 | Chad | 5 | 5 | 6 | 16",
        "3 | Peru | 2 | 7 | 1 | 10",
        "4 | Laos | 2 | 2 | 8 | 12",
        "<2>Totals (4 nations) | 18 | 18 | 18 | 54",
    ),
    "a league with a deduction and a better difference": (
        "Pos. | Team | Pld | W | D | L | GF | GA | GD | Pts",
        "1 | North | 6 | 4 | 1 | 1 | 12 | 5 | +7 | 13",
        "2 | South | 6 | 3 | 1 | 2 | 9 | 8 | +1 | 10",
        "3 | East | 6 | 3 | 1 | 2 | 8 | 9 | −1 | 7",
        "4 | West | 6 | 0 | 1 | 5 | 4 | 11 | −7 | 1",
    ),
    "a career with totals by club": (
        "Club | Season | League / Apps | League / Goals | Cup / Apps | Cup / Goals | Total / Apps | Total / Goals",
        ">North | 2001–02 | 30 | 4 | 3 | 1 | 33 | 5",
        "Total | 30 | 4 | 3 | 1 | 33 | 5",
        ">South | 2002–03 | 28 | 2 | 2 | 0 | 30 | 2",
        "Total | 28 | 2 | 2 | 0 | 30 | 2",
        "<2>Career total | 58 | 6 | 5 | 1 | 63 | 7",
    ),
    "best and average in the row of totals": (
        "Player | Matches | Runs | HS | Average",
        "Ames | 10 | 410 | 120 | 41.0",
        "Bates | 9 | 38 | 7 | 4.2",
        "Total | 19 | 448 | 120 | 23.6",
    ),
    "a choice of the largest": (
        "Partner | Largest exports (million)",
        "Norway | 410",
        "Chad | 305",
        "Total | 790",
    ),
    "figures rounded to hundreds": (
        "Group | People",
        "Hills | 12,400",
        "Coast | 13,400",
        "Marsh | 1,300",
        "Total | 27,200",
    ),
    "decimals that were rounded one by one": (
        "Year | Tonnes",
        "1990 | 12.44",
        "1991 | 13.4",
        "1992 | 7",
        "Total | 33.4",
    ),
    "missing cells": ("Group | Men | Women", "Hills | 40 | 44", "Coast | n/a | 60", "Total | 91 | 104"),
    "a part of a row": ("Group | People", "Staff | 410", "of which abroad | 37", "Guests | 22", "Total | 432"),
    "languages that overlap": ("Language spoken | Speakers", "Ora | 812", "Belt | 414", "Total | 1,120"),
    "a company's account": (
        "Item | 2001 | 2002",
        "Sales | 210 | 231",
        "Fees | 35 | 31",
        "Total revenue | 245 | 262",
        "Wages | 90 | 99",
        "Rent | 44 | 43",
        "Total costs | 134 | 142",
        "Net income | 111 | 120",
    ),
    "the worst round is dropped": (
        "Sailor | R1 | R2 | R3 | Total",
        "Ames | 3 | 1 | 2 | 3",
        "Bates | 2 | 4 | 1 | 3",
        "Cole | 1 | 3 | 9 | 4",
        "Dunn | 4 | 2 | 5 | 6",
    ),
    "a world with more countries than are listed": (
        "Country | GDP",
        "Norway | 410",
        "Chad | 305",
        "Peru | 266",
        "World | 1,044",
    ),
    "wins with ties": (
        "Season | W | L | T | Win %",
        "2001 | 10 | 6 | 0 | 62.5",
        "2002 | 9 | 7 | 0 | 56.3",
        "2003 | 8 | 8 | 0 | 50.0",
        "2004 | 8 | 7 | 1 | 53.1",
    ),
    "shares of those who answered": (
        "Answer | People | %",
        "Yes | 415 | 52.0",
        "No | 383 | 48.0",
        "No answer | 60 | –",
        "Total | 858 | 100.0",
    ),
    "ranked by what is not shown": (
        "Rank | School | Students | Founded",
        "1 | Norby | 5,120 | 1850",
        "2 | Sorby | 8,340 | 1910",
        "3 | Estby | 2,207 | 1790",
        "4 | Vestby | 6,618 | 1960",
        "5 | Midby | 3,904 | 1888",
    ),
    "both sexes told first": (
        "Age | Both sexes | Male | Female",
        "Total | 3,019 | 1,448 | 1,571",
        "0–14 | 566 | 302 | 264",
        "15–64 | 2,136 | 1,018 | 1,118",
        "65+ | 317 | 128 | 189",
    ),
}

SLIPS: dict[str, tuple[tuple[str, ...], str]] = {
    "a total with a digit too many": (("Town | People", "Norby | 5,134", "Sorby | 4,010", "Total | 9,244"), "9,144"),
    "a subtotal": (
        (
            "Town | Men | Women",
            "Norby | 51 | 60",
            "Sorby | 40 | 44",
            "Subtotal | 91 | 114",
            "Estby | 12 | 15",
            "Vestby | 9 | 7",
            "Subtotal | 21 | 22",
        ),
        "104",
    ),
    "seats": (
        (
            "Party | Votes | Seats",
            "Farmers | 1,203 | 12",
            "Workers | 798 | 9",
            "Greens | 411 | 4",
            "Total | 2,412 | 24",
        ),
        "25",
    ),
    "a row across": (
        (
            "District | Men | Women | Total",
            "Hills | 40 | 44 | 84",
            "Coast | 51 | 60 | 101",
            "Marsh | 19 | 15 | 34",
            "Plain | 70 | 71 | 141",
        ),
        "111",
    ),
    "a career with totals by club": (
        (
            "Club | Season | League / Apps | Cup / Apps | Total / Apps",
            ">North | 2001–02 | 30 | 3 | 33",
            "Total | 30 | 3 | 33",
            ">South | 2002–03 | 28 | 2 | 30",
            "Total | 28 | 2 | 30",
            "<2>Career total | 58 | 5 | 64",
        ),
        "63",
    ),
    "a total at the top": (
        (
            "Age | Male | Female",
            "Total | 1,448 | 1,581",
            "0–14 | 302 | 264",
            "15–64 | 1,018 | 1,118",
            "65+ | 128 | 189",
        ),
        "1,571",
    ),
    "medals": (
        (
            "Nation | Gold | Silver | Bronze | Total",
            "Norway | 4 | 2 | 1 | 7",
            "Chad | 1 | 3 | 2 | 5",
            "Peru | 0 | 1 | 1 | 2",
        ),
        "6",
    ),
    "matches": (
        (
            "Team | Pld | W | D | L",
            "North | 6 | 4 | 1 | 1",
            "South | 6 | 3 | 1 | 2",
            "East | 7 | 3 | 1 | 2",
            "West | 6 | 0 | 1 | 5",
        ),
        "6",
    ),
    "a percentage": (
        (
            "Party | Votes | %",
            "Farmers | 1,203 | 49.9",
            "Workers | 798 | 33.1",
            "Greens | 411 | 11.7",
            "Others | 1 | 0.0",
            "Total | 2,413 | 100",
        ),
        "17.0 %",
    ),
    "growth": (
        (
            "Census | Pop. | %±",
            "1900 | 1,012 | —",
            "1910 | 1,204 | 19.0%",
            "1920 | 1,264 | 5.0%",
            "1930 | 1,512 | 16.9%",
            "1940 | 1,361 | −10.0%",
        ),
        "19.6 %",
    ),
    "decimals": (
        ("District | Area (km²)", "Hills | 45.51", "Coast | 30.25", "Marsh | 12.04", "Total | 87.08"),
        "87.80",
    ),
    "a rank": (
        ("Rank | Town | People", "1 | Norby | 9,134", "2 | Sorby | 4,010", "3 | Estby | 7,055", "4 | Vestby | 2,118"),
        "rank 2",
    ),
}


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_said_of_a_table_that_is_right(name: str) -> None:
    assert findings(*FINE[name]) == []


@pytest.mark.parametrize("name", SLIPS)
def test_one_slip_is_one_finding_with_the_right_number(name: str) -> None:
    rows, right = SLIPS[name]
    (message,) = findings(*rows)
    assert right in message


@pytest.mark.parametrize("name", SLIPS)
def test_the_first_way_out_makes_the_slip_good(name: str) -> None:
    told = article(*SLIPS[name][0])
    found = [each for rule in RULES for each in judge(catalogue()[rule], told).findings if each.alternatives]
    for finding in found:
        text = told.page.source.text
        for edit in reversed(finding.alternatives[0].edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        again = Article(wikitext.read(Source("x.wiki", text), "Ruritania"))
        assert not [each for rule in RULES for each in judge(catalogue()[rule], again).findings]


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1,234", "1234", "1"),
        ("1 448 052", "1448052", "1"),
        ("6,88", "6.88", "0.01"),
        ("84.5 %", "84.5", "0.1"),
        ("−5", "-5", "1"),
        ("$1.2 million", "1200000", "100000"),
        ("1,23,456", "123456", "1"),
        ("12 km²", "12", "1"),
        ("35,567²", "35567", "1"),
        ("137,830 (55.86%)", "137830", "1"),
    ],
)
def test_a_cell_is_read_as_the_number_it_holds(text: str, value: str, step: str) -> None:
    figure = read_cell(text, 0).figure
    assert figure is not None
    assert (figure.value, figure.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    "text", ["", "–", "n/a", "3–1", "2010–11", "1 in 5", "12.5.1990", "007", "1,2,3", "3:45", "39.4% 19,299"]
)
def test_a_cell_of_words_or_of_several_numbers_holds_none(text: str) -> None:
    assert read_cell(text, 0).figure is None
