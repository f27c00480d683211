"""From the paths of a command line to the files to be read, lazily and in a steady order.

The engine calls three things::

    for found in discover(paths, Selection(...)):     # Input | Failure
        for raw in raw_pages(found):                  # RawPage | Failure, from checker.load; each Input lazily
            page = read(raw)                          # in a worker, if you like: a RawPage can be pickled

A file that is named is always checked. A folder is walked in the order of its names; in it only files whose name
says how to read them are taken, and only what .gitignore, ``include`` and ``exclude`` allow; folders of packages
that somebody installed are left out.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.ignored import Ignored, Patterns
from checker.inputs import (
    IS_FOLDER,
    NOT_REGULAR,
    STANDARD_INPUT,
    Input,
    is_dump,
    is_foreign_xml,
    reader_by_name,
    unreadable,
)
from reports.report import Failure

EXPECTED = "a name that ends in .txt, .wiki, .wikitext, .mediawiki, .xml, .xml.bz2 or .xml.gz"
_NEVER = {".git", ".hg", ".svn", "node_modules"}
_ENVIRONMENT = "pyvenv.cfg"
"""What every virtual environment of Python holds: its texts are licences and lists of files, of which nobody asked."""


class Selection(NamedTuple):
    """What the command line and the config say about which files are read, and how.

    ``reader`` overrides what names say. ``include`` and ``exclude`` are patterns as .gitignore has them, relative to
    ``root``, the folder of the config file; where there is an ``include``, a walked file must match it. They hold for
    walked files only. ``standard_input_name`` is what the text on standard input would be called.
    """

    reader: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    root: str = "."
    standard_input_name: str | None = None


_EVERYTHING = Selection()


def discover(paths: Sequence[str], selection: Selection = _EVERYTHING) -> Iterator[Input | Failure]:
    """The files that ``paths`` name or hold, each once; what cannot be read is a failure and the rest goes on.

    Never raises for anything in the file system and never opens what might block. ``-`` is standard input.
    """
    walk = _Walk(selection, paths)
    told: set[str] = set()
    for path in paths:
        place = STANDARD_INPUT if path == STANDARD_INPUT else os.path.abspath(path)
        if place in told:
            continue
        told.add(place)
        if path == STANDARD_INPUT:
            name = selection.standard_input_name
            reader = selection.reader or (reader_by_name(name) if name else None)
            yield Input(name or STANDARD_INPUT, reader, standard_input=True)
        elif os.path.isdir(path):
            if reader_by_name(path):
                yield Failure(path, None, None, IS_FOLDER)
            yield from walk.folder(path)
        else:
            yield from _named(path, selection)


def _named(path: str, selection: Selection) -> Iterator[Input | Failure]:
    """What becomes of a path that is no folder and was named."""
    said = _unusable(path)
    if said:
        yield Failure(path, None, None, said)
        return
    reader = selection.reader or reader_by_name(path) or ("dump" if is_dump(path) else None)
    said = f"of unknown kind: {EXPECTED} was expected, or --reader"
    yield Input(path, reader) if reader else Failure(path, None, None, said)


def _unusable(path: str) -> str | None:
    """Why a path that should be a file cannot be read, in words; None where it can, as far as a look at it tells."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        return unreadable(path, error)
    if stat.S_ISDIR(mode):
        return IS_FOLDER
    return None if stat.S_ISREG(mode) else NOT_REGULAR


class _Frame(NamedTuple):
    """A folder whose entries are being gone through."""

    real: str
    ignored: Ignored
    entries: Iterator[os.DirEntry[str]]


class _Walk:
    """One run over all paths. It remembers the folders it was in, so that links cannot lead it in a circle."""

    def __init__(self, selection: Selection, paths: Sequence[str]) -> None:
        self.selection = selection
        self.patterns = Patterns(selection.root, selection.include, selection.exclude)
        self.named = {os.path.abspath(path) for path in paths}
        self.walked: set[str] = set()
        self.start = ""

    def folder(self, path: str) -> Iterator[Input | Failure]:
        """The files of a named folder and of the folders in it, in the order of their names."""
        self.start = os.path.realpath(path)
        stack: list[_Frame] = []
        yield from self._enter(path, self.start, Ignored.above(path), stack)
        while stack:
            entry = next(stack[-1].entries, None)
            if entry is None:
                stack.pop()
            elif entry.name not in _NEVER:
                yield from self._entry(entry, stack)

    def _enter(self, path: str, real: str, ignored: Ignored, stack: list[_Frame]) -> Iterator[Failure]:
        if real in self.walked:
            return
        self.walked.add(real)
        try:
            with os.scandir(path) as entries:
                ordered = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Failure(path, None, None, unreadable(path, error))
            return
        if stack and any(entry.name == _ENVIRONMENT for entry in ordered):
            return
        stack.append(_Frame(real, ignored.within(path), iter(ordered)))

    def _entry(self, entry: os.DirEntry[str], stack: list[_Frame]) -> Iterator[Input | Failure]:
        path = entry.path.removeprefix("./")
        is_folder, circles = _look(entry)
        reader = self._reader(path)
        if not (is_folder or circles or reader) or os.path.abspath(path) in self.named:
            return
        if stack[-1].ignored.ignores(path, is_folder=is_folder) or self.patterns.exclude(path, is_folder=is_folder):
            return
        if not is_folder:
            yield from self._file(path, reader or "")
            return
        if reader_by_name(entry.name):
            yield Failure(path, None, None, IS_FOLDER)
        yield from self._subfolder(path, stack, is_link=entry.is_symlink())

    def _subfolder(self, path: str, stack: list[_Frame], *, is_link: bool) -> Iterator[Failure]:
        """Go into a folder. A link is followed out of the walked tree only: what is in it has its turn by itself."""
        # Asking the system for the real path of every folder would take cubic time in a deep tree.
        real = os.path.realpath(path) if is_link else os.path.join(stack[-1].real, os.path.basename(path))
        if is_link:
            if any(_holds(real, frame.real) for frame in stack):
                yield Failure(path, None, None, "a circular link: it leads to a folder that it is in")
                return
            if _holds(self.start, real):
                return
        yield from self._enter(path, real, stack[-1].ignored, stack)

    def _reader(self, path: str) -> str | None:
        """How a file met in a folder is read; None where it is not ours."""
        by_name = reader_by_name(path)
        if self.patterns.has_include:
            included = self.patterns.include(path)
            return (self.selection.reader or by_name) if included else None
        return (self.selection.reader or by_name) if by_name else None

    def _file(self, path: str, reader: str) -> Iterator[Input | Failure]:
        said = _unusable(path)
        if said:
            yield Failure(path, None, None, said)
        elif reader != "dump" or not is_foreign_xml(path):
            yield Input(path, reader)


def _look(entry: os.DirEntry[str]) -> tuple[bool, bool]:
    """Whether an entry is a folder, or a link to one; and whether it is a link that leads to itself."""
    try:
        return entry.is_dir(), False
    except OSError as error:
        return False, error.errno == errno.ELOOP


def _holds(folder: str, inner: str) -> bool:
    """Whether a folder is, or has somewhere in it, another one; both real paths."""
    return inner == folder or inner.startswith(folder.rstrip(os.sep) + os.sep)
