from __future__ import annotations

import re

import pytest

from articles.source import Source
from reports.formats import Look, written
from reports.frame import frames
from reports.report import Report, tell
from reports.terminal import cells, plainly
from rules.finding import Confidence, Evidence, Finding, Severity


def drawn(text: str, *words: str, width: int = 100) -> list[str]:
    """The rows of the frames of a finding about these words, each with what is underlined in it."""
    source = Source("a.txt", text)
    evidence = []
    for number, word in enumerate(words):
        start = text.index(word)
        first, last = source.position(start), source.position(start + len(word))
        evidence.append(
            Evidence(start, start + len(word), first.line, first.column, last.line, last.column, word, f"n{number}")
        )
    finding = Finding(
        "r", "dates", Severity.NOTE, Confidence.LOW, "m", "a.txt", "A", tuple(evidence), None, None, (), "f"
    )
    lines = []
    for frame in frames(tell(finding, source), width):
        for row in frame.rows:
            lines.append(row.text)
            lines += [" " * u.indent + "^" * u.width + u.label for u in row.underlines]
    return lines


def test_carets_stand_under_the_evidence() -> None:
    assert drawn("Founded in 1990.", "1990") == ["Founded in 1990.", "           ^^^^n0"]


def test_wide_characters_take_two_columns_and_combining_ones_none() -> None:
    assert drawn("日本 e\u0301 12 km", "12 km") == ["日本 e\u0301 12 km", "       ^^^^^n0"]


def test_tabs_are_drawn_as_wide_as_they_are_counted() -> None:
    assert drawn("\ta\t12", "12") == ["    a    12", "         ^^n0"]


def test_escaped_controls_move_the_carets_along() -> None:
    assert drawn("\x1b[1m12", "12") == [r"\x1b[1m12", "       ^^n0"]


def test_right_to_left_text_is_marked_within_the_line() -> None:
    assert drawn("في عام 1990 افتتحت", "1990") == ["في عام ⟦1990⟧ افتتحت", "n0"]


def test_two_statements_of_one_sentence_share_its_line() -> None:
    assert drawn("It has 41 of 193 (31 %).", "41 of 193", "31 %") == [
        "It has 41 of 193 (31 %).",
        "       ^^^^^^^^^1 n0",
        "                  ^^^^2 n1",
    ]


def test_a_long_line_is_cut_around_the_evidence_and_says_so() -> None:
    row, marks = drawn("word " * 40 + "1990" + " word" * 40, "1990", width=40)
    assert cells(row) <= 40
    assert row.startswith("…word")
    assert row.endswith("word…")
    assert row[len(marks) - len(marks.lstrip()) :][:4] == "1990"


def test_evidence_over_lines_is_marked_on_each() -> None:
    assert drawn("a {{convert\n|5}} b", "{{convert\n|5}}") == [
        "a {{convert", "  ^^^^^^^^^", "|5}} b", "^^^^n0",
    ]  # fmt: skip


def test_an_empty_place_still_gets_a_caret() -> None:
    assert drawn("", "") == ["", "^n0"]


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x9b", "\u202e", "\u2066", "\u200b", "\ud800", "\U000e0041"])
def test_nothing_in_an_article_can_command_the_terminal(character: str) -> None:
    assert character not in plainly(f"a{character}b")
    assert plainly(f"a{character}b").startswith("a\\")


def test_no_raw_control_reaches_the_terminal(nasty: Report) -> None:
    made = b"".join(written("text", nasty)).decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


def test_colour_wraps_only_our_own_words(nasty: Report) -> None:
    plain = b"".join(written("text", nasty, Look(colour=False))).decode()
    coloured = b"".join(written("text", nasty, Look(colour=True))).decode()
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_every_frame_line_fits_the_terminal(nasty: Report) -> None:
    made = b"".join(written("text", nasty, Look(width=60))).decode()
    for line in made.splitlines():
        if re.match(r" *\d+ \| ", line):
            assert cells(line) <= 60, line


def test_a_silent_report_still_tells_what_was_done(empty: Report) -> None:
    assert b"".join(written("text", empty)).decode() == (
        "no findings in 0 articles\n0 claims and 0 facts read, nothing was compared\n"
    )
