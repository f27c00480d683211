"""The baseline: findings that are known, so that only new ones fail a check. It can only shrink unasked (a ratchet).

A JSON file, sorted, one entry a finding. An entry is found again by its fingerprint, which hashes the rule, the
article's title and the texts of the evidence: it survives edits elsewhere, and a changed value makes a new finding.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from checker.output import replace_file
from checker.usage import UsageError
from reports.report import Checked, Report, Told

NAME = "factlint-baseline.json"
VERSION = 1


class Entry(NamedTuple):
    """A known finding: what it is found by, and what people reading the file want to know of it."""

    article: str
    rule: str
    message: str
    fingerprint: str


class Baseline:
    """The known findings of a file, and which of them a run has met."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Take the entries; two of one fingerprint stand for two findings."""
        self.entries = tuple(entries)
        self._known = Counter(entry.fingerprint for entry in self.entries)
        self._met: Counter[str] = Counter()
        self._titles: set[str] = set()

    def keep(self, checked: Checked) -> Checked:
        """An article without the findings that are known; they are counted. May be asked again for the same one."""
        met: Counter[str] = Counter()
        new: list[Told] = []
        for told in checked.findings:
            if met[told.finding.fingerprint] < self._known[told.finding.fingerprint]:
                met[told.finding.fingerprint] += 1
            else:
                new.append(told)
        self._met |= met
        if not checked.failures:
            self._titles.add(checked.summary.title)
        return checked._replace(findings=tuple(new), baselined=checked.baselined + met.total())

    def stale(self, silent: Collection[str]) -> tuple[Entry, ...]:
        """The entries of articles that were checked without a failure which no finding met.

        ``silent`` are the rules that did not run, of which nothing is known.
        """
        met = Counter(self._met)
        stale: list[Entry] = []
        for entry in self.entries:
            if met[entry.fingerprint] > 0:
                met[entry.fingerprint] -= 1
            elif entry.article in self._titles and entry.rule not in silent:
                stale.append(entry)
        return tuple(stale)

    def without(self, entries: Iterable[Entry]) -> Baseline:
        """The rest."""
        rest = Counter(self.entries)
        rest.subtract(entries)
        return Baseline(rest.elements())


def entries_of(report: Report) -> Iterator[Entry]:
    """The findings of a report as entries."""
    for told in report.findings:
        finding = told.finding
        yield Entry(finding.article, finding.rule, finding.message, finding.fingerprint)


def load(path: Path) -> Baseline:
    """Read a baseline. Raises :class:`UsageError` naming the file and what is wrong with it."""
    try:
        read = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such baseline; `factlint baseline create` makes one") from None
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: cannot be read as a baseline: {error}") from error
    if not isinstance(read, dict) or read.get("version") != VERSION or not isinstance(read.get("findings"), list):
        raise UsageError(f"{path}: is no baseline of version {VERSION}, with a list “findings”")
    return Baseline(_entry(path, number, row) for number, row in enumerate(read["findings"]))


def write(path: Path, baseline: Baseline) -> None:
    """Write a baseline in the place of the old one. Raises :class:`UsageError` where that cannot be done."""
    rows = [entry._asdict() for entry in sorted(baseline.entries)]
    text = json.dumps({"version": VERSION, "findings": rows}, indent=1, ensure_ascii=False)
    replace_file(path, [text.encode("utf-8", "backslashreplace"), b"\n"])


def _entry(path: Path, number: int, row: Any) -> Entry:
    given = row if isinstance(row, dict) else {}
    values = [value for field in Entry._fields if isinstance(value := given.get(field), str)]
    if len(values) < len(Entry._fields):
        raise UsageError(f"{path}: findings[{number}]: expected texts {', '.join(Entry._fields)}")
    return Entry(*values)
