"""``factlint check`` and ``factlint baseline``: from the options to the report and the exit status."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from checker.baseline import NAME, Baseline, Entry, entries_of, load, write
from checker.cache import Cache, cache_folder, run_key
from checker.discover import Selection, discover
from checker.engine import Plan
from checker.inputs import Input
from checker.options import joined
from checker.output import assert_writable
from checker.plugins import all_rules
from checker.progress import Progress
from checker.run import Work, report
from checker.selection import Asked, checked_thresholds, selected
from checker.settings import Settings, kinds, settings
from checker.usage import UsageError
from checker.verdicts import Verdicts
from checker.verdicts import load as load_verdicts
from reports.report import Checked, Failure, Report, wants_rules, wants_text
from reports.wording import failure_line
from rules.finding import Severity


class Done(NamedTuple):
    """What a check came to: its report, its exit status, and messages for standard error.

    ``shown`` is printed in place of the report, where something else was asked for (``--diff``).
    """

    report: Report
    status: int
    messages: tuple[str, ...] = ()
    shown: Iterable[str] | None = None


def check(options: Namespace) -> Done:
    """Check what the options name. Raises :class:`UsageError` for what is wrong with them."""
    job = job_of(options)
    if (options.fix or options.diff) and any(isinstance(found, Input) and found.standard_input for found in job.inputs):
        raise UsageError("check: --fix and --diff need files: standard input is no file to be changed")
    made = job.report()
    if options.diff or options.fix:
        return _fixed(made, job)
    messages = [] if job.inputs else [f"{' '.join(options.paths) or 'here'}: no article was found"]
    if (path := baseline_path(options, job.inforce)) and (stale := job.stale()):
        messages.append(_stale(path, len(stale)))
    return Done(made, status(made, options, job.inforce), tuple(messages))


def ratchet(options: Namespace) -> Done:
    """Make, renew or shorten the baseline. Raises :class:`UsageError` for what is wrong with the options."""
    inforce = inforce_for(options)
    path = baseline_path(options, inforce) or inforce.base / NAME
    creating = options.action == "create"
    if creating and os.path.exists(path):
        raise UsageError(f"{path}: exists already; `factlint baseline update` renews it")
    assert_writable(path)
    known = Baseline() if creating else load(path)
    job = job_for(options, inforce, known)
    made = job.report()
    stale = job.stale()
    new = () if options.action == "prune" else tuple(entries_of(made))
    kept = known.without(stale)
    write(path, Baseline((*kept.entries, *new)))
    told = f"{path}: {len(kept.entries):,} kept, {len(new):,} added, {len(stale):,} found no more and taken out"
    return Done(made, 2 if made.failures else 0, (*map(failure_line, made.failures), told))


def baseline_path(options: Namespace, inforce: Settings) -> Path | None:
    """The baseline that the command line names, else the configuration; None where neither does."""
    named: Path | None = options.baseline
    return named or inforce.baseline


def _stale(path: Path, number: int) -> str:
    what = "1 entry is" if number == 1 else f"{number:,} entries are"
    return f"{path}: {what} found no more; `factlint baseline prune` takes them out"


def inforce_for(options: Namespace) -> Settings:
    """The settings that hold for what the options name; standard input belongs where its name says."""
    named = options.stdin_filename
    return settings(options.config, [named if path == "-" and named else path for path in options.paths[:1]])


def inputs_of(options: Namespace, inforce: Settings) -> list[Input | Failure]:
    """The files that the options name or find, and what is wrong with them."""
    chosen = Selection(options.reader, inforce.include, inforce.exclude, str(inforce.base), options.stdin_filename)
    return list(discover(options.paths or ["."], chosen))


def status(made: Report, options: Namespace, inforce: Settings) -> int:
    """2 where anything could not be read or a rule crashed, 1 where findings are grave enough, else 0."""
    if made.failures:
        return 2
    fail_on = options.fail_on or inforce.fail_on
    if fail_on == "never":
        return 0
    least = Severity(fail_on).rank
    return int(any(told.finding.severity.rank >= least for told in made.findings))


def _work(options: Namespace, inforce: Settings) -> Work:
    cards = all_rules(inforce)
    asked = Asked(joined(options.select), joined(options.ignore), options.preview)
    selection = selected(cards, inforce, asked)
    plan = Plan(
        selection.general,
        checked_thresholds(cards, inforce),
        kinds(inforce),
        today=(options.as_of or date.today()).toordinal(),
        with_text=wants_text(options.format),
        known=frozenset(cards),
    )
    folder = None if options.no_cache else cache_folder()
    cache = Cache(folder, run_key(plan, selection.all, inforce)) if folder else None
    return Work(selection, plan, inforce.max_page_size, cache)


def job_of(options: Namespace) -> Job:
    """The run that the options ask for, with the baseline that holds for it."""
    inforce = inforce_for(options)
    path = baseline_path(options, inforce)
    return job_for(options, inforce, load(path) if path else Baseline())


def job_for(options: Namespace, inforce: Settings, known: Baseline) -> Job:
    """The run that the options ask for. Raises :class:`UsageError` for what is wrong with them."""
    let = load_verdicts(inforce.verdicts)
    return Job(options, inforce, _work(options, inforce), inputs_of(options, inforce), known, let)


class Job(NamedTuple):
    """One run: what is asked for, what is done with every input, and the findings that are known or let through."""

    options: Namespace
    inforce: Settings
    work: Work
    inputs: list[Input | Failure]
    known: Baseline
    let: Verdicts

    def report(self) -> Report:
        """Check every input."""
        keep = self.keep()
        with Progress(len(self.inputs)) as progress:

            def each(checked: Checked, done: int) -> Checked:
                progress.article(done)
                return keep(checked)

            explained = wants_rules(self.options.format) or getattr(self.options, "statistics", False)
            made = report(self.inputs, self.work, self.options.jobs, each, explained=explained)
        made = made.plus(self.let.unused(self.work.selection, self.work.plan.known))
        if self.work.cache:
            self.work.cache.sweep()
        return made

    def stale(self) -> tuple[Entry, ...]:
        """The entries of the baseline that are found no more, as far as the rules that ran can tell."""
        ran = {card.slug for card in self.work.selection.general}
        silent = self.work.plan.known - ran
        return self.known.stale(silent)

    def keep(self) -> Callable[[Checked], Checked]:
        """What is kept of an article's findings: what changed, and is not known."""
        since = self.options.changed_since
        if since is None:
            return self._new
        from checker.changed import Changes

        changes = Changes(since, {found.path for found in self.inputs if _on_disk(found)})
        # What is known comes first: an entry is not stale because its lines did not change.
        return lambda checked: changes.keep(self._new(checked))

    def _new(self, checked: Checked) -> Checked:
        return self.known.keep(self.let.keep(checked))


def _on_disk(found: Input | Failure) -> bool:
    return isinstance(found, Input) and not found.standard_input


def _fixed(made: Report, job: Job) -> Done:
    """Apply the safe fixes of a report and check again, or show them."""
    from checker.fix import diff, fixes
    from checker.fix import write as write_fixed

    done = list(fixes(made, job.work, job.inputs, job.keep()))
    if job.options.diff:
        lines = (line for fixed in done for line in diff(fixed))
        failed = tuple(map(failure_line, made.failures))
        return Done(made, 2 if failed else int(bool(done)), failed, lines)
    messages = [write_fixed(fixed) for fixed in done]
    made = job.report() if done else made
    wrong = any(message.refused for message in messages)
    said = tuple(message.text for message in messages)
    return Done(made, 2 if wrong else status(made, job.options, job.inforce), said)
