"""``factlint check``: from the options to the report and the exit status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from checker.engine import Plan
from checker.options import joined
from checker.plugins import all_rules
from checker.run import Work, report
from checker.selection import Asked, checked_thresholds, selected
from checker.settings import Settings, settings
from reports.report import Report, wants_text
from rules.finding import Severity


class Done(NamedTuple):
    """What a check came to: its report, its exit status, messages for standard error.

    ``shown`` is printed in place of the report, where something else was asked for (``--diff``).
    """

    report: Report
    status: int
    messages: tuple[str, ...] = ()
    shown: Iterable[str] | None = None


def check(options: Namespace) -> Done:
    """Check what the options name."""
    inforce = settings(options.config, options.paths)
    cards = all_rules(inforce)
    asked = Asked(joined(options.select), joined(options.ignore), options.preview)
    selection = selected(cards, inforce, asked)
    plan = Plan(
        selection.general,
        checked_thresholds(cards, inforce),
        today=(options.as_of or date.today()).toordinal(),
        with_text=wants_text(options.format),
    )
    made = report(options.paths, Work(selection, plan), 1, lambda: None)
    return Done(made, status(made, options, inforce))


def status(made: Report, options: Namespace, inforce: Settings) -> int:
    """2 where anything could not be read or a rule crashed, 1 where findings are grave enough, else 0."""
    if made.failures:
        return 2
    fail_on = options.fail_on or inforce.fail_on
    if fail_on == "never":
        return 0
    least = Severity(fail_on).rank
    return int(any(told.finding.severity.rank >= least for told in made.findings))
