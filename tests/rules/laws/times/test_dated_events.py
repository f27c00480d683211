"""When two dates of one event conflict, and which rule tells of it."""

from __future__ import annotations

import pytest

from articles.article import Article
from articles.claims.calendar import of_year
from articles.readers import wikitext
from articles.source import Source
from rules.catalogue import catalogue
from rules.judge import judge
from rules.laws.times.renewal import began_anew, heir

RULES = ("two-dates-for-one-event", "table-row-differs-from-note", "table-differs-from-table", "renewal-untold")
LIST = "Diplomatic relations:\n{{|\n! # !! Country !! Date\n|-\n| 1 || {{{{flag|{name}}}}} || {date}\n|}}\n"
TABLE = "{{|\n! Country !! Formal relations began !! Notes\n|-\n| {{{{flag|{name}}}}} || {date} || {note}\n|}}\n"
BOTH = "Both countries established diplomatic relations on {}."


def told(listed: str, cell: str, note: str = "", name: str = "Norway", own: str = "Chad") -> list[tuple[str, int]]:
    """The rules that speak of an article with a list and a table, each with how many statements it shows."""
    text = LIST.format(name=name, date=listed) + TABLE.format(name=name, date=cell, note=note)
    article = Article(wikitext.read(Source("x.wiki", text), f"Foreign relations of {own}"))
    return [
        (rule, len(found.evidence)) for rule in RULES for found in judge(catalogue()[rule], article).findings
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "cell", "note", "expected"),
    [
        ("4 May 1960", "4 May 1961", "", [("table-differs-from-table", 2)]),
        ("4 May 1960", "4 May 1960", BOTH.format("5 May 1960"), [("table-row-differs-from-note", 3)]),
        ("4 May 1960", "5 May 1960", BOTH.format("5 May 1960"), [("table-differs-from-table", 3)]),
        ("4 May 1960", "1960", BOTH.format("5 May 1960"), [("two-dates-for-one-event", 2)]),
        ("4 May 1960", "5 May 1960", BOTH.format("6 May 1960"), [("table-row-differs-from-note", 3)]),
        ("{{dts|1960|5|4}}", "May 4, 1960", BOTH.format("4 May 1960"), []),
        ("4 May 1960", "May 1960", BOTH.format("4 May 1960"), []),
    ],
)
def test_a_conflict_is_one_finding_of_the_rule_that_is_nearest(
    listed: str, cell: str, note: str, expected: list[tuple[str, int]]
) -> None:
    assert told(listed, cell, note) == expected


@pytest.mark.parametrize(
    ("listed", "cell", "note"),
    [
        ("1945", "1920, severed 1940, restored 1945", ""),
        ("1945", "1920; 1945", ""),
        ("1960", "1960 (severed 1970)", ""),
        ("1960", "1890 (consular relations); 1960", ""),
        ("1960", "1960", "Diplomatic relations were re-established in 1980."),
        ("1974", "1974", "Diplomatic relations were first established in 1925."),
        ("1960", "1960", "In 1930 relations began to deteriorate."),
        ("1960", "1960", "Norway recognized Chad in 1959."),
    ],
)
def test_a_renewal_or_another_sort_of_relations_is_no_conflict(listed: str, cell: str, note: str) -> None:
    assert told(listed, cell, note) == []


@pytest.mark.parametrize(
    ("listed", "cell", "note", "expected"),
    [
        ("4 May 1992", "1922", "", [("renewal-untold", 2)]),
        ("4 May 1992", "1922", "Both have embassies.", [("renewal-untold", 2)]),
        ("4 May 1992", "1922", "Both countries established diplomatic relations in 1922.", [("renewal-untold", 3)]),
        ("4 May 1992", "1922", "France never recognized the annexation.", []),
        ("4 May 1992", "1922", "Estonia had left the Soviet Union.", []),
        ("4 May 1992", "1922, renewed 1992", "", []),
        ("4 May 1992", "4 May 1993", "", [("table-differs-from-table", 2)]),
    ],
)
def test_dates_of_before_and_after_a_new_beginning_are_asked_about_where_no_row_tells_of_it(
    listed: str, cell: str, note: str, expected: list[tuple[str, int]]
) -> None:
    assert told(listed, cell, note, name="Estonia", own="France") == expected


@pytest.mark.parametrize(
    ("listed", "cell", "name", "rules"),
    [
        ("4 May 1992", "9 March 1985", "Kazakhstan", ["table-differs-from-table"]),
        ("4 May 1956", "9 March 1951", "Tunisia", ["table-differs-from-table"]),
        ("4 May 1956", "9 March 1851", "Tunisia", ["renewal-untold"]),
        ("4 May 1992", "9 March 1985 (with the Soviet Union)", "Kazakhstan", []),
    ],
)
def test_what_is_dated_while_a_state_was_none_is_of_no_earlier_state(
    listed: str, cell: str, name: str, rules: list[str]
) -> None:
    assert [rule for rule, _ in told(listed, cell, name=name)] == rules


def test_what_a_former_state_did_is_told_of_its_heir_while_it_stood() -> None:
    note = "Chad and the Soviet Union established diplomatic relations on 24 November 1964."
    assert told("24 November 1964", "24 November 1964", note, name="Russia") == []
    assert told("24 November 1965", "1964", note, name="Russia") != []
    assert told("24 November 1992", "24 November 1992", note, name="Russia") == []


@pytest.mark.parametrize(
    ("first", "last", "state", "expected"),
    [
        (1922, 1991, "Estonia", True),
        (1922, 1935, "Estonia", False),
        (1910, 1946, "Russia", True),
        (1930, 1979, "China", True),
        (1930, 1975, "Albania", False),
        (1930, 1950, "Albania", True),
        (1957, 1959, "Egypt", False),
        (1823, 1923, "Colombia", False),
    ],
)
def test_a_state_that_began_anew_explains_two_dates_for_as_long_as_relations_are_renewed(
    first: int, last: int, state: str, expected: bool
) -> None:
    assert began_anew([state], of_year(first), of_year(last)) is expected


@pytest.mark.parametrize(
    ("name", "state"),
    [("Soviet Union", "Russia"), ("Ottoman Empire", "Turkey"), ("Czechoslovakia", "Czechoslovakia"),
     ("East Germany", "East Germany"), ("Norway", "Norway"), ("Ruritania", "Ruritania")],
)  # fmt: skip
def test_only_the_one_state_that_took_its_place_is_heir_of_a_former_one(name: str, state: str) -> None:
    assert heir(name) == state
