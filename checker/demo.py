"""``factlint demo``: a first run with no input, on the articles that ship with factlint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import articles.samples
from checker import __version__
from checker.discover import discover
from checker.engine import Plan
from checker.load import raw_pages
from checker.run import check_raw, describe
from reports.report import Checked, Failure, Gathering, Report
from rules.catalogue import catalogue

OUTPUT = Path("factlint-demo.html")


def demo() -> Report:
    """The report on the samples."""
    cards = tuple(card for card in catalogue().values() if not card.rule.preview)
    gathering = Gathering(__version__, map(describe, cards))
    for checked in _checked(Plan(cards, with_text=True)):
        if isinstance(checked, Failure):
            gathering.fail(checked)
        else:
            gathering.add(checked)
    return gathering.report()


def _checked(plan: Plan) -> Iterator[Checked | Failure]:
    """Every sample, shown by its name in the package wherever that is installed."""
    folder = Path(articles.samples.__file__).parent
    for found in discover([str(folder)]):
        for raw in [found] if isinstance(found, Failure) else raw_pages(found):
            if isinstance(raw, Failure):
                yield raw
            else:
                name = Path(raw.path).relative_to(folder).as_posix()
                yield check_raw(raw._replace(path=f"samples/{name}"), plan)
