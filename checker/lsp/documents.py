"""What is known of the texts that are open: checked by the same configuration as on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import PositionEncodingKind, Range

from checker.check import job_of
from checker.engine import check_page
from checker.inputs import reader_by_name, stem
from checker.load import RawPage, read, reader_of
from checker.lsp.positions import Lines
from checker.options import parser
from reports.report import Failure
from rules.catalogue import Card
from rules.finding import Evidence, Finding


class Document(NamedTuple):
    """A text that was checked. ``version`` is the editor's."""

    uri: str
    path: str
    reader: str
    text: str
    version: int | None
    lines: Lines
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    cards: Mapping[str, Card]
    verdicts: Path

    def at(self, span: Range) -> list[Finding]:
        """The findings of which some evidence touches a stretch of the text."""
        start, end = self.lines.offset(span.start), self.lines.offset(span.end)
        return [
            one for one in self.findings if any(piece.start <= end and start <= piece.end for piece in one.evidence)
        ]

    def range(self, evidence: Evidence) -> Range:
        """Where a piece of evidence stands."""
        return self.lines.range(evidence.start, evidence.end)


def document(
    uri: str, path: str, text: str, version: int | None, encoding: PositionEncodingKind | str | None
) -> Document | None:
    """Check a text; None where it is no article's. Raises :class:`UsageError` for what is wrong with the settings."""
    reader = reader_by_name(path) or reader_of(text)
    if reader == "dump" or not text.strip():
        return None
    job = job_of(parser().parse_args(["check", "--no-cache", "--", path]))
    plan = replace(job.work.plan, cards=job.work.selection.cards(path))
    checked = job.keep()(check_page(read(RawPage(path, reader, text, stem(path))), plan))
    findings = tuple(told.finding for told in checked.findings)
    cards = {card.slug: card for card in plan.cards}
    lines = Lines(text, encoding)
    return Document(uri, path, reader, text, version, lines, findings, checked.failures, cards, job.let.path)
