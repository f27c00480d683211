from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.source import Source
from reports.excerpt import REACH, Excerpt, excerpt
from rules.finding import Evidence


def around(text: str, word: str) -> Excerpt:
    start = text.index(word)
    return excerpt(Source("a.txt", text), Evidence(start, start + len(word), 0, 0, 0, 0, word, ""))


def test_the_reader_sees_the_whole_sentence_and_no_more() -> None:
    text = "It grew by 3.1%. The U.S. embassy opened in 1961, and Mr. B. Ora led it. Then it closed."
    found = around(text, "1961")
    assert found.before == "The U.S. embassy opened in "
    assert found.after == ", and Mr. B. Ora led it."
    assert not found.cut_before
    assert not found.cut_after


def test_a_bracket_before_the_stop_ends_a_sentence_all_the_same() -> None:
    assert around("It burnt 410 of 1,200 (24 percent). The walls fell in 1841.", "1841").before == "The walls fell in "


def test_a_reference_belongs_to_the_sentence_before_it() -> None:
    text = "It opened in 1989.<ref name=a/><ref>{{cite|x}}</ref> It closed in 1990<ref>y</ref> and burnt. So it was."
    assert around(text, "1989").after == ".<ref name=a/><ref>{{cite|x}}</ref>"
    closed = around(text, "1990")
    assert (closed.before, closed.after) == ("It closed in ", "<ref>y</ref> and burnt.")


def test_a_sentence_does_not_run_into_the_next_line() -> None:
    found = around("= Ora =\n- Founded: 1961\n- Area: 5 km2\n", "1961")
    assert (found.line, found.column, found.before, found.after) == (2, 1, "- Founded: ", "")
    assert found.closes


def test_a_carriage_return_is_no_part_of_the_line() -> None:
    assert around("Founded: 1961 in Ora\r\nnext", "1961").after == " in Ora"


def test_a_very_long_sentence_is_cut_at_a_word_and_says_so() -> None:
    text = "word " * 500 + "1961" + " word" * 500
    found = around(text, "1961")
    assert found.cut_before
    assert found.cut_after
    assert found.before.startswith("word ")
    assert found.after.endswith(" word")
    assert len(found.before) <= REACH


def test_a_long_line_without_spaces_is_cut_all_the_same() -> None:
    found = around("x" * 1000 + "1961" + "y" * 1000, "1961")
    assert len(found.before) == len(found.after) == REACH


def test_evidence_over_several_lines_keeps_its_line_ends() -> None:
    text = "{{convert\n|5\n|km}} long"
    found = around(text, "{{convert\n|5\n|km}}")
    assert found.text == "{{convert\n|5\n|km}}"
    assert found.after == " long"


@given(st.text(alphabet="ab1 .\n\r%é\u200f", max_size=700), st.integers(-3, 710), st.integers(-3, 710))
def test_any_evidence_is_shown_as_it_stands(text: str, start: int, end: int) -> None:
    source = Source("a.txt", text)
    found = excerpt(source, Evidence(start, end, 1, 1, 1, 1, "", ""))
    line_start = source.line_starts[found.line - 1]
    whole = found.before + found.text + found.after
    opened = line_start + found.column - 1
    assert text[opened : opened + len(whole)] == whole
    assert "\n" not in found.before + found.after
