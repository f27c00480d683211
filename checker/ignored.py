"""What git ignores in a folder, as far as .gitignore files and .git/info/exclude say."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checker.relative import relative

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class _Layer(NamedTuple):
    """The patterns of one .gitignore file and the folder they hold for."""

    folder: str
    patterns: GitIgnoreSpec


class Ignored:
    """The .gitignore files that hold in one folder, the outermost first."""

    def __init__(self, layers: tuple[_Layer, ...] = ()) -> None:
        """Take what holds already."""
        self._layers = layers

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """What the folders above ``folder`` say, up to the root of its git repository; nothing without one.

        A folder that they ignore is only walked because somebody named it: then they have nothing to say in it.
        """
        here = Path(os.path.abspath(folder))
        root = next((p for p in (here, *here.parents) if (p / ".git").exists()), None)
        if root is None:
            return cls()
        ignored = cls(_layer(str(root), str(root / ".git" / "info" / "exclude")))
        for parent in reversed(here.parents):
            if parent.is_relative_to(root):
                ignored = ignored.within(str(parent))
        return cls() if ignored.ignores(str(here), is_folder=True) else ignored

    def within(self, folder: str) -> Ignored:
        """What holds in a folder inside, its own .gitignore added."""
        added = _layer(folder, os.path.join(folder, ".gitignore"))
        return Ignored((*self._layers, *added)) if added else self

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Whether a path in a folder that is not ignored is. The innermost file that speaks of it decides."""
        for layer in reversed(self._layers):
            inside = relative(path, layer.folder).replace(os.sep, "/")
            said = layer.patterns.check_file(inside + "/" if is_folder else inside).include
            if said is not None:
                return said
        return False


class Patterns:
    """The ``include`` and ``exclude`` of a config, written as in .gitignore, relative to the config's folder."""

    def __init__(self, root: str, include: Sequence[str], exclude: Sequence[str]) -> None:
        """Take both lists of patterns and the folder they start from."""
        self.has_include = bool(include)
        self._include = _compiled(root, include)
        self._exclude = _compiled(root, exclude)

    def include(self, path: str) -> bool:
        """Whether a file is asked for."""
        return Ignored(self._include).ignores(path, is_folder=False)

    def exclude(self, path: str, *, is_folder: bool) -> bool:
        """Whether a file or folder is left out."""
        return Ignored(self._exclude).ignores(path, is_folder=is_folder)


def wrong(pattern: str) -> bool:
    """Whether a line is no pattern, such as a lone ``!``."""
    try:
        _compiled("", [pattern])
    except ValueError:
        return True
    return False


def _layer(folder: str, path: str) -> tuple[_Layer, ...]:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        return ()
    try:
        return _compiled(folder, lines)
    except ValueError:
        return _compiled(folder, [line for line in lines if not wrong(line)])  # git passes over what is no pattern


def _compiled(folder: str, lines: Sequence[str]) -> tuple[_Layer, ...]:
    """The layer of some patterns; none where there are no patterns. Raises ValueError for what is no pattern."""
    if not lines:
        return ()
    from pathspec import GitIgnoreSpec  # costs more than the rest of a walk, and most runs name files

    return (_Layer(os.path.abspath(folder), GitIgnoreSpec.from_lines(lines)),)
