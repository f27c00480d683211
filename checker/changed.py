"""Which lines changed since a git revision, so that a reviewer sees only what the change at hand touches."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from checker.usage import UsageError
from reports.report import Checked, Told
from rules.finding import Evidence

_HUNK = re.compile(r"^@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@", re.MULTILINE)

EVERYTHING = range(1, 1 << 60)
"""A file that git does not know, or that is new, changed as a whole."""


class Changes:
    """What changed since a revision, asked for file by file and remembered."""

    def __init__(self, revision: str, paths: Iterable[str]) -> None:
        """Raises :class:`UsageError` where there is no git, no repository or no such revision."""
        self._revision = revision
        for folder in {_folder(path) for path in paths} or {Path.cwd()}:
            _assert_revision(folder, revision)
        self.lines = cache(self._lines)

    def keep(self, checked: Checked) -> Checked:
        """The article with those of its findings only of which some statement stands on a changed line."""
        return checked._replace(findings=tuple(told for told in checked.findings if self._touched(told)))

    def _touched(self, told: Told) -> bool:
        dump = told.finding.path.lower().endswith((".xml", ".bz2", ".gz")) or ".xml-" in told.finding.path
        for evidence in told.finding.evidence:
            lines = self.lines(evidence.path or told.finding.path)
            # Lines of a dump's page are counted in the page, so there any change in the file counts.
            if any(dump or _overlap(evidence, changed) for changed in lines):
                return True
        return False

    def _lines(self, path: str) -> tuple[range, ...]:
        """The changed lines of a file as it stands now."""
        folder, name = _folder(path), Path(path).name
        known = _git(folder, "ls-files", "--error-unmatch", "--", f":(literal){name}")
        if known.returncode:
            return (EVERYTHING,)
        said = _git(
            folder, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text",
            self._revision, "--", f":(literal){name}",
        )  # fmt: skip
        if said.returncode:
            raise UsageError(f"--changed-since: git cannot compare {path}: {_said(said)}")
        hunks = ((int(found[1]), int(found[2] or 1)) for found in _HUNK.finditer(said.stdout))
        return tuple(range(start, start + count) for start, count in hunks if count)


def _overlap(evidence: Evidence, lines: range) -> bool:
    return evidence.line < lines.stop and lines.start <= evidence.end_line


def _folder(path: str) -> Path:
    place = Path(path)
    return place if os.path.isdir(place) else place.parent


def _assert_revision(folder: Path, revision: str) -> None:
    if not os.path.isdir(folder):
        return  # a missing path is told where it is read
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        raise UsageError(f"--changed-since: {folder.absolute()} is in no git repository")
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise UsageError(f"--changed-since: git knows no revision '{revision}' in {folder.absolute()}")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise UsageError("--changed-since: there is no git command here") from None


def _said(done: subprocess.CompletedProcess[str]) -> str:
    return done.stderr.strip().partition("\n")[0] or f"status {done.returncode}"
