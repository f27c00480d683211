"""The verdicts that people gave, in ``verdicts.tsv``, and the table of precision that is made of them.

A row holds a finding's fingerprint, its rule and severity, corpus, stratum and article, whether the finding still
stands, the verdict and the reason in the judge's own words. No text of an article is kept.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from rules.calibration import FILE, Measured

VERDICTS = Path(__file__).with_name("verdicts.tsv")
HEAD = "fingerprint\trule\tseverity\tcorpus\tstratum\tarticle\tstate\tverdict\twhy"
STANDS, GONE = "stands", "gone"


class Verdict(StrEnum):
    """What a judge made of a finding; unjudged while nobody has looked."""

    TRUE = "true"
    FALSE = "false"
    UNCLEAR = "unclear"
    UNJUDGED = "unjudged"


class Row(NamedTuple):
    """One finding and what became of it."""

    fingerprint: str
    rule: str
    severity: str
    corpus: str
    stratum: str
    article: str
    state: str
    verdict: Verdict
    why: str


def read(path: Path = VERDICTS) -> dict[str, Row]:
    """The rows by fingerprint."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    rows = (_row(*line.split("\t")) for line in lines)
    return {row.fingerprint: row for row in rows}


def _row(
    fingerprint: str,
    rule: str,
    severity: str,
    corpus: str,
    stratum: str,
    article: str,
    state: str,
    verdict: str,
    why: str,
) -> Row:
    return Row(fingerprint, rule, severity, corpus, stratum, article, state, Verdict(verdict), why)


def write(rows: Iterable[Row], path: Path = VERDICTS) -> None:
    """Put the rows down, sorted so that a change shows which findings came and went."""
    lines = ("\t".join(row) for row in sorted(rows, key=lambda row: (row.rule, row.corpus, row.article, row)))
    path.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


def table(rows: Iterable[Row]) -> dict[str, Measured]:
    """The figures of each rule with a judged finding that still stands."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        if row.state == STANDS:
            counts.setdefault(row.rule, Counter())[row.verdict] += 1
    return {
        rule: Measured(count.total(), count[Verdict.TRUE], count[Verdict.FALSE], count[Verdict.UNCLEAR])
        for rule, count in sorted(counts.items())
        if count.total() > count[Verdict.UNJUDGED]
    }


def written(figures: Mapping[str, Measured], corpus: str) -> str:
    """The table as the tool reads it."""
    told = {"corpus": corpus, "rules": {rule: known.as_json() for rule, known in figures.items()}}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def ship(figures: Mapping[str, Measured], corpus: str) -> None:
    """Put the table where the tool reads it."""
    FILE.write_text(written(figures, corpus), encoding="utf-8")
