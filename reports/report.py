"""A report: what a run found, in what, and how much it read and compared. Sorted once, here.

The engine hands over one :class:`Checked` an article. What people want to see of the text is cut out while the
article is at hand (:func:`tell`), so a report over a dump holds excerpts and never the articles themselves. Only
the HTML report shows whole articles; their texts then wait on disk, in :class:`Texts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from articles.source import Source
from reports.excerpt import Excerpt, bare, excerpt
from reports.manual import Manual
from reports.readings import Dated, Reading, packed
from reports.texts import Texts
from rules.finding import Confidence, Finding, Severity

TOOL = "factlint"


class Comparisons(NamedTuple):
    """How many comparisons came to what."""

    consistent: int = 0
    by_rounding: int = 0
    conflicting: int = 0
    incomparable: int = 0

    def plus(self, other: Comparisons) -> Comparisons:
        """Both together."""
        return Comparisons(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def total(self) -> int:
        """All comparisons, the incomparable included."""
        return sum(self)


class ArticleSummary(NamedTuple):
    """One article that was checked: its kind and how many claims, facts and findings it has."""

    path: str
    title: str
    kind: str
    page_id: int | None = None
    revision_id: int | None = None
    claims: int = 0
    facts: int = 0
    findings: int = 0


class Failure(NamedTuple):
    """Something that could not be read, or a rule that crashed; ``article`` and ``rule`` where they are known."""

    path: str
    article: str | None
    rule: str | None
    message: str


class RuleDescription(NamedTuple):
    """A rule as the reports explain it.

    ``manual`` is the rule module's docstring, taken apart; ``bad`` and ``good`` are texts of its examples, evidence
    marked ``⟦1:…⟧``; ``measured`` says in words how precise the rule proved ("97 % of 120 judged"), None while it is
    unmeasured.
    """

    slug: str
    family: str
    severity: Severity
    confidence: Confidence
    manual: Manual
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    preview: bool = False
    measured: str | None = None


class Told(NamedTuple):
    """A finding and the excerpts of its evidence, one each and in the same order.

    ``readings`` are the values of the evidence in that order, or empty where no format wants them.
    """

    finding: Finding
    excerpts: tuple[Excerpt, ...]
    readings: tuple[Reading | None, ...] = ()


class Checked(NamedTuple):
    """What checking one article came to.

    ``text`` and ``dated``, its dated statements, are given only where the format wants them (:func:`wants_text`).
    """

    summary: ArticleSummary
    findings: tuple[Told, ...] = ()
    failures: tuple[Failure, ...] = ()
    comparisons: Comparisons = Comparisons()
    suppressed: int = 0
    baselined: int = 0
    text: str | None = None
    dated: tuple[Dated, ...] = ()


@dataclass(frozen=True)
class Report:
    """What a run found. All parts are sorted; equal input gives an equal report."""

    version: str
    findings: tuple[Told, ...] = ()
    articles: tuple[ArticleSummary, ...] = ()
    failures: tuple[Failure, ...] = ()
    comparisons: Comparisons = field(default_factory=Comparisons)
    suppressed: int = 0
    baselined: int = 0
    rules: tuple[RuleDescription, ...] = ()
    texts: Texts = field(default_factory=Texts, compare=False)
    dated: Texts = field(default_factory=Texts, compare=False)

    def plus(self, findings: Iterable[Told]) -> Report:
        """The report with more findings, which belong to no article that was checked."""
        more = tuple(findings)
        return replace(self, findings=tuple(sorted((*self.findings, *more), key=_place))) if more else self

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(told.finding.severity is severity for told in self.findings)

    @property
    def claims(self) -> int:
        """Claims read in all articles."""
        return sum(article.claims for article in self.articles)

    @property
    def facts(self) -> int:
        """Facts read in all articles."""
        return sum(article.facts for article in self.articles)


class Gathering:
    """Takes what the engine checked, in any order, and makes the report of it."""

    def __init__(self, version: str, rules: Iterable[RuleDescription] = ()) -> None:
        """Start a report of this version of the tool; ``rules`` are those that ran."""
        self._version = version
        self._rules = tuple(sorted(rules, key=lambda rule: rule.slug))
        self._findings: list[Told] = []
        self._articles: list[ArticleSummary] = []
        self._failures: list[Failure] = []
        self._comparisons = Comparisons()
        self._suppressed = 0
        self._baselined = 0
        self._texts = Texts()
        self._dated = Texts()

    def add(self, checked: Checked) -> None:
        """Take one article. Its ``findings`` are counted here."""
        self._articles.append(checked.summary._replace(findings=len(checked.findings)))
        self._findings += checked.findings
        self._failures += checked.failures
        self._comparisons = self._comparisons.plus(checked.comparisons)
        self._suppressed += checked.suppressed
        self._baselined += checked.baselined
        if checked.text is not None and checked.findings:
            key = (checked.summary.path, checked.summary.title)
            self._texts.put(key, checked.text)
            if checked.dated:
                self._dated.put(key, packed(checked.dated))

    def fail(self, failure: Failure) -> None:
        """Take a failure that belongs to no article that was checked."""
        self._failures.append(failure)

    def report(self) -> Report:
        """Everything so far, sorted."""
        return Report(
            self._version,
            tuple(sorted(self._findings, key=_place)),
            tuple(sorted(self._articles, key=_article)),
            tuple(sorted(self._failures, key=_failure)),
            self._comparisons,
            self._suppressed,
            self._baselined,
            self._rules,
            self._texts,
            self._dated,
        )


def tell(
    finding: Finding, source: Source, others: Mapping[tuple[str | None, str | None], Source] | None = None
) -> Told:
    """A finding with its excerpts. ``others`` are sister articles at hand, by the evidence's path and article."""
    excerpts = []
    for evidence in finding.evidence:
        own = evidence.path is None and evidence.article is None
        at = source if own else (others or {}).get((evidence.path, evidence.article))
        excerpts.append(excerpt(at, evidence) if at else bare(evidence))
    return Told(finding, tuple(excerpts))


def wants_rules(format_name: str) -> bool:
    """Whether a format explains the rules that ran."""
    return format_name in ("html", "sarif")


def wants_text(format_name: str) -> bool:
    """Whether a format shows whole articles, so that :class:`Checked` should carry their text."""
    return format_name == "html"


def _place(told: Told) -> tuple[str, str, int, int, int, str, str]:
    finding = told.finding
    first = finding.evidence[0]
    return (
        finding.path,
        finding.article,
        first.start,
        first.end,
        -finding.severity.rank,
        finding.rule,
        finding.message + finding.fingerprint,
    )


def _article(summary: ArticleSummary) -> tuple[str, str, int]:
    return (summary.path, summary.title, summary.page_id or 0)


def _failure(failure: Failure) -> tuple[str, str, str, str]:
    return (failure.path, failure.article or "", failure.rule or "", failure.message)
