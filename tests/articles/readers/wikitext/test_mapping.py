"""What every reading must keep, whatever the text: a user could not find a finding's evidence otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.page import Page
from articles.readers.wikitext import read
from articles.readers.wikitext.nodes import Kind
from articles.readers.wikitext.scanner import scan
from articles.source import Source
from articles.textmap import VERBATIM, ProseSpan

SHARED = Path(__file__).parents[4].parent / "shared" / "corpora"

MARKUP = [
    "{{", "}}", "{{{", "}}}", "[[", "]]", "[", "]", "{|", "|}", "|-", "|+", "||", "!!", "|", "!", "=", "==",
    "\n", "\n\n", "\n* ", "\n# ", "\n: ", "\n==", "==\n", "\n{|", "\n|-\n", "\n| ", "\n! ", "\n|}", "''",
    "'''", "'''''", "<ref>", "</ref>", "<ref name=a />", "<!--", "-->", "<nowiki>", "</nowiki>", "<br>",
    "<gallery>", "</gallery>", "<poem>", "</poem>", "<sup>", "</sup>", "<blockquote>", "</blockquote>",
    "&nbsp;", "&amp;", "&x;", "__TOC__", "[http://a.b ", "http://a.b", "-{", "}-", " ", "  ", "\r\n", "word",
    "Infobox x", "convert", "5", "km", "dts", "1990", "flag", "ubl", "quote", "File:a.jpg", "thumb",
    "Category:A", "fr:b", "é", "\ud83d\ude00", "\u0627", ":", ";", "rowspan=2", "colspan=\"9999999\" |",
    "{{!}}", "lang", "{{ubl|", "{{nowrap|", "{{quote|", "{{Infobox a|b=", "<span style='display:none'>",
    "</span>", "<div>", "{{short description|",
]  # fmt: skip
wikitext = st.lists(st.sampled_from(MARKUP) | st.text(max_size=4), max_size=40).map("".join)


def faults(page: Page) -> list[str]:
    """What is wrong with a page's prose and places."""
    text, prose = page.source.text, page.prose
    found = []
    for at, char in enumerate(prose.text):
        span = ProseSpan(at, at + 1)
        source = prose.to_source(span)
        if not 0 <= source.start <= source.end <= len(text):
            found.append(f"prose {at} maps outside the text")
        elif prose.verbatim(span) and page.source.slice(source) != char:
            found.append(f"prose {at} is {char!r} but its source is {page.source.slice(source)!r}")
    end = -1
    for block in page.blocks:
        if block.span.start != end + 1 or block.span.end <= block.span.start or "\n" in prose.slice(block.span):
            found.append(f"{block} does not tile the prose")
        end = block.span.end
    if max(end, 0) != len(prose.text):
        found.append("the blocks end before the prose")
    return found + [f"{span} maps backwards" for span in spans(page) if not ordered(page, span)]


def spans(page: Page) -> list[ProseSpan]:
    cells = [cell.prose for table in page.tables for row in table.rows for cell in row]
    fields = [field.prose for infobox in page.infoboxes for field in infobox.fields]
    return [*cells, *fields, *(link.prose for link in page.links), *(block.span for block in page.blocks)]


def ordered(page: Page, span: ProseSpan) -> bool:
    source = page.prose.to_source(span)
    return 0 <= source.start <= source.end <= len(page.source.text)


@given(wikitext)
@settings(max_examples=400, deadline=None)
def test_every_verbatim_character_is_the_source_character_it_maps_to(text: str) -> None:
    assert faults(read(Source("x.wiki", text), "Title")) == []


@given(wikitext)
@settings(max_examples=400, deadline=None)
def test_nodes_nest_and_know_where_they_end(text: str) -> None:
    tree = scan(text)
    open_nodes: list[tuple[int, int]] = [(len(tree.nodes), len(text))]
    for index, node in enumerate(tree.nodes):
        while index >= open_nodes[-1][0]:
            open_nodes.pop()
        if node.kind is Kind.TEXT:
            continue
        assert 0 <= node.start <= node.body <= node.tail <= node.end <= len(text)
        assert node.after <= open_nodes[-1][0]
        if node.after > index + 1:
            open_nodes.append((node.after, node.end))


@pytest.mark.parametrize("folder", ["enwiki-raw", "foreign-relations", "fixtures", "parser-cases"])
def test_real_and_nasty_texts_are_read_and_map_back(folder: str) -> None:
    if not (SHARED / folder).is_dir():
        pytest.skip(f"../shared/corpora/{folder} is not here")
    paths = sorted(path for path in (SHARED / folder).rglob("*") if path.is_file() and "README" not in path.name)
    for path in paths:
        text = path.read_bytes().decode("utf-8", "replace")
        page = read(Source(path.name, text), path.stem)
        assert tiled(page) == [], path.name


def test_every_text_of_the_parser_cases_is_read_by_itself() -> None:
    folder = SHARED / "parser-cases" / "parsoid"
    if not folder.is_dir():
        pytest.skip("../shared/corpora/parser-cases is not here")
    cases = [
        case.split("\n!!", 1)[0]
        for path in sorted(folder.glob("*.txt"))
        for case in path.read_bytes().decode("utf-8", "replace").split("!! wikitext\n")[1:]
    ]
    assert len(cases) > 1000
    for case in cases:
        page = read(Source("case", case), "Title")
        assert faults(page) == [], case


def tiled(page: Page) -> list[str]:
    """The same as :func:`faults` by pieces instead of by characters, for long articles."""
    prose, text = page.prose, page.source.text
    ends = [*prose._starts[1:], len(prose.text)]
    found = [f"{span} maps backwards" for span in spans(page) if not ordered(page, span)]
    for start, end, source, rendered in zip(prose._starts, ends, prose._sources, prose._ends, strict=True):
        if rendered == VERBATIM and text[source : source + end - start] != prose.text[start:end]:
            found.append(f"{prose.text[start:end]!r} is not what stands at {source}")
    return found
