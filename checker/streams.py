"""The standard streams: what a command shows goes to the one, what it says about its work to the other.

Nothing that a terminal would act on is written to one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from checker.usage import UsageError

if TYPE_CHECKING:
    from reports.formats import Look

BLOCK = 1 << 16
"""Bytes that are printed at a time: Python may have been told not to buffer."""


def assure_streams() -> None:
    """Who starts us without standard streams (``>&-``, a service) sees nothing of us, and that is no error."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 lives as long as the process does


def look() -> Look:
    """How text looks best where standard output goes: its colours and its width."""
    from reports import formats

    return formats.look(os.environ, terminal=sys.stdout.isatty(), columns=columns())


def columns() -> int:
    """How wide the terminal is, as ``shutil`` works it out, which takes longer to load than a whole command line."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def show(pieces: Iterable[str | bytes]) -> None:
    """Write to standard output. Who closes it early (``| head``) has seen enough; that is no error."""
    stream = sys.stdout.buffer
    waiting = bytearray()
    try:
        for piece in pieces:
            waiting += piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece
            if len(waiting) > BLOCK:
                stream.write(waiting)
                waiting.clear()
        stream.write(waiting)
        stream.flush()
    except OSError as error:
        # The interpreter flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise UsageError(f"standard output cannot be written: {(error.strerror or str(error)).lower()}") from error


def harmless(line: str) -> str:
    """A line with nothing in it that a terminal would act on."""
    from reports.terminal import plainly

    return plainly(line.removesuffix("\n")) + "\n"


def say(line: str) -> None:
    """Write a message to standard error, nothing in it that a terminal would act on."""
    with suppress(OSError):
        for part in line.split("\n"):
            sys.stderr.buffer.write(harmless(part).encode("utf-8", "backslashreplace"))
        sys.stderr.flush()
