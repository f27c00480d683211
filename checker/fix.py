"""Safe fixes: faults of form whose first alternative may be applied without asking.

A file is read, checked and rewritten in one go, so an edit never meets a text it was not made for; where the
file changes in between it is left as it is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from articles.page import Page
from checker.engine import Plan, check_page
from checker.inputs import Input
from checker.load import RawPage, raw_pages, read
from checker.output import replace_file
from checker.run import Work
from checker.usage import UsageError
from reports.report import Checked, Failure, Report
from rules.finding import Edit, Finding

MOST_ROUNDS = 10
"""A fix may make room for another; a text that is still not at rest after so many rounds is left there."""


class Fixed(NamedTuple):
    """A file before and after its safe fixes, and how many were applied."""

    path: str
    before: str
    after: str
    fixes: int


class Written(NamedTuple):
    """What became of a fix, in words."""

    text: str
    refused: bool


Keep = Callable[[Checked], Checked]
"""Leaves those of an article's findings that count (``--changed-since``)."""


def fixes(report: Report, work: Work, inputs: Iterable[Input | Failure], keep: Keep) -> Iterator[Fixed]:
    """The fixes of every file in which a report has safe ones; pages of dumps and standard input have no file."""
    safe = {told.finding.path for told in report.findings if told.finding.safe}
    seen: set[str] = set()
    for found in inputs:
        if isinstance(found, Failure) or found.path not in safe or found.standard_input or found.reader == "dump":
            continue
        real = os.path.realpath(found.path)
        if real in seen:
            continue  # a link and its target are one file
        seen.add(real)
        for raw in raw_pages(found, max_page_size=work.max_page_size):
            if isinstance(raw, RawPage):
                done = fixed(raw, replace(work.plan, cards=work.selection.cards(found.path)), keep)
                if done:
                    yield done


def fixed(raw: RawPage, plan: Plan, keep: Keep) -> Fixed | None:
    """An article with its safe fixes applied; None where there are none."""
    text, count = raw.text, 0
    for _ in range(MOST_ROUNDS):
        page = read(raw._replace(text=text))
        edits = _edits(page, plan, keep)
        if not edits:
            break
        text = applied(text, edits)
        count += len(edits)
    return Fixed(raw.path, raw.text, text, count) if count else None


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits that do not overlap, wherever they stand in the order."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def write(done: Fixed) -> Written:
    """Put the fixed text in the file's place, unless the file is no longer what was fixed."""
    path = Path(done.path)
    try:
        if path.read_bytes() != done.before.encode():
            return Written(f"{done.path}: is packed, or was changed meanwhile, and is left as it is", refused=True)
        replace_file(path, [done.after.encode()])
    except (OSError, UsageError) as error:
        return Written(str(error), refused=True)
    return Written(f"{done.path}: {done.fixes} fixed", refused=False)


def diff(done: Fixed) -> Iterator[str]:
    """What a fix would change, as a unified diff."""
    before, after = map(_lines, (done.before, done.after))
    for line in unified_diff(before, after, f"a/{done.path}", f"b/{done.path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends. Only LF ends a line, for git and patch too."""
    *whole, rest = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([rest] if rest else [])]


def _edits(page: Page, plan: Plan, keep: Keep) -> list[Edit]:
    """The edits of the safe fixes that can be applied together; a fix that meets an earlier one waits a round."""
    taken: list[Edit] = []
    for told in keep(check_page(page, plan)).findings:
        edits = _safe(told.finding)
        if edits and not any(_meet(edit, other) for edit in edits for other in taken):
            taken += edits
    return taken


def _safe(finding: Finding) -> Sequence[Edit]:
    return finding.alternatives[0].edits if finding.safe and finding.alternatives else ()


def _meet(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end
