"""Which lines changed since a git revision, so that a reviewer sees only what the change at hand touches."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from checker.inputs import reader_by_name
from checker.usage import UsageError
from reports.report import Checked, Told
from rules.finding import Evidence

_HUNK = re.compile(r"^@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@", re.MULTILINE)

EVERYTHING = range(1, 1 << 60)
"""A file that git does not know, or that is new, changed as a whole."""


class Changes:
    """What changed since a revision, asked for file by file and remembered.

    Where the branch at hand and the revision have parted, what counts is the point where they did: what others
    changed there since then is not ours. A file that was only renamed did not change.
    """

    def __init__(self, revision: str, paths: Iterable[str]) -> None:
        """Raises :class:`UsageError` where there is no git, no repository or no such revision."""
        self._revision = revision
        self.lines = cache(self._lines)
        self._base = cache(self._base_in)
        self._renamed = cache(self._renamed_in)
        for folder in {_folder(path) for path in paths} or {Path.cwd()}:
            if os.path.isdir(folder):  # a missing path is told where it is read
                self._base(folder)

    def keep(self, checked: Checked) -> Checked:
        """The article with those of its findings only of which some statement stands on a changed line."""
        return checked._replace(findings=tuple(told for told in checked.findings if self._touched(told)))

    def _touched(self, told: Told) -> bool:
        dump = reader_by_name(told.finding.path) == "dump"
        for evidence in told.finding.evidence:
            lines = self.lines(evidence.path or told.finding.path)
            # Lines of a dump's page are counted in the page, so there any change in the file counts.
            if any(dump or _overlap(evidence, changed) for changed in lines):
                return True
        return False

    def _lines(self, path: str) -> tuple[range, ...]:
        """The changed lines of a file as it stands now."""
        folder, name = _folder(path), Path(path).name
        if (
            not os.path.isfile(path)
            or _git(folder, "ls-files", "--error-unmatch", "--", f":(literal){name}").returncode
        ):
            return (EVERYTHING,)
        prefix = _git(folder, "rev-parse", "--show-prefix").stdout.rstrip("\n")
        names = [prefix + name, *self._renamed(folder).get(prefix + name, ())]
        said = _git(
            folder, "diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--text",
            self._base(folder), "--", *(f":(top,literal){name}" for name in names),
        )  # fmt: skip
        if said.returncode:
            raise UsageError(f"--changed-since: git cannot compare {path}: {_said(said)}")
        hunks = ((int(found[1]), int(found[2] or 1)) for found in _HUNK.finditer(said.stdout))
        return tuple(range(start, start + count) for start, count in hunks if count)

    def _renamed_in(self, folder: Path) -> dict[str, tuple[str]]:
        """The old names of renamed files, by their new ones; both from the top of the repository."""
        said = _git(folder, "diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", self._base(folder))
        words = said.stdout.split("\0")
        return {new: (old,) for old, new in zip(words[1::3], words[2::3], strict=False)}

    def _base_in(self, folder: Path) -> str:
        """The commit to compare with."""
        revision = self._revision
        inside = _git(folder, "rev-parse", "--is-inside-work-tree")
        if inside.returncode:
            raise UsageError(f"--changed-since: {folder.absolute()} is in no git repository of ours: {_said(inside)}")
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found.returncode and revision == "HEAD":  # nothing is committed yet, so that all is new
            return _git(folder, "hash-object", "-t", "tree", "--stdin").stdout.strip()
        if found.returncode:
            raise UsageError(f"--changed-since: git knows no revision '{revision}' in {folder.absolute()}")
        commit = found.stdout.strip()
        return _git(folder, "merge-base", commit, "HEAD").stdout.strip() or commit


def _overlap(evidence: Evidence, lines: range) -> bool:
    return evidence.line < lines.stop and lines.start <= evidence.end_line


def _folder(path: str) -> Path:
    place = Path(path)
    return place if os.path.isdir(place) else place.parent


class _Said(NamedTuple):
    """What git answered. A line ends with LF only, and names of any bytes come back as what they were."""

    returncode: int
    stdout: str
    stderr: str


def _git(folder: Path, *arguments: str) -> _Said:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise UsageError("--changed-since: there is no git command here") from None
    return _Said(done.returncode, *(each.decode("utf-8", "surrogateescape") for each in (done.stdout, done.stderr)))


def _said(done: _Said) -> str:
    return done.stderr.strip().partition("\n")[0] or f"status {done.returncode}"
