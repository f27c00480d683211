"""What is said of an exception that nobody foresaw. Imports nothing that could itself be what is broken."""

from __future__ import annotations

from pathlib import Path

_HOUSE = Path(__file__).parent.parent


def crash(error: Exception) -> str:
    """An exception in one line with the place in our own code it came from; no path of this machine."""
    import traceback

    said = " ".join(str(error).split())[:200]
    where = ""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_HOUSE):
            where = f" ({path.relative_to(_HOUSE).as_posix()}:{frame.lineno})"
    return f"{type(error).__name__}: {said}{where}" if said else f"{type(error).__name__}{where}"
