"""``factlint resolve``: walks through the findings one by one, and does to each what a person at the terminal says.

Every answer is written at once, beside the file and then in its place, so whatever stops the walk loses nothing. A
file that somebody else changed meanwhile is left as it is.
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from checker.check import Job, job_of
from checker.engine import check_page
from checker.fix import Fixed, applied, write
from checker.inputs import Input
from checker.load import RawPage, raw_pages, read
from checker.relative import relative
from checker.verdicts import add
from checker.verdicts import load as load_verdicts
from reports.formats import Look
from reports.report import Failure, Told
from reports.terminal import plainly
from reports.text import body, header
from reports.verdict_entry import comment
from reports.wording import change, failure_line
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
        self._keep = job.keep()
        self._ask = ask
        self._say = say
        self._look = look
        self._tally: Counter[str] = Counter()

    def all(self) -> Counter[str]:
        """Walk to the end, or until the person has had enough. How many were changed, allowed, skipped, refused."""
        try:
            for found in self._job.inputs:
                if isinstance(found, Failure):
                    self._refuse(failure_line(found))
                elif found.standard_input:
                    self._refuse(f"{found.path}: standard input holds the answers; name a file")
                elif found.reader == "dump":
                    self._dump(found)
                else:
                    self._file(found)
        except (QuitError, EOFError):
            self._say("")
        return self._tally

    def _file(self, found: Input) -> None:
        """Ask about the findings of a file until none is left. The file is read anew after every change."""
        passed: set[str] = set()
        while True:
            raw = next(self._pages(found), None)
            if not isinstance(raw, RawPage):
                return self._refuse(failure_line(raw)) if raw else None
            told = self._next(raw, passed)
            if told is None or not self._decide(raw, told, passed, editable=True):
                return None

    def _dump(self, found: Input) -> None:
        """Ask about the findings of a dump's pages. They are edited on their wiki; here they can be allowed."""
        for raw in self._pages(found):
            if isinstance(raw, Failure):
                self._refuse(failure_line(raw))
                continue
            passed: set[str] = set()
            while told := self._next(raw, passed):
                self._decide(raw, told, passed, editable=False)

    def _pages(self, found: Input) -> Iterator[RawPage | Failure]:
        return raw_pages(found, max_page_size=self._job.work.max_page_size)

    def _next(self, raw: RawPage, passed: set[str]) -> Told | None:
        work = self._job.work
        plan = replace(work.plan, cards=work.selection.cards(raw.path))
        found = self._keep(check_page(read(raw), plan)).findings
        order = sorted(found, key=lambda told: (-told.finding.severity.rank, told.finding.evidence[0].start))
        return next((told for told in order if told.finding.fingerprint not in passed), None)

    def _decide(self, raw: RawPage, told: Told, passed: set[str], *, editable: bool) -> bool:
        """Show a finding and do what is answered; whether the file can be gone on with."""
        finding = told.finding
        offers = _in_order(finding) if editable else ()
        self._show(told, offers, within=None if editable else finding.article)
        while True:
            answer = self._ask("? ").strip().lower()
            if answer == "q":
                raise QuitError
            if answer == "s":
                passed.add(finding.fingerprint)
                self._tally["skipped"] += 1
                return True
            if answer == "a":
                if reason := self._ask("why is it right all the same? (nothing: go back) ").strip():
                    passed.add(finding.fingerprint)
                    return self._allow(raw, finding, reason, editable=editable)
            elif answer.isascii() and answer.isdigit() and 1 <= int(answer[:4]) <= len(offers):
                return self._write(raw, applied(raw.text, offers[int(answer[:4]) - 1].edits), "changed")
            else:
                self._say("expected one of the letters or numbers above")

    def _show(self, told: Told, offers: Sequence[Alternative], within: str | None) -> None:
        finding = told.finding
        self._say("\n" + header(finding, self._look) + "".join(body(_bare(told), self._look, within)).rstrip("\n"))
        for number, alternative in enumerate(offers, 1):
            self._say(f"  {number}  {plainly(offer(alternative, finding))}")
        self._say("  a  allow it, with a reason\n  s  skip it\n  q  stop here")

    def _allow(self, raw: RawPage, finding: Finding, reason: str, *, editable: bool) -> bool:
        """Write a comment where the text can be edited and has comments, else a verdict beside the articles."""
        if editable and raw.reader == "wikitext":
            at = line_end(raw.text, finding.evidence[0].end)
            edit = Edit(at, at, " " + comment(finding, reason))
            return self._write(raw, applied(raw.text, [edit]), "allowed")
        add(self._job.let.path, finding, reason)
        self._job = self._job._replace(let=load_verdicts(self._job.let.path))
        self._keep = self._job.keep()
        self._tally["allowed"] += 1
        self._say(f"{plainly(relative(self._job.let.path))}: 1 verdict added")
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
    words, at = change(alternative, finding), kept(alternative, finding)
    return words if at is None else f"keep the {_NAMES[at]}, “{finding.evidence[at].text}”: {words}"


def kept(alternative: Alternative, finding: Finding) -> int | None:
    """Which of two statements an alternative keeps, from zero; None where there are more, or it changes both."""
    if len(finding.evidence) != len(_NAMES) or finding.safe:
        return None
    touched = [
        any(edit.start < piece.end and piece.start < edit.end for edit in alternative.edits)
        for piece in finding.evidence
    ]
    return touched.index(False) if sum(touched) == 1 else None


def _in_order(finding: Finding) -> Sequence[Alternative]:
    """The alternatives, the one that keeps the first statement before the one that keeps the second."""
    last = len(_NAMES)
    return sorted(finding.alternatives, key=lambda each: last if (at := kept(each, finding)) is None else at)


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, its line end left out."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end
