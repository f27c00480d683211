"""Every finding on the real articles of ``../shared``, with what a judge needs to see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from articles.source import Source
from checker.discover import discover
from checker.engine import Plan, check_page
from checker.inputs import Input
from checker.load import load
from reports.report import Checked, Failure
from rules.catalogue import catalogue
from rules.finding import Finding

SHARED = Path("../shared")
CORPORA = (
    "seeds",
    *(f"corpora/{name}" for name in ("foreign-relations", "enwiki-raw", "rendered", "us-relations", "dump")),
)
TODAY = date(2026, 1, 1)
"""The day that counts as today, so that no verdict turns with the calendar."""


class Found(NamedTuple):
    """A finding, the corpus it was made in, and the article's text."""

    corpus: str
    finding: Finding
    source: Source


class Crater(NamedTuple):
    """What a run over the corpora came to: ``findings`` without those that repeat a fingerprint."""

    articles: int
    findings: tuple[Found, ...]
    failures: tuple[str, ...]


def missing() -> list[str]:
    """The corpora that are not here."""
    return [f"{SHARED / name} is not here" for name in CORPORA if not (SHARED / name).is_dir()]


def crater() -> Crater:
    """Check every article with every rule that is on."""
    plan = Plan(tuple(card for card in catalogue().values() if not card.rule.preview), today=TODAY.toordinal())
    articles, failures = 0, []
    findings: dict[str, Found] = {}
    for name in CORPORA:
        for source, checked in _checked(SHARED / name, plan):
            articles += 1
            failures += [failure.message for failure in checked.failures]
            for told in checked.findings:
                found = Found(Path(name).name, told.finding, source)
                findings.setdefault(told.finding.fingerprint, found)
    return Crater(articles, tuple(findings.values()), tuple(failures))


def _checked(folder: Path, plan: Plan) -> Iterator[tuple[Source, Checked]]:
    for found in discover([str(folder)]):
        if isinstance(found, Input):
            for page in load(found):
                if not isinstance(page, Failure):
                    yield page.source, check_page(page, plan)
