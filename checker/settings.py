"""The settings in force: what the configuration file says, or the defaults where there is none.

The file is ``factlint.toml``, or a ``pyproject.toml`` with a ``[tool.factlint]`` table, in the nearest folder
above. Reading one needs pydantic, which is imported only then (:mod:`checker.config`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.usage import UsageError, nearest

if TYPE_CHECKING:
    from articles.kinds.kind import Kind, Kinds

VERDICTS = "factlint.verdicts.toml"
NAMES = ("factlint.toml", "pyproject.toml")
MAX_PAGE_SIZE = 4 * 1024 * 1024
FAIL_ON = ("error", "warning", "note", "never")


class Origin(NamedTuple):
    """The configuration file and, in a pyproject, the table that is ours."""

    path: Path
    text: str = ""
    table: tuple[str, ...] = ()

    def place(self, *keys: str | int) -> str:
        """Where a key stands: ``factlint.toml:3: per-path[0].paths``."""
        shown = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).lstrip(".")
        return f"{self.line(*keys)}: {shown}"

    def line(self, *keys: str | int) -> str:
        """The file and the line of a key: ``factlint.toml:3``."""
        from checker.toml_place import line_of

        return f"{self.path}:{line_of(self.text, (*self.table, *keys))}"


class PerPath(NamedTuple):
    """Other rules for some paths: ``select`` stands in place of the general one, ``ignore`` is taken off."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """Every setting. Paths and patterns hold relative to ``base``, the folder of the file."""

    base: Path
    verdicts: Path
    origin: Origin | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: str = "error"
    kinds_folder: Path | None = None
    plugins: tuple[str, ...] = ()
    per_path: tuple[PerPath, ...] = ()
    max_page_size: int = MAX_PAGE_SIZE
    baseline: Path | None = None
    thresholds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def settings(named: Path | None, paths: list[str]) -> Settings:
    """The settings for a run: from the file named, else the nearest above the first path or the current folder."""
    from_current = Path.cwd()
    if named:
        if not os.path.isfile(named):
            raise UsageError(f"{named}: there is no such configuration file")
        return _load(named)
    starts = [_folder(Path(paths[0]))] if paths and paths[0] != "-" else []
    for start in [*starts, from_current]:
        found = find(start)
        if found:
            return _load(found)
    return Settings(from_current, from_current / VERDICTS)


def kinds(inforce: Settings) -> Kinds:
    """The article kinds: those that ship, and the user's own before them."""
    from articles.kinds.kind import built_in
    from articles.kinds.load import KindError

    if inforce.kinds_folder is None:
        return built_in()
    place = f"{inforce.origin.place('kinds-folder')}: " if inforce.origin else ""
    try:
        made = built_in().with_folder(inforce.kinds_folder)
    except KindError as error:
        raise UsageError(f"{place}{error}") from error
    for kind in made.by_name.values():
        _assert_properties(kind, f"{place}{inforce.kinds_folder}")
    return made


def _assert_properties(kind: Kind, place: str) -> None:
    from articles.facts.properties import properties

    for key, stated in kind.fields.items():
        if stated.property not in properties():
            offered = nearest(stated.property, properties())
            what = f"at x-fields/{key}: there is no property '{stated.property}'{offered}"
            raise UsageError(f"{place}: the kind {kind.name}: {what}")


def find(start: Path) -> Path | None:
    """The configuration file that holds for a folder: its own or the nearest one above."""
    folder = start.absolute()
    for place in (folder, *folder.parents):
        for name in NAMES:
            if os.path.isfile(place / name) and (name != NAMES[1] or _has_our_table(place / name)):
                return place / name
    return None


def _folder(path: Path) -> Path:
    return path if os.path.isdir(path) else path.parent


def our_table(parsed: Mapping[str, Any]) -> Any:
    """What a pyproject says of factlint; None where it says nothing."""
    tool = parsed.get("tool")
    return tool.get("factlint") if isinstance(tool, dict) else None


def _has_our_table(path: Path) -> bool:
    """Whether a pyproject speaks of factlint. A broken one that names it does: reading it will tell what is wrong."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    if b"factlint" not in content:
        return False
    import tomllib

    try:
        return our_table(tomllib.loads(content.decode("utf-8-sig"))) is not None
    except ValueError:
        return True


def _load(path: Path) -> Settings:
    from checker.config import load

    return load(path)
