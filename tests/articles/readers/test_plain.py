"""The plain reader: what an article in the plain format says, and where."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.page import Block, Form, Page, Place
from articles.readers import plain
from articles.source import Source
from articles.textmap import ProseSpan, TextMapBuilder

SHARED = Path("../shared")

ARTICLE = """= Freedonia–Sylvania relations =

Infobox
- Map: Freedonia Sylvania.svg
- Filetype: svg

Freedonia and Sylvania established relations in 1922. Both are small.

==History==
They went to war in 1933.

=== Peace ===
- a treaty in 1934
* a pact in 1935

== See also ==
- Foreign relations of Freedonia
- Foreign relations of Sylvania
"""


def page_of(text: str, path: str = "folder/an article.txt") -> Page:
    return plain.read(Source(path, text))


def told(page: Page) -> list[tuple[Form, str]]:
    return [(block.form, page.text(block.span)) for block in page.blocks]


def written(page: Page, block: Block) -> str:
    return page.source.slice(page.prose.to_source(block.span))


def test_every_part_of_the_format_is_read() -> None:
    page = page_of(ARTICLE)
    assert page.title == "Freedonia–Sylvania relations"
    assert page.title_span is not None
    assert page.source.slice(page.title_span) == page.title
    assert told(page) == [
        (Form.FIELD, "Freedonia Sylvania.svg"),
        (Form.FIELD, "svg"),
        (Form.PARAGRAPH, "Freedonia and Sylvania established relations in 1922. Both are small."),
        (Form.HEADING, "History"),
        (Form.PARAGRAPH, "They went to war in 1933."),
        (Form.HEADING, "Peace"),
        (Form.ITEM, "a treaty in 1934"),
        (Form.ITEM, "a pact in 1935"),
        (Form.HEADING, "See also"),
        (Form.ITEM, "Foreign relations of Freedonia"),
        (Form.ITEM, "Foreign relations of Sylvania"),
    ]
    assert [block.place for block in page.blocks[:4]] == [Place.INFOBOX, Place.INFOBOX, Place.LEAD, Place.BODY]
    assert [block.section for block in page.blocks] == [-1, -1, -1, 0, 0, 1, 1, 1, 2, 2, 2]


def test_infobox_fields_have_spans_of_key_and_value() -> None:
    page = page_of(ARTICLE)
    (box,) = page.infoboxes
    assert box.name == "Infobox"
    assert page.source.slice(box.name_span) == "Infobox"
    assert page.source.slice(box.span).endswith("- Filetype: svg")
    assert [(field.key, page.source.slice(field.value)) for field in box.fields] == [
        ("Map", "Freedonia Sylvania.svg"),
        ("Filetype", "svg"),
    ]
    assert all(page.source.slice(field.key_span) == field.key for field in box.fields)
    assert [page.text(field.prose) for field in box.fields] == ["Freedonia Sylvania.svg", "svg"]


def test_sections_form_a_tree() -> None:
    page = page_of(ARTICLE)
    assert [(s.title, s.level, s.parent) for s in page.sections] == [
        ("History", 2, -1),
        ("Peace", 3, 0),
        ("See also", 2, -1),
    ]
    assert [page.source.slice(s.heading) for s in page.sections] == ["History", "Peace", "See also"]
    history, peace, see_also = (page.source.slice(s.span) for s in page.sections)
    assert history.startswith("==History==")
    assert history.endswith(peace)
    assert peace.endswith("pact in 1935\n\n")
    assert see_also.endswith("Foreign relations of Sylvania\n")


def test_see_also_entries_are_read_in_any_case_and_below_subheadings() -> None:
    page = page_of("== SEE ALSO ==\nSome articles:\n- One\n=== Wars ===\n* Two\n== Notes ==\n- Three\n")
    assert [entry.name for entry in page.see_also] == ["One", "Two"]
    assert [page.source.slice(entry.span) for entry in page.see_also] == ["One", "Two"]
    assert [entry.name for entry in page_of("==See also==\nOne\nTwo\n").see_also] == ["One", "Two"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("= A =\n", "A"),
        ("=A=\n", "A"),
        ("\n\n= A =", "A"),
        ("\ufeff= A =\r\n", "A"),
        ("= A* =\n", "A*"),
        ("= A = B =\n", "A = B"),
        ("== A ==\n", "an article"),
        ("A sentence.\n= A =\n", "an article"),
        ("", "an article"),
        ("= A\n", "an article"),
    ],
)
def test_the_title_is_the_first_line_or_the_files_stem(text: str, title: str) -> None:
    assert page_of(text).title == title


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("==A==", ("A", 2)),
        ("== A ==", ("A", 2)),
        ("  ==\tA ==\t", ("A", 2)),
        ("=== A ==", ("= A", 2)),
        ("======= A =======", ("= A =", 6)),
        ("== a = b ==", ("a = b", 2)),
    ],
)
def test_headings_with_and_without_inner_spaces(line: str, heading: tuple[str, int]) -> None:
    page = page_of(f"Lead.\n\n{line}\nBody.\n")
    assert [(section.title, section.level) for section in page.sections] == [heading]
    assert page.source.slice(page.sections[0].heading) == heading[0]


@pytest.mark.parametrize("line", ["======", "==", "="])
def test_a_line_of_nothing_but_equals_signs_is_no_heading(line: str) -> None:
    page = page_of(f"Lead.\n{line}\nMore.\n")
    assert page.sections == ()
    assert told(page) == [(Form.PARAGRAPH, "Lead."), (Form.PARAGRAPH, "More.")]


def test_an_infobox_may_have_a_name_blank_lines_empty_and_long_values() -> None:
    page = page_of(
        "Infobox country\n\n\n- Capital: Fredville\n- Motto:\n- Website: https://freedonia.example/\n\n"
        "- Languages:\n  - Freedonian\n  - Sylvanian\n- Area: 120 km2\n  (46 sq mi)\n- Bare\n\n- an item of the lead\n"
    )
    (box,) = page.infoboxes
    assert box.name == "Infobox country"
    assert [(field.key, page.text(field.prose)) for field in box.fields] == [
        ("Capital", "Fredville"),
        ("Motto", ""),
        ("Website", "https://freedonia.example/"),
        ("Languages", "Freedonian, Sylvanian"),
        ("Area", "120 km2 (46 sq mi)"),
        ("Bare", ""),
    ]
    assert page.source.slice(box.fields[1].value) == ""
    assert page.source.slice(box.fields[4].value) == "120 km2\n  (46 sq mi)"
    assert told(page)[-1] == (Form.ITEM, "an item of the lead")


def test_infobox_alone_is_an_empty_infobox_and_a_sentence_about_one_is_not() -> None:
    assert [box.fields for box in page_of("Infobox\n\nA lead.\n").infoboxes] == [()]
    page = page_of("Infobox templates stand on many pages.\n\n- an item\n")
    assert page.infoboxes == ()
    assert told(page)[0] == (Form.PARAGRAPH, "Infobox templates stand on many pages.")


def test_a_line_separator_of_unicode_does_not_end_a_line() -> None:
    page = page_of("One\u2028two\x85three\x0bfour\rfive.\n")
    assert told(page) == [(Form.PARAGRAPH, "One\u2028two\x85three\x0bfour\rfive.")]


def test_offsets_count_the_byte_order_mark_and_carriage_returns() -> None:
    page = page_of("\ufeff= A =\r\n\r\nعمان عاصمة.\r\n")
    (block,) = page.blocks
    assert page.text(block.span) == "عمان عاصمة."
    assert page.prose.to_source(block.span) == (10, 21)


PARAGRAPH = (
    "The embassy of Freedonia in Fredville was opened in the spring of 1922 by the minister, who had come from the "
    "capital by boat with twelve clerks, 40 trunks and a goat. It was closed in 1933, when the war began, and it has "
    "not been opened since, though both sides have said in public that they would like to see it done."
)


@pytest.mark.parametrize("width", [60, 72, 79, 100, 120])
def test_a_wrapped_paragraph_reads_as_one_line(width: int) -> None:
    wrapped = textwrap.fill(PARAGRAPH, width)
    assert told(page_of(f"== History ==\n{wrapped}\n\nNext.\n"))[1:] == [
        (Form.PARAGRAPH, PARAGRAPH),
        (Form.PARAGRAPH, "Next."),
    ]


def test_a_wrapped_item_reads_as_one_line() -> None:
    hanging = textwrap.fill(PARAGRAPH, 70, initial_indent="- ", subsequent_indent="  ")
    flush = textwrap.fill(PARAGRAPH, 70, initial_indent="* ")
    assert told(page_of(f"{hanging}\n{flush}\n")) == [(Form.ITEM, PARAGRAPH), (Form.ITEM, PARAGRAPH)]


def test_wrapped_paragraphs_that_touch_stay_apart() -> None:
    wrapped = textwrap.fill(PARAGRAPH, 72)
    assert told(page_of(f"Main article: History\n{wrapped}\n{wrapped}\n")) == [
        (Form.PARAGRAPH, "Main article: History"),
        (Form.PARAGRAPH, PARAGRAPH),
        (Form.PARAGRAPH, PARAGRAPH),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Area", "120 km2", "Population", "4,000"],
        ["GDP (PPP)", "$152 billion (2017 est)", "$52.291 billion (nominal) (2017 est)"],
        ["National Aviation Authority of Freedonia", "autorité nationale de l'aviation civile", "www.aviation.example"],
        [PARAGRAPH, "a short caption of a picture in the article"],
        ["Freedonia won the great war that began in 1933.", "Sylvania lost it and paid 12 million crowns."],
        ["Treaty of friendship between the two states (1934)", "Treaty of commerce between both states (1935)"],
    ],
)
def test_loose_lines_are_not_glued(lines: list[str]) -> None:
    assert [text for _, text in told(page_of("\n".join(lines) + "\n"))] == lines


def _plain(text: str) -> str:
    """A text with single blanks and without byte order marks, one of which at the head of a line is passed over."""
    return " ".join(text.replace("\ufeff", "").split())


def assert_well_laid(page: Page) -> None:
    """Blocks tile the prose with one newline between them, and every piece goes back to where it came from."""
    assert "\n".join(page.text(block.span) for block in page.blocks) == page.prose.text
    assert all("\n" not in page.text(block.span) for block in page.blocks)
    after = 0
    for block in page.blocks:
        span = page.prose.to_source(block.span)
        assert after <= span.start < span.end <= len(page.source.text)
        after = span.end
        assert _plain(written(page, block)) == _plain(page.text(block.span)) or block.form is Form.FIELD
    for offset, character in enumerate(page.prose.text):
        one = ProseSpan(offset, offset + 1)
        if page.prose.verbatim(one):
            assert page.source.slice(page.prose.to_source(one)) == character


def assert_sections_nest(page: Page) -> None:
    for index, section in enumerate(page.sections):
        assert section.span.start <= section.heading.start <= section.heading.end <= section.span.end
        if section.parent >= 0:
            parent = page.sections[section.parent]
            assert section.parent < index
            assert parent.level < section.level
            assert parent.span.start < section.span.start
            assert section.span.end <= parent.span.end
    for box in page.infoboxes:
        for field in box.fields:
            assert box.span.start <= field.key_span.start <= field.key_span.end <= box.span.end
            assert box.span.start <= field.value.start <= field.value.end <= box.span.end


lines = st.lists(
    st.sampled_from(
        [
            "= A =",
            "== B ==",
            "=== C ==",
            "Infobox",
            "Infobox x",
            "- Key: value",
            "- k:",
            "  - nested",
            "* item",
            "",
            " ",
        ]
    )
    | st.text(alphabet=" \tab:=-*\ufeff\u2028\u200fع.,'", max_size=12)
    | st.text(max_size=60)
)
texts = lines.map("\n".join) | st.text()


@given(texts)
def test_reading_never_raises_and_maps_back(text: str) -> None:
    page = page_of(text)
    assert_well_laid(page)
    assert_sections_nest(page)


def test_signs_around_nothing_are_no_heading() -> None:
    page = page_of("= A =\n= =\nText.")
    assert not page.sections
    assert_well_laid(page)


@given(texts.filter(lambda text: "\r" not in text))
def test_carriage_returns_change_nothing_that_is_read(text: str) -> None:
    unix, windows = page_of(text), page_of(text.replace("\n", "\r\n"))
    assert windows.prose.text == unix.prose.text
    assert (windows.title, windows.blocks) == (unix.title, unix.blocks)
    assert [section.title for section in windows.sections] == [section.title for section in unix.sections]


@given(st.integers(56, 125), st.lists(st.sampled_from(PARAGRAPH.split(". ")), min_size=1, max_size=5))
def test_wrapping_never_changes_what_a_long_paragraph_says(width: int, sentences: list[str]) -> None:
    paragraph = ". ".join(sentences).rstrip(".") + "."
    wrapped = textwrap.fill(paragraph, width)
    page = page_of(wrapped)
    assert " ".join(page.prose.text.split()) == paragraph
    assert len(page.blocks) == 1 or wrapped.count("\n") < 3


@pytest.mark.parametrize("folder", ["seeds", "corpora/us-relations", "corpora/rendered"])
def test_real_articles_are_read_whole(folder: str) -> None:
    if not (SHARED / folder).is_dir():
        pytest.skip(f"../shared/{folder} is not here")
    for path in sorted((SHARED / folder).glob("*.txt")):
        text = path.read_bytes().decode()
        page = plain.read(Source(str(path), text))
        assert_sections_nest(page)
        assert "\n".join(page.text(block.span) for block in page.blocks) == page.prose.text
        if folder != "corpora/rendered":
            assert page.title_span is not None
            body = [line.strip("= \t-*") for line in text.split("\n")[1:] if ":" not in line and line != "Infobox"]
            assert all(as_told(line) in page.prose.text for line in body)


def as_told(line: str) -> str:
    """A line without its connectives."""
    builder = TextMapBuilder(line)
    builder.copy(0, len(line))
    return builder.build().text


def test_hostile_texts_are_read_in_one_pass() -> None:
    for text in [
        "x " * 5_000_000,
        "=" * 1_000_000,
        "- a: b\n" * 50_000,
        "Infobox\n" * 50_000,
        "\n" * 1_000_000,
        "* " * 500_000,
    ]:
        page = page_of("Infobox\n" + text)
        assert "\n".join(page.text(block.span) for block in page.blocks) == page.prose.text
