"""From bytes to pages: every code point as it stands in the file, and a clear word about what is no article."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.page import Page
from checker.inputs import Input
from checker.load import RawPage, load, raw_pages, read
from reports.report import Failure

EXPORT = """<mediawiki><page><title>A &amp; B</title><ns>0</ns><id>1</id>
<revision><id>2</id><text>'''A''' is B.</text></revision></page></mediawiki>"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def raw(content: bytes, name: str = "a.txt", reader: str | None = "plain", limit: int = 4 << 20) -> RawPage | Failure:
    Path(name).write_bytes(content)
    (result,) = raw_pages(Input(name, reader), max_page_size=limit)
    return result


def message(content: bytes, **chosen: object) -> str:
    result = raw(content, **chosen)  # type: ignore[arg-type]
    assert isinstance(result, Failure)
    assert (result.article, result.rule) == (None, None)
    return result.message


def text(content: bytes, **chosen: object) -> str:
    result = raw(content, **chosen)  # type: ignore[arg-type]
    assert isinstance(result, RawPage)
    return result.text


@pytest.mark.parametrize("said", ["\ufeff= A =\r\nB.\r\n", "A\rB\u2028C\x85", "עברית\u202e 🏳️‍🌈 e\u0301\n"])
def test_text_is_left_as_it_stands(said: str) -> None:
    assert text(said.encode()) == said


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_any_article_may_be_compressed(pack: Callable[[bytes], bytes]) -> None:
    assert text(pack(b"A is B.\n")) == "A is B.\n"
    assert "cut off" in message(pack(b"A is B.\n")[:-2])


def test_a_loose_wikitext_is_called_as_its_file() -> None:
    assert raw(b"'''A''' is B.", "St. Mary.wiki", "wikitext") == RawPage(
        "St. Mary.wiki", "wikitext", "'''A''' is B.", "St. Mary"
    )


def test_a_redirect_is_no_article() -> None:
    Path("a.wiki").write_text("#REDIRECT [[B]]")
    assert list(raw_pages(Input("a.wiki", "wikitext"))) == []


def test_a_dump_gives_its_pages_with_their_ids() -> None:
    assert raw(EXPORT.encode(), "a.xml", "dump") == RawPage("a.xml", "wikitext", "'''A''' is B.", "A & B", 1, 2)


def test_bytes_that_are_no_text_are_told_with_line_and_column() -> None:
    assert (
        message("= Ä =\n\nB ".encode() + b"\xe9t\xe9")
        == "not UTF-8: byte 0xe9 at line 3, column 3 (byte 10 of the file)"
    )
    assert message("Ä\nB\0C".encode()) == "holds a NUL character at line 2, column 2, so it is no text"
    assert message("A is B.".encode("utf-16")) == "the text is UTF-16, UTF-8 was expected"
    assert message(b"\xed\xa0\x80") == "not UTF-8: byte 0xed at line 1, column 1 (byte 0 of the file)"


def test_an_empty_file_is_told() -> None:
    assert message(b"") == "the file is empty"
    assert message(b"\xef\xbb\xbf \r\n\n") == "the file holds nothing but white space"


def test_an_article_over_the_limit_is_told_however_it_is_packed() -> None:
    said = "the article has more than 1,000 bytes, the limit that max-page-size sets"
    assert message(b"x" * 1001, limit=1000) == said
    assert message(gzip.compress(b"x" * 1001), limit=1000) == said
    assert text(b"x" * 1000, limit=1000) == "x" * 1000


def test_failures_of_a_page_in_a_dump_name_the_page() -> None:
    result = raw(EXPORT.encode(), "a.xml", "dump", limit=5)
    assert result == Failure("a.xml", "A & B", None, "the page has 13 bytes of text; max-page-size is 5")


def test_what_became_unreadable_since_it_was_found_is_told() -> None:
    os.mkfifo("pipe.txt")
    os.mkdir("folder.txt")
    assert list(raw_pages(Input("gone.txt", "plain"))) == [Failure("gone.txt", None, None, "no such file or folder")]
    assert list(raw_pages(Input("pipe.txt", "plain"))) == [Failure("pipe.txt", None, None, "is not a regular file")]
    assert list(raw_pages(Input("folder.txt", "plain"))) == [Failure("folder.txt", None, None, "is not a regular file")]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that opens and then cannot be read")
@pytest.mark.parametrize("reader", ["plain", "wikitext", "dump"])
def test_a_file_that_fails_while_it_is_read_is_told(reader: str) -> None:
    os.symlink("/proc/self/mem", "a.txt")
    (failure,) = raw_pages(Input("a.txt", reader))
    assert isinstance(failure, Failure)
    assert failure.message.startswith("cannot be read: input/output error")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told() -> None:
    Path("a.txt").write_text("A is B.")
    os.chmod("a.txt", 0)
    assert list(raw_pages(Input("a.txt", "plain"))) == [
        Failure("a.txt", None, None, "cannot be read: permission denied")
    ]


@pytest.mark.parametrize(
    ("content", "reader", "title"),
    [
        (b"= A =\n\nA is B.\n", "plain", None),
        (b"'''A''' is [[B]].\n", "wikitext", "-"),
        (EXPORT.encode(), "wikitext", "A & B"),
        (bz2.compress(EXPORT.encode()), "wikitext", "A & B"),
    ],
)
def test_standard_input_without_a_name_goes_by_its_content(
    content: bytes, reader: str, title: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    (result,) = raw_pages(Input("-", None, standard_input=True))
    assert isinstance(result, RawPage)
    assert (result.path, result.reader, result.title) == ("-", reader, title)


def test_standard_input_with_a_name_is_read_and_told_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A\0")))
    assert list(raw_pages(Input("x/a.wiki", "wikitext", standard_input=True))) == [
        Failure("x/a.wiki", None, None, "holds a NUL character at line 1, column 2, so it is no text")
    ]


def test_a_raw_page_can_be_sent_to_a_worker_and_read_there() -> None:
    sent = pickle.loads(pickle.dumps(raw(b"= A =\n\nA is B.\n")))
    page = read(sent)
    assert (page.title, page.prose.text, page.source.path) == ("A", "A is B.", "a.txt")


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_raise(content: bytes) -> None:
    for reader in ("plain", "dump", None):
        Path("any").write_bytes(content)
        for result in raw_pages(Input("any", reader)):
            if isinstance(result, RawPage):
                assert result.text.encode() == content or reader != "plain" or content[:2] in (b"BZ", b"\x1f\x8b")


def test_load_reads_and_passes_failures_on() -> None:
    Path("a.txt").write_text("A is B.")
    (page,) = load(Input("a.txt", "plain"))
    assert isinstance(page, Page)
    assert page.title == "a"
    (failure,) = load(Input("b.txt", "plain"))
    assert isinstance(failure, Failure)


def test_a_line_of_twenty_megabytes_is_read_where_the_limit_allows_it() -> None:
    said = "Freedonia is a state; " * 1_000_000
    assert text(said.encode(), limit=1 << 26) == said
    assert "more than 4,194,304 bytes" in message(said.encode())
