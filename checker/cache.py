"""What a check came to, remembered by content: an unchanged file costs a hash and a look-up.

One file an input in the user's cache folder (or ``FACTLINT_CACHE_DIR``). What is damaged, or was written by
another version, for other settings or another content, is as good as not there. Nothing here ever raises.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import Enum
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from time import time
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from checker.engine import AS_OF, Plan
from checker.output import replace_file
from checker.own import PACKAGES
from checker.settings import Settings
from checker.usage import UsageError
from reports.report import Checked
from rules.catalogue import Card, catalogue
from rules.rule import thresholds

STALE = 30 * 24 * 3600
"""An entry that nobody used for so many seconds goes at the next sweep."""
LARGEST = 256 << 20
"""Bytes that all entries together may take; beyond, those go at the next sweep that were not used for longest."""
OFTEN = 3600
"""Seconds from one sweep to the next."""


class Cache:
    """Results by input. ``run_key`` says everything beside the content that they depend on."""

    def __init__(self, folder: Path, run_key: str) -> None:
        """Look only; the folder is made with the first entry."""
        self._folder = folder
        self._run_key = run_key

    def get(self, path: str, share: str, key: str) -> tuple[Checked, ...] | None:
        """The results of an input, if its content and everything else are as they were."""
        entry = self._entry(path, share)
        try:
            head, _, body = entry.read_text(encoding="ascii").partition("\n")
            if head != _digest(self._run_key, key, body):
                return None
            found = tuple(_made(Checked, value) for value in json.loads(body))
            os.utime(entry)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        return found

    def put(self, path: str, share: str, key: str, results: Sequence[Checked]) -> None:
        """Remember the results of an input."""
        body = json.dumps(results, ensure_ascii=True, separators=(",", ":"))
        head = _digest(self._run_key, key, body)
        entry = self._entry(path, share)
        with suppress(OSError, UsageError):
            entry.parent.mkdir(parents=True, exist_ok=True)
            replace_file(entry, [f"{head}\n{body}".encode()])

    def sweep(self) -> None:
        """Once an hour, drop what nobody used for long, and what is too much, the longest unused first."""
        mark = self._folder / "swept"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", encoding="ascii")
            if mark.exists() and time() - mark.stat().st_mtime < OFTEN:
                return
            mark.touch()
            seen = [(entry.stat(), entry) for entry in self._folder.glob("*/*.json")]
            size = 0
            for status, entry in sorted(seen, key=lambda each: each[0].st_mtime, reverse=True):
                size += status.st_size
                if size > LARGEST or time() - status.st_mtime > STALE:
                    entry.unlink(missing_ok=True)

    def _entry(self, path: str, share: str) -> Path:
        name = sha256(os.fsencode(f"{os.path.abspath(path)}\n{share}")).hexdigest()
        return self._folder / name[:2] / f"{name[2:40]}.json"


def content_key(path: str) -> str | None:
    """A hash of a file's bytes; None where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def cache_folder() -> Path | None:
    """Where this user's caches go; None where there is no such place."""
    named = os.environ.get("FACTLINT_CACHE_DIR")
    if named:
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "factlint" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "factlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "factlint"


def folder_key(folders: Iterable[Path]) -> str:
    """A hash of what lies in some folders, by name, size and time of change."""
    seen = []
    for folder in folders:
        for place, names, files in os.walk(folder):
            names[:] = sorted(name for name in names if name != "__pycache__")
            for file in sorted(files):
                with suppress(OSError):
                    status = os.stat(os.path.join(place, file))
                    seen.append((place, file, status.st_size, status.st_mtime_ns))
    return _digest(json.dumps(seen))


def run_key(plan: Plan, cards: Iterable[Card], settings: Settings) -> str:
    """Everything beside the content and the rules chosen for it that results depend on."""
    foreign = {Path(card.rule.check.__code__.co_filename).parent for card in cards if not _is_ours(card)}
    return json.dumps(
        [
            code_version(),
            plan.today if any(AS_OF in thresholds(card.rule) for card in cards) else None,
            plan.with_text,
            {slug: {name: repr(value) for name, value in table.items()} for slug, table in plan.thresholds.items()},
            settings.max_page_size,
            folder_key([settings.kinds_folder] if settings.kinds_folder else []),
            folder_key(sorted(foreign)),
        ]
    )


def _is_ours(card: Card) -> bool:
    return catalogue().get(card.slug) is card


@cache
def code_version() -> str:
    """A hash that changes with any file of factlint's own, and with the interpreter."""
    home = Path(__file__).parent.parent
    return _digest(sys.version, folder_key(home / name for name in PACKAGES))


def _digest(*parts: str) -> str:
    return sha256(json.dumps(parts).encode("ascii")).hexdigest()


def _made(kind: Any, value: Any) -> Any:
    """A JSON value as the type it was written from: named tuples, tuples, enums, optional and plain values."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return None if value is None else _made(next(arg for arg in get_args(kind) if arg is not NoneType), value)
    if origin is tuple:
        return tuple(_made(get_args(kind)[0], item) for item in value)
    if issubclass(kind, Enum):
        return kind(value)
    if issubclass(kind, tuple):
        hints = _hints(kind)
        if len(hints) != len(value):
            raise ValueError(f"{kind.__name__} has {len(hints)} parts")
        return kind(*(_made(hint, item) for hint, item in zip(hints, value, strict=True)))
    if not isinstance(value, kind):
        raise TypeError(f"{kind.__name__} expected")
    return value


@cache
def _hints(kind: type) -> tuple[Any, ...]:
    return tuple(get_type_hints(kind).values())
