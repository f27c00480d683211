"""A run over many articles: from paths to the report, one page in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from articles.page import Page
from articles.readers import plain
from articles.source import Source
from checker import __version__
from checker.engine import Plan, check_page, crash
from checker.selection import RuleSelection
from reports.report import Checked, Failure, Gathering, Report, RuleDescription
from rules.catalogue import Card


@dataclass(frozen=True)
class Work:
    """What a worker does with one input: read its pages and check each."""

    selection: RuleSelection
    plan: Plan

    def __call__(self, path: str) -> Iterator[Checked | Failure]:
        """Everything that comes of one input. Whatever goes wrong is a failure, never an exception."""
        try:
            for page in pages(path):
                yield page if isinstance(page, Failure) else check_page(page, self.plan)
        except Exception as error:
            yield Failure(path, None, None, f"cannot be read: {crash(error)}")


def pages(path: str) -> Iterator[Page | Failure]:
    """The pages of one input."""
    source = Source(path, Path(path).read_bytes().decode("utf-8"))
    if Path(path).suffix == ".txt":
        yield plain.read(source)
    else:
        yield import_module("articles.readers.wikitext").read(source, Path(path).stem)


def report(inputs: Sequence[str], work: Work, jobs: int, tick: Callable[[], None]) -> Report:
    """Check every input and gather the report; ``tick`` is called after each article."""
    gathering = Gathering(__version__, [describe(card) for card in work.selection.all])
    for result in _results(inputs, work, jobs):
        tick()
        if isinstance(result, Failure):
            gathering.fail(result)
        else:
            gathering.add(result)
    return gathering.report()


def _results(inputs: Sequence[str], work: Work, jobs: int) -> Iterator[Checked | Failure]:
    if jobs <= 1 or len(inputs) <= 1:
        for path in inputs:
            yield from work(path)
        return
    from checker.workers import in_order

    yield from in_order(inputs, work, _died, jobs)


def _died(path: str, ending: str) -> Failure:
    return Failure(path, None, None, f"the process that read it died: {ending}")


def describe(card: Card) -> RuleDescription:
    """A rule as the reports explain it."""
    rule = card.rule
    return RuleDescription(
        card.slug,
        card.family,
        rule.severity,
        rule.confidence,
        card.manual,
        tuple(example.text for example in rule.bad),
        tuple(example.text for example in rule.good),
        rule.preview,
    )
