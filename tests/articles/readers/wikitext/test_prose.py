"""What a reader sees of an article, block by block. What is lost here no rule can check."""

from __future__ import annotations

import pytest

from articles.page import Form, Page, Place
from articles.readers.wikitext import read
from articles.source import Source
from articles.textmap import GAP, ProseSpan


def page(text: str, title: str = "Example") -> Page:
    return read(Source("x.wiki", text), title)


def prose(text: str) -> str:
    return page(text).prose.text


def source_of(text: str, words: str) -> str:
    """The source behind the first place where these words stand in the prose."""
    read_page = page(text)
    at = read_page.prose.text.index(words)
    return read_page.source.slice(read_page.prose.to_source(ProseSpan(at, at + len(words))))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\n\nc", "a b\nc"),
        ("* a\n** b\n# c\n: d\n; e\nf", "a\nb\nc\nd\ne\nf"),
        ("'''a''' ''b'' '''''c'''''", "a b c"),
        ("The ''Comet'''s crew", "The Comet's crew"),
        ("L''''amour'''", "L'amour"),
        ("a<ref>b</ref> c<ref name=d/>.", "a c."),
        ("a <ref>b</ref>, c", "a, c"),
        ("a<!-- b --> c\n<!-- d -->\ne", "a c e"),
        ("a  b \t c", "a b c"),
        ("a&nbsp;b &amp; c&ndash;d &bogus;", "a\u00a0b & c–d &bogus;"),
        ("<nowiki>[[a]]</nowiki> b", "[[a]] b"),
        ("a <nowiki>31 June 1990</nowiki> b", f"a {GAP} b"),
        ("a <code>x</code> and <code>30 km (12 mi)</code> b", f"a x and {GAP} b"),
        ("a __NOTOC__ b", "a b"),
        ("a\n----\nb", "a\nb"),
        ("5 km<sup>2</sup>, 10<sup>6</sup>, CO<sub>2</sub>", "5 km², 10⁶, CO₂"),
        ("19<sup>th</sup>, 10<sup>n</sup>", f"19th, 10{GAP}n"),
        ("a<br>b", "a; b"),
        ("a,<br/>b<br />(c)<br>", "a, b (c)"),
        ("July 1819<br>–<br>May 1820, 1819–<br>1820, Whig-<br>Tory", "July 1819 – May 1820, 1819–1820, Whig-Tory"),
        ("a <small>b</small> <span style='color:red'>c</span>", "a b c"),
        ("a <span style=\"display:none\">b <span>c</span></span> d <s>e</s> f", "a d f"),
        ("a <math>x</math> b", f"a {GAP} b"),
        ("<div>a</div>b", "a\nb"),
        ("'''A''' ({{IPA|a}}) is ({{IPA|b}}; born 1950)", "A is (born 1950)"),
        ("a\n\n{{Some box|b}}\n\nc {{some box}} d", f"a\nc {GAP} d"),
        ("{{Some box}} is a", f"{GAP} is a"),
        ("* {{some box}}", GAP),
        ("a {{unclosed|b [[c]]", "a {{unclosed|b c"),
        ("{{a}}}} b", f"{GAP}}}}} b"),
        ("a {{{1}}} b", f"a {GAP} b"),
        ("-{a}- -{zh:b}-", f"a {GAP}"),
        (" a\n b", "a\nb"),
        ("", ""),
        ("<ref>a</ref>\n{{reflist}}", ""),
    ],
)  # fmt: skip
def test_prose(text: str, shown: str) -> None:
    assert prose(text) == shown


