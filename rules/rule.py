"""What a rule is and what it yields.

A rule module holds its manual page as docstring (the fault in one sentence, ``Why:``, ``Right all the
same:``), a ``check`` generator and ``RULE = Rule(check, ...)``. The slug is the file name with
hyphens, the family its folder. Thresholds are keyword-only parameters of ``check`` with defaults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from articles.source import Span
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity


class Outcome(StrEnum):
    """What a comparison came to."""

    CONSISTENT = "consistent"
    BY_ROUNDING = "by_rounding"
    CONFLICTING = "conflicting"
    INCOMPARABLE = "incomparable"


class Mark(NamedTuple):
    """One piece of evidence, in the prose or in the source, and what it says there."""

    span: ProseSpan | Span
    note: str


class Change(NamedTuple):
    """One way to resolve a conflict: replace the text of each span."""

    label: str
    edits: tuple[tuple[ProseSpan | Span, str], ...]


class Verdict(NamedTuple):
    """What a rule has to say of one comparison or one fault.

    ``message`` quotes both sides and states the law: lower case, no full stop. ``evidence`` is one mark
    or more, the first being where to look; a contradiction has at least two. ``calculation`` is the
    arithmetic as an editor would write it. ``severity`` and ``confidence`` override the rule's own
    downwards. ``safe`` marks a fault of form whose first change may be applied by ``--fix``.
    """

    message: str
    evidence: tuple[Mark, ...]
    calculation: str | None = None
    hint: str | None = None
    changes: tuple[Change, ...] = ()
    severity: Severity | None = None
    confidence: Confidence | None = None
    safe: bool = False


Check = Callable[..., Iterator[Verdict | Outcome]]
"""``check(article, *, threshold=default)``. Yields a verdict for a fault, and an :class:`Outcome` for
each comparison that came out otherwise, so that silence can be counted. A verdict with two marks or more
counts as one conflicting comparison."""


class Example(NamedTuple):
    """An article that shows a rule at work.

    In ``text`` the expected evidence is marked ``⟦1:…⟧``, ``⟦2:…⟧`` in the order of the evidence; a second
    finding goes on counting. A good example has no marks. ``title`` is for formats that keep it outside.
    """

    text: str
    reader: str = "plain"
    title: str = "Example"


class Rule(NamedTuple):
    """A rule: how to check, how grave and how sure, and the examples that prove it.

    ``claims`` and ``properties`` say what it reads: the engine skips an article in which none of those claim
    kinds or fact properties occurs (empty means it always runs).
    """

    check: Check
    severity: Severity
    confidence: Confidence
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    properties: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    preview: bool = False


def wikitext(text: str, title: str = "Example") -> Example:
    """An example in wikitext, whose title is the file's."""
    return Example(text, "wikitext", title)


def thresholds(rule: Rule) -> dict[str, Any]:
    """A rule's thresholds and their defaults."""
    return dict(getattr(rule.check, "__kwdefaults__", None) or {})
