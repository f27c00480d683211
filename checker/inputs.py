"""What a file is: which reader reads it, by its name and, where the name leaves it open, by its first bytes."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import PurePath
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from articles.readers.dump import ROOT as DUMP_ROOT
from articles.readers.packed import PackedError, unpacked
from articles.regex import regex

STANDARD_INPUT = "-"
IS_FOLDER = "is a folder, though its name is that of a file to be read"
NOT_REGULAR = "is not a regular file"
_SUFFIXES = {".txt": "plain", ".wiki": "wikitext", ".wikitext": "wikitext", ".mediawiki": "wikitext", ".xml": "dump"}
_PACKED = (".bz2", ".gz")
_PART_OF_A_DUMP = regex(r"\.xml-[^/]{0,200}\Z")
"""Wikimedia numbers the parts behind the ending: ``pages-articles1.xml-p10p30302``."""


class Input(NamedTuple):
    """A file to be read: its path as reports show it, and the name of its reader, None to go by its content.

    ``standard_input`` marks the one input that has to be read in the process that holds it.
    """

    path: str
    reader: str | None
    standard_input: bool = False


class NotRegularError(OSError):
    """Something that is no file: a pipe, a device, a socket."""


def reader_by_name(name: str) -> str | None:
    """``plain``, ``wikitext`` or ``dump`` by a file's name, compressed or not; None where the name does not say."""
    path = PurePath(name.lower())
    if path.suffix in _PACKED:
        path = path.with_suffix("")
    if _PART_OF_A_DUMP.search(path.name):
        return "dump"
    return _SUFFIXES.get(path.suffix)


def stem(path: str) -> str:
    """A file's name without folder and endings: the title of a loose wikitext article."""
    pure = PurePath(path)
    if pure.suffix.lower() in _PACKED and pure.stem:
        pure = pure.with_suffix("")
    return pure.stem


def open_regular(path: str) -> BinaryIO:
    """Open a file for reading, never waiting for one that is a pipe or a device.

    Raises :class:`NotRegularError` for those, and OSError where the file cannot be opened.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotRegularError(NOT_REGULAR)
    return open(handle, "rb")


def unreadable(path: str, error: OSError | ValueError) -> str:
    """Why a path cannot be read, in an editor's words."""
    if isinstance(error, NotRegularError):
        return str(error)
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ELOOP:
        return "a circular link: it leads to itself"
    if number == errno.ENOENT:
        return (
            f"a dangling link: {os.readlink(path)!r} does not exist"
            if os.path.islink(path)
            else "no such file or folder"
        )
    return f"cannot be read: {(getattr(error, 'strerror', None) or str(error)).lower()}"


def is_foreign_xml(path: str) -> bool:
    """Whether a file is XML of somebody else, such as a build file: one that a walked folder may well hold.

    Broken XML is not foreign, nor is XML that declares entities: those are to be told.
    """
    root = _root_of_file(path)
    return root not in (None, DUMP_ROOT)


def is_dump(path: str) -> bool:
    """Whether a file of any name is a MediaWiki export, compressed or not."""
    return _root_of_file(path) == DUMP_ROOT


class _RootError(Exception):
    """Ends a parse as soon as the root element is known."""


def _root_of_file(path: str) -> str | None:
    try:
        with open_regular(path) as stream:
            return root(next(unpacked(stream), b""))
    except (OSError, PackedError):
        return None


def root(head: bytes) -> str | None:
    """The root element's name by the first bytes of some XML; None where they are none or declare entities."""
    found: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        found.append(name)
        raise _RootError

    def entity(*_: object) -> None:
        raise _RootError

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = entity
    with suppress(_RootError, expat.ExpatError):
        parser.Parse(head, False)
    return found[0] if found else None
