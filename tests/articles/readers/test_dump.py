"""The dump reader: the articles of an export, one at a time, and what is wrong with it, with the place."""

from __future__ import annotations

import bz2
import gzip
import io
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers.dump import DumpFailure, DumpPage, pages

SHARED = Path("../shared/corpora/dump")

HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">
  <siteinfo>
    <sitename>Freedopedia</sitename>
    <namespaces>
      <namespace key="0" case="first-letter" />
      <namespace key="1" case="first-letter">Talk</namespace>
      <namespace key="10" case="first-letter">Template</namespace>
    </namespaces>
  </siteinfo>
"""
TAIL = "</mediawiki>\n"


def revision(text: str, number: int = 7, time: str = "2024-01-01T00:00:00Z", model: str = "wikitext") -> str:
    return (
        f"<revision><id>{number}</id><parentid>3</parentid><timestamp>{time}</timestamp>"
        "<contributor><username>Rufus</username><id>99</id></contributor>"
        f"<model>{model}</model><format>text/x-wiki</format>"
        f'<text bytes="{len(text)}" xml:space="preserve">{escape(text)}</text><sha1>abc</sha1></revision>'
    )


def page(title: str, *revisions: str, ns: int | None = 0, number: int = 5, extra: str = "") -> str:
    namespace = "" if ns is None else f"<ns>{ns}</ns>"
    return f"<page><title>{escape(title)}</title>{namespace}<id>{number}</id>{extra}{''.join(revisions)}</page>\n"


def export(*parts: str) -> bytes:
    return (HEAD + "".join(parts) + TAIL).encode()


def read(content: bytes, limit: int = 4 << 20) -> list[DumpPage | DumpFailure]:
    return list(pages(io.BytesIO(content), max_page_size=limit))


def titles(content: bytes) -> list[str | None]:
    return [found.title for found in read(content)]


def failure(content: bytes, limit: int = 4 << 20) -> DumpFailure:
    (*_, last) = read(content, limit)
    assert isinstance(last, DumpFailure)
    return last


ARTICLE = page("Freedonia", revision("'''Freedonia''' is a state."))


def test_an_article_comes_with_its_ids_and_its_unescaped_text() -> None:
    text = "Fish & chips <ref>A \"B\"</ref> in ''Äthiopien'' 🐟\n\n{{x}}\n"
    assert read(export(page('Ren & "Stimpy"', revision(text, 12), number=34))) == [
        DumpPage('Ren & "Stimpy"', 34, 12, text)
    ]


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress, bytes])
def test_compression_is_known_by_content(pack: Callable[[bytes], bytes]) -> None:
    assert titles(pack(export(ARTICLE))) == ["Freedonia"]


def test_a_dump_of_many_streams_is_read_to_the_end() -> None:
    parts = [HEAD, page("A", revision("a")), page("B", revision("b")), TAIL]
    assert titles(b"".join(bz2.compress(part.encode()) for part in parts)) == ["A", "B"]


def test_redirects_other_namespaces_and_other_models_are_left_out() -> None:
    redirect = page("R", revision("#REDIRECT [[Freedonia]]"), extra='<redirect title="Freedonia" />')
    old_redirect = page("O", revision("#WEITERLEITUNG [[Freedonia]]"))
    talk = page("Talk:Freedonia", revision("No."), ns=1)
    style = page("Freedonia.css", revision("body {}", model="css"))
    assert titles(export(redirect, old_redirect, talk, style, ARTICLE)) == ["Freedonia"]


def test_an_old_export_says_the_namespace_in_the_title_only() -> None:
    talk, colon = page("Talk:Freedonia", revision("No."), ns=None), page("Duck: a soup", revision("It is."), ns=None)
    assert titles(export(talk, colon)) == ["Duck: a soup"]


def test_of_several_revisions_the_newest_is_read_in_whatever_order_they_stand() -> None:
    old, new = revision("old", 1, "2001-01-01T00:00:00Z"), revision("new", 2, "2002-01-01T00:00:00Z")
    for order in ((old, new), (new, old), (old, new, old)):
        assert read(export(page("A", *order))) == [DumpPage("A", 5, 2, "new")]


def test_ids_that_are_no_numbers_are_not_known_and_nothing_breaks() -> None:
    broken = ARTICLE.replace("<id>5</id>", f"<id>{'9' * 5000}</id>").replace("<id>7</id>", "<id>x</id>")
    assert read(export(broken)) == [DumpPage("Freedonia", None, None, "'''Freedonia''' is a state.")]


def test_a_page_that_is_too_large_or_empty_is_told_and_the_next_one_is_read() -> None:
    large, empty = page("Large", revision("ä" * 600)), page("Empty", revision(""))
    found = read(export(large, empty, page("Bare"), ARTICLE), limit=1000)
    assert [one.title for one in found] == ["Large", "Empty", "Bare", "Freedonia"]
    assert found[0] == DumpFailure("Large", "the page has 1,200 bytes of text; max-page-size is 1,000")
    assert found[1] == DumpFailure("Empty", "the page holds no text")
    assert isinstance(found[3], DumpPage)


def test_broken_xml_is_told_with_line_and_byte_after_what_was_read_before() -> None:
    content = export(ARTICLE, page("Sylvania", revision("A state.")).replace("</title>", "</tilte>"))
    found = read(content)
    assert [one.title for one in found] == ["Freedonia", None]
    line = content[: content.index(b"</tilte>")].count(b"\n") + 1
    assert found[1] == DumpFailure(
        None,
        f"line {line:,}, byte {content.index(b'</tilte>') + 2:,}: the XML is broken or cut off (mismatched tag): "
        "</title> was expected",
    )


def test_a_file_that_stops_halfway_is_told_with_the_page_it_stops_in() -> None:
    content = export(ARTICLE, page("Sylvania", revision("A state.")))
    message = failure(content[: content.index(b"A state.") + 3]).message
    assert "in page 'Sylvania': </text> was expected" in message


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress])
def test_a_truncated_compressed_dump_gives_what_was_there(pack: Callable[[bytes], bytes]) -> None:
    packed = pack(export(ARTICLE).removesuffix(TAIL.encode())) + pack(page("B", revision("b" * 500)).encode())
    found = read(packed[:-20])
    assert [one.title for one in found][:1] == ["Freedonia"]
    assert isinstance(found[-1], DumpFailure)
    assert "cut off" in found[-1].message


def test_other_files_are_told_from_exports() -> None:
    assert failure(b"").message == "the file is empty: a MediaWiki export was expected"
    assert "its root element is <project>, <mediawiki> was expected" in failure(b"<project></project>").message
    assert "line 1, byte 0: the XML is broken" in failure(b"= Freedonia =\n").message
    assert "<mediawiki> was expected" in failure(b"= Freedonia =\n").message
    assert "not well-formed" in failure(export(page("A", revision("a\0b")))).message
    assert "not well-formed" in failure(export(ARTICLE).replace(b"state", b"st\xe9te")).message


ENTITIES = [
    '<!DOCTYPE mediawiki [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    '<!DOCTYPE mediawiki [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE mediawiki [<!ENTITY % a SYSTEM "http://freedonia.example/x.dtd"> %a;]>',
]


@pytest.mark.parametrize("declaration", ENTITIES)
def test_entities_are_refused_before_anything_is_expanded(declaration: str) -> None:
    body = page("A", revision("x")).replace(">x<", ">&a;<")
    content = (declaration + HEAD + body + TAIL).encode()
    assert len(read(content)) == 1
    assert "the entity 'a' is refused" in failure(content).message


def test_an_entity_of_a_document_type_elsewhere_is_refused_too() -> None:
    body = page("A", revision("x")).replace(">x<", ">&a;<")
    content = ('<!DOCTYPE mediawiki SYSTEM "x.dtd">' + HEAD + body + TAIL).encode()
    assert len(read(content)) == 1
    assert "the entity 'a' is refused" in failure(content).message


def test_a_billion_laughs_end_at_once() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    content = f'<!DOCTYPE m [<!ENTITY l0 "ha">{levels}]><mediawiki>&l29;</mediawiki>'.encode()
    assert "is refused" in failure(content).message


def test_elements_nested_without_end_are_refused() -> None:
    assert "nested more than" in failure(b"<mediawiki>" + b"<a>" * 100_000).message


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda s: export(page("A", revision("x"))) + s.encode()))
def test_reading_never_raises(content: bytes) -> None:
    read(content)


@given(st.integers(0, 700), st.binary(max_size=6))
def test_damage_anywhere_never_raises_and_never_invents_an_article(at: int, damage: bytes) -> None:
    content = export(ARTICLE, page("Sylvania", revision("A state.")))
    found = read(content[:at] + damage + content[at + len(damage) :])
    assert len([one for one in found if isinstance(one, DumpPage)]) <= 2


class Generated:
    """A dump that is made while it is read, so that none of it has to be in memory."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts = parts
        self.rest = b""

    def read(self, size: int, /) -> bytes:
        while not self.rest:
            self.rest = next(self.parts, b"")
            if not self.rest:
                return b""
        head, self.rest = self.rest[:size], self.rest[size:]
        return head


