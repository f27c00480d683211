"""What a finding is: a fault, every place it is about, and how sure and how grave it is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

KEY = 8
"""Digits of a fingerprint that name it: two findings of one article share them once in thousands of millions."""


class Severity(StrEnum):
    """What it costs the reader if true. An error is a promise of at least 95 % measured precision."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for an error, 1 for a note."""
        return {Severity.ERROR: 3, Severity.WARNING: 2, Severity.NOTE: 1}[self]


class Confidence(StrEnum):
    """How sure the tool is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Evidence(NamedTuple):
    """One place a finding is about, in the source: offsets in code points, lines and columns from one.

    ``path`` and ``article`` name a sister article and are None for a place in the article itself.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    note: str
    path: str | None = None
    article: str | None = None


class Edit(NamedTuple):
    """A replacement of source text from ``start`` to ``end``."""

    start: int
    end: int
    text: str


class Alternative(NamedTuple):
    """One way to resolve a finding. Never applied unasked, but for a rule's safe fix."""

    label: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """A fault in an article, as the reports tell it.

    ``fingerprint`` hashes the rule, the article's title and the evidence texts, never offsets.
    ``safe`` marks a fault of form whose first alternative ``--fix`` may apply.
    """

    rule: str
    family: str
    severity: Severity
    confidence: Confidence
    message: str
    path: str
    article: str
    evidence: tuple[Evidence, ...]
    calculation: str | None
    hint: str | None
    alternatives: tuple[Alternative, ...]
    fingerprint: str
    safe: bool = False

    @property
    def key(self) -> str:
        """The digits of the fingerprint by which a comment in an article names what was judged."""
        return self.fingerprint[:KEY]
