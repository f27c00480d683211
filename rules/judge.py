"""From verdicts to findings: the one place where prose spans become source spans.

The engine and the harness that runs the rules' own examples both come through here, so an example
proves exactly what a user will see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from json import dumps
from typing import Any, NamedTuple

from articles.article import Article
from articles.page import Page
from articles.regex import regex
from articles.source import Span
from articles.textmap import ProseSpan
from rules.catalogue import Card
from rules.finding import Alternative, Confidence, Edit, Evidence, Finding
from rules.rule import Change, Mark, Outcome, Rule, Verdict

MOST_FINDINGS = 1_000
"""Findings of one rule in one article. Nobody reads more; an article that means harm could make a million."""
MOST_EVIDENCE = 14
LONGEST_EVIDENCE = 239
_NUMBER = regex(r"[0-9]+(?:[.,][0-9]+)*")
_BLANK_LINE = regex(r"\n[ \t\r]*\n")
_CONFIDENCES = tuple(Confidence)


class Judgement(NamedTuple):
    """What one rule came to in one article: its findings in the rule's order, and its comparisons counted.

    ``stopped`` says that there were more than :data:`MOST_FINDINGS`, and that the rule was stopped there.
    """

    findings: tuple[Finding, ...]
    outcomes: Counter[Outcome]
    stopped: bool = False


SILENT = Judgement((), Counter())
"""What most rules come to in most articles."""


def applies(rule: Rule, article: Article) -> bool:
    """Whether the article holds anything that the rule reads."""
    if not rule.claims and not rule.properties:
        return True
    if not rule.claims.isdisjoint(article.claim_kinds):
        return True
    return not rule.properties.isdisjoint(article.facts_by_property)


def judge(card: Card, article: Article, thresholds: Mapping[str, Any] | None = None) -> Judgement:
    """Run one rule over one article. Whatever the rule raises goes on to the caller."""
    findings: list[Finding] = []
    outcomes: list[Outcome] = []
    if not applies(card.rule, article):
        return SILENT
    for said in card.rule.check(article, **(thresholds or {})):
        if isinstance(said, Outcome):
            outcomes.append(said)
            continue
        if len(findings) == MOST_FINDINGS:
            return Judgement(tuple(findings), Counter(outcomes), stopped=True)
        findings.append(finding(card, said, article.page))
        if len(said.evidence) > 1 or said.calculation:
            outcomes.append(Outcome.CONFLICTING)
    return Judgement(tuple(findings), Counter(outcomes)) if findings or outcomes else SILENT


def finding(card: Card, verdict: Verdict, page: Page) -> Finding:
    """A verdict as the reports tell it, its places in the source."""
    evidence = tuple(_evidence(mark, page) for mark in verdict.evidence[:MOST_EVIDENCE])
    alternatives = tuple(made for change in verdict.changes if (made := _alternative(change, page)))
    rule = card.rule
    return Finding(
        rule=card.slug,
        family=card.family,
        severity=min(rule.severity, verdict.severity or rule.severity, key=lambda severity: severity.rank),
        confidence=max(rule.confidence, verdict.confidence or rule.confidence, key=_CONFIDENCES.index),
        message=verdict.message,
        path=page.source.path,
        article=page.title,
        evidence=evidence,
        calculation=verdict.calculation,
        hint=verdict.hint,
        alternatives=alternatives,
        fingerprint=fingerprint(card.slug, page.title, evidence),
        safe=verdict.safe and bool(alternatives),
    )


def fingerprint(rule: str, title: str, evidence: tuple[Evidence, ...]) -> str:
    """A finding's lasting name: it survives edits elsewhere and changes with any value it rests on."""
    told = dumps([rule, title, *(piece.text for piece in evidence)], ensure_ascii=True)
    return sha256(told.encode()).hexdigest()[:32]


def place(span: ProseSpan | Span, page: Page) -> Span:
    """Where in the source a span stands, whichever of the two texts it is a span of."""
    return page.prose.to_source(span) if isinstance(span, ProseSpan) else span


def _evidence(mark: Mark, page: Page) -> Evidence:
    source = page.source
    span = _whole_links(_within_paragraph(mark.span, page), page)
    first, last = source.position(span.start), source.position(span.end)
    return Evidence(
        span.start, span.end, first.line, first.column, last.line, last.column, source.slice(span), mark.note
    )


def _within_paragraph(span: ProseSpan | Span, page: Page) -> Span:
    """The place of a mark, cut where its paragraph ends or the evidence would grow too long to read."""
    if isinstance(span, ProseSpan):
        newline = page.prose.text.find("\n", span.start, span.end)
        span = ProseSpan(span.start, newline) if newline >= 0 else span
    at = place(span, page)
    text = page.source.text[at.start : min(at.end, at.start + LONGEST_EVIDENCE)]
    blank = _BLANK_LINE.search(text)
    text = (text[: blank.start()] if blank else text).rstrip()
    return Span(at.start, at.start + len(text))


def _alternative(change: Change, page: Page) -> Alternative | None:
    """A change of the source; None where a template writes one of its places and does not say the value itself."""
    edits = [_edit(span, text, page) for span, text in change.edits]
    made = tuple(edit for edit in edits if edit is not None)
    return Alternative(change.label, made) if len(made) == len(edits) else None


def _edit(span: ProseSpan | Span, text: str, page: Page) -> Edit | None:
    """An edit of the source. A template that writes a value keeps its form: only the number within it changes."""
    at = place(span, page)
    written = page.source.slice(at)
    if isinstance(span, Span) or written == (old := page.text(span)):
        return Edit(at.start, at.end, text)
    inside = _substituted(written, old, text)
    if inside is not None:
        return Edit(at.start, at.end, inside)
    around = (ProseSpan(max(span.start - 1, 0), span.start), ProseSpan(span.end, span.end + 1))
    beside = [page.prose.to_source(one) for one in around if page.text(one)]
    shared = any(one.start < at.end and at.start < one.end for one in beside)
    return None if shared else Edit(at.start, at.end, text)


def _substituted(written: str, old: str, new: str) -> str | None:
    """Markup with the one number exchanged in which two readings differ, where it stands in the markup once."""
    before, after = _NUMBER.findall(old), _NUMBER.findall(new)
    if len(before) != len(after) or _NUMBER.sub("#", old) != _NUMBER.sub("#", new):
        return None
    differ = [(was, becomes) for was, becomes in zip(before, after, strict=True) if was != becomes]
    if len(differ) != 1:
        return None
    was: str = differ[0][0]
    becomes: str = differ[0][1]
    for one, other in ((was, becomes), (was.replace(",", ""), becomes.replace(",", ""))):
        places: list[tuple[int, int]] = [found.span() for found in _NUMBER.finditer(written) if found[0] == one]
        if len(places) == 1:
            start, end = places[0]
            return written[:start] + other + written[end:]
    return None


def _whole_links(at: Span, page: Page) -> Span:
    """A place that reaches out of a link at either end, with the brackets of that link."""
    start, end = at
    text = page.source.text[start:end]
    if "[[" not in text and "]]" not in text:
        return at
    for link in page.links:
        if link.span.start < start < link.span.end < end:
            start = link.span.start
        if start < link.span.start < end < link.span.end:
            end = link.span.end
    return Span(start, end)
