"""The scanner held against mwparserfromhell, which thousands of bots read Wikipedia with.

Where they differ on the shared articles, the reason is one of these, and MediaWiki does as the scanner does:

======== ==============================================================================================
what     why they differ
======== ==============================================================================================
tables   it drops a table whose caption or row holds a template or reference behind a pipe, a table whose
         marks are ``|-----``, and one in which bold or italic quotes do not balance
links    it takes the inside of ``<gallery>`` for plain text; ours reads the captions. Quotes that do not
         balance hide what stands between them from it, also in a file's caption; ``[[#a|[b]]]`` ends
         behind the third bracket
template two are in a reference or a caption that unbalanced quotes hide from it
======== ==============================================================================================

On its own tokenizer cases the scanner differs by intent as well: an unclosed comment or table runs to the end of
the page; ``{|`` at a line's start opens a table whatever follows on the line; a heading needs its equals signs at
the line's end and may stand in a template's parameter; templates in a tag's attributes are not looked for; brackets of another kind than
those open do not close; a name of white space, a leading line end, or quotes across a link's border do not matter.
"""  # noqa: E501  # the reasons read better in one line each

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.readers.wikitext.nodes import Kind
from articles.readers.wikitext.scanner import scan

SHARED = Path(__file__).parents[4].parent / "shared" / "corpora"
KINDS = {
    Kind.TEMPLATE: "template",
    Kind.ARGUMENT: "argument",
    Kind.LINK: "link",
    Kind.HEADING: "heading",
    Kind.TABLE: "table",
    Kind.COMMENT: "comment",
    Kind.EXTERNAL: "external",
    Kind.REFERENCE: "reference",
}
THEIRS = {
    "Template": "template",
    "Argument": "argument",
    "Wikilink": "link",
    "Heading": "heading",
    "Comment": "comment",
}


def ours(text: str) -> Counter[tuple[str, str]]:
    nodes = [node for node in scan(text).nodes if node.kind in KINDS]
    starts = [text.index("{", node.start) if node.kind is Kind.TABLE else node.start for node in nodes]
    return Counter(
        (KINDS[node.kind], text[start : node.end].strip()) for node, start in zip(nodes, starts, strict=True)
    )


def theirs(text: str) -> Counter[tuple[str, str]]:
    mwparserfromhell = pytest.importorskip("mwparserfromhell")
    found: Counter[tuple[str, str]] = Counter()
    for node in mwparserfromhell.parse(text).ifilter():
        name = THEIRS.get(type(node).__name__, "")
        if type(node).__name__ == "ExternalLink" and node.brackets:
            name = "external"
        elif type(node).__name__ == "Tag":
            tag = str(node.tag).strip().lower()
            name = "table" if tag == "table" and node.wiki_markup else "reference" if tag == "ref" else ""
        if name:
            found[name, str(node).strip()] += 1
    return found


ALLOWED = {"template": 5, "link": 67, "heading": 0, "table": 9}
"""How many nodes of 113,000 may differ, by the reasons above."""


def test_nodes_of_the_shared_articles_agree() -> None:
    paths = [
        path for folder in ("enwiki-raw", "foreign-relations") for path in sorted((SHARED / folder).glob("*.wiki"))
    ]
    if not paths:
        pytest.skip("../shared/corpora/enwiki-raw is not here")
    differing: Counter[str] = Counter()
    agreeing = 0
    for path in paths[::3]:
        text = path.read_bytes().decode("utf-8")
        mine, other = ours(text), theirs(text)
        agreeing += sum((mine & other).values())
        differing.update(kind for kind, _ in ((mine - other) + (other - mine)).elements() if kind in ALLOWED)
    assert agreeing > 10_000
    assert all(differing[kind] <= most for kind, most in ALLOWED.items()), differing


def cases() -> Iterator[tuple[str, str]]:
    for path in sorted((SHARED / "parser-cases" / "tokenizer").glob("*.mwtest")):
        for part in path.read_text("utf-8").split("\n---\n"):
            name = re.search(r"^name:\s*(\S+)", part, re.MULTILINE)
            text = re.search(r'^input:\s*"(.*)"\s*$', part, re.MULTILINE)
            if name and text:
                yield name[1], text[1].encode("raw_unicode_escape").decode("unicode_escape")


DIFFERENT = frozenset(
    {
        # comments that are never closed hide the rest
        "incomplete_blank", "incomplete_text", "incomplete_partial_close", "newline_and_comment_in_template_name_6",
        "incomplete_comment_in_link_title", "incomplete_comment_in_link_title_2", "incomplete_comment_in_link_title_4",
        "incomplete_comment_in_link_title_6",
        # tables that are never closed run to the end; a line of "{|" opens one
        "inline_table", "no_table_close_simple", "no_table_close_newline", "no_table_close_inside_cell",
        "no_table_close_inside_cell_after_newline", "no_table_close_inside_cell_with_attributes",
        "no_table_close_inside_row", "no_table_close_inside_row_after_newline", "no_table_close_row_and_cell",
        "no_table_close_attributes", "no_table_close_unclosed_attributes", "no_table_close_row_attributes",
        "no_table_close_cell", "characters_after_inline_table", "inline_table_attributes",
        "inappropriate_marker_at_line_start", "incomplete_nested_open_only", "incomplete_nested_open_and_row",
        "tables_in_templates_2",
        # headings end with their line, and may stand in a parameter
        "text_after", "invalid_newline_end", "invalid_section_level_1", "section_level_2_after_template_parameter",
        # brackets close only what is of their own kind
        "invalid_braces", "valid_param_name_double_left_brackets", "bracketed_link_inside_template",
        "newlines_wildcard_redux_invalid", "invalid_param_name_double_braces",
        # links in labels of links, and names that MediaWiki trims or refuses
        "brackets_recursive_2", "external_link_inside_wikilink_brackets", "wikilink_to_external_link_fallback",
        "wikilink_to_external_link_fallback_2", "blank", "blank_with_text", "blank_with_multiple_texts",
        "invalid_newline_at_start", "invalid_newline_at_end",
        # quotes that do not balance make it give up what stands between them
        "nested_templates_and_style_tags", "italics_start_inside_end_outside", "bold_start_inside_end_outside",
        # attributes of tags are not looked into
        "rich_tags", "nested_troll_tag", "valid_template_end_open", "valid_template_end_open_space_end_close",
        "unparsable_attributed",
    }
)  # fmt: skip


def test_nodes_of_its_tokenizer_cases_agree() -> None:
    if not (SHARED / "parser-cases" / "tokenizer").is_dir():
        pytest.skip("../shared/corpora/parser-cases is not here")
    pytest.importorskip("mwparserfromhell")
    found = list(cases())
    assert len(found) > 500
    assert [name for name, text in found if ours(text) != theirs(text) and name not in DIFFERENT] == []
