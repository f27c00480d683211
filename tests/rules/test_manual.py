"""The docstring of a rule is its manual page, and what lacks a part says which."""

from __future__ import annotations

import pytest

from rules.manual import ManualError, manual, parts

PAGE = """A thing is told
twice.

Why: readers copy
one of the two.

Right all the same: it is
- one;
- two.

Or not.
"""


def test_a_manual_page_comes_apart_into_its_three_parts() -> None:
    page = manual(PAGE)
    assert page.fault == "A thing is told twice."
    assert page.why == "readers copy one of the two."
    assert page.right == "it is\n- one;\n- two.\n\nOr not."


def test_a_page_without_parts_is_all_fault_and_still_read() -> None:
    assert parts("Only this.") == ("Only this.", "", "")
    assert parts("") == ("", "", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A fault.", "lacks its part “Why:”"),
        ("A fault.\n\nWhy: so.", "lacks its part “Right all the same:”"),
        ("Two. Faults.\n\nWhy: so.\n\nRight all the same: no.", "must start with one sentence"),
        ("A fault.\n\nRight all the same: no.\n\nWhy: so.", "once after it"),
    ],
)
def test_a_page_that_lacks_something_says_what(text: str, said: str) -> None:
    with pytest.raises(ManualError, match=said):
        manual(text)
