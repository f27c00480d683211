"""Tables as a grid. A cell in the wrong column is a date or a total that belongs to somebody else."""

from __future__ import annotations

import pytest

from articles.page import Page, Table
from articles.readers.wikitext import read
from articles.source import Source


def page(text: str) -> Page:
    return read(Source("x.wiki", text), "Example")


def only(text: str) -> tuple[Page, Table]:
    read_page = page(text)
    [table] = read_page.tables
    return read_page, table


def grid(text: str) -> list[list[tuple[int, int, str]]]:
    read_page, table = only(text)
    return [[(cell.row, cell.column, read_page.text(cell.prose)) for cell in row] for row in table.rows]


def texts(text: str) -> list[list[str]]:
    return [[cell for _, _, cell in row] for row in grid(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("{|\n! a !! b\n|-\n| 1 || 2\n|}", [["a", "b"], ["1", "2"]]),
        ("{| class=x\n|-\n! a\n! b\n|- style=y\n| 1\n| 2\n|-\n|}", [["a", "b"], ["1", "2"]]),
        ("{|\n| style=a | 1 || style=b | 2\n|}", [["1", "2"]]),
        ("{|\n| [[a|b]] || {{nowrap|c}} || {{x|y}} | d\n|}", [["b", "c", "d"]]),
        ("{|\n! a || b | c\n| 1 !! 2\n|}", [["a", "c", "1 !! 2"]]),
        ("{|\n| a\nb || c\n|}", [["a b || c"]]),
        ("{|\n| a\n\nb\n* c\n|}", [["a\nb\nc"]]),
        ("{|\n| a<br>b || c<ref>d</ref>\n|}", [["a; b", "c"]]),
        ("{|\n! Area<br>in 1990\n|}", [["Area in 1990"]]),
        ("{|\n| || 1 ||\n|}", [["", "1", ""]]),
        ("{|\n  | a\n  |-\n  | b\n|}", [["a"], ["b"]]),
        ("{|\n<!-- a -->| b\n|-\n<!-- c -->\n| d\n|}", [["b"], ["d"]]),
        ("{|\n| {{yes}} || {{dts|1990}}\n|}", [["Yes", "1990"]]),
        ("{{nowrap|\n{{{!}}\n{{!}} a\n{{!}}-\n{{!}} b\n{{!}}}\n}}", [["a"], ["b"]]),
    ],
)
def test_rows_and_cells(text: str, rows: list[list[str]]) -> None:
    assert texts(text) == rows


def test_spans_push_cells_to_their_columns() -> None:
    text = "{|\n! rowspan=2 | a !! colspan='2' | b\n|-\n| c || d\n|-\n| rowspan=\"9\" | e\n| f\n|-\n| g\n|}"
    assert grid(text) == [
        [(0, 0, "a"), (0, 1, "b")],
        [(1, 1, "c"), (1, 2, "d")],
        [(2, 0, "e"), (2, 1, "f")],
        [(3, 1, "g")],
    ]
    assert [cell.rowspan for row in only(text)[1].rows for cell in row] == [2, 1, 1, 1, 2, 1, 1]


def test_a_conversion_in_two_cells_keeps_the_next_column_in_place() -> None:
    assert grid("{|\n| {{convert|5|km|mi|disp=table}} || b\n|}") == [[(0, 0, "5 km"), (0, 2, "b")]]


def test_headers_are_marked_by_sign_or_scope() -> None:
    _, table = only('{|\n! a\n| b\n|-\n| scope="row" | c\n| d\n|}')
    assert [[cell.header for cell in row] for row in table.rows] == [[True, False], [True, False]]


def test_a_caption_is_a_block_of_its_own() -> None:
    read_page, table = only("{|\n|+ style=a | Trade of [[b]]<ref>c</ref>\n| d\n|}")
    assert read_page.text(table.caption) == "Trade of b"


def test_cells_and_tables_point_into_the_source() -> None:
    text = "a\n{|\n| style=b |  c ''d'' \n|}\ne"
    read_page, table = only(text)
    [[cell]] = table.rows
    assert text[cell.span.start : cell.span.end] == "c ''d''"
    assert text[table.span.start : table.span.end] == "{|\n| style=b |  c ''d'' \n|}"
    assert [read_page.text(block.span) for block in read_page.blocks] == ["a", "c d", "e"]


def test_a_table_in_a_cell_is_a_table_and_part_of_the_cell() -> None:
    read_page = page("{|\n| a\n{|\n| b\n|}\nc\n| d\n|}")
    assert len(read_page.tables) == 2
    outer, inner = read_page.tables
    assert [read_page.text(cell.prose) for row in outer.rows for cell in row] == ["a\nb\nc", "d"]
    assert [read_page.text(cell.prose) for row in inner.rows for cell in row] == ["b"]


def test_a_picture_in_a_cell_leaves_its_caption_behind_the_cell() -> None:
    read_page, table = only("{|\n| [[File:a.jpg|thumb|Shown]] b\n|}")
    assert read_page.text(table.rows[0][0].prose) == "b"
    assert [read_page.text(block.span) for block in read_page.blocks] == ["b", "Shown"]


def test_a_table_that_is_never_closed_does_not_swallow_the_next_section() -> None:
    read_page = page("{|\n| a\n== B ==\nc")
    assert [section.title for section in read_page.sections] == ["B"]
    assert [read_page.text(block.span) for block in read_page.blocks] == ["a", "B", "c"]


def test_nor_does_one_in_which_another_was_never_closed() -> None:
    read_page = page("{|\n| a\n{|\n| b\n|}\n== C ==\nd\n{|\n| e\n|}\n== F ==\ng")
    assert [section.title for section in read_page.sections] == ["C", "F"]
    assert len(read_page.tables) == 3


def test_a_table_belongs_to_its_section() -> None:
    assert [table.section for table in page("{|\n|a\n|}\n==B==\n{|\n|c\n|}").tables] == [-1, 0]


def test_hostile_spans_are_cut() -> None:
    _, table = only("{|\n| rowspan=999999 colspan=999999 | a\n|-\n| b\n|}")
    [cell], [below] = table.rows
    assert (cell.rowspan, cell.colspan) == (2, 256)
    assert below.column == 256
