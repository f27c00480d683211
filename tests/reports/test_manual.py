from __future__ import annotations

from reports.manual import Manual, marked, paragraphs, shown


def test_a_page_is_shown_with_capitals_and_its_paragraphs_apart() -> None:
    page = shown(Manual("A thing is told twice.", "readers copy one of the two.", "it is\n- one;\n- two.\n\nOr not."))
    assert page.why == "Readers copy one of the two."
    assert paragraphs(page.right) == ["It is", "- one;", "- two.", "Or not."]


def test_marks_of_an_example_come_out_with_their_places() -> None:
    text, evidence = marked("in ⟦1:1990⟧ and ⟦2:in ⟦3:1991⟧⟧ ⟧ done")
    assert text == "in 1990 and in 1991  done"
    assert {number: text[start:end] for number, start, end in evidence} == {1: "1990", 2: "in 1991", 3: "1991"}
