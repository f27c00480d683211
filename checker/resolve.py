"""``factlint resolve``: walks through the findings one by one, and does to each what a person at the terminal says.

Every answer is written at once, beside the file and then in its place, so whatever stops the walk loses nothing. A
file that somebody else changed meanwhile is left as it is.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from checker.check import Job, job_of
from checker.engine import check_page
from checker.fix import Fixed, applied, write
from checker.inputs import Input
from checker.load import RawPage, raw_pages, read
from checker.verdicts import add
from checker.verdicts import load as load_verdicts
from reports.formats import Look
from reports.report import Failure, Told
from reports.terminal import plainly
from reports.text import body, header
from reports.verdict_entry import comment
from reports.wording import change
from rules.finding import Alternative, Edit, Finding

Ask = Callable[[str], str]
"""Shows a prompt and returns the line that was typed. Raises EOFError where there is nobody to type one."""
Say = Callable[[str], None]
_NAMES = ("first", "second")


class QuitError(Exception):
    """The walk is over."""


class Walk:
    """One walk over many files."""

    def __init__(self, job: Job, ask: Ask, say: Say, look: Look) -> None:
        """Take what to check and whom to talk to."""
        self._job = job
        self._ask = ask
        self._say = say
        self._look = look
        self._tally: Counter[str] = Counter()

    def all(self) -> Counter[str]:
        """Walk to the end, or until the person has had enough. How many were changed, allowed, skipped, refused."""
        try:
            for found in self._job.inputs:
                if isinstance(found, Failure):
                    self._refuse(f"{found.path}: {found.message}")
                elif found.standard_input or found.reader == "dump":
                    self._refuse(f"{found.path}: is no file of one article, and cannot be edited here")
                else:
                    self._file(found)
        except (QuitError, EOFError):
            self._say("")
        return self._tally

    def _file(self, found: Input) -> None:
        """Ask about the findings of a file until none is left. The file is read anew after every change."""
        passed: set[str] = set()
        while True:
            raw = next(raw_pages(found, max_page_size=self._job.work.max_page_size), None)
            if not isinstance(raw, RawPage):
                return self._refuse(f"{raw.path}: {raw.message}") if raw else None
            told = self._next(raw, passed)
            if told is None or not self._decide(raw, told, passed):
                return None

    def _next(self, raw: RawPage, passed: set[str]) -> Told | None:
        work = self._job.work
        plan = replace(work.plan, cards=work.selection.cards(raw.path))
        found = self._job.keep()(check_page(read(raw), plan)).findings
        order = sorted(found, key=lambda told: (-told.finding.severity.rank, told.finding.evidence[0].start))
        return next((told for told in order if told.finding.fingerprint not in passed), None)

    def _decide(self, raw: RawPage, told: Told, passed: set[str]) -> bool:
        """Show a finding and do what is answered; whether the file can be gone on with."""
        finding = told.finding
        self._say("\n" + header(finding, self._look) + "".join(body(_bare(told), self._look)).rstrip("\n"))
        for number, alternative in enumerate(finding.alternatives, 1):
            self._say(f"  {number}  {plainly(offer(alternative, finding))}")
        self._say("  a  allow it, with a reason\n  s  skip it\n  q  stop here")
        while True:
            answer = self._ask("? ").strip().lower()
            if answer == "q":
                raise QuitError
            if answer == "s":
                passed.add(finding.fingerprint)
                self._tally["skipped"] += 1
                return True
            if answer == "a":
                passed.add(finding.fingerprint)
                return self._allow(raw, finding)
            if answer.isascii() and answer.isdigit() and 1 <= int(answer[:4]) <= len(finding.alternatives):
                edits = finding.alternatives[int(answer[:4]) - 1].edits
                return self._write(raw, applied(raw.text, edits), "changed")
            self._say("expected one of the letters or numbers above")

    def _allow(self, raw: RawPage, finding: Finding) -> bool:
        """Write a comment where the format has comments, else a verdict beside the articles."""
        reason = ""
        while not reason:
            reason = self._ask("why is it right all the same? ").strip()
        if raw.reader == "wikitext":
            at = line_end(raw.text, finding.evidence[0].end)
            edit = Edit(at, at, " " + comment(finding, reason))
            return self._write(raw, applied(raw.text, [edit]), "allowed")
        add(self._job.let.path, finding, reason)
        self._job = self._job._replace(let=load_verdicts(self._job.let.path))
        self._tally["allowed"] += 1
        self._say(f"{plainly(os.path.relpath(self._job.let.path))}: 1 verdict added")
        return True

    def _write(self, raw: RawPage, text: str, became: str) -> bool:
        written = write(Fixed(raw.path, raw.text, text, 1))
        if written.refused:
            self._refuse(written.text)
            return False
        self._tally[became] += 1
        return True

    def _refuse(self, message: str) -> None:
        self._say(plainly(message))
        self._tally["refused"] += 1


def resolve(options: Namespace, ask: Ask, say: Say, look: Look) -> int:
    """Walk through what the options name; the exit status. Raises :class:`UsageError` for what is wrong with them."""
    tally = Walk(job_of(options), ask, say, look).all()
    told = ", ".join(f"{tally[what]:,} {what}" for what in ("changed", "allowed", "skipped", "refused") if tally[what])
    say(told or "nothing to resolve")
    return 2 if tally["refused"] else 0


def _bare(told: Told) -> Told:
    """A finding without its alternatives, which stand in the menu."""
    return told._replace(finding=told.finding._replace(alternatives=()))


def offer(alternative: Alternative, finding: Finding) -> str:
    """An alternative in words, with the statement that it keeps where it changes the other of two."""
    words = change(alternative, finding)
    if len(finding.evidence) != len(_NAMES) or finding.safe:
        return words
    touched = [
        any(edit.start < piece.end and piece.start < edit.end for edit in alternative.edits)
        for piece in finding.evidence
    ]
    if sum(touched) != 1:
        return words
    kept = touched.index(False)
    return f"keep the {_NAMES[kept]}, “{finding.evidence[kept].text}”: {words}"


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, its line end left out."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end
