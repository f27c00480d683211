"""``check --format html --output FOLDER/``: the pages of a report, and nothing left of the run before."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from checker.output import replace_file
from checker.usage import UsageError
from reports.html.folder import FOLDER, INDEX, pages
from reports.report import TOOL, Report

OURS = f'<meta name="generator" content="{TOOL} '.encode()
"""What every page of ours says of itself near its start."""
HEAD = 2_000


def assert_writable(folder: Path) -> None:
    """Raise :class:`UsageError` at once where the pages could not be written, or would replace somebody else's."""
    index = folder / INDEX
    if index.exists() and not _is_ours(index):
        raise UsageError(f"{index}: is not a report of factlint; give the report a folder of its own")
    try:
        folder.joinpath(FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made: {(error.strerror or str(error)).lower()}") from error
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{folder}: cannot be written: no permission to write into it")


def write(report: Report, folder: Path) -> None:
    """Write every page, and take away those of articles that have no findings any more."""
    written = set()
    for name, pieces in pages(report):
        replace_file(folder / name, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
        written.add(name)
    _sweep(folder, written)


def _sweep(folder: Path, written: Collection[str]) -> None:
    for page in folder.joinpath(FOLDER).glob("*.html"):
        if f"{FOLDER}/{page.name}" not in written and _is_ours(page):
            with suppress(OSError):
                page.unlink()


def _is_ours(page: Path) -> bool:
    try:
        with page.open("rb") as file:
            return OURS in file.read(HEAD)
    except OSError:
        return False
