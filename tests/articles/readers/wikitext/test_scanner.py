"""Where nodes begin and end. A node that ends elsewhere than MediaWiki's hides text or shows markup."""

from __future__ import annotations

import pytest

from articles.readers.wikitext.nodes import Kind
from articles.readers.wikitext.scanner import scan


def found(text: str, kind: Kind) -> list[str]:
    return [text[node.start : node.end] for node in scan(text).nodes if node.kind is kind]


@pytest.mark.parametrize(
    ("text", "templates"),
    [
        ("{{a}}", ["{{a}}"]),
        ("{{a|{{b}}|c={{d|e}}}}", ["{{a|{{b}}|c={{d|e}}}}", "{{b}}", "{{d|e}}"]),
        ("{{a {{b}}", ["{{b}}"]),
        ("{{{{a}}b}}", ["{{{{a}}b}}", "{{a}}"]),
        ("{{{a}}", ["{{a}}"]),
        ("{{a}}}", ["{{a}}"]),
        ("{{}} {{|a}} {{ }}", []),
        ("{{a[b}} {{a<b}} {{a\nb}}", []),
        ("{{a<!-- c -->\n|b}}", ["{{a<!-- c -->\n|b}}"]),
        ("{{#if:[x]|{{y}}}}", ["{{#if:[x]|{{y}}}}", "{{y}}"]),
        ("{{Infobox\n| a = b\n|}}", ["{{Infobox\n| a = b\n|}}"]),
        ("<nowiki>{{a}}</nowiki><!-- {{b}} --><math>{{c}}</math>", []),
        ("<ref>{{a|{{b}}}}</ref>", ["{{a|{{b}}}}", "{{b}}"]),
        ("<ref>{{a</ref>}}", []),
        ("<ref name=a />{{b}}</ref>", ["{{b}}"]),
        ("<ref>{{b}}", ["{{b}}"]),
        ("{{a|[[b}}", []),
    ],
)
def test_templates(text: str, templates: list[str]) -> None:
    assert found(text, Kind.TEMPLATE) == templates


@pytest.mark.parametrize(
    ("text", "kind", "nodes"),
    [
        ("{{{a|b}}}", Kind.ARGUMENT, ["{{{a|b}}}"]),
        ("{{{{{a}}}}}", Kind.ARGUMENT, ["{{{a}}}"]),
        ("[[a|b]]c", Kind.LINK, ["[[a|b]]"]),
        ("[[[a]]]", Kind.LINK, ["[[a]]"]),
        ("[[a\nb]] [[a<b]] [[]]", Kind.LINK, []),
        ("[[File:a.jpg|thumb|[[b]] c]]", Kind.LINK, ["[[File:a.jpg|thumb|[[b]] c]]", "[[b]]"]),
        ("[[File:a.jpg|[http://b.c d]]]", Kind.LINK, ["[[File:a.jpg|[http://b.c d]]]"]),
        ("[http://a.b c [d]", Kind.EXTERNAL, ["[http://a.b c [d]"]),
        ("[http://a.b [http://c.d]", Kind.EXTERNAL, ["[http://a.b [http://c.d]"]),
        ("[http://a.b\nc] [http://]", Kind.EXTERNAL, []),
        ("== a ==\n=== b == \n=c", Kind.HEADING, ["== a ==", "=== b =="]),
        ("\n== a == <!-- b -->\n", Kind.HEADING, ["== a =="]),
        ("<!-- a -->== b ==\nc\n===d", Kind.HEADING, ["== b =="]),
        ("== a\n==", Kind.HEADING, []),
        ("a <!-- b", Kind.COMMENT, ["<!-- b"]),
        (
            "<ref>a</ref><REF name='b'>c</Ref><ref/>",
            Kind.REFERENCE,
            ["<ref>a</ref>", "<REF name='b'>c</Ref>", "<ref/>"],
        ),
        ("<ref>a <reference>", Kind.REFERENCE, []),
        ("<br><br/><b>a</b><nobr>", Kind.TAG, ["<br>", "<br/>", "<b>", "</b>"]),
        ("&nbsp;&#160;&#xA0;&x;& b;", Kind.ENTITY, ["&nbsp;", "&#160;", "&#xA0;"]),
        ("__NOTOC__ a__b__", Kind.SWITCH, ["__NOTOC__"]),
        ("-{zh-hans:a; zh-hant:b}-", Kind.VARIANT, ["-{zh-hans:a; zh-hant:b}-"]),
        ("''a'' '''b'''", Kind.QUOTES, ["''", "''", "'''", "'''"]),
        ("http://a.b/c_d(e), f", Kind.URL, ["http://a.b/c_d(e),"]),
    ],
)
def test_other_nodes(text: str, kind: Kind, nodes: list[str]) -> None:
    assert found(text, kind) == nodes


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("{|\n| a\n|}", ["{|\n| a\n|}"]),
        ("a\n:{|\n| a\n {|\n| b\n |}\n|}\nc", ["\n:{|\n| a\n {|\n| b\n |}\n|}", "\n {|\n| b\n |}"]),
        ("{|\n| a\n== b ==\nc", ["{|\n| a\n"]),
        ("{{x|\n{|\n| a\n}}\nb", ["\n{|\n| a\n"]),
        ("{{x|\n{{{!}}\n{{!}} a\n{{!}}}\n}}", ["\n{{{!}}\n{{!}} a\n{{!}}}"]),
        ("{|\n| a\n|}}", ["{|\n| a\n|}"]),
    ],
)
def test_tables_end_at_their_close_or_at_a_heading(text: str, tables: list[str]) -> None:
    assert found(text, Kind.TABLE) == tables


def test_a_node_knows_the_widths_of_its_opening_and_closing() -> None:
    [node] = [node for node in scan("a [[b|c]]").nodes if node.kind is Kind.LINK]
    assert (node.start, node.body, node.tail, node.end) == (2, 4, 7, 9)


def test_what_stands_in_a_node_is_walked_by_index() -> None:
    tree = scan("{{a|{{b}}|[[c]]}} d")
    [outer] = [(index, node) for index, node in tree.children(tree.whole) if node.kind is Kind.TEMPLATE]
    inner = [tree.text[node.start : node.end] for _, node in tree.children(tree.inside(outer[0]))]
    assert inner == ["{{b}}", "[[c]]"]


def test_pipes_of_nested_templates_and_links_do_not_part_a_template() -> None:
    tree = scan("{{a|{{b|c}}|[[d|e]]|<ref>f|g</ref>\n|h}}")
    pieces = tree.pieces(tree.inside(1))
    assert [tree.text[p.start : p.end] for p in pieces] == ["a", "{{b|c}}", "[[d|e]]", "<ref>f|g</ref>\n", "h"]
