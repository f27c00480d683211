"""Files written whole or not at all: beside the old one first, then in its place.

What is no file, such as ``/dev/stdout`` or a named pipe, is written into and never replaced.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from checker.usage import UsageError


def replace_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file and put it in the place of what is there, keeping the old one's permissions.

    Raises :class:`UsageError` where that cannot be done; the old file is then as it was.
    """
    import tempfile

    if _is_device(path):
        _write_into(path, pieces)
        return
    target = Path(os.path.realpath(path))
    if os.path.isdir(target):
        raise UsageError(f"{path}: cannot be written: it is a folder")
    try:
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {_reason(error, target)}") from error
    try:
        with open(handle, "wb") as file:
            file.writelines(pieces)
        os.chmod(beside, _mode(target))
        os.replace(beside, target)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {_reason(error, target)}") from error
    finally:
        Path(beside).unlink(missing_ok=True)


def assert_writable(path: Path) -> None:
    """Raise :class:`UsageError` at once where a report could not be written after a long run."""
    if _is_device(path):
        return
    folder = Path(os.path.realpath(path)).parent
    if not os.path.isdir(folder):
        raise UsageError(f"{path}: cannot be written: the folder {folder} does not exist")
    if os.path.isdir(path):
        raise UsageError(f"{path}: cannot be written: it is a folder")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{path}: cannot be written: no permission to write into {folder}")


def _is_device(path: Path) -> bool:
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _write_into(path: Path, pieces: Iterable[bytes]) -> None:
    """Write to a device or a pipe. Who closes a pipe early has seen enough."""
    try:
        with suppress(BrokenPipeError), path.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error


def _mode(target: Path) -> int:
    """The permissions of the file to be replaced; those of any new file where there is none."""
    if os.path.exists(target):
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: OSError, target: Path) -> str:
    if not os.path.isdir(target.parent):
        return f"the folder {target.parent} does not exist"
    return (error.strerror or str(error)).lower()
