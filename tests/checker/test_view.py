"""The reading view of ``factlint read``: the article, its claims underlined, its facts beneath their line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article
from articles.readers.plain import read as read_plain
from articles.readers.wikitext import read as read_wikitext
from articles.source import Source
from checker.view import view
from checker.wrapping import wrapped
from reports.formats import Look
from reports.terminal import cells, plainly

GOLDEN = Path(__file__).parent / "golden" / "narvia.view.txt"
NARVIA = """= Narvia =

Infobox country
- Capital: Port Narv
- Motto: Always by the sea
- Population: 12,000

Narvia is a country with an area of about 310 km² (120 sq mi). In 1990 its GDP was $5 million, \
and two years later it was $6 million.

A second paragraph tells how green the hills are after the rain, how the boats come in, \
and nothing that could be counted.

== History ==
Narvia became independent on 31 April 1802.
"""
HOSTILE = """= Ora =

Red \x1b[31mwas 5 km\x1b[0m long and \u202egnihton\u202c in 1990, at\u200b zero\x07.
"""


def shown(text: str, look: Look = Look()) -> list[str]:  # noqa: B008 immutable
    return list(view(Article(read_plain(Source("narvia.txt", text))), look))


def test_the_view_of_an_article_is_as_agreed() -> None:
    """An editor would see another picture of the article; look at it before taking it."""
    assert "\n".join(shown(NARVIA, Look(width=72))) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_carets_stand_below_the_claim() -> None:
    """An underline beside its claim points at the wrong words."""
    told = shown("= A =\n\n日本 and Cafe\u0301 are 12 km apart.\n")
    at = next(number for number, row in enumerate(told) if "12 km" in row)
    before = cells(told[at][: told[at].index("12 km")])
    assert told[at + 1].index("^^^^^") == before


def test_a_terminal_with_colours_underlines_the_claim_itself() -> None:
    told = "\n".join(shown(NARVIA, Look(colour=True)))
    assert "\x1b[4m$5 million\x1b[0m" in told
    assert "^^" not in told


def test_an_article_cannot_command_the_terminal() -> None:
    """Control and bidi characters of an article would move the cursor or hide words."""
    told = "\n".join(shown(HOSTILE))
    assert plainly(told.replace("\n", "")) == told.replace("\n", "")
    assert "\\x1b[31mwas 5 km" in told
    assert "\\u202egnihton" in told


def test_what_runs_from_right_to_left_is_marked_within() -> None:
    """A terminal reorders such text, so that carets below it would stand anywhere."""
    told = shown("= A =\n\nفي عام 1990 افتتحت السفارة، 12 km\n")
    assert any("⟦12 km⟧" in row for row in told)
    assert not any("^" in row for row in told)


def test_lines_that_say_nothing_are_cut_and_counted() -> None:
    """A long article would drown what was read."""
    quiet = "\n\n".join("Green are the hills of the land, " * 20 for _ in range(9))
    told = shown(f"= A =\n\n{quiet}\n\nIt was built in 1990.\n")
    assert any("(6 more lines in which nothing was read)" in row for row in told)
    assert len(told) < 12


def test_a_row_of_a_table_is_one_line_with_its_own_number() -> None:
    text = "{|\n! Country !! Since\n|-\n| Ora || 4 May 1990\n|}\n"
    told = list(view(Article(read_wikitext(Source("a.wiki", text), "A")), Look()))
    assert any(row.startswith("4 | Ora | 4 May 1990") for row in told)


@given(
    st.text(alphabet=st.sampled_from("ab 1\t\n\u0301日א\u202e\x1b\ufffc"), max_size=80),
    st.integers(4, 30),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=3),
    st.booleans(),
)
def test_no_row_is_wider_than_the_terminal(text: str, width: int, marks: list[tuple[int, int]], colour: bool) -> None:
    """Rows that the terminal breaks itself part the carets from their words."""
    rows = list(wrapped(text, [(at, at + length) for at, length in marks], width, Look(colour)))
    for row in rows:
        for line in row.lines:
            bare = line.replace("\x1b[4m", "").replace("\x1b[0m", "")
            assert cells(bare) <= max(width, len("\\u202e"))
            assert plainly(bare) == bare


@pytest.mark.parametrize("text", ["", "\n", "= A =", "{{", "{|\n|", "\ufffc", "== ==\n"])
def test_the_view_survives_next_to_nothing(text: str) -> None:
    for page in (read_plain(Source("a.txt", text)), read_wikitext(Source("a.wiki", text), "A")):
        assert list(view(Article(page), Look()))
