"""Paths as people read them: from the folder where they are."""

from __future__ import annotations

import os


def relative(path: str | os.PathLike[str], start: str | os.PathLike[str] = os.curdir) -> str:
    """A path from a folder; the whole path where none leads there, as from one drive of Windows to another."""
    try:
        return os.path.relpath(path, start)
    except ValueError:
        return os.path.abspath(path)
