"""Reads MediaWiki exports and dumps (XML, bzip2, gzip) as a stream: one page in memory at a time.

Only articles come out: pages of the main namespace that are no redirects and hold wikitext, each with its newest
revision. They come out unread, so that somebody else, a worker process for instance, can read the wikitext.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from articles.readers.packed import PackedError, Readable, unpacked
from articles.readers.redirect import is_redirect

MAX_PAGE_SIZE = 4 << 20
"""The most bytes of text, as UTF-8, that a page may have unless the caller says otherwise."""

ROOT = "mediawiki"
_DEEPEST = 32
"""Elements in an export nest seven deep."""
_LONGEST_TAG = 4 << 20
"""A tag or comment has to be held whole; anything near this size is an attack."""
_LONGEST_NAME = 4096
_ARTICLES = 0


class DumpPage(NamedTuple):
    """An article of a dump, unread: its text is that of its newest revision."""

    title: str
    page_id: int | None
    revision_id: int | None
    text: str


class DumpFailure(NamedTuple):
    """What could not be read, and why; ``title`` where it is one page and the rest of the dump goes on."""

    title: str | None
    message: str


class _RefusedError(Exception):
    """What an export never holds and a parser should not expand."""


@dataclass
class _Revision:
    """A revision as far as it has been read."""

    id: int | None = None
    timestamp: str = ""
    model: str = "wikitext"
    pieces: list[str] = field(default_factory=list)
    size: int = 0


@dataclass
class _Raw:
    """A page as far as it has been read."""

    title: str = ""
    namespace: int | None = None
    id: int | None = None
    redirect: bool = False
    newest: _Revision | None = None
    revision: _Revision = field(default_factory=_Revision)


def pages(stream: Readable, *, max_page_size: int = MAX_PAGE_SIZE) -> Iterator[DumpPage | DumpFailure]:
    """The articles of a dump in the order they stand there, and what could not be read.

    Never raises for what is in the stream: damaged data and broken XML become a last :class:`DumpFailure` that names
    the place, after all that was read before it. Redirects, other namespaces and other content models are left out.
    """
    reading = _Reading(max_page_size)
    try:
        for piece in unpacked(stream):
            reading.feed(piece)
            yield from reading.taken()
        reading.end()
        yield from reading.taken()
        return
    except (PackedError, _RefusedError) as error:
        message = f"{error} ({reading.place()})"
    except OSError as error:
        message = f"cannot be read: {(error.strerror or str(error)).lower()} ({reading.place()})"
    except expat.ExpatError as error:
        message = reading.broken(error)
    yield from reading.taken()
    yield DumpFailure(None, message)


class _Reading:
    """The handlers of one pass of expat."""

    def __init__(self, max_page_size: int) -> None:
        self._limit = max_page_size
        self._done: list[DumpPage | DumpFailure] = []
        self._stack: list[str] = []
        self._names: list[str] = []
        self._namespaces: dict[str, int] = {}
        self._key = _ARTICLES
        self._raw = _Raw()
        self._fed = 0
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = parser.SkippedEntityHandler = _refuse_entity
        self._ends: dict[tuple[str, str], Callable[[str], None]] = {
            ("namespaces", "namespace"): self._end_namespace,
            ("page", "title"): self._end_title,
            ("page", "ns"): self._end_ns,
            ("page", "id"): self._end_page_id,
            ("revision", "id"): self._end_revision_id,
            ("revision", "timestamp"): self._end_timestamp,
            ("revision", "model"): self._end_model,
        }

    def feed(self, piece: bytes) -> None:
        """Take the next bytes of the XML."""
        self._fed += len(piece)
        self._parser.Parse(piece, False)
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise _RefusedError(f"a tag or comment of more than {_LONGEST_TAG >> 20} MiB")

    def end(self) -> None:
        """Say that no more bytes come."""
        self._parser.Parse(b"", True)

    def taken(self) -> Iterator[DumpPage | DumpFailure]:
        """What is finished since the last time."""
        done, self._done = self._done, []
        yield from done

    def place(self) -> str:
        """Where the reading stands."""
        return f"after line {self._parser.CurrentLineNumber:,} of the XML{self._within()}"

    def broken(self, error: expat.ExpatError) -> str:
        """What expat says, with the place and what was expected there."""
        parser = self._parser
        where = f"line {error.lineno:,}, byte {parser.ErrorByteIndex:,}"
        said = expat.ErrorString(error.code)
        wanted = f"</{self._stack[-1]}>" if self._stack else f"<{ROOT}>"
        if not self._fed:
            return "the file is empty: a MediaWiki export was expected"
        return f"{where}: the XML is broken or cut off ({said}){self._within()}: {wanted} was expected"

    def _within(self) -> str:
        return f" in page {self._raw.title!r}" if "page" in self._stack and self._raw.title else ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        stack = self._stack
        if not stack and name != ROOT:
            raise _RefusedError(f"not a MediaWiki export: its root element is <{name[:100]}>, <{ROOT}> was expected")
        if len(stack) > _DEEPEST:
            raise _RefusedError(f"elements are nested more than {_DEEPEST} deep, which no MediaWiki export does")
        parent = stack[-1] if stack else ""
        stack.append(name)
        if name == "page":
            self._raw = _Raw()
        elif name == "revision":
            self._raw.revision = _Revision()
        elif name == "redirect":
            self._raw.redirect = True
        elif (parent, name) == ("revision", "text"):
            if self._wants_text():
                self._parser.CharacterDataHandler = self._text
        elif (parent, name) in self._ends:
            self._names.clear()
            self._key = _number(attributes.get("key", "")) or _ARTICLES
            self._parser.CharacterDataHandler = self._small

    def _end(self, name: str) -> None:
        stack = self._stack
        stack.pop()
        self._parser.CharacterDataHandler = None
        parent = stack[-1] if stack else ""
        if name == "page":
            self._end_page()
        elif name == "revision" and parent == "page":
            self._end_revision()
        elif (parent, name) in self._ends:
            self._ends[parent, name]("".join(self._names)[:_LONGEST_NAME])

    def _small(self, data: str) -> None:
        if len(self._names) < _LONGEST_NAME:
            self._names.append(data[:_LONGEST_NAME])

    def _text(self, data: str) -> None:
        revision = self._raw.revision
        revision.size += len(data) if data.isascii() else len(data.encode())
        if revision.size <= self._limit:
            revision.pieces.append(data)
        else:
            revision.pieces.clear()

    def _wants_text(self) -> bool:
        """Whether the text that starts here may come out: known before a character of it is read."""
        raw = self._raw
        newer = raw.newest is None or raw.revision.timestamp >= raw.newest.timestamp
        return newer and not raw.redirect and raw.namespace in (None, _ARTICLES)

    def _end_namespace(self, said: str) -> None:
        self._namespaces[said] = self._key

    def _end_title(self, said: str) -> None:
        self._raw.title = said
        if self._raw.namespace is None and ":" in said:
            # Exports before version 0.6 say the namespace in the title only.
            self._raw.namespace = self._namespaces.get(said.partition(":")[0])

    def _end_ns(self, said: str) -> None:
        self._raw.namespace = _number(said)

    def _end_page_id(self, said: str) -> None:
        self._raw.id = _number(said)

    def _end_revision_id(self, said: str) -> None:
        self._raw.revision.id = _number(said)

    def _end_timestamp(self, said: str) -> None:
        self._raw.revision.timestamp = said

    def _end_model(self, said: str) -> None:
        self._raw.revision.model = said

    def _end_revision(self) -> None:
        raw = self._raw
        if raw.newest is None or raw.revision.timestamp >= raw.newest.timestamp:
            raw.newest = raw.revision

    def _end_page(self) -> None:
        raw, self._raw = self._raw, _Raw()
        newest = raw.newest
        if raw.redirect or raw.namespace not in (None, _ARTICLES) or (newest and newest.model != "wikitext"):
            return
        text = "".join(newest.pieces) if newest else ""
        if newest and newest.size > self._limit:
            said = f"the page has {newest.size:,} bytes of text; max-page-size is {self._limit:,}"
            self._done.append(DumpFailure(raw.title, said))
        elif not newest or not text.strip():
            self._done.append(DumpFailure(raw.title, "the page holds no text"))
        elif not is_redirect(text):
            self._done.append(DumpPage(raw.title, raw.id, newest.id, text))


def _refuse_entity(name: str, *_: object) -> None:
    raise _RefusedError(f"the entity {name[:100]!r} is refused: no MediaWiki export declares one")


def _number(said: str) -> int | None:
    said = said.strip()
    digits = said.removeprefix("-")
    return int(said) if digits.isdecimal() and len(digits) < 20 else None
