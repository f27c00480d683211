"""A run over many articles: from the files found to the report, one page in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from checker import __version__
from checker.cache import Cache, content_key
from checker.crash import crash
from checker.engine import Plan, check_page
from checker.inputs import Input
from checker.load import RawPage, raw_pages, read
from checker.selection import RuleSelection
from reports.manual import Manual
from reports.report import Checked, Failure, Gathering, Report, RuleDescription
from rules.calibration import measured
from rules.catalogue import Card
from rules.manual import parts

WORTH_A_WORKER = 1_000_000
"""Bytes of text from which starting processes pays; packed bytes count as many times more."""
PACKED_FACTOR = 5
MOST_REMEMBERED = 10_000
"""A dump of more articles is not remembered: to put it all into one entry would take memory in proportion."""


class Task(NamedTuple):
    """A file to check, or one of several equal shares of a dump: every page whose number leaves ``share``."""

    found: Input
    share: int = 0
    shares: int = 1


@dataclass(frozen=True)
class Work:
    """What is done with a task, in whatever process: read its pages and check each."""

    selection: RuleSelection
    plan: Plan
    max_page_size: int
    cache: Cache | None = None

    def __call__(self, task: Task) -> Iterator[Checked | Failure]:
        """Everything that comes of a task. Whatever goes wrong is a failure, never an exception."""
        found = task.found
        plan = replace(self.plan, cards=self.selection.cards(found.path))
        # The texts that some formats want are kept out of memory, so the articles of a dump cannot wait for its end.
        if self.cache is None or found.standard_input or (plan.with_text and found.reader == "dump"):
            yield from self._checked(task, plan)
        else:
            yield from self._remembered(task, plan, self.cache)

    def _remembered(self, task: Task, plan: Plan, cache: Cache) -> Iterator[Checked | Failure]:
        """What is known of an unchanged file, else what its check comes to, for the next time."""
        path, content = task.found.path, content_key(task.found.path)
        share = f"{task.share}/{task.shares} {task.found.reader} {path}"
        key = f"{content} {' '.join(card.slug for card in plan.cards)}"
        known = cache.get(path, share, key) if content else None
        if known is not None:
            yield from known
            return
        results: list[Checked] = []
        whole = True
        for result in self._checked(task, plan):
            whole = whole and isinstance(result, Checked) and not result.failures and len(results) < MOST_REMEMBERED
            if isinstance(result, Checked) and whole:
                results.append(result)
            yield result
        if content and whole and content == content_key(path):  # it may have been saved while it was checked
            cache.put(path, share, key, results)

    def _checked(self, task: Task, plan: Plan) -> Iterator[Checked | Failure]:
        for raw in self._share(task):
            yield raw if isinstance(raw, Failure) else check_raw(raw, plan)

    def _share(self, task: Task) -> Iterator[RawPage | Failure]:
        """The pages of a task, unread; what could not be read is the first share's to tell."""
        number = 0
        for raw in raw_pages(task.found, max_page_size=self.max_page_size):
            if isinstance(raw, Failure):
                if task.share == 0:
                    yield raw
                continue
            if number % task.shares == task.share:
                yield raw
            number += 1


def check_raw(raw: RawPage, plan: Plan) -> Checked | Failure:
    """Read a page and check it; that it cannot be is a failure."""
    try:
        return check_page(read(raw), plan)
    except Exception as error:
        return Failure(raw.path, raw.title, None, f"the article could not be checked: {crash(error)}")


def report(
    inputs: Sequence[Input | Failure],
    work: Work,
    jobs: int | None,
    each: Callable[[Checked, int], Checked],
    *,
    explained: bool = True,
) -> Report:
    """Check every input and gather the report.

    ``each`` is called with every article and the number of inputs done; what it returns is what counts. The rules are
    described where they are to be ``explained``.
    """
    gathering = Gathering(__version__, map(describe, work.selection.general if explained else ()))
    tasks: list[Task] = []
    jobs = jobs_for(inputs) if jobs is None else jobs
    for found in inputs:
        if isinstance(found, Failure):
            gathering.fail(found)
        else:
            tasks += tasks_of(found, jobs)
    for number, result in _results(tasks, work, jobs):
        if isinstance(result, Failure):
            gathering.fail(result)
        else:
            gathering.add(each(result, number))
    return gathering.report()


def tasks_of(found: Input, jobs: int) -> Iterator[Task]:
    """One task a file; a big dump is shared out."""
    shares = jobs if found.reader == "dump" and _weight(found) > WORTH_A_WORKER else 1
    return (Task(found, share, shares) for share in range(shares))


def _results(tasks: Sequence[Task], work: Work, jobs: int) -> Iterator[tuple[int, Checked | Failure]]:
    """What comes of every task, with its number."""
    if jobs <= 1 or len(tasks) <= 1 or any(task.found.standard_input for task in tasks):
        for number, task in enumerate(tasks):
            for result in work(task):
                yield number, result
        return
    from checker.workers import in_order

    yield from in_order(tasks, work, _died, jobs)


def _died(task: Task, ending: str) -> Failure:
    return Failure(task.found.path, None, None, f"the process that checked it died ({ending})")


def jobs_for(inputs: Sequence[Input | Failure]) -> int:
    """One process for little text, all processors for much."""
    weight = 0
    for found in inputs:
        weight += 0 if isinstance(found, Failure) else _weight(found)
        if weight > WORTH_A_WORKER:
            from checker.workers import cores

            return cores()
    return 1


def _weight(found: Input) -> int:
    try:
        size = 0 if found.standard_input else os.path.getsize(found.path)
    except OSError:
        return 0
    return size * PACKED_FACTOR if found.path.endswith((".bz2", ".gz")) else size


def describe(card: Card) -> RuleDescription:
    """A rule as the reports explain it."""
    rule = card.rule
    return RuleDescription(
        card.slug,
        card.family,
        rule.severity,
        rule.confidence,
        Manual(*parts(card.manual)),
        tuple(example.text for example in rule.bad),
        tuple(example.text for example in rule.good),
        rule.preview,
        str(known) if (known := measured(card.slug)) else None,
    )
