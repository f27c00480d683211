"""What the HTML report says: everything the templates show, and nothing of how they show it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from articles.source import Source
from reports.clusters import Cluster, clusters
from reports.excerpt import Excerpt
from reports.html.overview import Tally, tallies
from reports.html.passages import Gap, Line, Mark, Piece, passages, pieces
from reports.html.pictures import Shares, Timeline, picture
from reports.report import Report, Told
from reports.texts import Texts
from reports.wording import lead
from rules.finding import Evidence, Finding

WHOLE = 60_000
"""Bytes of text up to which an article is shown whole."""

BUDGET = 4_000_000
"""Bytes of text shown whole in one report; articles after that are shown around their evidence."""

OPEN = 1
"""Findings of a rule that has many in one article that stand open; an article with forty of a kind stays readable."""


class Caption(NamedTuple):
    """One piece of evidence under its quotation; ``target`` is its anchor in the article's text, if that is shown."""

    label: str
    number: int
    note: str
    where: str
    target: str | None


class Quote(NamedTuple):
    """A sentence with the evidence in it: one piece, or all that stand in that sentence."""

    captions: tuple[Caption, ...]
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


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
    finding: Finding
    where: str
    quotes: tuple[Quote, ...]
    changes: tuple[Change, ...]
    picture: Timeline | Shares | None
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
    tally: Tally
    clusters: tuple[ClusterView, ...]
    lines: tuple[Line | Gap, ...]

    @property
    def findings(self) -> tuple[FindingView, ...]:
        """All findings, in the order in which they are shown."""
        return tuple(view for cluster in self.clusters for view in cluster.findings)


def articles(report: Report) -> Iterator[ArticleView]:
    """The articles with findings, one at a time: a text is read only when its article is shown."""
    first, spent = 1, 0
    by_anchor = {tally.anchor: tally for tally in tallies(report, by_rule=False)}
    groups = groupby(report.findings, key=lambda told: (told.finding.path, told.finding.article))
    for number, (key, group) in enumerate(groups, 1):
        these = list(group)
        whole = report.texts.size(key) <= WHOLE and spent <= BUDGET
        spent += report.texts.size(key) if whole else 0
        yield _article(number, first, these, report.texts, by_anchor[f"a{number}"], whole=whole)
        first += len(these)


def _article(number: int, first: int, group: list[Told], texts: Texts, tally: Tally, *, whole: bool) -> ArticleView:
    path, title = group[0].finding.path, group[0].finding.article
    text = texts.get((path, title))
    source = Source(path, text) if text is not None else None
    marks = [mark for at, told in enumerate(group, first) for mark in _marks(at, told.finding)]
    numbers = {id(told): at for at, told in enumerate(group, first)}
    views = tuple(_cluster(cluster, numbers, source) for cluster in clusters(group))
    lines = tuple(passages(source, marks, whole=whole)) if source else ()
    return ArticleView(number, title, path, tally, views, lines)


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
    quotes = tuple(_quotes(number, told, linked=source is not None))
    changes = tuple(
        Change(lead(finding, index), alternative.label, tuple(_rewrites(finding, index, source)))
        for index, alternative in enumerate(finding.alternatives)
    )
    where = f"line {finding.evidence[0].line}"
    return FindingView(number, finding, where, quotes, changes, picture(finding), open_)


class _Quoted(NamedTuple):
    """An excerpt and the evidence in it, each with its number in the finding."""

    excerpt: Excerpt
    evidence: list[tuple[int, Evidence, Excerpt]]


def _quotes(number: int, told: Told, *, linked: bool) -> Iterator[Quote]:
    """The sentences of a finding; evidence in the sentence of the evidence before it joins it there."""
    groups: list[_Quoted] = []
    for piece, (evidence, excerpt) in enumerate(zip(told.finding.evidence, told.excerpts, strict=True), 1):
        last = groups[-1] if groups else None
        if last and _one_sentence(last, evidence, excerpt):
            longest = max(last.excerpt, excerpt, key=lambda e: len(e.before + e.text + e.after))
            groups[-1] = _Quoted(longest, [*last.evidence, (piece, evidence, excerpt)])
        else:
            groups.append(_Quoted(excerpt, [(piece, evidence, excerpt)]))
    for group in groups:
        yield _quote(number, group, linked=linked)


def _one_sentence(group: _Quoted, evidence: Evidence, excerpt: Excerpt) -> bool:
    other = group.evidence[0][1]
    same_article = (other.path, other.article) == (evidence.path, evidence.article)
    same_start = (group.excerpt.line, group.excerpt.column) == (excerpt.line, excerpt.column)
    return same_article and same_start and bool(excerpt.after or excerpt.before)


def _quote(number: int, group: _Quoted, *, linked: bool) -> Quote:
    excerpt = group.excerpt
    text = excerpt.before + excerpt.text + excerpt.after
    blank = len(text) - len(text.lstrip())
    marks, captions = [], []
    for piece, evidence, own_excerpt in group.evidence:
        start = len(own_excerpt.before)
        marks.append(Mark(start, start + len(own_excerpt.text), f"{number}.{piece}", "", piece, number))
        captions.append(_caption(number, piece, evidence, linked=linked))
    blank = min(blank, *(mark.start for mark in marks), len(text))
    shown = tuple(filter(_readable, pieces(text, blank, len(text), marks)))
    return Quote(tuple(captions), shown, excerpt.cut_before, excerpt.cut_after)


def _readable(piece: Piece) -> bool:
    """Whether a run belongs in a quotation: words, evidence, and the braces that show a template for one."""
    return not piece.markup or bool(piece.marks) or piece.text.startswith(("{{", "}}"))


def _caption(number: int, piece: int, evidence: Evidence, *, linked: bool) -> Caption:
    own = evidence.path is None and evidence.article is None
    elsewhere = "" if own else ", ".join(part for part in (evidence.article, evidence.path) if part)
    where = f"line {evidence.line}" if own else f"{elsewhere}, line {evidence.line}"
    target = f"e{number}-{piece}" if own and linked else None
    return Caption(f"{number}.{piece}", piece, evidence.note, where, target)


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
