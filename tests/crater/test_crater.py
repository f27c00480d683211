"""The real articles of ``../shared``: what people found true is still found, and what they found false stays away."""

from __future__ import annotations

from collections import Counter

import pytest

from rules.finding import Severity
from tests.crater.findings import Crater, crater, missing
from tests.crater.judge import synced
from tests.crater.verdicts import STANDS, Row, Verdict, read

LONG = 60_000
"""Characters from which an article of the folder ``rendered`` is a long one: most of those are about countries."""
SAMPLED = frozenset({"two-dates-for-one-event", "table-differs-from-table"})
"""Rules with too many findings to judge them all."""


@pytest.fixture(scope="module")
def now() -> Crater:
    if lacking := missing():
        pytest.skip("; ".join(lacking))
    return crater()


@pytest.fixture(scope="module")
def rows(now: Crater) -> list[Row]:
    """The verdicts on the findings of now, and on those that are gone."""
    return list(synced(now, read())[0].values())


def test_nothing_fails_on_a_real_article(now: Crater) -> None:
    assert now.failures == ()


def test_findings_that_were_judged_true_are_still_made(rows: list[Row]) -> None:
    true = Counter(row.state for row in rows if row.verdict is Verdict.TRUE)
    assert true[STANDS] >= 0.95 * true.total(), "see: python -m tests.crater.judge sync"


@pytest.mark.parametrize(("severity", "least"), [(Severity.ERROR, 0.95), (Severity.WARNING, 0.80)])
def test_judged_findings_are_as_precise_as_promised(rows: list[Row], severity: Severity, least: float) -> None:
    judged = Counter(row.verdict for row in rows if row.state == STANDS and row.severity == severity)
    decided = judged[Verdict.TRUE] + judged[Verdict.FALSE]
    assert decided >= 40
    assert judged[Verdict.TRUE] >= least * decided


def test_few_findings_wait_for_a_judge(rows: list[Row]) -> None:
    loud = [row for row in rows if row.state == STANDS and row.severity != Severity.NOTE and row.rule not in SAMPLED]
    waiting = [f"{row.rule}: {row.article}" for row in loud if row.verdict is Verdict.UNJUDGED]
    assert len(waiting) <= 0.2 * len(loud), "judge them: python -m tests.crater.judge judge"


def test_a_long_article_seldom_holds_a_false_error(now: Crater, rows: list[Row]) -> None:
    verdicts = {row.fingerprint: row.verdict for row in rows}
    long = [found for found in now.findings if found.corpus == "rendered" and len(found.source.text) >= LONG]
    errors = [found.finding for found in long if found.finding.severity is Severity.ERROR]
    not_true = [each for each in errors if verdicts[each.fingerprint] is not Verdict.TRUE]
    assert len(not_true) <= 0.3 * len({found.source.path for found in long})