def peak(parts: Iterator[bytes]) -> tuple[int, int]:
    """The most memory in bytes that reading took, and how many articles and failures there were."""
    tracemalloc.start()
    try:
        count = sum(1 for _ in pages(Generated(parts)))
        return tracemalloc.get_traced_memory()[1], count
    finally:
        tracemalloc.stop()


def large_dump(count: int) -> Iterator[bytes]:
    yield HEAD.encode()
    for number in range(count):
        yield page(f"Article {number}", revision("Freedonia is a state. " * 400), number=number).encode()
    yield TAIL.encode()


def test_memory_does_not_grow_with_the_dump() -> None:
    small, large = peak(large_dump(50)), peak(large_dump(2000))
    assert (small[1], large[1]) == (50, 2000)
    assert large[0] < small[0] * 1.5


def huge_page(start: str, end: str, mebibytes: int) -> Iterator[bytes]:
    before, after = page("Huge", revision("@")).split("@")
    yield (HEAD + before + start).encode()
    for _ in range(mebibytes):
        yield b"word " * 209_715
    yield (end + after + ARTICLE + TAIL).encode()


def test_an_oversize_page_takes_no_more_memory_than_a_large_one() -> None:
    memory, count = peak(huge_page("", "", 64))
    assert count == 2
    assert memory < 24 << 20


def test_a_comment_without_end_is_refused_before_it_fills_the_memory() -> None:
    memory, count = peak(huge_page("<!--", "-->", 40))
    assert count == 1
    assert memory < 24 << 20


def test_the_shared_dumps_are_read_as_they_were_counted() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared/corpora/dump is not here")
    counts = {}
    for path in sorted(SHARED.iterdir()):
        with path.open("rb") as stream:
            found = list(pages(stream))
        assert all(isinstance(one, DumpPage) and one.page_id and one.revision_id and one.text for one in found)
        counts[path.name.partition(".")[0]] = len(found)
    assert counts == {"en-wiki": 20, "enwiki-latest-pages-articles1": 22}
