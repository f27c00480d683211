"""From a file to pages: bytes to text, and text to what a reader sees in it.

The two halves are apart so that the second can happen in a worker: :class:`RawPage` is small, can be pickled, and
its text is what a cache goes by.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator
from typing import NamedTuple

from articles.page import Page
from articles.readers.dump import MAX_PAGE_SIZE, ROOT, DumpFailure, pages
from articles.readers.packed import CHUNK, PackedError, Readable, packing, unpacked
from articles.readers.redirect import is_redirect
from articles.source import Source
from checker.inputs import Input, open_regular, root, stem, unreadable
from reports.report import Failure

_MARKUP = ("[[", "{{", "'''")
"""Where a text on standard input has no name, any of these tells wikitext from the plain format."""


class RawPage(NamedTuple):
    """One article, unread. ``title`` is None where the reader finds it in the text."""

    path: str
    reader: str
    text: str
    title: str | None = None
    page_id: int | None = None
    revision_id: int | None = None


class BadTextError(Exception):
    """Bytes that are no article; the message says why and where."""


def load(found: Input, *, max_page_size: int = MAX_PAGE_SIZE) -> Iterator[Page | Failure]:
    """The pages of a file, read."""
    for raw in raw_pages(found, max_page_size=max_page_size):
        yield raw if isinstance(raw, Failure) else read(raw)


def read(raw: RawPage) -> Page:
    """What a page says, by the reader that its file asks for."""
    source = Source(raw.path, raw.text)
    if raw.reader == "plain":
        from articles.readers import plain

        return plain.read(source)
    from articles.readers import wikitext

    return wikitext.read(source, raw.title or "", raw.page_id, raw.revision_id)


def raw_pages(found: Input, *, max_page_size: int = MAX_PAGE_SIZE) -> Iterator[RawPage | Failure]:
    """The articles of a file, unread: one of a text file, many of a dump. Redirects are no articles.

    ``max_page_size`` counts bytes of UTF-8. Nothing in a file makes this raise: what cannot be read is a failure
    with the place in its message, and what was read before it has come out by then.
    """
    if found.standard_input:
        yield from _from_standard_input(found, max_page_size)
        return
    try:
        stream = open_regular(found.path)
    except (OSError, ValueError) as error:
        yield Failure(found.path, None, None, unreadable(found.path, error))
        return
    with stream:
        yield from _raw_pages(found, stream, max_page_size)


def reader_of(text: str) -> str:
    """The reader for a text without a name."""
    return "wikitext" if any(mark in text for mark in _MARKUP) else "plain"


class _Rejoined:
    """A stream of which the head has been read already."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        self._head = head
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        head, self._head = self._head[:size], self._head[size:]
        return head or self._stream.read(size)


def _from_standard_input(found: Input, max_page_size: int) -> Iterator[RawPage | Failure]:
    """Without a name to go by, what is packed or looks like an export is a dump."""
    stream: Readable = sys.stdin.buffer
    if found.reader is None:
        head = stream.read(CHUNK)
        stream = _Rejoined(head, stream)
        if packing(head) or root(head) == ROOT:
            found = found._replace(reader="dump")
    yield from _raw_pages(found, stream, max_page_size)


def _raw_pages(found: Input, stream: Readable, max_page_size: int) -> Iterator[RawPage | Failure]:
    if found.reader == "dump":
        for page in pages(stream, max_page_size=max_page_size):
            if isinstance(page, DumpFailure):
                yield Failure(found.path, page.title, None, page.message)
            else:
                yield RawPage(found.path, "wikitext", page.text, page.title, page.page_id, page.revision_id)
        return
    try:
        text = _text(_limited(stream, max_page_size))
    except (BadTextError, PackedError) as error:
        yield Failure(found.path, None, None, str(error))
    except OSError as error:
        yield Failure(found.path, None, None, unreadable(found.path, error))
    else:
        reader = found.reader or reader_of(text)
        if reader == "plain":
            yield RawPage(found.path, reader, text)
        elif not is_redirect(text):
            yield RawPage(found.path, reader, text, stem(found.path))


def _limited(stream: Readable, max_page_size: int) -> bytes:
    """All bytes of a stream, unpacked, or as few as show that they are too many."""
    content = bytearray()
    for piece in unpacked(stream):
        content += piece
        if len(content) > max_page_size:
            raise BadTextError(f"the article has more than {max_page_size:,} bytes, the limit that max-page-size sets")
    return bytes(content)


def _text(content: bytes) -> str:
    """The text of an article's bytes, each code point as it stands there."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadTextError("the text is UTF-16, UTF-8 was expected")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        where = _place(content[: error.start].decode())
        said = f"not UTF-8: byte 0x{content[error.start]:02x} at {where} (byte {error.start:,} of the file)"
        raise BadTextError(said) from error
    nul = text.find("\0")
    if nul >= 0:
        raise BadTextError(f"holds a NUL character at {_place(text[:nul])}, so it is no text")
    if not text.strip("\ufeff \t\r\n"):
        raise BadTextError("the file is empty" if not text else "the file holds nothing but white space")
    return text


def _place(before: str) -> str:
    line, column = Source("", before).position(len(before))
    return f"line {line:,}, column {column:,}"
