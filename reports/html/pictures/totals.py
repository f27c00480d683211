"""A table's total beside what its rows come to."""

from __future__ import annotations

import re

from reports.excerpt import Excerpt
from reports.html.pictures.drawing import Entry, TotalTable, shortened
from reports.report import Told

PART = "a part"
_COMES_TO = re.compile(r" = (?P<sum>[^=]+?), not ")
_MARKUP = re.compile(r"\{\{[^{}|]{0,40}\|?|\}\}|\[\[(?:[^\[\]|]{0,100}\|)?|\]\]|'''?|<[^<>]{0,200}>")
_CELL = re.compile(r"\|\||!!|^[|!]-?|\t|\n[|!]")


def total_table(told: Told) -> TotalTable | None:
    """The rows with their names, the total as stated, and the sum; for faults of tables only."""
    finding = told.finding
    comes_to = _COMES_TO.search(finding.calculation or "")
    if finding.family != "tables" or comes_to is None:
        return None
    entries = [
        Entry(n, _name(excerpt) or f"line {evidence.line}", evidence.text)
        for n, (evidence, excerpt) in enumerate(zip(finding.evidence, told.excerpts, strict=True), 1)
    ]
    parts = tuple(e for e, evidence in zip(entries, finding.evidence, strict=True) if evidence.note == PART)
    if len(parts) < 2 or finding.evidence[0].note == PART:
        return None
    return TotalTable(parts, entries[0], comes_to["sum"])


def _name(excerpt: Excerpt) -> str:
    """What a row is about: its first cell that holds a word."""
    for cell in _CELL.split(excerpt.before):
        said = _MARKUP.sub("", cell.rpartition("|")[2] if "=" in cell else cell).strip(" \t\xa0|!")
        if any(letter.isalpha() for letter in said):
            return shortened(said)
    return ""
