"""What the HTML report says: everything the templates show, and nothing of how they show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import category, normalize

from articles.source import Source
from reports.clusters import Cluster, clusters
from reports.html.passages import Gap, Line, Mark, passages
from reports.html.pictures.choose import Picture, picture
from reports.html.pictures.timeline import Timeline, timeline
from reports.html.quotes import Quote, quotes
from reports.readings import unpacked
from reports.report import Report, Told
from reports.wording import lead
from rules.finding import Finding

WHOLE = 60_000
"""Bytes of text up to which an article is shown whole."""

BUDGET = 4_000_000
"""Bytes of text shown whole in one report; articles after that are shown around their evidence."""

OPEN = 1
"""Findings of a rule that has many in one article that stand open; an article with forty of a kind stays readable."""


class Rewrite(NamedTuple):
    """An edit: where, what stands there and what would."""

    where: str
    old: str | None
    new: str


class Change(NamedTuple):
    """An alternative: ``either``, ``or``, ``perhaps`` or ``fix``, its label and its edits."""

    lead: str
    label: str
    rewrites: tuple[Rewrite, ...]


class FindingView(NamedTuple):
    """A finding as it is shown; ``number`` counts through the whole report."""

    number: int
    told: Told
    where: str
    quotes: tuple[Quote, ...]
    changes: tuple[Change, ...]
    picture: Picture | None
    open: bool


class ClusterView(NamedTuple):
    """A finding, or those of a rule that has many in one article, which then stand under a heading of their own."""

    rule: str
    findings: tuple[FindingView, ...]
    many: bool


class ArticleView(NamedTuple):
    """An article with findings; ``lines`` is its text, empty where it was not kept."""

    number: int
    title: str
    path: str
    clusters: tuple[ClusterView, ...]
    lines: tuple[Line | Gap, ...]
    timeline: Timeline | None

    @property
    def findings(self) -> tuple[FindingView, ...]:
        """All findings, in the order in which they are shown."""
        return tuple(view for cluster in self.clusters for view in cluster.findings)

    @property
    def known(self) -> dict[str, Any]:
        """What filters, search and sorting go by, so that an article need not be built to be found."""
        views = sorted(self.findings, key=lambda view: view.number)
        rows = ((view.number, view.told.finding, [quote.text for quote in view.quotes]) for view in views)
        return known(self.number, self.title, self.path, rows)


def known(number: int, title: str, path: str, rows: Iterable[tuple[int, Finding, list[str]]]) -> dict[str, Any]:
    """An article in the index: each finding's number, severity, rule, and the words that a search goes through."""
    return {"a": number, "t": title, "p": path, "f": [_row(*row) for row in rows]}


def articles(report: Report, *, budget: int | None = BUDGET) -> Iterator[ArticleView]:
    """The articles with findings, one at a time: a text is read only when its article is shown.

    ``budget`` is how much text is shown whole; None sets no limit, for reports of a page an article.
    """
    first, spent = 1, 0
    groups = groupby(report.findings, key=lambda told: (told.finding.path, told.finding.article))
    for number, (key, group) in enumerate(groups, 1):
        these = list(group)
        whole = report.texts.size(key) <= WHOLE and (budget is None or spent <= budget)
        spent += report.texts.size(key) if whole else 0
        yield _article(number, first, these, report, whole=whole)
        first += len(these)


def _article(number: int, first: int, group: list[Told], report: Report, *, whole: bool) -> ArticleView:
    path, title = group[0].finding.path, group[0].finding.article
    text = report.texts.get((path, title))
    source = Source(path, text) if text is not None else None
    marks = [mark for at, told in enumerate(group, first) for mark in _marks(at, told.finding)]
    numbers = {id(told): at for at, told in enumerate(group, first)}
    views = tuple(_cluster(cluster, numbers, source) for cluster in clusters(group))
    lines = tuple(passages(source, marks, whole=whole)) if source else ()
    dated = unpacked(report.dated.get((path, title)) or "[]")
    return ArticleView(number, title, path, views, lines, timeline(dated, enumerate(group, first)))


def _row(number: int, finding: Finding, said: list[str]) -> list[int | str]:
    about = (word for place in finding.evidence for word in (place.note, place.article))
    words = dict.fromkeys(filter(None, (finding.message, finding.rule, finding.calculation, *said, *about)))
    return [number, finding.severity.value, finding.rule, searched(" ".join(words))]


def searched(text: str) -> str:
    """A text as searches see it: neither case nor accents."""
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFD", text) if category(letter)[0] != "M").lower()


def alone(number: int, told: Told) -> FindingView:
    """A finding as it is shown without its article."""
    return _finding(number, told, None, open_=True)


def _cluster(cluster: Cluster, numbers: dict[int, int], source: Source | None) -> ClusterView:
    """The findings of a cluster; of many only the first stand open."""
    views = (
        _finding(numbers[id(told)], told, source, open_=not cluster.many or at < OPEN)
        for at, told in enumerate(cluster.told)
    )
    return ClusterView(cluster.rule, tuple(views), cluster.many)


def _marks(number: int, finding: Finding) -> Iterator[Mark]:
    for piece, evidence in enumerate(finding.evidence, 1):
        if evidence.path is None and evidence.article is None:
            yield Mark(evidence.start, evidence.end, f"{number}.{piece}", f"e{number}-{piece}", piece, number)


def _finding(number: int, told: Told, source: Source | None, *, open_: bool) -> FindingView:
    finding = told.finding
    quoted = tuple(quotes(number, told, linked=source is not None))
    changes = tuple(
        Change(lead(finding, index), alternative.label, tuple(_rewrites(finding, index, source)))
        for index, alternative in enumerate(finding.alternatives)
    )
    where = f"line {finding.evidence[0].line}"
    return FindingView(number, told, where, quoted, changes, picture(told), open_)


def _rewrites(finding: Finding, index: int, source: Source | None) -> Iterator[Rewrite]:
    known = {(e.start, e.end): e for e in finding.evidence if e.path is None and e.article is None}
    for edit in finding.alternatives[index].edits:
        evidence = known.get((edit.start, edit.end))
        if evidence:
            yield Rewrite(f"line {evidence.line}", evidence.text, edit.text)
        elif source:
            line = source.position(min(edit.start, len(source.text))).line
            yield Rewrite(f"line {line}", source.text[edit.start : edit.end], edit.text)
        else:
            yield Rewrite("", None, edit.text)
