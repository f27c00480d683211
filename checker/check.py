"""``factlint check``: from the options to the report and the exit status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from checker.cache import Cache, cache_folder, run_key
from checker.discover import Selection, discover
from checker.engine import Plan
from checker.inputs import Input
from checker.options import joined
from checker.plugins import all_rules
from checker.progress import Progress
from checker.run import Work, report
from checker.selection import Asked, checked_thresholds, selected
from checker.settings import Settings, kinds, settings
from reports.report import Checked, Failure, Report, wants_text
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
    inforce = inforce_for(options)
    work = _work(options, inforce)
    inputs = inputs_of(options, inforce)
    made = _report(inputs, work, options)
    if work.cache:
        work.cache.sweep()
    if options.diff or options.fix:
        return _fixed(made, options, work, inforce, inputs)
    return Done(made, status(made, options, inforce))


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
    )
    folder = None if options.no_cache else cache_folder()
    cache = Cache(folder, run_key(plan, selection.all, inforce)) if folder else None
    return Work(selection, plan, inforce.max_page_size, cache)


def _keep(options: Namespace, inputs: Sequence[Input | Failure]) -> Callable[[Checked], Checked]:
    """What is kept of an article's findings."""
    if options.changed_since is None:
        return lambda checked: checked
    from checker.changed import Changes

    return Changes(options.changed_since, {found.path for found in inputs if _on_disk(found)}).keep


def _on_disk(found: Input | Failure) -> bool:
    return isinstance(found, Input) and not found.standard_input


def _report(inputs: Sequence[Input | Failure], work: Work, options: Namespace) -> Report:
    keep = _keep(options, inputs)
    with Progress(len(inputs)) as progress:

        def each(checked: Checked, done: int) -> Checked:
            progress.article(done)
            return keep(checked)

        return report(inputs, work, options.jobs, each)


def _fixed(made: Report, options: Namespace, work: Work, inforce: Settings, inputs: Sequence[Input | Failure]) -> Done:
    """Apply the safe fixes of a report and check again, or show them."""
    from checker.fix import diff, fixes, write

    done = list(fixes(made, work, inputs, _keep(options, inputs)))
    if options.diff:
        lines = (line for fixed in done for line in diff(fixed))
        return Done(made, 2 if made.failures else int(bool(done)), shown=lines)
    messages = [write(fixed) for fixed in done]
    made = _report(inputs, work, options) if done else made
    wrong = any(message.refused for message in messages)
    return Done(made, 2 if wrong else status(made, options, inforce), tuple(message.text for message in messages))
