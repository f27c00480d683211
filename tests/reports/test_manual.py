from __future__ import annotations

from reports.manual import manual, marked, paragraphs


def test_a_manual_page_comes_apart_into_its_three_parts() -> None:
    right = "Right all the same: it is\n- one;\n- two.\n\nOr not."
    page = manual(f"A thing is told\ntwice.\n\nWhy: readers copy\none of the two.\n\n{right}")
    assert page.fault == "A thing is told twice."
    assert page.why == "Readers copy one of the two."
    assert paragraphs(page.right) == ["It is", "- one;", "- two.", "Or not."]


def test_a_page_without_parts_is_all_fault() -> None:
    assert manual("Only this.") == ("Only this.", "", "")
    assert manual("") == ("", "", "")


def test_marks_of_an_example_come_out_with_their_places() -> None:
    text, evidence = marked("in ⟦1:1990⟧ and ⟦2:in ⟦3:1991⟧⟧ ⟧ done")
    assert text == "in 1990 and in 1991  done"
    assert {number: text[start:end] for number, start, end in evidence} == {1: "1990", 2: "in 1991", 3: "1991"}