def test_blocks_have_form_and_place() -> None:
    text = (
        "{{short description|A town}}\n{{Infobox town|population=5}}\nLead.\n* Item.\n== History ==\nBody.\n"
        "<blockquote>Said.</blockquote>\n{{quote|Told.}}\n{|\n|+ Cap\n| cell\n|}\n"
        "[[File:a.jpg|thumb|Shown]]\n[[Category:Towns]]"
    )
    read_page = page(text)
    assert [(read_page.text(b.span), b.form, b.place, b.section) for b in read_page.blocks] == [
        ("A town", Form.SHORT_DESCRIPTION, Place.LEAD, -1),
        ("5", Form.FIELD, Place.INFOBOX, -1),
        ("Lead.", Form.PARAGRAPH, Place.LEAD, -1),
        ("Item.", Form.ITEM, Place.LEAD, -1),
        ("History", Form.HEADING, Place.BODY, 0),
        ("Body.", Form.PARAGRAPH, Place.BODY, 0),
        ("Said.", Form.QUOTATION, Place.BODY, 0),
        ("Told.", Form.QUOTATION, Place.BODY, 0),
        ("Cap", Form.CAPTION, Place.CAPTION, 0),
        ("cell", Form.CELL, Place.TABLE, 0),
        ("Shown", Form.CAPTION, Place.CAPTION, 0),
        ("Towns", Form.CATEGORY, Place.CATEGORY, 0),
    ]


def test_evidence_points_into_what_is_shown_and_at_all_of_what_is_rendered() -> None:
    text = "It is {{nowrap|5 km}} or {{convert|3|mi|km}} from [[Ur|the town]], &mdash; {{lang|fr|ici}}."
    assert source_of(text, "5 km") == "5 km"
    assert source_of(text, "3 mi") == "{{convert|3|mi|km}}"
    assert source_of(text, "town") == "town"
    assert source_of(text, "—") == "&mdash;"
    assert source_of(text, "ici") == "ici"


def test_sections_nest_and_point_at_their_titles() -> None:
    text = "a\n== ''B'' c ==\nd\n=== e ===<!-- f -->\ng\n== h <ref>i</ref>==\n"
    read_page = page(text)
    assert [(s.title, s.level, s.parent) for s in read_page.sections] == [("B c", 2, -1), ("e", 3, 0), ("h", 2, -1)]
    assert [text[s.heading.start : s.heading.end] for s in read_page.sections] == ["B'' c", "e", "h"]
    assert [text[s.span.start : s.span.end] for s in read_page.sections] == [
        "== ''B'' c ==\nd\n=== e ===<!-- f -->\ng\n",
        "=== e ===<!-- f -->\ng\n",
        "== h <ref>i</ref>==\n",
    ]


def test_a_caption_in_a_sentence_stands_behind_it() -> None:
    assert prose("It was [[File:a.jpg|thumb|left|200px|A [[b]]]] built in 1950.") == "It was built in 1950.\nA b"


def test_a_picture_without_a_frame_has_no_caption() -> None:
    assert prose("a [[File:b.jpg|20px|c]] d [[Image:e.png|thumb]]") == "a d"


def test_gallery_lines_are_captions() -> None:
    assert prose("<gallery>\nFile:a.jpg|One [[b]]\nc.jpg|alt=x|Two\n</gallery>") == "One b\nTwo"


def test_a_row_of_a_table_that_nothing_opened_is_nobodys_sentence() -> None:
    assert prose("{{table start}}\n|-\n| 1990 || 5\n! style=a | b\n|}\nText.\n!Kung people") == "Text. !Kung people"


def test_the_title_is_the_page_name() -> None:
    assert page("{{PAGENAME}} is", "Ur").prose.text == "Ur is"


def test_a_redirect_is_read_like_any_text() -> None:
    read_page = page("#REDIRECT [[Ur]]\n[[Category:Redirects]]")
    assert [link.target for link in read_page.links] == ["Ur"]
    assert [entry.name for entry in read_page.categories] == ["Redirects"]


def test_templates_and_references_are_listed_wherever_they_stand() -> None:
    text = "{{ a_b |c}}<ref>{{cite web|url=x}}</ref>{{sfn|d|1990}}{{e\n|f}}"
    read_page = page(text)
    assert [t.name for t in read_page.templates] == ["a_b", "cite web", "sfn", "e"]
    spans = [read_page.source.slice(span) for span in read_page.references]
    assert spans == ["<ref>{{cite web|url=x}}</ref>", "{{sfn|d|1990}}"]
