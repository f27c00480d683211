"""Which edits a finding offers: those that an editor might take, and no others."""

from __future__ import annotations

import pytest

from rules.catalogue import catalogue
from rules.harness import read
from rules.judge import judge
from rules.rule import Example, wikitext

PAIR = "= Albania–Chad relations =\n\nInfobox\n- Map: A.svg\n\n"
TRADE = "= Albania–Chad relations =\n\nAlbania's GDP was {gdp} in 2023. Albania's exports to Chad were {flow} in 2023."


def offered(slug: str, example: Example) -> list[list[str]]:
    """The texts that each offered edit writes."""
    findings = judge(catalogue()[slug], read(example, example.text)).findings
    assert findings
    return [[edit.text for edit in each.edits] for finding in findings for each in finding.alternatives]


def test_no_editor_is_told_to_make_a_small_economy_a_thousand_times_larger() -> None:
    texts = offered("trade-share-implausible", Example(TRADE.format(gdp="$23.5 billion", flow="$9.1 billion")))
    assert ["$9.1 million"] in texts
    assert ["the whole world"] in texts
    assert not any("trillion" in text for edit in texts for text in edit)


def test_a_gdp_in_millions_may_have_been_meant_in_billions() -> None:
    texts = offered("trade-exceeds-gdp", Example(TRADE.format(gdp="$23.5 million", flow="$31 million")))
    assert ["$23.5 billion"] in texts


@pytest.mark.parametrize(
    ("slug", "example", "texts"),
    [
        (
            "mission-unlisted",
            Example(PAIR + "Albania has an embassy in N'Djamena."),
            ["\n- Mission1: Embassy of Albania, N'Djamena", "does not have"],
        ),
        (
            "parties-differ",
            Example(PAIR + "Albania–Niger relations are good."),
            ["Chad", "Niger"],
        ),
        (
            "mission-city-wrong",
            Example(PAIR + "Albania has an embassy in Cairo."),
            ["N'Djamena", "a non-resident embassy"],
        ),
        (
            "category-missing",
            wikitext("'''Ada Berg''' (3 May 1850 – 2 June 1920) was a poet.\n[[Category:1920 deaths]]", "Ada Berg"),
            ["\n[[Category:1850 births]]"],
        ),
    ],
)
def test_what_can_be_derived_is_offered(slug: str, example: Example, texts: list[str]) -> None:
    assert offered(slug, example) == [[text] for text in texts]


def test_two_rows_change_places_only_where_that_puts_all_in_order() -> None:
    rows = ("1 || A || 9,100", "2 || B || {}", "3 || C || 7,300", "4 || D || 5,900")
    table = "{{|\n! Rank !! Town !! People" + "".join(f"\n|-\n| {row}" for row in rows) + "\n|}}"
    assert offered("table-rank-disordered", wikitext(table.format("6,200"))) == [["7,300", "6,200"], ["3", "2"]]
    assert offered("table-rank-disordered", wikitext(table.format("200"))) == []
