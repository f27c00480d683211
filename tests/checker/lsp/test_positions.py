"""Code points and an editor's units: no emoji, combining mark or odd line end moves an underline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind

from checker.lsp.positions import Lines

TEXTS = st.text(st.sampled_from("a\n\r😀e\u0301\u05d0\u2028\x0b\x85ß"), max_size=40)
ENCODINGS = st.sampled_from(list(PositionEncodingKind))


@given(TEXTS, ENCODINGS, st.data())
def test_a_place_comes_back_as_it_was(text: str, encoding: PositionEncodingKind, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    inside = text[offset - 1 : offset + 1] == "\r\n"
    lines = Lines(text, encoding)
    assert lines.offset(lines.position(offset)) == offset - inside


@pytest.mark.parametrize(
    ("encoding", "column"),
    [(PositionEncodingKind.Utf8, 5), (PositionEncodingKind.Utf16, 3), (PositionEncodingKind.Utf32, 2), (None, 3)],
)
def test_columns_count_the_units_agreed_on(encoding: PositionEncodingKind | None, column: int) -> None:
    assert Lines("a\nb😀c", encoding).position(4) == Position(1, column)


def test_only_line_ends_of_the_protocol_end_a_line() -> None:
    lines = Lines("a\u2028b\x0bc\x85d\r\ne\rf\ng")
    assert [lines.position(offset).line for offset in (6, 9, 11, 13)] == [0, 1, 2, 3]


def test_a_place_beyond_the_text_is_its_end() -> None:
    lines = Lines("ab\ncd")
    assert [lines.offset(Position(*place)) for place in ((0, 99), (9, 0), (1, 2))] == [2, 5, 5]
